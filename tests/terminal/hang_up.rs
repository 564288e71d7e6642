//! A window that is closed: the program goes with it, at once and without a trace of work, and everything is on disk.

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, test_kill_process};

use super::home::{Home, RUNGS, opened};
use crate::pty::{PATIENCE, cpu};

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

#[test]
fn it_ends_with_the_pane_that_tmux_closes() {
    if Command::new("tmux").arg("-V").stdout(Stdio::null()).status().is_err() {
        println!("SKIPPED: no tmux here");
        return;
    }
    let home = Home::lived_in();
    // A server of its own, that ends with its last pane and has nobody's settings.
    let socket = home.join("tmux").display().to_string();
    let tmux = |arguments: &[&str]| {
        let mut command = home.plain_program("tmux", &["-S", &socket, "-f", "/dev/null"]);
        let output = command.args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    tmux(&["new-session", "-d", "-x", "100", "-y", "30", RUNGS]);
    let shows = |wanted: &str| {
        let asked = Instant::now();
        while !tmux(&["capture-pane", "-p"]).contains(wanted) {
            assert!(asked.elapsed() < PATIENCE, "no {wanted} in:\n{}", tmux(&["capture-pane", "-p"]));
        }
    };
    shows("?:help");
    tmux(&["send-keys", "b"]);
    shows("1 bookmarked");
    let pid = tmux(&["display-message", "-p", "#{pane_pid}"]).trim().parse().ok().and_then(Pid::from_raw).unwrap();
    tmux(&["kill-pane"]);
    let closed = Instant::now();
    while test_kill_process(pid).is_ok() {
        assert!(closed.elapsed() < Duration::from_secs(2), "still there");
        thread::yield_now();
    }
    assert_eq!(home.bookmarked(), ["payment-systems-engineer/junior"]);
}
