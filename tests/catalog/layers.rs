//! Catalogs that lie over each other: what is replaced, what is added, what is refused.

use std::fs;
use std::path::Path;

use rungs::catalog::{Catalog, Check, Problem, Source, check_all, kept_in, open};
use rungs::domain::RoleId;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::small::{remove, small};

fn written(home: &Path, name: &str, catalog: &Value) -> Source {
    let path = home.join(name);
    fs::write(&path, catalog.to_string()).unwrap();
    Source::Path(path)
}

fn role(id: &str) -> RoleId {
    id.parse().unwrap()
}

fn title(catalog: &Catalog, id: &str) -> Option<String> {
    Some(catalog.role(&role(id))?.title.to_string())
}

/// The payments ladder of the small catalog with only its mid rung, under another title.
fn one_role(new_title: &str) -> Value {
    let mut families = remove(&mut small(), "/families");
    let mut payments = families.as_array_mut().unwrap().drain(..).find(|family| family["id"] == "payments").unwrap();
    payments["roles"].as_array_mut().unwrap().retain(|role| role["level"] == "mid");
    payments["roles"][0]["title"] = json!(new_title);
    json!({ "version": 1, "families": [payments] })
}

#[test]
fn a_role_of_the_same_id_is_replaced_whole_and_everything_else_stays() {
    let home = TempDir::new().unwrap();
    let beneath = written(home.path(), "company.json", &small());
    let before = open(std::slice::from_ref(&beneath)).unwrap();
    let above = written(home.path(), "ours.json", &one_role("Ledger Engineer"));
    let after = open(&[beneath, above]).unwrap();
    assert_eq!(title(&after, "payments/mid").as_deref(), Some("Ledger Engineer"));
    assert_eq!(after.rungs().count(), before.rungs().count());
    for (family, rung) in before.rungs() {
        let id = family.role_id(rung);
        if id != role("payments/mid") {
            assert_eq!(after.role(&id), before.role(&id));
            assert_eq!(after.questions(&id), before.questions(&id));
        }
    }
    let (family, rung) = after.rung(&role("payments/mid")).unwrap();
    assert_eq!(rung.title.as_str(), "Ledger Engineer", "the outline knows it too");
    assert_eq!(after.bank(&family.id), before.bank(&family.id), "nothing was said of the family's questions");
}

#[test]
fn a_new_role_a_new_skill_and_a_new_thread_are_added() {
    let home = TempDir::new().unwrap();
    let beneath = written(home.path(), "company.json", &small());
    let mut ours = one_role("Payments Engineer, terminals");
    ours["families"][0]["roles"][0]["slug"] = json!("terminals");
    ours["families"][0]["roles"][0]["track"] = json!("terminals");
    let thread = json!({ "id": "terminals", "name": "Terminals", "strand": small()["strands"][0]["id"] });
    ours["families"][0]["threads"] = json!([thread]);
    let skill = json!({ "id": "chip-cards", "name": "Chip cards", "kind": "technical", "meaning": "What a chip says to a terminal." });
    ours["skills"] = json!([skill]);
    ours["families"][0]["roles"][0]["skills"][0]["skill"] = json!("chip-cards");
    let sources = [beneath, written(home.path(), "ours.json", &ours)];
    let catalog = open(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(title(&catalog, "payments/terminals").as_deref(), Some("Payments Engineer, terminals"));
    assert_eq!(title(&catalog, "payments/mid").as_deref(), Some("Payments Engineer"));
    let family = catalog.family(&"payments".parse().unwrap()).unwrap();
    let beneath: Vec<&str> = family.threads.iter().map(|thread| thread.id.as_str()).collect();
    assert!(beneath.len() > 1 && beneath.last() == Some(&"terminals"), "{beneath:?}");
    assert!(catalog.skill(&"chip-cards".parse().unwrap()).is_some());
    let slugs: Vec<String> =
        catalog.outline("payments").unwrap().rungs.iter().map(|rung| rung.slug.to_string()).collect();
    assert_eq!(slugs, ["junior", "mid", "terminals", "senior", "staff"], "in the order of ranks");
}

#[test]
fn what_has_no_levels_lies_over_the_embedded_catalog_and_what_has_them_stands_alone() {
    let home = TempDir::new().unwrap();
    let alone = open(&[written(home.path(), "company.json", &small())]).unwrap();
    assert_eq!(alone.families().len(), 3);
    let folder = home.path().join("ours");
    fs::create_dir_all(folder.join("families")).unwrap();
    let text = include_str!("../../data/families/mobile-engineer.json")
        .replace("Staff Mobile Engineer", "Staff Phone Engineer");
    fs::write(folder.join("families/mobile-engineer.json"), text).unwrap();
    let over = [Source::Path(folder)];
    let catalog = open(&over).unwrap();
    let embedded = Catalog::embedded().unwrap();
    assert_eq!(catalog.rungs().count(), embedded.rungs().count());
    assert_eq!(title(&catalog, "mobile-engineer/staff").as_deref(), Some("Staff Phone Engineer"));
    assert_eq!(catalog.framework(), embedded.framework());
    assert_eq!(
        check_all(&over),
        [],
        "its own text beneath is not taken for a twin, and what lies beneath is not checked"
    );
}

#[test]
fn a_family_of_its_own_may_lie_over_the_embedded_catalog_with_its_own_scale() {
    let home = TempDir::new().unwrap();
    let mut ours = small();
    let text = ours.to_string();
    let text = ["junior", "mid", "senior", "staff"].iter().fold(text, |text, level| {
        text.replace(&format!("\"{level}\""), &format!("\"our-{level}\""))
            .replace(&format!("/{level}\""), &format!("/our-{level}\""))
    });
    ours = serde_json::from_str(&text).unwrap();
    let sources = [Source::Embedded, written(home.path(), "ours.json", &ours)];
    let catalog = open(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(catalog.families().len(), 35 + 3);
    let ranks: Vec<u8> = catalog.framework().levels.iter().map(|level| level.rank).collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
    assert!(catalog.role(&role("payments/our-mid")).is_some());
    assert!(catalog.role(&role("payment-systems-engineer/mid")).is_some());
}

fn only(problems: &[Problem]) -> &Problem {
    let [problem] = problems else { panic!("{problems:#?}") };
    problem
}

#[test]
fn mistakes_above_are_told_where_they_are_written() {
    let home = TempDir::new().unwrap();
    let beneath = written(home.path(), "company.json", &small());
    let mut ours = one_role("Ledger Engineer");
    ours["families"][0]["roles"][0]["moves"][0]["to"] = json!("payments/snior");
    let problems = open(&[beneath.clone(), written(home.path(), "ours.json", &ours)]).unwrap_err();
    let problem = only(&problems);
    assert_eq!(problem.check, Check::UnknownId);
    assert!(
        problem.file.ends_with("ours.json") && problem.text.contains("did you mean `payments/senior`"),
        "{problem}"
    );

    let mut levels = small();
    levels["levels"].as_array_mut().unwrap().truncate(1);
    levels["levels"][0]["rank"] = json!(9);
    let ours = json!({ "version": 1, "levels": levels["levels"], "families": [] });
    let problems = open(&[beneath, written(home.path(), "ours.json", &ours)]).unwrap_err();
    let told = problems.iter().find(|problem| problem.check == Check::LevelOrder).unwrap();
    assert!(told.file.ends_with("ours.json") && told.text.contains("is 1 in the catalog beneath"), "{told}");
}

#[test]
fn two_roles_of_one_catalog_with_one_id_are_still_refused() {
    let home = TempDir::new().unwrap();
    let beneath = written(home.path(), "company.json", &small());
    let mut ours = one_role("Ledger Engineer");
    let again = ours["families"][0]["roles"][0].clone();
    ours["families"][0]["roles"].as_array_mut().unwrap().push(again);
    let problems = open(&[beneath, written(home.path(), "ours.json", &ours)]).unwrap_err();
    assert_eq!(only(&problems).check, Check::DuplicateId);
}

#[test]
fn a_folder_of_catalogs_is_read_by_name_without_what_is_hidden() {
    let home = TempDir::new().unwrap();
    for name in ["b.json", "a.json", ".c.json", "notes.md"] {
        fs::write(home.path().join(name), "{}").unwrap();
    }
    fs::create_dir(home.path().join("ladder")).unwrap();
    let names: Vec<Source> = ["a.json", "b.json", "ladder"].map(|name| Source::Path(home.path().join(name))).into();
    assert_eq!(kept_in(home.path()), names);
    assert_eq!(kept_in(&home.path().join("none")), []);
}
