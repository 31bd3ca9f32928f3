//! Writes what the measurement of the engines needs to a folder: the rules of the catalog of kmd for each engine, and the
//! lines, half of them printed by kmd and half of other processes.

use std::fs::{self, File};
use std::io::{BufWriter, Error, Write as _};
use std::path::Path;

use kmd_engines::subjects;
use kmd_rules::Engine;

/// The number of lines.
const LINES: usize = 1_000_000;

/// The text of a line of another process, with a number that makes the lines differ.
fn foreign(number: usize) -> String {
    let port = 1024 + number % 60_000;
    match number % 4 {
        0 => format!("sshd[812]: Accepted publickey for root from 192.0.2.1 port {port} ssh2: ED25519"),
        1 => format!("rpd[1204]: RPD_BGP_NEIGHBOR_STATE_CHANGED: BGP peer 192.0.2.{} changed state", number % 250),
        2 => format!("cron[77]: (root) CMD (newsyslog {number})"),
        _ => format!("mgd[9001]: UI_CMDLINE_READ_LINE: User 'admin', command 'show log messages | last {number}'"),
    }
}

fn main() -> Result<(), Error> {
    let folder = std::env::args().nth(1).ok_or_else(|| Error::other("usage: figures FOLDER"))?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let [subject, _] = subjects();
    for engine in Engine::ALL {
        for file in subject.rules(*engine).files {
            fs::write(folder.join(file.name), file.text)?;
        }
    }
    let printed: Vec<&str> = subject.lines.iter().filter(|line| line.is_printed).map(|line| &*line.text).collect();
    let mut file = BufWriter::new(File::create(folder.join("lines.log"))?);
    for number in 0..LINES {
        let text = match number % 2 {
            0 => format!("kmd[7]: {}", printed[number / 2 % printed.len()]),
            _ => foreign(number),
        };
        writeln!(file, "Jul 27 10:00:00 srx1 {text}")?;
    }
    file.flush()
}
