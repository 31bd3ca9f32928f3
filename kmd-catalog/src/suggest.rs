//! "Did you mean": which of the known names somebody may have had in mind.

/// At most this many names are suggested.
const MOST: usize = 3;

/// What is longer is no slip of the pen, and comparing it would take long.
const LONGEST: usize = 100;

/// The known names closest to `typed`, best first; none where nothing is close.
///
/// A name is close if `typed` is its beginning, or if few edits turn one into the other: at most a
/// third of the letters, as in rustc's own suggestions, and never more than five, because long names
/// of one catalogue resemble each other anyway.
pub fn closest<'n>(typed: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    if typed.len() > LONGEST {
        return Vec::new();
    }
    let most_edits = (typed.chars().count().max(3) / 3).min(5);
    let mut close: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|name| name.len() <= LONGEST)
        .filter_map(|name| {
            let edits = strsim::osa_distance(typed, name);
            let begins = typed.len() >= 3 && name.starts_with(typed);
            (edits <= most_edits || begins).then_some((edits, name))
        })
        .collect();
    close.sort_unstable();
    // A name that is a slip away makes those that are far away noise.
    if let Some(&(best, _)) = close.first() {
        close.retain(|&(edits, _)| edits <= best + 2);
    }
    close.truncate(MOST);
    close.into_iter().map(|(_, name)| name).collect()
}

/// `typed` in another spelling; what is far too long is left as it is.
pub fn spelt(typed: &str, spell: impl Fn(&str) -> String) -> String {
    if typed.len() > LONGEST {
        typed.to_owned()
    } else {
        spell(typed)
    }
}

/// `` `a` ``, `` `a` or `b` ``, `` `a`, `b` or `c` ``; nothing for nothing.
pub fn any_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    join(names, " or ")
}

/// `` `a` ``, `` `a` and `b` ``, `` `a`, `b` and `c` ``; nothing for nothing.
pub fn all_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    join(names, " and ")
}

fn join<'n>(names: impl IntoIterator<Item = &'n str>, last: &str) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => [&rest.join(", "), last, end].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{all_of, any_of, closest, spelt};

    #[test]
    fn close_names_best_first() {
        let known = ["remote_address", "remote_port", "local_port", "size"];
        assert_eq!(closest("remote_prot", known), ["remote_port"]);
        assert_eq!(closest("remote", known), ["remote_port"]);
        assert_eq!(closest("sizes", known), ["size"]);
        assert_eq!(closest("tunnel", known), [""; 0]);
        assert_eq!(closest("", known), [""; 0]);
    }

    #[test]
    fn never_more_than_three() {
        assert_eq!(
            closest("abc", ["abc1", "abc2", "abc3", "abc4"]),
            ["abc1", "abc2", "abc3"]
        );
    }

    /// A slip in a name of 100 bytes is one still; what is longer is left alone.
    #[test]
    fn names_are_compared_up_to_100_bytes() {
        let name = "a".repeat(100);
        let slip = format!("{}b", &name[1..]);
        assert_eq!(closest(&slip, [&*name]), [&*name]);
        assert_eq!(spelt(&slip, str::to_uppercase), slip.to_uppercase());
        for long in [101, 102] {
            let long = "a".repeat(long);
            assert_eq!(closest(&long, [&*name]), [""; 0]);
            assert_eq!(closest(&name, [&*long]), [""; 0]);
            assert_eq!(spelt(&long, str::to_uppercase), long);
        }
    }

    #[test]
    fn lists_read_like_a_sentence() {
        assert_eq!(any_of([]), "");
        assert_eq!(any_of(["a"]), "`a`");
        assert_eq!(all_of(["a", "b"]), "`a` and `b`");
        assert_eq!(any_of(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
