//! Struct literals with comments in place of the values, as in the suggestions of rustc: `KMD_X { field: /* &str */ }`.

use kmd_catalog::FieldType;

/// Returns `field: /* &str */`. An enum is named as in the module of its catalog.
pub(crate) fn assignment(name: &str, field_type: FieldType, enumeration: Option<&str>, is_optional: bool) -> String {
    let plain =
        enumeration.map_or_else(|| field_type.given().to_owned(), |enumeration| format!("values::{enumeration}"));
    if is_optional { format!("{name}: /* Option<{plain}> */") } else { format!("{name}: /* {plain} */") }
}

/// Returns a struct literal of the assignments, or only the tag if it has no fields.
pub(crate) fn literal(tag: &str, assignments: impl Iterator<Item = String>) -> String {
    let fields: Vec<String> = assignments.collect();
    if fields.is_empty() { tag.to_owned() } else { format!("{tag} {{ {} }}", fields.join(", ")) }
}
