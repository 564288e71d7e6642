//! A walk through every screen with hostile text in all that shows: the bytes that would be sent, frame by frame, and
//! once the real program in a real terminal.

use std::path::Path;
use std::sync::Arc;

use portable_pty::CommandBuilder;
use rungs::catalog::{Catalog, Files, load};
use rungs::store::{Change, Journal, Practice, Remark};
use rungs::text::width;
use rungs::tui::action::Action;
use rungs::tui::effect::{Effect, Outcome};
use rungs::tui::key::Key;
use rungs::tui::model::Model;
use rungs::tui::rehearsal::{Rehearsal, act, open};
use rungs::tui::runtime::Frames;
use rungs::tui::theme::{Glyphs, Theme};

use super::judge::{Verdict, Way, assert_harmless, judge};
use super::texts::{Home, ODD, RAW, catalog};
use crate::pty::Session;
use crate::ways_in::SCREENS;

/// What takes what shows elsewhere: names, ids and documents to the clipboard, documents to files.
const TAKEN: [&str; 8] = ["yn", "yi", "ym", "yj", "Em", "Eh", "Ec", "Ej"];

/// Keys to a line that takes what is typed or pasted.
const LINES: [&str; 9] = ["/", "l/", "ll/", "s", "?", "bBt", "gt", "p<enter><enter>i", "ljge2026-05-01 "];

/// Somebody who looks at frames as bytes.
struct Watcher {
    model: Model,
    world: Rehearsal,
    frames: Frames,
    told: String,
    /// How many frames were judged.
    seen: usize,
}

impl Watcher {
    fn new(home: &Home, catalog: &Arc<Catalog>, keys: &str) -> Self {
        let at = keys.starts_with('p').then(|| "payments/senior".parse().unwrap());
        let mut model = open(Arc::clone(catalog), 120, 36, at.as_ref());
        let kept = Journal::<Change>::new(Some(home.join("config/bookmarks.jsonl"))).read().unwrap();
        model.bookmarks = kept.entries.iter().collect();
        let said = Journal::<Remark>::new(Some(home.join("data/practice.jsonl"))).read().unwrap();
        let practice: Practice = said.entries.iter().collect();
        let stories = RAW.iter().chain(ODD).enumerate().map(|(number, text)| {
            let title = serde_json::Value::from(*text);
            let story = format!("+++\ntitle = {title}\nprobes = [\"skill:ledgers\"]\n+++\n\n# Headline\n\n{text}\n");
            (format!("story-{number}.md").into(), story)
        });
        let mut world = Rehearsal::default();
        (world.practice, world.stories, world.editor) = (practice, stories.collect(), Some(RAW.join("\n")));
        let frames = Frames::new(model.size).unwrap();
        Self { model, world, frames, told: String::new(), seen: 0 }
    }

    fn does(&mut self, told: &str, action: Action) {
        self.told.push_str(told);
        act(&mut self.model, &mut self.world, action);
        self.looks();
    }

    /// Composes the next frame and judges it.
    fn looks(&mut self) {
        let bytes = self.frames.compose(&self.model).unwrap();
        assert_harmless(Way::Frame, &bytes, &self.told);
        self.seen += 1;
    }

    fn types(&mut self, keys: &str) {
        for key in Key::parse_line(keys).unwrap() {
            self.does(&key.to_string(), Action::Key(key));
        }
    }

    /// All of the screen anew, at another size.
    fn resizes(&mut self, width: u16, height: u16) {
        act(&mut self.model, &mut self.world, Action::Resize { width, height });
        self.frames = Frames::new(self.model.size).unwrap();
        self.looks();
    }

    /// What was taken elsewhere is as harmless as what shows.
    fn judges_what_was_taken(&self) -> usize {
        let taken = self.world.performed.iter().filter_map(|effect| match effect {
            Effect::Copy { what, text } => Some((what, text.as_str())),
            Effect::Export { name, text } => Some((name, text.as_str())),
            _ => None,
        });
        taken
            .map(|(what, text)| {
                assert_harmless(Way::Plain, what.as_bytes(), &self.told);
                assert_harmless(Way::Plain, text.as_bytes(), &format!("{}: {what}", self.told));
            })
            .count()
    }
}

fn loaded(first: usize) -> Arc<Catalog> {
    Arc::new(load(&Files::one("odd.json", catalog(ODD, first))).unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// Walks through every screen on the catalog whose texts begin with the `first`; how many frames and takings there were.
fn walk(home: &Home, first: usize) -> (usize, usize) {
    let ladders = loaded(first);
    let (mut frames, mut taken) = (0, 0);
    for (number, keys) in SCREENS.iter().enumerate() {
        let mut watcher = Watcher::new(home, &ladders, keys);
        if number % 2 == 1 {
            (watcher.model.theme, watcher.model.glyphs) = (Theme::MONO, Glyphs::Ascii);
        }
        watcher.types(keys);
        for (width, height) in [(60, 15), (33, 9), (200, 60)] {
            watcher.resizes(width, height);
        }
        watcher.types("GjjB");
        taken += watcher.judges_what_was_taken();
        frames += watcher.seen;

        let mut other = Watcher::new(home, &ladders, keys);
        other.types(keys);
        for keys in TAKEN {
            other.types(keys);
        }
        taken += other.judges_what_was_taken();
        frames += other.seen;
    }
    (frames, taken)
}

#[test]
fn no_screen_lets_a_text_out_of_its_cells() {
    let home = Home::hostile();
    let (frames, taken) = walk(&home, 0);
    println!("figure: {frames} frames and {taken} documents, 0 offences");
    assert!(frames > 1_000 && taken > 60, "{frames} frames, {taken} taken");
}

#[test]
#[ignore = "minutes long; cargo test --release --test security -- --ignored"]
fn no_screen_lets_any_text_in_any_field_out_of_its_cells() {
    let home = Home::hostile();
    for first in 0..ODD.len() {
        walk(&home, first);
    }
}

#[test]
fn what_is_pasted_or_failed_to_be_done_is_drawn_harmless() {
    let home = Home::hostile();
    let ladders = loaded(3);
    for keys in LINES {
        let mut watcher = Watcher::new(&home, &ladders, keys);
        watcher.types(keys);
        for text in RAW.iter().chain(ODD) {
            watcher.does("(paste)", Action::Paste((*text).to_owned()));
        }
        watcher.types("<enter>j<esc>");
        for text in RAW.iter().chain(ODD) {
            watcher.does("(failure)", Action::Done(Outcome::Failed((*text).to_owned())));
            watcher.does("(told)", Action::Done(Outcome::Told((*text).to_owned())));
        }
        watcher.types("<esc><esc>gmGj");
        watcher.judges_what_was_taken();
    }
}

/// The control: the same frames with one text that nobody cleaned are caught.
#[test]
fn a_frame_that_lets_a_text_through_is_caught() {
    let home = Home::hostile();
    let mut watcher = Watcher::new(&home, &loaded(0), "");
    for text in RAW {
        let clean = watcher.frames.compose(&watcher.model).unwrap();
        let letter = clean.iter().rposition(u8::is_ascii_lowercase).unwrap();
        let raw = [&clean[..letter], text.as_bytes(), &clean[letter..]].concat();
        assert!(!judge(Way::Frame, &raw).offences.is_empty(), "{text:?} gets past the judge");
        watcher.frames = Frames::new(watcher.model.size).unwrap();
    }
}

#[test]
fn the_real_program_sends_nothing_else_to_its_terminal() {
    let home = Home::hostile();
    let here = home.join("here/\u{1b}]0;pwn\u{7}\u{202e} here");
    std::fs::create_dir(&here).unwrap();
    let ladders = home.join("ladders.json").display().to_string();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rungs"));
    command.args(["--catalog", &ladders, "--at", "payments/senior"]);
    command.env_clear();
    for (name, value) in home.surroundings() {
        command.env(name, value);
    }
    command.env("EDITOR", editor(&home));
    command.cwd(&here);
    let mut session = Session::start(command, (120, 36));
    session.shows("?:help");
    session.keys("jjG");
    session.keys("B");
    session.shows("Bookmarks");
    session.keys("jjq");
    session.keys("e");
    session.shows("Note kept.");
    session.keys("l j v j v c");
    session.shows("Compare 2");
    session.keys("q");
    let before = session.mark();
    assert_harmless(Way::Screen, &session.since(0), "the explorer");
    session.keys("ym");
    session.shows("Sent to the terminal");
    session.keys("Q");
    session.end();
    let Verdict { offences, copied, .. } = judge(Way::ScreenThatCopies, &session.since(before));
    assert_eq!((offences, copied.len()), (Vec::new(), 1));
    assert!(width(&copied[0]) > 0);
}

/// An editor that leaves every text there is.
fn editor(home: &Home) -> std::path::PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let path = home.join("editor");
    home.write("harm", &RAW.join("\n"));
    home.write("editor", &format!("#!/bin/sh\ncat {} >\"$1\"\n", Path::display(&home.join("harm"))));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path
}
