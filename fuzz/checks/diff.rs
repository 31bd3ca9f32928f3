//! The properties of the comparison of any two catalogs. What it says of the class *read* is what the parser does.

use std::collections::HashMap;

use kmd_diff::{Changes, Class, Version, compare};
use kmd_events::LoadedCatalog;

use crate::random_lines::old_lines::{is_broken, lines};
use crate::random_lines::values::Random;

/// The number of lines of each wording.
const LINES: usize = 20;

/// The maximum length of the new catalog.
const MAX_LEN: usize = 1 << 13;

/// Checks any bytes, which are strings separated by 0xFF: the text of the old catalog, and then pairs of a text and what replaces
/// it in the new catalog.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    let strings = bytes.split(|&byte| byte == 0xff).map(std::str::from_utf8);
    let Ok(strings) = strings.collect::<Result<Vec<&str>, _>>() else { return };
    let [text, edits @ ..] = &strings[..] else { return };
    let mut new_text = (*text).to_owned();
    for edit in edits.chunks_exact(2).filter(|edit| !edit[0].is_empty()) {
        new_text = new_text.replace(edit[0], edit[1]);
        if new_text.len() > MAX_LEN {
            return;
        }
    }
    // Few texts are catalogs, and those that are loaded are never freed.
    if [*text, &*new_text].iter().any(|text| !kmd_catalog::parse(text).1.is_empty()) {
        return;
    }
    let (Ok(old), Ok(new)) = (Version::parse("old.yaml", text), Version::parse("new.yaml", &new_text)) else { return };
    assert!(compare(&old, &old).is_empty(), "{}", compare(&old, &old));
    let changes = compare(&old, &new);
    for text in [changes.to_string(), changes.to_markdown()] {
        assert!(!text.contains(|char: char| char.is_control() && char != '\n'), "{text:?}");
    }
    let load = |text: &str| kmd_loader::parse("catalog.yaml", text).expect("a catalog");
    let (old, new) = (load(text), load(&new_text));
    if old.catalog().process() == new.catalog().process() && old.catalog().prefix() == new.catalog().prefix() {
        let mut random = Random::new(bytes.iter().fold(0, |seed, &byte| seed * 31 % 0xffff_ffff + u64::from(byte)));
        are_read(&changes, &old, &new, &mut random);
    }
}

/// Checks each message of the old catalog that has the same tag in the new one.
fn are_read(changes: &Changes, old: &LoadedCatalog, new: &LoadedCatalog, random: &mut Random) {
    for message in old.messages().iter().filter(|message| new.find(message.tag()).is_some()) {
        let of_message = || changes.iter().filter(|change| change.tag.as_deref() == Some(message.tag()));
        let mut renamed = HashMap::new();
        for change in of_message() {
            let rest = change.what.strip_prefix("placeholder `");
            if let Some((name, new_name)) = rest.and_then(|rest| rest.split_once("` renamed to `")) {
                renamed.insert(name.to_owned(), new_name.trim_end_matches('`').to_owned());
            }
        }
        let broken = of_message().filter(|change| change.classes.contains(&Class::Read));
        for line in broken.clone().filter_map(|change| change.example.as_ref()) {
            let verdict = is_broken(old, new, message.tag(), line, &renamed);
            assert_eq!(verdict, Some(true), "{line:?} is read: {changes}");
        }
        if broken.count() > 0 {
            continue;
        }
        for line in lines(message, LINES, random) {
            let verdict = is_broken(old, new, message.tag(), &line, &renamed);
            assert_ne!(verdict, Some(true), "{line:?} is not read: {changes}");
        }
    }
}
