//! The small catalog as JSON, to be edited into a catalog that has something wrong with it.

use rungs::catalog::{Files, Problem, check};
use serde_json::Value;

/// The small catalog as it is written.
pub(crate) const TEXT: &str = include_str!("../support/small.json");

/// The small catalog as JSON.
pub(crate) fn small() -> Value {
    serde_json::from_str(TEXT).unwrap()
}

/// The small catalog with the value at a JSON pointer replaced.
pub(crate) fn with(pointer: &str, value: impl Into<Value>) -> Value {
    let mut catalog = small();
    set(&mut catalog, pointer, value);
    catalog
}

/// Replaces the value at a JSON pointer, or adds it to the object the pointer leads through.
pub(crate) fn set(catalog: &mut Value, pointer: &str, value: impl Into<Value>) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match catalog.pointer_mut(parent).unwrap() {
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value.into())),
        Value::Array(elements) => elements[key.parse::<usize>().unwrap()] = value.into(),
        other => panic!("{pointer} leads into {other}"),
    }
}

/// Adds a value to the list at a JSON pointer.
pub(crate) fn push(catalog: &mut Value, pointer: &str, value: impl Into<Value>) {
    catalog.pointer_mut(pointer).unwrap().as_array_mut().unwrap().push(value.into());
}

/// Adds the element of a list once more.
pub(crate) fn repeat(catalog: &mut Value, pointer: &str, index: usize) {
    let element = catalog.pointer(&format!("{pointer}/{index}")).unwrap().clone();
    push(catalog, pointer, element);
}

/// Takes a field or an element away.
pub(crate) fn remove(catalog: &mut Value, pointer: &str) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match catalog.pointer_mut(parent).unwrap() {
        Value::Object(fields) => fields.remove(key).unwrap(),
        Value::Array(elements) => elements.remove(key.parse().unwrap()),
        other => panic!("{pointer} leads into {other}"),
    }
}

/// What is wrong with a catalog in one text.
pub(crate) fn problems_of(text: impl Into<String>) -> Vec<Problem> {
    check(&Files::one("own.json", text))
}

/// What is wrong with a catalog, each as `check | path | text`.
pub(crate) fn told(catalog: &Value) -> Vec<String> {
    let problems = problems_of(serde_json::to_string_pretty(catalog).unwrap());
    problems.iter().map(|problem| format!("{} | {} | {}", problem.check.word(), problem.path, problem.text)).collect()
}
