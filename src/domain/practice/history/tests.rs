//! What answers come to, whatever their days.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::practice::{Mode, sample};

fn review(day: StudyDay, mode: Mode, rating: Verdict) -> Review {
    Review { mode, ..sample::review("payments/senior#lost-day", day, rating) }
}

fn on(day: i32) -> StudyDay {
    StudyDay::from(date(2026, 5, 1)).plus(day)
}

fn history(attempts: &[(i32, Mode, Verdict)]) -> History {
    let reviews = attempts.iter().map(|(day, mode, rating)| review(on(*day), *mode, *rating));
    History::of(reviews, &Scheduler::default())
}

use Mode::{Drill, Mock, Pair, Practice, Redo};
use Verdict::{AtLevel, NotYet, Thin};

#[test]
fn a_question_comes_back_as_fsrs_says() {
    let history = history(&[(0, Practice, AtLevel), (2, Mock, AtLevel), (13, Practice, AtLevel)]);
    assert_eq!(history.due(), Some(on(13 + 45)));
    assert_eq!(history.letters(5), "AAA");
    assert_eq!(history.freshness(on(13)), Some(Freshness::Fresh));
}

#[test]
fn only_the_first_cold_answer_of_a_day_moves_the_memory() {
    let once = history(&[(0, Practice, NotYet)]);
    let again = history(&[(0, Practice, NotYet), (0, Redo, AtLevel), (0, Practice, AtLevel), (0, Drill, AtLevel)]);
    assert_eq!((again.due(), again.memory()), (once.due(), once.memory()));
    assert_eq!(again.attempts().len(), 4);
    // An answer after the signals were seen does not move it on another day either.
    assert_eq!(history(&[(0, Practice, NotYet), (1, Redo, AtLevel)]).due(), once.due());
}

#[test]
fn a_clock_that_was_set_back_moves_nothing() {
    let before = history(&[(0, Practice, AtLevel), (2, Practice, AtLevel)]);
    let after = history(&[(0, Practice, AtLevel), (2, Practice, AtLevel), (1, Practice, NotYet)]);
    assert_eq!((after.due(), after.memory()), (before.due(), before.memory()));
}

#[test]
fn what_a_colleague_ticked_replaces_ones_own_ticks_of_the_day_whichever_came_first() {
    let theirs = history(&[(0, Practice, Thin), (3, Pair, NotYet)]);
    let after = history(&[(0, Practice, Thin), (3, Practice, AtLevel), (3, Pair, NotYet)]);
    let before = history(&[(0, Practice, Thin), (3, Pair, NotYet), (3, Practice, AtLevel)]);
    for both in [&after, &before] {
        assert_eq!((both.due(), both.memory(), both.letters(5)), (theirs.due(), theirs.memory(), "tn".to_owned()));
        assert_eq!(both.attempts().len(), 3);
    }
    let weights = |history: &History| history.attempts().iter().map(|attempt| attempt.weight).collect::<Vec<_>>();
    assert_eq!(weights(&after), [Weight::Counts, Weight::Replaced, Weight::Counts]);
    assert_eq!(weights(&before), [Weight::Counts, Weight::Counts, Weight::Passed]);
    // Of two colleagues on one day the first counts, and on the day after nothing is replaced.
    assert_eq!(history(&[(0, Pair, Thin), (0, Pair, AtLevel)]).memory(), history(&[(0, Pair, Thin)]).memory());
    assert_eq!(history(&[(0, Practice, AtLevel), (1, Pair, NotYet)]).letters(5), "An");
}

#[test]
fn ticks_that_replace_ones_own_are_a_first_answer_where_that_was_one() {
    let pair = |day| review(on(day), Pair, AtLevel);
    let own = review(on(0), Practice, AtLevel);
    assert!(History::default().is_first(&own) && History::default().is_first(&pair(0)));
    let known = history(&[(0, Practice, AtLevel)]);
    assert!(known.is_first(&own) && known.is_first(&pair(0)) && !known.is_first(&pair(1)));
    assert!(!history(&[(0, Pair, AtLevel)]).is_first(&own));
}

#[test]
fn an_undone_answer_leaves_the_next_one_of_its_day_to_count() {
    assert_eq!(history(&[(0, Practice, Thin)]).due(), Some(on(1)));
    assert_eq!(history(&[(0, Practice, AtLevel)]).due(), Some(on(2)));
}

#[test]
fn what_passes_the_interview_comes_back_before_it_once() {
    let interview = InterviewDay::on(date(2026, 5, 20));
    let seen = history(&[(0, Practice, AtLevel), (2, Practice, AtLevel), (13, Practice, AtLevel)]);
    for spread in 0..8 {
        let due = seen.due_before(Some(interview), spread, on(14)).expect("a day");
        assert_eq!(due, interview.window().plus(i32::try_from(spread % 4).expect("small")));
        assert!(interview.is_near(due));
    }
    // Once answered in the window it keeps its own day, and after the interview the cap is lifted.
    let again = history(&[(0, Practice, AtLevel), (2, Practice, AtLevel), (16, Practice, AtLevel)]);
    assert_eq!(again.due_before(Some(interview), 0, on(17)), again.due());
    assert_eq!(seen.due_before(Some(interview), 0, on(19)), seen.due());
    assert_eq!(seen.due_before(None, 0, on(14)), seen.due());
    // What comes back before it by itself does so.
    let weak = history(&[(0, Practice, NotYet)]);
    assert_eq!(weak.due_before(Some(interview), 3, on(0)), Some(on(1)));
}

fn attempt() -> impl Strategy<Value = (i32, Mode, Verdict)> {
    let mode = proptest::sample::select(vec![Practice, Mock, Pair, Redo, Drill]);
    (0_i32..60, mode, proptest::sample::select(&Verdict::ALL))
}

proptest! {
    #[test]
    fn a_question_that_was_answered_is_due_after_that_day(attempts in proptest::collection::vec(attempt(), 1..30)) {
        let history = history(&attempts);
        if let (Some(due), Some(last)) = (history.due(), history.last_day()) {
            prop_assert!(last < due && due <= last.plus(45));
        }
        let days: Vec<StudyDay> = history.counted().map(|review| review.moment.day).collect();
        prop_assert!(days.windows(2).all(|pair| pair.first() < pair.last()), "{days:?}");
    }

    #[test]
    fn with_a_colleagues_ticks_memory_is_what_it_were_without_ones_own_of_that_day(
        mut attempts in proptest::collection::vec((0_i32..12, attempt()), 1..30),
    ) {
        for (day, attempt) in &mut attempts {
            attempt.0 = *day;
        }
        // In the order of days, as a log is; within a day in any.
        attempts.sort_by_key(|(day, _)| *day);
        let attempts: Vec<_> = attempts.into_iter().map(|(_, attempt)| attempt).collect();
        let paired = |day: i32| attempts.iter().any(|(other, mode, _)| *other == day && *mode == Pair);
        let theirs: Vec<_> = attempts.iter().copied().filter(|(day, mode, _)| *mode == Pair || !paired(*day)).collect();
        let (all, theirs) = (history(&attempts), history(&theirs));
        prop_assert_eq!((all.due(), all.memory(), all.letters(99)), (theirs.due(), theirs.memory(), theirs.letters(99)));
        for counted in all.counted().filter(|review| paired(on(0).days_until(review.moment.day))) {
            prop_assert_eq!(counted.mode, Pair);
        }
    }

    #[test]
    fn every_question_last_seen_before_the_window_is_due_before_the_interview(
        attempts in proptest::collection::vec(attempt(), 1..20),
        (spread, ahead) in (any::<u32>(), 5_i32..60),
    ) {
        let history = history(&attempts);
        let Some(last) = history.last_day() else { return Ok(()) };
        let interview = InterviewDay::on(last.plus(ahead).date());
        let due = history.due_before(Some(interview), spread, last.plus(1)).expect("a day");
        prop_assert!(due < interview.day(), "due {due}, interview {}", interview.day());
    }
}
