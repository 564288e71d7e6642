//! A colleague interviewed the reader: what they ticked is entered question by question, and replaces one's own ticks.

use rungs::domain::practice::{Mode, Scheduler, Verdict, Weight};

use super::practising::{answers, page, practice};
use crate::explorer::reader::Reader;

/// To the list of what they asked.
const LIST: &str = "p<enter>m";
/// One's own answer to the first question, judged at level, and on to the plan.
const OWN: &str = "p<enter><enter>vsaid<enter>3yyyyy<enter>S<enter><enter>";

/// Of the latest answer what is kept beside its ticks: how it was asked, its seconds, and what was predicted.
fn last(reader: &Reader) -> (Mode, u32, Verdict) {
    let (_, review) = *practice(reader).log().last().expect("an answer");
    assert_eq!((review.predicted, &review.answer, &review.said), (None, &None, &None));
    (review.mode, review.secs, review.rating)
}

#[test]
fn what_a_colleague_ticked_from_the_list_to_the_summary() {
    let reader = Reader::interviewed(100, 40).types(LIST).sees("Asked by a colleague").sees("These were all.");
    let reader = reader.stands_on("The day with 212 captures").waits(100).types("<enter>").sees("Signals");
    // Straight to the signals: no answer, no time, no prediction.
    let reader = reader.sees("06:10. Overnight").does_not_see("Your answer").does_not_see(" / 8:00").waits(900);
    let reader = reader.types("yppnn").types("<enter>").sees("THIN").sees("a colleague ticked").sees("comes back");
    let reader = reader.sees("Your colleague's ticks kept: thin. u to undo.").does_not_see("took ");
    assert_eq!(last(&reader), (Mode::Pair, 0, Verdict::Thin));
    // Back to the list, on the question after it.
    let reader = reader.types("<enter>").stands_on("Why one ledger").sees("thin");
    let reader = reader.types("j<enter>").types("nGy<enter>").sees("NOT YET").types("<enter>");
    let reader = reader.types("G").stands_on("These were all.").types("<enter>").sees("2 answers entered");
    let reader = reader.sees("The day with 212 captures too many: thin").sees("NEXT");
    let sessions = practice(&reader).sessions();
    let [(_, session)] = &sessions[..] else { panic!("one sitting") };
    assert_eq!((session.mode, session.minutes, session.secs, session.reviews.len()), (Mode::Pair, 0, 0, 2));
    reader.types("<enter>").sees("15 MINUTES");
}

#[test]
fn esc_is_the_end_too_and_without_an_answer_it_leads_back_to_the_plan() {
    let reader = Reader::interviewed(100, 40).types(LIST).types("<esc>").sees("15 MINUTES");
    let reader = reader.types("mG<enter>").sees("15 MINUTES");
    assert!(practice(&reader).sessions().is_empty());
    let reader = reader.types("m<enter>y<enter><enter><esc>").sees("1 answer entered");
    assert_eq!(practice(&reader).sessions().len(), 1);
    // From the summary more is entered; what is there says so.
    reader.types("m").sees("not yet").types("<esc>").sees("15 MINUTES");
}

#[test]
fn their_ticks_replace_ones_own_of_the_day() {
    let reader = Reader::interviewed(100, 40).types(OWN).sees("Plan");
    assert_eq!(answers(&reader), ["lost-day: at level"]);
    let reader = reader.types("m<enter>").types("nyynn<enter>").sees("replaces your own answer of today");
    let reader = reader.sees("comes back tomorrow");
    assert_eq!(answers(&reader), ["lost-day: at level", "lost-day: not yet"]);
    let id = "payments/senior#lost-day".parse().expect("an id");
    let history = practice(&reader).history(&id, &Scheduler::default());
    assert_eq!(history.attempts().iter().map(|it| it.weight).collect::<Vec<_>>(), [Weight::Replaced, Weight::Counts]);
    assert_eq!(history.letters(5), "n");
    // Progress counts theirs, and the prediction stays held against one's own.
    let reader = reader.types("<enter><esc><enter><esc>gp").sees("at level 1 time").does_not_see("2 times");
    // Undone, one's own counts again.
    let reader = reader.types("<esc>p").types("u").sees("Signals");
    let history = practice(&reader).history(&id, &Scheduler::default());
    assert_eq!((history.letters(5).as_str(), history.attempts().len()), ("A", 1));
}

#[test]
fn a_question_entered_twice_is_put_right_and_undo_goes_back_through_all_of_it() {
    let reader = Reader::interviewed(100, 40).types(LIST).types("<enter>").types("nn<enter>").sees("NOT YET");
    let reader = reader.types("<enter>").types("k<enter>").sees("[n] Says that a timeout").types("yyyyy<enter>");
    let reader = reader.sees("AT LEVEL");
    assert_eq!(answers(&reader), ["lost-day: at level"]);
    let reader = reader.types("u").sees("NOT YET");
    assert_eq!(answers(&reader), ["lost-day: not yet"]);
    let reader = reader.types("<ctrl-r>").sees("AT LEVEL").types("<enter><esc>").sees("1 answer entered");
    let reader = reader.types("u").sees("NOT YET");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (1, 0));
    let reader = reader.types("uuu").sees("[ ] Says that a timeout").types("uuuuuuuu").sees("Nothing to undo");
    assert!(answers(&reader).is_empty());
}

#[test]
fn after_a_restart_it_is_undone_as_what_it_was() {
    let reader = Reader::interviewed(100, 40).types(LIST).types("<enter>").types("yyyyn<enter><enter><esc>");
    let reader = reader.comes_again(0).types("p").sees("MINUTES").types("u").sees("[y] Says that a timeout");
    let reader = reader.does_not_see("Your answer").types("p<enter>").sees("a colleague ticked");
    assert_eq!(last(&reader), (Mode::Pair, 0, Verdict::AtLevel));
    let reader = reader.types("<enter>").sees("These were all.");
    // What was entered before the restart is marked, and on another day it is not.
    let reader = reader.types("<esc>").comes_again(1).types("pm").sees("These were all.");
    assert!(!page(&reader).contains("at level"));
}

#[test]
fn leaving_half_way_loses_no_tick() {
    let reader = Reader::interviewed(100, 40).types(LIST).types("<enter>").types("yn");
    let before = page(&reader);
    let reader = reader.types("<esc>").sees("Practice waits where you left it").types("p");
    assert_eq!(page(&reader), before);
}

#[test]
fn ones_own_verdict_and_the_weakest_signal_are_there_too() {
    let reader = Reader::interviewed(100, 40).types(LIST).types("<enter>").types("yyynn<enter>o2").sees("your word");
    let reader = reader.types("r").sees("ONCE MORE").types("y").sees("Said once more").types("<enter><esc>");
    reader.sees("1 answer entered").sees("too many: thin");
}
