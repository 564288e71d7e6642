//! Getting around: panes, sections, jumps, and ways out.

use rungs::tui::action::Pane;
use rungs::tui::model::{Overlay, Screen};

use crate::explorer::reader::Reader;

/// Keys that open everything that can be open.
const OPEN: [&str; 14] =
    ["", "l", "llG", "z", "llz}}", "/eng", "l/sen<enter>", "ll/led", "/zzz", "g", "bB/pay", "bBt tag", "B?book", "gm"];

#[test]
fn a_role_is_three_keys_away() {
    Reader::new().types("ljj").reads("payments/senior").sees("Senior Payments Engineer");
    Reader::new().types("jjl").reads("support/mid").in_pane(Pane::Levels);
}

#[test]
fn another_family_opens_on_the_level_last_chosen() {
    Reader::new().types("ljjhjj").reads("support/senior");
}

#[test]
fn enter_goes_on_and_h_goes_out() {
    let reader = Reader::new().types("<enter><enter>").in_pane(Pane::Detail);
    reader.types("h").in_pane(Pane::Levels).types("hh").in_pane(Pane::Families);
}

#[test]
fn tab_and_digits_go_to_panes() {
    let reader = Reader::new().types("<tab><tab>").in_pane(Pane::Detail).types("<tab>").in_pane(Pane::Families);
    reader
        .types("<shift-tab>")
        .in_pane(Pane::Detail)
        .types("2")
        .in_pane(Pane::Levels)
        .types("1")
        .in_pane(Pane::Families);
}

#[test]
fn esc_never_quits_and_leads_home() {
    for keys in OPEN {
        let reader = Reader::new().types(keys).types(&"<esc>".repeat(20)).stays().in_pane(Pane::Families);
        assert!(matches!(reader.model.screen, Screen::Browse) && reader.model.overlay.is_none(), "{keys}");
    }
}

#[test]
fn no_esc_is_for_nothing_before_home() {
    for (width, height) in [(120, 36), (80, 24), (60, 15)] {
        for keys in OPEN {
            let mut reader = Reader::sized(width, height).types(keys).types("<left>");
            loop {
                let before = reader.screen();
                reader = reader.types("<esc>");
                if reader.screen() == before {
                    break;
                }
            }
            let reader = reader.in_pane(Pane::Families);
            assert!(reader.model.overlay.is_none(), "{keys} at {width}x{height}");
        }
    }
}

#[test]
fn q_closes_what_is_open_and_then_quits() {
    Reader::new().types("Bq").stays().does_not_see("newest first").types("q").leaves();
    Reader::new().types("gmq").stays().does_not_see("Messages").types("q").leaves();
}

#[test]
fn q_in_a_field_is_a_letter() {
    Reader::new().types("/qQ").stays().sees("/qQ");
    Reader::new().types("?q").stays().sees("> q");
}

#[test]
fn ctrl_c_quits_from_anywhere() {
    for keys in OPEN {
        Reader::new().types(keys).types("<ctrl-c>").leaves();
    }
}

#[test]
fn a_move_leads_to_its_role_and_h_and_l_go_back_and_forward() {
    let reader = Reader::new().types("ljjlGk").sees(">  Senior Reliability Engineer");
    let reader = reader.types("<enter>").reads("reliability/senior").in_pane(Pane::Detail);
    let reader = reader.types("H").reads("payments/senior").sees(">  Senior Reliability Engineer");
    reader.types("L").reads("reliability/senior").types("L").sees("Nothing to go forward to.");
}

#[test]
fn going_back_finds_the_same_line_where_one_pane_shows() {
    let reader = Reader::sized(60, 15).types("ljjlGk<enter>").reads("reliability/senior");
    reader.types("H").reads("payments/senior").sees(">  Senior Reliability Engineer");
    let reader = Reader::sized(60, 15).types("ljjlGk<enter>h").in_pane(Pane::Levels);
    reader.types("H").in_pane(Pane::Detail).sees(">  Senior Reliability Engineer");
}

#[test]
fn a_move_out_of_the_catalog_says_so() {
    Reader::new().types("ljjlG<enter>").reads("payments/senior").sees("Engineering Manager is not in this catalog.");
}

#[test]
fn a_passage_shows_its_role_and_enter_goes_there() {
    let reader = Reader::new().types("lk").reads("support/mid").sees("2 Levels - Payments Engineer");
    let reader = reader.types("<enter>").reads("support/mid").sees("2 Levels - Support Engineer");
    reader.types("H").reads("payments/junior").sees("2 Levels - Payments Engineer");
}

#[test]
fn the_way_back_from_the_top_of_a_ladder_is_its_top() {
    Reader::new().types("lG<enter>").reads("reliability/senior").types("H").reads("payments/staff");
}

#[test]
fn braces_go_from_section_to_section() {
    let reader = Reader::new().types("ll}").sees(">- WHAT ENTRY TAKES").types("}}").sees(">- SCOPE");
    reader.types("{").sees(">- SUMMARY").types("{{{{").sees(">- WHAT ENTRY TAKES");
}

#[test]
fn a_section_folds_and_unfolds() {
    let reader = Reader::new().types("ll}}jo").sees(">+ SUMMARY").does_not_see("person on call, without carrying");
    reader.types("<enter>").sees(">- SUMMARY").sees("person on call, without carrying");
}

#[test]
fn what_is_folded_stays_folded_on_the_next_role() {
    let reader = Reader::new().types("llO").sees("+ SKILLS  8").types("hj").reads("payments/mid").sees("+ SKILLS  8");
    reader.types("O").sees("- SUMMARY");
}

#[test]
fn z_shows_one_pane_alone_and_again_all() {
    let reader = Reader::new().types("llz").does_not_see("1 Families").sees("3 Role");
    reader.types("z").sees("1 Families").types("z<esc>").sees("1 Families").in_pane(Pane::Detail);
}

#[test]
fn capital_j_scrolls_the_role_from_any_pane() {
    let reader = Reader::new().sees("1-31/85").types("JJ").in_pane(Pane::Families).sees("3-33/85");
    reader.types("K").sees("2-32/85");
}

#[test]
fn a_chord_waits_for_its_second_key_and_shows_what_there_is() {
    let reader = Reader::new().types("Gg").sees("g and then").types("g").reads("payments/junior");
    reader.types("g<esc>").does_not_see("g and then").types("gb").sees("Bookmarks, newest first");
}

#[test]
fn help_runs_the_entry_under_its_cursor() {
    Reader::new().types("?theme<enter>").sees("Theme: mono.").sees("mono");
    Reader::new().types("l?mark the role<enter>").sees("Marked Junior Payments Engineer (1 of 4).");
    Reader::new().types("?quit from<enter>").leaves();
}

#[test]
fn help_is_searched_by_word_and_by_key() {
    Reader::new().types("?editor").sees("write a note in your editor").does_not_see("next theme");
    Reader::new().types("?/editor").sees("write a note in your editor").does_not_see("next theme");
    Reader::new().types("?/").sees("> /  ").sees("filter the list");
    Reader::new().types("?ctrl-l").sees("draw the screen anew").does_not_see("next theme");
    Reader::new().types("?xyzzy").sees("no key does that").types("<esc>").sees("FAMILIES").stays();
}

#[test]
fn help_answers_for_the_pane_it_was_asked_in() {
    Reader::new().types("ll?").sees("next section").does_not_see("open the role");
    let reader = Reader::new().types("B?").sees("open the role").does_not_see("next section");
    assert!(matches!(reader.model.overlay, Some(Overlay::Help(_))));
}
