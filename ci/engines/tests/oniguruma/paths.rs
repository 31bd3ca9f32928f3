//! Fields in nested objects.

use serde_json::{Map, Value};

/// Returns the field at a path.
pub fn get<'v>(event: &'v Value, path: &[&str]) -> Option<&'v Value> {
    path.iter().try_fold(event, |value, name| value.get(name))
}

/// Sets the field at a path, and makes the objects above it.
pub fn set(event: &mut Value, path: &[&str], value: Value) {
    let mut parent = event;
    for name in path {
        if parent.is_null() {
            *parent = Value::Object(Map::new());
        }
        parent = parent.as_object_mut().expect("an object").entry(*name).or_insert(Value::Null);
    }
    *parent = value;
}

/// Removes the field at a path.
pub fn remove(event: &mut Value, path: &[&str]) {
    let Some((last, above)) = path.split_last() else { return };
    let parent = above.iter().try_fold(event, |value, name| value.get_mut(name));
    if let Some(object) = parent.and_then(Value::as_object_mut) {
        object.remove(*last);
    }
}
