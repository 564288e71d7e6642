//! A window that is closed: the program goes with it, at once and without a trace of work, and everything is on disk.

use std::time::Duration;

use rustix::process::Signal;

use super::home::{Home, opened};
use crate::pty::cpu;

/// Whether the terminal is the process's own.
#[derive(PartialEq)]
enum Terminal {
    Own,
    Foreign,
}

/// Starts the explorer as `script` does and closes its terminal: it must end, having kept what was to be kept.
fn assert_ends(script: &str, terminal: &Terminal, signal: Option<Signal>) {
    let home = Home::lived_in();
    // Without an end-of-file character: the library that closes the terminal would type one, which wakes the program.
    let mut command = home.shell(&format!("stty eof undef; {script}"));
    command.set_controlling_tty(*terminal == Terminal::Own);
    let mut session = opened(command);
    session.keys("jj");
    session.shows("> 3 Mid");
    session.keys("b");
    session.shows("1 bookmarked");
    let before = cpu(session.pid());
    let (closed, end) = session.hang_up();
    let took = end.at.saturating_duration_since(closed);
    assert!(took < Duration::from_secs(2), "{took:?}");
    if let (Some(before), Some(after)) = (before, end.cpu) {
        let used = after.saturating_sub(before);
        assert!(used <= Duration::from_millis(100), "{used:?} of a processor");
    }
    // It is a failed write, and no death by a signal, if it was just drawing.
    assert!(end.signal() == signal.map(Signal::as_raw) || end.code() == Some(2), "{end:?}");
    assert_eq!(home.bookmarked(), ["payment-systems-engineer/mid"]);
    assert_eq!(home.last_role().as_deref(), Some("payment-systems-engineer/mid"));
}

#[test]
fn it_ends_with_its_terminal_as_the_leader_of_its_session() {
    assert_ends("exec \"$0\"", &Terminal::Own, Some(Signal::HUP));
}

#[test]
fn it_ends_with_its_terminal_when_its_parent_ignores_hang_ups() {
    assert_ends("trap '' HUP; exec \"$0\"", &Terminal::Own, Some(Signal::HUP));
}

#[test]
fn it_ends_with_its_terminal_as_a_child_of_a_shell_that_ignores_hang_ups() {
    // The shell waits for it, so its end and what it used are seen in the shell's.
    assert_ends("trap '' HUP; \"$0\"; exit 0", &Terminal::Own, None);
}

#[test]
fn it_ends_with_its_terminal_when_that_is_nobodys_own() {
    assert_ends("exec \"$0\"", &Terminal::Foreign, Some(Signal::HUP));
}

#[test]
fn it_ends_with_its_terminal_when_stdin_is_none() {
    assert_ends("trap '' HUP; exec \"$0\" </dev/null", &Terminal::Own, Some(Signal::HUP));
}
