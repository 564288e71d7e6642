//! The mouse and the size of the window.

use rungs::tui::action::{Motion, Pane};
use rungs::tui::effect::Effect;

use crate::explorer::reader::Reader;

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let reader = Reader::new().clicks("3 Senior Payments").reads("payments/senior").in_pane(Pane::Levels);
    reader.clicks("3 Senior Payments").in_pane(Pane::Detail);
    let reader = Reader::new().clicks("Support Engineer         2").reads("support/mid").in_pane(Pane::Families);
    reader.clicks("Support Engineer         2").in_pane(Pane::Levels);
}

#[test]
fn the_click_that_gives_the_window_the_focus_only_selects() {
    let reader = Reader::new().types("ljj").comes_back().clicks("3 Senior Payments").in_pane(Pane::Levels);
    reader.clicks("3 Senior Payments").in_pane(Pane::Detail);
}

#[test]
fn a_click_on_a_heading_and_again_folds_it() {
    let reader = Reader::new().clicks("- SUMMARY").in_pane(Pane::Detail).sees(">- SUMMARY");
    reader.clicks("- SUMMARY").sees(">+ SUMMARY");
}

#[test]
fn a_click_on_nothing_changes_nothing_but_the_pane() {
    Reader::new().clicks("path [1]").in_pane(Pane::Levels).reads("payments/junior");
    Reader::new().types("B").clicks("Note (e").sees("newest first");
}

#[test]
fn a_click_in_help_selects_then_runs_and_beside_it_closes() {
    let reader = Reader::new().types("?").clicks("bookmarks, newest first").sees("> B, g b");
    reader.clicks("bookmarks, newest first").sees("Bookmarks, newest first");
    Reader::new().types("?").clicks(" A small ").does_not_see("Help:");
}

#[test]
fn a_click_in_the_bookmarks_selects_then_opens() {
    let reader = Reader::new().keeping(&["payments/mid", "support/senior"]).types("B").clicks("Payments Engineer");
    reader.sees("> Payments Engineer").clicks("Payments Engineer").reads("payments/mid").in_pane(Pane::Detail);
}

#[test]
fn while_tags_are_typed_the_mouse_leaves_the_bookmark_alone() {
    let reader = Reader::new().keeping(&["payments/mid", "support/senior"]).types("Btmine");
    let reader = reader.clicks("Payments Engineer").wheels(Motion::Down, "Payments Engineer", 2).types("<enter>");
    assert!(reader.bookmark("payments/mid").is_some_and(|bookmark| bookmark.tags().is_empty()));
    assert!(reader.bookmark("support/senior").is_some_and(|bookmark| bookmark.tags().len() == 1));
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer() {
    let reader = Reader::new().wheels(Motion::Down, "- SUMMARY", 2).in_pane(Pane::Families).sees("7-37/85");
    reader.wheels(Motion::Up, "- SCOPE", 1).sees("4-34/85");
    Reader::new().wheels(Motion::Down, "Reliability Engineer     1", 2).reads("support/mid");
    Reader::new().wheels(Motion::Down, "path [1]", 1).reads("payments/mid").in_pane(Pane::Families);
}

#[test]
fn a_long_note_scrolls_to_its_end_and_back_at_once() {
    let note = (1..=40).map(|line| format!("line {line}.")).collect::<Vec<_>>().join("\n");
    let reader = Reader::sized(80, 24).keeping_with("payments/mid", &[], &note).types("B").sees("line 1.");
    let reader =
        reader.types(&"J".repeat(100)).sees("line 40.").does_not_see("line 33.").types("K").does_not_see("line 40.");
    reader.wheels(Motion::Down, "line 38.", 5).sees("line 40.");
}

#[test]
fn percent_leaves_the_mouse_to_the_terminal() {
    let reader = Reader::new().types("%").sees("the terminal's");
    assert_eq!(reader.world.performed, [Effect::Mouse(false)]);
    assert_eq!(reader.types("%").world.performed, [Effect::Mouse(false), Effect::Mouse(true)]);
}

#[test]
fn another_size_keeps_pane_role_and_line() {
    let mut reader = Reader::new().types("ljjl}}}}jj").sees(">  Ledger");
    for (width, height) in [(80, 24), (60, 15), (20, 5), (10, 2), (250, 60), (120, 36)] {
        reader = reader.resizes(width, height).in_pane(Pane::Detail).reads("payments/senior");
    }
    reader.sees(">  Ledger");
}

#[test]
fn another_size_keeps_where_a_hidden_list_was_scrolled_to() {
    let reader = Reader::sized(60, 15).types("ljj").sees("rungs").does_not_see("people come from");
    let reader = reader.types("l").resizes(60, 16).resizes(60, 15).types("h");
    reader.sees("1 Junior Payments Engineer").sees("> 3 Senior Payments Engineer");
}

#[test]
fn another_size_keeps_what_is_being_typed() {
    Reader::new()
        .types("/sup")
        .resizes(60, 15)
        .sees("/sup")
        .types("p")
        .sees("/supp")
        .resizes(120, 36)
        .reads("support/mid");
}

#[test]
fn two_panes_slide_over_the_three() {
    let reader = Reader::sized(80, 24).sees("1 Families").sees("2 Levels").does_not_see("3 Role");
    let reader =
        reader.types("l").does_not_see("1 Families").sees("  < Engineering").sees("3 Role").types("l").sees("2 Levels");
    reader.types("hh").sees("1 Families");
}
