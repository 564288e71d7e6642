//! Through all rungs: following something of a role, the next one, the grid of skills, opening a rung, coming back.

use rungs::tui::action::{Motion, Pane};
use rungs::tui::model::Screen;

use crate::explorer::reader::Reader;

const JUNIOR: &str = "payments/junior";
const SENIOR: &str = "payments/senior";

#[track_caller]
fn in_panes(reader: Reader) -> Reader {
    assert!(matches!(reader.model.screen, Screen::Browse), "{}", reader.screen());
    reader
}

/// In the role of the Senior, on the first of its skills.
fn on_a_skill() -> Reader {
    Reader::new().types("ljjl/idempotency<enter>")
}

#[test]
fn what_the_cursor_is_on_in_a_role_is_followed_through_the_rungs() {
    on_a_skill()
        .types("v")
        .stands_on("~ 3 Senior")
        .sees("> Idempotency")
        .sees("on all 4 rungs (2/5), rises 2->5 by Staff");
    for (words, sees) in
        [("autonomy", "axis 1 of"), ("ledger", "thread "), ("availability", "kpi "), ("technical design", "decision ")]
    {
        Reader::new().types(&format!("ljjl/{words}<enter>v")).sees(sees).sees("3 Senior").sees("> ");
    }
}

#[test]
fn elsewhere_it_is_the_grid_of_the_family() {
    for keys in ["v", "lv", "llv", "ll}v", "bBv"] {
        Reader::new().types(keys).sees("Skills by rungs").sees("Junior  Mid     Senior  Staff");
    }
}

#[test]
fn j_and_k_go_from_rung_to_rung_and_n_and_shift_n_from_skill_to_skill() {
    let reader = on_a_skill().types("vj").stands_on("~ 4 Staff");
    let reader = reader.types("kk").stands_on("~ 2 Mid");
    let reader = reader.types("gg").stands_on("+ 1 Junior");
    let reader = reader.types("G").stands_on("~ 4 Staff").sees("> Idempotency");
    let reader = reader.types("n").stands_on("~ 4 Staff").sees("> Double-entry ledgers");
    let reader = reader.types("N").stands_on("~ 4 Staff").sees("> Idempotency");
    // Around the ends: as many steps forward as there are things to follow.
    let reader = reader.types("N").does_not_see("> Idempotency").types("l").sees("> Idempotency");
    reader.types("hh<right>").does_not_see("> Idempotency");
}

#[test]
fn enter_opens_the_rung_and_history_comes_back_to_the_ladder() {
    let reader = in_panes(on_a_skill().types("vgg<enter>")).reads(JUNIOR).in_pane(Pane::Detail);
    let reader = reader.types("H").stands_on("+ 1 Junior").sees("> Idempotency");
    // What lay under it is where the reader was.
    let reader = in_panes(reader.types("<esc>")).reads(SENIOR).in_pane(Pane::Detail);
    in_panes(reader.types("L")).reads(JUNIOR);
}

#[test]
fn esc_and_q_go_back_to_where_the_reader_was() {
    let stop = on_a_skill().model.browse.detail.cursor.stop;
    for key in ["<esc>", "q"] {
        let reader = in_panes(on_a_skill().types("vnnj").types(key)).stays().reads(SENIOR).in_pane(Pane::Detail);
        assert_eq!(reader.model.browse.detail.cursor.stop, stop);
        in_panes(Reader::new().types("lv").types(key)).stays().in_pane(Pane::Levels);
    }
    let reader = Reader::new().keeping(&[SENIOR]).types("Bv").sees("Skills by rungs").types("<esc>");
    assert!(matches!(reader.model.screen, Screen::Bookmarks(_)));
}

#[test]
fn the_grid_moves_both_ways_says_what_is_under_the_cursor_and_opens_a_skill() {
    let reader = Reader::new().types("v").sees("Idempotency at Junior: 2/5 assisted, core");
    let reader = reader.types("jl").sees("Double-entry ledgers at Mid: 2/5 assisted, core");
    let reader = reader.types("llll").sees("Double-entry ledgers at Staff: 4/5 advanced, core");
    let reader = reader.types("h<left>").sees("Double-entry ledgers at Mid:");
    let reader = reader.types("<enter>").stands_on("~ 2 Mid").sees("> Double-entry ledgers");
    // And back: on the same skill, on the rung that was gone to.
    let reader = reader.types("j<tab>").sees("Double-entry ledgers at Senior: 3/5 independent, core");
    reader.types("v").stands_on("~ 3 Senior").types("n<tab>").sees("at Senior").sees("Skills by rungs");
}

#[test]
fn a_thread_that_was_followed_is_there_again_after_a_look_at_the_grid() {
    let reader = Reader::new().types("ljjl}}}}jv").sees("thread 4 of");
    reader.types("<tab>jj<tab>").sees("thread 4 of");
}

#[test]
fn a_rung_is_marked_bookmarked_and_compared_from_here() {
    let reader = on_a_skill().types("vjbk ");
    assert!(reader.keeps("payments/staff"));
    let reader = reader.sees("Marked Senior Payments Engineer (1 of 4).").types("uu");
    assert!(!reader.keeps("payments/staff"));
    let reader = on_a_skill().types("vc");
    assert!(matches!(reader.model.screen, Screen::Compare(_)));
    assert!(matches!(reader.types("<esc>").model.screen, Screen::Ladder(_)));
}

#[test]
fn a_row_of_a_comparison_is_followed_too() {
    let reader = Reader::new().types("ljjc}}}jv");
    assert!(matches!(reader.model.screen, Screen::Ladder(_)), "{}", reader.screen());
    let reader = reader.sees(" > ").types("<esc>");
    assert!(matches!(reader.model.screen, Screen::Compare(_)));
}

#[test]
fn going_to_and_fro_between_screens_does_not_pile_them_up() {
    let reader = Reader::new().types("vmvmvcvcmvm<esc><esc><esc><esc>");
    in_panes(reader).stays();
}

#[test]
fn a_click_selects_a_rung_or_a_cell_and_a_second_one_opens_it() {
    let reader = on_a_skill().types("v").clicks("4 Staff").stands_on("~ 4 Staff");
    in_panes(reader.clicks("4 Staff")).reads("payments/staff");
    let reader = Reader::new().types("v").clicks("SQL  ").sees("SQL at Junior");
    let reader = reader.clicks("SQL  ").sees("> SQL");
    let reader = reader.wheels(Motion::Down, "1 Junior", 3);
    reader.stands_on("+ 1 Junior");
    let reader = Reader::new().types("v").wheels(Motion::Down, "SQL  ", 2).sees("SQL at Junior");
    reader.types("<esc>").stays();
}

#[test]
fn a_family_of_one_rung_has_a_ladder_too() {
    let reader = Reader::new().types("jv").sees("Skills by rungs").types("<enter>").sees("on the one rung");
    reader.types("jjkk").sees("+ 3 Senior");
}

#[test]
fn nothing_of_a_ladder_is_lost_when_the_window_shrinks_and_grows() {
    let reader = on_a_skill().types("vG").resizes(20, 5);
    let reader = reader.stands_on("~ 4 Staff").resizes(40, 8).resizes(120, 36);
    reader.stands_on("~ 4 Staff").sees("rises 2->5 by Staff");
}
