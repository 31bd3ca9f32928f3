//! Tests of the part of the HTML page that decodes lines, in a browser.

use std::fs;

use kmd_events::{KmdTag, LoadedCatalog};
use kmd_tests::all_types::WxTag;
use kmd_tests::hard_lines::hard_lines;
use kmd_tests::javascript::{UNSEEN, expression, found, javascript};
use kmd_tests::oracle::assert_fidelity;
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::page::{FOCUSED, Page, STATUS, open};
use crate::{LAB, manual};

/// The results: the heading, the severity with the number of the line, the values, the rest, and whether the explanation is
/// open. Results for other lines have their heading and their text.
const RESULTS: &str = "[...document.querySelectorAll('#decoded > li')].map((item) => {
    const text = (selector) => item.querySelector(selector)?.textContent;
    if (item.matches('.other')) return [text('p'), text('.text')];
    const values = [...item.querySelectorAll('tbody tr')].map((row) => [...row.children].slice(0, 2));
    return [text('h3 a'), text('.properties'), values.map((cells) => cells.map((it) => it.textContent).join('=')),
        text('.rest code') ?? null, item.querySelector('details').open];
})";
const SUMMARY: &str = "document.getElementById('lines-status').textContent";

/// Puts lines into the field, as if they were pasted, and waits until they are decoded.
fn paste(page: &mut Page, lines: &str) {
    page.get("document.getElementById('lines').select()");
    if lines.is_empty() {
        page.browser.press("Backspace");
    } else {
        page.browser.call("Input.insertText", &json!({"text": lines}));
    }
    let wait = "new Promise((done) => { const wait = () => (document.getElementById('lines-status').textContent \
                || !document.getElementById('lines').value ? done() : setTimeout(wait)); wait(); })";
    page.get(wait);
}

#[test]
fn lines_are_decoded() {
    let Some(mut page) = open("lines in the HTML page", None) else { return };
    let up = |values: Value, rest: Value| json!(["KMD_VPN_UP_ALARM_USER", "info · line 1", values, rest, true]);
    let hq = || json!(["vpn-name=hq", "remote-address=192.0.2.1"]);
    for (line, expected) in [
        ("Aug  3 10:18:44 srx1 kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.", up(hq(), Value::Null)),
        // RFC 5424 with structured data, and the output of `journalctl -o short-iso`.
        (
            "<30>1 2024-08-03T10:18:44Z srx1 kmd 7 KMD_VPN_UP_ALARM_USER [junos@2636 vpn-name=\"]\\\"]\"] VPN hq from \
             192.0.2.1 is up.",
            up(hq(), Value::Null),
        ),
        (
            "2024-08-03T10:18:44+02:00 srx1 kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.",
            up(hq(), Value::Null),
        ),
        (
            "kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up. Local-ip: ::1",
            up(hq(), json!(" Local-ip: ::1")),
        ),
        // A value that contains the next literal, and an IPv6 address.
        (
            "KMD_VPN_UP_ALARM_USER: VPN a from b from 2001:db8::1 is up.",
            up(json!(["vpn-name=a from b", "remote-address=2001:db8::1"]), Value::Null),
        ),
        (
            "KMD_VPN_UP_ALARM_USER: VPN  from ::1 is up.",
            up(json!(["vpn-name=no text", "remote-address=::1"]), Value::Null),
        ),
        (
            "KMD_VPN_UP_ALARM_USER: VPN <b>x</b> & \"</textarea> from ::1 is up.",
            up(json!(["vpn-name=<b>x</b> & \"</textarea>", "remote-address=::1"]), Value::Null),
        ),
        (
            "KMD_DPD_INVALID_SEQUENCE_NUMBER: Unable to send DPD reply: remote peer 2001:db8::1:500 provided invalid zero \
             sequence number to local peer ::ffff:198.51.100.4:65535",
            json!([
                "KMD_DPD_INVALID_SEQUENCE_NUMBER",
                "error · line 1",
                [
                    "remote-address=2001:db8::1",
                    "remote-port=500",
                    "local-address=::ffff:198.51.100.4",
                    "local-port=65535"
                ],
                null,
                true
            ]),
        ),
        // A message without a tag.
        (
            "Aug  3 10:18:44 srx1 kmd[7]: Config download: Processed 4 - 5 messages",
            json!([
                "KMD_CONFIG_DOWNLOAD_PROCESSED",
                "info · line 1",
                ["first-message=4", "last-message=5"],
                null,
                true
            ]),
        ),
        // A text that is not that of the message.
        ("kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from nowhere is up.", up(json!([]), Value::Null)),
    ] {
        paste(&mut page, line);
        assert_eq!(page.get(RESULTS), json!([expected]), "{line}");
        assert_eq!(page.get(SUMMARY), "1 message", "{line}");
    }
    assert_eq!(page.get("document.querySelectorAll('#decoded b, #decoded img').length"), 0);
    let explanation = "document.querySelector('#decoded details dl').textContent.slice(0, 24)";
    assert_eq!(page.get(explanation), "The VPN monitor detected");
    paste(&mut page, "");
    assert_eq!(page.get(RESULTS), json!([]));
    assert_eq!(page.get(SUMMARY), "");
    page.check_silent();
}

/// The page says why a line has no values.
#[test]
fn a_line_without_a_text_is_for_the_program() {
    let Some(mut page) = open("lines without a text in the HTML page", None) else { return };
    let reason = "[...document.querySelectorAll('#decoded > li > p:not([class])')].map((it) => it.textContent)";
    let no_text = "This line has no text. The page does not read structured data; kmd decode does.";
    let other = "The text does not match the message, so there are no values.";
    let data = "[junos@2636.1.1.1.2.129 vpn-name=\"branch-1\" remote-address=\"203.0.113.7\"]";
    for (line, expected) in [
        (format!("<29>1 2024-08-03T10:18:44Z srx1 kmd 7 KMD_VPN_DOWN_ALARM_USER {data}"), no_text),
        (format!("<29>1 2024-08-03T10:18:44Z srx1 kmd 7 KMD_VPN_DOWN_ALARM_USER {data} "), no_text),
        (format!("<29>1 2024-08-03T10:18:44Z srx1 kmd 7 KMD_VPN_DOWN_ALARM_USER {data} VPN"), other),
        ("kmd[7]: KMD_VPN_DOWN_ALARM_USER: ".to_owned(), no_text),
        ("kmd[7]: KMD_VPN_DOWN_ALARM_USER: VPN hq is down.".to_owned(), other),
    ] {
        paste(&mut page, &line);
        assert_eq!(page.get(reason), json!([expected]), "{line}");
    }
    page.check_silent();
}

#[test]
fn other_lines_are_counted() {
    let Some(mut page) = open("other lines in the HTML page", None) else { return };
    let up = "kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.";
    let long = format!("{up}{}", "x".repeat(9000));
    let lines = [
        up,
        "",
        "sshd[1]: Accepted publickey for root",
        "kmd[7]: KMD_NO_SUCH_MESSAGE: x",
        "rpd[1]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.",
        "last message repeated 3 times",
        &long,
        "kmd[7]: KMD_VPN_DOWN_ALARM_USER: VPN hq from 192.0.2.1 is down.",
        up,
    ];
    paste(&mut page, &lines.join("\r\n"));
    assert_eq!(page.get(SUMMARY), "3 messages, 5 other lines");
    let values = json!(["vpn-name=hq", "remote-address=192.0.2.1"]);
    let expected = json!([
        ["KMD_VPN_UP_ALARM_USER", "info · line 1", values, null, true],
        ["Lines 3 to 6: no message of this catalog", format!("{}\n…", lines[2..5].join("\n"))],
        ["Line 7: too long to read", &long[..500]],
        ["KMD_VPN_DOWN_ALARM_USER", "info · line 8", values, null, true],
        // The explanation of a message is open once.
        ["KMD_VPN_UP_ALARM_USER", "info · line 9", values, null, false]
    ]);
    assert_eq!(page.get(RESULTS), expected);
    // The search is independent of the lines.
    assert_eq!(page.get(STATUS), "104 of 104 messages");
    page.check_silent();
}

#[test]
fn lines_that_cannot_be_split_in_time_are_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = folder.path().join("twice.yaml");
    let text = "
prefix: APP
process: app
placeholders:
  a: { type: text, description: A. }
  b: { type: text, description: B. }
  c: { type: text, description: C. }
  d: { type: text, description: D. }
  e: { type: text, description: E. }
defaults: { type: event, severity: info, facility: LOG_AUTH }
messages:
  APP_TWICE: { template: '{a} {a} {b} {b} {c} {c} {d} {d} {e} {e}!', description: It has each value twice. }
";
    fs::write(&catalog, text).expect("written");
    let Some(mut page) = open("hostile lines in the HTML page", catalog.to_str()) else { return };
    let hostile = format!("app[1]: APP_TWICE: {}y", "x ".repeat(200));
    paste(&mut page, &format!("{hostile}\napp[1]: APP_TWICE: 1 1 2 2 3 3 4 4 5 5!"));
    assert_eq!(page.get(SUMMARY), "1 message, 1 other line");
    let expected = json!([
        ["Line 1: APP_TWICE cannot be split in time", hostile],
        ["APP_TWICE", "info · line 2", ["a=1", "b=2", "c=3", "d=4", "e=5"], null, true]
    ]);
    assert_eq!(page.get(RESULTS), expected);
    page.check_silent();
}

#[test]
fn ten_thousand_lines_do_not_freeze_the_page() {
    let Some(mut page) = open("ten thousand lines in the HTML page", None) else { return };
    let lines = (0..10_000).map(|index| match index % 10 {
        9 => "Aug  3 10:18:44 srx1 rpd[1]: bgp_hold_timeout: NOTIFICATION sent".to_owned(),
        _ => format!(
            "Aug  3 10:18:44 srx1 kmd[7]: KMD_DPD_INVALID_SEQUENCE_NUMBER: Unable to send DPD reply: remote peer \
             2001:db8::{index}:500 provided invalid zero sequence number to local peer ::1:500"
        ),
    });
    let lines = lines.collect::<Vec<_>>().join("\n");
    // The page can do something else between two slices of the lines.
    let read = "(async () => {
        let [ticks, last, longest] = [0, performance.now(), 0];
        const timer = setInterval(() => {
            [ticks, longest, last] = [ticks + 1, Math.max(longest, performance.now() - last), performance.now()];
        });
        const field = document.getElementById('lines');
        field.value = LINES;
        field.dispatchEvent(new Event('input'));
        const status = document.getElementById('lines-status');
        while (!status.textContent) await new Promise((done) => setTimeout(done));
        clearInterval(timer);
        return [ticks, longest];
    })()";
    let ticks = page.get(&read.replace("LINES", &json!(lines).to_string()));
    println!("{} pauses, at most {} ms apart", ticks[0], ticks[1]);
    assert!(ticks[0].as_u64() > Some(1), "{ticks}");
    assert_eq!(page.get(SUMMARY), "9,000 messages, 1,000 other lines");
    assert_eq!(page.get("document.querySelectorAll('#decoded > li').length"), 100);
    assert_eq!(page.get("document.getElementById('more').textContent"), "Show 100 of 9,900 more results");
    page.get("document.getElementById('more').focus()");
    page.browser.press("Enter");
    assert_eq!(page.get("document.querySelectorAll('#decoded > li').length"), 200);
    assert_eq!(page.get("[...document.querySelectorAll('#decoded > li')].indexOf(document.activeElement)"), 100);
    page.check_silent();
}

#[test]
fn lines_are_decoded_with_the_keyboard() {
    let Some(mut page) = open("lines in the HTML page with the keyboard", None) else { return };
    page.browser.press("Tab");
    page.browser.press("Enter");
    page.browser.press("Tab");
    assert_eq!(page.get(FOCUSED), "lines");
    assert_eq!(page.get("document.activeElement.labels[0].textContent"), "Paste lines of a log");
    // A slash is a part of the text here.
    page.browser.type_text(
        "KMD_DPD_NO_LOCAL_ADDRESS: Unable to send DPD hello message from local peer ::1/500: address \
                            not found in instance a/b",
    );
    let values = json!(["local-address=::1", "local-port=500", "service-set=a/b"]);
    assert_eq!(page.get(RESULTS), json!([["KMD_DPD_NO_LOCAL_ADDRESS", "error · line 1", values, null, true]]));
    page.browser.press("Tab");
    assert_eq!(page.get(FOCUSED), "KMD_DPD_NO_LOCAL_ADDRESS");
    page.browser.press("Tab");
    assert_eq!(page.get(FOCUSED), "Explanation");
    page.browser.press("Enter");
    assert_eq!(page.get("document.querySelector('#decoded details').open"), false);
    page.check_silent();
}

#[test]
fn a_catalog_full_of_markup_is_decoded() {
    let Some(mut page) = open("markup in lines in the HTML page", Some(LAB)) else { return };
    let line = r#"LAB_SCRIPT: <script>alert(1)</script> </script><img src=x onerror=alert(2)> & \n .SH \fB*x* "<i>down</i>" 0x00ff {braces}"#;
    paste(&mut page, line);
    let values = json!(["name=</script><img src=x onerror=alert(2)>", "level=<i>down</i>", "id2=255"]);
    assert_eq!(page.get(RESULTS), json!([["LAB_SCRIPT", "critical · line 1", values, null, true]]));
    paste(&mut page, "labd: wait was 7.5\nlabd: waited 7.5 for <b>\nlabd: waited 7.5 and");
    let item = |line: u8, values: Value, rest: Value| {
        json!(["LAB_OTHER", format!("debug · line {line}"), values, rest, line == 1])
    };
    let expected = json!([
        item(1, json!(["delay=7.5"]), Value::Null),
        item(2, json!(["delay=7.5", "name=<b>"]), Value::Null),
        item(3, json!(["delay=7.5"]), json!(" and")),
    ]);
    assert_eq!(page.get(RESULTS), expected);
    assert_eq!(page.get("document.querySelectorAll('script').length"), 2);
    assert_eq!(page.get("document.querySelectorAll('img, i, b').length"), 0);
    page.check_silent();
}

#[test]
fn results_fit_a_phone_and_a_printer_and_have_contrast() {
    let Some(mut page) = open("results in the HTML page on a phone", None) else { return };
    let long = "x".repeat(300);
    paste(&mut page, &format!("{long}\nKMD_VPN_UP_ALARM_USER: VPN {long} from 2001:db8:1:2:3:4:5:ffff is up.{long}"));
    for width in [320, 390, 768, 1024, 1920] {
        page.browser.resize(width, 700, width < 500);
        assert!(page.get("document.documentElement.scrollWidth").as_u64() <= Some(width.into()), "{width}");
    }
    page.check_contrast();
    page.browser.call("Emulation.setEmulatedMedia", &json!({"media": "print", "features": []}));
    let is_visible = |id: &str| format!("document.getElementById('{id}').checkVisibility()");
    assert_eq!(page.get(&is_visible("decoded")), true);
    assert_eq!(page.get(&is_visible("lines")), false);
    page.get(
        "const field = document.getElementById('lines'); field.value = ''; field.dispatchEvent(new Event('input'))",
    );
    assert_eq!(page.get(&is_visible("decoder")), false);
    page.check_silent();
}

/// Compares what the page of a catalog reads with what the parser does.
#[track_caller]
fn check(path: &str, file: Option<&str>, catalog: &LoadedCatalog, unseen: &[&str]) {
    let Some(mut browser) = Chromium::start("the rules in the HTML page") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.html");
    let text = manual("html", file);
    let exposed = text.replacen("</script></body>", "\nglobalThis.decode = decode;\n</script></body>", 1);
    assert_ne!(text, exposed);
    fs::write(&page, exposed).expect("written");
    browser.open(&format!("file://{}", page.display()));
    let lines = hard_lines(catalog);
    let results = browser.evaluate(&expression(&lines));
    assert_fidelity(&lines, &javascript(path).fidelity, unseen, &found(results.as_str().expect("a text")));
    assert!(browser.complaints.is_empty(), "{:#?}", browser.complaints);
}

#[test]
fn the_page_reads_what_the_parser_reads() {
    check("catalog.yaml", None, &LoadedCatalog::of::<KmdTag>(), &[]);
}

#[test]
fn the_page_reads_every_type() {
    let path = "tests/fixtures/all_types.yaml";
    check(path, Some(&format!("../{path}")), &LoadedCatalog::of::<WxTag>(), UNSEEN);
}

/// The search does not need the script that decodes.
#[test]
fn without_decoding_the_search_works() {
    let Some(mut browser) = Chromium::start("the search without decoding") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.html");
    let text = manual("html", None).replacen("const TAGGED = [", "const TAGGED = ][", 1);
    fs::write(&page, text).expect("written");
    browser.open(&format!("file://{}", page.display()));
    assert_eq!(browser.evaluate(STATUS), "104 of 104 messages");
    assert_eq!(browser.evaluate("document.getElementById('decoder').hidden"), true);
}
