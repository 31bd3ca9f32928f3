//! Projects in a temporary folder that are built by cargo.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kmd_events::KmdTag;

/// A crate in the temporary folder.
pub(crate) struct Project {
    folder: PathBuf,
    main: PathBuf,
}

/// The result of a cargo command.
pub(crate) struct Build {
    /// The CPU time of all processors, in nanoseconds.
    pub(crate) cpu: f64,
    /// The names of the crates that were compiled.
    pub(crate) compiled: Vec<String>,
}

/// A release binary.
pub(crate) struct Binary {
    /// The size of the stripped binary, in bytes.
    pub(crate) size: u64,
    symbols: String,
}

fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiling")
}

/// Copies the three published crates, so that their catalog can be edited.
pub(crate) fn crates() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let _ = fs::remove_dir_all(scratch());
    for part in ["kmd-catalog", "kmd-macros", "kmd-events"] {
        copy(&root.join(part), &scratch().join(part));
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("a manifest");
    let members = manifest.find("members = [").expect("members");
    let end = members + manifest[members..].find(']').expect("an end");
    let manifest = format!(
        "{}members = [\"kmd-catalog\", \"kmd-macros\", \"kmd-events\"{}",
        &manifest[..members],
        &manifest[end..]
    );
    fs::write(scratch().join("Cargo.toml"), manifest).expect("written");
}

/// Copies a file or a folder. Symbolic links become files.
fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::copy(from, to).expect("copied");
        return;
    }
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// Changes the first description of the copied catalog.
pub(crate) fn edit_catalog() {
    let file = scratch().join("kmd-events/catalog.yaml");
    let text = fs::read_to_string(&file).expect("the catalog");
    let (before, messages) = text.split_once("\nmessages:\n").expect("messages");
    let edited = messages.replacen("    description: ", "    description: Indeed. ", 1);
    assert_ne!(messages, edited);
    fs::write(&file, format!("{before}\nmessages:\n{edited}")).expect("written");
}

impl Project {
    /// Creates a binary crate.
    pub(crate) fn new(name: &str, dependencies: &[&str], source: &str) -> Self {
        Self::with_main(name, dependencies, source, "src/main.rs")
    }

    /// Creates a library crate.
    pub(crate) fn library(name: &str, dependencies: &[&str], source: &str) -> Self {
        Self::with_main(name, dependencies, source, "src/lib.rs")
    }

    fn with_main(name: &str, dependencies: &[&str], source: &str, main: &str) -> Self {
        let folder = scratch().join("projects").join(name);
        let dependencies: String = dependencies
            .iter()
            .map(|name| match *name {
                "thiserror" => "thiserror = \"2\"\n".to_owned(),
                "kmd-events" => "kmd-events = { path = \"../../kmd-events\" }\n".to_owned(),
                other => format!("{other} = {{ path = \"../{other}\" }}\n"),
            })
            .collect();
        let project = Self { main: folder.join(main), folder };
        project.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                 [dependencies]\n{dependencies}\n[workspace]\n"
            ),
        );
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, project.folder.join("Cargo.lock")).expect("copied");
        project.write(main, source);
        project
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let file = self.folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("written");
    }

    /// Rewrites the source, so that cargo rebuilds the crate.
    pub(crate) fn touch(&self) {
        let text = fs::read(&self.main).expect("the source");
        fs::write(&self.main, text).expect("written");
    }

    pub(crate) fn clean(&self) {
        let _ = fs::remove_dir_all(self.folder.join("target"));
    }

    /// Runs cargo without incremental compilation, which crates from a registry do not use either.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Build {
        let before = cpu_of_children();
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("RUSTC_BOOTSTRAP", "kmd_benches")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs");
        let cpu = cpu_of_children() - before;
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{stderr}");
        let compiled = stderr
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("Compiling "))
            .filter_map(|line| line.split(' ').next().map(str::to_owned))
            .collect();
        Build { cpu, compiled }
    }

    /// Returns the time of a compiler pass as reported by the compiler, in nanoseconds.
    pub(crate) fn pass(&self, name: &str) -> f64 {
        let folder = self.folder.clone();
        let output = Command::new(env!("CARGO"))
            .args(["rustc", "--profile", "check", "--", "-Ztime-passes"])
            .args(["-Zunpretty=expanded", "-o", "expanded.rs"])
            .current_dir(folder)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("RUSTC_BOOTSTRAP", "1")
            .output()
            .expect("cargo runs");
        let text = String::from_utf8_lossy(&output.stderr);
        let text = text.into_owned() + &String::from_utf8_lossy(&output.stdout);
        let line = text.lines().find(|line| line.ends_with(name));
        let line = line.unwrap_or_else(|| panic!("{text}"));
        let seconds = line.split([' ', ';']).filter(|word| !word.is_empty()).nth(1);
        let seconds: f64 = seconds.expect("a time").parse().expect("seconds");
        seconds * 1e9
    }

    /// Builds the release binary with and without symbols.
    pub(crate) fn binary(&self) -> Binary {
        self.cargo(&["build", "--release"]);
        let name = self.folder.file_name().and_then(OsStr::to_str).expect("a name");
        let file = self.folder.join("target/release").join(name);
        let symbols = String::from_utf8_lossy(&fs::read(&file).expect("a binary")).into_owned();
        self.cargo(&["build", "--release", "--config", "profile.release.strip=true"]);
        let size = fs::metadata(&file).expect("a binary").len();
        Binary { size, symbols }
    }
}

impl Binary {
    /// Returns the number of messages whose struct name is in a symbol or whose tag is in the data.
    pub(crate) fn messages(&self) -> f64 {
        let found = KmdTag::ALL.iter().filter(|tag| {
            let name = format!("{tag:?}");
            // In a symbol, a name is preceded by its length.
            self.symbols.contains(&format!("{}{name}", name.len())) || self.symbols.contains(tag.as_str())
        });
        u32::try_from(found.count()).map_or(0.0, f64::from)
    }
}

/// Returns the median of several runs.
pub(crate) fn median(runs: usize, mut run: impl FnMut() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..runs).map(|_| run()).collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

/// Returns the CPU time of all child processes that were waited for and of their children, in nanoseconds. `proc(5)`
/// reports hundredths of a second.
fn cpu_of_children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let after_name = stat.rsplit_once(')').expect("a name").1;
    let fields = after_name.split_whitespace().skip(13).take(2);
    fields.map(|ticks| ticks.parse::<f64>().expect("ticks") * 1e7).sum()
}
