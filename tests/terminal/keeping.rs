//! What a reader keeps when the disk, another program or another window is in the way.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use super::home::{Home, opened};
use super::ways_out::SIGNALS;
use crate::bars::bar;
use crate::pty::Session;

/// Another program that has the journal and does not let go.
fn holder(home: &Home) -> File {
    fs::create_dir(home.join("config")).unwrap();
    let lock = File::create(home.join("config/bookmarks.jsonl.lock")).unwrap();
    lock.lock().unwrap();
    lock
}

/// Moves about and back, and says how long the slowest key took to show.
fn slowest_key(session: &mut Session) -> Duration {
    let mut slowest = Duration::ZERO;
    for (key, shown) in [("j", "> 2 Associate"), ("j", "> 3 Mid"), ("k", "> 2 Associate"), ("k", "> 1 Junior")] {
        let typed = Instant::now();
        session.keys(key);
        session.shows(shown);
        slowest = slowest.max(typed.elapsed());
    }
    slowest
}

#[test]
fn who_holds_the_journal_holds_up_no_key() {
    let home = Home::lived_in();
    let _holder = holder(&home);
    let mut session = home.open();
    let typed = Instant::now();
    session.keys("b");
    session.shows("1 bookmarked");
    let first = typed.elapsed();
    let slowest = slowest_key(&mut session);
    println!("figure: slowest key {} ms", first.max(slowest).as_millis());
    assert!(first.max(slowest) < bar(Duration::from_millis(100)), "{first:?}, then {slowest:?}");
    assert!(typed.elapsed() < Duration::from_secs(2), "the journal is not held any more");
    session.lacks("Bookmarked Junior");
    // Saved without its turn, which is said.
    session.shows("lock");
    assert_eq!(home.bookmarked().len(), 1);
    session.keys("q");
    assert_eq!(session.end().code(), Some(0));
}

#[test]
fn a_bookmark_is_called_kept_only_once_it_is_on_disk() {
    let home = Home::lived_in();
    let holder = holder(&home);
    let mut session = home.open();
    session.keys("b");
    session.shows("1 bookmarked");
    session.shows("Saving");
    session.lacks("Bookmarked Junior");
    assert!(!home.join("config/bookmarks.jsonl").exists());
    holder.unlock().unwrap();
    session.shows("Bookmarked Junior");
    assert_eq!(home.bookmarked().len(), 1);
}

#[test]
fn what_could_not_be_kept_can_be_taken_elsewhere() {
    let home = Home::lived_in();
    fs::write(home.join("config"), "a file where a directory should be").unwrap();
    let mut session = home.open();
    session.keys("b");
    session.shows("NOT SAVED to");
    let mark = session.mark();
    session.keys("wy");
    session.shows("Sent to the terminal by OSC 52: unsaved changes (1)");
    // OSC 52 to the clipboard, in base64: {"v":1,"id":" is what it begins with.
    assert!(String::from_utf8_lossy(&session.since(mark)).contains("\x1b]52;c;eyJ2IjoxLCJpZCI6"));
    session.keys("wf");
    session.shows("Unsaved changes (1) are in");
    session.keys("q");
    assert_eq!(session.end().code(), Some(5));
    session.shows("Unsaved changes (1) are in");

    // Its lines, added to the journal, are the bookmark.
    let mut files = fs::read_dir(home.join("data")).unwrap().map(|entry| entry.unwrap().path());
    let rescued = files.find(|path| path.to_string_lossy().contains("rungs-unsaved-")).unwrap();
    assert_eq!(fs::metadata(&rescued).unwrap().permissions().mode() & 0o777, 0o600);
    fs::remove_file(home.join("config")).unwrap();
    fs::create_dir(home.join("config")).unwrap();
    fs::copy(rescued, home.join("config/bookmarks.jsonl")).unwrap();
    assert_eq!(home.bookmarked(), ["payment-systems-engineer/junior"]);
}

#[test]
fn whoever_quits_while_the_journal_is_held_loses_nothing() {
    let home = Home::lived_in();
    let _holder = holder(&home);
    let mut session = home.open();
    session.keys("bq");
    assert_eq!(session.end().code(), Some(0));
    assert_eq!(home.bookmarked().len(), 1);
}

#[test]
fn whoever_is_ended_while_the_journal_is_held_loses_nothing() {
    for signal in SIGNALS {
        let home = Home::lived_in();
        let _holder = holder(&home);
        let mut session = home.open();
        session.keys("b");
        session.shows("1 bookmarked");
        session.signal(signal);
        assert_eq!(session.end().signal(), Some(signal.as_raw()));
        session.assert_given_back();
        assert_eq!(home.bookmarked().len(), 1);
    }
}

#[test]
fn what_could_not_be_kept_is_kept_once_it_can_be() {
    let home = Home::lived_in();
    fs::write(home.join("config"), "a file where a directory should be").unwrap();
    let mut session = home.open();
    session.keys("b");
    session.shows("NOT SAVED");
    fs::remove_file(home.join("config")).unwrap();
    session.keys("q");
    assert_eq!(session.end().code(), Some(0));
    assert_eq!(home.bookmarked().len(), 1);
}

#[test]
fn without_a_directory_it_opens_and_says_what_is_not_kept() {
    for missing in ["RUNGS_CONFIG_DIR", "RUNGS_DATA_DIR"] {
        let home = Home::lived_in();
        fs::write(home.join("file"), "").unwrap();
        let mut command = home.rungs(["--at", "payment:junior"]);
        command.env(missing, home.join("file/below"));
        let mut session = opened(command);
        session.keys("j");
        session.shows("1 Junior");
        session.keys("b");
        session.shows(if missing == "RUNGS_CONFIG_DIR" { "NOT SAVED" } else { "1 bookmarked" });
        session.keys("Q");
        assert_eq!(session.end().code(), Some(5), "{missing}");
        session.assert_given_back();
        let what = if missing == "RUNGS_CONFIG_DIR" { "NOT SAVED to" } else { "cannot keep where you were" };
        session.shows(what);
    }
}

/// When a reader is told.
#[derive(Debug, Clone, Copy)]
enum Told {
    /// With the first frame.
    AtOnce,
    /// As soon as there is something to keep.
    ThenAndThere,
    /// Once the terminal is given back.
    InTheEnd,
}
use Told::{AtOnce, InTheEnd, ThenAndThere};

/// What is said where a bookmark is not kept.
const LOST: &str = "NOT SAVED";
/// What is said where the last place is not.
const FORGOTTEN: &str = "cannot keep where you were in";

/// Places where nothing can be kept, or nothing can be kept as usual: what is made in the home before, the variable that
/// leads there, and what is said of it when.
const PLACES: [(&str, &str, &str, Told, &str); 12] = [
    ("true", "RUNGS_CONFIG_DIR", "/proc/rungs", ThenAndThere, LOST),
    ("true", "RUNGS_CONFIG_DIR", "/dev/null/below", ThenAndThere, LOST),
    ("true", "RUNGS_CONFIG_DIR", "relative", ThenAndThere, LOST),
    ("ln -s round round", "RUNGS_CONFIG_DIR", "$PWD/round", ThenAndThere, LOST),
    ("mkdir -p c/bookmarks.jsonl", "RUNGS_CONFIG_DIR", "$PWD/c", ThenAndThere, LOST),
    ("mkdir c; mkfifo c/bookmarks.jsonl", "RUNGS_CONFIG_DIR", "$PWD/c", ThenAndThere, LOST),
    ("mkdir c; ln -s /dev/null c/bookmarks.jsonl", "RUNGS_CONFIG_DIR", "$PWD/c", ThenAndThere, LOST),
    ("mkdir -p c/bookmarks.jsonl.lock", "RUNGS_CONFIG_DIR", "$PWD/c", ThenAndThere, "saved without a lock"),
    ("mkdir -p c/config.toml c/catalogs/x.json", "RUNGS_CONFIG_DIR", "$PWD/c", AtOnce, "config.toml: cannot be read"),
    ("true", "RUNGS_DATA_DIR", "/proc/rungs", InTheEnd, FORGOTTEN),
    ("mkdir -p d/place.json d/practice.jsonl", "RUNGS_DATA_DIR", "$PWD/d", InTheEnd, FORGOTTEN),
    ("unset RUNGS_CONFIG_DIR RUNGS_DATA_DIR", "HOME", "relative", ThenAndThere, LOST),
];

#[test]
fn wherever_nothing_can_be_kept_it_opens_says_so_and_keeps_what_it_can() {
    for (before, variable, place, when, said) in PLACES {
        let case = format!("{before}; {variable}={place}");
        println!("{case}: {said}, {when:?}");
        let home = Home::lived_in();
        let script = format!("{before}; {variable}={place}; export {variable}; exec \"$0\" --at payment:junior");
        let mut session = opened(home.shell(&script));
        if matches!(when, AtOnce) {
            session.shows(said);
        }
        session.keys("b");
        session.shows("1 bookmarked");
        if matches!(when, ThenAndThere) {
            session.shows(said);
        }
        session.keys("Q");
        let end = session.end();
        session.assert_given_back();
        if matches!(when, InTheEnd) {
            session.shows(said);
        }
        let all_is_kept = ![LOST, FORGOTTEN].contains(&said);
        assert_eq!(end.code(), Some(if all_is_kept { 0 } else { 5 }), "{case}");
        assert_eq!(session.contents().contains(LOST), said == LOST, "{case}");
        assert!(!session.contents().contains("panicked"), "{case}");
    }
    println!("figure: {} of {0} places, each says so", PLACES.len());
}

/// The control: where everything can be kept nothing is said.
#[test]
fn where_all_can_be_kept_nothing_of_the_kind_is_said() {
    let home = Home::lived_in();
    let mut session = opened(home.shell("exec \"$0\" --at payment:junior"));
    session.keys("b");
    session.shows("Bookmarked Junior");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    let all = String::from_utf8_lossy(&session.since(0)).into_owned();
    assert!(PLACES.iter().all(|(.., said)| !all.contains(said)), "{all}");
}

#[test]
fn a_forced_theme_is_not_the_readers_choice() {
    let home = Home::lived_in();
    let mut command = home.rungs([]);
    command.env("NO_COLOR", "1");
    let mut session = opened(command);
    session.shows("mono");
    session.keys("q");
    session.end();
    let session = home.open();
    session.lacks("mono");
}

#[test]
fn a_directory_that_only_may_be_read_is_told_and_harms_nothing() {
    let home = Home::lived_in();
    assert!(home.run(&["bookmark", "add", "payment:staff"]).status.success());
    fs::set_permissions(home.join("config/bookmarks.jsonl"), fs::Permissions::from_mode(0o400)).unwrap();
    if File::options().append(true).open(home.join("config/bookmarks.jsonl")).is_ok() {
        // Whoever may do everything cannot try this.
        return;
    }
    let mut session = home.open();
    session.shows("1 bookmarked");
    session.keys("b");
    session.shows("NOT SAVED");
    session.keys("q");
    assert_eq!(session.end().code(), Some(5));
    assert_eq!(home.bookmarked(), ["payment-systems-engineer/staff"]);
}

#[test]
fn what_another_instance_keeps_shows_with_the_next_key() {
    let home = Home::lived_in();
    let mut session = home.open();
    assert!(home.run(&["bookmark", "add", "payment:staff"]).status.success());
    session.keys("j");
    session.shows("1 bookmarked");
}
