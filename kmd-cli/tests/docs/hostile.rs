//! Tests of manuals of a catalog whose author is hostile: each text of the catalog is an attack.

use std::fmt::Write as _;
use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::manual;
use crate::page::{Page, open};

/// Texts that run a script or add elements, if a page contains them unchanged. Each is one line without braces and backticks.
const ATTACKS: &[&str] = &[
    "<script>globalThis.ran = 1</script>",
    "</script><script>globalThis.ran = 1</script>",
    "<!--<script>",
    "<img src=x onerror=\"globalThis.ran = 1\">",
    "\" onmouseover=\"globalThis.ran = 1\" x=\"",
    "'><svg onload=globalThis.ran=1>",
    "</textarea></title></style><iframe src=\"javascript:globalThis.ran=1\">",
    "<base href=//example.net/><meta http-equiv=refresh content=\"0; url=//example.net/\">",
    "<a href=javascript:globalThis.ran=1 id=lines name=search>x</a>",
    "&lt;script&gt; &#60;b&#62; ]]> <![CDATA[<b>",
    ".de xx ' \\X'x' \\\\ \\*(xx \\fB .so /etc/passwd",
    "'br .SH \\(rs",
    "-- 00000000000000000000000000000000 # ; @MESSAGE@",
    "| *x* _y_ ~~z~~ [a](javascript:globalThis.ran=1) ![b](//example.net/c) <javascript:d>",
];

/// Returns a catalog with a message per attack, in which each text is what `text` returns for the attack.
fn catalog(text: impl Fn(&str) -> String) -> String {
    let mut catalog = format!(
        "prefix: EVIL\nprocess: {}\ndefaults: {{ type: event, severity: info, facility: LOG_AUTH }}\nplaceholders:\n",
        json!(text("<b>\"'\\*(xx</b>")),
    );
    let quoted = |attack: &str| json!(text(attack)).to_string();
    for (index, attack) in ATTACKS.iter().enumerate() {
        let quoted = quoted(attack);
        let _ = writeln!(catalog, "  text-{index}: {{ type: text, absent: {quoted}, description: {quoted} }}");
        let _ = writeln!(
            catalog,
            "  word-{index}: {{ type: enum, values: [{{ One: {quoted} }}, two], description: {quoted} }}"
        );
    }
    catalog += "messages:\n";
    for (index, attack) in ATTACKS.iter().enumerate() {
        let quoted = quoted(attack);
        let template = json!(format!("{} {{text-{index}}} {index}", text(attack)));
        let tail = json!(format!("; {} {{word-{index}}}", text(attack)));
        let alternative = json!(format!("other {index} {}", text(attack)));
        let _ = writeln!(
            catalog,
            "  EVIL_A{index}:\n    template: {template}\n    tail: [{tail}]\n    alternatives: [{alternative}]\n    \
             description: {quoted}\n    cause: {quoted}\n    action: {quoted}\n    note: {quoted}\n    since: {quoted}\n    \
             source: {quoted}\n    deprecated: {{ note: {quoted} }}"
        );
    }
    catalog
}

/// Writes the hostile catalog, and one that is the same with harmless texts.
fn catalogs() -> (TempDir, [String; 2]) {
    let folder = tempfile::tempdir().expect("a folder");
    let hostile = catalog(str::to_owned);
    let harmless = catalog(|attack| format!("text{}", ATTACKS.iter().position(|it| *it == attack).unwrap_or_default()));
    let paths = [("hostile.yaml", hostile), ("harmless.yaml", harmless)].map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("written");
        path.to_str().expect("UTF-8").to_owned()
    });
    (folder, paths)
}

/// The names of all elements with the names of their attributes.
const ELEMENTS: &str =
    "[...document.querySelectorAll('*')].map((it) => [it.localName, ...it.getAttributeNames()].join(' '))";

#[track_caller]
fn check(page: &mut Page, elements: &Value) {
    assert_eq!(page.get("globalThis.ran === undefined && document.baseURI === location.href"), true);
    assert_eq!(&page.get(ELEMENTS), elements);
}

#[test]
fn no_text_of_a_catalog_is_a_script_or_an_element() {
    let (_folder, [hostile, harmless]) = catalogs();
    let Some(mut page) = open("a hostile catalog in the HTML page", Some(&harmless)) else { return };
    let elements = page.get(ELEMENTS);
    assert!(elements.as_array().expect("a list").len() > 100 * ATTACKS.len() / 3);
    let mut page = open("a hostile catalog in the HTML page", Some(&hostile)).expect("a browser");
    check(&mut page, &elements);
    for (index, attack) in ATTACKS.iter().enumerate() {
        let text = |selector: &str| format!("document.querySelector('#EVIL_A{index} {selector}').textContent");
        assert_eq!(page.get(&text(".description")), *attack);
        assert!(page.get(&text(".text")).as_str().expect("a text").starts_with(attack), "{attack}");
    }

    // The texts stay texts after a search, in the fragment of the address, and in the lines that are decoded.
    for attack in ATTACKS {
        page.get(&format!(
            "(() => {{ const field = document.getElementById('words'); field.value = {}; \
             field.dispatchEvent(new Event('input')); location.hash = field.value; \
             document.getElementById('search').requestSubmit(); }})()",
            json!(attack)
        ));
        page.get("new Promise((done) => setTimeout(done))");
        let hidden = "document.querySelectorAll('article, nav li').forEach((it) => { it.hidden = false; it.removeAttribute('hidden'); }); \
                      document.getElementById('none').hidden = true; document.activeElement.blur()";
        page.get(hidden);
        check(&mut page, &elements);
    }
    let lines: Vec<String> = ATTACKS
        .iter()
        .enumerate()
        .flat_map(|(index, it)| [format!("EVIL_A{index}: {it} {it} {index}; {it} {it} {it}"), (*it).to_owned()])
        .collect();
    let lines = json!(lines.join("\n"));
    page.get(&format!(
        "(async () => {{ const field = document.getElementById('lines'); field.value = {lines}; \
         field.dispatchEvent(new Event('input')); \
         while (!document.getElementById('lines-status').textContent) await new Promise((done) => setTimeout(done)); }})()"
    ));
    let number = ATTACKS.len();
    let status = "document.getElementById('lines-status').textContent";
    assert_eq!(page.get(status), format!("{number} messages, {number} other lines"));
    let known = "ol li h3 a p span table thead tbody tr th td var details summary dl dt dd code small".split(' ');
    let decoded = "[...new Set([...document.querySelectorAll('#decoded *')].map((it) => it.localName))]";
    let known: Vec<&str> = known.collect();
    for name in page.get(decoded).as_array().expect("a list") {
        assert!(known.contains(&name.as_str().expect("a name")), "{name}");
    }
    let attributes =
        "[...new Set([...document.querySelectorAll('#decoded *')].flatMap((it) => it.getAttributeNames()))].sort()";
    assert_eq!(page.get(attributes), json!(["class", "href", "open", "scope"]));
    let links =
        "[...document.querySelectorAll('#decoded a')].every((it) => /^#EVIL_A\\d+$/.test(it.getAttribute('href')))";
    assert_eq!(page.get(links), true);
    page.get("document.getElementById('lines').value = ''; document.getElementById('decoded').replaceChildren()");
    assert_eq!(page.get("globalThis.ran === undefined"), true);
    page.check_silent();

    // Whatever a catalog contains, the browser loads nothing.
    let violation = "new Promise((done) => {
        document.addEventListener('securitypolicyviolation', (it) => done(it.effectiveDirective));
        const image = new Image();
        image.src = 'http://127.0.0.1:9/';
        document.body.append(image);
    })";
    assert_eq!(page.get(violation), "img-src");
}

/// Compares the lines with those of a harmless catalog, as far as they are not text.
#[test]
fn no_text_of_a_catalog_is_a_request_or_an_entry() {
    let (_folder, files) = catalogs();
    let lines = |format: &str, is_markup: fn(&str) -> bool| -> [Vec<String>; 2] {
        files.each_ref().map(|file| {
            let page = manual(format, Some(file));
            page.lines().filter(|line| is_markup(line)).map(str::to_owned).collect()
        })
    };
    let [hostile, harmless] = lines("man", |line| line.starts_with(['.', '\'']) && !line.starts_with(".TH "));
    assert_eq!(hostile, harmless);
    let [title, _] = lines("man", |line| line.starts_with(".TH "));
    assert_eq!(title, [".TH <B>\\(dq\\(aq\\(rs*(XX</B>-MESSAGES 7"]);
    // The escape sequences are those of fonts and of single characters.
    for line in lines("man", |line| !line.starts_with('.')).concat() {
        let mut rest = &*line;
        while let Some((_, after)) = rest.split_once('\\') {
            let known = ["\\", "fB", "fI", "fR", "-", "&", "*(Aq"].iter().find(|known| after.starts_with(**known));
            rest = after.strip_prefix(*known.unwrap_or_else(|| panic!("{line}"))).expect("known");
        }
    }

    let [hostile, harmless] = lines("journal", |line| line.starts_with(['-', ';']));
    assert_eq!(hostile, harmless);
    assert_eq!(hostile.len(), ATTACKS.len());
    let [hostile, harmless] = lines("journal", |line| line.starts_with('#'));
    assert_eq!(hostile.len(), harmless.len());
}

/// Compares the manual with that of a harmless catalog: it has the same blocks, and no text has an active character.
#[test]
fn no_text_of_a_catalog_is_markdown() {
    let (_folder, files) = catalogs();
    let [hostile, harmless] = files.each_ref().map(|file| lines_of_markdown(&manual("markdown", Some(file))));
    let kinds = |lines: &[String]| -> Vec<String> {
        lines.iter().map(|line| line.chars().take_while(|char| "#|-`*".contains(*char)).collect()).collect()
    };
    assert_eq!(kinds(&hostile), kinds(&harmless));
    // Every second part is between backticks, since the attacks have none.
    for text in hostile.iter().flat_map(|line| line.split('`').step_by(2)) {
        for (at, _) in text.match_indices(['<', '[', '&']) {
            let is_link = text[at..].starts_with("[EVIL\\_") || text[at..].starts_with("[EVIL_");
            assert!(is_link || text[..at].ends_with('\\'), "{text}");
        }
    }
}

/// Returns the lines outside of code blocks, and those that begin and end the blocks.
fn lines_of_markdown(page: &str) -> Vec<String> {
    let mut is_code = false;
    let is_outside = |line: &&str| {
        let is_fence = line.starts_with("```");
        is_code ^= is_fence;
        is_fence || !is_code
    };
    page.lines().filter(is_outside).map(str::to_owned).collect()
}
