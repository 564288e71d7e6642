//! `rungs catalog new`, `schema` and `export`: catalogs as files, made, opened and written back.

use std::fs;

use super::{Home, run};

#[test]
fn a_new_ladder_opens_checks_clean_and_is_never_written_over() {
    let home = Home::new();
    let (exit, stdout, stderr) = run(&home, &["catalog", "new", "ours"]);
    assert_eq!((exit, stdout.as_str()), (Some(0), ""));
    assert_eq!(
        stderr,
        "rungs: a ladder of three rungs in ours: `rungs --catalog ours` opens it, its README.md explains it\n"
    );
    assert_eq!(
        run(&home, &["catalog", "check", "ours"]),
        (Some(0), String::new(), "rungs: no errors, no warnings\n".to_owned())
    );
    let (exit, listed, _) = run(&home, &["--catalog", "ours", "list", "roles"]);
    assert_eq!((exit, listed.lines().count()), (Some(0), 3));
    assert!(
        fs::read_to_string(home.0.path().join("ours/README.md")).is_ok_and(|text| text.contains("rungs --catalog"))
    );

    fs::write(home.0.path().join("ours/skills.json"), "mine").expect("a file");
    let (exit, _, stderr) = run(&home, &["catalog", "new", "ours"]);
    assert_eq!(
        (exit, stderr.as_str()),
        (Some(5), "rungs: ours is there already: a new ladder takes a folder of its own\n")
    );
    assert_eq!(fs::read_to_string(home.0.path().join("ours/skills.json")).expect("a file"), "mine");
}

#[test]
fn what_is_exported_is_the_catalog_that_was_open() {
    let home = Home::new();
    assert_eq!(run(&home, &["catalog", "new", "ours"]).0, Some(0));
    let (exit, _, stderr) = run(&home, &["--catalog", "ours", "catalog", "export", "-o", "copy"]);
    assert_eq!((exit, stderr.as_str()), (Some(0), "rungs: 1 family, 3 roles, 9 skills in copy/\n"));
    let (exit, one, _) = run(&home, &["--catalog", "copy", "catalog", "export"]);
    assert_eq!(exit, Some(0));
    fs::write(home.0.path().join("one.json"), one).expect("a file");
    for catalog in ["copy", "one.json"] {
        for command in [["show", "technical-writer/mid"], ["list", "skills"], ["list", "levels"]] {
            let of = |catalog: &str| run(&home, &[&["--catalog", catalog], &command[..]].concat());
            assert_eq!(of(catalog), of("ours"), "{catalog}: {command:?}");
        }
    }
    assert_eq!(run(&home, &["--catalog", "ours", "catalog", "export", "-o", "one.json"]).0, Some(5));
    assert_eq!(run(&home, &["catalog", "export", "-o", "all"]).0, Some(0));
    assert_eq!(run(&home, &["--catalog", "all", "list", "roles"]), run(&home, &["list", "roles"]));
    assert!(
        run(&home, &["catalog", "schema"]).1
            == fs::read_to_string(home.0.path().join("all/schema.json")).expect("a schema")
    );
}
