//! Every screen at every size.

use std::sync::Arc;

use rungs::catalog::Catalog;
use rungs::tui::action::Action;
use rungs::tui::rehearsal::{act, screen};
use rungs::tui::theme::{Glyphs, Theme};

use super::monkey::check_cursors;
use super::reader::Reader;
use crate::ways_in::SCREENS;

/// Somebody who reads the small catalog, or the one about interviews where `keys` lead to them.
fn few_roles(keys: &str) -> Reader {
    let reader = if keys.starts_with('p') { Reader::interviewed(120, 36) } else { Reader::new() };
    reader.keeping_with("payments/senior", &["tag"], &"words ".repeat(50))
}

/// Draws all screens at all sizes up to `most`, growing and shrinking; how many frames that were.
fn draw_all(most_width: u16, most_height: u16, open: impl Fn(&str) -> Reader) -> usize {
    let mut frames = 0;
    for (number, keys) in SCREENS.iter().enumerate() {
        let mut reader = open(keys).types(keys);
        if number % 2 == 1 {
            reader = reader.themed(Theme::MONO, Glyphs::Ascii);
        }
        for height in (1..=most_height).rev() {
            for width in 1..=most_width {
                let width = if height % 2 == 0 { width } else { most_width + 1 - width };
                act(&mut reader.model, &mut reader.world, Action::Resize { width, height });
                check_cursors(&reader.model, &format_args!("{keys} at {width}x{height}"));
                let drawn = screen(&reader.model);
                assert_eq!((drawn.area.width, drawn.area.height), (width, height), "{keys}");
                assert!(drawn.content().iter().any(|cell| cell.symbol() != " "), "{keys} at {width}x{height} is blank");
                frames += 1;
            }
        }
    }
    frames
}

#[test]
fn every_screen_draws_at_every_size_up_to_60x30() {
    draw_all(60, 30, few_roles);
}

#[test]
#[ignore = "minutes long; cargo test --release --test explorer up_to_300x100 -- --ignored"]
fn every_screen_draws_at_every_size_up_to_300x100() {
    let embedded = Arc::new(Catalog::embedded().expect("the embedded catalog"));
    let many_roles = |_: &str| {
        let reader = Reader::at(Arc::clone(&embedded), "payment-systems-engineer/senior", 120, 36);
        reader.keeping_with("payment-systems-engineer/senior", &["tag"], &"words ".repeat(50))
    };
    let frames = draw_all(300, 100, few_roles) + draw_all(300, 100, many_roles);
    println!("figure: {frames} frames of {} screens with two catalogs, 0 panics", SCREENS.len());
}
