//! The settings in a real terminal: each is heeded, and a wrong one is said and stops nothing.

use std::fs;

use portable_pty::CommandBuilder;

use super::home::{Home, opened};
use crate::pty::Session;

/// Switches mouse reports on (xterm control sequences).
const MOUSE_ON: &[u8] = b"\x1b[?1000h";

/// A home with settings.
fn with_settings(text: &str) -> Home {
    let home = Home::lived_in();
    fs::create_dir(home.join("config")).unwrap();
    fs::write(home.join("config/config.toml"), text).unwrap();
    home
}

fn quit(mut session: Session) {
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    session.assert_given_back();
}

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn a_wrong_setting_is_said_in_a_line_and_the_others_hold() {
    let home = with_settings("theem = \"mono\"\nascii = true\nrollover = 99\n");
    let session = opened(home.rungs([]));
    session.shows("config.toml:1: there is no theem: did you mean `theme`? (2 problems: see rungs config check)");
    session.shows("# 2 Levels");
    quit(session);
}

#[test]
fn a_file_that_is_no_settings_at_all_stops_nothing() {
    let home = with_settings("{\"theme\": \"mono\"}");
    let session = opened(home.rungs([]));
    session.shows("config.toml:1: ");
    session.shows("(see rungs config check)");
    quit(session);
}

#[test]
fn the_theme_of_the_file_is_taken_at_each_start_and_gives_way_to_no_color() {
    let home = with_settings("theme = \"mono\"\n");
    let mut session = opened(home.rungs([]));
    session.shows(" mono");
    session.keys("T");
    session.shows(" light");
    quit(session);
    let session = opened(home.rungs([]));
    session.shows(" mono");
    quit(session);
    // Without it counts what was taken with T.
    let session = opened(home.rungs(["--no-config"]));
    session.shows(" light");
    quit(session);
    fs::write(home.join("config/config.toml"), "theme = \"terminal\"\n").unwrap();
    let mut command = home.rungs([]);
    command.env("NO_COLOR", "1");
    let session = opened(command);
    session.shows(" mono");
    quit(session);
}

#[test]
fn the_mouse_is_left_alone_until_it_is_asked_for() {
    let home = with_settings("mouse = false\n");
    let mut session = opened(home.rungs([]));
    assert!(!has(&session.since(0), MOUSE_ON));
    session.keys("%");
    session.writes("the mouse", |bytes| has(bytes, MOUSE_ON));
    quit(session);
    let session = opened(home.rungs(["--no-config"]));
    assert!(has(&session.since(0), MOUSE_ON));
    quit(session);
}

#[test]
fn lines_can_be_asked_for_where_the_locale_does_not_say_so() {
    let home = with_settings("ascii = false\n");
    let in_c = |arguments: &[&'static str]| -> CommandBuilder {
        let mut command = home.rungs(arguments.iter().copied());
        command.env("LANG", "C");
        command
    };
    let session = opened(in_c(&[]));
    session.shows("╔ 2 Levels");
    quit(session);
    for arguments in [&["--ascii"][..], &["--no-config"]] {
        let session = opened(in_c(arguments));
        session.shows("# 2 Levels");
        quit(session);
    }
}

#[test]
fn the_editor_of_the_file_comes_before_the_variables() {
    let home = Home::lived_in();
    let editor = home.script("own editor", "printf '%s' \"$1\" >\"$2\"");
    let other = home.join("other.toml");
    fs::write(&other, format!("editor = \"\"\"'{}' \"two words\\\\$HOME\" \"\"\"\n", editor.display())).unwrap();
    let mut command = home.rungs(["--config", "other.toml", "--at", "payment:senior"]);
    command.env("VISUAL", "no-such-editor");
    let mut session = opened(command);
    session.keys("e");
    session.shows("Note kept.");
    session.keys("B");
    session.shows("two words$HOME");
    quit(session);
    fs::write(&other, "editor = \"no-such-editor -w\"\n").unwrap();
    let mut session = opened(home.rungs(["--config", "other.toml"]));
    session.keys("e");
    session.shows("no-such-editor -w (from editor in config.toml) does not start");
    quit(session);
}

#[test]
fn the_day_of_what_is_practised_begins_when_the_file_says_and_what_was_written_stays() {
    let home = with_settings("rollover = 0\n[practice]\nminutes = 30\n");
    let practised = |now: &str, plan: &[&str]| {
        let mut command = home.rungs(["practice", "payment:senior"]);
        command.env("RUNGS_NOW", now);
        command.env("TZ", "UTC");
        let mut session = opened(command);
        for shown in plan {
            session.shows(shown);
            session.keys("\r");
        }
        session.shows("v:aloud");
        session.keys("vsaid\r");
        session.shows("How will it do?");
        session.keys("2");
        session.shows("MUST");
        session.keys("\r");
        session.shows("FOLLOW-UP 1");
        session.keys("S");
        session.shows("comes back");
        quit(session);
        let lines = fs::read_to_string(home.join("data/practice.jsonl")).unwrap();
        let records = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let reviews = records.filter(|record| record["t"] == "review");
        reviews.map(|review| review["day"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(practised("2026-05-02T02:30:00Z", &["Enter makes a plan.", "30 MINUTES"]), ["2026-05-02"]);
    fs::remove_file(home.join("config/config.toml")).unwrap();
    assert_eq!(practised("2026-05-03T02:30:00Z", &["15 MINUTES"]), ["2026-05-02", "2026-05-02"]);
}

#[test]
fn keys_of_the_file_hold_and_a_wrong_one_is_said() {
    let home = with_settings("[keys.levels]\nbookmark = \"none\"\nmap = [\"b\", \"f5\", \"q\"]\n");
    let mut session = opened(home.rungs([]));
    session.shows("config.toml:3: q already means quit in levels");
    session.keys("b");
    session.shows("Map: families by levels");
    session.keys("\x1b");
    session.lacks("Map: families by levels");
    session.keys("\x1b[15~");
    session.shows("Map: families by levels");
    quit(session);
    assert_eq!(home.bookmarked(), Vec::<String>::new());
}

#[test]
fn a_theme_with_colours_of_its_own_takes_those_that_the_terminal_has() {
    let home = with_settings("theme = \"light\"\n");
    for (term, colorterm, ground) in [
        ("xterm-256color", "truecolor", &b";48;2;255;255;255m"[..]),
        ("xterm-256color", "", b";48;5;231m"),
        ("linux", "", b";107m"),
    ] {
        let mut command = home.rungs([]);
        command.env("TERM", term);
        command.env("COLORTERM", colorterm);
        let session = opened(command);
        let written = session.since(0);
        assert!(has(&written, ground), "{term} {colorterm}");
        assert_eq!(has(&written, b"8;2;"), colorterm == "truecolor", "{term}");
        assert_eq!(has(&written, b"8;5;"), term.ends_with("256color") && colorterm.is_empty(), "{term}");
        quit(session);
    }
}
