//! Stories in a terminal: written in an editor from a result, kept in files of their owner's alone, seen when others write.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use portable_pty::CommandBuilder;
use serde_json::Value;

use super::home::{Home, opened};
use crate::pty::Session;

/// The explorer at the practice of a role, with an editor, at a time that stands still.
fn practising(home: &Home, editor: &str) -> CommandBuilder {
    let mut command = home.rungs(["practice", "payment:senior"]);
    command.env("RUNGS_NOW", "2026-05-01T09:00:00Z");
    command.env("TZ", "Europe/Berlin");
    command.env("EDITOR", editor);
    command
}

/// The same at the result of its first question about something that was done.
fn at_result(home: &Home, editor: &str) -> Session {
    let mut session = opened(practising(home, editor));
    session.shows("Enter makes a plan.");
    session.keys("\r");
    session.shows("15 MINUTES");
    session.keys("++++++++++++++++++\r");
    session.shows("e:editor");
    while !session.contents().contains("behavioural") {
        let before = session.contents();
        session.keys("S");
        session.wait_until("the next question", |contents| contents != before && contents.contains("e:editor"));
    }
    session.keys("vsaid\r3");
    session.shows("MUST");
    session.keys("\r");
    session.shows("FOLLOW-UP");
    session.keys("S");
    session.shows("write the story now, or pick the one you told (l)");
    // What is said when it is on disk comes when it comes.
    session.shows("Answer kept: not yet.");
    session
}

fn stories(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.join("data/stories")).into_iter().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The stories of the answers in the journal, in their order.
fn told(home: &Home) -> Vec<Option<String>> {
    let lines = fs::read_to_string(home.join("data/practice.jsonl")).unwrap_or_default();
    let records = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let reviews = records.filter(|record| record["t"] == "review");
    reviews.map(|review| review["story"].as_str().map(str::to_owned)).collect()
}

fn quit(session: &mut Session) {
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    session.assert_given_back();
}

#[test]
fn a_story_written_from_the_result_is_a_private_file_and_goes_with_the_answer() {
    let home = Home::new();
    let lines =
        "sed -i -e 's/^title = .*/title = \"The quiet fee\"/' -e 's/^## Headline/&\\n\\nNobody had asked./' \"$1\"";
    let editor = home.script("edit", lines);
    let mut session = at_result(&home, &editor.display().to_string());
    session.keys("l");
    session.shows("write a new one, in your editor");
    session.keys("\r");
    session.shows("story: The quiet fee");
    session.assert_taken();
    // It is called what its teller called it.
    assert_eq!(stories(&home), ["the-quiet-fee.md"]);
    let file = home.join("data/stories/the-quiet-fee.md");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("Nobody had asked.") && text.contains("probes = [\""), "{text}");
    quit(&mut session);
    assert_eq!(told(&home), [None, Some("the-quiet-fee".to_owned())]);

    // On another start it is there, told once, and one key takes back that it was told.
    let mut session = opened(practising(&home, "true"));
    session.shows("MINUTES");
    session.keys("gs");
    session.shows("told once, 2026-05-01");
    session.keys("\r");
    session.shows("Nobody had asked.");
    session.keys("\x1b");
    session.shows("1 story, 0 of strength 4 or 5, 0 of a failure");
    // Another program writes: the next key shows it.
    fs::write(home.join("data/stories/second.md"), "+++\ntitle = \"The second\"\nstrength = 5\n+++\n").unwrap();
    session.keys("j");
    session.shows("The second");
    session.shows("2 stories, 1 of strength 4 or 5");
    fs::write(home.join("data/stories/second.md"), "+++\ntitle = \"The second\"\nstrength = 9\n+++\n").unwrap();
    session.keys("j");
    session.shows("second.md, line 3: strength is 1 to 5, not 9");
    quit(&mut session);
}

#[test]
fn an_editor_that_leaves_a_new_story_as_it_was_keeps_none_and_one_that_is_missing_is_named() {
    for (editor, says) in [
        ("true", "Nothing was written, and no story is kept."),
        ("no-such-editor", "no-such-editor (from EDITOR) does not"),
    ] {
        let home = Home::new();
        let mut session = at_result(&home, editor);
        session.keys("l\r");
        session.shows(says);
        session.assert_taken();
        session.shows("write the story now");
        assert_eq!(stories(&home), Vec::<String>::new());
        quit(&mut session);
        assert_eq!(told(&home), [None]);
    }
}

#[test]
fn the_clock_of_recalling_wakes_once_a_second() {
    let home = Home::new();
    fs::create_dir_all(home.join("data/stories")).unwrap();
    for number in 1..=8 {
        let text = format!("+++\ntitle = \"Story {number}\"\n+++\n\n## Headline\n\nIt was the end of {number}.\n");
        fs::write(home.join(&format!("data/stories/story-{number}.md")), text).unwrap();
    }
    let mut command = practising(&home, "true");
    command.env_remove("RUNGS_NOW");
    let mut session = opened(command);
    session.keys("\r");
    session.shows("15 MINUTES");
    session.keys("R");
    session.shows("0:01 / 0:10");
    session.shows("0:03 / 0:10");
    session.keys("jj\r");
    session.shows("It was the end of 3.");
    assert!(session.is_silent_for(std::time::Duration::from_millis(1_500)), "no clock shows, and something is drawn");
    session.keys("\x1b");
    session.shows("15 MINUTES");
    quit(&mut session);
}
