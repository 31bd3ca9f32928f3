use crate::FieldType;

/// Returns whether a value that ends before `rest` would be a part of a longer address, number or word.
pub(crate) fn splits_token(field_type: FieldType, value: &[u8], rest: &[u8]) -> bool {
    // A word may end with a space or a bracket, and an empty word ends nowhere.
    if field_type == FieldType::Enum && !value.last().is_some_and(u8::is_ascii_alphanumeric) {
        return false;
    }
    match rest {
        [byte, ..] if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'%') => true,
        [b'.', byte, ..] => byte.is_ascii_digit(),
        // A port may follow an IPv4 address. After an IPv6 address, it would be a part of the address.
        [b':', byte, ..] if matches!(field_type, FieldType::Ip | FieldType::Mac) && value.contains(&b':') => {
            byte.is_ascii_hexdigit() || *byte == b':'
        }
        _ => false,
    }
}
