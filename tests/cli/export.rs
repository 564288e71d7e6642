//! `rungs export`: roles on stdout and in files.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use super::{Home, run};

#[test]
fn what_is_exported_is_what_is_shown_byte_for_byte() {
    let home = Home::new();
    for format in ["markdown", "md", "html", "csv"] {
        let exported = home.stdout(&["export", "payment:senior", "--format", format]);
        assert_eq!(exported, home.stdout(&["show", "payment:senior", "--format", format]), "{format}");
    }
    assert_eq!(
        home.stdout(&["export", "payment:senior"]),
        home.stdout(&["export", "payment:senior", "--format", "md"])
    );
    let exported = home.json(&["export", "payment:senior", "payment:lead", "--json"]);
    let shown = home.json(&["show", "payment:senior", "payment:lead", "--json"]);
    assert_eq!((&exported["schema"], &exported["items"]), (&Value::from("rungs.export/1"), &shown["items"]));
}

#[test]
fn a_file_takes_the_form_that_its_name_ends_in_and_is_never_written_over_unasked() {
    let home = Home::new();
    for (name, format) in [("a.md", "md"), ("a.html", "html"), ("a.CSV", "csv"), ("a.json", "json"), ("a", "md")] {
        let (exit, stdout, stderr) = run(&home, &["export", "payment:senior", "payment:lead", "-o", name]);
        assert_eq!((exit, &*stdout, stderr), (Some(0), "", format!("rungs: 2 roles in {name}\n")));
        let written = fs::read_to_string(home.0.path().join(name)).expect("a file");
        assert_eq!(written, home.stdout(&["export", "payment:senior", "payment:lead", "--format", format]));
    }
    let file = home.0.path().join("a.md");
    fs::write(&file, "mine").expect("a file");
    let refused = run(&home, &["export", "payment:senior", "-o", "a.md"]);
    let message = "rungs: a.md is there already: --force writes over it\n";
    assert_eq!(refused, (Some(5), String::new(), message.to_owned()));
    assert_eq!(fs::read_to_string(&file).expect("a file"), "mine");
    assert_eq!(run(&home, &["export", "payment:senior", "-o", "a.md", "--force"]).0, Some(0));
    assert_eq!(fs::read_to_string(&file).expect("a file"), home.stdout(&["export", "payment:senior"]));
    assert_eq!(run(&home, &["export", "payment:senior", "-o", "-"]).1, home.stdout(&["export", "payment:senior"]));
}

#[test]
fn what_cannot_be_written_names_the_file_and_leaves_a_device_what_it_is() {
    use std::os::unix::fs::FileTypeExt;

    let home = Home::new();
    let (exit, _, stderr) = run(&home, &["export", "payment:senior", "-o", "nowhere/a.md"]);
    assert_eq!(exit, Some(5));
    assert!(stderr.starts_with("rungs: could not write nowhere/a.md: "), "{stderr}");
    assert_eq!(run(&home, &["export", "payment:senior", "-o", "/dev/full", "--force"]).0, Some(5));
    assert_eq!(run(&home, &["export", "payment:senior", "-o", "/dev/null", "--force"]).0, Some(0));
    assert!(fs::metadata("/dev/null").expect("a device").file_type().is_char_device());
}

#[test]
fn bookmarked_roles_are_those_that_are_bookmarked_alone_or_in_a_set() {
    let home = Home::new();
    let (exit, stdout, stderr) = run(&home, &["export", "--bookmarked"]);
    assert_eq!((exit, &*stdout), (Some(1), ""));
    assert!(stderr.starts_with("rungs: no role of this catalog is bookmarked"), "{stderr}");
    home.stdout(&["bookmark", "add", "payment:senior", "payment:senior+payment:lead", "web:staff"]);
    let exported = home.json(&["export", "--bookmarked", "--format", "json"]);
    let mut ids: Vec<&str> =
        exported["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["payment-systems-engineer/lead", "payment-systems-engineer/senior", "web-engineer/staff"]);
}

#[test]
fn ids_come_from_another_command_and_one_that_is_not_found_costs_only_itself() {
    let home = Home::new();
    let listed = home.stdout(&["list", "--family", "payment"]);
    let mut child = home.rungs(&["export", "-", "no-such-role"]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run");
    child.stdin.take().unwrap().write_all(listed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("rungs: no role `no-such-role`"));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().filter(|line| line.starts_with("- [")).count(), listed.lines().count());
}

#[test]
fn all_roles_are_as_many_as_are_listed() {
    let home = Home::new();
    let exported = home.json(&["export", "--all", "--json"]);
    let listed = home.stdout(&["list", "roles"]);
    let ids: Vec<&str> = exported["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, listed.lines().map(|line| line.split('\t').next().unwrap()).collect::<Vec<_>>());
}
