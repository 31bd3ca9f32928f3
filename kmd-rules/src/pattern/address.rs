//! Addresses, as the standard library of Rust parses them.

use kmd_catalog::{FormatSpec, Radix};

use super::number;

/// A group of an IPv6 address.
const GROUP: &str = "[0-9A-Fa-f]{1,4}";

/// Returns an expression for an IPv4 address.
pub(crate) fn v4() -> String {
    const OCTET: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    format!(r"{OCTET}(?:\.{OCTET}){{3}}")
}

/// Returns an expression for an IPv6 address without a zone. `::` is for one or more groups.
///
/// Each alternative has a number of groups before `::`, so no text matches two of them. The last two groups can be an IPv4
/// address.
pub(crate) fn v6() -> String {
    let v4 = v4();
    let mut forms = vec![
        format!("(?:{GROUP}:){{6}}{v4}"),
        format!(":(?::{GROUP}){{0,5}}:{v4}"),
        format!("(?:{GROUP}:){{7}}{GROUP}"),
        format!(":(?::{GROUP}){{1,7}}"),
    ];
    for before in 1..=5 {
        forms.push(format!("(?:{GROUP}:){{{before}}}(?::{GROUP}){{0,{}}}:{v4}", 5 - before));
    }
    for before in 1..=6 {
        forms.push(format!("(?:{GROUP}:){{{before}}}(?::{GROUP}){{1,{}}}", 7 - before));
    }
    forms.push(format!("(?:{GROUP}:){{1,7}}:"));
    forms.push("::".to_owned());
    format!("(?:{})", forms.join("|"))
}

/// Returns an expression for an address with a port.
pub(super) fn socket(brackets: bool) -> String {
    let (v4, v6, port) = (v4(), v6(), number::unsigned(u16::MAX.into(), 10, 1));
    let scope = format!("(?:%{})?", number::positive(u32::MAX.into(), 10, 1));
    if brackets { format!(r"(?:{v4}|\[{v6}{scope}\]):{port}") } else { format!("(?:{v6}{scope}|{v4}):{port}") }
}

/// Returns an expression for an address and the length of its network prefix.
pub(super) fn prefix() -> String {
    let (v4, v6) = (v4(), v6());
    format!("(?:{v6}/{}|{v4}/{})", number::unsigned(128, 10, 1), number::unsigned(32, 10, 1))
}

/// Returns an expression for a MAC address.
pub(super) fn mac(format: FormatSpec) -> String {
    let digit = if format.radix == Radix::UpperHex { "[0-9A-F]" } else { "[0-9a-f]" };
    format!("{digit}{{2}}(?::{digit}{{2}}){{5}}")
}
