//! What the search over everything and the pages of skills and KPIs look like.

use rungs::tui::theme::{Glyphs, Theme};

use super::reader::Reader;
use super::screens::shot;

const SENIOR: &str = "payment-systems-engineer/senior";

#[test]
fn everything_searched() {
    shot("search-120x36", &Reader::embedded(SENIOR, 120, 36).types("sledger staff"));
    shot("search-80x24", &Reader::embedded(SENIOR, 80, 24).types("sreconciliation<down><down>"));
    shot("search-60x15", &Reader::embedded(SENIOR, 60, 15).types("sreconciliation<down><down>"));
    shot("search-20x5", &Reader::embedded(SENIOR, 20, 5).types("sreconciliation<down>"));
}

#[test]
fn the_search_before_anything_is_typed_and_after_something_was() {
    shot("search-empty-80x24", &Reader::embedded(SENIOR, 80, 24).types("s"));
    let again = Reader::embedded(SENIOR, 80, 24).types("sledger<enter>sidempotency<enter>s<backspace>");
    shot("search-recent-80x24", &again.types("<ctrl-u>"));
}

#[test]
fn words_that_are_wrong_and_words_that_are_near() {
    shot("search-wrong-80x24", &Reader::embedded(SENIOR, 80, 24).types("slevel:stuff ledger"));
    shot("search-near-80x24", &Reader::embedded(SENIOR, 80, 24).types("sreconcilliation"));
    shot("search-value-80x24", &Reader::embedded(SENIOR, 80, 24).types("slevel:st"));
    shot("search-nothing-60x15", &Reader::embedded(SENIOR, 60, 15).types("sqqqqzzzz"));
}

#[test]
fn notes_and_stories_found() {
    let reader = Reader::embedded(SENIOR, 80, 24).keeping_with(SENIOR, &["target"], "Ask about zebras.");
    let story = "+++\ntitle = \"A zebra in the ledger\"\n+++\n\n## Headline\n\nFound it.\n";
    let reader = reader.with_story("a-zebra", story);
    shot("search-kept-80x24", &reader.types("szebra"));
}

#[test]
fn a_skill_and_who_needs_it() {
    let at = |width, height| Reader::embedded(SENIOR, width, height).types("sskill: reconciliation<enter>");
    shot("skill-120x36", &at(120, 36));
    shot("skill-80x24", &at(80, 24));
    shot("skill-60x15", &at(60, 15).types("j"));
    shot("skill-20x5", &at(20, 5).types("j"));
}

#[test]
fn a_kpi_and_who_is_measured_by_it() {
    shot("kpi-80x24", &Reader::embedded(SENIOR, 80, 24).types("skpi: reconciliation<enter>"));
}

#[test]
fn without_colours_and_without_box_drawing() {
    let plain = |reader: Reader| reader.themed(Theme::MONO, Glyphs::Ascii);
    shot("mono-ascii-search-100x24", &plain(Reader::embedded(SENIOR, 100, 24)).types("sledger staff<tab>"));
    shot("mono-ascii-skill-80x24", &plain(Reader::embedded(SENIOR, 80, 24)).types("sskill: idempotency<enter>"));
}
