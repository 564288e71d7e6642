//! `rungs gap` as a terminal, a pipe and a script get it.

use std::fs;

use serde_json::Value;

use super::{Home, keys};

/// A home with ratings and evidence for the senior role, which is wanted.
fn rated() -> Home {
    let home = Home::new();
    for arguments in [
        &["gap", "here", "payment:mid"][..],
        &["gap", "want", "payment:senior"],
        &["gap", "rate", "idempotency", "2"],
        &["gap", "rate", "idempotency", "3"],
        &["gap", "rate", "production change", "alone"],
        &["gap", "rate", "ledger", "s"],
        &[
            "gap",
            "evidence",
            "idempotency",
            "retry keys for payouts, which nobody had to pay twice",
            "--on",
            "2026-05-01",
        ],
    ] {
        home.stdout(arguments);
    }
    home
}

#[test]
fn every_width_gets_lines_that_fit_and_every_verdict() {
    let home = rated();
    let document = home.json(&["gap", "--json"]);
    let gap = &document["items"][0];
    for columns in [20, 40, 59, 60, 80, 120, 250] {
        let text = home.on_a_terminal(columns, &["gap"], &[("NO_COLOR", "1")]);
        for line in text.lines().map(|line| line.trim_end_matches('\r')) {
            assert!(rungs::text::width(line) <= usize::from(columns), "{columns}: {line}");
        }
        let solid = |text: &str| text.split_whitespace().collect::<String>();
        let flat = solid(&text);
        let sections = gap["sections"].as_array().unwrap();
        for verdict in sections.iter().map(|section| &section["verdict"]).chain([&gap["verdict"]]) {
            assert!(flat.contains(&solid(verdict.as_str().unwrap())), "{columns}: {verdict}");
        }
        for words in ["* 2026-05-01 retry keys for payouts", "before: 2/5 on", "of 4, core: one short (from 3/5)"] {
            assert!(flat.contains(&solid(words)), "{columns}: {words}\n{text}");
        }
    }
}

#[test]
fn a_gap_has_the_documented_fields_and_a_pipe_gets_the_same_items() {
    let home = rated();
    let document = home.json(&["gap", "--json"]);
    assert_eq!(document["schema"], "rungs.gap/1");
    let [gap] = &document["items"].as_array().unwrap()[..] else { panic!("{document}") };
    assert_eq!(keys(gap), ["from", "role", "sections", "verdict"]);
    let head = ["family", "family_name", "id", "level", "level_name", "rank", "title"];
    assert_eq!((keys(&gap["role"]), keys(&gap["from"])), (head.to_vec(), head.to_vec()));
    let sections = gap["sections"].as_array().unwrap();
    let ids: Vec<&Value> = sections.iter().map(|section| &section["id"]).collect();
    assert_eq!(ids, ["skills", "responsibilities", "decisions"]);
    let asked: [&[&str]; 3] = [&["proficiency", "texts", "weight"], &["texts"], &["reach", "right"]];
    let mut items: Vec<&Value> = Vec::new();
    for (section, asked) in sections.iter().zip(asked) {
        assert_eq!(keys(section), ["id", "items", "title", "verdict"]);
        for item in section["items"].as_array().unwrap() {
            assert_eq!(keys(item), ["asked", "evidence", "from", "history", "id", "name", "rated", "short", "state"]);
            assert_eq!(keys(&item["asked"]), asked);
            items.push(item);
        }
    }
    let idempotency = items.iter().find(|item| item["id"] == "skill:idempotency").unwrap();
    assert_eq!((&idempotency["rated"], &idempotency["short"]), (&3.into(), &1.into()));
    assert_eq!(idempotency["history"].as_array().unwrap().len(), 2);
    assert_eq!(idempotency["evidence"][0]["on"], "2026-05-01");

    let plain = home.stdout(&["gap", "--width", "20"]);
    assert_eq!(plain.lines().count(), items.len());
    for (line, item) in plain.lines().zip(items) {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!((cells.len(), cells[0]), (7, item["id"].as_str().unwrap()), "{line}");
        assert_eq!(cells[4] == "-", item["rated"].is_null(), "{line}");
    }
    let open = home.stdout(&["gap", "-d"]);
    assert_eq!(
        plain.lines().filter(|line| line.split('\t').nth(1) != Some("=")).collect::<Vec<_>>(),
        open.lines().collect::<Vec<_>>()
    );
}

#[test]
fn a_skill_is_rated_once_for_every_role_and_work_for_each() {
    let home = rated();
    let rated = |role: &str, item: &str| {
        let document = home.json(&["gap", role, "--json"]);
        let sections = document["items"][0]["sections"].as_array().unwrap().clone();
        let items = sections.iter().flat_map(|section| section["items"].as_array().unwrap());
        let found = items.into_iter().find(|found| found["id"] == item).cloned();
        found.map(|found| found["rated"].clone())
    };
    assert_eq!(rated("payment:staff", "skill:idempotency"), Some(3.into()));
    assert_eq!(rated("payment:staff", "thread:ledger"), Some(Value::Null));
    assert_eq!(rated("payment:senior", "thread:ledger"), Some("with-support".into()));
}

#[test]
fn ones_own_rung_is_compared_with_nothing() {
    let document = rated().json(&["gap", "payment:mid", "--json"]);
    assert_eq!(document["items"][0]["from"], Value::Null);
}

#[test]
fn ratings_live_in_the_data_directory_and_pins_with_the_bookmarks() {
    let home = rated();
    let read = |path: &str| fs::read_to_string(home.0.path().join(path)).unwrap();
    assert_eq!(read("config/bookmarks.jsonl").matches("\"t\":\"pin.set\"").count(), 2);
    assert_eq!(read("data/practice.jsonl").lines().count(), 5);
    assert_eq!(home.stdout(&["bookmark", "list"]), "", "a role that is wanted is not bookmarked by that");
}

#[test]
fn a_rating_that_cannot_be_kept_is_told_and_ends_in_5() {
    let home = Home::new();
    fs::write(home.0.path().join("file"), "").unwrap();
    let directory = home.0.path().join("file/data");
    let arguments =
        ["gap", "rate", "idempotency", "3", "-r", "payment:senior", "--data-dir", &directory.to_string_lossy()];
    let output = home.output(&arguments);
    assert_eq!((output.status.code(), &output.stdout[..]), (Some(5), &b""[..]));
    assert!(!output.stderr.is_empty());
}
