//! Answers to questions: a private file each, whole or not at all, and never outside their folder.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use jiff::Timestamp;
use rungs::store::{AnswerError, Answers};

use super::nook::{Nook, mode};

/// The longest answer, in bytes.
const MOST: usize = 256 << 10;

fn answers(nook: &Nook) -> Answers {
    Answers::new(Some(nook.path().to_owned()))
}

fn begin(answers: &Answers, question: &str) -> Result<Box<str>, AnswerError> {
    answers.begin(&question.parse().unwrap(), "2026-05-01T09:00:00Z".parse::<Timestamp>().unwrap())
}

#[test]
fn an_answer_is_a_private_file_that_holds_what_was_written_last() {
    let nook = Nook::new();
    let answers = answers(&nook);
    let name = begin(&answers, "payments/senior#lost-day").unwrap();
    assert_eq!(&*name, "answers/payments/senior/lost-day/20260501T090000Z.md");
    assert_eq!(answers.read(&name).unwrap(), "", "a new one is empty");
    for text in ["First, I would stop the payouts.", "", "Erst h\u{f6}re ich zu.\n\nThen I ask."] {
        answers.write(&name, text).unwrap();
        assert_eq!(answers.read(&name).unwrap(), text);
    }
    assert_eq!((mode(&nook.join(&name)), mode(&nook.join("answers"))), (0o600, 0o700));
    let folder = nook.join("answers/payments/senior/lost-day");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "no temporary file stays");
}

#[test]
fn a_hundred_answers_begun_in_one_second_have_files_of_their_own_and_no_more_are_made() {
    let nook = Nook::new();
    let answers = answers(&nook);
    let names: Vec<_> = (0..100).map(|_| begin(&answers, "payments#lost-day").unwrap()).collect();
    assert_eq!(&*names[0], "answers/payments/_bank/lost-day/20260501T090000Z.md");
    assert_eq!(&*names[1], "answers/payments/_bank/lost-day/20260501T090000Z-2.md");
    assert_eq!(&*names[99], "answers/payments/_bank/lost-day/20260501T090000Z-100.md");
    assert!(matches!(begin(&answers, "payments#lost-day"), Err(AnswerError::NotWritten { .. })));
}

#[test]
fn what_is_there_at_the_name_of_a_new_answer_is_left_alone() {
    let nook = Nook::new();
    let folder = nook.join("answers/payments/_bank/lost-day");
    fs::create_dir_all(&folder).unwrap();
    symlink(nook.join("elsewhere"), folder.join("20260501T090000Z.md")).unwrap();
    let name = begin(&answers(&nook), "payments#lost-day").unwrap();
    assert!(name.ends_with("Z-2.md") && !nook.join("elsewhere").exists(), "{name}");
}

#[test]
fn where_no_file_can_be_made_it_is_told_why() {
    let nook = Nook::new();
    fs::create_dir_all(nook.join("answers/payments/_bank")).unwrap();
    // A folder in which nobody makes a file, not even root.
    symlink("/dev/fd", nook.join("answers/payments/_bank/lost-day")).unwrap();
    let Err(AnswerError::NotWritten { path, source }) = begin(&answers(&nook), "payments#lost-day") else {
        panic!("a file in /dev/fd")
    };
    assert!(path.ends_with("answers/payments/_bank/lost-day"), "{}", path.display());
    assert_ne!(source.kind(), std::io::ErrorKind::AlreadyExists, "{source}");
}

#[test]
fn an_answer_longer_than_is_read_is_neither_cut_nor_written_over() {
    let nook = Nook::new();
    let answers = answers(&nook);
    let name = begin(&answers, "payments#lost-day").unwrap();
    answers.write(&name, &"x".repeat(MOST)).unwrap();
    assert_eq!(answers.read(&name).unwrap().len(), MOST);
    answers.write(&name, &"y".repeat(MOST)).unwrap();
    let long = "z".repeat(MOST + 1);
    fs::write(nook.join(&name), &long).unwrap();
    for refused in [answers.read(&name).map(drop), answers.write(&name, "short")] {
        let why = refused.unwrap_err().to_string();
        assert!(why.ends_with("is longer than 256 KiB: it is left as it is"), "{why}");
    }
    assert_eq!(fs::read_to_string(nook.join(&name)).unwrap(), long);
}

#[test]
fn bytes_that_are_no_text_are_shown_and_a_missing_file_is_named() {
    let nook = Nook::new();
    let answers = answers(&nook);
    let name = begin(&answers, "payments#lost-day").unwrap();
    fs::write(nook.join(&name), b"a\xff").unwrap();
    assert_eq!(answers.read(&name).unwrap(), "a\u{fffd}");
    let why = answers.read("answers/payments/none.md").unwrap_err().to_string();
    assert!(why.contains("cannot read the answer") && why.contains("none.md"), "{why}");
    let why = answers.write("answers/none/none.md", "text").unwrap_err().to_string();
    assert!(why.contains("is in no file") && why.contains("none.md"), "{why}");
}

#[test]
fn a_name_that_leads_out_of_the_folder_of_answers_is_none() {
    let nook = Nook::new();
    fs::write(nook.join("practice.jsonl"), "kept").unwrap();
    let answers = answers(&nook);
    for name in ["", "answers", "answers/", "practice.jsonl", "answers/../practice.jsonl", "/etc/passwd", "other/a.md"]
    {
        assert!(matches!(answers.path(name), Err(AnswerError::NoAnswer(_))), "{name}");
        assert!(answers.read(name).is_err() && answers.write(name, "lost").is_err(), "{name}");
    }
    assert_eq!(fs::read_to_string(nook.join("practice.jsonl")).unwrap(), "kept");
    assert_eq!(answers.path("answers/a.md").unwrap(), nook.join("answers/a.md"));
}

#[test]
fn without_a_directory_no_answer_is_kept_and_that_is_said() {
    let answers = Answers::new(None);
    let refused = [
        begin(&answers, "payments#lost-day").map(drop),
        answers.write("answers/a.md", "text"),
        answers.read("answers/a.md").map(drop),
    ];
    for refused in refused {
        assert!(refused.unwrap_err().to_string().contains("RUNGS_DATA_DIR"));
    }
    assert!(answers.path("answers/a.md").is_err());
    assert!(!Path::new("answers").exists());
}
