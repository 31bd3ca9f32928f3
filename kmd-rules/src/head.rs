//! The head of a file, which says what the file is, how to install and test it, and how exact it is.

use kmd_catalog::Model;

use crate::engine::Engine;
use crate::fidelity::Fidelity;
use crate::options::Options;

/// The contents of the head of a file.
pub(crate) struct Head<'a> {
    pub(crate) engine: Engine,
    pub(crate) model: &'a Model,
    pub(crate) options: &'a Options,
    pub(crate) fidelity: &'a [Fidelity],
    /// How to install the file.
    pub(crate) install: &'a str,
    /// How to test the file.
    pub(crate) test: &'a str,
}

impl Head<'_> {
    /// Returns the lines of the head, each after `mark` and a space.
    pub(crate) fn comment(&self, mark: &str) -> String {
        let line = |line: String| if line.is_empty() { format!("{mark}\n") } else { format!("{mark} {line}\n") };
        self.lines().into_iter().map(line).collect()
    }

    /// Returns the lines of the head.
    pub(crate) fn lines(&self) -> Vec<String> {
        let exact = self.fidelity.iter().filter(|message| message.is_exact()).count();
        let catalog = match &*self.options.catalog {
            _ if self.options.is_built_in => " of the catalog of kmd".to_owned(),
            "" => String::new(),
            catalog => format!(" of {}", plain(catalog)),
        };
        let engine = self.engine.as_str();
        let mut lines = vec![
            format!(
                "Rules for the messages{catalog} in {}, written by `kmd rules --to {engine}`.",
                self.engine.title()
            ),
            format!("The process {} logs these messages.", plain(&self.model.process)),
            String::new(),
        ];
        lines.extend(section("Install", self.install));
        lines.extend(section("Test", self.test));
        lines.push(format!(
            "Fidelity: The rules read {exact} of {} messages exactly as `kmd decode` does.",
            self.fidelity.len()
        ));
        for Fidelity { tag, limits } in self.fidelity {
            lines.extend(limits.iter().map(|limit| format!("  {tag}: {limit}")));
        }
        lines
    }
}

/// Returns the lines of a section and an empty line.
fn section(name: &str, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if let Some(first) = lines.first_mut() {
        *first = format!("{name}: {first}");
    }
    lines.push(String::new());
    lines
}

/// Returns a name without characters that could end a comment, or begin a string or a variable in it.
fn plain(name: &str) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || "._-/+,@ ".contains(char);
    name.chars().map(|char| if is_plain(char) { char } else { '_' }).collect()
}
