//! The clock of the machine, where it can hardly be right.

use rungs::domain::practice::StudyDay;
use rungs::tui::effect::Effect;

use super::practising::{answers, practice};
use crate::explorer::reader::Reader;

/// One answer, on the first day.
fn practised() -> Reader {
    Reader::interviewed(100, 30).types("p<enter><enter>v<enter>2<enter>S<enter><esc>")
}

#[test]
fn a_clock_that_was_set_back_is_said_once_and_gone_on_with() {
    let reader = practised().comes_again(-1).types("p");
    let reader = reader.sees("The clock says 2026-04-30, before your last practice on 2026-05-01").sees("Plan");
    let reader = reader.types("<esc>p").does_not_see("The clock says");
    // What is answered is kept under its day, and moves nothing.
    let reader = reader.types("+++++<enter>v<enter>2<enter>S");
    assert_eq!(answers(&reader).len(), 2);
    assert_eq!(practice(&reader).last_day(), Some(StudyDay::from(jiff::civil::date(2026, 5, 1))));
}

#[test]
fn a_clock_a_year_ahead_is_asked_about_before_anything_is_written() {
    let reader = practised().comes_again(400).types("p").sees("Is today 2027-06-05?").sees("is from 2026-05-01");
    let mut reader = reader.types("<enter>xMDmdc+jk").sees("Is today 2027-06-05?");
    let said = |reader: &Reader| reader.world.performed.iter().any(|effect| matches!(effect, Effect::Say(..)));
    reader.world.performed.clear();
    for leave in ["n", "<esc>", "q"] {
        reader = reader.types(leave).sees("1 Families").does_not_see("waits where you left it");
        reader = reader.types("p").sees("Is today 2027-06-05?");
    }
    assert!(!said(&reader));
    // Right, and not asked again.
    let reader = reader.types("y").sees("Plan").sees("due: not yet 400 days ago").types("<esc>p").sees("Plan");
    reader.types("<enter>v<enter>2<enter>S").sees("Result");
}

#[test]
fn a_question_chosen_in_the_role_is_asked_once_the_clock_is_right() {
    let reader = practised().comes_again(400).types("llG<enter>jj<enter>").sees("Is today").types("y");
    reader.sees("Why one ledger has two books").sees(" / 6:00");
}

#[test]
fn weeks_without_practice_are_none_of_the_clocks_business() {
    let reader = practised().comes_again(60).types("p").sees("Plan").does_not_see("clock");
    // A journal that was copied here lately may hold old answers.
    let mut reader = reader.comes_again(400);
    reader.world.touched = Some(reader.world.late.0.moment.day.plus(-3));
    reader.types("p").sees("Plan").does_not_see("Is today");
}

#[test]
fn it_is_asked_at_every_size() {
    for (width, height) in [(120, 36), (80, 24), (60, 15), (20, 5)] {
        let reader = Reader::interviewed(width, height).types("p<enter><enter>v<enter>2<enter>S<enter><esc>");
        crate::explorer::screens::shot(&format!("clock-{width}x{height}"), &reader.comes_again(400).types("p"));
    }
}
