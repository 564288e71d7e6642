//! What each screen looks like, with styles as text. Most are on the small catalog, so that a better sentence in the
//! real one changes few of them.

use ratatui::style::Color;
use rungs::tui::rehearsal::screen;
use rungs::tui::theme::{Glyphs, Theme};

use super::reader::Reader;

/// Compares the screen with the one kept as `name`.
pub(super) fn shot(name: &str, reader: &Reader) {
    let screen = screen(&reader.model);
    if reader.model.theme == Theme::MONO {
        let plain = |colour| colour == Color::Reset;
        assert!(screen.content().iter().all(|cell| plain(cell.fg) && plain(cell.bg)), "{name} has colours");
    }
    if reader.model.glyphs == Glyphs::Ascii {
        assert!(reader.screen().is_ascii(), "{name} is not ASCII");
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(format!("{} {}", reader.model.size, reader.story).trim_end());
    settings.bind(|| insta::assert_snapshot!(name, reader.styled()));
}

/// With something kept: tags, a long note, one role that the catalog no longer has.
fn keeper(width: u16, height: u16) -> Reader {
    let note = "Ask Mara how the reconciliation run is tested.\n\nTwo things to read first: the ledger's design notes, \
                and what went wrong in March, when a provider sent every webhook twice for a day.";
    let reader = Reader::sized(width, height).keeping(&["treasury/lead", "support/mid"]);
    reader.keeping_with("payments/senior", &["target", "2027"], note)
}

#[test]
fn three_panes_from_100_columns() {
    shot("families-120x36", &Reader::new());
    shot("levels-120x36", &keeper(120, 36).types("ljjj b"));
    shot("pins-120x36", &Reader::new().types("ljghjgw b"));
    shot("role-120x36", &Reader::new().types("ljll}}}}"));
    shot("role-end-120x36", &Reader::new().types("ljjllG"));
    shot("zoomed-100x16", &Reader::sized(100, 16).types("llz}}"));
}

#[test]
fn two_panes_from_70_columns() {
    shot("families-80x24", &Reader::sized(80, 24));
    shot("levels-80x24", &Reader::sized(80, 24).types("jjl"));
    shot("role-80x24", &Reader::sized(80, 24).types("ljl}}}"));
}

#[test]
fn one_pane_from_40_columns() {
    shot("families-60x15", &Reader::sized(60, 15));
    shot("levels-60x15", &keeper(60, 15).types("lj "));
    shot("role-60x15", &Reader::sized(60, 15).types("ll}}}}}"));
    shot("role-40x8", &Reader::sized(40, 8).types("ll}}}}}"));
}

#[test]
fn a_tiny_window_and_one_too_small() {
    shot("families-20x5", &Reader::sized(20, 5));
    shot("levels-20x5", &keeper(20, 5).types("ljj"));
    shot("role-20x5", &Reader::sized(20, 5).types("ll}}}j"));
    shot("notice-20x5", &Reader::sized(20, 5).types("b"));
    shot("filter-20x5", &Reader::sized(20, 5).types("/sup"));
    shot("bookmarks-20x5", &keeper(20, 5).types("B"));
    shot("help-20x5", &Reader::sized(20, 5).types("?j"));
    shot("too-small-19x5", &Reader::sized(19, 5));
}

#[test]
fn filters_light_the_letters_that_matched() {
    shot("families-filter-120x36", &Reader::new().types("/eng sup"));
    shot("families-filter-rung-80x24", &Reader::sized(80, 24).types("/staff"));
    shot("levels-filter-120x36", &Reader::new().types("l/L5<enter>"));
    shot("filter-nothing-80x24", &Reader::sized(80, 24).types("l/xyz"));
}

#[test]
fn what_is_found_in_the_role_is_lit() {
    shot("found-120x36", &Reader::new().types("ljjl/ledger<enter>nn"));
    shot("finding-60x15", &Reader::sized(60, 15).types("ll/payment"));
}

#[test]
fn folded_sections_show_their_headings() {
    shot("folded-80x24", &Reader::sized(80, 24).types("ljlO}o"));
}

#[test]
fn bookmarks_with_tags_and_note() {
    shot("bookmarks-120x36", &keeper(120, 36).types("B"));
    shot("bookmarks-80x24", &keeper(80, 24).types("Bjj"));
    shot("bookmarks-60x15", &keeper(60, 15).types("B/target<enter>"));
    shot("bookmarks-empty-80x24", &Reader::sized(80, 24).types("B"));
    shot("tags-80x24", &keeper(80, 24).types("Bt soon"));
}

#[test]
fn help_for_the_pane_it_was_asked_in() {
    shot("help-120x36", &Reader::new().types("?"));
    shot("help-role-80x24", &Reader::sized(80, 24).types("ll?<down><down>"));
    shot("help-filter-80x24", &Reader::sized(80, 24).types("B?bookmark"));
    shot("help-60x15", &Reader::sized(60, 15).types("?"));
}

#[test]
fn what_the_program_has_to_say() {
    shot("welcome-120x36", &Reader::new().welcomed());
    shot("chord-80x24", &Reader::sized(80, 24).types("g"));
    shot("failure-80x24", &Reader::sized(80, 24).hears("Bookmarks could not be saved: the disk is full."));
    let reader = Reader::sized(80, 24).types("bjb").hears("Bookmarks could not be saved: the disk is full.");
    shot("messages-80x24", &reader.types("gm"));
}

#[test]
fn the_way_to_a_role_and_the_roles_most_like_it() {
    for (width, height) in [(120, 36), (80, 24), (60, 15), (20, 5)] {
        let reader = Reader::sized(width, height).types("lghjjgnj");
        shot(&format!("near-{width}x{height}"), &reader);
    }
    shot("near-nowhere-80x24", &Reader::sized(80, 24).types("lgn"));
    shot("near-no-way-80x24", &Reader::sized(80, 24).types("ljjjghkkkgn"));
    shot("near-mono-80x24", &Reader::sized(80, 24).themed(Theme::MONO, Glyphs::Ascii).types("lghjjgnj"));
}

#[test]
fn with_colours_of_their_own() {
    for (theme, name) in
        [(Theme::LIGHT, "light"), (Theme::CONTRAST, "contrast"), (Theme::DARK, "dark"), (Theme::COLOUR_BLIND, "cvd")]
    {
        let reader = Reader::sized(80, 24).themed(theme, Glyphs::Lines).keeping(&["payments/senior"]);
        shot(&format!("{name}-levels-80x24"), &reader.types("l/sen<enter>"));
    }
}

#[test]
fn without_colours() {
    let mono = |reader: Reader| reader.themed(Theme::MONO, Glyphs::Lines);
    shot("mono-levels-120x36", &mono(keeper(120, 36)).types("ljj b"));
    shot("mono-found-80x24", &mono(Reader::sized(80, 24)).types("ljl/ledger"));
    shot("mono-bookmarks-80x24", &mono(keeper(80, 24)).types("B/te"));
}

#[test]
fn without_box_drawing() {
    let ascii = |reader: Reader| reader.themed(Theme::TERMINAL, Glyphs::Ascii);
    shot("ascii-levels-100x16", &ascii(Reader::sized(100, 16)).types("l"));
    shot("ascii-families-60x15", &ascii(Reader::sized(60, 15)));
}

#[test]
fn the_ladder_in_the_binary() {
    // Not the families: each new one would change the screen.
    shot("real-levels-80x24", &Reader::embedded("payment-systems-engineer/senior", 80, 24).types("l"));
    shot("real-role-80x24", &Reader::embedded("payment-systems-engineer/staff", 80, 24).types("llG"));
}
