//! Searching everything: typing, completing, opening what was found where it was found, coming back to the search.

use rungs::domain::RoleId;
use rungs::tui::action::Pane;
use rungs::tui::document::Stop;
use rungs::tui::effect::Effect;
use rungs::tui::model::{Overlay, Screen};

use crate::explorer::reader::Reader;

const SENIOR: &str = "payment-systems-engineer/senior";

/// Somebody who reads the senior payments role and searches.
fn reader() -> Reader {
    Reader::embedded(SENIOR, 120, 36)
}

/// What is typed in the open search.
fn typed(reader: &Reader) -> &str {
    match &reader.model.overlay {
        Some(Overlay::Search(search)) => search.line.text(),
        other => panic!("no search but {other:?}"),
    }
}

#[test]
fn a_few_letters_and_enter_are_enough_for_a_role() {
    let reader = reader().types("sstaff ker<enter>").reads("kernel-engineer/staff").in_pane(Pane::Detail);
    // It was a jump like any other.
    reader.types("H").reads(SENIOR);
}

#[test]
fn a_role_opens_at_the_line_that_matched() {
    let reader = reader().types("s'dual control").sees("RESPONSIBILITIES").types("<enter>");
    let detail = &reader.model.browse.detail;
    let stop = detail.document.stop(detail.cursor.stop);
    assert!(matches!(stop, Some(Stop::Thread(_))), "{stop:?}\n{}", reader.screen());
}

#[test]
fn a_question_opens_in_its_role_with_the_interview_unfolded_and_nothing_of_its_rubric() {
    let reader = reader().types("squestion: 9,000 payouts<enter>").reads(SENIOR).sees("9,000 payouts before 15:30");
    assert!(!reader.screen().contains("MUST"));
    reader.types("<enter>").sees("Practice");
}

#[test]
fn a_skill_opens_its_page_and_from_there_the_roles_that_need_it() {
    let reader = reader().types("sskill: reconciliation<enter>").sees("NEEDED IN ");
    let Screen::Term(page) = &reader.model.screen else { panic!("{}", reader.screen()) };
    let role = page.role().cloned().expect("a role");
    let reader = reader.types("<enter>").reads(role.as_str()).in_pane(Pane::Detail).sees("Reconciliation");
    // Back is the page as it was; there the ladder shows this skill on every rung, and closing ends in the explorer.
    let reader = reader.types("H").sees("NEEDED IN ").types("v").sees("> Reconciliation");
    reader.types("q").sees("NEEDED IN ").types("q").sees("1 Families");
}

#[test]
fn a_family_opens_at_its_lowest_rung_and_a_bookmarked_set_side_by_side() {
    let reader = reader().types("sfamily: kernel<enter>").reads("kernel-engineer/staff").in_pane(Pane::Levels);
    let reader = reader.types("H");
    let set = reader.types("cbqB").types("t").types("zebra set<enter>q");
    let set = set.types("szebra<enter>");
    assert!(matches!(set.model.screen, Screen::Compare(_)), "{}", set.screen());
}

#[test]
fn the_search_is_there_again_with_its_cursor_until_something_else_is_typed() {
    let reader = reader().types("sledger<down><down><esc>s");
    assert_eq!(typed(&reader), "ledger");
    let Some(Overlay::Search(search)) = &reader.model.overlay else { panic!() };
    assert_eq!(search.cursor.stop, 2);
    // Moving keeps it, a letter begins another.
    let reader = reader.types("<down>");
    assert_eq!(typed(&reader), "ledger");
    let reader = reader.types("<esc>sk");
    assert_eq!(typed(&reader), "k");
    let reader = reader.types("<esc>s").pastes("kafka");
    assert_eq!(typed(&reader), "kafka");
    reader.types("<esc>").stays();
}

#[test]
fn what_led_somewhere_is_offered_again() {
    let reader = reader()
        .types("sledger<enter>sidempotency<enter>s")
        .types("<ctrl-u>")
        .sees("idempotency  again")
        .sees("ledger  again");
    let reader = reader.types("<down><enter>");
    assert_eq!(typed(&reader), "ledger");
    reader.sees("role     ");
}

#[test]
fn the_last_search_is_there_after_a_restart() {
    let left = reader().types("sledger<down><esc>").place();
    let reader = Reader::reopening(left).types("s");
    assert_eq!(typed(&reader), "ledger");
}

#[test]
fn right_takes_the_rest_of_a_word_that_shows() {
    let reader = reader().types("slev<right>");
    assert_eq!(typed(&reader), "level:");
    let reader = reader.types("sta<right>");
    assert_eq!(typed(&reader), "level:staff");
    // In the middle of the line it is a letter on.
    let reader = reader.types("<left><left><right>x");
    assert_eq!(typed(&reader), "level:stafxf");
}

#[test]
fn tab_marks_roles_for_comparing_and_stays() {
    let reader = reader().types("srole: payments senior<tab>").sees(">* role");
    let Some(Overlay::Search(_)) = &reader.model.overlay else { panic!("it closed") };
    assert_eq!(reader.model.browse.marks.iter().map(RoleId::as_str).collect::<Vec<_>>(), [SENIOR]);
    reader.types("<esc>sskill: ledger<tab>").sees("Only roles can be marked");
}

#[test]
fn a_note_is_found_as_soon_as_it_is_written() {
    let reader = reader().types("szebra").sees("Nothing is found").types("<esc>");
    let reader = reader.with_editor("Zebras in the ledger.").types("e");
    let reader = reader.types("szebra").sees("note").types("<enter>");
    reader.reads(SENIOR);
}

#[test]
fn a_small_catalog_is_searched_without_asking_the_world_at_each_key() {
    let reader = reader().types("sledger");
    let asked = reader.world.performed.iter().filter(|effect| matches!(effect, Effect::Seek { .. })).count();
    assert_eq!(asked, 1, "only the first answer comes with the index");
}

#[test]
fn a_wrong_letter_is_forgiven_and_a_wrong_facet_named() {
    reader().types("sreconcilliation").sees("near: ").sees("Reconciliation");
    reader().types("slevel:stuff ledger").sees("no such level");
}
