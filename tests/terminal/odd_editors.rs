//! Editors that leave what nobody hopes for: too much, no text, no file, another file. A note is what it was or what they
//! wrote, and whatever they wrote stays.

use std::fs;
use std::path::PathBuf;

use super::home::{Home, opened};
use crate::pty::Session;

/// What an editor does with the draft `$1`, what is said then, what the note is and what of a draft is left.
const EDITORS: [(&str, &str, &str, Option<usize>); 9] = [
    ("head -c 10000000 /dev/zero | tr '\\0' x >\"$1\"", "longer than 256 KiB", "", Some(10_000_000)),
    ("head -c 262144 /dev/zero | tr '\\0' x >\"$1\"", "Note kept.", "x", None),
    ("printf 'caf\\351' >\"$1\"", "UTF-8", "", Some(4)),
    ("printf 'a\\0b' >\"$1\"", "Note kept.", "a^@b", None),
    ("printf '  \\n\\n' >\"$1\"", "The note is as it was.", "", None),
    ("rm \"$1\"", "cannot read the draft", "", None),
    ("printf new >\"$1.new\"; mv \"$1.new\" \"$1\"", "Note kept.", "new", None),
    ("printf open >\"$1\"; chmod 666 \"$1\"", "Note kept.", "open", None),
    ("rm \"$1\"; mkfifo \"$1\"", "cannot read the draft", "", Some(0)),
];

fn note(home: &Home) -> String {
    let json: serde_json::Value =
        serde_json::from_slice(&home.run(&["bookmark", "list", "--json"]).stdout).expect("JSON");
    json["items"][0]["note"].as_str().unwrap_or_default().to_owned()
}

fn drafts(home: &Home) -> Vec<PathBuf> {
    let drafts = fs::read_dir(home.join("data/drafts")).into_iter().flatten();
    drafts.map(|draft| draft.unwrap().path()).collect()
}

/// Everything that was said, in one line.
fn messages(session: &mut Session) -> String {
    session.keys("gm");
    session.shows("Messages");
    session.contents().replace(['\n', '║'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn whatever_an_editor_leaves_is_a_note_or_a_reason_and_a_draft() {
    for (editor, told, expected, left) in EDITORS {
        let home = Home::new();
        let mut command = home.rungs(["--at", "payment:senior"]);
        command.env("EDITOR", home.script("edit", editor));
        let mut session = opened(command);
        session.keys("e");
        session.wait_until("the end of the editor", |screen| {
            ["Note kept.", "The note is as it was.", "draft"].iter().any(|end| screen.contains(end))
        });
        let said = messages(&mut session);
        assert!(said.contains(told), "{editor}: {said}");
        session.keys("Q");
        assert_eq!(session.end().code(), Some(0), "{editor}");
        session.assert_given_back();
        let note = note(&home);
        assert!(note == expected || note.len() == 262_144 && expected == "x", "{editor}: {} bytes", note.len());
        let sizes: Vec<u64> = drafts(&home).iter().map(|draft| fs::metadata(draft).unwrap().len()).collect();
        assert_eq!(sizes, left.map(|size| size as u64).into_iter().collect::<Vec<_>>(), "{editor}");
    }
    println!("figure: {} of {0} odd editors", EDITORS.len());
}

#[test]
fn an_editor_that_wants_to_be_stopped_gets_its_key_and_nobody_hangs() {
    let home = Home::new();
    let mut command = home.rungs(["--at", "payment:senior"]);
    // The key of a stop is a byte where the editor takes keys as they come, as editors do.
    command.env("EDITOR", home.script("edit", "stty raw; echo edits now; head -c 1 >\"$1\"; stty sane"));
    let mut session = opened(command);
    session.keys("e");
    session.shows("edits now");
    session.keys("\x1a");
    session.shows("Note kept.");
    session.assert_taken();
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    session.assert_given_back();
    assert_eq!(note(&home), "^Z");
}
