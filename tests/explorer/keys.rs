//! The one key table, wherever it is shown: in the README, in help, in the hints.

use rungs::tui::action::Pane;
use rungs::tui::help::{Help, HelpRow};
use rungs::tui::keymap::{Context, Keymap, markdown, table};

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
        Context::Progress,
        Context::Stories,
        Context::Story,
        Context::Recall,
        Context::Recalled,
        Context::Start,
        Context::Plan,
        Context::Pairing,
        Context::Ask,
        Context::Predict,
        Context::Reveal,
        Context::FollowUp,
        Context::Result,
        Context::Judge,
        Context::OnceMore,
        Context::Summary,
    ] {
        let help = Help::new(context, Keymap::default());
        let is_listed =
            |what: &str| help.rows.iter().any(|row| matches!(row, HelpRow::Binding(row) if row.help == what));
        for binding in table().filter(|binding| binding.contexts.contains(&context)) {
            assert!(is_listed(binding.help), "{context:?}: {}", binding.help);
        }
    }
}

#[test]
fn every_verb_with_a_hint_is_in_some_help() {
    let helps = Context::ALL.map(|context| Help::new(context, Keymap::default()));
    for binding in table().filter(|binding| binding.hint.is_some()) {
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
        ("gp", Pane::Families),
        ("gs", Pane::Families),
    ] {
        for (width, height) in [(20, 5), (40, 8), (70, 12), (100, 16)] {
            let reader = Reader::sized(width, height).types(keys).in_pane(pane);
            let hints = reader.screen().lines().last().map(str::trim_start).map(str::to_owned);
            assert!(hints.as_deref().is_some_and(|hints| hints.starts_with("?:help")), "{keys}: {hints:?}");
        }
    }
}

/// The way through practice, and what has the keys at each step.
const PRACTICE: [(&str, Context); 17] = [
    ("p", Context::Start),
    ("p<enter>", Context::Plan),
    ("p<enter><enter>", Context::Ask),
    ("p<enter><enter>v<enter>", Context::Predict),
    ("p<enter><enter>v<enter>3", Context::Reveal),
    ("p<enter><enter>v<enter>3<enter>", Context::FollowUp),
    ("p<enter><enter>v<enter>3<enter>S", Context::Result),
    ("p<enter><enter>v<enter>3<enter>So", Context::Judge),
    ("p<enter><enter>v<enter>3<enter>Sr", Context::OnceMore),
    ("p<enter><enter>v<enter>3<enter>S<enter>", Context::Summary),
    ("p<enter>m", Context::Pairing),
    ("p<enter>M", Context::Lengths),
    ("p<enter><enter>v<enter>3<enter>S<enter><enter>D", Context::Drill),
    ("p<enter><enter>v<enter>3<enter>S<enter><enter>D<enter>", Context::Drilled),
    ("p<enter>M1", Context::WarmUp),
    ("p<enter>M1<enter>", Context::Interview),
    ("p<enter>M1<enter>v<enter>2", Context::Further),
];

#[test]
fn every_step_of_practice_hints_help_first_and_every_key_it_hints_works() {
    for (keys, context) in PRACTICE {
        for (width, height) in [(20, 5), (40, 8), (80, 24), (120, 40)] {
            // A notice lies over the hints of a tiny screen until the next key.
            let reader = Reader::interviewed(width, height).types(keys).types("J");
            assert_eq!(reader.model.context(), context, "{keys}");
            let screen = reader.screen();
            let hints = screen.lines().last().unwrap_or_default().trim_start();
            assert!(hints.starts_with("?:help"), "{keys} at {width}x{height}: {hints:?}");
        }
        for binding in table().filter(|row| row.contexts.contains(&context) && row.hint.is_some()) {
            let before = Reader::interviewed(120, 40).types(keys).types("<ctrl-l>");
            let after = Reader::interviewed(120, 40).types(keys).types("<ctrl-l>");
            let named = format!("<{}>", binding.keys[0]);
            let after = after.types(if binding.keys[0].len() == 1 { binding.keys[0] } else { &named });
            let moved = after.model.over || after.screen() != before.screen();
            assert!(moved, "{context:?}: {named} ({}) changes nothing on the screen", binding.help);
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
        for keys in ["", "l", "ll", "B", "c", "ca", "v", "vv", "m", "gp", "gs", "/"] {
            let screen = Reader::sized(width, 30).types(keys).screen();
            let hints = screen.lines().last().unwrap_or_default();
            let known =
                |hint: &str| table().any(|row| row.hint.is_some_and(|word| hint == format!("{}:{word}", row.keys[0])));
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
            ("gp", Context::Progress),
            ("gs", Context::Stories),
            PRACTICE[2],
            PRACTICE[4],
            PRACTICE[6],
        ] {
            let mut reader = Reader::interviewed(width, 44).types(keys).types("?");
            let mut seen = reader.screen();
            for _ in 0..90 {
                reader = reader.types("<down>");
                seen.push_str(&reader.screen());
            }
            for binding in table().filter(|binding| binding.contexts.contains(&context)) {
                assert!(seen.contains(binding.help), "{width} columns, {context:?}: {}", binding.help);
                let is_whole = [" ", ", "].iter().any(|after| seen.contains(&format!("  {}{after}", binding.keys[0])));
                assert!(is_whole, "{width} columns, {context:?}: {}", binding.keys[0]);
            }
        }
    }
}
