//! `rungs catalog ledger`: the file it keeps beside a catalog.

use std::fs;
use std::process::Output;

use super::Home;

const SMALL: &str = include_str!("../support/small.json");

fn renew(home: &Home) -> (Option<i32>, String) {
    let folder = home.0.path().join("ours");
    let Output { status, stderr, .. } =
        home.rungs(&["catalog", "ledger", folder.to_str().expect("a path")]).output().expect("a run");
    (status.code(), String::from_utf8_lossy(&stderr).trim().to_owned())
}

#[test]
fn it_is_made_renewed_and_left_alone_when_the_catalog_takes_an_id_again() {
    let home = Home::new();
    let file = |name: &str| home.0.path().join("ours").join(name);
    fs::create_dir(home.0.path().join("ours")).expect("a folder");
    fs::write(file("catalog.json"), SMALL).expect("a catalog");
    assert_eq!(renew(&home), (Some(0), "rungs: 3 added, 0 revised, 0 retired".to_owned()));
    let first = fs::read_to_string(file("ledger.json")).expect("a ledger");
    assert_eq!(renew(&home), (Some(0), "rungs: 0 added, 0 revised, 0 retired".to_owned()));
    assert_eq!(fs::read_to_string(file("ledger.json")).expect("a ledger"), first);

    fs::write(file("catalog.json"), SMALL.replace("\"full-disk\"", "\"disk-twice-full\"")).expect("a catalog");
    assert_eq!(renew(&home), (Some(0), "rungs: 1 added, 0 revised, 1 retired".to_owned()));
    let second = fs::read_to_string(file("ledger.json")).expect("a ledger");
    fs::write(file("catalog.json"), SMALL).expect("a catalog");
    let (exit, told) = renew(&home);
    assert_eq!(exit, Some(3));
    assert!(told.ends_with("reliability/senior#full-disk was retired: a new question takes a new id"), "{told}");
    assert_eq!(fs::read_to_string(file("ledger.json")).expect("a ledger"), second);

    fs::write(file("ledger.json"), "no ledger").expect("a file");
    assert_eq!(renew(&home).0, Some(3));
}
