//! Two windows of one reader, open on the same role: what is written in both at once is there in both.

use std::fs;

use super::home::{Home, opened};
use crate::pty::Session;

/// The explorer in a window called `name`, with a note open in an editor that waits for its [`release`].
fn editing(home: &Home, name: &str) -> Session {
    let gate = home.join(&format!("gate-{name}")).display().to_string();
    let lines = format!(
        "cat \"$1\" >began-{name}; mkfifo {gate}; echo edits now; read line <{gate}; printf '{name}: ask Ines' >\"$1\""
    );
    let mut command = home.rungs(["--at", "payment:senior"]);
    command.env("EDITOR", home.script(&format!("edit-{name}"), &lines));
    let mut session = opened(command);
    session.keys("e");
    session.shows("edits now");
    session
}

fn release(home: &Home, name: &str) {
    fs::write(home.join(&format!("gate-{name}")), "\n").unwrap();
}

/// The bookmark's note with its copies, as somebody reads them who opens the explorer now and lists the bookmarks.
fn listed(home: &Home) -> String {
    let mut session = home.open();
    session.keys("B");
    session.wait_until("a note", |screen| screen.contains("ask Ines"));
    let listed = session.contents();
    session.keys("Q");
    session.end();
    listed
}

/// What the next editor is given.
fn drafted(home: &Home) -> String {
    let mut command = home.rungs(["--at", "payment:senior"]);
    command.env("EDITOR", home.script("look", "cat \"$1\" >seen"));
    let mut session = opened(command);
    session.keys("e");
    session.wait_until("the end of the editor", |screen| {
        ["Note kept.", "The note is as it was."].iter().any(|end| screen.contains(end))
    });
    session.keys("Q");
    session.end();
    fs::read_to_string(home.join("seen")).unwrap()
}

const NAMES: [&str; 2] = ["one", "other"];

fn has_both(text: &str) -> bool {
    NAMES.iter().all(|name| text.contains(&format!("{name}: ask Ines")))
}

/// In how many of so many homes both texts are there after a note was edited in two windows.
fn both_there(times: usize) {
    let mut both = 0;
    for _ in 0..times {
        let home = Home::new();
        assert!(home.run(&["bookmark", "add", "payment:senior", "--note", "what both begin from"]).status.success());
        let mut sessions = NAMES.map(|name| editing(&home, name));
        for name in NAMES {
            assert_eq!(fs::read_to_string(home.join(&format!("began-{name}"))).unwrap(), "what both begin from");
            release(&home, name);
        }
        for session in &mut sessions {
            session.shows("Note kept.");
            session.keys("Q");
            assert_eq!(session.end().code(), Some(0));
            session.assert_given_back();
        }
        both += usize::from(has_both(&listed(&home)) && has_both(&drafted(&home)));
    }
    println!("figure: {both} of {times} in two windows, listed and in the next editor");
    assert_eq!(both, times);
}

#[test]
fn two_windows_that_edit_one_note_leave_both_texts() {
    both_there(3);
}

#[test]
#[ignore = "a few minutes: cargo test --test terminal -- --ignored a_hundred_times"]
fn two_windows_that_edit_one_note_leave_both_texts_a_hundred_times() {
    both_there(100);
}

/// The control: of two who write one after the other, each in place of what is there, one text is gone.
#[test]
fn one_window_after_the_other_leaves_one_text() {
    let home = Home::new();
    for name in NAMES {
        let note = format!("{name}: ask Ines");
        assert!(home.run(&["bookmark", "add", "payment:senior", "--note", &note]).status.success());
    }
    assert!(!has_both(&listed(&home)) && !has_both(&drafted(&home)));
}
