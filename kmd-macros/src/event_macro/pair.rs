//! Which missing field a wrong name stands for.

use heck::ToSnakeCase as _;

use kmd_catalog::suggest::closest;

/// For each of the wrong `names` the `missing` fields that it may stand for, the likeliest first.
///
/// No two names stand for the same field, so surer guesses come first: the same letters, a slip of the
/// pen, a word in common, and at last the one wrong name for the one field that is left.
pub(super) fn meant<'m>(names: &[String], missing: &[&'m str]) -> Vec<Vec<&'m str>> {
    let mut free = missing.to_vec();
    let mut meant = vec![Vec::new(); names.len()];
    for guess in [same_letters, slip, common_word] {
        for (name, meant) in names.iter().zip(&mut meant) {
            if meant.is_empty() {
                *meant = guess(&name.to_snake_case(), &free);
                free.retain(|field| meant.first() != Some(field));
            }
        }
    }
    let mut left = meant.iter_mut().filter(|meant| meant.is_empty());
    if let (Some(meant), None, [_]) = (left.next(), left.next(), &free[..]) {
        *meant = free;
    }
    meant
}

fn same_letters<'m>(name: &str, fields: &[&'m str]) -> Vec<&'m str> {
    let letters = |name: &str| name.replace('_', "");
    let same = |field: &&&str| letters(field) == letters(name);
    fields.iter().filter(same).copied().collect()
}

fn slip<'m>(name: &str, fields: &[&'m str]) -> Vec<&'m str> {
    closest(name, fields.iter().copied())
}

/// Those that share the most words, if they share any.
fn common_word<'m>(name: &str, fields: &[&'m str]) -> Vec<&'m str> {
    let words: Vec<&str> = name.split('_').collect();
    let common = |field: &str| field.split('_').filter(|word| words.contains(word)).count();
    let most = fields.iter().map(|field| common(field)).max().unwrap_or(0);
    let best = fields
        .iter()
        .filter(|field| most > 0 && common(field) == most);
    best.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::meant;

    type Names = [&'static str];

    #[test]
    fn wrong_names_and_the_fields_they_stand_for() {
        let both = ["vpn_name", "remote_address"];
        let cases: [(&Names, &Names, &[&Names]); 11] = [
            (&["VPN_NAME"], &both, &[&["vpn_name"]]),
            (&["remoteAddress"], &both, &[&["remote_address"]]),
            (&["remote_adress"], &both, &[&["remote_address"]]),
            (&["abcd"], &["a_b_c_d", "size"], &[&["a_b_c_d"]]),
            (&["prot"], &["port", "size"], &[&["port"]]),
            (&["address"], &both, &[&["remote_address"]]),
            (&["peer"], &both, &[&[]]),
            (&["peer"], &["remote_address"], &[&["remote_address"]]),
            (
                &["peer", "name"],
                &both,
                &[&["remote_address"], &["vpn_name"]],
            ),
            (&["peer", "hq"], &both, &[&[], &[]]),
            (
                &["address"],
                &["old_address", "new_address"],
                &[&["old_address", "new_address"]],
            ),
        ];
        for (names, missing, expected) in cases {
            let owned: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
            assert_eq!(meant(&owned, missing), expected, "{names:?}");
        }
    }
}
