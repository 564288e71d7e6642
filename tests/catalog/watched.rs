//! A catalog that is edited while it is open: what changed is opened anew, once, and what did not is left alone.

use std::fs;
use std::path::Path;

use rungs::catalog::{Catalog, Source, Watched};
use serde_json::json;
use tempfile::TempDir;

use crate::small::{remove, small, with};

fn names(catalog: &Catalog) -> Vec<String> {
    catalog.families().iter().map(|family| family.name.to_string()).collect()
}

/// Writes the small catalog as a folder with one family in a file of its own.
fn folder(home: &Path) {
    let mut catalog = small();
    let families = remove(&mut catalog, "/families");
    fs::create_dir_all(home.join("families")).unwrap();
    fs::write(home.join("catalog.json"), catalog.to_string()).unwrap();
    for family in families.as_array().unwrap() {
        let name = format!("families/{}.json", family["id"].as_str().unwrap());
        fs::write(home.join(name), family.to_string()).unwrap();
    }
}

#[test]
fn the_catalog_in_the_binary_is_not_watched() {
    assert!(Watched::of(Vec::new()).is_none());
    assert!(Watched::of(vec![Source::Embedded]).is_none());
    assert!(Watched::of(vec![Source::Embedded, Source::Path("own.json".into())]).is_some());
}

#[test]
fn a_file_that_changes_is_opened_anew_once() {
    let home = TempDir::new().unwrap();
    let path = home.path().join("own.json");
    fs::write(&path, small().to_string()).unwrap();
    let mut watched = Watched::of(vec![Source::Path(path.clone())]).unwrap();
    assert!(watched.reopened().is_none());
    fs::write(&path, with("/families/0/name", "Payments and Ledgers Engineer").to_string()).unwrap();
    let catalog = watched.reopened().unwrap().unwrap();
    assert_eq!(names(&catalog)[0], "Payments and Ledgers Engineer");
    assert!(watched.reopened().is_none());
    fs::write(&path, "{").unwrap();
    assert_eq!(watched.reopened().unwrap().unwrap_err().len(), 1);
    assert!(watched.reopened().is_none(), "it is not refused again while nobody touches it");
    fs::remove_file(&path).unwrap();
    assert!(watched.reopened().unwrap().is_err());
    assert!(watched.reopened().is_none());
}

#[test]
fn a_file_of_the_same_length_is_another_by_its_time() {
    let home = TempDir::new().unwrap();
    let path = home.path().join("own.json");
    fs::write(&path, small().to_string()).unwrap();
    let mut watched = Watched::of(vec![Source::Path(path.clone())]).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000)).unwrap();
    assert!(watched.reopened().unwrap().is_ok());
    assert!(watched.reopened().is_none());
}

#[test]
fn every_file_of_a_folder_is_watched_and_no_other() {
    let home = TempDir::new().unwrap();
    folder(home.path());
    let mut watched = Watched::of(vec![Source::Path(home.path().to_owned())]).unwrap();
    for name in ["outline.json", "families/.support.json.swp", "families/.support.json", "families/notes.md"] {
        fs::write(home.path().join(name), "not read").unwrap();
    }
    assert!(watched.reopened().is_none());
    // A file that was not there before: as much a change as one that goes.
    fs::write(home.path().join("kpis.json"), json!({ "kpis": [] }).to_string()).unwrap();
    assert!(watched.reopened().is_some());
    fs::remove_file(home.path().join("kpis.json")).unwrap();
    assert!(watched.reopened().unwrap().is_ok());
    let support = home.path().join("families/support.json");
    let text = fs::read_to_string(&support).unwrap();
    fs::write(&support, text.replacen("Support Engineer", "Support and Repair Engineer", 1)).unwrap();
    let catalog = watched.reopened().unwrap().unwrap();
    assert_eq!(names(&catalog)[2], "Support and Repair Engineer");
    fs::remove_file(&support).unwrap();
    assert!(watched.reopened().unwrap().is_err(), "others lead there");
}

#[test]
fn what_can_stand_alone_and_what_needs_another_under_it() {
    let home = TempDir::new().unwrap();
    let at = |name: &str, text: &str| {
        fs::write(home.path().join(name), text).unwrap();
        Source::Path(home.path().join(name))
    };
    let mut over = small();
    remove(&mut over, "/levels");
    assert!(Source::Embedded.stands_alone());
    assert!(at("whole.json", &small().to_string()).stands_alone());
    assert!(!at("over.json", &over.to_string()).stands_alone());
    assert!(at("broken.json", "{").stands_alone(), "what cannot be read is not completed");
    assert!(at("empty.json", "").stands_alone());
    assert!(Source::Path(home.path().join("none.json")).stands_alone());
    fs::create_dir(home.path().join("only")).unwrap();
    at("only/skills.json", "{\"skills\": []}");
    assert!(!Source::Path(home.path().join("only")).stands_alone());
}
