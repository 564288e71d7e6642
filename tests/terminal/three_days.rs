//! Three days of practice in a terminal, from the first key to what leaves as Markdown, at times that stand still; the
//! journal afterwards is the golden one beside this file, line by line.
//!
//! `RUNGS_GOLDEN=write cargo test --test terminal three_days` writes it anew; then read what changed.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::home::{Home, opened};
use crate::pty::Session;

const ROLE: &str = "payment:senior";

/// Eight keys from the first screen to a question that comes back, each with what is on the screen after it.
const FIRST: [(&str, &str); 8] = [
    ("\r", "15 MINUTES"),
    ("\r", "v:aloud"),
    ("v", "enter:keep"),
    ("x", "said aloud: x"),
    ("\r", "How will it do?"),
    ("2", "MUST"),
    ("\r", "FOLLOW-UP 1"),
    ("S", "comes back tomorrow"),
];

/// The home at 11:00 in Berlin on a day of May 2026.
struct Day<'a> {
    home: &'a Home,
    now: String,
}

impl<'a> Day<'a> {
    fn of(home: &'a Home, day: u8) -> Self {
        Self { home, now: format!("2026-05-{day:02}T09:00:00Z") }
    }

    /// The practice of the role, open.
    fn practice(&self) -> Session {
        let mut command = self.home.rungs(["practice", ROLE]);
        for (name, value) in [("RUNGS_NOW", self.now.as_str()), ("TZ", "Europe/Berlin"), ("EDITOR", "true")] {
            command.env(name, value);
        }
        opened(command)
    }

    /// What a command prints.
    fn printed(&self, arguments: &[&str]) -> String {
        let output =
            self.home.plain(arguments).env("RUNGS_NOW", &self.now).env("TZ", "Europe/Berlin").output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

fn quit(mut session: Session) {
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    session.assert_given_back();
}

/// The journal with the names of its writers in order of appearance and without checksums, which cover these names.
fn journal(home: &Home) -> String {
    let text = fs::read_to_string(home.join("data/practice.jsonl")).unwrap();
    let mut writers: HashMap<String, usize> = HashMap::new();
    let mut named = |id: &str| {
        let (writer, number) = id.rsplit_once('-').unwrap();
        let known = writers.len() + 1;
        format!("writer{}-{number}", writers.entry(writer.to_owned()).or_insert(known))
    };
    let mut lines = String::new();
    for line in text.lines() {
        let mut record: Value = serde_json::from_str(line).unwrap();
        let fields = record.as_object_mut().unwrap();
        fields.remove("c").unwrap();
        for field in ["id", "of", "sitting"] {
            if let Some(Value::String(id)) = fields.get_mut(field) {
                *id = named(id);
            }
        }
        for id in fields.get_mut("reviews").and_then(Value::as_array_mut).into_iter().flatten() {
            *id = Value::String(named(id.as_str().unwrap()));
        }
        lines.extend([record.to_string(), "\n".to_owned()]);
    }
    lines
}

#[test]
fn three_days_with_a_restart_an_undo_a_date_a_mock_and_an_export() {
    let home = Home::new();

    // Friday: the first question, until it comes back.
    let day = Day::of(&home, 1);
    let mut session = day.practice();
    session.shows("Enter makes a plan.");
    for (key, then) in FIRST {
        session.keys(key);
        session.shows(then);
    }
    quit(session);

    // A restart, and the answer is taken back and ticked otherwise.
    let mut session = day.practice();
    session.shows("15 MINUTES");
    session.keys("u");
    session.shows("Taken back");
    session.keys("yyyyyyy\r");
    session.shows("FOLLOW-UP 1");
    session.keys("S");
    session.shows("Answer kept:");
    session.keys("\r");
    session.shows("DONE");
    quit(session);

    // Monday: what was answered on Friday is due.
    let day = Day::of(&home, 4);
    let plan = day.printed(&["practice", "plan", ROLE]);
    assert!(plan.contains("due"), "{plan}");
    let mut session = day.practice();
    session.shows("due: ");
    session.keys("\r");
    session.shows("v:aloud");
    session.keys("iholds the payouts first\t3");
    session.shows("MUST");
    session.keys("yyyy\r");
    session.shows("FOLLOW-UP 1");
    session.keys("S");
    session.shows("Answer kept:");
    session.keys("\r");
    session.shows("DONE");
    session.keys("\r");
    session.shows("no date; d sets one");
    session.keys("d2026-05-13\r");
    session.shows("in 9 days");
    quit(session);

    // Tuesday: a mock interview, judged after its end.
    let day = Day::of(&home, 5);
    let mut session = day.practice();
    session.shows("15 MINUTES");
    session.keys("M1");
    session.shows("Warm-up");
    session.keys("\r");
    for (question, said) in [("QUESTION 1 OF 2", "what is stored first"), ("QUESTION 2 OF 2", "what happens at 15:30")]
    {
        session.shows(question);
        session.shows("v:aloud");
        session.keys(format!("v{said}\r3"));
        session.shows("FOLLOW-UP 1 OF 2");
        session.keys("\r");
        session.shows("FOLLOW-UP 2 OF 2");
        session.keys("\r");
    }
    for said in ["what is stored first", "what happens at 15:30"] {
        session.shows("MUST");
        session.shows(said);
        session.keys("yyn\r");
        session.shows("Answer kept:");
        session.keys("\r");
    }
    session.shows("Debrief");
    quit(session);

    let log = day.printed(&["practice", "log", "--json"]);
    let log: Value = serde_json::from_str(&log).unwrap();
    let modes: Vec<&str> =
        log["items"].as_array().unwrap().iter().map(|answer| answer["mode"].as_str().unwrap()).collect();
    assert_eq!(modes, ["practice", "practice", "mock", "mock"]);
    let answers = day.printed(&["practice", "export", "answers", ROLE]);
    assert!(answers.contains("holds the payouts first") && answers.contains("what is stored first"), "{answers}");
    let debrief = day.printed(&["practice", "export", "debrief", ROLE]);
    for line in [
        "Mock interview of 20 minutes, ended 2026-05-05 11:00",
        "| Refund and chargeback cross on a Tuesday | 0:00 | 10:00 | not yet | at level | - |",
        "| 9,000 payouts before 15:30 | 0:00 | 12:00 | not yet | at level | - |",
        "1. 9,000 payouts before 15:30: Fixes content and id of the file",
    ] {
        assert!(debrief.contains(line), "no {line} in {debrief}");
    }

    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terminal/three_days.jsonl");
    if std::env::var_os("RUNGS_GOLDEN").is_some() {
        fs::write(&golden, journal(&home)).unwrap();
    }
    assert_same_lines(&fs::read_to_string(golden).unwrap(), &journal(&home));
}

/// Line by line, so that the first difference is named.
fn assert_same_lines(golden: &str, written: &str) {
    for (number, (golden, written)) in golden.lines().zip(written.lines()).enumerate() {
        assert_eq!(golden, written, "line {}", number + 1);
    }
    assert_eq!(golden.lines().count(), written.lines().count());
}
