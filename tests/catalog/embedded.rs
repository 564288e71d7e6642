//! The catalog inside the binary: nothing wrong with it, its outline true, and read lazily it is what it is read whole.

use std::path::Path;

use rungs::catalog::{Catalog, Files, Severity, Source, check, check_all, load, outline_json};

/// Warnings about the embedded catalog that are as they should be: the word of the check, the place, and why.
const ACCEPTED: &[(&str, &str, &str)] = &[
    ("missing-rung", "data/families/systems-engineer.json: roles", SOURCES_NAME_TWO),
    ("missing-rung", "data/families/systems-engineer.json: roles", SOURCES_NAME_TWO),
    ("missing-rung", "data/families/web-engineer.json: roles", SOURCES_NAME_TWO),
    ("missing-rung", "data/families/web-engineer.json: roles", SOURCES_NAME_TWO),
];
const SOURCES_NAME_TWO: &str =
    "the sources name this ladder's mid and staff rungs only; the steps between are told by step_up";

fn data() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))
}

#[test]
fn it_has_no_error_and_no_warning_without_a_reason() {
    let problems = check(&Files::embedded());
    let mut accepted = ACCEPTED.to_vec();
    let unexplained: Vec<String> = problems
        .iter()
        .filter(|problem| {
            let excuse = accepted.iter().position(|(check, place, _)| {
                problem.severity == Severity::Warning
                    && problem.check.word() == *check
                    && format!("{}: {}", problem.file, problem.path) == *place
            });
            excuse.map(|found| accepted.remove(found)).is_none()
        })
        .map(ToString::to_string)
        .collect();
    assert_eq!(unexplained, Vec::<String>::new());
    assert_eq!(accepted, [], "accepted warnings that nothing gives any more");
}

#[test]
fn the_outline_file_says_what_the_roles_say() {
    let catalog = load(&Files::embedded()).expect("the embedded catalog has no error");
    let written = std::fs::read_to_string(data().join("outline.json")).unwrap();
    let told = outline_json(&catalog).unwrap();
    assert!(told == written, "out of date; make it anew: rungs catalog outline data > data/outline.json");
}

#[test]
fn every_file_of_the_data_folder_is_embedded() {
    let embedded = load(&Files::embedded()).expect("the embedded catalog has no error");
    let folder = load(&Files::read(data())).expect("the folder has no error");
    assert_eq!(outline_json(&embedded).unwrap(), outline_json(&folder).unwrap());
    assert_eq!(embedded.terms(), folder.terms());
}

#[test]
fn read_lazily_it_is_what_it_is_read_whole() {
    let lazy = Catalog::embedded().unwrap();
    let whole = load(&Files::embedded()).expect("the embedded catalog has no error");
    assert_eq!(lazy.framework(), whole.framework());
    assert_eq!(lazy.families(), whole.families());
    assert_eq!(lazy.terms(), whole.terms());
    assert!(lazy.rungs().count() > 0);
    for family in lazy.families() {
        assert!(whole.family(&family.id).is_some());
        assert_eq!(lazy.family(&family.id), whole.family(&family.id));
        assert!(whole.bank(&family.id).is_some());
        assert_eq!(lazy.bank(&family.id), whole.bank(&family.id), "{}", family.id);
        for rung in &family.rungs {
            let id = family.role_id(rung);
            assert!(whole.role(&id).is_some_and(|role| role.slug() == rung.slug), "{id}");
            assert_eq!(lazy.role(&id), whole.role(&id), "{id}");
            assert!(whole.questions(&id).is_some(), "{id}");
            assert_eq!(lazy.questions(&id), whole.questions(&id), "{id}");
        }
    }
}

#[test]
fn the_embedded_catalog_is_checked_whole_by_its_name() {
    assert_eq!(check_all(&[Source::Embedded]), check(&Files::embedded()));
}
