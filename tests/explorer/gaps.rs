//! What the gap screen looks like at four sizes, with styles as text.

use rungs::domain::gap::{Item, Kind, Rating};
use rungs::store::{Entry, Remark, Stamper};
use rungs::tui::theme::{Glyphs, Theme};

use super::reader::Reader;
use super::screens::shot;

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 15), (20, 5)];
/// I am the mid engineer and want to be the senior one.
const FROM_MID: &str = "ljghjgwgt";

/// A reader who rated one skill on earlier days.
fn rated(width: u16, height: u16) -> Reader {
    let mut reader = Reader::sized(width, height);
    let mut stamper = Stamper::new();
    for (figure, day) in [(1, "2025-01-03T12:00:00Z"), (2, "2026-01-05T12:00:00Z")] {
        let item = Item::Skill { skill: "idempotency".parse().expect("an id") };
        let record = Remark::Rating { item, value: Rating::figure(Kind::Skill, figure) };
        let stamp = stamper.stamp(day.parse().expect("a time"));
        reader.world.practice.apply(&Entry { stamp, record });
    }
    reader
}

#[test]
fn what_is_short_not_rated_and_met_at_four_sizes() {
    for (width, height) in SIZES {
        let keys = format!("{FROM_MID}j4j0}}}}aj1d");
        shot(&format!("gap-{width}x{height}"), &rated(width, height).types(&keys));
    }
}

#[test]
fn earlier_ratings_and_evidence() {
    let keys = format!("{FROM_MID}3e2026-05-01 retry keys for payouts<enter>");
    for (width, height) in SIZES {
        shot(&format!("gap-evidence-{width}x{height}"), &rated(width, height).types(&keys));
    }
    for (width, height) in SIZES {
        let keys = format!("{FROM_MID}e2026-05-01 retry");
        shot(&format!("gap-typing-{width}x{height}"), &rated(width, height).types(&keys));
    }
}

#[test]
fn nothing_kept_says_what_to_press() {
    for (width, height) in SIZES {
        shot(&format!("gap-empty-{width}x{height}"), &Reader::sized(width, height).types("lgt"));
    }
}

#[test]
fn without_colours_and_without_box_drawing() {
    let keys = format!("{FROM_MID}3e2026-05-01 retry keys<enter>}}s");
    let reader = rated(80, 24).themed(Theme::MONO, Glyphs::Ascii).types(&keys);
    shot("gap-mono-80x24", &reader);
}
