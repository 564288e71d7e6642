//! What goes to the terminal and what does not: colours, and nothing at all while nobody types.

use std::fs;
use std::time::Duration;

use rustix::process::Pid;

use super::home::{Home, opened};

/// The codes of every style sequence in what was written.
fn styles(written: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(written);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    sequences
        .flat_map(|codes| codes.split([';', ':']).filter_map(|code| code.parse().ok()).collect::<Vec<_>>())
        .collect()
}

fn is_colour(code: u16) -> bool {
    matches!(code, 30..=49 | 90..=107)
}

#[test]
fn without_colours_the_selected_row_is_still_reversed() {
    let home = Home::lived_in();
    let mut no_color = home.rungs([]);
    no_color.env("NO_COLOR", "1");
    for command in [no_color, home.rungs(["--color", "never"])] {
        let mut session = opened(command);
        session.keys("jl");
        session.shows("╔ 3 Role");
        session.keys("q");
        assert_eq!(session.end().code(), Some(0));
        let styles = styles(&session.since(0));
        assert!(styles.contains(&7), "nothing is reversed");
        assert_eq!(styles.iter().copied().find(|code| is_colour(*code)), None);
    }
}

#[test]
fn an_empty_no_color_changes_nothing() {
    let home = Home::lived_in();
    let mut command = home.rungs([]);
    command.env("NO_COLOR", "");
    assert!(styles(&opened(command).since(0)).into_iter().any(is_colour));
}

/// How often the threads of a process gave up the processor of themselves: once for each time they went to wait.
fn waits(process: Pid) -> Vec<String> {
    let threads = fs::read_dir(format!("/proc/{}/task", process.as_raw_nonzero())).unwrap();
    let of = |status: String| status.lines().find(|line| line.starts_with("voluntary_ctxt")).unwrap().to_owned();
    let mut waits: Vec<String> =
        threads.map(|thread| of(fs::read_to_string(thread.unwrap().path().join("status")).unwrap())).collect();
    waits.sort();
    waits
}

#[test]
#[cfg(target_os = "linux")]
fn nobody_typing_it_sleeps() {
    let home = Home::lived_in();
    let session = home.open();
    // Until whatever follows the first frame is done.
    while !session.is_silent_for(Duration::from_millis(300)) {}
    let before = waits(session.pid());
    assert!(session.is_silent_for(Duration::from_secs(2)));
    assert_eq!(waits(session.pid()), before);
}
