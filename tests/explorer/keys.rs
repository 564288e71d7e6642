//! The one key table, wherever it is shown: in the README, in help, in the hints.

use rungs::tui::action::Pane;
use rungs::tui::help::{Help, HelpRow};
use rungs::tui::keymap::{Context, TABLE, markdown};

use super::reader::Reader;

const README: &str = include_str!("../../README.md");

#[test]
fn the_readme_shows_the_key_table() {
    let (_, rest) = README.split_once("<!-- keys -->").expect("where the table begins");
    let (shown, _) = rest.split_once("<!-- /keys -->").expect("where it ends");
    let table = markdown();
    assert!(
        shown.trim() == table.trim(),
        "between `<!-- keys -->` and `<!-- /keys -->` the README should show:\n\n{table}"
    );
}

#[test]
fn every_key_of_a_place_is_in_the_help_asked_for_there() {
    for context in [
        Context::Families,
        Context::Levels,
        Context::Detail,
        Context::Bookmarks,
        Context::Compare,
        Context::Ladder,
        Context::Grid,
        Context::Map,
        Context::Gap,
    ] {
        let help = Help::new(context);
        let is_listed =
            |what: &str| help.rows.iter().any(|row| matches!(row, HelpRow::Binding(row) if row.help == what));
        for binding in TABLE.iter().filter(|binding| binding.contexts.contains(&context)) {
            assert!(is_listed(binding.help), "{context:?}: {}", binding.help);
        }
    }
}

#[test]
fn every_verb_with_a_hint_is_in_some_help() {
    let helps = Context::ALL.map(Help::new);
    for binding in TABLE.iter().filter(|binding| binding.hint.is_some()) {
        let mut rows = helps.iter().flat_map(|help| help.rows.iter());
        let is_listed = rows.any(|row| matches!(row, HelpRow::Binding(row) if row.verb == binding.verb));
        assert!(is_listed, "{}", binding.help);
    }
}

#[test]
fn the_hint_of_help_comes_first_and_whole_on_the_narrowest_screen() {
    for (keys, pane) in [
        ("", Pane::Families),
        ("l", Pane::Levels),
        ("ll", Pane::Detail),
        ("B", Pane::Families),
        ("c", Pane::Families),
        ("v", Pane::Families),
        ("vv", Pane::Families),
        ("m", Pane::Families),
    ] {
        for (width, height) in [(20, 5), (40, 8), (70, 12), (100, 16)] {
            let reader = Reader::sized(width, height).types(keys).in_pane(pane);
            let hints = reader.screen().lines().last().map(str::trim_start).map(str::to_owned);
            assert!(hints.as_deref().is_some_and(|hints| hints.starts_with("?:help")), "{keys}: {hints:?}");
        }
    }
}

#[test]
fn messages_show_the_hint_of_help_too() {
    let reader = Reader::sized(80, 24).types("gm");
    assert!(reader.screen().trim_end().lines().last().is_some_and(|hints| hints.starts_with(" ?:help")));
}

#[test]
fn no_hint_is_cut_in_the_middle() {
    for width in 20..=130 {
        for keys in ["", "l", "ll", "B", "c", "ca", "v", "vv", "m", "/"] {
            let screen = Reader::sized(width, 30).types(keys).screen();
            let hints = screen.lines().last().unwrap_or_default();
            let known = |hint: &str| {
                TABLE.iter().any(|row| row.hint.is_some_and(|word| hint == format!("{}:{word}", row.keys[0])))
            };
            assert!(hints.split_whitespace().all(known), "{width} columns, {keys}: {hints}");
        }
    }
}

#[test]
fn no_key_and_nothing_it_does_is_cut_in_help() {
    for width in [80, 94, 120] {
        for (keys, context) in [
            ("", Context::Families),
            ("ll", Context::Detail),
            ("B", Context::Bookmarks),
            ("c", Context::Compare),
            ("vv", Context::Ladder),
            ("v", Context::Grid),
            ("m", Context::Map),
            ("gr", Context::Gap),
        ] {
            let mut reader = Reader::sized(width, 44).types(keys).types("?");
            let mut seen = reader.screen();
            for _ in 0..60 {
                reader = reader.types("<down>");
                seen.push_str(&reader.screen());
            }
            for binding in TABLE.iter().filter(|binding| binding.contexts.contains(&context)) {
                assert!(seen.contains(binding.help), "{width} columns, {context:?}: {}", binding.help);
                let is_whole = [" ", ", "].iter().any(|after| seen.contains(&format!("  {}{after}", binding.keys[0])));
                assert!(is_whole, "{width} columns, {context:?}: {}", binding.keys[0]);
            }
        }
    }
}
