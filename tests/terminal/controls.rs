//! The controls: programs that do what must not be done to a terminal. If these are not caught, the others prove nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use super::home::Home;
use crate::pty::{SIZE, Session};

/// What a program switches on and off again, as `printf` writes it.
const TAKEN: [(&str, &str, &str); 8] = [
    ("a style", r"\033[7m", r"\033[0m"),
    ("the other screen", r"\033[?1049h", r"\033[?1049l"),
    ("no cursor", r"\033[?25l", r"\033[?25h"),
    ("paste in brackets", r"\033[?2004h", r"\033[?2004l"),
    ("reports of focus", r"\033[?1004h", r"\033[?1004l"),
    ("clicks", r"\033[?1000h", r"\033[?1000l"),
    ("clicks far to the right", r"\033[?1006h", r"\033[?1006l"),
    ("a frame", r"\033[?2026h", r"\033[?2026l"),
];

/// Whether a program that gives back all but what is called `left` passes for one that gives back everything.
fn passes(left: &str) -> bool {
    let home = Home::new();
    let on: String = TAKEN.iter().map(|(_, on, _)| *on).collect();
    let off: String = TAKEN.iter().rev().filter(|(what, ..)| *what != left).map(|(_, _, off)| *off).collect();
    let cook = if left == "keys as they come" { "true" } else { "stty \"$were\"" };
    let script = format!("were=$(stty -g); stty raw -echo; printf '{on}'; printf '{off}'; {cook}");
    let mut session = Session::start(home.shell(&script), SIZE);
    assert_eq!(session.end().code(), Some(0));
    catch_unwind(AssertUnwindSafe(|| session.assert_given_back())).is_ok()
}

#[test]
fn a_program_that_leaves_one_thing_behind_is_caught() {
    assert!(passes("nothing"));
    for (left, ..) in TAKEN {
        assert!(!passes(left), "{left} is left behind");
    }
    assert!(!passes("keys as they come"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_program_that_goes_on_working_behind_a_closed_window_is_caught() {
    let home = Home::new();
    // It counts for as long as a tenth of a second of a processor is, several times over.
    let works =
        "trap 'while [ $((i = i + 1)) -lt 1000000 ]; do :; done; exit 0' HUP; echo there; while read key; do :; done";
    let mut session = Session::start(home.shell(&format!("stty -icanon; {works}")), SIZE);
    session.shows("there");
    let (_, end) = session.hang_up();
    let used = end.cpu.unwrap();
    assert!(used > Duration::from_millis(100), "{used:?}: it would have passed");
}
