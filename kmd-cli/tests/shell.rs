//! Tests of `kmd completions` and `kmd man`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

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
        ("kmd explain --severity cri", "critical"),
        ("kmd explain --facility LOG_D", "LOG_DAEMON"),
        ("kmd man com", "completions"),
        ("kmd rules --to vec", "vector"),
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
        (&program, ".SH \"EXIT STATUS\"\nThe exit status is 0 for success, 1 if the command found a mistake,"),
        (&program, ".SH \"SEE ALSO\"\n\\fBkmd\\-check\\fR(1), "),
        (&check, ".TH kmd-check 1"),
        (&check, "kmd\\-check \\- Check a catalog for mistakes"),
        (&check, "\\-\\-format"),
    ] {
        assert!(page.contains(text), "{text}:\n{page}");
    }
}

/// Formats the pages as `man` does. Without groff, the test says that it is skipped.
#[test]
fn man_pages_have_the_usual_sections() {
    let groff = |page: &str| {
        let mut groff = Command::new("groff");
        groff.args(["-man", "-Tutf8", "-ww", "-rLL=200n", "-P-cbou"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut groff = groff.stderr(Stdio::piped()).spawn().ok()?;
        groff.stdin.take().expect("a pipe").write_all(page.as_bytes()).expect("written");
        let output = groff.wait_with_output().expect("groff runs");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        Some(String::from_utf8(output.stdout).expect("UTF-8"))
    };
    for (command, lines) in [
        (
            "check",
            &[
                "       kmd check [OPTIONS] <FILE>...",
                "       --format <FORMAT> [default: human]",
                "NOTES",
                "         line     the number of the line, from 1, or null if the mistake concerns the whole file",
                "       The exit status is 0 if the catalog has no mistakes, 1 if it has mistakes, and 2 if a file cannot be read.",
            ][..],
        ),
        (
            "rules",
            &[
                "       kmd rules [OPTIONS] --to <ENGINE> [FILE]...",
                "       kmd rules --fidelity [--to <ENGINE>] [FILE]...",
            ],
        ),
        ("explain", &["       kmd explain [OPTIONS] [FILE] [TAG]..."]),
        ("man", &["           kmd man check | man -l -"]),
    ] {
        let Some(page) = groff(&printed(&["man", command])) else {
            std::io::stderr().write_all(b"\nSKIPPED: the man pages, since groff is not installed\n").expect("stderr");
            return;
        };
        let footer = concat!(" kmd ", env!("CARGO_PKG_VERSION"), " ");
        assert!(page.trim_end().lines().last().expect("a footer").contains(footer), "{page}");
        for line in lines.iter().chain(&["EXIT STATUS", "SEE ALSO"]) {
            assert!(page.lines().any(|shown| shown == *line), "{line}\n{page}");
        }
        assert!(page.contains("       kmd(1), kmd-"), "{page}");
        assert!(!page.contains("EXTRA"), "{page}");
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
        (&["man", "chekc"][..], "error: invalid value 'chekc' for '[COMMAND]'\n  [possible values: check, diff, "),
        (
            &["man", "--out", "Cargo.toml/man1"],
            "error: cannot write `Cargo.toml/man1`: Not a directory (os error 20)\n",
        ),
    ] {
        let output = kmd(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.starts_with(expected), "{error}");
        assert_eq!(output.status.code(), Some(2));
    }
}
