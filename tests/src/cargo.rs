//! Functions that run cargo on projects outside of the workspace.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Returns the root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent")
}

/// Returns the version of the compiler in use: `rustc 1.95.0 (…)`.
pub fn compiler() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().expect("rustc runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Runs cargo in `folder` without network access, and panics if it fails.
pub fn cargo(folder: &Path, arguments: &[&str], environment: &[(&str, &OsStr)]) -> Output {
    let output = try_cargo(folder, arguments, environment);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?} in {}:\n{error}", folder.display());
    output
}

/// Runs cargo like [`cargo`], but also returns the output if it fails.
pub fn try_cargo(folder: &Path, arguments: &[&str], environment: &[(&str, &OsStr)]) -> Output {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(folder).args(arguments).arg("--offline");
    // The environment of this test's own build must not affect the other build.
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR"] {
        command.env_remove(name);
    }
    command.envs(environment.iter().copied()).output().expect("cargo runs")
}

/// Runs an example of this workspace with the given standard input.
pub fn example(name: &str, arguments: &[&str], input: Stdio) -> Output {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Command::new(cargo)
        .current_dir(root())
        .args(["run", "--quiet", "--package", "kmd-examples", "--example"])
        .args([name, "--"])
        .args(arguments)
        .stdin(input)
        .output()
        .expect("cargo runs")
}

/// Creates a crate in `folder` that depends on kmd-events, with the versions of this workspace.
pub fn user_crate(folder: &Path, name: &str) {
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nkmd-events = {{ path = {:?} }}\n",
        root().join("kmd-events")
    );
    std::fs::create_dir(folder.join("src")).expect("a folder");
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    std::fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("a copy");
}

/// Copies a folder without build output. Symbolic links remain links.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder to read") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        let target = to.join(name);
        let kind = path.symlink_metadata().expect("metadata").file_type();
        if kind.is_symlink() {
            link(&path, &target);
        } else if kind.is_file() {
            std::fs::copy(&path, &target).expect("a copy");
        } else if name != "target" && name != ".git" {
            copy(&path, &target);
        }
    }
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) {
    let goal: PathBuf = std::fs::read_link(from).expect("a link");
    std::os::unix::fs::symlink(goal, to).expect("a link");
}

#[cfg(not(unix))]
fn link(from: &Path, to: &Path) {
    std::fs::copy(from, to).expect("a copy");
}
