//! `rungs --linear` on a real terminal: plain lines, and no byte that is a command to it.

use std::fs;

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::pty::{SIZE, Session};
use crate::terminal::home::{self, Home};

fn opened(mut command: CommandBuilder, term: &str) -> Session {
    command.env("TERM", term);
    let session = Session::start(command, SIZE);
    session.shows("Family number or word:");
    session
}

#[test]
fn no_escape_byte_is_in_the_whole_stream() {
    for term in ["xterm-256color", "dumb"] {
        let home = Home::lived_in();
        let mut session = opened(home.rungs(["--linear"]), term);
        session.keys("show payment:senior\n");
        session.shows("Section number or word:");
        session.keys("all\n");
        session.keys("bookmark\n");
        session.shows("Bookmarked Senior Payment Systems Engineer.");
        session.keys("compare\nback\nsearch senior\n1\npractice payment:senior\n1\nin writing\n\n2\ny\nstop\n");
        session.keys("quit\n");
        session.shows("Good bye.");
        assert_eq!(session.end().code(), Some(0));
        let stream = session.since(0);
        assert!(stream.len() > 5_000 && !stream.contains(&0x1b), "{term}: {}", String::from_utf8_lossy(&stream));
        assert_eq!(home.bookmarked(), ["payment-systems-engineer/senior"]);
    }
}

#[test]
fn the_end_of_input_ends_it() {
    let home = Home::lived_in();
    let mut session = opened(home.rungs(["--linear"]), "dumb");
    session.keys([0x04]);
    assert_eq!(session.end().code(), Some(0));
}

/// Practice for a role, on the screen or in lines, at a time that stands still.
fn practising(home: &Home, arguments: &[&str]) -> CommandBuilder {
    let mut command = home.rungs(arguments.iter().copied());
    command.env("RUNGS_NOW", "2026-05-01T09:00:00Z");
    command.env("TZ", "Europe/Berlin");
    command
}

fn in_lines(home: &Home) -> Session {
    let mut session = opened(practising(home, &["--linear"]), "dumb");
    session.keys("practice payment:senior\n");
    session.shows("Practice number or word:");
    session
}

#[test]
fn a_mock_interview_goes_from_lines_to_the_screen_and_back_whatever_ends_them() {
    let home = Home::new();
    let mut session = in_lines(&home);
    session.keys("3\n");
    session.shows("Your answer, or Enter");
    session.keys("held the payouts\n");
    session.shows("More of it");
    session.keys("and told\n");
    session.shows("More of it, or Enter when that was all: and told");
    session.shows("when that was all:");
    // What is answered to a line is said once that is kept.
    session.keys("again\n");
    session.shows("You began: held the payouts");
    session.signal(Signal::INT);
    session.end();

    let mut session = home::opened(practising(&home, &["practice", "payment:senior"]));
    session.shows("a mock of 11:00 waits: 1 answer to judge, 3 questions not asked");
    session.keys("\r");
    session.shows("QUESTION 2 OF 4");
    session.keys("vsecond, aloud\r");
    session.shows("How will it do?");
    session.keys("3");
    session.shows("FOLLOW-UP 1");
    session.signal(Signal::HUP);
    session.end();

    let mut session = in_lines(&home);
    session.shows("Half done: a mock of 11:00 waits: 2 answers to judge, 2 questions not asked; 6 goes on with it.");
    session.keys("6\n");
    session.shows("minutes, 1 after it.");
    session.keys("finish\n");
    session.shows("Your answer: held the payouts");
    session.shows("and told");
    session.keys("quit\n");
    session.shows("The mock interview waits");
    assert_eq!(session.end().code(), Some(0));
    let journal = fs::read_to_string(home.join("data/practice.jsonl")).unwrap();
    assert!(journal.contains(r#""said":"second, aloud""#), "{journal}");
    assert_eq!(journal.matches(r#""t":"over""#).count(), 1, "{journal}");
}

#[test]
fn an_answer_is_written_in_the_editor_where_one_wishes() {
    let home = Home::new();
    let mut command = practising(&home, &["--linear"]);
    command.env("EDITOR", "sh -c 'echo from the editor >> \"$1\"' sh");
    let mut session = opened(command, "dumb");
    session.keys("practice payment:senior\n1\n");
    session.shows("Your answer, or Enter");
    session.keys("from the line\nedit\n");
    session.shows("The answer is taken.");
    session.shows("How did it do?");
    session.keys("stop\n");
    session.shows("What you wrote is kept in answers/payment-systems-engineer/");
    session.keys("1\n");
    session.shows("You began: from the line");
    session.shows("from the editor");
    session.keys("quit\n");
    session.end();
}
