//! Tests of `kmd completions` and `kmd man`.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Output};

fn kmd(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kmd")).args(arguments).output().expect("kmd runs")
}

/// Runs the command, which must succeed, and returns its standard output.
fn printed(arguments: &[&str]) -> String {
    let output = kmd(arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Returns the commands that the help lists, without `help`.
fn commands() -> BTreeSet<String> {
    let help = printed(&["--help"]);
    let (_, list) = help.split_once("\nCommands:\n").expect("a list of commands");
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    let commands: BTreeSet<String> = names.map(str::to_owned).collect();
    assert!(commands.contains("check") && commands.contains("man"), "{commands:?}");
    commands
}

#[test]
fn each_shell_has_completions_of_all_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
    }
    assert_eq!(kmd(&["completions", "cmd"]).status.code(), Some(2));
}

/// Loads the completions in a real bash.
#[cfg(unix)]
#[test]
fn bash_completes_commands_and_values() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("kmd.bash");
    fs::write(&file, printed(&["completions", "bash"])).expect("written");
    for (words, expected) in [
        ("kmd chec", "check"),
        ("kmd check --form", "--format"),
        ("kmd check --format sa", "sarif"),
        ("kmd audit --js", "--json"),
        ("kmd completions po", "powershell"),
    ] {
        let (before, last) = words.rsplit_once(' ').expect("two words");
        let previous = before.rsplit(' ').next().expect("a word");
        let script = format!(
            "source '{}'; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _kmd kmd {last} {previous}; echo \"${{COMPREPLY[@]}}\"",
            file.display()
        );
        let output = Command::new("bash").args(["--norc", "-c", &script]).output().expect("bash runs");
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), expected, "{words}: {output:?}");
    }
}

#[test]
fn each_command_has_a_man_page() {
    let folder = tempfile::tempdir().expect("a folder");
    // The folder is created.
    let folder = folder.path().join("share/man1");
    assert_eq!(printed(&["man", "--out", folder.to_str().expect("UTF-8")]), "");
    let files = fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    let files: BTreeSet<String> = files.map(|name| name.into_string().expect("UTF-8")).collect();
    let pages = commands().into_iter().map(|command| format!("kmd-{command}.1"));
    assert_eq!(files, pages.chain(["kmd.1".to_owned()]).collect());
    let program = fs::read_to_string(folder.join("kmd.1")).expect("a page");
    assert_eq!(printed(&["man"]), program);
    let check = fs::read_to_string(folder.join("kmd-check.1")).expect("a page");
    assert_eq!(printed(&["man", "check"]), check);
    for (page, text) in [
        (&program, ".TH kmd 1"),
        (&program, "kmd\\-check(1)"),
        (&program, "Exit status: 0 if all is well"),
        (&check, ".TH kmd-check 1"),
        (&check, "kmd\\-check \\- Check a catalog for mistakes"),
        (&check, "\\-\\-format"),
    ] {
        assert!(page.contains(text), "{text}:\n{page}");
    }
}

/// man fills a longer line with spaces to its width of 78 columns. Its margin has 7.
#[test]
fn the_name_of_a_page_is_one_line() {
    for page in std::iter::once(printed(&["man"])).chain(commands().iter().map(|command| printed(&["man", command]))) {
        let (_, name) = page.split_once(".SH NAME\n").expect("a name");
        let name = name.lines().next().expect("a line").replace('\\', "");
        assert!(name.starts_with("kmd") && name.contains(" - ") && name.len() <= 78 - 7, "{name}");
        assert!(!name.contains("  "), "{name}");
    }
}

#[test]
fn a_missing_command_or_folder_is_status_2() {
    for (arguments, expected) in [
        (&["man", "chekc"][..], "error: cannot find command `chekc`\n"),
        (
            &["man", "--out", "Cargo.toml/man1"],
            "error: cannot write to Cargo.toml/man1: Not a directory (os error 20)\n",
        ),
    ] {
        let output = kmd(arguments);
        assert_eq!((&*String::from_utf8_lossy(&output.stderr), output.status.code()), (expected, Some(2)));
    }
}
