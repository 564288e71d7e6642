//! Stories and documents: what somebody wrote is read, told where it is broken, and leaves as Markdown that means what was
//! written.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Home;
use super::practice::{JOURNAL, NOW, json, practice, stdout, with_journal};

const MOCKED: &str = include_str!("../support/mocked.jsonl");
const ANSWER: &str = "answers/payment-systems-engineer/senior/timeout-duplicates/20261116T181000Z.md";
/// An answer full of signs that Markdown would take for its own.
const WRITTEN: &str =
    "# First | pause\n\n- the retry `path`\n1. hold *payouts*\n> quote\n\n    indented\n<b>bold</b> [link](x)\n---\n";

/// A home with a mock interview, an answer in its file, and stories.
fn kept() -> Home {
    let home = with_journal(&format!("{JOURNAL}{MOCKED}"));
    let data = home.0.path().join("data");
    fs::create_dir_all(data.join(ANSWER).parent().expect("a directory")).expect("a directory");
    fs::write(data.join(ANSWER), WRITTEN).expect("an answer");
    fs::create_dir_all(data.join("stories")).expect("a directory");
    for name in ["missing-cent", "old-story", "broken"] {
        let from = format!("{}/tests/support/stories/{name}.md", env!("CARGO_MANIFEST_DIR"));
        fs::copy(from, data.join(format!("stories/{name}.md"))).expect("a story");
    }
    home
}

#[test]
fn transcripts_of_stories_and_documents() {
    let home = kept();
    let cases = super::transcripts_in(&home);
    cases.env("RUNGS_NOW", NOW).env("TZ", "Europe/Berlin");
    cases.case("tests/cmd/practice/kept/*.md").run();
}

/// The lines that an independent reader of Markdown sees, and the headings among them. Fails on everything that no document
/// of ours has: what somebody wrote was taken for a sign.
fn seen(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut shown, mut headings, mut lists) = (String::new(), Vec::new(), 0);
    for event in Parser::new_ext(
        text,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_MATH,
    ) {
        match event {
            Event::Text(piece) | Event::Code(piece) => shown.push_str(&piece),
            Event::End(TagEnd::Heading(_)) => {
                headings.push(shown.lines().last().unwrap_or_default().to_owned());
                shown.push('\n');
            }
            Event::Start(Tag::List(None)) if lists == 0 => lists = 1,
            Event::End(TagEnd::List(false)) => lists = 0,
            // A word that stands out is on the line of what is said of it.
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::BlockQuote(_) | Tag::Strong)
            | Event::End(TagEnd::Strong) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => shown.push('\n'),
            other => assert_eq!(other, Event::SoftBreak, "in\n{text}"),
        }
    }
    let lines = shown.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
    (lines.collect(), headings)
}

#[test]
fn what_was_written_is_text_and_never_a_sign() {
    let (shown, _) = seen(&stdout(&kept(), &["export", "answers", "payment:senior"]));
    for line in WRITTEN.lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert!(shown.iter().any(|shown| shown == line), "{line}\n{shown:?}");
    }
}

/// Titles and figures that Markdown would take for its own signs, each in its own way.
const SIGNS: [&str; 12] = [
    "# First | second",
    "- a list",
    "1. a list",
    "> a quotation",
    "<b>bold</b> &amp; <!-- gone -->",
    "`code` and ```fence",
    "[a link](x) ![a picture](y)",
    "*stands* __out__ ~~struck~~ $x$",
    "| a | cell |",
    "=== a heading",
    "- [x] done \\",
    "ends in # signs ##",
];

#[test]
fn stories_and_packets_full_of_signs_come_back_as_they_were_written() {
    for sign in SIGNS {
        let home = kept();
        let quoted = format!("{sign:?}");
        let text = format!(
            "+++\ntitle = {quoted}\nwhen = {quoted}\nmetric = {quoted}\nstakes = {quoted}\n\
             probes = [\"skill:idempotency\"]\nstrength = 5\n+++\n\n## Headline\n\n.{sign}\n\n## Action\n\n  {sign}\n\n {sign} again\n"
        );
        fs::write(home.0.path().join("data/stories/full-of-signs.md"), text).unwrap();
        home.stdout(&["gap", "want", "payment:senior"]);
        home.stdout(&["gap", "evidence", "reconciliation", "--on", "2026-03-02", "--", sign]);

        let (shown, headings) = seen(&stdout(&home, &["export", "stories", "payment:senior"]));
        assert!(headings.iter().any(|heading| heading == sign), "{sign}: {headings:?}");
        let again = format!("{sign} again");
        for line in [&format!("When: {sign}"), &format!("Metric: {sign}"), &format!("Stakes: {sign}"), sign, &again] {
            assert!(shown.iter().any(|shown| shown == line), "{line}\n{shown:#?}");
        }
        assert!(!shown.iter().any(|line| line.contains("strength")), "{shown:#?}");

        let (shown, _) = seen(&stdout(&home, &["export", "packet", "payment:senior"]));
        let story = format!("{sign}: {sign}. .{sign} ({sign})");
        assert!(shown.contains(&story), "{story}\n{shown:#?}");
        assert!(shown.iter().any(|line| line.ends_with(&format!(": {sign}"))), "{sign}: no evidence in\n{shown:#?}");
    }
}

#[test]
fn notes_for_oneself_stay_at_home_unless_they_are_asked_for() {
    let home = kept();
    super::practice::stdout(&home, &["date", "payment:senior"]);
    home.stdout(&["bookmark", "add", "payment:senior", "--note", "Ines may leave in May"]);
    for (arguments, secret) in [
        (&["export", "packet", "payment:senior"][..], "Ines may leave in May"),
        (&["export", "stories", "payment:senior"], "strength 4 of 5"),
    ] {
        assert!(!stdout(&home, arguments).contains(secret), "{arguments:?}");
        assert!(stdout(&home, &[arguments, &["--with-notes"]].concat()).contains(secret), "{arguments:?}");
    }
}

#[test]
fn no_answer_is_read_from_outside() {
    let home = kept();
    let data = home.0.path().join("data");
    fs::write(home.0.path().join("secret"), "the secret").unwrap();
    fs::remove_file(data.join(ANSWER)).unwrap();
    symlink(home.0.path().join("secret"), data.join(ANSWER)).unwrap();
    let output = practice(&home, &["export", "answers", "payment:senior"]).output().expect("rungs runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && !out.contains("the secret"), "{out}");
    assert!(err.contains("leads out of the answers"), "{err}");
    for name in ["../secret", "/etc/hostname", "answers/../../secret", "practice.jsonl"] {
        let home = with_journal(&JOURNAL.replace(ANSWER, name));
        fs::write(home.0.path().join("secret"), "the secret").unwrap();
        let output = practice(&home, &["export", "answers", "payment:senior"]).output().expect("rungs runs");
        let out = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && !out.contains("the secret") && !out.contains("w-10"), "{name}: {out}");
    }
}

#[test]
fn a_packet_marks_everything_that_nothing_shows() {
    let home = kept();
    let text = stdout(&home, &["export", "packet", "payment:senior"]);
    let gap = home.json(&["gap", "payment:senior", "--json"]);
    let sections = gap["items"][0]["sections"].as_array().unwrap();
    let items: Vec<&serde_json::Value> = sections.iter().flat_map(|it| it["items"].as_array().unwrap()).collect();
    let marked = text.matches("nothing shows this yet").count();
    // One has evidence, two a story.
    assert_eq!(marked, items.len() - 3);
    for item in items {
        assert!(text.contains(&format!("### {}", item["name"].as_str().unwrap())), "{item}");
    }
}

#[test]
fn a_story_is_made_once_for_its_owner_alone_and_an_editor_may_rewrite_it() {
    let home = Home::new();
    let editor = home.0.path().join("editor");
    fs::write(&editor, "#!/bin/sh\nsed -i 's/^strength = 3/strength = 5/' \"$1\"\n").unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command =
        practice(&home, &["story", "new", "Two \"ledgers\"", "--edit", "--shows", "skill:reconciliation"]);
    command.env("EDITOR", &editor).env("PATH", "/usr/bin:/bin");
    // An editor gets the terminal; here there is none, so it is its own stdin that counts.
    let output = command.stdin(std::process::Stdio::null()).output().expect("rungs runs");
    let path = home.0.path().join("data/stories/two-ledgers.md");
    assert!(path.is_file(), "{}", String::from_utf8_lossy(&output.stderr));
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    let before = fs::read_to_string(&path).unwrap();
    assert_eq!(practice(&home, &["story", "new", "Two ledgers"]).output().unwrap().status.code(), Some(5));
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    let listed = json(&home, &["story", "list"]);
    assert_eq!(
        (&listed["items"][0]["title"], listed["items"].as_array().unwrap().len()),
        (&"Two \"ledgers\"".into(), 1)
    );
}

#[test]
fn a_broken_story_is_named_with_its_line_and_left_as_it_is() {
    let home = Home::new();
    let stories = home.0.path().join("data/stories");
    fs::create_dir_all(&stories).unwrap();
    let broken = [
        ("no-front", "# A story\n", ":1: a story begins"),
        ("no-end", "+++\ntitle = \"x\"\n", ":2: no line `+++` ends"),
        ("no-title", "+++\nwhen = \"2026\"\n+++\n", "missing field `title`"),
        ("no-quotes", "+++\n\ntitle = x\n+++\n", ":3: string values must be quoted"),
        ("wrong-key", "+++\ntitle = \"x\"\nstrenght = 3\n+++\n", ":3: unknown field `strenght`"),
        ("too-strong", "+++\ntitle = \"x\"\n\nstrength = 6\n+++\n", ":4: strength is 1 to 5, not 6"),
        ("no-probe", "+++\ntitle = \"x\"\nprobes = [\n\"skill:sql\",\n\"sql\"]\n+++\n", ":5: `sql` is none of skill:"),
        ("Capital", "+++\ntitle = \"x\"\n+++\n", "Capital.md: a story's file is named in small letters"),
    ];
    for (name, text, _) in broken {
        fs::write(stories.join(format!("{name}.md")), text).unwrap();
    }
    fs::write(stories.join("good.md"), "\u{feff}+++\r\ntitle = \"Good \\u001b[31m\"\r\n+++\r\n").unwrap();
    fs::write(stories.join(".hidden.md"), "x").unwrap();
    fs::write(stories.join("notes.txt"), "x").unwrap();
    let output = practice(&home, &["story", "list"]).output().expect("rungs runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(out, "good\tGood ^[[31m\t-\t-\t0\t-\ttold\n");
    assert_eq!(err.lines().count(), broken.len(), "{err}");
    for (name, text, what) in broken {
        assert!(err.lines().any(|line| line.contains(&format!("{name}.md")) && line.contains(what)), "{what}\n{err}");
        assert_eq!(fs::read_to_string(stories.join(format!("{name}.md"))).unwrap(), text);
    }
}
