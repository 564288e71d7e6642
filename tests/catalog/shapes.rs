//! The format and the types agree: whatever is emptied, mistyped or written twice is noticed where it stands.

use std::collections::BTreeMap;
use std::fmt::Write;

use rungs::catalog::Severity;
use serde_json::{Value, json};

use crate::small::{problems_of, set, small};

/// A catalog that has every field of the format.
pub(crate) fn complete() -> Value {
    let mut catalog = small();
    set(&mut catalog, "/families/1/roles/0/slug", "senior");
    set(&mut catalog, "/families/1/roles/0/track", "technical");
    set(&mut catalog, "/families/1/roles/0/aliases", json!(["SRE"]));
    set(&mut catalog, "/families/1/roles/0/scope", json!({ "impact": { "score": 4, "text": "A system" } }));
    let ask = json!(["Who was woken last week, and by what?"]);
    set(&mut catalog, "/families/1/roles/0/ask", ask);
    let rounds =
        json!([{ "name": "Incident walk-through", "minutes": 60, "about": "One outage from the first alert on" }]);
    set(&mut catalog, "/families/1/interview", json!({ "mix": "engineering", "rounds": rounds }));
    catalog
}

/// One value of each kind there is, by its JSON pointer: the first element of a list and all fields stand for the rest.
pub(crate) fn places(catalog: &Value) -> BTreeMap<String, String> {
    fn walk(value: &Value, pointer: &str, kind: &str, places: &mut BTreeMap<String, String>) {
        places.entry(kind.to_owned()).or_insert_with(|| pointer.to_owned());
        match value {
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    walk(element, &format!("{pointer}/{index}"), &format!("{kind}[]"), places);
                }
            }
            Value::Object(fields) => {
                let is_map = ["scope", "decisions"].iter().any(|map| kind.ends_with(map))
                    || kind.ends_with("questions[].levels");
                for (key, field) in fields {
                    let kind = if is_map { format!("{kind}.*") } else { format!("{kind}.{key}") };
                    walk(field, &format!("{pointer}/{key}"), &kind, places);
                }
            }
            _ => {}
        }
    }
    let mut places = BTreeMap::new();
    walk(catalog, "", "", &mut places);
    places.remove("");
    places
}

/// `/families/0/name` as problems write it: `families[0].name`.
pub(crate) fn path(pointer: &str) -> String {
    let path = pointer.split('/').skip(1).fold(String::new(), |path, step| match step.parse::<usize>() {
        Ok(index) => format!("{path}[{index}]"),
        Err(_) => format!("{path}.{step}"),
    });
    path.trim_start_matches('.').to_owned()
}

/// The paths of the errors of a catalog.
fn errors(text: &str) -> Vec<String> {
    let errors = problems_of(text).into_iter().filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| problem.path.to_string()).collect()
}

#[test]
fn an_empty_text_is_an_error_wherever_it_stands() {
    let catalog = complete();
    let texts = places(&catalog).into_iter().filter(|(_, pointer)| catalog.pointer(pointer).unwrap().is_string());
    let mut seen = 0;
    for (kind, pointer) in texts {
        for blank in ["", "\u{a0} "] {
            let mut catalog = catalog.clone();
            set(&mut catalog, &pointer, blank);
            assert!(errors(&catalog.to_string()).contains(&path(&pointer)), "{kind}");
        }
        seen += 1;
    }
    assert!(seen > 80, "{seen}");
}

#[test]
fn a_wrong_type_is_an_error_wherever_it_stands() {
    // What may be left out may be null.
    let optional = [".families[].interview", ".families[].roles[].slug", ".families[].roles[].track", ".skills[].kind"];
    let catalog = complete();
    let type_of = |value: &Value| std::mem::discriminant(value);
    let mut seen = 0;
    for (kind, pointer) in places(&catalog) {
        let right = type_of(catalog.pointer(&pointer).unwrap());
        for wrong in [Value::Null, json!(true), json!(7), json!(-1), json!(0.5), json!("?!"), json!([]), json!({})] {
            let not_wrong = type_of(&wrong) == right && !wrong.is_number();
            if not_wrong
                || (wrong.is_null() && optional.contains(&&*kind))
                || (wrong == json!(7) && right == type_of(&wrong))
            {
                continue;
            }
            let mut catalog = catalog.clone();
            set(&mut catalog, &pointer, wrong.clone());
            let errors = errors(&catalog.to_string());
            let around = errors.iter().any(|error| path(&pointer).starts_with(&**error));
            assert!(around, "{kind} as {wrong}: {errors:?}");
            seen += 1;
        }
    }
    assert!(seen > 700, "{seen}");
}

#[test]
fn a_key_given_twice_is_an_error_wherever_it_stands() {
    let catalog = complete();
    let mut seen = 0;
    for (kind, pointer) in places(&catalog) {
        if kind.ends_with("[]") {
            continue;
        }
        let mut text = String::new();
        write_twice(&catalog, "", &pointer, &mut text);
        let problems = problems_of(text);
        let told = problems.iter().filter(|problem| problem.severity == Severity::Error);
        let twice = told.filter(|problem| problem.text.contains("duplicate field") || problem.text.contains("twice"));
        assert!(twice.count() >= 1, "{kind}: {problems:?}");
        seen += 1;
    }
    assert!(seen > 100, "{seen}");
}

/// Writes JSON with the field at the pointer `twice` written once more, with an escape in its key.
fn write_twice(value: &Value, pointer: &str, twice: &str, out: &mut String) {
    match value {
        Value::Array(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                write_twice(element, &format!("{pointer}/{index}"), twice, out);
            }
            out.push(']');
        }
        Value::Object(fields) => {
            out.push('{');
            for (index, (key, field)) in fields.iter().enumerate() {
                let pointer = format!("{pointer}/{key}");
                out.push_str(if index == 0 { "" } else { "," });
                write!(out, "{}:", json!(key)).unwrap();
                write_twice(field, &pointer, twice, out);
                if pointer == twice {
                    let (first, rest) = key.split_at(1);
                    write!(out, r#","\u{:04x}{rest}":{field}"#, first.as_bytes()[0]).unwrap();
                }
            }
            out.push('}');
        }
        _ => out.push_str(&value.to_string()),
    }
}
