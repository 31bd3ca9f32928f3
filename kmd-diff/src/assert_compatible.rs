//! The comparison as an assertion.

use crate::changes::Changes;
use crate::compare;
use crate::deny::Deny;
use crate::error::Error;
use crate::version::Version;

/// Asserts that no change between two versions of a catalog is denied, as `kmd diff --deny` does. Each version is an operand
/// of [`Version::open`].
///
/// Relative paths start at the working directory, which is the folder of the package in `cargo test`. This also applies to
/// the files of a git revision. CI must fetch the revision: `actions/checkout` does so with `fetch-depth: 0`.
///
/// ```
/// use kmd_diff::{Class, Deny, assert_compatible};
///
/// # let catalog = "{ prefix: APP, process: appd, defaults: { type: event, severity: info, facility: LOG_USER }, \
/// #     messages: { APP_STARTED: { template: Started, description: The start. } } }";
/// # let folder = tempfile::tempdir()?;
/// # std::env::set_current_dir(&folder)?;
/// # std::fs::create_dir("released")?;
/// # std::fs::write("released/messages.yaml", catalog)?;
/// # std::fs::write("messages.yaml", catalog)?;
/// assert_compatible("released/messages.yaml", "messages.yaml", [Class::Read, Class::Call]);
/// assert_compatible("released/messages.yaml", "messages.yaml", Deny::from(Class::Read).allow_ambiguous());
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Panics
///
/// Panics if a change is denied, or if no class is, with the output of `kmd diff` for the denied changes. It also panics if a version cannot be
/// read or has mistakes.
#[track_caller]
pub fn assert_compatible(old: &str, new: &str, deny: impl Into<Deny>) {
    let deny = deny.into();
    assert!(!deny.is_empty(), "error: no class is denied");
    match denied(old, new, deny) {
        Ok(changes) => assert!(changes.is_empty(), "{changes}"),
        Err(error) => panic!("error: {error}"),
    }
}

/// Returns the denied changes between two versions.
fn denied(old: &str, new: &str, deny: Deny) -> Result<Changes, Error> {
    Ok(compare(&Version::open(old)?, &Version::open(new)?).denied(deny))
}
