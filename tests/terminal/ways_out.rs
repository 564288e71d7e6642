//! Every way out gives the terminal back as it was, and tells the parent what happened.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::children::child;
use super::home::{Home, opened};
use crate::bars::bar;
use crate::pty::{SIZE, Session};

/// How long a way out may take.
pub(super) const SOON: Duration = Duration::from_millis(500);

/// Those that ask a program to end.
pub(super) const SIGNALS: [Signal; 4] = [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT];

/// Screens, the keys that lead to them, and what shows there.
pub(super) const SCREENS: [(&str, &str); 9] = [
    ("", "╔ 2 Levels"),
    ("l", "╔ 3 Role"),
    ("/pay", "/pay"),
    ("bB", "1 saved"),
    ("?", "type to search"),
    ("gm", "Messages, newest first"),
    // Not before it is answered: a frame that is on its way is none that the next key brings.
    ("sledger", "Double-entry ledgers"),
    (" j c", "base: 1"),
    ("p", "PRACTISE FOR"),
];

/// The explorer with `keys` typed, where `shown` is on the screen.
pub(super) fn at(home: &Home, (keys, shown): (&str, &str)) -> Session {
    let mut session = home.open();
    session.keys(keys);
    session.shows(shown);
    session.assert_taken();
    session
}

#[test]
fn every_key_that_quits_gives_the_terminal_back() {
    for screen in SCREENS {
        let typed_there = ["/pay", "?", "sledger"].contains(&screen.0);
        let over_it = ["bB", "gm", " j c", "p"].contains(&screen.0);
        let quits: &[&str] = if typed_there { &["\x03"] } else { &["q", "Q", "\x03"] };
        for quit in quits {
            let home = Home::lived_in();
            let mut session = at(&home, screen);
            // `q` first closes what lies over the explorer.
            session.keys(if *quit == "q" && over_it { "qq" } else { quit });
            let asked = Instant::now();
            let end = session.end();
            assert_eq!(end.code(), Some(0), "{screen:?} {quit:?}");
            assert!(end.at.saturating_duration_since(asked) < bar(SOON), "{screen:?} {quit:?}: {:?}", end.at - asked);
            session.assert_given_back();
        }
    }
}

#[test]
fn every_signal_that_ends_it_gives_the_terminal_back_and_is_what_it_died_of() {
    let (mut ends, mut slowest) = (0, Duration::ZERO);
    for signal in SIGNALS {
        for screen in SCREENS {
            let home = Home::lived_in();
            let mut session = at(&home, screen);
            session.signal(signal);
            let sent = Instant::now();
            let end = session.end();
            assert_eq!(end.signal(), Some(signal.as_raw()), "{screen:?}");
            let took = end.at.saturating_duration_since(sent);
            (ends, slowest) = (ends + 1, slowest.max(took));
            assert!(took < bar(SOON), "{screen:?} {signal:?}: {took:?}");
            session.assert_given_back();
            assert!(home.last_role().is_some(), "{screen:?} {signal:?}: the place is lost");
        }
    }
    println!("figure: {ends} of {ends} ends by a signal, {} ms at most", slowest.as_millis());
}

#[test]
fn a_bookmark_made_just_before_a_signal_is_kept() {
    for signal in SIGNALS.repeat(5) {
        let home = Home::lived_in();
        let mut session = home.open();
        session.keys("b");
        session.shows("1 bookmarked");
        session.signal(signal);
        assert_eq!(session.end().signal(), Some(signal.as_raw()));
        assert_eq!(home.bookmarked().len(), 1);
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_names_its_report() {
    for name in ["panics_by_itself", "panics_in_the_runtime", "panics_in_another_thread"] {
        let home = Home::lived_in();
        let mut session = Session::start(child(&home, name), SIZE);
        if name != "panics_by_itself" {
            session.shows("?:help");
            session.assert_taken();
            session.keys("b");
        }
        assert_eq!(session.end().code(), Some(101), "{name}");
        session.assert_given_back();
        let said = session.contents().replace('\n', "");
        assert!(said.contains("rungs has a bug and had to stop: panicked at tests/terminal/children.rs"), "{said}");
        assert!(said.contains("the end of the world"), "{said}");
        let report = said.split_once("A report is in ").expect(&said).1.split_once(".txt").expect(&said).0;
        let report = std::fs::read_to_string(format!("{report}.txt")).expect(report);
        assert!(report.contains("the end of the world"), "{report}");
        assert!(home.join("last-words").exists(), "{name}");
    }
}

#[test]
fn a_terminal_that_cannot_be_taken_is_an_error_and_left_alone() {
    let home = Home::lived_in();
    // No terminal to read keys from: stdin is none, and the process has none of its own.
    let mut command = home.shell("exec \"$0\" </dev/null");
    command.set_controlling_tty(false);
    let mut session = Session::start(command, SIZE);
    assert_eq!(session.end().code(), Some(2));
    session.shows("rungs: the terminal: ");
    assert!(!session.since(0).contains(&0x1b), "{}", session.contents());
}

#[test]
fn a_terminal_that_cannot_draw_gets_one_sentence() {
    for term in [None, Some(""), Some("dumb")] {
        let home = Home::lived_in();
        let mut command = home.rungs([]);
        match term {
            Some(term) => command.env("TERM", term),
            None => command.env_remove("TERM"),
        }
        let mut session = Session::start(command, SIZE);
        assert_eq!(session.end().code(), Some(2), "{term:?}");
        assert!(!session.since(0).contains(&0x1b), "{term:?}");
        session.shows("rungs: the explorer needs a terminal");
        session.shows("`rungs list`");
    }
}

#[test]
fn where_stdout_is_no_terminal_nothing_is_drawn() {
    for stdout in ["| cat", ">out; cat out", ">/dev/full"] {
        let home = Home::lived_in();
        let mut session = Session::start(home.shell(&format!("{{ \"$0\"; echo ended in $? >&2; }} {stdout}")), SIZE);
        session.end();
        session.shows("ended in 2");
        session.shows("rungs: the explorer needs a terminal");
        assert!(!session.since(0).contains(&0x1b), "{stdout}");
    }
}

#[test]
fn keys_come_from_the_terminal_whatever_stdin_is() {
    for stdin in ["</dev/null", "</etc/passwd", "<&-"] {
        let home = Home::lived_in();
        let mut session = opened(home.shell(&format!("exec \"$0\" {stdin}")));
        session.keys("j");
        session.shows("> 2 Associate");
        session.keys("q");
        assert_eq!(session.end().code(), Some(0), "{stdin}");
        session.assert_given_back();
    }
    let home = Home::lived_in();
    let mut session = opened(home.shell("echo nothing | \"$0\""));
    session.keys("q");
    assert_eq!(session.end().code(), Some(0));
    session.assert_given_back();
}
