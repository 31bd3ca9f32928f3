//! Changes of messages without a tag, which a parser tells apart by their texts.

use kmd_diff::{Change, Class, Version, compare};

const OLD: &str = "\
prefix: APP
process: appd
defaults: { type: event, severity: info, facility: LOG_DAEMON, tagged: false }
placeholders:
  thread: { type: u8, description: Number of the thread. }
  conn: { type: text, description: Name of the connection. }
  id: { type: u32, description: Number of the connection. }
  spi: { type: u32, description: Number of the association. }
  networks: { type: text, description: Networks of this side. }
  others: { type: text, description: Networks of the other side. }
  address: { type: ip, absent: '%any', description: Virtual address. }
  user: { type: text, description: Name of the user. }
messages:
  APP_UP:
    template: '{thread:02}[IKE] SA {conn}{{{id}}} up, SPI {spi:08x}_i, networks {networks} === {others}'
    description: An association is up.
  APP_DELETED: { template: '{thread:02}[IKE] SA deleted', description: An association was deleted. }
  APP_ADDRESS: { template: '{thread:02}[IKE] requested address {address}', description: A peer asks for an address. }
  APP_USER: { template: '{thread:02}[CFG] user {user} is known', description: A user is known. }
";

/// Returns the changes after a text of the catalog is replaced.
fn changes(from: &str, to: &str) -> Vec<Change> {
    assert!(OLD.contains(from), "{from}");
    let version = |path: &str, text: &str| Version::parse(path, text).expect("a catalog");
    compare(&version("old.yaml", OLD), &version("new.yaml", &OLD.replace(from, to))).into_iter().collect()
}

fn of_class_read(changes: &[Change]) -> Vec<&Change> {
    changes.iter().filter(|change| change.classes.contains(&Class::Read)).collect()
}

/// The number is before any text, so that no line can be split in another way.
#[test]
fn a_wider_integer_at_the_beginning_keeps_all_lines() {
    let changes = changes("thread: { type: u8", "thread: { type: u16");
    assert_eq!(changes.len(), 4);
    assert_eq!(of_class_read(&changes), [] as [&Change; 0]);
}

#[test]
fn a_tail_after_an_address_keeps_all_lines() {
    let changes = changes("requested address {address}'", "requested address {address}', tail: [' for {user}']");
    assert!(changes.iter().any(|change| change.what == "tail added"), "{changes:?}");
    assert_eq!(of_class_read(&changes), [] as [&Change; 0]);
}

/// A name can contain the text of the template up to a number that only the new type reads.
#[test]
fn a_wider_integer_after_a_text_is_ambiguous() {
    let changes = changes("spi: { type: u32", "spi: { type: u64");
    let [change] = &changes[..] else { panic!("{changes:?}") };
    assert_eq!(change.classes, [Class::Read, Class::Call]);
    assert!(change.is_ambiguous && !change.is_undecided, "{change}");
    assert!(change.example.as_ref().is_some_and(|line| line.contains("ffffffffffffffff_i")), "{change}");
}

#[test]
fn the_message_that_takes_lines_is_named() {
    let known = "  APP_USER: { template: '{thread:02}[CFG] user {user} is known', description: A user is known. }\n";
    let added =
        "  APP_ROOT: { template: '{thread:02}[CFG] user root is {user}', description: A user has all rights. }\n";
    let changes = changes(known, &[known, added].concat());
    let read = of_class_read(&changes);
    let [change] = read[..] else { panic!("{changes:?}") };
    assert_eq!(change.tag.as_deref(), Some("APP_USER"));
    assert!(["`APP_ROOT` takes lines of this one", "`APP_ROOT` may take lines of this one"].contains(&&*change.what));
    assert_eq!(change.what.contains("may"), change.is_undecided);
}

const WITH_RIVAL: &str = "\
prefix: APP
process: appd
defaults: { type: event, severity: info, facility: LOG_DAEMON, tagged: false }
placeholders:
  door: { type: u8, description: Number of the door. }
  user: { type: text, description: Name of the user. }
  place: { type: text, description: Name of the place. }
  what: { type: text, description: Name of the thing. }
messages:
  APP_DOOR: { template: 'Door {door}', tail: [' by {user} at {place}'], description: A door moved. }
  APP_THING: { template: '{what} b', description: A thing. }
";

/// Without its space, the text `Door 1 by ann at ` begins like two messages, so the old catalog reads it with the space. If
/// one of the messages is removed, the text without the space is the other one, with a rest.
#[test]
fn a_message_can_depend_on_another_one_that_is_removed() {
    // The last value can be empty.
    for place in ["type: text", "type: enum, values: [{ Nowhere: '' }, home]"] {
        let with_rival = WITH_RIVAL.replace("place: { type: text", &format!("place: {{ {place}"));
        let old = Version::parse("old.yaml", &with_rival).expect("a catalog");
        let removed = with_rival.split_inclusive('\n').filter(|line| !line.contains("what"));
        let new = Version::parse("new.yaml", &removed.collect::<String>()).expect("a catalog");
        let changes: Vec<Change> = compare(&old, &new).into_iter().collect();
        let read: Vec<Option<&str>> = of_class_read(&changes).into_iter().map(|change| change.tag.as_deref()).collect();
        assert_eq!(read, [Some("APP_DOOR"), Some("APP_THING")], "{place}");
    }
}

/// Returns the tags of the messages whose lines may no longer be read, after a text is replaced in a catalog with these
/// placeholders and messages.
fn broken(placeholders: [(&str, &str); 2], messages: [(&str, &str); 2], (from, to): (&str, &str)) -> Vec<String> {
    let placeholder = |(name, keys)| format!("  {name}: {{ {keys}, description: A value. }}\n");
    let message = |(tag, template)| format!("  {tag}: {{ template: '{template}', description: A message. }}\n");
    let text = format!(
        "prefix: APP\nprocess: appd\ndefaults: {{ type: event, severity: info, facility: LOG_USER, tagged: false }}\n\
         placeholders:\n{}messages:\n{}",
        placeholders.map(placeholder).concat(),
        messages.map(message).concat()
    );
    assert!(text.contains(from), "{from}");
    let version = |text: &str| Version::parse("app.yaml", text).expect("a catalog");
    let changes: Vec<Change> = compare(&version(&text), &version(&text.replace(from, to))).into_iter().collect();
    of_class_read(&changes).into_iter().filter_map(|change| change.tag.clone()).collect()
}

/// The old catalog reads `300 up` as one message, since the number is too great for the other one.
#[test]
fn a_wider_integer_can_take_lines_of_another_message() {
    let placeholders = [("great", "type: u16"), ("small", "type: u8")];
    let messages = [("APP_GREAT", "{great} up"), ("APP_SMALL", "{small} up")];
    let broken = broken(placeholders, messages, ("u8", "i16"));
    assert!(broken.iter().any(|tag| tag == "APP_GREAT"), "{broken:?}");
}

/// A text such as `Door b up` is read as neither message, before and after.
#[test]
fn messages_that_do_not_change_keep_their_lines() {
    let placeholders = [("one", "type: text"), ("two", "type: text")];
    let messages = [("APP_UP", "{one} up"), ("APP_DOOR", "Door {two}")];
    assert_eq!(broken(placeholders, messages, ("severity: info", "severity: error")), [""; 0]);
}

/// An added message takes a text with an empty value, or one whose last word is read without its space.
#[test]
fn an_added_message_can_take_lines_with_special_values() {
    let add = |message: &str| format!("messages:\n  APP_ADDED: {{ {message}, description: A message. }}\n");
    let placeholders = [("name", "type: text"), ("state", "type: enum, values: ['on ', 'off']")];
    let messages = [("APP_NAME", "Name {name}!"), ("APP_STATE", "State {state}")];
    let broken = |added: &str| broken(placeholders, messages, ("messages:\n", &add(added)));
    assert!(broken("template: 'Added', alternatives: ['Name !']").contains(&"APP_NAME".to_owned()));
    assert_eq!(broken("template: 'State on'"), ["APP_STATE"]);
}

/// Another message reads the old text with the same value, but it has another tag.
#[test]
fn the_same_value_of_another_message_is_not_the_same() {
    let known = "  APP_USER: { template: '{thread:02}[CFG] user {user} is known', description: A user is known. }\n";
    let other = "  APP_KNOWN: { template: '{thread:02}[CFG] user {name} is known', description: A user is known. }\n";
    let reworded = known.replace("user {user} is known", "{user} is a known user");
    let new = OLD.replace(known, &[&reworded, other].concat());
    let new = new.replace("messages:\n", "  name: { type: text, description: Name. }\nmessages:\n");
    let version = |path: &str, text: &str| Version::parse(path, text).expect("a catalog");
    let changes = compare(&version("old.yaml", OLD), &version("new.yaml", &new));
    let read: Vec<&Change> = changes.iter().filter(|change| change.classes.contains(&Class::Read)).collect();
    let [change] = read[..] else { panic!("{read:?}") };
    assert_eq!(change.tag.as_deref(), Some("APP_USER"));
    assert_eq!(change.example.as_deref(), Some("appd[7]: 07[CFG] user x is known"));
}
