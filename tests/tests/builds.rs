//! What is built anew after a change, and that a build does not depend on where it happens.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use kmd_tests::cargo::{cargo, copy, root, user_crate};

/// The crates that a build compiled, not counting those that were fresh.
fn compiled(folder: &Path) -> Vec<String> {
    let output = cargo(
        folder,
        &[
            "build",
            "-p",
            "kmd-examples",
            "--example",
            "emit",
            "--message-format=json",
        ],
        &[],
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let messages = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    messages
        .filter(|message| message["reason"] == "compiler-artifact" && message["fresh"] == false)
        .map(|message| {
            message["target"]["name"]
                .as_str()
                .expect("a name")
                .to_owned()
        })
        .collect()
}

#[test]
fn editing_a_catalog_rebuilds_only_its_dependents() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(root(), folder.path());
    let first = compiled(folder.path());
    assert!(
        first.contains(&"syn".to_owned()) && first.contains(&"emit".to_owned()),
        "{first:?}"
    );
    assert_eq!(compiled(folder.path()), [""; 0]);

    // The crate sees the catalogue through a link.
    let catalog = folder.path().join("catalog.yaml");
    let text = fs::read_to_string(&catalog).expect("the catalogue");
    let edited = text.replace(
        "'VPN {vpn-name} from {remote-address} is up.'",
        "'{vpn-name} up, {remote-address}'",
    );
    assert_ne!(text, edited);
    fs::write(&catalog, edited).expect("written");
    assert_eq!(compiled(folder.path()), ["kmd_events", "emit"]);
    let output = cargo(
        folder.path(),
        &["run", "-q", "-p", "kmd-examples", "--example", "emit"],
        &[],
    );
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        printed.contains("KMD_VPN_UP_ALARM_USER: hq-branch7 up, 203.0.113.77\n"),
        "{printed}"
    );

    assert_eq!(compiled(folder.path()), [""; 0]);
}

/// The metadata and the library of kmd-events, built in `folder`.
fn built(folder: &Path) -> Vec<(String, Vec<u8>)> {
    copy(root(), folder);
    let remap = format!("--remap-path-prefix={}=/src", folder.display());
    cargo(
        folder,
        &["build", "-p", "kmd-events"],
        &[("RUSTFLAGS", OsStr::new(&remap))],
    );
    let deps = folder.join("target/debug/deps");
    let mut files: Vec<PathBuf> = fs::read_dir(deps)
        .expect("the libraries")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut built = Vec::new();
    for file in files {
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if name.starts_with("libkmd_events-") {
            built.push((name, fs::read(&file).expect("the library")));
        }
    }
    built
}

#[test]
fn two_checkouts_build_the_same() {
    let scratch = tempfile::tempdir().expect("a folder");
    let (one, two) = (
        scratch.path().join("one"),
        scratch.path().join("another-name"),
    );
    let (first, second) = (built(&one), built(&two));
    assert_eq!(first.len(), 2, "one .rlib, one .rmeta");
    let place = scratch.path().to_str().expect("UTF-8").as_bytes();
    for ((name, bytes), (other_name, other_bytes)) in first.iter().zip(&second) {
        let found = bytes.windows(place.len()).any(|window| window == place);
        assert!(!found, "{name} holds the path of its checkout");
        if name.ends_with(".rmeta") {
            assert_eq!(name, other_name);
            assert!(
                bytes == other_bytes,
                "{name} depends on the folder of the checkout"
            );
        }
    }
}

/// Catalogues of one message and of a thousand, each with a call of its last.
#[test]
fn catalogs_of_every_size_build() {
    for count in [1, 1_000] {
        let scratch = tempfile::tempdir().expect("a folder");
        let folder = scratch.path();
        let mut catalog = String::from(
            "prefix: BIG\nprocess: bigd\nplaceholders:\n  number: { type: u32, description: A number. }\nmessages:\n",
        );
        for message in 1..=count {
            catalog += &format!(
                "  BIG_M{message}:\n    template: 'Message {message}: {{number}}'\n    type: event\n    \
                 severity: info\n    facility: LOG_USER\n    description: A message.\n"
            );
        }
        let main = format!(
            "kmd_events::catalog!(\"big.yaml\");\nfn main() {{ println!(\"{{}}\", big_event!(BIG_M{count} {{ number: 7 }})); }}\n"
        );
        user_crate(folder, "big");
        fs::write(folder.join("big.yaml"), catalog).expect("written");
        fs::write(folder.join("src/main.rs"), main).expect("written");
        let output = cargo(folder, &["run", "--quiet"], &[]);
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            format!("Message {count}: 7\n")
        );
        let warnings = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(warnings, "", "{count}");
    }
}
