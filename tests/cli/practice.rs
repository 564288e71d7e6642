//! `rungs practice` with a clock that stands: transcripts over one journal, fields, and files that are not there.

mod linear;

use std::fs;
use std::process::Command;

use serde_json::Value;

use super::{Home, keys};

/// A week of practice for an interview that comes.
pub(super) const JOURNAL: &str = include_str!("../support/practised.jsonl");
/// Nine days before that interview.
pub(super) const NOW: &str = "2026-11-23T05:28:00Z";

/// A home in which somebody practised.
fn practised() -> Home {
    with_journal(JOURNAL)
}

pub(super) fn with_journal(journal: &str) -> Home {
    let home = Home::new();
    let data = home.0.path().join("data");
    fs::create_dir_all(&data).expect("a directory");
    fs::write(data.join("practice.jsonl"), journal).expect("a journal");
    home
}

/// `rungs practice` with `arguments` on the morning of that day in Berlin.
pub(super) fn practice(home: &Home, arguments: &[&str]) -> Command {
    let mut command = home.rungs(&[&["practice"], arguments].concat());
    command.env("RUNGS_NOW", NOW).env("TZ", "Europe/Berlin");
    command
}

pub(super) fn stdout(home: &Home, arguments: &[&str]) -> String {
    let output = practice(home, arguments).output().expect("rungs runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

pub(super) fn json(home: &Home, arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(home, &[arguments, &["--json"]].concat())).expect("JSON")
}

#[test]
fn transcripts_of_practice() {
    let home = practised();
    let cases = super::transcripts_in(&home);
    cases.env("RUNGS_NOW", NOW).env("TZ", "Europe/Berlin");
    cases.case("tests/cmd/practice/*.md").run();
}

#[test]
fn a_plan_has_the_documented_fields_and_a_pipe_gets_the_same_steps() {
    let home = practised();
    let document = json(&home, &["plan", "payment:senior", "--minutes", "45"]);
    assert_eq!(document["schema"], "rungs.practice.plan/1");
    let [plan] = &document["items"].as_array().unwrap()[..] else { panic!("{document}") };
    assert_eq!(keys(plan), ["interview", "minutes", "next", "planned", "role", "steps", "today"]);
    assert_eq!(keys(&plan["interview"]), ["all", "days", "fit", "on"]);
    let steps = plan["steps"].as_array().unwrap();
    let fields = ["days", "kind", "last", "minutes", "missed", "question", "title", "why"];
    assert!(steps.iter().all(|step| keys(step) == fields));
    let planned: u64 = steps.iter().map(|step| step["minutes"].as_u64().unwrap()).sum();
    assert!(planned <= 45 && plan["planned"] == planned, "{planned}");

    let records = stdout(&home, &["plan", "payment:senior", "--minutes", "45", "--width", "20"]);
    let ids: Vec<&str> = records.lines().map(|line| line.split('\t').next().unwrap()).collect();
    assert_eq!(ids, steps.iter().map(|step| step["question"].as_str().unwrap()).collect::<Vec<_>>());
    assert!(records.lines().all(|line| line.split('\t').count() == 5), "{records}");
}

#[test]
fn a_plan_is_the_same_until_something_is_answered() {
    let home = practised();
    let first = stdout(&home, &["plan", "payment:senior", "-m", "120"]);
    assert_eq!(first, stdout(&home, &["plan", "payment:senior", "-m", "120"]));
    let planned: Vec<&str> = first.lines().map(|line| line.split('\t').next().unwrap()).collect();
    assert!(!planned.contains(&"payment-systems-engineer#event-intake"), "what is put aside is not asked: {first}");
    let asked = json(&home, &["ask", "payment:senior"]);
    assert_eq!(asked["items"][0]["id"], planned[0]);
    let done = format!(
        "{JOURNAL}{{\"t\":\"review\",\"at\":\"2026-11-23T05:00:00Z\",\"q\":\"{}\",\"rev\":1,\"role\":\"payment-systems-engineer/senior\",\
         \"off\":60,\"day\":\"2026-11-23\",\"mode\":\"practice\",\"secs\":9,\"sig\":{{}},\"derived\":1,\"rating\":1,\"cold\":true}}\n",
        planned[0]
    );
    assert!(!stdout(&with_journal(&done), &["plan", "payment:senior", "-m", "120"]).contains(planned[0]));
}

#[test]
fn a_question_says_nothing_of_its_rubric_unless_it_is_asked_for() {
    let home = practised();
    let id = "payment-systems-engineer/senior#timeout-duplicates";
    let full = json(&home, &["ask", id, "--rubric"]);
    let rubric = &full["items"][0]["rubric"];
    assert_eq!(keys(rubric), ["follow_ups", "levels", "red_flags", "signals"]);
    let told = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (bare, with) = (told(&stdout(&home, &["ask", id])), told(&stdout(&home, &["ask", id, "--rubric"])));
    let mut texts: Vec<&str> = Vec::new();
    for (list, field) in [("signals", "text"), ("levels", "text"), ("follow_ups", "listen_for"), ("red_flags", "text")]
    {
        texts.extend(rubric[list].as_array().unwrap().iter().map(|item| item[field].as_str().unwrap()));
    }
    assert!(texts.len() > 12);
    for text in texts {
        assert!(!bare.contains(text) && with.contains(text), "{text}");
    }
    assert_eq!(json(&home, &["ask", id])["items"][0].get("rubric"), None);
}

#[test]
fn times_are_those_of_the_writers_wall_and_what_was_undone_is_not_listed() {
    let home = practised();
    let log = json(&home, &["log"]);
    let times: Vec<&str> = log["items"].as_array().unwrap().iter().map(|item| item["at"].as_str().unwrap()).collect();
    assert_eq!(
        times,
        [
            "2026-11-16T19:10:00+01:00",
            "2026-11-16T19:14:00+01:00",
            "2026-11-16T19:25:00+01:00",
            "2026-11-17T11:30:00+09:00"
        ]
    );
    let elsewhere = practice(&home, &["log", "--json"]).env("TZ", "America/New_York").output().expect("rungs runs");
    assert_eq!(serde_json::from_slice::<Value>(&elsewhere.stdout).expect("JSON"), log);
}

#[test]
fn the_doctor_names_each_line_and_writes_nothing() {
    let journal = format!(
        "{JOURNAL}no record at all\n{}\n{}\n{}\n{}",
        r#"{"t":"story","of":"x"}"#,
        r#"{"v":9,"t":"review"}"#,
        r#"{"t":"flag","q":"payment-systems-engineer#event-intake","text":"hm","c":"00000000"}"#,
        r#"{"t":"flag","q":"pay"#
    );
    let home = with_journal(&journal);
    let before: Vec<_> = fs::read_dir(home.0.path().join("data")).unwrap().map(|it| it.unwrap().file_name()).collect();
    let output = practice(&home, &["doctor", "--json"]).output().expect("rungs runs");
    assert_eq!(output.status.code(), Some(5), "a line that cannot be read is a loss");
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let item = &document["items"][0];
    assert_eq!(keys(item), ["answers", "file", "findings", "lines", "records"]);
    let findings = item["findings"].as_array().unwrap();
    let found: Vec<(Option<u64>, &str)> =
        findings.iter().map(|it| (it["line"].as_u64(), it["what"].as_str().unwrap())).collect();
    assert_eq!(
        found,
        [
            (Some(11), "unreadable"),
            (Some(12), "unknown"),
            (Some(13), "newer"),
            (Some(14), "altered"),
            (Some(15), "torn"),
            (None, "file-gone"),
            (None, "story-gone"),
        ]
    );
    let after: Vec<_> = fs::read_dir(home.0.path().join("data")).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!((before, fs::read_to_string(home.0.path().join("data/practice.jsonl")).unwrap()), (after, journal));
}

#[test]
fn the_doctor_tells_a_question_that_is_gone_once_and_the_limit_of_a_record_that_is_too_long() {
    // Somebody's answers, to questions that were taken out of the catalog since.
    let reviews =
        JOURNAL.lines().filter(|line| line.contains(r#""t":"review""#)).take(3).zip(["gone", "gone-too", "gone"]);
    let mut lines: Vec<String> = reviews
        .map(|(line, question)| {
            let mut review: Value = serde_json::from_str(line).expect("JSON");
            review["q"] = format!("payment-systems-engineer/senior#{question}").into();
            review.as_object_mut().unwrap().remove("c");
            review.to_string()
        })
        .collect();
    lines.push("x".repeat(1 << 21));
    let home = with_journal(&(lines.join("\n") + "\n"));
    let output = practice(&home, &["doctor"]).output().expect("rungs runs");
    let told = String::from_utf8(output.stdout).unwrap();
    let is_meant = |line: &&str| line.starts_with("too-long") || line.starts_with("question-gone");
    assert_eq!(
        told.lines().filter(is_meant).collect::<Vec<_>>(),
        [
            "too-long\t4\tis longer than 1 MiB, the most a record may have; it is passed over",
            "question-gone\t-\tpayment-systems-engineer/senior#gone is not in this catalog; the 2 answers to it are kept",
            "question-gone\t-\tpayment-systems-engineer/senior#gone-too is not in this catalog; the answer to it is kept",
        ]
    );
    assert_eq!(output.status.code(), Some(5));
}

#[test]
fn a_sheet_goes_to_a_new_file_and_never_over_one() {
    let home = practised();
    let path = home.0.path().join("sheet.md");
    let arguments = ["sheet", "payment:senior", "--output", &path.to_string_lossy()];
    assert_eq!(stdout(&home, &arguments), "");
    assert_eq!(fs::read_to_string(&path).unwrap(), stdout(&home, &["sheet", "payment:senior"]));
    fs::write(&path, "mine").unwrap();
    let output = practice(&home, &arguments).output().expect("rungs runs");
    assert_eq!((output.status.code(), fs::read_to_string(&path).unwrap().as_str()), (Some(5), "mine"));
}

#[test]
fn a_sheet_asks_as_many_kinds_as_it_can() {
    let home = practised();
    let text = stdout(&home, &["sheet", "payment:senior", "-n", "4"]);
    let kinds: Vec<&str> =
        text.lines().filter(|line| line.ends_with('`')).map(|line| line.split(',').next().unwrap()).collect();
    let mut different = kinds.clone();
    different.sort_unstable();
    different.dedup();
    assert_eq!((kinds.len(), different.len()), (4, 4), "{kinds:?}");
}

#[test]
fn pages_keep_to_the_width_of_a_terminal() {
    let home = practised();
    for columns in [20, 40, 80, 200] {
        for arguments in [
            &["practice", "plan", "payment:senior"][..],
            &["practice", "progress", "payment:senior"],
            &["practice", "ask", "payment:senior", "-n", "3", "--rubric"],
        ] {
            let text = home.on_a_terminal(columns, arguments, &[("NO_COLOR", "1"), ("RUNGS_NOW", NOW), ("TZ", "UTC")]);
            for line in text.lines().map(|line| line.trim_end_matches('\r')) {
                assert!(rungs::text::width(line) <= usize::from(columns), "{columns} {arguments:?}: {line}");
            }
        }
    }
}

#[test]
fn a_job_description_comes_from_a_file_or_stdin_and_is_cleaned_at_the_door() {
    let home = practised();
    let job = include_str!("../cmd/practice/from.in/job.txt");
    let path = home.0.path().join("job.txt");
    fs::write(&path, job).unwrap();
    let from_file = stdout(&home, &["from", &path.to_string_lossy()]);
    assert!(from_file.starts_with("payment-systems-engineer/senior\t"), "{from_file}");
    fs::write(&path, format!("{job}\u{1b}]0;title\u{7}\n\u{202e}")).unwrap();
    assert_eq!(stdout(&home, &["from", &path.to_string_lossy()]), from_file);
    let piped = practice(&home, &["from", "-"]).stdin(fs::File::open(&path).unwrap()).output().expect("rungs runs");
    assert_eq!(String::from_utf8_lossy(&piped.stdout), from_file);
    fs::write(&path, job.repeat(1000)).unwrap();
    let output = practice(&home, &["from", &path.to_string_lossy()]).output().expect("rungs runs");
    assert_eq!((output.status.code(), &output.stdout[..]), (Some(2), &b""[..]));

    let document = json(&home, &["from", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/practice/from.in/job.txt")]);
    let item = &document["items"][0];
    assert_eq!((&document["schema"], keys(item)), (&"rungs.practice.from/1".into(), FROM.to_vec()));
    assert_eq!(item["levels"][0]["level"], "senior");
    assert_eq!(item["passed_over"], 2);
}

const FROM: &[&str] = &["levels", "near", "passed_over", "questions", "skills"];

#[test]
fn a_clock_that_can_hardly_be_right_is_said_where_something_is_written_by_it() {
    let said = |now: &str, arguments: &[&str]| {
        let home = practised();
        let output = practice(&home, arguments).env("RUNGS_NOW", now).output().expect("rungs runs");
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let ahead = said("2126-05-01T09:00:00Z", &["date", "payment:senior", "2126-06-01"]);
    assert!(
        ahead.contains("warning: the clock says 2126-05-01, more than a year after the last practice on 20"),
        "{ahead}"
    );
    let back = said("2020-05-01T09:00:00Z", &["date", "payment:senior", "2027-06-01"]);
    assert!(back.contains("warning: the clock says 2020-05-01, before the last practice on 2026-"), "{back}");
    // Where nothing is written, or the clock is right, nothing is said.
    assert_eq!(said("2126-05-01T09:00:00Z", &["date"]), "");
    assert_eq!(said(NOW, &["date", "payment:senior", "2026-12-24"]), "");
}
