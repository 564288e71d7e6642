//! Roles side by side: opening them, reading, changing the columns, following a cell and coming back.

use rungs::tui::action::{Motion, Pane};
use rungs::tui::model::Screen;

use crate::explorer::reader::Reader;

const JUNIOR: &str = "payments/junior";
const MID: &str = "payments/mid";
const SENIOR: &str = "payments/senior";
const STAFF: &str = "payments/staff";

#[test]
fn without_marks_it_is_this_role_and_the_next_rung() {
    for keys in ["c", "lc", "llc", "gc"] {
        Reader::new().types(keys).compares(&[JUNIOR, MID], 2).sees("1 level up, Junior to Mid, on one ladder");
    }
    Reader::new().types("ljjc").compares(&[SENIOR, STAFF], 2);
}

#[test]
fn the_highest_rung_is_compared_with_the_one_below() {
    Reader::new().types("lGkc").compares(&[SENIOR, STAFF], 2).sees("1 level up, Senior to Staff");
}

#[test]
fn the_only_rung_of_a_ladder_says_what_to_do() {
    let reader = Reader::new().types("jc").reads("reliability/senior");
    reader
        .sees("The only rung of its ladder: mark it and another with space, then c.")
        .types(" jc")
        .compares(&["reliability/senior", "support/mid"], 2);
}

#[test]
fn marks_are_compared_in_the_order_they_were_made() {
    let reader = Reader::new().types("ljj kk ").sees("c:compare 2").types("c").compares(&[SENIOR, JUNIOR], 2);
    reader.sees("2 levels down, Senior to Junior").types("qj c").compares(&[SENIOR, JUNIOR, MID], 2);
}

#[test]
fn one_mark_is_compared_with_the_role_under_the_cursor() {
    Reader::new().types("l jjc").compares(&[JUNIOR, SENIOR], 2);
    // On the marked role itself it is no different from none.
    Reader::new().types("lj c").compares(&[MID, SENIOR], 2);
}

#[test]
fn a_role_that_is_gone_is_left_out() {
    let reader = Reader::new().keeping(&["treasury/lead"]).types("Bc").sees("No role here to compare");
    reader.types(" qc").compares(&[JUNIOR, MID], 2);
}

#[test]
fn it_opens_from_the_bookmarks_and_closes_back_to_them() {
    let reader = Reader::new().keeping(&[JUNIOR, SENIOR, "support/mid"]).types("B/pay<enter>jc");
    let reader = reader.compares(&[JUNIOR, MID], 2).does_not_see("newest first").types("jjdx<esc>");
    reader.sees("newest first").sees("/pay").sees("2/2").types("<esc><esc>").reads(JUNIOR).in_pane(Pane::Families);
}

#[test]
fn closing_leaves_the_panes_as_they_were() {
    for close in ["q", "<esc>"] {
        let before = Reader::new().types("ljl}}j");
        let screen = before.styled();
        let after = before.types("cjjjdOl1x").types(close);
        assert_eq!(after.types("<ctrl-l>").styled(), screen);
    }
}

#[test]
fn j_and_k_read_all_of_a_row_that_is_higher_than_the_screen() {
    let mut reader = Reader::embedded("payment-systems-engineer/senior", 20, 5).types("c");
    let first = reader.screen();
    let (mut down, mut last) = (String::new(), String::new());
    let mut presses = 0;
    while last != reader.screen() {
        last = reader.screen();
        down.push_str(&last);
        reader = reader.types("j");
        presses += 1;
        assert!(presses < 900, "the end never comes\n{last}");
    }
    for words in ["Designs one state", "expired", "chargeback or", "agreed state."] {
        assert!(down.contains(words), "{words:?} was skipped");
    }
    assert_eq!(reader.types(&"k".repeat(presses)).screen(), first, "who is compared stands above all");
}

#[test]
fn sections_are_walked_and_folded() {
    let reader = Reader::new().types("c}").stands_on("- SCOPE  3 of 3 differ");
    let reader = reader.types("}}{").stands_on("- RESPONSIBILITIES");
    let reader = reader.types("<enter>").stands_on("+ RESPONSIBILITIES").does_not_see("Payment flows");
    let reader = reader.types("<enter>").stands_on("- RESPONSIBILITIES").sees("Payment flows");
    let reader = reader.types("jjo").stands_on("+ RESPONSIBILITIES").does_not_see("Payment flows");
    let reader = reader.types("oO").stands_on("+ RESPONSIBILITIES").sees("+ MOVES").does_not_see("[#");
    // The verdict stays: it is what a folded section comes to.
    let reader = reader.sees("1 level up, Junior to Mid").sees("all 3 axes wider");
    reader.types("O").stands_on("- RESPONSIBILITIES").sees("[#");
}

#[test]
fn only_differences_keeps_the_cursor_on_its_row() {
    let reader = Reader::new().types("ljjc}}}jj").sees("= SQL").sees("6 of 8 differ");
    let name = reader.line().split("  ").next().expect("a label").to_owned();
    assert!(name.starts_with("~ "), "{name}");
    let reader = reader.types("d").stands_on(&name).sees("only differences").does_not_see("= ").sees("6 of 8 differ");
    reader.types("d").stands_on(&name).sees("= ");
}

#[test]
fn a_row_that_is_hidden_leaves_the_cursor_on_its_section() {
    let mut reader = Reader::new().types("ljjc}}}");
    while !reader.line().starts_with("= ") {
        reader = reader.types("j");
    }
    reader.types("d").stands_on("- SKILLS");
}

#[test]
fn any_column_is_the_base() {
    let reader = Reader::new().types("ljjc").sees("base: 1 Senior Payments Engineer").sees("wider 4->5");
    let reader = reader.types("2").sees("base: 2 Staff Payments Engineer").sees("1 level down").sees("narrower 5->4");
    reader.types("3").sees("There are 2 roles here, no 3: a adds one.").sees("base: 2").types("1").sees("base: 1");
}

#[test]
fn a_column_goes_up_and_down_its_ladder_past_the_others() {
    let reader = Reader::new().types("c").compares(&[JUNIOR, MID], 2).types("n").compares(&[JUNIOR, SENIOR], 2);
    let reader = reader.types("+").compares(&[JUNIOR, STAFF], 2).types("n").sees("No other rung above Staff");
    let reader = reader.types("hn").compares(&[MID, STAFF], 1).types("nn").sees("No other rung above Senior");
    let reader = reader.compares(&[SENIOR, STAFF], 1).types("lN").compares(&[SENIOR, MID], 2);
    reader.types("-").compares(&[SENIOR, JUNIOR], 2).types("N").sees("No other rung below Junior");
}

#[test]
fn columns_change_places_and_the_base_goes_with_its_role() {
    let reader = Reader::new().types("l j j c").compares(&[JUNIOR, MID, SENIOR], 2);
    let reader = reader.types("<lt>").compares(&[MID, JUNIOR, SENIOR], 1).sees("base: 2 Junior");
    let reader = reader.types("<lt>").compares(&[MID, JUNIOR, SENIOR], 1).types(">>");
    let reader = reader.compares(&[JUNIOR, SENIOR, MID], 3).sees("base: 1 Junior").types(">");
    reader.compares(&[JUNIOR, SENIOR, MID], 3);
}

#[test]
fn columns_are_taken_away_down_to_two() {
    let reader = Reader::new().types("l j j cx").compares(&[JUNIOR, SENIOR], 2);
    let reader = reader.types("x").sees("Two roles are the fewest").compares(&[JUNIOR, SENIOR], 2);
    drop(reader);
    // Without its base the first is judged against.
    Reader::new().types("l j j c2x").compares(&[JUNIOR, SENIOR], 2).sees("base: 1 Junior");
    Reader::new().types("l j j c3hx").compares(&[MID, SENIOR], 1).sees("base: 2 Senior");
}

#[test]
fn a_picked_role_becomes_a_column() {
    let reader = Reader::new().types("ca").sees("Compare with").does_not_see("> Payments Engineer");
    let reader = reader.types("sen rel").sees("> Senior Reliability Engineer").sees("1/1").types("<enter>");
    let reader = reader.compares(&[JUNIOR, MID, "reliability/senior"], 3).does_not_see("Compare with");
    let reader = reader.types("asupp<down><enter>").compares(&[JUNIOR, MID, "reliability/senior", "support/senior"], 4);
    reader.types("a").sees("Four roles are the most to compare: x takes one away.").does_not_see("Compare with");
}

#[test]
fn the_picker_closes_without_a_change() {
    let reader = Reader::new().types("catreasury").sees("no role is called that").types("<enter>").sees("treasury");
    let reader = reader.types("<esc>").sees("1/5").types("<esc>").does_not_see("Compare with");
    reader.compares(&[JUNIOR, MID], 2).types("aq").sees("> q").types("<ctrl-c>").leaves();
}

#[test]
fn the_picker_starts_on_the_ladder_of_the_column_and_matches_exactly_if_told() {
    let reader = Reader::new().types("jjc").compares(&["support/mid", "support/senior"], 2).types("hnna");
    let reader = reader.sees("> Junior Payments Engineer").types("<esc>q");
    drop(reader);
    let reader = Reader::new().types("ca").sees("> Senior Payments Engineer").types("snr").sees("> Senior");
    reader.types("<ctrl-t>").sees("no role is called that").sees("exact");
}

#[test]
fn a_cell_leads_to_its_role_and_back() {
    let reader = Reader::new().types("ljjcd}j<enter>").reads(STAFF).in_pane(Pane::Detail).does_not_see("base:");
    let reader = reader.types("H").compares(&[SENIOR, STAFF], 2).sees("only differences");
    let reader = reader.stands_on("~ Autonomy").types("h<enter>").reads(SENIOR).types("H");
    let reader = reader.compares(&[SENIOR, STAFF], 1).types("L").reads(SENIOR).types("H<esc>");
    reader.reads(SENIOR).in_pane(Pane::Levels);
}

#[test]
fn a_move_leads_to_its_role_and_one_outside_says_so() {
    let reader = Reader::new().types("ljjcG").stands_on("+ Director of ");
    let reader = reader.types("<enter>").sees("Director of Engineering is not in this catalog.");
    let reader = reader.types("{jj").stands_on("~ Senior Reliability").types("<enter>");
    reader.reads("reliability/senior").sees("H goes back to the comparison.").types("H").compares(&[SENIOR, STAFF], 2);
}

#[test]
fn back_and_forward_pass_through_a_comparison() {
    let reader = Reader::new().types("ljjl").types("Gk<enter>").reads("reliability/senior");
    let reader = reader.types(" hhjlc").compares(&["reliability/senior", "support/senior"], 2);
    let reader = reader.types("H").reads(SENIOR).types("L").compares(&["reliability/senior", "support/senior"], 2);
    assert!(matches!(reader.model.screen, Screen::Compare(_)));
}

#[test]
fn where_columns_page_the_base_stays_and_the_cursor_leads() {
    let reader = Reader::sized(80, 24).types("l j j j c").sees("columns 1, 2 of 4").sees(">2 Payments Engineer");
    let reader = reader.types("ll").sees("columns 1, 4 of 4").sees(">4 Staff").types("2").sees("columns 2, 4 of 4");
    let reader = reader.types("hh").sees(">2 Payments").types("h").sees("columns 2, 1 of 4").sees(">1 Junior");
    reader.types("<left>").sees(">1 Junior").types("<tab><tab>").sees("columns 2, 3 of 4");
}

#[test]
fn help_runs_what_the_screen_can_do() {
    let reader = Reader::new().types("c?").sees("COMPARE").types("differ<enter>").sees("only differences");
    reader.types("?h").sees("Help").types("<esc><esc>").compares(&[JUNIOR, MID], 2).types("Q").leaves();
}

#[test]
fn the_wheel_scrolls_and_a_click_selects_row_and_column() {
    let reader = Reader::new().types("c").wheels(Motion::Down, "all 3 axes wider", 3);
    let reader = reader.does_not_see("STEP UP").clicks("Sits beside the person");
    let reader = reader.stands_on("~ ");
    drop(reader);
    let reader = Reader::new().types("cl").clicks("base, 1 Junior").compares(&[JUNIOR, MID], 1);
    let reader = reader.clicks("- SCOPE").stands_on("- SCOPE").clicks("- SCOPE").sees("+ SCOPE").clicks("+ SCOPE");
    reader.sees("- SCOPE").stands_on("- SCOPE").comes_back().clicks("- SCOPE").sees("- SCOPE");
}

#[test]
fn the_mouse_picks_too() {
    let reader = Reader::new().types("ca").clicks("Senior Support Engineer").clicks("> Senior Support");
    let reader = reader.compares(&[JUNIOR, MID, "support/senior"], 3).types("a");
    reader.clicks("rungs   Compare").does_not_see("type to filter");
}

#[test]
fn a_comparison_follows_the_window() {
    let reader = Reader::new().types("l j j cljjj");
    let row = reader.line().split("  ").next().expect("a label").to_owned();
    for (width, height) in [(20, 5), (59, 15), (60, 15), (80, 24), (300, 100), (19, 4), (120, 36)] {
        let reader = Reader::new().types("l j j cljjj").resizes(width, height);
        if width >= 20 {
            drop(reader.stands_on(&row));
        }
    }
}
