//! What stories look like at four sizes: the bank, one of them, recalling, and picking the one that was told.

use rungs::tui::theme::{Glyphs, Theme};

use super::reader::Reader;
use super::screens::shot;

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 15), (20, 5)];

/// Stories: the name of the file, the title, what it shows, how good it is, and what else stands in its front matter.
const STORIES: [(&str, &str, &str, u8, &str); 10] = [
    (
        "missing-cent",
        "The missing cent",
        "\"skill:ledgers\", \"thread:flows\"",
        5,
        "metric = \"212 of 212, in 4 hours\"",
    ),
    (
        "two-ledgers",
        "Two ledgers, one night",
        "\"skill:ledgers\"",
        4,
        "when = \"2026-03\"\nstakes = \"payouts at 11:00\"",
    ),
    ("late-file", "The settlement file that came at noon", "\"thread:flows\"", 4, ""),
    ("wrong-fix", "A fix that made it worse", "\"skill:idempotency\"", 3, "failure = true"),
    ("new-hire", "Nine weeks with Ines", "\"skill:teaching-nobody-knows\"", 4, ""),
    ("rollback", "The way back nobody had tried", "", 4, ""),
    ("audit", "An audit in three days", "\"thread:ledger\"", 2, ""),
    (
        "long",
        "日本語 and a title of a story that is very much longer than all of the others are",
        "\"thread:flows\"",
        3,
        "",
    ),
    ("quiet-day", "The quiet day", "", 3, ""),
    ("old", "What I tell no more", "\"skill:ledgers\"", 1, "retired = true"),
];

/// The file of a story.
pub(super) fn file(title: &str, probes: &str, strength: u8, more: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nprobes = [{probes}]\nstrength = {strength}\n{more}\n+++\n\n## Headline\n\nIt ended well: {title}.\n\n\
         ## Situation\n\nA Tuesday, payouts at 11:00, and a difference of one cent.\n\n## Action\n\n- I stopped the payouts\n- I joined both logs\n\n## Result\n"
    )
}

/// A reader with ten stories, one of them retired, and a file that is none.
pub(super) fn storied(width: u16, height: u16) -> Reader {
    storied_on(Reader::interviewed(width, height))
}

/// `reader` with the same stories.
pub(super) fn storied_on(reader: Reader) -> Reader {
    let reader = reader.with_story("broken.md", "+++\ntitle = \"x\"\nstrenght = 3\n+++\n");
    STORIES.iter().fold(reader, |reader, (name, title, probes, strength, more)| {
        reader.with_story(&format!("{name}.md"), &file(title, probes, *strength, more))
    })
}

/// The way to the result of the question about something that was done, which did not do.
pub(super) const TO_RESULT: &str = "p<enter>+++++++++++<enter>";

/// The same reader at that result.
pub(super) fn at_result(mut reader: Reader) -> Reader {
    reader = reader.types(TO_RESULT);
    while !reader.screen().contains("The fee that") {
        reader = reader.types("S");
    }
    reader.types("vsaid<enter>3<enter>S")
}

#[test]
fn the_bank_at_four_sizes() {
    for (width, height) in SIZES {
        shot(&format!("stories-{width}x{height}"), &storied(width, height).types("gs"));
        shot(&format!("stories-grid-{width}x{height}"), &storied(width, height).types("gsG<enter>"));
        shot(&format!("stories-none-{width}x{height}"), &Reader::interviewed(width, height).types("gs"));
    }
}

#[test]
fn one_story_at_four_sizes() {
    for (width, height) in SIZES {
        shot(&format!("story-{width}x{height}"), &storied(width, height).types("gsjj<enter>"));
    }
}

#[test]
fn recalling_at_four_sizes() {
    for (width, height) in SIZES {
        let reader = storied(width, height).types("gsR").waits(7);
        shot(&format!("recall-{width}x{height}"), &reader);
        let reader = reader.types("j<enter>");
        shot(&format!("recall-shown-{width}x{height}"), &reader);
        shot(&format!("recall-over-{width}x{height}"), &reader.types("<enter>S<enter>S<enter>"));
    }
}

#[test]
fn picking_what_was_told_at_four_sizes() {
    for (width, height) in SIZES {
        let reader = at_result(storied(width, height));
        shot(&format!("told-offer-{width}x{height}"), &reader);
        let reader = reader.types("l");
        shot(&format!("told-pick-{width}x{height}"), &reader);
        shot(&format!("told-filter-{width}x{height}"), &reader.types("cent"));
    }
}

#[test]
fn without_colours_and_without_box_drawing() {
    let plain = || {
        let reader = STORIES.iter().filter(|(_, title, ..)| title.is_ascii());
        let reader = reader.fold(Reader::interviewed(80, 24), |reader, (name, title, probes, strength, more)| {
            reader.with_story(&format!("{name}.md"), &file(title, probes, *strength, more))
        });
        reader.themed(Theme::MONO, Glyphs::Ascii)
    };
    shot("stories-mono-80x24", &plain().types("gs"));
    shot("recall-mono-80x24", &plain().types("gsR"));
    shot("told-mono-80x24", &at_result(plain()).types("l"));
}
