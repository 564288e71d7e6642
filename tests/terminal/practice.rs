//! Practice in a terminal: the editor with an answer, what is on disk afterwards, the clock.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use serde_json::Value;

use super::home::{Home, opened};
use crate::pty::{PATIENCE, Session};

/// The explorer at the practice of a role, at a time that stands still.
fn practising(home: &Home) -> CommandBuilder {
    let mut command = home.rungs(["practice", "payment:senior"]);
    command.env("RUNGS_NOW", "2026-05-01T09:00:00Z");
    command.env("TZ", "Europe/Berlin");
    command
}

/// The same at its first question, answered in `editor`.
fn asked(home: &Home, editor: &str) -> Session {
    let mut command = practising(home);
    command.env("EDITOR", editor);
    let mut session = opened(command);
    session.shows("Enter makes a plan.");
    session.keys("\r");
    session.shows("15 MINUTES");
    session.keys("\r");
    session.shows("e:editor");
    session
}

/// The files of answers.
fn answers(home: &Home) -> Vec<PathBuf> {
    fn walk(directory: PathBuf, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(directory).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(home.join("data/answers"), &mut found);
    found
}

fn text(home: &Home) -> String {
    let [file] = &answers(home)[..] else { panic!("one answer, not {:?}", answers(home)) };
    fs::read_to_string(file).unwrap()
}

/// The records of the journal, without what each journal has.
fn journal(home: &Home) -> Vec<Value> {
    let lines = fs::read_to_string(home.join("data/practice.jsonl")).unwrap_or_default();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Quits, and the terminal is as it was.
fn quit(session: &mut Session) {
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    session.assert_given_back();
}

#[test]
fn what_the_editor_writes_is_the_answer_in_a_private_file_of_its_own() {
    let home = Home::new();
    let editor = home.script("my editor", "test \"$1\" = '-n wide' && echo 'Unknown, not failed.' >\"$2\"");
    let mut session = asked(&home, &format!("'{}' '-n wide'", editor.display()));
    session.keys("e");
    session.shows("How will it do?");
    session.shows("Unknown, not failed.");
    session.assert_taken();
    assert_eq!(text(&home), "Unknown, not failed.\n");
    let [file] = &answers(&home)[..] else { panic!("one answer") };
    let under = file.strip_prefix(home.join("data/answers")).unwrap().to_string_lossy().into_owned();
    assert!(under.starts_with("payment-systems-engineer/") && under.ends_with("/20260501T090000Z.md"), "{under}");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(file), 0o600);
    let directories: Vec<_> = file.ancestors().skip(1).take_while(|path| *path != home.join("data")).collect();
    assert!(directories.iter().all(|path| mode(path) == 0o700), "{directories:?}");
    // Keys reach the program only, and the next one is a prediction.
    session.keys("3");
    session.shows("MUST");
    quit(&mut session);
}

#[test]
fn an_editor_that_writes_nothing_commits_nothing() {
    let home = Home::new();
    let mut session = asked(&home, "true");
    session.keys("e");
    session.shows("Nothing is written yet; the file waits");
    session.assert_taken();
    assert!(!session.contents().contains("MUST"));
    assert_eq!(text(&home), "");
    quit(&mut session);
}

#[test]
fn an_editor_that_fails_or_is_killed_keeps_what_it_saved() {
    for (lines, why) in
        [("echo begun >\"$1\"; false", "exit status: 1"), ("echo begun >\"$1\"; kill -9 $$", "signal: 9")]
    {
        let home = Home::new();
        let editor = home.script("edit", lines);
        let mut session = asked(&home, &editor.display().to_string());
        session.keys("e");
        session.shows(why);
        session.shows("begun");
        session.shows("e:editor");
        session.assert_taken();
        assert_eq!(text(&home), "begun\n");
        // It is no answer before somebody says so.
        session.keys("\r");
        session.shows("How will it do?");
        quit(&mut session);
    }
}

#[test]
fn an_editor_that_is_not_there_is_named_and_the_answer_is_given_otherwise() {
    let home = Home::new();
    let mut session = asked(&home, "no-such-editor --wait");
    session.keys("e");
    session.shows("no-such-editor --wait (from EDITOR) does not start");
    session.keys("ityped here\t");
    session.shows("How will it do?");
    assert_eq!(text(&home), "typed here");
    quit(&mut session);
}

#[test]
fn a_practice_from_the_first_key_to_the_next_day() {
    let home = Home::new();
    let mut session = asked(&home, "true");
    session.keys("vheld the payouts\r2");
    session.shows("MUST");
    session.keys("yyy\r");
    session.shows("FOLLOW-UP 1");
    session.keys("S");
    session.shows("Answer kept:");
    session.shows("comes back");
    session.keys("\r");
    session.shows("DONE");
    quit(&mut session);
    let kinds = |home: &Home| -> Vec<String> {
        journal(home).iter().map(|record| record["t"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds(&home), ["review", "session"]);
    let review = &journal(&home)[0];
    assert_eq!((review["day"].as_str(), review["off"].as_i64()), (Some("2026-05-01"), Some(120)));
    assert_eq!((review["said"].as_str(), review["pred"].as_i64()), (Some("held the payouts"), Some(2)));

    // Back on the same day: the answer is taken back as it was ticked, and the sitting with it.
    let mut session = opened(practising(&home));
    session.shows("15 MINUTES");
    session.keys("u");
    session.shows("[y]");
    session.shows("held the payouts");
    session.shows("Taken back");
    session.keys("\x12");
    session.shows("DONE");
    quit(&mut session);
    assert_eq!(kinds(&home), ["review", "session", "withdraw", "withdraw", "restore", "restore"]);

    // The day after it comes again, or something new does.
    let mut command = practising(&home);
    command.env("RUNGS_NOW", "2026-05-04T09:00:00Z");
    let mut session = opened(command);
    session.shows("due: ");
    quit(&mut session);
}

#[test]
fn a_directory_that_cannot_be_written_is_said_and_practice_goes_on() {
    let home = Home::new();
    fs::create_dir(home.join("data")).unwrap();
    fs::set_permissions(home.join("data"), fs::Permissions::from_mode(0o500)).unwrap();
    // Who may write everywhere, such as root, cannot be kept out.
    let kept_out = fs::write(home.join("data/probe"), "").is_err();
    let mut session = asked(&home, "true");
    session.keys("iwords\t");
    session.shows("How will it do?");
    if kept_out {
        session.shows("NOT SAVED: the answer is in no file");
        session.keys("3\rS");
        session.shows("NOT SAVED");
        assert!(!session.contents().contains("Answer kept"));
    }
    session.keys("Q");
    session.end();
    fs::set_permissions(home.join("data"), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_timer_that_shows_wakes_once_a_second_and_nothing_else_does() {
    let home = Home::new();
    let mut command = home.rungs(["practice", "payment:senior"]);
    command.env("EDITOR", "true");
    let mut session = opened(command);
    session.shows("Enter makes a plan.");
    assert!(session.is_silent_for(Duration::from_millis(1_500)), "the start waits for keys only");
    session.keys("\r\r");
    session.shows("0:01 / ");
    let mark = session.mark();
    session.shows("0:03 / ");
    let frames = String::from_utf8_lossy(&session.since(mark)).matches("\x1b[?2026h").count();
    assert!((1..=3).contains(&frames), "{frames} frames in two seconds");
    session.keys("v\r");
    session.shows("How will it do?");
    assert!(session.is_silent_for(Duration::from_millis(1_500)), "no timer shows, and something is drawn");
    quit(&mut session);
}

#[test]
fn a_mock_interview_that_was_killed_in_its_middle_waits_with_what_was_said() {
    let home = Home::new();
    let mut session = opened(practising(&home));
    session.shows("Enter makes a plan.");
    session.keys("\rM2");
    session.shows("Tell me in two minutes");
    session.keys("\r");
    session.shows("QUESTION 1 OF 4");
    session.keys("vheld the payouts\r");
    session.shows("How will it do?");
    session.keys("3");
    session.shows("FOLLOW-UP 1");
    // Kept by the way: nobody is told, so it is looked for on the disk.
    let foretold = |home: &Home| journal(home).iter().any(|record| record["t"] == "given" && record["pred"] == 3);
    let asked = Instant::now();
    while !foretold(&home) {
        assert!(asked.elapsed() < PATIENCE, "the answer is not on the disk");
        thread::yield_now();
    }
    session.signal(Signal::KILL);
    session.end();

    let mut session = opened(practising(&home));
    session.shows("a mock of 11:00 waits: 1 answer to judge, 3 questions not asked: enter goes on, x leaves it");
    session.keys("\r");
    session.shows("QUESTION 2 OF 4");
    session.keys("F");
    session.shows("held the payouts");
    session.shows("you predicted at level");
    session.keys("\r");
    session.shows("Answer kept:");
    session.keys("\r");
    session.shows("1 of 4 questions answered");
    session.keys("\r");
    session.shows("MINUTES");
    assert!(!session.contents().contains("waits:"));
    quit(&mut session);
    let kinds: Vec<_> = journal(&home).iter().map(|record| record["t"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds, ["given", "given", "over", "review", "session"]);
}

#[test]
fn a_clock_a_century_ahead_is_asked_about_and_nothing_is_written_before() {
    let home = Home::new();
    let mut session = asked(&home, "true");
    session.keys("v\r2");
    session.shows("MUST");
    session.keys("\rS");
    session.shows("Answer kept:");
    quit(&mut session);
    let before = fs::read(home.join("data/practice.jsonl")).unwrap();
    let ahead = |home: &Home| {
        let mut command = practising(home);
        command.env("RUNGS_NOW", "2126-05-01T09:00:00Z");
        command
    };
    let mut session = opened(ahead(&home));
    session.shows("Is today 2126-05-01?");
    session.keys("n");
    session.shows("3 Role");
    quit(&mut session);
    assert_eq!(fs::read(home.join("data/practice.jsonl")).unwrap(), before);
    let mut session = opened(ahead(&home));
    session.shows("Is today 2126-05-01?");
    session.keys("y");
    session.shows("days ago");
    quit(&mut session);

    // Set back it is said, and practice is open.
    let mut command = practising(&home);
    command.env("RUNGS_NOW", "2026-04-29T09:00:00Z");
    let mut session = opened(command);
    session.shows("The clock says 2026-04-29, before your last practice on 2026-05-01");
    session.shows("15 MINUTES");
    quit(&mut session);
}

/// Longer than the largest file there may be.
fn long_answer() -> String {
    (0..300).map(|number| format!("word-{number:03}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_answer_that_no_disk_takes_is_told_when_the_program_ends() {
    let home = Home::new();
    // Files may have a kilobyte, as on a disk that is nearly full; a write beyond that is refused.
    let mut command = home.shell("trap '' XFSZ; ulimit -f 1; exec \"$0\" practice payment:senior");
    command.env("RUNGS_NOW", "2026-05-01T09:00:00Z");
    let mut session = opened(command);
    session.shows("Enter makes a plan.");
    session.keys("\r");
    session.shows("15 MINUTES");
    session.keys("\ri");
    session.shows("Your answer");
    session.keys(format!("\x1b[200~{}\x1b[201~", long_answer()));
    session.shows("word-299");
    session.keys("\t");
    // The screen says so, and the answer is all there.
    session.shows("NOT SAVED: the answer is in no file");
    session.keys("3");
    session.shows("word-000");
    let mark = session.mark();
    session.keys("Q");
    assert_eq!(session.end().code(), Some(5));
    let told = String::from_utf8_lossy(&session.since(mark)).into_owned();
    assert!(told.contains("NOT SAVED: no file takes your answer to"), "{told}");
    assert!(told.contains(long_answer().trim_end()), "{told}");
}

#[test]
fn an_answer_that_its_directory_does_not_take_is_in_another_file_at_the_end() {
    let home = Home::new();
    fs::create_dir(home.join("data")).unwrap();
    fs::write(home.join("data/answers"), "no directory").unwrap();
    let mut session = asked(&home, "true");
    session.keys("iwords of mine\t");
    session.shows("NOT SAVED: the answer is in no file");
    let mark = session.mark();
    session.keys("Q");
    assert_eq!(session.end().code(), Some(5));
    let told = String::from_utf8_lossy(&session.since(mark)).into_owned();
    let (_, path) = told.split_once(" is in ").unwrap_or_else(|| panic!("{told}"));
    let path = path.split_once(".md").unwrap_or_else(|| panic!("{told}")).0;
    assert_eq!(fs::read_to_string(format!("{path}.md")).unwrap(), "words of mine");
    assert!(path.starts_with(&*home.join("data").to_string_lossy()), "{path}");
}

#[test]
fn an_answer_is_put_in_its_file_at_the_end_if_the_disk_takes_it_by_then() {
    let home = Home::new();
    fs::create_dir(home.join("data")).unwrap();
    fs::write(home.join("data/answers"), "no directory").unwrap();
    let mut session = asked(&home, "true");
    session.keys("iwords of mine\t");
    session.shows("NOT SAVED: the answer is in no file");
    fs::remove_file(home.join("data/answers")).unwrap();
    quit(&mut session);
    assert_eq!(text(&home), "words of mine");
}
