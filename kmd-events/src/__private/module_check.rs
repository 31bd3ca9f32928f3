//! Checks that `catalog!` is in the module that it was told.

/// The most bytes of a message. A longer one is replaced by a general one.
const MAX_LEN: usize = 1024;

/// Panics unless the module with the path `found`, as `module_path!()` returns it, is the module `told` of its crate.
///
/// `call` is the beginning of the correct call, `catalog!("path"`.
///
/// # Panics
///
/// As described, while the constant is evaluated that calls it.
#[track_caller]
pub const fn check_module(found: &str, told: &str, call: &str) {
    if is_module(found, told) {
        return;
    }
    let below = below_root(found);
    let mut text = Text {
        bytes: [0; MAX_LEN],
        len: 0,
    };
    text.push("`catalog!` is ");
    text.push_module(below);
    text.push(", not ");
    text.push_module(told);
    text.push("\nhelp: write `");
    text.push(call);
    if !below.is_empty() {
        text.push(", in crate::");
        text.push(below);
    }
    text.push(")`");
    let (bytes, _) = text
        .bytes
        .split_at(if text.len > MAX_LEN { 0 } else { text.len });
    match core::str::from_utf8(bytes) {
        Ok(text) if !text.is_empty() => panic!("{}", text),
        _ => panic!("`catalog!` is in another module"),
    }
}

/// Returns whether `module_path` is `module` of its crate.
const fn is_module(module_path: &str, module: &str) -> bool {
    let (path, module) = (below_root(module_path).as_bytes(), module.as_bytes());
    if path.len() != module.len() {
        return false;
    }
    let mut index = 0;
    while index < module.len() {
        if path[index] != module[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Returns a module path without the name of the crate.
const fn below_root(module_path: &str) -> &str {
    let path = module_path.as_bytes();
    let mut at = 0;
    while at < path.len() && path[at] != b':' {
        at += 1;
    }
    let at = if at == path.len() { at } else { at + 2 };
    module_path.split_at(at).1
}

/// A string that is made while a constant is evaluated.
struct Text {
    bytes: [u8; MAX_LEN],
    /// May be more than the bytes that are there.
    len: usize,
}

impl Text {
    const fn push_module(&mut self, module: &str) {
        if module.is_empty() {
            self.push("at the root of the crate");
        } else {
            self.push("in module `crate::");
            self.push(module);
            self.push("`");
        }
    }

    const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
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
