//! `rungs --linear`: lines in, a transcript out. What is typed stands behind the prompts, as on a terminal.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::Home;

/// What comes of typing `lines` on the small catalog with questions, and how it ended.
fn typed(home: &Home, arguments: &[&str], lines: &str) -> (String, Option<i32>) {
    let catalog = format!("{}/tests/support/interviews.json", env!("CARGO_MANIFEST_DIR"));
    let mut command = home.rungs(&[arguments, &["--catalog", &catalog]].concat());
    command.env("RUNGS_NOW", "2026-05-01T10:00:00Z").env("TZ", "UTC");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("rungs runs");
    // One that ends before it has read everything closes the pipe.
    drop(child.stdin.take().expect("stdin").write_all(lines.as_bytes()));
    let output = child.wait_with_output().expect("an end");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(!text.contains(['\u{1b}', '\r', '\t']), "{text:?}");
    (text, output.status.code())
}

/// Compares the transcript of `lines` with the one kept as `name`.
fn transcript(name: &str, home: &Home, lines: &str) {
    let (text, code) = typed(home, &["--linear"], lines);
    assert_eq!(code, Some(0), "{text}");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn a_role_is_found_heard_compared_and_kept() {
    let lines = "1\n3\n2\n5\nbookmark\ncompare\n4\nback\nback\nback\nback\nbookmarks\n1\nbookmark\nquit\n";
    transcript("linear-browse", &Home::new(), lines);
}

#[test]
fn words_that_are_wrong_lead_nowhere_and_say_what_would_lead_on() {
    let lines = "99\n0\nfly\nback\nall\nbookmark\npractice\nshow\nshow nobody\nshow senior\nsearch\nsearch zzzz\n\
                 compare\ncompare payments:mid payments:mid\nbookmarks\nhelp\n\n";
    transcript("linear-wrong", &Home::new(), lines);
}

#[test]
fn searching_leads_to_roles() {
    transcript("linear-search", &Home::new(), "search senior payments\n1\nback\nsearch level:staf\nq\n");
}

#[test]
fn practice_asks_judges_and_keeps() {
    let home = Home::new();
    // Aloud, in a line, wrong letters, skipped, stopped; then what was missed.
    let ticks = "x\ny\nn\np\n".to_owned() + &"y\n".repeat(2) + &"n\n".repeat(3) + &"\n".repeat(4);
    let lines = format!(
        "show payments:senior\npractice\n7\n1\nWe hold the payouts\n4\n2\n{ticks}5\n\nmaybe\np\nstop\nback\nquit\n"
    );
    transcript("linear-practice", &home, &lines);
    let journal = fs::read_to_string(home.0.path().join("data/practice.jsonl")).expect("a journal");
    let records: Vec<Value> = journal.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let modes: Vec<&str> = records.iter().filter_map(|record| record["mode"].as_str()).collect();
    assert_eq!(
        modes,
        ["practice", "practice", "drill", "drill"],
        "an answer and its sitting, a signal and its sitting"
    );
    assert_eq!(records[0]["said"], "We hold the payouts");
    assert_eq!(records[0]["pred"], 2);
    let log = home.json(&["practice", "log", "--json"]);
    assert_eq!(log["items"].as_array().map(Vec::len), Some(2), "{log}");
}

#[test]
fn a_mock_interview_asks_all_before_it_judges() {
    let home = Home::new();
    let answers = "one\n1\ntwo\n3\n";
    let lines = format!("practice payments:senior\n2\n{answers}{}stop\nquit\n", "y\n".repeat(60));
    let (text, code) = typed(&home, &["--linear"], &lines);
    assert_eq!(code, Some(0));
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text}"));
    assert!(place("Every question is asked first") < place("Now the signals of"), "{text}");
    assert_eq!(text.matches("Question: ").count(), 2, "{text}");
    assert_eq!(text.matches("Answer kept: ").count(), 2, "{text}");
    assert_eq!(home.json(&["practice", "log", "--json"])["items"][0]["mode"], "mock");
}

#[test]
fn the_environment_asks_for_it_too_and_the_end_of_input_ends_it() {
    let home = Home::new();
    let catalog = format!("{}/tests/support/interviews.json", env!("CARGO_MANIFEST_DIR"));
    for (arguments, seen) in [
        (&["--catalog", &catalog][..], "families:"),
        (&["practice", "payments:senior", "--catalog", &catalog], "Practice for "),
    ] {
        let mut command = home.rungs(arguments);
        let output = command.env("RUNGS_LINEAR", "1").output().expect("rungs runs");
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8_lossy(&output.stdout).contains(seen), "{output:?}");
    }
    let off = home.rungs(&[]).env("RUNGS_LINEAR", "0").output().expect("rungs runs");
    assert_eq!(off.status.code(), Some(2), "0 is off");
    assert_eq!(typed(&home, &["--linear", "--at", "payments:mid"], "").1, Some(0));
}

#[test]
fn what_cannot_be_read_is_said() {
    let home = Home::new();
    fs::write(home.0.path().join("config"), "a file where a directory should be").expect("a file");
    assert_eq!(typed(&home, &["--linear"], "quit\n").1, Some(5), "a journal that cannot be read is left as it is");
}
