//! What practice looks like at four sizes, step by step, and that nothing is revealed before an answer is given.

use rungs::tui::theme::{Glyphs, Theme};

use super::reader::Reader;
use super::screens::shot;

const SIZES: [(u16, u16); 4] = [(120, 40), (80, 24), (60, 20), (40, 12)];

/// The steps of the way, each from the one before.
const STEPS: [(&str, &str); 12] = [
    ("start", "p"),
    ("plan", "<enter>"),
    ("ask", "<enter>"),
    ("hint", "h"),
    ("typing", "hiA timeout is not a failure.<enter>I stop the retries and hold what is affected"),
    ("predict", "<tab>"),
    ("reveal", "3"),
    ("ticked", "ynp"),
    ("follow-up", "<enter>"),
    ("heard", "<enter>"),
    ("result", "S"),
    ("next", "<enter>"),
];

#[test]
fn every_step_of_the_way_at_four_sizes() {
    for (width, height) in SIZES {
        let mut reader = Reader::interviewed(width, height);
        for (name, keys) in STEPS {
            reader = reader.waits(50).types(keys);
            shot(&format!("practice-{name}-{width}x{height}"), &reader);
        }
    }
}

#[test]
fn the_summary_at_four_sizes() {
    for (width, height) in SIZES {
        let keys = "p<enter>+++<enter>vfirst<enter>2yyyyyy<enter>S<enter>vsecond<enter>3n<enter>S<enter>";
        shot(&format!("practice-summary-{width}x{height}"), &Reader::interviewed(width, height).types(keys));
    }
}

/// The steps of a mock interview, each from the one before.
const MOCK: [(&str, &str); 8] = [
    ("lengths", "p<enter>Mj"),
    ("warm-up", "1"),
    ("ask", "<enter>"),
    ("predict", "vA timeout is not a failure.<enter>"),
    ("follow-up", "3"),
    ("second", "<enter><enter>"),
    ("judged", "SynpG"),
    ("debrief", "<enter><enter>"),
];

#[test]
fn every_step_of_a_mock_interview_at_four_sizes() {
    for (width, height) in SIZES {
        let mut reader = Reader::interviewed(width, height);
        for (name, keys) in MOCK {
            reader = reader.waits(70).types(keys);
            shot(&format!("mock-{name}-{width}x{height}"), &reader);
        }
    }
}

#[test]
fn a_drill_at_four_sizes() {
    for (width, height) in SIZES {
        let mut reader =
            Reader::interviewed(width, height).types("p<enter><enter>vsaid<enter>2y<enter>S<enter><enter>");
        for (name, keys) in [("said", "D"), ("shown", "<enter>"), ("over", "y<enter>p<enter>n<enter>n")] {
            reader = reader.waits(20).types(keys);
            shot(&format!("drill-{name}-{width}x{height}"), &reader);
        }
    }
}

#[test]
fn half_a_mock_interview_in_the_plan_at_four_sizes() {
    for (width, height) in [(120, 36), (80, 24), (60, 15), (20, 5)] {
        let reader = Reader::interviewed(width, height).types("p<enter>M2<enter>vsaid<enter>2").comes_again(0);
        shot(&format!("mock-waits-{width}x{height}"), &reader.types("p"));
    }
}

#[test]
fn what_a_colleague_ticked_at_four_sizes() {
    for (width, height) in [(120, 36), (80, 24), (60, 15), (20, 5)] {
        let mut reader = Reader::interviewed(width, height);
        for (name, keys) in [
            ("list", "p<enter>m"),
            ("ticks", "<enter>ynp"),
            ("result", "<enter>"),
            ("entered", "<enter>k"),
            ("summary", "<esc>"),
        ] {
            reader = reader.types(keys).waits(20);
            shot(&format!("pair-{name}-{width}x{height}"), &reader);
        }
    }
}

#[test]
fn without_colours_and_without_box_drawing() {
    let reader = Reader::interviewed(80, 24).themed(Theme::MONO, Glyphs::Ascii);
    shot("practice-mono-80x24", &reader.types("p<enter><enter>vsaid<enter>1yn"));
}

#[test]
fn long_words_and_wide_characters_at_four_sizes() {
    for (width, height) in SIZES {
        // Everything is planned, and skipped until the question of long words is on.
        let mut reader = Reader::interviewed(width, height).types("p<enter>+++++++++++<enter>");
        while !reader.screen().contains("Donau") {
            reader = reader.types("S").sees(" / ");
        }
        let reader =
            reader.types("i\u{65e5}\u{672c}\u{8a9e} Entscheidungsverantwortungsuebernahmebereitschaft \u{1f642}");
        shot(&format!("practice-long-typing-{width}x{height}"), &reader);
        let reader = reader.types("<tab>3yp");
        shot(&format!("practice-long-reveal-{width}x{height}"), &reader);
        shot(&format!("practice-long-answer-{width}x{height}"), &reader.types("<tab>"));
    }
}

#[test]
fn another_size_at_every_step_and_back_shows_the_same() {
    let mut reader = Reader::interviewed(120, 40);
    for (name, keys) in STEPS {
        reader = reader.types(keys);
        let before = reader.screen();
        reader = reader.resizes(40, 12).resizes(200, 60).resizes(20, 5).resizes(80, 24).resizes(120, 40);
        assert_eq!(reader.screen(), before, "{name}");
    }
}
