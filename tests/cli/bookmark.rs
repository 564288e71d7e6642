//! `rungs bookmark` beyond its transcripts: fields, days, roles that are gone, disks that refuse.

use serde_json::Value;

use super::{Home, keys};

#[test]
fn a_bookmark_has_the_documented_fields_and_its_day_is_the_readers_own() {
    let home = Home::new();
    let journal = r#"{"t":"bookmark.add","of":"payment-systems-engineer/senior","at":"2026-01-31T23:30:00Z"}
{"t":"bookmark.note","of":"payment-systems-engineer/senior","text":"first line\n\tsecond","at":"2026-02-01T12:00:00Z"}
{"t":"bookmark.add","of":"closed-family/lead","at":"2026-01-01T00:00:00Z"}
"#;
    home.write_bookmarks(journal);
    let document = home.json(&["bookmark", "list", "--json"]);
    let [known, missing] = &document["items"].as_array().unwrap()[..] else { panic!("{document}") };
    assert_eq!(document["schema"], "rungs.bookmark/1");
    let fields = ["added", "family", "family_name", "id", "missing", "note", "roles", "tags", "title"];
    assert_eq!((keys(known), keys(missing)), (fields.to_vec(), fields.to_vec()));
    assert_eq!((&known["added"], &known["missing"]), (&"2026-01-31T23:30:00Z".into(), &false.into()));
    assert_eq!(known["roles"], serde_json::json!(["payment-systems-engineer/senior"]));
    assert_eq!(known["note"], "first line\n second");
    assert_eq!((&missing["title"], &missing["missing"]), (&Value::Null, &true.into()));

    for (zone, day) in [("JST-9", "2026-02-01"), ("EST5", "2026-01-31")] {
        let output = home.rungs(&["bookmark", "list"]).env("TZ", zone).output().expect("rungs runs");
        let lines = String::from_utf8(output.stdout).unwrap();
        let line = lines.lines().next().unwrap();
        assert!(line.ends_with(&format!("\t\t{day}\tfirst line")), "{zone}: {line}");
    }
}

#[test]
fn a_bookmark_outlives_its_role_until_it_is_removed() {
    let home = Home::new();
    home.write_bookmarks("{\"t\":\"bookmark.add\",\"of\":\"closed-family/lead\"}\n");
    assert!(home.stdout(&["bookmark", "list"]).starts_with("closed-family/lead\t(not in this catalog)\t"));
    assert!(home.stdout(&["bookmark", "remove", "closed-family/lead"]).starts_with("closed-family/lead\t"));
    assert_eq!(home.stdout(&["bookmark", "list"]), "");
}

#[test]
fn a_bookmark_that_cannot_be_kept_is_told_and_ends_in_5() {
    let home = Home::new();
    std::fs::write(home.0.path().join("file"), "").unwrap();
    let directory = home.0.path().join("file/config");
    let output = home.output(&["bookmark", "add", "payment:senior", "--config-dir", &directory.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(5));
    assert!(output.stdout.is_empty());
    assert!(!output.stderr.is_empty());
}
