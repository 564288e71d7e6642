//! What roles side by side look like, at four sizes and across families, with styles as text.

use rungs::tui::theme::{Glyphs, Theme};

use super::reader::Reader;
use super::screens::shot;

/// The keys that mark as many of the small catalog's roles as are compared, and open them.
const MARKED: [(&str, &str); 3] = [("two", "lj j c"), ("three", "lj j j c"), ("four", "l j j j c")];
const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 15), (20, 5)];

#[test]
fn two_three_and_four_roles_at_four_sizes() {
    for (count, keys) in MARKED {
        for (width, height) in SIZES {
            // On a row in the middle, so that labels, measures and sentences show even where there is little room.
            let keys = format!("{keys}}}}}}}j");
            shot(&format!("compare-{count}-{width}x{height}"), &Reader::sized(width, height).types(&keys));
        }
    }
}

#[test]
fn the_top_of_a_comparison() {
    shot("compare-top-120x36", &Reader::new().types("ljjc"));
    shot("compare-top-80x24", &Reader::sized(80, 24).types("ljjc"));
    shot("compare-top-40x8", &Reader::sized(40, 8).types("ljjc"));
}

#[test]
fn folded_and_only_differences() {
    for (width, height) in SIZES {
        shot(&format!("compare-folded-{width}x{height}"), &Reader::sized(width, height).types("ljjcO}}o"));
        shot(&format!("compare-differences-{width}x{height}"), &Reader::sized(width, height).types("ljjcd}}}"));
    }
}

#[test]
fn across_families() {
    for (width, height) in SIZES {
        let reader = Reader::sized(width, height).types("ljj <esc>jc}}}}");
        shot(&format!("compare-families-{width}x{height}"), &reader);
    }
}

#[test]
fn another_base_and_columns_that_page() {
    shot("compare-base-120x36", &Reader::new().types("l j j c2}"));
    shot("compare-paged-80x24", &Reader::sized(80, 24).types("l j j j c3hh}"));
}

#[test]
fn without_colours_and_without_box_drawing() {
    let reader = Reader::new().themed(Theme::MONO, Glyphs::Lines).types("jj jjc");
    shot("mono-compare-120x36", &reader.types("}}}}"));
    shot("ascii-compare-80x24", &Reader::sized(80, 24).themed(Theme::TERMINAL, Glyphs::Ascii).types("ljjc"));
    shot("ascii-compare-59x15", &Reader::sized(59, 15).themed(Theme::TERMINAL, Glyphs::Ascii).types("l j j c}"));
}

#[test]
fn the_picker() {
    shot("pick-120x36", &Reader::new().types("ca"));
    shot("pick-80x24", &Reader::sized(80, 24).types("casen"));
    shot("pick-60x15", &Reader::sized(60, 15).types("caeng<down>"));
    shot("pick-20x5", &Reader::sized(20, 5).types("carel"));
}

#[test]
fn roles_of_the_catalog_in_the_binary() {
    let manager = |width, height| Reader::embedded("technical-account-manager/mid", width, height).types(" ");
    let engineer = "asolutions senior<enter><lt>lx";
    for (width, height) in [(120, 36), (80, 24)] {
        let reader = manager(width, height).types("c").types(engineer).types("d}}");
        shot(&format!("real-compare-{width}x{height}"), &reader);
    }
}
