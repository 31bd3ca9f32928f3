//! Tests of the manuals that are texts.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::{LAB, docs, manual};

#[test]
fn markdown_has_everything_and_no_markup_of_the_catalog() {
    let page = manual("markdown", Some(LAB));
    let expected = r#"# Log messages of labd

The process labd logs 3 messages. A name in angle brackets is a field, which has a value in each line. A part in square brackets may be missing.

## Contents

- [LAB_SCRIPT](#lab_script) (critical)
- [LAB_OTHER](#lab_other) (debug)
- [LAB_LINES](#lab_lines) (notice)

## Messages

### LAB_SCRIPT

```text
<script>alert(1)</script> <name> & \n .SH \fB*x* "<level>" 0x<id2> {braces}
```

- **Severity:** critical
- **Facility:** LOG_LOCAL0
- **Type:** reports an error

**Description:** A `name` and \</script\>\<img src=x onerror=alert(2)\> \_x\_. \`broken

**Cause:** # not a comment and ; and -- 00000000000000000000000000000000 x

**Action:** .TH is at the beginning. 'br too.

**Note:** Two\\lines.

**Since:** 2.1

**Deprecated:** use [`LAB_OTHER`](#lab_other)

| Field | Values | Description |
|---|---|---|
| `name` | text | Name with \| and \<b\>bold\</b\>. |
| `level` | `up`, `<i>down</i>` or `a"b`; `&none;` if there is no value | The level. |
| `id2` | integer from 0 to 65,535, in hexadecimal in the text, a decimal number in JSON | A number. |

### LAB_OTHER

```text
waited <delay>[ for <name>]
```

- **Severity:** debug
- **Facility:** LOG_LOCAL0
- **Type:** reports an event
- The line does not contain the tag.

**Description:** It waited.

**Other texts:**

```text
wait was <delay>
```

| Field | Values | Description |
|---|---|---|
| `delay` | duration in milliseconds | Time to wait. |
| `name` | text; may be missing | Name with \| and \<b\>bold\</b\>. |

### LAB_LINES

````text
.SH <delay> ```
````
"#;
    assert_eq!(page.get(..expected.len()), Some(expected), "{page}");
}

#[test]
fn the_catalog_of_the_journal_says_what_it_explains() {
    let expected = "# Log messages of labd. To install this file, copy it to /usr/local/lib/systemd/catalog/labd.catalog\n\
                    # and run `journalctl --update-catalog`. It explains entries that a program wrote with `MESSAGE_ID`, not\n\
                    # lines received from a device.\n\n-- ";
    assert!(manual("journal", Some(LAB)).starts_with(expected));
    let help = docs(&["--help"]);
    let help = String::from_utf8(help.stdout).expect("UTF-8");
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        help.contains("entries that a program wrote with `MESSAGE_ID`, not lines received from a device"),
        "{help}"
    );
}

#[test]
fn every_format_has_every_message_of_kmd() {
    let tags = manual("markdown", None);
    let tags: Vec<&str> = tags.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    assert_eq!(tags.len(), 104);
    for (format, before, after) in
        [("html", "<article id=\"", "\""), ("man", ".SS ", "\n"), ("journal", "Subject: ", " (")]
    {
        let page = manual(format, None);
        let position = |tag: &&str| page.find(&format!("{before}{tag}{after}"));
        let positions: Vec<usize> = tags.iter().filter_map(position).collect();
        assert_eq!(positions.len(), 104, "{format}");
        assert!(positions.is_sorted(), "{format}");
    }
}

/// The page of 104 messages has 220 kB, or 32 kB when a server compresses it. A quarter of it decodes lines.
#[test]
fn the_html_page_is_small_and_loads_nothing() {
    let page = manual("html", None);
    assert!(page.len() < 225_000, "{}", page.len());
    for word in ["http:", "https:", "src=", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
}

/// Formats the page as `man` does. Without groff, the test says that it is skipped.
#[test]
fn man_pages_show_the_texts() {
    let command = Command::new("groff")
        .args(["-k", "-man", "-Tutf8", "-ww", "-rLL=200n", "-P-cbou"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut groff) = command else {
        std::io::stderr().write_all(b"\nSKIPPED: the man page, since groff is not installed\n").expect("stderr");
        return;
    };
    let page = manual("man", Some(LAB));
    groff.stdin.take().expect("a pipe").write_all(page.as_bytes()).expect("written");
    let output = groff.wait_with_output().expect("groff runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let shown = String::from_utf8(output.stdout).expect("UTF-8");
    for line in [
        "       labd-messages - log messages of labd",
        "   LAB_SCRIPT",
        r#"       <script>alert(1)</script> <name> & \n .SH \fB*x* "<level>" 0x<id2> {braces}"#,
        "       Severity critical, facility LOG_LOCAL0; reports an error.",
        "       Action: .TH is at the beginning. 'br too.",
        r"       Note: Two\lines.",
        "       Deprecated: use LAB_OTHER",
        r#"       level  The level. (up, <i>down</i> or a"b; &none; if there is no value)"#,
        "       waited <delay>[ for <name>]",
        "       The line does not contain the tag.",
        "              wait was <delay>",
        "       delay  Time to wait. (duration in milliseconds)",
        "       name   Name with | and <b>bold</b>. (text; may be missing)",
        "       Note: 'br is not a request.",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
    assert!(shown.contains("\n       .SH <delay> "), "{shown}");
}

#[test]
fn a_manual_is_written_to_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kmd.7");
    let output = docs(&["--to", "man", "--out", path.to_str().expect("a path")]);
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(), "{output:?}");
    assert_eq!(fs::read_to_string(&path).expect("the file"), manual("man", None));
}

#[test]
fn mistakes_have_the_exit_status_2() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("missing/kmd.7");
    let missing = missing.to_str().expect("a path");
    for (arguments, expected) in [
        (&["--out", missing][..], format!("error: cannot write `{missing}`: No such file or directory (os error 2)\n")),
        (&["--support", "x"], "error: `--support` requires `--to journal`\n".to_owned()),
    ] {
        let output = docs(arguments);
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr)), (Some(2), expected.into()));
    }
    for arguments in [&["--to", "pdf"][..], &["missing.yaml"]] {
        assert_eq!(docs(arguments).status.code(), Some(2), "{arguments:?}");
    }
}
