//! Follows the quickstart step by step.

use std::fs;
use std::path::Path;

use kmd_tests::cargo::{cargo, root, try_cargo};
use kmd_tests::rsyslog::Rsyslog;

use crate::code_blocks::{Block, code_blocks};

/// The rest of the guide, which is consumed block by block.
struct Guide(std::vec::IntoIter<Block>);

impl Guide {
    /// Returns the next block, which is in `language`.
    fn next(&mut self, language: &str) -> String {
        let block = self.0.next().expect("a block");
        assert_eq!(block.language, language, "{}", block.text);
        block.text
    }

    /// Returns the commands of the next block and the output of the last one.
    fn console(&mut self) -> (Vec<String>, String) {
        let text = self.next("console");
        let command = |line: &str| line.strip_prefix("$ ").map(str::to_owned);
        let output: Vec<&str> = text.lines().filter(|line| command(line).is_none()).collect();
        let output = output.iter().map(|line| format!("{line}\n")).collect();
        (text.lines().filter_map(command).collect(), output)
    }

    /// Runs the next block, a single command of cargo, and compares its standard output.
    fn run(&mut self, folder: &Path) {
        let (commands, expected) = self.console();
        let [command] = &commands[..] else { panic!("{commands:?}") };
        let arguments: Vec<&str> = command.strip_prefix("cargo ").expect("cargo").split(' ').collect();
        let output = cargo(folder, &arguments, &[]);
        assert_eq!(without_duration(&String::from_utf8_lossy(&output.stdout)), without_duration(&expected));
    }
}

/// Replaces the duration at the end of a test report.
fn without_duration(output: &str) -> String {
    let line = |line: &str| match line.split_once("finished in ") {
        Some((before, _)) => format!("{before}finished\n"),
        None => format!("{line}\n"),
    };
    output.lines().map(line).collect()
}

#[test]
fn the_quickstart_works_step_by_step() {
    let mut guide = Guide(code_blocks("kmd-events/src/guide/quickstart.md").into_iter());
    let parent = tempfile::tempdir().expect("a folder");
    let folder = &parent.path().join("doord");
    let main = |text: &str| fs::write(folder.join("src/main.rs"), text).expect("written");

    // 1. Create a package.
    let (commands, _) = guide.console();
    assert_eq!(commands, ["cargo new --quiet doord", "cd doord"]);
    cargo(parent.path(), &["new", "--quiet", "doord"], &[]);
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    let manifest = manifest.strip_suffix("[dependencies]\n").expect("no dependencies");
    let crate_folder = root().join("kmd-events").display().to_string();
    let dependencies = guide.next("toml").replace("../kmd-events/kmd-events", &crate_folder);
    fs::write(folder.join("Cargo.toml"), format!("{manifest}{dependencies}")).expect("written");
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("a copy");

    // 2. Write a catalog.
    fs::write(folder.join("messages.yaml"), guide.next("yaml")).expect("written");

    // 3. Log to standard error. Time, host and PID differ.
    let code = guide.next("rust,ignore");
    main(&code);
    let (commands, expected) = guide.console();
    assert_eq!(commands, ["cargo run --quiet"]);
    let output = cargo(folder, &["run", "--quiet"], &[]);
    let line = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(words(&line, &[1, 2, 4]), words(&expected, &[1, 2, 4]));
    let misspelled = code.replace("\"north\", badge }", "\"north\", bagde: badge }");
    assert_ne!(misspelled, code);
    main(&misspelled);
    let (commands, expected) = guide.console();
    assert_eq!(commands, ["cargo build --quiet"]);
    let output = try_cargo(folder, &["build", "--quiet"], &[]);
    assert!(!output.status.success());
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.starts_with(&expected), "{error}");

    // 4. Log to a file.
    let line = |line: &&str| line.trim_start().starts_with("let log = ");
    let to_replace = code.lines().find(line).expect("a line");
    main(&code.replace(to_replace, guide.next("rust,ignore").trim_end()));
    let (commands, expected) = guide.console();
    assert_eq!(commands, ["cargo run --quiet", "cat doord.log"]);
    let output = cargo(folder, &["run", "--quiet"], &[]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let line = fs::read_to_string(folder.join("doord.log")).expect("the file");
    assert_eq!(words(&line, &[1, 2, 4]), words(&expected, &[1, 2, 4]));

    // 5. Log to syslog. The lines of its file begin with another format of the time.
    let code = guide.next("rust,ignore");
    let (commands, expected) = guide.console();
    assert_eq!(commands, ["cargo run --quiet", "grep doord /var/log/syslog"]);
    if let Some(mut rsyslog) = Rsyslog::start("the quickstart sends to syslog") {
        let socket = rsyslog.unix().display().to_string();
        let own = code.replace("/dev/log", &socket);
        assert_ne!(own, code);
        main(&own);
        cargo(folder, &["run", "--quiet"], &[]);
        let _ = rsyslog.next(1);
        let line = rsyslog.syslog_file("doord");
        assert_eq!(words(&line, &[0, 1, 2]), words(&expected, &[0, 1, 2]));
        let process = |line: &str| line.split(' ').nth(2).map(|word| word.split('[').next().map(str::to_owned));
        assert_eq!(process(&line), process(&expected));
    }

    // 6. Parse the line. The line of the test is the one that step 5 shows.
    let test = guide.next("rust,ignore");
    assert!(test.contains(&format!("\"{}\"", expected.trim_end())), "{test}");
    main(&(code + "\n" + &test));
    guide.run(folder);
    assert!(guide.0.next().is_none());
}

/// Returns a line without the words at these places, which differ from run to run.
fn words(line: &str, variable: &[usize]) -> Vec<String> {
    let words = line.trim_end().split(' ').enumerate();
    words.filter(|(place, _)| !variable.contains(place)).map(|(_, word)| word.to_owned()).collect()
}
