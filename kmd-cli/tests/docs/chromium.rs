//! A browser without a window, driven over its `DevTools` protocol.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

const PROGRAMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser with one page.
pub(crate) struct Chromium {
    process: Child,
    socket: WebSocket<TcpStream>,
    session: Value,
    last_id: u64,
    /// What the page reported: exceptions and entries of the console and the log.
    pub(crate) complaints: Vec<Value>,
    _profile: TempDir,
}

impl Chromium {
    /// Starts a browser. Without one, it says that `what` is skipped and returns `None`, unless engines are required.
    pub(crate) fn start(what: &str) -> Option<Self> {
        let profile = tempfile::tempdir().expect("a folder");
        let Some(mut process) = PROGRAMS.iter().find_map(|program| spawn(program, &profile)) else {
            assert_ne!(std::env::var("KMD_ENGINES").as_deref(), Ok("required"), "Chromium is not installed");
            let text = format!("\nSKIPPED: {what}, since Chromium is not installed\n");
            std::io::stderr().write_all(text.as_bytes()).expect("stderr");
            return None;
        };
        let lines = BufReader::new(process.stderr.take().expect("a pipe")).lines();
        let mut lines = lines.map_while(Result::ok);
        let address = lines.find_map(|line| line.strip_prefix("DevTools listening on ").map(str::to_owned));
        let address = address.expect("the address of the browser");
        // The browser must not block when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        let host = address.strip_prefix("ws://").and_then(|rest| rest.split('/').next()).expect("a host");
        let stream = TcpStream::connect(host).expect("the browser listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        let (socket, _) = tungstenite::client(&address, stream).expect("a WebSocket");
        let complaints = Vec::new();
        let mut browser = Self { process, socket, session: Value::Null, last_id: 0, complaints, _profile: profile };
        let target = browser.call("Target.createTarget", &json!({"url": "about:blank"}));
        let target = json!({"targetId": target["targetId"], "flatten": true});
        browser.session = browser.call("Target.attachToTarget", &target)["sessionId"].clone();
        for domain in ["Page", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        Some(browser)
    }

    /// Calls a method of the protocol, and returns its result.
    pub(crate) fn call(&mut self, method: &str, params: &Value) -> Value {
        self.last_id += 1;
        let mut call = json!({"id": self.last_id, "method": method, "params": params});
        if self.session.is_string() {
            call["sessionId"] = self.session.clone();
        }
        self.socket.send(Message::text(call.to_string())).expect("sent");
        loop {
            let answer = self.next();
            if answer["id"] == self.last_id {
                assert!(answer["error"].is_null(), "{method}: {answer}");
                return answer["result"].clone();
            }
        }
    }

    /// Reads a message, and keeps it if it is a complaint.
    fn next(&mut self) -> Value {
        let message = self.socket.read().expect("a message of the browser");
        let message: Value = serde_json::from_str(message.to_text().expect("text")).expect("JSON");
        let method = message["method"].as_str().unwrap_or_default();
        if ["Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"].contains(&method) {
            self.complaints.push(message.clone());
        }
        message
    }

    /// Opens an address, and waits until the page is loaded.
    pub(crate) fn open(&mut self, address: &str) {
        // A new hash alone does not load the page.
        self.call("Page.navigate", &json!({"url": "about:blank"}));
        self.call("Page.navigate", &json!({"url": address}));
        let end = Instant::now() + PATIENCE;
        while self.evaluate("document.readyState + location.protocol") != "completefile:" {
            assert!(Instant::now() < end, "the page is not loaded");
        }
    }

    /// Returns the value of an expression in the page.
    pub(crate) fn evaluate(&mut self, expression: &str) -> Value {
        let params = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let result = self.call("Runtime.evaluate", &params);
        assert!(result["exceptionDetails"].is_null(), "{expression}: {result}");
        result["result"]["value"].clone()
    }

    /// Presses a key: a character, or the name of a key, like `Tab`.
    pub(crate) fn press(&mut self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            "Backspace" => (8, ""),
            " " => (32, " "),
            // The codes of letters and digits are the uppercase characters. For others, the text is enough.
            char => (
                char.bytes().next().filter(u8::is_ascii_alphanumeric).map_or(0, |byte| byte.to_ascii_uppercase()),
                char,
            ),
        };
        let down = json!({"type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": code});
        self.call("Input.dispatchKeyEvent", &down);
        self.call("Input.dispatchKeyEvent", &json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}));
    }

    /// Types a text, one key after another.
    pub(crate) fn type_text(&mut self, text: &str) {
        for char in text.chars() {
            self.press(&char.to_string());
        }
    }

    /// Sets the size of the window in pixels, and whether it is that of a phone.
    pub(crate) fn resize(&mut self, width: u32, height: u32, is_phone: bool) {
        let params = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone});
        self.call("Emulation.setDeviceMetricsOverride", &params);
    }
}

fn spawn(program: &str, profile: &TempDir) -> Option<Child> {
    Command::new(program)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions"])
        .args(["--remote-debugging-port=0", "about:blank"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()
}

impl Drop for Chromium {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.session = Value::Null;
            self.call("Browser.close", &json!({}));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
