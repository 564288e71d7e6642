//! What goes wrong inside the program, on every screen: panics wherever they may happen, and a terminal that refuses a frame.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::children::child;
use super::home::Home;
use super::ways_out::{SCREENS, SOON, at};
use crate::bars::bar;
use crate::pty::{SIZE, Session};

/// Draws the screen anew.
const REDRAW: &str = "\x0c";

/// What brings the shell's screen back.
const LEFT: &[u8] = b"\x1b[?1049l";

/// That the program panicked, said so, and left everything in order.
#[track_caller]
fn assert_panics(session: &mut Session, home: &Home, told: &str) {
    let asked = Instant::now();
    // Before it writes its report, which takes a test's program, full of names, a while.
    session.writes("the terminal given back", |written| written.windows(LEFT.len()).any(|it| it == LEFT));
    let took = asked.elapsed();
    assert!(took < bar(SOON), "{told}: {took:?}");
    assert_eq!(session.end().code(), Some(101), "{told}");
    session.assert_given_back();
    let said = session.contents().replace('\n', "");
    assert!(said.contains("rungs has a bug and had to stop: panicked at tests/terminal/children.rs"), "{told}: {said}");
    assert!(home.join("last-words").exists(), "{told}");
}

#[test]
fn a_panic_anywhere_on_any_screen_gives_the_terminal_back() {
    let mut panics = 0;
    for place in ["update", "frame", "thread"] {
        for (keys, shown) in SCREENS {
            let home = Home::lived_in();
            let mut session = Session::start(child(&home, "panics_when_it_is_told"), SIZE);
            session.shows("?:help");
            session.keys(keys);
            session.shows(shown);
            session.assert_taken();
            fs::write(home.join("doom"), place).unwrap();
            session.keys(REDRAW);
            assert_panics(&mut session, &home, &format!("{place} at {keys:?}"));
            panics += 1;
        }
    }
    println!("figure: {panics} of {panics} panics");
}

#[test]
fn a_panic_while_an_editor_has_the_terminal_gives_it_back() {
    let home = Home::lived_in();
    assert!(Command::new("mkfifo").arg(home.join("gate")).status().unwrap().success());
    let mut command = child(&home, "panics_when_it_is_told");
    command.env("EDITOR", home.script("edit", "stty -echo; echo edits now; exec cat"));
    let mut session = Session::start(command, SIZE);
    session.shows("?:help");
    session.keys("e");
    session.shows("edits now");
    fs::write(home.join("gate"), "now").unwrap();
    // The editor goes on without it: what it has switched off is its own affair, so only what the program said is looked at.
    session.shows("rungs has a bug");
    session.keys("\x03");
    assert_eq!(session.end().code(), Some(101));
}

/// Has the next thing that `session` writes to its terminal refused; false where nobody may.
fn refuses(session: &Session) -> Option<std::process::Child> {
    let pid = session.pid().as_raw_nonzero().to_string();
    let terminal: PathBuf = fs::read_link(format!("/proc/{pid}/fd/1")).ok()?;
    let mut strace = Command::new("strace");
    strace.args(["-f", "-p", &pid, "-o", "/dev/null", "-e", "inject=write:error=EIO:when=1", "-P"]).arg(terminal);
    let mut strace = strace.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().ok()?;
    let mut said = String::new();
    // Once it says so, it is there. It may say more: with nobody to read it, it would end before it refused anything.
    BufReader::new(strace.stderr.as_mut()?).read_line(&mut said).ok()?;
    if said.contains("attached") {
        return Some(strace);
    }
    strace.wait().ok()?;
    None
}

#[test]
#[cfg(target_os = "linux")]
fn a_frame_that_is_refused_on_any_screen_ends_it_in_good_order() {
    let mut refused = 0;
    for screen in SCREENS {
        let home = Home::lived_in();
        let mut session = at(&home, screen);
        let Some(mut strace) = refuses(&session) else {
            println!("SKIPPED: no strace here, or it may not trace: nothing was shown");
            return;
        };
        session.keys(REDRAW);
        let asked = Instant::now();
        let end = session.end();
        assert_eq!(end.code(), Some(2), "{screen:?}:\n{}", session.contents());
        let took = end.at.saturating_duration_since(asked);
        assert!(took < bar(SOON), "{screen:?}: {took:?}");
        session.assert_given_back();
        session.shows("rungs: the terminal: ");
        strace.wait().unwrap();
        refused += 1;
    }
    println!("figure: {refused} of {refused} refused frames");
}
