//! Pairs of unknown field names and the missing fields that they resemble.

use heck::ToSnakeCase as _;

use kmd_catalog::suggest::closest;

/// Returns the fields that resemble a name.
type Resemblance<'a, 'm> = &'a dyn Fn(&str, &[&'m str]) -> Vec<&'m str>;

/// Returns the `missing` fields that each of `names` resembles, the closest first.
///
/// Each field is the first choice of at most one name. Closer resemblances are paired first: the same letters, then a
/// typo, then a shared word. A word is shared with one of the fields `in_tails` only if no other field has it.
pub(super) fn pair<'m>(names: &[String], missing: &[&'m str], in_tails: &[&str]) -> Vec<Vec<&'m str>> {
    let mut free = missing.to_vec();
    let mut pairs = vec![Vec::new(); names.len()];
    let shared_outside_of_tails = |name: &str, fields: &[&'m str]| {
        let outside = fields.iter().copied().filter(|field| !in_tails.contains(field));
        shared_word(name, &outside.collect::<Vec<_>>())
    };
    let resemblances: [Resemblance<'_, 'm>; 4] = [&same_letters, &typo, &shared_outside_of_tails, &shared_word];
    for resembles in resemblances {
        for (name, pair) in names.iter().zip(&mut pairs) {
            if pair.is_empty() {
                *pair = resembles(&name.to_snake_case(), &free);
                free.retain(|field| pair.first() != Some(field));
            }
        }
    }
    pairs
}

fn same_letters<'m>(name: &str, fields: &[&'m str]) -> Vec<&'m str> {
    let letters = |name: &str| name.replace('_', "");
    let same = |field: &&&str| letters(field) == letters(name);
    fields.iter().filter(same).copied().collect()
}

fn typo<'m>(name: &str, fields: &[&'m str]) -> Vec<&'m str> {
    closest(name, fields.iter().copied())
}

/// Returns the fields that share the most words with `name`. Fields without a shared word are not returned.
fn shared_word<'m>(name: &str, fields: &[&'m str]) -> Vec<&'m str> {
    let words: Vec<&str> = name.split('_').collect();
    let shared = |field: &str| field.split('_').filter(|word| words.contains(word)).count();
    let most = fields.iter().map(|field| shared(field)).max().unwrap_or(0);
    let best = fields.iter().filter(|field| most > 0 && shared(field) == most);
    best.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::pair;

    type Names = [&'static str];

    #[test]
    fn pairs_names_with_missing_fields() {
        let both = ["vpn_name", "remote_address"];
        let cases: [(&Names, &Names, &[&Names]); 9] = [
            (&["VPN_NAME"], &both, &[&["vpn_name"]]),
            (&["remoteAddress"], &both, &[&["remote_address"]]),
            (&["remote_adress"], &both, &[&["remote_address"]]),
            (&["abcd"], &["a_b_c_d", "size"], &[&["a_b_c_d"]]),
            (&["prot"], &["port", "size"], &[&["port"]]),
            (&["address"], &both, &[&["remote_address"]]),
            (&["peer"], &["remote_address"], &[&[]]),
            (&["peer", "name"], &both, &[&[], &["vpn_name"]]),
            (&["address"], &["old_address", "new_address"], &[&["old_address", "new_address"]]),
        ];
        for (names, missing, expected) in cases {
            let owned: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
            assert_eq!(pair(&owned, missing, &[]), expected, "{names:?}");
        }
        let in_tails = ["local_address", "remote_port"];
        for (name, expected) in [
            ("address", "remote_address"),
            ("local_adress", "local_address"),
            ("port", "remote_port"),
            ("remote_ports", "remote_port"),
        ] {
            let fields = ["remote_address", "local_address", "remote_port"];
            assert_eq!(pair(&[name.to_owned()], &fields, &in_tails), [[expected]], "{name}");
        }
    }
}
