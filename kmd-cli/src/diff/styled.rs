//! The changes with the colors of `kmd check`.

use anstyle::{AnsiColor, Style};
use kmd_diff::{Change, Changes};

/// Returns the text of the changes with the escape sequences of a terminal.
pub(super) fn styled(changes: &Changes) -> String {
    let plain = changes.to_string();
    let totals = plain.lines().last().unwrap_or_default();
    changes.iter().map(change).chain([format!("{totals}\n")]).collect()
}

fn change(change: &Change) -> String {
    let color = match &change.classes[..] {
        [] => AnsiColor::BrightGreen,
        [..] if change.classes == [kmd_diff::Class::Watch] => AnsiColor::BrightYellow,
        [..] => AnsiColor::BrightRed,
    };
    let labels = [(" -->", AnsiColor::BrightBlue), ("help", AnsiColor::BrightCyan), ("note", AnsiColor::BrightGreen)];
    let line = |(index, line): (usize, &str)| {
        if index == 0 {
            let (classes, rest) = line.split_at(line.find(": ").unwrap_or_default());
            return paint(color, classes) + rest + "\n";
        }
        let label = labels.into_iter().find_map(|(label, color)| Some((label, color, line.strip_prefix(label)?)));
        match label {
            Some((label, color, rest)) => paint(color, label) + rest + "\n",
            None => line.to_owned() + "\n",
        }
    };
    change.to_string().lines().enumerate().map(line).chain([String::from("\n")]).collect()
}

fn paint(color: AnsiColor, text: &str) -> String {
    let style = Style::new().bold().fg_color(Some(color.into()));
    format!("{style}{text}{style:#}")
}
