//! `rungs catalog diff` and `rungs catalog list`: two versions of a ladder, and which catalogs are open.

use std::fs;
use std::process::Output;

use serde_json::Value;

use super::{Home, keys};

/// Runs the program in a folder of its own; the exit code, stdout and stderr.
fn run(home: &Home, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = home.rungs(arguments);
    let Output { status, stdout, stderr } = command.current_dir(home.0.path()).output().expect("a run");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (status.code(), text(stdout), text(stderr))
}

/// Writes the embedded catalog with a role more and another changed to `new.json`.
fn edited(home: &Home) {
    let mut catalog: Value = serde_json::from_str(&home.stdout(&["catalog", "export"])).expect("JSON");
    let families = catalog["families"].as_array_mut().expect("it is there");
    let family = families.iter_mut().find(|family| family["id"] == "payment-systems-engineer").expect("it is there");
    family["questions"][0]["signals"][0]["text"] = "SECRET".into();
    let roles = family["roles"].as_array_mut().expect("it is there");
    let place = roles.iter().position(|role| role["level"] == "senior").expect("it is there");
    let mut more = roles[place].clone();
    more["slug"] = "senior-management".into();
    more["track"] = "management".into();
    more["title"] = "Payments Team Lead".into();
    more["questions"] = Value::Array(Vec::new());
    roles.push(more);
    let role = &mut roles[place];
    role["title"] = "Senior Payments Engineer".into();
    role["skills"][0]["proficiency"] = 5.into();
    role["skills"][1]["proficiency"] = 2.into();
    role["skills"].as_array_mut().expect("it is there").pop();
    catalog["levels"][0]["name"] = "Starter".into();
    fs::write(home.0.path().join("new.json"), catalog.to_string()).expect("a catalog");
}

#[test]
fn what_is_written_back_has_no_differences() {
    let home = Home::new();
    run(&home, &["catalog", "export", "-o", "all.json"]);
    run(&home, &["catalog", "export", "-o", "folder"]);
    for (before, after) in [("embedded", "all.json"), ("all.json", "folder"), ("folder", "embedded")] {
        let told = run(&home, &["catalog", "diff", before, after]);
        assert_eq!(told, (Some(0), String::new(), "rungs: no differences\n".to_owned()), "{before} {after}");
    }
    assert_eq!(home.json(&["catalog", "diff", "embedded", "embedded", "--json"])["items"], Value::Array(Vec::new()));
}

#[test]
fn what_changed_is_told_by_id_with_its_words_and_back_the_other_way() {
    let home = Home::new();
    edited(&home);
    let (exit, plain, sum) = run(&home, &["catalog", "diff", "embedded", "new.json"]);
    assert_eq!(exit, Some(0));
    assert_eq!(sum, "rungs: 1 role added, 1 role changed, 1 family changed, 1 level changed\n");
    let records: Vec<Vec<&str>> = plain.lines().map(|line| line.split('\t').collect()).collect();
    assert!(records.iter().all(|record| record.len() == 8), "{plain}");
    let senior = "payment-systems-engineer/senior";
    let has = |record: &[&str]| assert!(records.iter().any(|known| known == record), "{record:?} in\n{plain}");
    has(&["~", "level", "junior", "name", "", "", "Junior", "Starter"]);
    has(&["~", "role", senior, "title", "", "", "Senior Payment Systems Engineer", "Senior Payments Engineer"]);
    has(&["~", "role", senior, "skills", "Idempotency", "raised 4->5", "4/5, core", "5/5, core"]);
    has(&["~", "role", senior, "skills", "Double-entry ledgers", "lowered 4->2", "4/5, core", "2/5, core"]);
    has(&["+", "role", "payment-systems-engineer/senior-management", "", "Payments Team Lead", "", "", ""]);
    let dropped = records.iter().find(|record| record[0] == "-").unwrap();
    assert_eq!((dropped[3], dropped[4], dropped[5], dropped[7]), ("skills", "Mentoring", "dropped", ""));
    assert!(plain.contains("judged in another way") && !plain.contains("SECRET"), "{plain}");

    let (_, back, sum) = run(&home, &["catalog", "diff", "new.json", "embedded"]);
    assert_eq!(sum, "rungs: 1 role removed, 1 role changed, 1 family changed, 1 level changed\n");
    assert_eq!(back.lines().count(), records.len());
    assert!(back.contains("\tIdempotency\tlowered 5->4\t5/5, core\t4/5, core\n"), "{back}");
}

#[test]
fn a_diff_has_its_documented_fields_and_leaves_as_a_document() {
    let home = Home::new();
    edited(&home);
    let path = home.0.path().join("new.json").to_string_lossy().into_owned();
    let document = home.json(&["catalog", "diff", "embedded", &path, "--json"]);
    assert_eq!(document["schema"], "rungs.diff/1");
    for item in document["items"].as_array().unwrap() {
        assert_eq!(keys(item), ["change", "edits", "id", "kind", "name"]);
        for edit in item["edits"].as_array().unwrap() {
            let fields = ["after", "before", "change", "item", "section", "trend", "turn", "words_gone", "words_new"];
            assert_eq!(keys(edit), fields);
        }
    }
    let page = home.stdout(&["catalog", "diff", "embedded", &path, "--format", "md"]);
    assert!(
        page.contains("\n| ~ | **title** | Senior **Payment Systems** Engineer | Senior **Payments** Engineer |\n")
    );
    let html = home.stdout(&["catalog", "diff", "embedded", &path, "--format", "html"]);
    assert!(html.contains("Senior <mark>Payments</mark> Engineer"));
    let width = |width: &str| {
        let sent =
            home.on_a_terminal(width.parse().unwrap(), &["catalog", "diff", "embedded", &path], &[("NO_COLOR", "1")]);
        sent.lines()
            .filter(|line| !line.starts_with("rungs: "))
            .map(|line| rungs::text::width(line.trim_end()))
            .max()
            .unwrap()
    };
    assert!(width("60") <= 60, "{}", width("60"));
}

#[test]
fn the_open_catalogs_are_listed_with_who_says_so_and_what_is_left_out() {
    let home = Home::new();
    assert_eq!(home.stdout(&["catalog", "list"]), "1\topen\tinside rungs\t35\t72\t7\tembedded\t\n");
    let kept = home.0.path().join("config/catalogs/ours/families");
    fs::create_dir_all(&kept).expect("a folder");
    let family = include_str!("../../data/families/mobile-engineer.json");
    fs::write(kept.join("mobile-engineer.json"), family).expect("a family");
    fs::write(home.0.path().join("config/catalogs/wrong.json"), "{").expect("a file");
    let listed = home.json(&["catalog", "list", "--json"]);
    assert_eq!(listed["schema"], "rungs.catalogs/1");
    let layers = listed["items"].as_array().unwrap();
    assert_eq!(layers.len(), 3);
    assert_eq!(keys(&layers[0]), ["catalog", "families", "from", "levels", "open", "place", "roles", "why"]);
    let of = |place: usize| (&layers[place]["open"], &layers[place]["from"]);
    assert_eq!(of(1), (&Value::from(true), &Value::from("config directory")));
    assert_eq!((&layers[1]["roles"], &layers[2]["roles"]), (&layers[0]["roles"], &Value::Null));
    assert_eq!(of(2), (&Value::from(false), &Value::from("config directory")));
    assert!(layers[2]["why"].as_str().is_some_and(|why| why.contains("wrong.json:1")), "{listed}");

    let (exit, listed, _) = run(&home, &["--catalog", "config/catalogs/wrong.json", "catalog", "list"]);
    assert_eq!(exit, Some(3));
    assert!(listed.contains("\tleft out\tasked for\t"), "{listed}");
}
