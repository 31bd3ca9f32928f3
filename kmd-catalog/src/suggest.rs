//! Finds known names that resemble what was written, and lists names in a sentence.

/// The most names that are suggested.
const MAX_NAMES: usize = 3;

/// The bytes of a name that is compared. A longer one is not a typing error, and comparing it takes long.
const MAX_LEN: usize = 100;

/// Returns the known names closest to `typed`, best first, and none if nothing is close.
///
/// A name is close if it begins with `typed`, or if few edits turn one into the other: at most a third of the
/// characters, as in rustc's own suggestions, and never more than five, because long names of one catalog resemble each
/// other anyway.
#[must_use]
pub fn closest<'n>(typed: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    if typed.len() > MAX_LEN {
        return Vec::new();
    }
    let most_edits = (typed.chars().count().max(3) / 3).min(5);
    let mut close: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|name| name.len() <= MAX_LEN)
        .filter_map(|name| {
            let edits = strsim::osa_distance(typed, name);
            let begins = typed.len() >= 3 && name.starts_with(typed);
            (edits <= most_edits || begins).then_some((edits, name))
        })
        .collect();
    close.sort_unstable();
    // Beside a name that is one edit away, those that are far away are noise.
    if let Some(&(best, _)) = close.first() {
        close.retain(|&(edits, _)| edits <= best + 2);
    }
    close.truncate(MAX_NAMES);
    close.into_iter().map(|(_, name)| name).collect()
}

/// Returns `typed` in another case, unless it is too long to be a name.
#[must_use]
pub fn recase(typed: &str, spell: impl Fn(&str) -> String) -> String {
    if typed.len() > MAX_LEN { typed.to_owned() } else { spell(typed) }
}

/// Returns `` `a` ``, `` `a` or `b` ``, `` `a`, `b` or `c` ``, or an empty string for no names.
#[must_use]
pub fn any_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    join(names, " or ")
}

/// Returns `` `a` ``, `` `a` and `b` ``, `` `a`, `b` and `c` ``, or an empty string for no names.
#[must_use]
pub fn all_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    join(names, " and ")
}

/// Describes names that resemble an unknown one: ``a key with a similar name exists: `a` ``. Returns `None` if there
/// are no `names`.
#[must_use]
pub fn similar(what: &str, names: &[&str]) -> Option<String> {
    match names {
        [] => None,
        [name] => Some(format!("a {what} with a similar name exists: `{name}`")),
        names => Some(format!("similar names exist: {}", all_of(names.iter().copied()))),
    }
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
    use super::{all_of, any_of, closest, recase};

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
        assert_eq!(closest("abc", ["abc1", "abc2", "abc3", "abc4"]), ["abc1", "abc2", "abc3"]);
    }

    /// A name of 100 bytes is compared, a longer one is not.
    #[test]
    fn names_are_compared_up_to_100_bytes() {
        let name = "a".repeat(100);
        let slip = format!("{}b", &name[1..]);
        assert_eq!(closest(&slip, [&*name]), [&*name]);
        assert_eq!(recase(&slip, str::to_uppercase), slip.to_uppercase());
        for long in [101, 102] {
            let long = "a".repeat(long);
            assert_eq!(closest(&long, [&*name]), [""; 0]);
            assert_eq!(closest(&name, [&*long]), [""; 0]);
            assert_eq!(recase(&long, str::to_uppercase), long);
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
