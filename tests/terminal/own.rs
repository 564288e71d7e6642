//! A catalog of one's own that is edited while it is open.

use std::fs;

use super::home::{Home, opened};

const SMALL: &str = include_str!("../support/small.json");

#[test]
fn an_edited_catalog_is_read_again_at_the_next_key_and_a_broken_one_changes_nothing() {
    let home = Home::new();
    let path = home.join("company.json");
    fs::write(&path, SMALL).unwrap();
    let arguments = ["--catalog", path.to_str().unwrap(), "--at", "payments/senior"];
    let mut session = opened(home.rungs(arguments));
    session.shows("Senior Payments Engineer");

    // The key that finds the change still does what it does: nothing below moves the place.
    let edited = SMALL.replace("Senior Payments Engineer", "Senior Ledger Engineer");
    fs::write(&path, &edited).unwrap();
    session.keys("h");
    session.shows("Senior Ledger Engineer");
    session.shows("were read again");
    session.lacks("Senior Payments Engineer");
    session.keys("k");
    session.shows("> 2 Mid");
    session.keys("j");

    // An editor that saves half a file, or a mistake.
    fs::write(&path, edited.replacen("\"payments/staff\"", "\"payments/staf\"", 1)).unwrap();
    session.keys("l");
    session.shows("did you mean");
    session.shows("Senior Ledger Engineer");

    // Mended while help is open: it waits until that is closed.
    session.keys("?");
    session.shows("type to search");
    fs::write(&path, SMALL).unwrap();
    session.keys("\x1b[B");
    session.shows("back at the families");
    session.keys("\x1b");
    session.lacks("type to search");
    session.keys("h");
    session.shows("Senior Payments Engineer");
    session.lacks("Senior Ledger Engineer");

    // Search knows the ladders as they are now.
    session.keys("s\"ledger engineer\"");
    session.shows("Nothing is found");
    session.keys("\x03");
    assert_eq!(session.end().code(), Some(0));
}

#[test]
fn a_role_that_is_gone_leaves_the_reader_in_its_family() {
    let home = Home::new();
    let path = home.join("company.json");
    fs::write(&path, SMALL).unwrap();
    let mut session = opened(home.rungs(["--catalog", path.to_str().unwrap(), "--at", "support/mid"]));
    session.shows("3 Role");
    let mut catalog: serde_json::Value = serde_json::from_str(SMALL).unwrap();
    for family in catalog["families"].as_array_mut().unwrap() {
        for role in family["roles"].as_array_mut().unwrap() {
            role["moves"] = serde_json::json!([]);
        }
        family["entry"] = serde_json::json!([]);
        if family["id"] == "support" {
            family["roles"].as_array_mut().unwrap().retain(|role| role["level"] != "mid");
        }
    }
    fs::write(&path, catalog.to_string()).unwrap();
    session.keys("h");
    session.shows("were read again");
    session.shows("Support Engineer");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
}
