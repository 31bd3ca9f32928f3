//! Tests of the HTML page in a browser. Without Chromium, they report that they are skipped.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::chromium::Chromium;
use crate::{LAB, manual};

/// The tags of the messages that are visible, in order.
const VISIBLE: &str =
    "[...document.querySelectorAll('article')].filter((it) => it.checkVisibility()).map((it) => it.id)";
pub(crate) const STATUS: &str = "document.getElementById('status').textContent";
pub(crate) const FOCUSED: &str =
    "document.activeElement.id || document.activeElement.value || document.activeElement.textContent.slice(0, 60)";

/// A browser that shows a page.
pub(crate) struct Page {
    pub(crate) browser: Chromium,
    address: String,
    _folder: TempDir,
}

/// Opens the page of a catalog, or of kmd without a file, unless there is no browser.
pub(crate) fn open(what: &str, file: Option<&str>) -> Option<Page> {
    let mut browser = Chromium::start(what)?;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.html");
    fs::write(&path, manual("html", file)).expect("written");
    let address = format!("file://{}", path.display());
    browser.open(&address);
    Some(Page { browser, address, _folder: folder })
}

impl Page {
    pub(crate) fn get(&mut self, expression: &str) -> Value {
        self.browser.evaluate(expression)
    }

    /// Writes a query into the search with the keyboard alone.
    fn search(&mut self, query: &str) {
        self.browser.press("Escape");
        self.get("document.activeElement.blur()");
        self.browser.press("/");
        assert_eq!(self.get(FOCUSED), "words");
        self.browser.press("Escape");
        self.browser.type_text(query);
    }

    /// Checks that every color has the contrast of level AA (WCAG 2.2, success criterion 1.4.3), in light and in dark, and
    /// returns the colors of the background.
    pub(crate) fn check_contrast(&mut self) -> Vec<Value> {
        let contrast = "(() => {
            const light = (color) => color.match(/\\d+/g).slice(0, 3).map((it) => it / 255)
                .map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)
                .reduce((sum, it, index) => sum + it * [0.2126, 0.7152, 0.0722][index], 0);
            const back = (it) => { const color = getComputedStyle(it).backgroundColor;
                return color === 'rgba(0, 0, 0, 0)' ? back(it.parentElement) : color; };
            return Math.min(...[...document.querySelectorAll('body *')].filter((it) => it.checkVisibility()).map((it) => {
                const [a, b] = [light(getComputedStyle(it).color), light(back(it))];
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); }));
        })()";
        let mut backs = Vec::new();
        for scheme in ["light", "dark"] {
            let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
            self.browser.call("Emulation.setEmulatedMedia", &features);
            backs.push(self.get("getComputedStyle(document.body).backgroundColor"));
            let contrast = self.get(contrast);
            assert!(contrast.as_f64() >= Some(4.5), "{scheme}: {contrast}");
        }
        backs
    }

    /// Checks that neither the console nor the log of the browser has an entry, and that nothing else was loaded.
    pub(crate) fn check_silent(&mut self) {
        assert_eq!(self.get("performance.getEntriesByType('resource').map((it) => it.name)"), json!([]));
        assert!(self.browser.complaints.is_empty(), "{:#?}", self.browser.complaints);
    }
}

#[test]
fn messages_are_found_as_one_types() {
    let Some(mut page) = open("the search of the HTML page", None) else { return };
    assert_eq!(page.get(STATUS), "104 of 104 messages");
    let alarms = json!(["KMD_VPN_DOWN_ALARM_USER", "KMD_VPN_UP_ALARM_USER", "KMD_PM_SA_ESTABLISHED"]);
    for (query, expected) in [
        // A tag, in lower case.
        ("kmd_vpn_dfbit", json!(["KMD_VPN_DFBIT_STATUS_MSG"])),
        ("alarm", alarms.clone()),
        ("  ALARM   is ", alarms),
        // The text and another word.
        ("alarm up.", json!(["KMD_VPN_UP_ALARM_USER"])),
        // A severity.
        ("notice", json!(["KMD_DPD_REMOTE_ADDRESS_CHANGED"])),
        // A line of a log, and the text alone.
        (
            "Aug  3 10:18:44 srx1 kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.",
            json!(["KMD_VPN_UP_ALARM_USER"]),
        ),
        ("VPN hq from 192.0.2.1 is down.", json!(["KMD_VPN_DOWN_ALARM_USER"])),
        ("no such words", json!([])),
    ] {
        page.search(query);
        assert_eq!(page.get(VISIBLE), expected, "{query}");
        let number = expected.as_array().map_or(0, Vec::len);
        assert_eq!(page.get(STATUS), format!("{number} of 104 messages"), "{query}");
        assert_eq!(page.get("document.getElementById('none').checkVisibility()"), number == 0, "{query}");
        let listed = "[...document.querySelectorAll('nav li')].filter((it) => !it.hidden).map((it) => it.textContent)";
        assert_eq!(page.get(listed), expected, "{query}");
    }
    page.browser.press("Escape");
    assert_eq!(page.get(STATUS), "104 of 104 messages");
    page.check_silent();
}

#[test]
fn lines_of_a_log_are_found() {
    let Some(mut page) = open("lines in the search of the HTML page", Some("../tests/fixtures/all_types.yaml")) else {
        return;
    };
    for (query, expected) in [
        // The text without and with some of its tails.
        ("report of north-west", json!(["WX_REPORT"])),
        ("<166>Aug  3 10:18:44 h wxd[7]: report of north roof by x sky clear (wet)", json!(["WX_REPORT"])),
        // The tag of a text without words.
        ("WX_INTEGERS: 1 2 3 4 5 -1 -2 -3 -4 -5", json!(["WX_INTEGERS"])),
        ("WX_INTEGERS_2: 1 2 3 4 5 -1 -2 -3 -4 -5", json!([])),
    ] {
        page.search(query);
        assert_eq!(page.get(VISIBLE), expected, "{query}");
    }
    page.check_silent();
}

#[test]
fn the_keyboard_is_enough() {
    let Some(mut page) = open("the HTML page with the keyboard", None) else { return };
    page.browser.press("Tab");
    assert_eq!(page.get(FOCUSED), "Skip to the messages");
    assert!(page.get("document.activeElement.getBoundingClientRect().left").as_f64() >= Some(0.0));
    page.browser.press("Enter");
    assert_eq!(page.get(FOCUSED), "messages");

    // Without a severity, all are shown; with some, only these.
    page.search("vpn");
    for expected in ["error", "notice", "info"] {
        page.browser.press("Tab");
        assert_eq!(page.get(FOCUSED), expected);
        assert_ne!(page.get("getComputedStyle(document.activeElement).outlineStyle"), "none");
    }
    page.browser.press(" ");
    let info = json!([
        "KMD_VPN_DFBIT_STATUS_MSG",
        "KMD_VPN_DOWN_ALARM_USER",
        "KMD_VPN_UP_ALARM_USER",
        "KMD_DPD_PEER_DOWN",
        "KMD_IKE_NEGOTIATION_COMPLETED",
        "KMD_IKE_PHASE1_DONE",
        "KMD_PM_SA_ESTABLISHED"
    ]);
    assert_eq!(page.get(VISIBLE), info);
    page.search("");
    assert_eq!(page.get(STATUS), "9 of 104 messages");
    page.search("alarm");
    // Enter leads to the first message.
    page.browser.press("Enter");
    assert_eq!(page.get("location.hash"), "#KMD_VPN_DOWN_ALARM_USER");
    assert_eq!(page.get(FOCUSED), "KMD_VPN_DOWN_ALARM_USER");
    page.check_silent();
}

#[test]
fn each_message_has_a_link() {
    let Some(mut page) = open("the links of the HTML page", None) else { return };
    let links = "[...document.querySelectorAll('h2 a, nav a')].every((it) => \
                 document.querySelector(it.getAttribute('href'))?.id === it.textContent)";
    assert_eq!(page.get(links), true);
    assert_eq!(page.get("document.querySelectorAll('h2 a').length"), 104);
    assert_eq!(page.get("document.querySelectorAll('nav a').length"), 104);

    // The tags in the prose are links, too.
    let mentioned = "document.querySelector('#KMD_VPN_UP_ALARM_USER dd a').getAttribute('href')";
    assert_eq!(page.get(mentioned), "#KMD_VPN_DOWN_ALARM_USER");

    let address = format!("{}#KMD_PM_SA_PEER_NOT_FOUND", page.address);
    page.browser.open(&address);
    assert_eq!(page.get("document.querySelector(':target').id"), "KMD_PM_SA_PEER_NOT_FOUND");
    let is_in_view = "(() => { const { top } = document.querySelector(':target').getBoundingClientRect(); \
                      return top >= 0 && top < innerHeight / 2; })()";
    assert_eq!(page.get(is_in_view), true);

    // A link to a message that the search hides.
    page.search("alarm");
    let hashchange = "new Promise((done) => { addEventListener('hashchange', () => setTimeout(done)); \
                      location.hash = '#KMD_DPD_NO_LOCAL_ADDRESS'; })";
    page.get(hashchange);
    assert_eq!(page.get("document.querySelector(':target').checkVisibility()"), true);
    assert_eq!(page.get(is_in_view), true);
    assert_eq!(page.get(STATUS), "104 of 104 messages");
    page.check_silent();
}

#[test]
fn the_page_fits_a_phone_and_a_printer() {
    for file in [None, Some(LAB)] {
        let Some(mut page) = open("the HTML page on a phone", file) else { return };
        for width in [320, 390, 768, 1024, 1920] {
            page.browser.resize(width, 700, width < 500);
            assert!(page.get("document.documentElement.scrollWidth").as_u64() <= Some(width.into()), "{width}");
        }
        let print = json!({"media": "print"});
        page.browser.call("Emulation.setEmulatedMedia", &print);
        assert_eq!(page.get("document.getElementById('words').checkVisibility()"), false);
        assert_eq!(page.get("document.querySelector('article').checkVisibility()"), true);
        page.check_silent();
    }
}

#[test]
fn the_page_is_light_or_dark() {
    let Some(mut page) = open("the colors of the HTML page", None) else { return };
    assert_eq!(page.check_contrast(), ["rgb(255, 255, 255)", "rgb(20, 23, 28)"]);
    page.check_silent();
}

#[test]
fn texts_are_not_markup() {
    let Some(mut page) = open("the texts of the HTML page", Some(LAB)) else { return };
    let text = |index: u8| format!("document.querySelectorAll('article > .text')[{index}].textContent");
    let expected = r#"<script>alert(1)</script> <name> & \n .SH \fB*x* "<level>" 0x<id2> {braces}"#;
    assert_eq!(page.get(&text(0)), expected);
    assert_eq!(page.get(&text(1)), "waited <delay>[ for <name>]");
    assert_eq!(page.get("document.querySelectorAll('script').length"), 2);
    assert_eq!(page.get("document.querySelectorAll('img, i, b').length"), 0);
    let description = "A name and </script><img src=x onerror=alert(2)> _x_. `broken";
    assert_eq!(page.get("document.querySelector('.description').textContent"), description);
    let values = "[...document.querySelectorAll('#LAB_SCRIPT td:nth-child(2)')].map((it) => it.textContent)";
    let expected = json!([
        "text",
        "up, <i>down</i> or a\"b; &none; if there is no value",
        "integer from 0 to 65,535, in hexadecimal in the text, a decimal number in JSON"
    ]);
    assert_eq!(page.get(values), expected);
    page.check_silent();
}
