//! Tests of `kmd decode` and `kmd filter`.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;

mod compressed;
mod counts;
mod hostile_logs;
mod objects;
mod pipes;
mod readable;

const LOG: &str = "\
<30>Aug  3 10:18:44  srx1 kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.
Aug  3 10:18:45  srx1 rpd[8]: RPD_X: something else
Aug  3 10:18:46  srx1 kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq is up
Aug  3 10:18:47  srx1 kmd[7]: KMD_NEW: text
Aug  3 10:18:48  srx1 kmd[7]: KMD_DPD_FAILOVER_MAX_ATTEMPTS: Number of failover attempts exceeded limit 5 for tunnel t
";

const JSON: &str = r#"{"time":"Aug  3 10:18:44","host":"srx1","process":"kmd","pid":"7","facility":"LOG_DAEMON","severity":"info","tag":"KMD_VPN_UP_ALARM_USER","outcome":"event","fields":{"vpn-name":"hq","remote-address":"203.0.113.77"},"text":"VPN hq from 203.0.113.77 is up."}
{"time":"Aug  3 10:18:45","host":"srx1","process":"rpd","pid":"8","outcome":"other","text":"RPD_X: something else","line":"Aug  3 10:18:45  srx1 rpd[8]: RPD_X: something else"}
{"time":"Aug  3 10:18:46","host":"srx1","process":"kmd","pid":"7","facility":"LOG_DAEMON","severity":"info","tag":"KMD_VPN_UP_ALARM_USER","outcome":"mismatch","reason":"expected ` from ` at byte 4 or later","text":"VPN hq is up","line":"Aug  3 10:18:46  srx1 kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq is up"}
{"time":"Aug  3 10:18:47","host":"srx1","process":"kmd","pid":"7","tag":"KMD_NEW","outcome":"unknown","text":"text","line":"Aug  3 10:18:47  srx1 kmd[7]: KMD_NEW: text"}
{"time":"Aug  3 10:18:48","host":"srx1","process":"kmd","pid":"7","facility":"LOG_AUTH","severity":"error","tag":"KMD_DPD_FAILOVER_MAX_ATTEMPTS","outcome":"event","fields":{"count":5,"tunnel-name":"t"},"text":"Number of failover attempts exceeded limit 5 for tunnel t"}
"#;

fn kmd(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).args(arguments);
    command
}

/// Runs the program with a standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = kmd(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("kmd runs");
    let mut stdin = child.stdin.take().expect("standard input");
    std::thread::scope(|scope| {
        // The program may stop before it has read everything.
        scope.spawn(move || stdin.write_all(input).is_ok());
        child.wait_with_output().expect("kmd ends")
    })
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

fn path(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

/// Returns the objects of the log in one of several files.
fn with_file(file: &str) -> String {
    JSON.replace("{\"time\"", &format!("{{\"file\":\"{file}\",\"time\""))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("compressed");
    encoder.finish().expect("compressed")
}

/// Runs `kmd help COMMAND`.
fn help(command: &str) -> String {
    let output = run(&["help", command], b"");
    text(&output.stdout).to_owned()
}
