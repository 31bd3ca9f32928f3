//! Projects in a temporary folder that are built by cargo.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kmd_events::KmdTag;
use nix::sys::resource::{UsageWho, getrusage};

/// A crate in the temporary folder.
pub(crate) struct Project {
    folder: PathBuf,
    main: PathBuf,
}

/// A release binary.
#[derive(Default)]
pub(crate) struct Binary {
    /// The size of the stripped binary, in bytes.
    pub(crate) size: f64,
    symbols: String,
}

/// A dependency: `kmd-events` without its default features.
pub(crate) const NO_FEATURES: &str = "kmd-events without features";

fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiling")
}

/// Removes the projects of an earlier run.
pub(crate) fn clear() {
    let _ = fs::remove_dir_all(scratch());
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
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the root");
        let (folder, kmd_events) = (scratch().join(name), root.join("kmd-events"));
        let dependencies: String = dependencies
            .iter()
            .map(|name| match *name {
                "thiserror" => "thiserror = \"2\"\n".to_owned(),
                "kmd-events" => format!("kmd-events = {{ path = {kmd_events:?} }}\n"),
                NO_FEATURES => format!("kmd-events = {{ path = {kmd_events:?}, default-features = false }}\n"),
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
        fs::copy(root.join("Cargo.lock"), project.folder.join("Cargo.lock")).expect("copied");
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

    /// Replaces a part of a file. Cargo then rebuilds the crate.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.folder.join(path)).expect("the file");
        let edited = text.replacen(from, to, 1);
        assert_ne!(text, edited);
        self.write(path, &edited);
    }

    /// Builds the crate and its dependencies from scratch. Returns the CPU time of all processors, in nanoseconds.
    pub(crate) fn clean_build(&self, options: &[&str]) -> f64 {
        let _ = fs::remove_dir_all(self.folder.join("target"));
        self.cargo(options)
    }

    /// Runs cargo without incremental compilation, as for crates from a registry. Returns the CPU time.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> f64 {
        self.run(arguments, "0")
    }

    /// Runs cargo with incremental compilation, as for the crates of a workspace. Returns the CPU time.
    pub(crate) fn cargo_incremental(&self, arguments: &[&str]) -> f64 {
        self.run(arguments, "1")
    }

    fn run(&self, arguments: &[&str], incremental: &str) -> f64 {
        let before = cpu_of_children();
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_INCREMENTAL", incremental)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env_remove("RUSTFLAGS")
            .env_remove("RUSTC_BOOTSTRAP")
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        cpu_of_children() - before
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
        #[allow(clippy::cast_precision_loss)]
        let size = fs::metadata(&file).expect("a binary").len() as f64;
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

/// Returns the CPU time of all child processes that were waited for and of their children, in nanoseconds.
fn cpu_of_children() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the usage");
    let microseconds = [usage.user_time(), usage.system_time()].map(|time| time.tv_sec() * 1_000_000 + time.tv_usec());
    #[allow(clippy::cast_precision_loss)]
    let nanoseconds = microseconds.iter().sum::<i64>() as f64 * 1e3;
    nanoseconds
}
