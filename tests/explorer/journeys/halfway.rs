//! A mock interview that the program ended in the middle of: it waits in the plan, goes on where it was, or is left.

use rungs::domain::practice::{Mode, Prediction};
use rungs::store::{Practised, Remark};
use rungs::tui::effect::Effect;
use rungs::tui::model::Screen;

use super::practising::{answers, practice};
use crate::explorer::reader::Reader;

/// To the first of four questions.
const BEGUN: &str = "p<enter>M2<enter>";

/// On to the next question, whatever more is asked.
fn next(mut reader: Reader, heading: &str) -> Reader {
    for _ in 0..6 {
        let screen = reader.screen();
        if screen.contains(heading) && !screen.contains("FOLLOW-UP") {
            return reader;
        }
        reader = reader.types("<enter>");
    }
    panic!("no {heading}\n{}", reader.screen())
}

/// Two answers given, one aloud and one typed; the third question is on.
fn half(reader: Reader) -> Reader {
    let reader = reader.types(BEGUN).waits(60).types("vheld the payouts<enter>3");
    let reader = next(reader, "QUESTION 2 OF 4").waits(30).types("iTwo books balance.<tab>1");
    next(reader, "QUESTION 3 OF 4").waits(10)
}

#[test]
fn it_waits_in_the_plan_and_goes_on_at_the_question_that_was_not_answered() {
    let reader = half(Reader::interviewed(100, 40)).comes_again(0).types("p");
    let reader =
        reader.sees("a mock of 00:00 waits: 2 answers to judge, 2 questions not asked: enter goes on, x leaves it");
    let reader = reader.types("<enter>").sees("QUESTION 3 OF 4").sees("0:00 / ").sees("43:30 left");
    // The rest of it, and then all four are judged, with what was said, written, foretold and the time it took.
    let reader = reader.types("S").sees("QUESTION 4 OF 4").types("vlast<enter>2");
    let mut reader = reader;
    while !reader.screen().contains("Signals") {
        reader = reader.types("<enter>");
    }
    let reader = reader.sees("held the payouts").sees("you predicted at level").types("<enter>").sees("took 1:00 of");
    let reader = reader.types("<enter>").sees("Two books balance.").sees("you predicted not yet").types("<enter>");
    let reader = reader.sees("took 0:30 of").types("<enter>").sees("last").types("<enter><enter>").sees("DEBRIEF");
    let reader = reader.sees("3 of 4 questions answered in 1:30 of 45:00");
    let log = practice(&reader).log();
    assert!(log.iter().all(|(_, review)| review.mode == Mode::Mock && review.cold), "{log:?}");
    let predicted: Vec<_> = log.iter().map(|(_, review)| review.predicted).collect();
    assert_eq!(predicted, [Some(Prediction::AtLevel), Some(Prediction::NotYet), Some(Prediction::Close)]);
    assert_eq!(practice(&reader).sessions().len(), 1);
    // Now nothing waits, today or another day.
    let reader = reader.types("<enter>").does_not_see("waits").comes_again(1).types("p").does_not_see("waits");
    assert_eq!(practice(&reader).waiting(&"payments/senior".parse().expect("an id")), None);
}

#[test]
fn it_is_left_by_x_and_that_is_undone() {
    let reader = half(Reader::interviewed(100, 40)).comes_again(3).types("p").sees("of 1970-01-01 00:00 waits");
    let reader = reader.types("x").does_not_see("waits:").sees("The mock interview is left").sees("MINUTES");
    let reader = reader.types("u").sees("2 answers to judge");
    // Below it the plan is as ever: begun, swapped, put aside.
    let reader = reader.types("jx").sees("2 answers to judge").types("X").sees("PUT ASIDE").types("u");
    let reader = reader.types("j<enter>").sees("/ ").does_not_see("QUESTION").types("v<enter>2").sees("Signals");
    assert!(answers(&reader).is_empty());
}

#[test]
fn answers_that_were_all_given_wait_for_their_signals_only() {
    let reader = half(Reader::interviewed(100, 40)).types("F").sees("Now each answer beside its signals");
    let reader = reader.comes_again(0).types("p").sees("waits: 2 answers to judge: enter goes on");
    let reader = reader.types("<enter>").sees("Signals").sees("held the payouts").types("yy<enter>").sees("Result");
    // Half judged, the rest waits.
    let reader = reader.comes_again(0).types("p").sees("waits: 1 answer to judge: enter");
    let reader = reader.types("<enter>").sees("Two books balance.").types("<enter><enter>").sees("DEBRIEF");
    reader.types("<enter>").does_not_see("waits");
}

#[test]
fn an_answer_that_was_taken_back_does_not_wait() {
    // Answered, gone back to, skipped.
    let reader = Reader::interviewed(100, 40).types("p<enter>M1<enter>vfirst<enter>2");
    let reader = next(reader, "QUESTION 2 OF 2").types("uu").sees("QUESTION 1 OF 2").types("S");
    let reader = reader.sees("QUESTION 2 OF 2").types("vsecond<enter>2");
    let mut reader = reader;
    while !reader.screen().contains("Signals") {
        reader = reader.types("<enter>");
    }
    let again =
        reader.comes_again(0).types("p").sees("waits: 1 answer to judge: enter").types("<enter>").sees("second");
    again.does_not_see("first");
    // Answered and gone back to, and then the end: nothing was answered.
    let reader = Reader::interviewed(100, 40).types("p<enter>M1<enter>vfirst<enter>2");
    let reader = next(reader, "QUESTION 2 OF 2").types("uu").sees("QUESTION 1 OF 2").types("F").sees("nothing is kept");
    reader.types("<enter>").does_not_see("waits");
}

#[test]
fn an_answer_counts_as_given_before_it_is_foretold() {
    let reader = Reader::interviewed(100, 40).types(BEGUN).types("vsaid<enter>").sees("How will it do?");
    let again = reader.comes_again(0).types("p").sees("1 answer to judge, 3 questions not asked");
    again.types("<enter>").sees("QUESTION 2 OF 4").types("F").sees("said").does_not_see("you predicted");
    let reader = Reader::interviewed(100, 40).types(BEGUN).types("ityped<tab>").sees("How will it do?");
    let again = reader.comes_again(0).types("p").sees("1 answer to judge").types("<enter>F").sees("typed");
    // Nothing of this is a step that could be undone.
    again.types("u").sees("Nothing to undo");
}

#[test]
fn a_question_alone_leaves_nothing_that_waits() {
    let reader = Reader::interviewed(100, 40).types(BEGUN).types("ibegun<esc>").comes_again(0).types("p");
    reader.sees("PRACTISE FOR").does_not_see("waits");
}

#[test]
fn what_is_kept_by_the_way_is_nothing_but_what_happened() {
    let reader = half(Reader::interviewed(100, 40)).types("F<enter><enter>");
    let kinds = reader.world.performed.iter().filter_map(|effect| match effect {
        Effect::Say(remarks, _) => Some(remarks.iter().map(|remark| match remark {
            Remark::Practised(Practised::Given(_)) => "given",
            Remark::Practised(Practised::Over { .. }) => "over",
            Remark::Practised(Practised::Review(_)) => "review",
            _ => "other",
        })),
        _ => None,
    });
    // Each answer when it was given and when it was foretold.
    let kinds: Vec<_> = kinds.flatten().collect();
    assert_eq!(kinds, ["given", "given", "given", "given", "over", "review"]);
    let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
    assert_eq!(screen.sitting.question().map(ToString::to_string).as_deref(), Some("payments/senior#two-books"));
}
