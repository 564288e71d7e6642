//! `rungs --linear` on a real terminal: plain lines, and no byte that is a command to it.

use portable_pty::CommandBuilder;

use crate::pty::{SIZE, Session};
use crate::terminal::home::Home;

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
        session.keys("compare\nback\nsearch senior\n1\npractice payment:senior\n1\naloud\n2\ny\nstop\n");
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
