//! A catalog as large as a company's: thousands of roles made of the longest ladders there are, each copy in a family of
//! its own, with some words changed so that no two sentences are the same. The families' questions are left out.

use std::fs;

use serde_json::{Value, json};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
/// The families with seven rungs.
const LADDERS: [&str; 3] = ["payment-systems-engineer", "commerce-platform-engineer", "solutions-engineer"];
const RUNGS: usize = 7;
const STAFF: usize = 5;

fn parsed(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(format!("{DATA}/{path}")).unwrap()).unwrap()
}

/// A catalog of at least so many roles in one text.
pub(super) fn catalog(roles: usize) -> String {
    written(roles.div_ceil(RUNGS), shortened).to_string()
}

/// A catalog of at least so many roles of which each says all it has to say, and goes by four more names.
pub(super) fn in_full(roles: usize) -> String {
    written(roles.div_ceil(RUNGS), |role, of| {
        role.as_object_mut().unwrap().remove("questions");
        let title = role["title"].as_str().unwrap().to_owned();
        let others = (1..=4).map(|number| json!(format!("{title} {of}{number}")));
        role["aliases"].as_array_mut().unwrap().extend(others);
    })
    .to_string()
}

/// A catalog of one role, and of the three skills and the KPI that it names: some 70 texts.
pub(super) fn one_role() -> String {
    let mut catalog = written(1, shortened);
    let family = &mut catalog["families"][0];
    // The staff rung: what is searched for finds it.
    family["roles"].as_array_mut().unwrap().drain(..STAFF);
    family["roles"].as_array_mut().unwrap().truncate(1);
    family["entry"].as_array_mut().unwrap().iter_mut().for_each(|entry| outside(entry, "from", ""));
    let role = &mut family["roles"][0];
    role["moves"].as_array_mut().unwrap().iter_mut().for_each(|step| outside(step, "to", ""));
    role["skills"].as_array_mut().unwrap().truncate(3);
    role["kpis"].as_array_mut().unwrap().truncate(1);
    for (terms, key) in [("skills", "skill"), ("kpis", "kpi")] {
        let named: Vec<Value> =
            role_of(&catalog)[terms].as_array().unwrap().iter().map(|use_of| use_of[key].clone()).collect();
        catalog[terms].as_array_mut().unwrap().retain(|term| named.contains(&term["id"]));
    }
    catalog.to_string()
}

fn role_of(catalog: &Value) -> &Value {
    &catalog["families"][0]["roles"][0]
}

/// What becomes of a role in the copy of a ladder with these letters.
type Change = fn(&mut Value, &str);

fn shortened(role: &mut Value, _: &str) {
    let role = role.as_object_mut().unwrap();
    role.remove("questions");
    role.remove("ask");
    role["skills"].as_array_mut().unwrap().truncate(8);
    role["kpis"].as_array_mut().unwrap().truncate(4);
}

fn written(families: usize, change: Change) -> Value {
    let mut catalog = parsed("catalog.json");
    catalog["name"] = json!("A large company");
    catalog["skills"] = parsed("skills.json")["skills"].take();
    catalog["kpis"] = parsed("kpis.json")["kpis"].take();
    let ladders = LADDERS.map(|id| parsed(&format!("families/{id}.json")));
    let copies = (0..families).map(|number| copy(&ladders[number % LADDERS.len()], number / LADDERS.len(), change));
    catalog["families"] = copies.collect();
    catalog
}

/// The letters that stand for a number, `aa` to `zz` and on.
fn letters(number: usize) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap());
    [letter(number / 26 / 26), letter(number / 26), letter(number)].iter().collect()
}

fn copy(ladder: &Value, number: usize, change: Change) -> Value {
    let mut text = ladder.clone();
    let fields = text.as_object_mut().unwrap();
    for left_out in ["questions", "interview"] {
        fields.remove(left_out);
    }
    let letters = &letters(number);
    text["roles"].as_array_mut().unwrap().iter_mut().for_each(|role| change(role, letters));
    let id = text["id"].as_str().unwrap().to_owned();
    for entry in text["entry"].as_array_mut().into_iter().flatten() {
        outside(entry, "from", &id);
    }
    for role in text["roles"].as_array_mut().unwrap() {
        for step in role["moves"].as_array_mut().into_iter().flatten() {
            outside(step, "to", &id);
        }
    }
    let text = text.to_string().replace(&format!("\"{id}\""), &format!("\"{id}-{letters}\""));
    let text = text.replace(&format!("\"{id}/"), &format!("\"{id}-{letters}/"));
    in_other_words(serde_json::from_str(&text).unwrap(), number, &mut 0)
}

/// What leads to another family than `id` leads out of the catalog.
fn outside(step: &mut Value, key: &str, id: &str) {
    let step = step.as_object_mut().unwrap();
    let role = step.get(key).and_then(Value::as_str).map(str::to_owned);
    if let Some(role) = role.filter(|role| !role.starts_with(&format!("{id}/"))) {
        step.remove(key);
        step.insert("title".to_owned(), json!(role.replace(['/', '-'], " ")));
    }
}

/// Some words of every sentence end in other letters, each time others.
fn in_other_words(value: Value, number: usize, count: &mut usize) -> Value {
    match value {
        Value::String(text) if text.contains(' ') => {
            let mut word = |word: &str| {
                *count += 1;
                let changes = (*count + number).is_multiple_of(5) && word.is_ascii() && word.len() > 4;
                if changes { format!("{}{}", &word[..word.len() - 3], letters(number)) } else { word.to_owned() }
            };
            Value::String(text.split(' ').map(&mut word).collect::<Vec<_>>().join(" "))
        }
        Value::Array(values) => values.into_iter().map(|value| in_other_words(value, number, count)).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, in_other_words(value, number, count))).collect()
        }
        value => value,
    }
}
