//! The check that `catalog!` is in the module that its arguments name.

/// The maximum length of a panic message in bytes. A longer one is replaced by a general message.
const MAX_LEN: usize = 1024;

/// Checks that the module with the path `found`, as `module_path!()` returns it, is the module `told` of its crate.
///
/// `call` is the beginning of the correct call, `catalog!("path"`.
///
/// # Panics
///
/// Panics if the modules differ. The function runs in a constant, so the panic is a compile error.
#[track_caller]
pub const fn check_module(found: &str, told: &str, call: &str) {
    let (found, told) = (below_root(found), told.as_bytes());
    if equal(found, told) {
        return;
    }
    let mut text = Text { bytes: [0; MAX_LEN], len: 0 };
    text.push(b"`catalog!` is ");
    text.push_module(found);
    text.push(b", not ");
    text.push_module(told);
    text.push(b"\nhelp: write `");
    text.push(call.as_bytes());
    if !found.is_empty() {
        text.push(b", in crate::");
        text.push(found);
    }
    text.push(b")`");
    if text.len <= MAX_LEN {
        let (bytes, _) = text.bytes.split_at(text.len);
        if let Ok(text) = core::str::from_utf8(bytes) {
            panic!("{}", text);
        }
    }
    panic!("`catalog!` is in another module");
}

/// Returns a module path without the name of the crate.
const fn below_root(module_path: &str) -> &[u8] {
    let path = module_path.as_bytes();
    let mut at = 0;
    while at < path.len() && path[at] != b':' {
        at += 1;
    }
    path.split_at(if at == path.len() { at } else { at + 2 }).1
}

/// Compares two byte strings, which `==` cannot do in a constant.
const fn equal(one: &[u8], other: &[u8]) -> bool {
    let mut index = 0;
    while index < one.len() && index < other.len() && one[index] == other[index] {
        index += 1;
    }
    index == one.len() && index == other.len()
}

/// A string that can be built in a constant.
struct Text {
    bytes: [u8; MAX_LEN],
    /// The length of the whole string, which is more than `MAX_LEN` if it does not fit.
    len: usize,
}

impl Text {
    const fn push_module(&mut self, module: &[u8]) {
        if module.is_empty() {
            self.push(b"at the root of the crate");
        } else {
            self.push(b"in module `crate::");
            self.push(module);
            self.push(b"`");
        }
    }

    const fn push(&mut self, text: &[u8]) {
        let mut index = 0;
        while index < text.len() {
            if self.len < MAX_LEN {
                self.bytes[self.len] = text[index];
            }
            self.len += 1;
            index += 1;
        }
    }
}
