//! Drills: what an answer missed, said aloud before it shows; kept, and of no weight for when a question comes back.

use rungs::domain::practice::{Mode, Tick};

use super::practising::{answers, practice};
use crate::explorer::reader::Reader;

/// An answer of which the first must was there and all else missed, and a plan again.
const ANSWERED: &str = "p<enter><enter>vsaid<enter>2y<enter>S<enter><enter>";

#[test]
fn what_was_missed_is_said_before_it_shows_and_moves_nothing() {
    let reader = Reader::interviewed(100, 40).types(ANSWERED).sees("Plan");
    let due = |reader: &Reader| {
        let (_, review) = practice(reader).log()[0].clone();
        let history = practice(reader).history(&review.question, &rungs::domain::practice::Scheduler::default());
        (history.due(), history.counted().count())
    };
    let before = due(&reader);
    let missed = "Stops the retries and holds payouts";
    // Beside it stands what was there, but not itself, and not what is to be said later.
    let reader = reader.types("D").sees("1 OF 4").sees("A MUST WAS MISSING BESIDE").sees("0:00 / 1:30");
    let reader = reader
        .sees("Says that a timeout")
        .does_not_see(missed)
        .does_not_see("Corrects by new")
        .waits(40)
        .types("<enter>")
        .sees(missed);
    let reader = reader.types("<enter>").sees("Was it in what you said?").types("y").sees("2 OF 4");
    let (_, review) =
        practice(&reader).log().last().map(|(stamp, review)| (stamp.clone(), (*review).clone())).expect("kept");
    assert_eq!((review.mode, review.secs, review.ticks.values().next()), (Mode::Drill, 40, Some(&Tick::Hit)));
    let reader = reader.types("<enter>p<enter>n<enter>n").sees("4 signals said in").sees("[p]").sees("[y]");
    assert_eq!(due(&reader), before);
    assert_eq!(practice(&reader).sessions().last().map(|(_, session)| session.reviews.len()), Some(4));
    reader.types("<enter>").sees("15 MINUTES");
}

#[test]
fn a_drill_is_undone_signal_by_signal_and_done_again() {
    let reader = Reader::interviewed(100, 40).types(ANSWERED).types("D<enter>y<enter>n<enter>n<enter>n");
    let reader = reader.sees("4 signals said");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (5, 2));
    let reader = reader.types("u").sees("4 OF 4").sees("IT WAS");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (4, 1));
    let reader = reader.types("u").sees("3 OF 4").types("U").sees("4 OF 4").types("U").sees("4 signals said");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (5, 2));
    // Left half way it waits, and its time with it.
    let reader = reader.types("<enter>D").waits(30).types("<esc>").waits(100).types("p").sees("0:30 / 1:30");
    reader.types("<enter>y").sees("2 OF 4");
}

#[test]
fn with_nothing_to_drill_it_says_why() {
    let reader = Reader::interviewed(100, 40).types("p<enter>D").sees("Nothing to drill yet").sees("15 MINUTES");
    let reader = reader.types("<enter>vsaid<enter>2yyyyyy<enter>S<enter><enter>");
    reader.types("D").sees("Nothing to drill: every signal the level asks was there");
}
