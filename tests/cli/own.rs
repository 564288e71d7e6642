//! A catalog of one's own: named on the command line, in the environment, or kept in the config directory.

use std::fs;
use std::path::PathBuf;

use crate::Home;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/small.json");

/// A folder with one family of the embedded catalog, its role under another title.
fn renamed(home: &Home, folder: &str) -> PathBuf {
    let folder = home.0.path().join(folder);
    fs::create_dir_all(folder.join("families")).expect("a folder");
    let text = include_str!("../../data/families/mobile-engineer.json");
    let text = text.replace("Staff Mobile Engineer", "Staff Phone Engineer");
    fs::write(folder.join("families/mobile-engineer.json"), text).expect("a family");
    folder
}

#[test]
fn every_command_is_about_the_catalog_that_is_named() {
    let home = Home::new();
    let named = |arguments: &[&str]| home.stdout(&[&["--catalog", SMALL], arguments].concat());
    assert_eq!(named(&["list"]).lines().count(), 3);
    assert!(named(&["show", "payments:senior"]).contains("Senior Payments Engineer"));
    assert!(named(&["search", "ledger"]).contains("payments/"));
    assert!(named(&["compare", "payments:mid", "payments:senior"]).contains("Senior Payments Engineer"));
    assert!(named(&["screen", "--size", "80x24"]).contains("Payments Engineer"));
    let output = home.rungs(&["list"]).env("RUNGS_CATALOG", SMALL).output().expect("rungs runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), named(&["list"]));
}

#[test]
fn what_has_no_levels_lies_over_the_embedded_catalog() {
    let home = Home::new();
    let folder = renamed(&home, "ours").to_string_lossy().into_owned();
    let ours = home.stdout(&["--catalog", &folder, "list", "roles"]);
    assert_eq!(ours, home.stdout(&["list", "roles"]).replace("Staff Mobile Engineer", "Staff Phone Engineer"));
    assert_eq!(home.stdout(&["catalog", "check", &folder]), "");
}

#[test]
fn one_that_is_named_and_has_errors_is_refused_with_the_place() {
    let home = Home::new();
    let path = home.0.path().join("wrong.json");
    let text = fs::read_to_string(SMALL).expect("a catalog").replacen("\"payments/senior\"", "\"payments/snior\"", 1);
    fs::write(&path, text).expect("a file");
    let output = home.output(&["--catalog", &path.to_string_lossy(), "list"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(output.stdout.is_empty());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("wrong.json:") && told.contains("did you mean `payments/senior`?"), "{told}");
    let output = home.output(&["--catalog", "nowhere", "list"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere: is not there"));
}

#[test]
fn what_is_kept_lies_over_the_embedded_one_and_a_bad_one_costs_only_itself() {
    let home = Home::new();
    renamed(&home, "config/catalogs/ours");
    fs::write(home.0.path().join("config/catalogs/broken.json"), "{ \"version\": 1,").expect("a file");
    let output = home.output(&["list", "roles"]);
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.starts_with("rungs: a catalog is left out: ") && told.contains("broken.json:1:"), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    let listed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(listed.contains("Staff Phone Engineer"));
    assert_eq!(listed.lines().count(), 72);
    assert!(home.stdout(&["--catalog", "embedded", "list", "roles"]).contains("Staff Mobile Engineer"));
}

#[test]
fn the_settings_name_catalogs_as_the_command_line_does() {
    let home = Home::new();
    renamed(&home, "config/ours");
    let wish = |catalogs: &str| fs::write(home.0.path().join("config/config.toml"), format!("catalogs = [{catalogs}]"));
    wish("\"ours\"").expect("settings");
    assert!(home.stdout(&["list", "roles"]).contains("Staff Phone Engineer"));
    wish(&format!("{SMALL:?}")).expect("settings");
    assert_eq!(home.stdout(&["list"]).lines().count(), 3);
    wish("\"gone\", \"embedded\", \"ours\"").expect("settings");
    let output = home.output(&["list", "roles"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Staff Phone Engineer"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("gone: is not there"));
    assert_eq!(home.stdout(&["--catalog", SMALL, "list"]).lines().count(), 3);
}
