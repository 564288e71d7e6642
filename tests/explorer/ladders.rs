//! What the ladder and the map look like, on the small catalog and on the real one.

use rungs::tui::theme::{Glyphs, Theme};

use super::reader::Reader;
use super::screens::shot;

/// With something to see on the map.
fn keeper(width: u16, height: u16) -> Reader {
    Reader::sized(width, height).keeping(&["payments/senior", "support/senior"])
}

#[test]
fn one_skill_through_all_rungs() {
    shot("ladder-120x36", &Reader::new().types("ljjl/idempotency<enter>v"));
    shot("ladder-80x24", &Reader::sized(80, 24).types("ljjl/idempotency<enter>v"));
    shot("ladder-60x15", &Reader::sized(60, 15).types("ljjl/idempotency<enter>v"));
    shot("ladder-20x5", &Reader::sized(20, 5).types("ljjl/idempotency<enter>v"));
}

#[test]
fn other_things_through_all_rungs() {
    shot("ladder-thread-120x36", &Reader::new().types("ljjl}}}}jv"));
    shot("ladder-kpi-80x24", &Reader::sized(80, 24).types("ljl/availability<enter>v"));
    shot("ladder-decision-80x24", &Reader::sized(80, 24).types("ljl/technical design<enter>v"));
    shot("ladder-one-rung-80x24", &Reader::sized(80, 24).types("jll}}}jv"));
}

#[test]
fn skills_by_rungs() {
    shot("grid-120x36", &Reader::new().types("vjl"));
    shot("grid-80x24", &Reader::sized(80, 24).types("vjl"));
    shot("grid-60x15", &Reader::sized(60, 15).types("vjl"));
    shot("grid-20x5", &Reader::sized(20, 5).types("vjl"));
}

#[test]
fn families_by_levels() {
    shot("map-120x36", &keeper(120, 36).types("mghllgwh "));
    shot("map-80x24", &keeper(80, 24).types("mghllgwh "));
    shot("map-60x15", &keeper(60, 15).types("mghllgwh "));
    shot("map-20x5", &keeper(20, 5).types("mghllgwh "));
}

#[test]
fn without_colours_and_without_box_drawing() {
    let plain = |reader: Reader| reader.themed(Theme::MONO, Glyphs::Ascii);
    shot("mono-ascii-ladder-100x16", &plain(Reader::sized(100, 16)).types("ljjl/idempotency<enter>v"));
    shot("mono-ascii-grid-80x24", &plain(Reader::sized(80, 24)).types("vjl"));
    shot("mono-ascii-map-80x24", &plain(keeper(80, 24)).types("mghl l"));
}

#[test]
fn the_ladder_in_the_binary() {
    let skill = "/incident command<enter>";
    shot("real-ladder-80x24", &Reader::embedded("payment-systems-engineer/lead", 80, 24).types(&format!("ll{skill}v")));
    shot("real-grid-20x5", &Reader::embedded("payment-systems-engineer/lead", 20, 5).types("v"));
}
