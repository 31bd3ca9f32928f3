//! Tests of rebuilds after a change, and of builds that do not depend on their folder.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kmd_tests::cargo::{cargo, copy, root, try_cargo, user_crate};

/// Returns the crates that a build compiled. Fresh crates are not included.
fn compiled(folder: &Path) -> Vec<String> {
    let output = cargo(folder, &["build", "-p", "kmd-examples", "--example", "emit", "--message-format=json"], &[]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let messages = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    messages
        .filter(|message| message["reason"] == "compiler-artifact" && message["fresh"] == false)
        .map(|message| message["target"]["name"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn editing_a_catalog_rebuilds_only_its_dependents() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(root(), folder.path());
    let first = compiled(folder.path());
    assert!(first.contains(&"syn".to_owned()) && first.contains(&"emit".to_owned()), "{first:?}");
    assert_eq!(compiled(folder.path()), [""; 0]);

    // The crate accesses the catalog through a symbolic link.
    let catalog = folder.path().join("catalog.yaml");
    let text = fs::read_to_string(&catalog).expect("the catalog");
    let edited = text.replace("'VPN {vpn-name} from {remote-address} is up.'", "'{vpn-name} up, {remote-address}'");
    assert_ne!(text, edited);
    fs::write(&catalog, edited).expect("written");
    assert_eq!(compiled(folder.path()), ["kmd_events", "emit"]);
    let output = cargo(folder.path(), &["run", "-q", "-p", "kmd-examples", "--example", "emit"], &[]);
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(printed.contains("KMD_VPN_UP_ALARM_USER: hq-branch7 up, 203.0.113.77\n"), "{printed}");

    assert_eq!(compiled(folder.path()), [""; 0]);
}

/// Returns the metadata and the library of kmd-events, built in `folder`.
fn built(folder: &Path) -> Vec<(String, Vec<u8>)> {
    copy(root(), folder);
    let remap = format!("--remap-path-prefix={}=/src", folder.display());
    cargo(folder, &["build", "-p", "kmd-events"], &[("RUSTFLAGS", OsStr::new(&remap))]);
    let deps = folder.join("target/debug/deps");
    let mut files: Vec<PathBuf> =
        fs::read_dir(deps).expect("the libraries").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let mut built = Vec::new();
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if name.starts_with("libkmd_events-") {
            built.push((name, fs::read(&file).expect("the library")));
        }
    }
    built
}

#[test]
fn two_checkouts_build_the_same() {
    let scratch = tempfile::tempdir().expect("a folder");
    let (one, two) = (scratch.path().join("one"), scratch.path().join("another-name"));
    let (first, second) = (built(&one), built(&two));
    assert_eq!(first.len(), 2, "one .rlib, one .rmeta");
    let place = scratch.path().to_str().expect("UTF-8").as_bytes();
    for ((name, bytes), (other_name, other_bytes)) in first.iter().zip(&second) {
        let found = bytes.windows(place.len()).any(|window| window == place);
        assert!(!found, "{name} holds the path of its checkout");
        if name.ends_with(".rmeta") {
            assert_eq!(name, other_name);
            assert!(bytes == other_bytes, "{name} depends on the folder of the checkout");
        }
    }
}

/// Each catalog has one or a thousand messages, and the program calls the last one.
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
        assert_eq!(String::from_utf8_lossy(&output.stdout), format!("Message {count}: 7\n"));
        let warnings = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(warnings, "", "{count}");
    }
}

/// Returns the errors of each program of a package, without those that count the others.
fn errors(folder: &Path) -> HashMap<String, Vec<String>> {
    let output = try_cargo(folder, &["check", "--bins", "--keep-going", "--message-format=json"], &[]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let mut errors: HashMap<String, Vec<String>> = HashMap::new();
    for line in text.lines() {
        let message: serde_json::Value = serde_json::from_str(line).expect("JSON");
        if message["message"]["level"] == "error" {
            let string = |value: &serde_json::Value| value.as_str().expect("a string").to_owned();
            errors.entry(string(&message["target"]["name"])).or_default().push(string(&message["message"]["message"]));
        }
    }
    errors
}

/// A package with `lib.rs` and programs is several crates.
#[test]
fn a_program_calls_the_macros_of_its_library_only_with_pub() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    user_crate(folder, "steps");
    fs::copy(root().join("tests/fixtures/good.yaml"), folder.join("good.yaml")).expect("a copy");
    fs::create_dir(folder.join("src/bin")).expect("a folder");
    let call = "app_event!(APP_STARTED)";
    let cases = [
        ("imported", format!("use steps::app_event;\nfn main() {{ println!(\"{{}}\", {call}); }}\n")),
        ("by_path", format!("fn main() {{ println!(\"{{}}\", steps::{call}); }}\n")),
        ("not_imported", format!("fn main() {{ println!(\"{{}}\", {call}); }}\n")),
    ];
    for (name, source) in &cases {
        fs::write(folder.join("src/bin").join(name).with_extension("rs"), source).expect("written");
    }
    let library = |visibility: &str| {
        let library = format!("kmd_events::catalog!({visibility}\"good.yaml\");\n");
        fs::write(folder.join("src/lib.rs"), library).expect("written");
    };
    let private = ["macro `app_event` is private"].map(str::to_owned).to_vec();
    let unknown = ["cannot find macro `app_event` in this scope"].map(str::to_owned).to_vec();
    library("");
    let found = errors(folder);
    assert_eq!(found.get("imported"), Some(&private));
    assert_eq!(found.get("by_path"), Some(&private));
    assert_eq!(found.get("not_imported"), Some(&unknown));
    library("pub ");
    let found = errors(folder);
    assert_eq!(found.keys().collect::<Vec<_>>(), ["not_imported"]);
    assert_eq!(found.get("not_imported"), Some(&unknown));
    let output = cargo(folder, &["run", "--quiet", "--bin", "imported"], &[]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "Started\n");
}

/// Build systems other than Cargo set a `CARGO_MANIFEST_DIR` that is relative to the working directory of the compiler.
#[test]
fn a_relative_folder_of_the_crate_is_found() {
    let scratch = tempfile::tempdir().expect("a folder");
    let library = scratch.path().join("library");
    fs::create_dir(&library).expect("a folder");
    user_crate(&library, "library");
    fs::write(library.join("src/lib.rs"), "").expect("written");
    let output = cargo(&library, &["build", "-p", "kmd-events", "--message-format=json"], &[]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let mut messages = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let artifact = messages.rfind(|it| it["target"]["name"] == "kmd_events").expect("the library");
    let rlib = artifact["filenames"][0].as_str().expect("a path");

    let app = scratch.path().join("work/app");
    fs::create_dir_all(app.join("src")).expect("a folder");
    fs::copy(root().join("tests/fixtures/good.yaml"), app.join("good.yaml")).expect("a copy");
    let program = "kmd_events::catalog!(\"good.yaml\");\nfn main() { println!(\"{}\", app_event!(APP_STARTED)); }\n";
    fs::write(app.join("src/main.rs"), program).expect("written");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let out = scratch.path().join("out");
    fs::create_dir(&out).expect("a folder");
    for (current, manifest, source) in
        [("work", "app", "app/src/main.rs"), ("work/app", ".", "src/main.rs"), ("work/app/src", "..", "main.rs")]
    {
        let status = Command::new(&rustc)
            .current_dir(scratch.path().join(current))
            .env("CARGO_MANIFEST_DIR", manifest)
            .args(["--edition=2024", "--crate-name=app", "--emit=link,dep-info", source])
            .arg(format!("--extern=kmd_events={rlib}"))
            .arg(format!("-Ldependency={}", library.join("target/debug/deps").display()))
            .arg("--out-dir")
            .arg(&out)
            .status()
            .expect("rustc runs");
        assert!(status.success(), "{manifest}");
        let output = Command::new(out.join("app")).output().expect("the program runs");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "Started\n");
        let dependencies = fs::read_to_string(out.join("app.d")).expect("readable");
        let rule = dependencies.lines().next().expect("a rule");
        assert!(rule.ends_with("good.yaml"), "{rule}");
    }
}

/// A crate of an old edition resolves paths such as `::core::env` differently.
#[test]
fn a_crate_of_any_edition_has_a_catalog() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    user_crate(folder, "editions");
    fs::copy(root().join("tests/crates/foreign/lab.yaml"), folder.join("lab.yaml")).expect("a copy");
    fs::copy(root().join("tests/fixtures/good.yaml"), folder.join("good.yaml")).expect("a copy");
    fs::create_dir(folder.join("src/bin")).expect("a folder");
    let program = r#"
extern crate kmd_events;

pub mod inner {
    kmd_events::catalog!(pub "good.yaml", in crate::inner);
}

kmd_events::catalog!("lab.yaml");

use std::time::Duration;
use events::LAB_LOST;
use kmd_events::sink::{Recorder, Sink};
use values::Phase;

fn log(log: &dyn Sink, reason: &str) {
    lab_log!(log, LAB_LOST { reason: %reason }).unwrap();
    lab_log!(log, LAB_ELAPSED { elapsed: Duration::from_millis(7) }).unwrap();
}

fn main() {
    let recorder = Recorder::new();
    log(&recorder, "power");
    kmd_events::assert_logged!(recorder, LAB_LOST { reason: "power" });
    let event = lab_event!(LAB_ROUTE { size: 2, phase: Some(Phase::Idle), reason: Some("start") });
    assert_eq!(LabEvent::recognize(&event.to_string()).unwrap().event, event);
    println!("{}, {}", event, inner::app_event!(APP_STARTED));
}
"#;
    fs::write(folder.join("src/bin/right.rs"), program).expect("written");
    let wrong = "extern crate kmd_events;\nkmd_events::catalog!(\"none.yaml\");\nfn main() {\n    \
                 kmd_events::kmd_event!(KMD_XYZZY);\n}\n";
    fs::write(folder.join("src/bin/wrong.rs"), wrong).expect("written");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    for edition in ["2015", "2018", "2021"] {
        let manifest = manifest.replace("2024", edition).replace("[workspace]", "autobins = true\n\n[workspace]");
        fs::write(folder.join("Cargo.toml"), manifest).expect("written");
        let output = cargo(folder, &["run", "--quiet", "--bin", "right"], &[]);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(text, "Route of 2, phase idle, at start, Started\n", "{edition}");
        let errors = errors(folder).remove("wrong").unwrap_or_default();
        let explains = |text: &str| errors.iter().any(|error| error.starts_with(text));
        assert!(explains("cannot read `none.yaml`: "), "{edition}: {errors:#?}");
        assert!(explains("cannot find message `KMD_XYZZY` in catalog `KMD`"), "{edition}: {errors:#?}");
        assert_eq!(errors.len(), 2, "{edition}: {errors:#?}");
    }
}

/// The compiler may report more errors. The first error, or the error of a constant, explains the mistake.
#[test]
fn a_misplaced_catalog_is_explained() {
    let once = "kmd_events::catalog!(\"good.yaml\");";
    let inner = |arguments: &str, call: &str| {
        format!(
            "mod inner {{\n    kmd_events::catalog!({arguments});\n    pub fn started() -> AppEvent {{\n        \
             {call}\n    }}\n}}\nfn main() {{\n    inner::started();\n}}\n"
        )
    };
    let call = "app_event!(APP_STARTED)";
    let in_outer = "\"good.yaml\", in crate::outer";
    let to_write = "\nhelp: write `catalog!(\"good.yaml\", in crate::inner)`";
    let not_at_root = format!("`catalog!` is in module `crate::inner`, not at the root of the crate{to_write}");
    let not_in_outer = format!("`catalog!` is in module `crate::inner`, not in module `crate::outer`{to_write}");
    let cases = [
        (
            "function",
            format!("fn main() {{\n    {once}\n}}\n"),
            "cannot find `one_catalog_per_module_and_none_in_functions` in `self`",
            None,
        ),
        (
            "twice",
            format!("{once}\n{once}\nfn main() {{}}\n"),
            "the name `one_catalog_per_module_and_none_in_functions` is defined multiple times",
            None,
        ),
        ("called_elsewhere", inner(in_outer, call), "cannot find `outer` in `$crate`", Some(&not_in_outer)),
        ("called_in_a_module", inner("\"good.yaml\"", call), "cannot find `events` in `$crate`", Some(&not_at_root)),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    user_crate(folder.path(), "misplaced");
    let catalog = root().join("tests/fixtures/good.yaml");
    fs::copy(catalog, folder.path().join("good.yaml")).expect("a copy");
    let programs = folder.path().join("src/bin");
    fs::create_dir(&programs).expect("a folder");
    for (name, source, ..) in &cases {
        fs::write(programs.join(name).with_extension("rs"), source).expect("written");
    }
    let mut found = errors(folder.path());
    for (name, _, first, constant) in cases {
        let errors = found.remove(name).unwrap_or_default();
        assert_eq!(errors.first().map(String::as_str), Some(first), "{name}: {errors:#?}");
        let evaluated = errors.iter().find_map(|error| error.split_once("evaluation panicked: "));
        assert_eq!(evaluated.map(|(_, text)| text), constant.map(String::as_str), "{name}: {errors:#?}");
    }
}

/// With the feature `arbitrary_precision`, which any crate can enable, `serde_json` passes a number to serde as a map.
#[test]
fn numbers_of_arbitrary_precision_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    user_crate(folder, "numbers");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    let manifest = manifest.replace("\" }", "\", default-features = false, features = [\"std\", \"serde\"] }");
    let manifest = manifest + "serde_json = { version = \"1\", features = [\"arbitrary_precision\"] }\n";
    fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    fs::copy(root().join("tests/crates/foreign/lab.yaml"), folder.join("lab.yaml")).expect("a copy");
    let program = r##"
kmd_events::catalog!("lab.yaml");

fn main() {
    let elapsed = std::time::Duration::from_micros(1_500);
    for event in [
        lab_event!(LAB_RATIO { ratio: 0.25 }),
        lab_event!(LAB_ELAPSED { elapsed }),
        lab_event!(LAB_ELAPSED { elapsed: elapsed * 2 }),
        lab_event!(LAB_SIZE { size: 7, offset: -7 }),
        lab_event!(LAB_ON { on: true }),
    ] {
        let json = serde_json::to_value(&event).expect("JSON");
        for text in [
            format!(r#"{{"tag":{},"fields":{}}}"#, json["tag"], json["fields"]),
            format!(r#"{{"fields":{},"tag":{}}}"#, json["fields"], json["tag"]),
        ] {
            assert_eq!(serde_json::from_str::<LabEvent>(&text).expect(&text), event);
        }
    }
    println!("read");
}
"##;
    fs::write(folder.join("src/main.rs"), program).expect("written");
    let output = cargo(folder, &["run", "--quiet"], &[]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "read\n");
}
