//! What cleaning promises of any text: nothing forbidden is left, cleaning again changes nothing, no letter is long, and
//! it takes as many cells as whoever draws it thinks.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rungs::text::{SafeText, width};
use unicode_segmentation::UnicodeSegmentation;

use super::texts::{ODD, RAW};
use crate::tried::broken;

/// Texts of pieces that meet where nobody thought they would.
fn texts() -> impl Strategy<Value = String> {
    let pieces: Vec<&'static str> = RAW.iter().chain(ODD).copied().collect();
    let signs = "\u{200d}\u{fe0f}\u{fe0e}\u{301}\u{345}\u{1f3fb}\u{1f469}\u{1f1e9}\u{2764}\u{11a8}\u{ac00}\u{1100}\u{1161}\u{e33}\u{93f}\u{94d}\u{600}\u{ff9e}\u{20e3}*#\u{1f}\u{9b}\u{202e}\u{e0041}\r\n\t \u{344}\u{958}\u{2126}\u{fb1d}\u{1d15e}";
    let signs: Vec<char> = signs.chars().collect();
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        4 => prop::sample::select(signs).prop_map(String::from),
        2 => prop::sample::select(pieces).prop_map(str::to_owned),
        1 => (prop::sample::select(vec!['\u{301}', '\u{fe0f}', '\u{200d}', '\u{e34}', 'e']), 1..200_usize)
            .prop_map(|(c, count)| String::from(c).repeat(count)),
        2 => "[a-z ]{1,6}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// How many cells whoever draws fills with `line`.
fn drawn(line: &str) -> usize {
    let room = u16::try_from(width(line) + 9).unwrap();
    let (end, _) = Buffer::empty(Rect::new(0, 0, room, 1)).set_stringn(0, 0, line, room.into(), Style::new());
    end.into()
}

/// Why what becomes of `raw` is not as promised, if it is not.
fn wrong(raw: &str) -> Option<&'static str> {
    let line = SafeText::line(raw);
    let is = |wrong: bool, why: &'static str| wrong.then_some(why);
    broken(raw)
        .or_else(|| is(line.graphemes(true).any(|letter| letter.len() > 64), "a letter is longer than 64 bytes"))
        .or_else(|| is(width(&line) != drawn(&line), "it is not as wide as it is drawn"))
}

fn any_text_is_cleaned(cases: u32) {
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let cleaned = runner.run(&texts(), |raw| {
        let why = catch_unwind(AssertUnwindSafe(|| wrong(&raw))).unwrap_or(Some("it panics"));
        prop_assert_eq!(why, None);
        Ok(())
    });
    if let Err(error) = cleaned {
        panic!("{error}");
    }
    println!("figure: {cases} texts, 0 broken");
}

/// The control: a text that nobody cleaned is called forbidden, all but those whose only fault is a break.
#[test]
fn a_text_as_it_came_is_caught() {
    for raw in RAW {
        assert!(raw.chars().any(|c| crate::tried::is_forbidden(c) || c.is_control()), "{raw:?} would pass");
    }
}

#[test]
fn every_hostile_text_is_cleaned() {
    for raw in RAW.iter().chain(ODD) {
        assert_eq!(wrong(raw), None, "{raw:?}");
    }
}

#[test]
fn twenty_thousand_texts_are_cleaned() {
    any_text_is_cleaned(20_000);
}

#[test]
#[ignore = "a minute long; cargo test --release --test security a_million -- --ignored"]
fn a_million_texts_are_cleaned() {
    any_text_is_cleaned(1_000_000);
}
