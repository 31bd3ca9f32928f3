//! The encodings of files that are not UTF-8.

/// Returns the encoding of a text that is not UTF-8, as far as its first bytes tell (section 5.2 of YAML 1.2.2).
pub(crate) fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        // Without a byte order mark, the first characters are probably ASCII.
        _ => match bytes.first_chunk::<4>()?.map(|byte| byte != 0) {
            [true, false, false, false] | [false, false, false, true] => Some("UTF-32"),
            [true, false, true, false] | [false, true, false, true] => Some("UTF-16"),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::other_encoding;

    #[test]
    fn other_encodings_are_recognized() {
        for (bytes, encoding) in [
            (&b"\xff\xfep\0r\0"[..], Some("UTF-16")),
            (b"\xfe\xff\0p\0r", Some("UTF-16")),
            (b"\xff\xfe", Some("UTF-16")),
            (b"p\0r\0e\0", Some("UTF-16")),
            (b"\0p\0r\0e", Some("UTF-16")),
            (b"\xff\xfe\0\0p\0\0\0", Some("UTF-32")),
            (b"\0\0\xfe\xff\0\0\0p", Some("UTF-32")),
            (b"p\0\0\0", Some("UTF-32")),
            (b"\0\0\0p", Some("UTF-32")),
            (b"\xef\xbb\xbfprefix", None),
            (b"prefix", None),
            (b"p\0refix", None),
            (b"\0\0\0\0", None),
            (b"p", None),
            (b"", None),
        ] {
            assert_eq!(other_encoding(bytes), encoding, "{bytes:?}");
        }
    }
}
