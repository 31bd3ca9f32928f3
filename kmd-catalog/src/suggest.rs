//! Suggestions of similar names, and lists of names in a sentence.

/// The maximum number of suggested names.
const MAX_NAMES: usize = 3;

/// The maximum length of a name that is compared, in bytes. A longer name is not a typing error, and comparing it would
/// be slow.
const MAX_LEN: usize = 100;

/// Returns up to three known names that are close to `typed`, the closest first.
///
/// A name is close if it begins with `typed`, or if few edits turn one into the other. The limit is a third of the
/// characters, as in the suggestions of rustc, and never more than five, because the long names of one catalog often
/// resemble each other.
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
    // A name that is much farther away than the closest one is noise.
    if let Some(&(best, _)) = close.first() {
        close.retain(|&(edits, _)| edits <= best + 2);
    }
    close.truncate(MAX_NAMES);
    close.into_iter().map(|(_, name)| name).collect()
}

/// Returns `typed` in the case that `spell` produces, unless it is too long to be a name.
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

/// Returns a help line that lists similar names: ``a key with a similar name exists: `a` ``. Returns `None` if there
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
    fn the_closest_names_come_first() {
        let known = ["remote_address", "remote_port", "local_port", "size"];
        assert_eq!(closest("remote_prot", known), ["remote_port"]);
        assert_eq!(closest("remote", known), ["remote_port"]);
        assert_eq!(closest("sizes", known), ["size"]);
        assert_eq!(closest("tunnel", known), [""; 0]);
        assert_eq!(closest("", known), [""; 0]);
    }

    #[test]
    fn at_most_three_names_are_suggested() {
        assert_eq!(closest("abc", ["abc1", "abc2", "abc3", "abc4"]), ["abc1", "abc2", "abc3"]);
    }

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
