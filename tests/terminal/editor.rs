//! The reader's own editor: it gets the terminal, all of it, and gives back a note or a reason.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use super::home::{Home, opened};
use crate::pty::Session;

/// The explorer whose editor is a script that does `lines` with the draft `$1`.
fn with_editor(home: &Home, lines: &str) -> CommandBuilder {
    let mut command = home.rungs(["--at", "payment:senior"]);
    command.env("EDITOR", home.script("edit", lines));
    command
}

fn note(home: &Home) -> String {
    let json: serde_json::Value =
        serde_json::from_slice(&home.run(&["bookmark", "list", "--json"]).stdout).expect("JSON");
    json["items"][0]["note"].as_str().unwrap_or_default().to_owned()
}

/// The drafts that were left, which should be one or none.
fn draft(home: &Home) -> Option<PathBuf> {
    let drafts = fs::read_dir(home.join("data/drafts")).ok()?;
    let drafts: Vec<PathBuf> = drafts.map(|draft| draft.unwrap().path()).collect();
    assert!(drafts.len() < 2, "{drafts:?}");
    drafts.into_iter().next()
}

/// Quits, and the terminal is as it was.
fn quit(session: &mut Session) {
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    session.assert_given_back();
}

/// A line of the shell that waits until the test lets it go on, by [`release`].
fn until_released(home: &Home) -> String {
    let path = home.join("gate").display().to_string();
    format!("mkfifo {path}; echo edits now; read line <{path}")
}

fn release(home: &Home) {
    fs::write(home.join("gate"), "\n").unwrap();
}

#[test]
fn a_draft_stays_until_its_text_is_on_disk() {
    let home = Home::new();
    fs::create_dir(home.join("config")).unwrap();
    let lock = File::create(home.join("config/bookmarks.jsonl.lock")).unwrap();
    lock.lock().unwrap();
    let mut session = opened(with_editor(&home, "printf 'ask Ines\\n' >\"$1\""));
    session.keys("e");
    session.shows("1 bookmarked");
    let kept = draft(&home).expect("a draft");
    assert_eq!(fs::read_to_string(kept).unwrap(), "ask Ines\n");
    lock.unlock().unwrap();
    session.shows("Note kept.");
    quit(&mut session);
    assert_eq!((note(&home).as_str(), draft(&home)), ("ask Ines", None));
}

#[test]
fn what_the_editor_writes_is_the_note_and_the_screen_is_as_it_was() {
    let home = Home::new();
    let mut session = opened(with_editor(&home, "cat \"$1\" >>seen; printf '\\nask Ines\\n' >>\"$1\""));
    session.keys("jjj");
    session.keys("e");
    session.shows("Note kept.");
    session.shows("1 bookmarked");
    session.assert_taken();
    let after = session.contents();
    session.keys("\x0c");
    session.lacks("Note kept.");
    // Drawn anew it is the same, but for the notice at the bottom.
    let panes = |screen: &str| screen.lines().take(28).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(panes(&session.contents()), panes(&after));
    session.keys("e");
    session.shows("Note kept.");
    session.keys("B");
    session.shows("ask Ines");
    quit(&mut session);
    assert_eq!(note(&home), "\nask Ines\nask Ines");
    assert_eq!(fs::read_to_string(home.join("seen")).unwrap(), "\nask Ines");
    assert_eq!(draft(&home), None);
}

#[test]
fn an_editor_that_fails_changes_nothing_and_the_draft_is_kept_and_named() {
    for (end, why) in [("exit 3", "exit status: 3"), ("kill -9 $$", "signal: 9")] {
        let home = Home::new();
        let mut session = opened(with_editor(&home, &format!("echo lost? >>\"$1\"; {end}")));
        session.keys("e");
        session.shows("ended with");
        session.keys("gm");
        session.shows("Messages");
        let kept = draft(&home).expect("a draft");
        let said = session.contents().replace(['\n', '║', ' '], "");
        assert!(said.contains(&why.replace(' ', "")), "{said}");
        assert!(said.contains(kept.file_name().unwrap().to_str().unwrap()), "{said}");
        assert_eq!(fs::read_to_string(kept).unwrap(), "lost?\n");
        quit(&mut session);
        assert_eq!(note(&home), "");
    }
}

#[test]
fn an_editor_that_is_not_there_is_named() {
    let home = Home::new();
    let mut command = home.rungs([]);
    command.env("VISUAL", "no-such-editor --wait");
    let mut session = opened(command);
    session.keys("e");
    session.shows("no-such-editor --wait (from VISUAL) does not start");
    session.assert_taken();
    quit(&mut session);
}

#[test]
fn visual_comes_first_and_may_have_arguments_and_blanks() {
    let home = Home::new();
    let program = home.script("my editors/the one", "printf '%s' \"$1\" >\"$2\"");
    let mut command = home.rungs([]);
    command.env("VISUAL", format!("'{}' \"two words; \\$HOME\"", program.display()));
    command.env("EDITOR", "no-such-editor");
    let mut session = opened(command);
    session.keys("e");
    session.shows("Note kept.");
    quit(&mut session);
    assert_eq!(note(&home), "two words; $HOME");
}

#[test]
fn an_editor_that_leaves_the_terminal_in_disorder_does_no_harm() {
    let home = Home::new();
    let mut session = opened(with_editor(&home, "stty raw -echo; printf '\\033[?25l\\033[31m'; echo x >>\"$1\""));
    session.keys("e");
    session.shows("Note kept.");
    session.assert_taken();
    quit(&mut session);
}

#[test]
fn keys_that_send_signals_are_the_editors_while_it_runs() {
    for (key, signal) in [("\x03", "INT"), ("\x1c", "QUIT")] {
        let home = Home::new();
        let mut session = opened(with_editor(&home, &format!("trap 'exit 0' {signal}; echo edits now; read line")));
        session.keys("e");
        session.shows("edits now");
        session.keys(key);
        session.shows("The note is as it was.");
        quit(&mut session);
    }
}

#[test]
fn an_editor_that_dies_of_ctrl_c_dies_alone() {
    for _ in 0..10 {
        let home = Home::new();
        let mut session = opened(with_editor(&home, "echo edits now; exec cat"));
        session.keys("e");
        session.shows("edits now");
        session.keys("\x03");
        session.shows("ended with signal: 2");
        quit(&mut session);
    }
}

#[test]
fn a_signal_that_ends_the_program_does_so_while_an_editor_runs_too() {
    let home = Home::new();
    let mut session = opened(with_editor(&home, &format!("{}; exit 0", until_released(&home))));
    session.keys("e");
    session.shows("edits now");
    session.signal(Signal::TERM);
    assert_eq!(session.end().signal(), Some(Signal::TERM.as_raw()));
    session.assert_given_back();
    assert!(draft(&home).is_some(), "the draft is lost");
}

#[test]
fn a_window_that_is_closed_while_an_editor_runs_ends_both_and_leaves_the_draft() {
    let home = Home::new();
    let mut session = opened(with_editor(&home, &format!("echo begun >>\"$1\"; {}", until_released(&home))));
    session.keys("e");
    session.shows("edits now");
    let (closed, end) = session.hang_up();
    assert!(end.at.saturating_duration_since(closed) < Duration::from_secs(2), "{end:?}");
    assert_eq!(end.signal(), Some(Signal::HUP.as_raw()));
    let draft = fs::read_to_string(draft(&home).expect("a draft")).unwrap();
    assert!(draft.contains("begun"), "{draft:?}");
}

#[test]
fn a_thousand_keys_typed_in_the_editor_reach_it_and_nobody_else() {
    let home = Home::new();
    let mut session = opened(with_editor(&home, "echo edits now; head -c 1000 >>\"$1\""));
    session.keys("e");
    session.shows("edits now");
    // Keys that would do a lot of harm here: each line bookmarks, marks, tags, quits.
    let line = "bq jG t?QxBu Tz/ ".repeat(3)[..49].to_owned();
    let typed = format!("{line}\r").repeat(20);
    session.keys(&typed);
    session.shows("Note kept.");
    session.shows("1 bookmarked");
    session.keys("k");
    session.lacks("Note kept.");
    quit(&mut session);
    assert_eq!(note(&home), typed.replace('\r', "\n").trim_end_matches('\n'));
}

#[test]
fn keys_that_the_editor_did_not_read_are_nobodys() {
    let home = Home::new();
    let mut session = opened(with_editor(&home, &until_released(&home)));
    // With the key that opens it, and while it runs.
    session.keys("eBQ");
    session.shows("edits now");
    session.keys("BQ\rbQ");
    session.shows("BQ\nbQ");
    session.resize((90, 28));
    release(&home);
    session.shows("The note is as it was.");
    session.wait_until("the new width", |screen| screen.lines().nth(1).is_some_and(|line| line.chars().count() == 90));
    session.keys("?");
    session.shows("type to search");
    assert!(!session.contents().contains("1 bookmarked"));
    session.keys("\x03");
    assert_eq!(session.end().code(), Some(0));
    session.assert_given_back();
}

#[test]
fn the_editor_gets_the_terminal_when_stdin_is_a_pipe() {
    let home = Home::new();
    let editor = home.script("edit", "test -t 0 && test -t 1 && echo edits now && head -n 1 >>\"$1\"");
    let mut command = home.shell("echo from the pipe | \"$0\"");
    command.env("EDITOR", Path::new(&editor));
    let mut session = opened(command);
    session.keys("e");
    session.shows("edits now");
    session.keys("from the keys\r");
    session.shows("Note kept.");
    quit(&mut session);
    assert_eq!(note(&home), "from the keys");
}
