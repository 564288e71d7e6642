//! Practice in the journal: answers count whatever the order of their lines, and undoing one is as if it had never been.

use std::fs;

use jiff::Timestamp;
use proptest::prelude::*;
use rungs::domain::practice::{
    History, InterviewDay, Mode, Moment, Prediction, Review, Scheduler, StudyDay, Tick, Verdict,
};
use rungs::domain::{RoleId, WholeQuestionId};
use rungs::store::{Entry, EntryId, Given, Journal, Over, Practice, Practised, Remark, Session, Stamp, Stamper};

use super::nook::{Nook, role};

fn question(number: usize) -> WholeQuestionId {
    format!("payments/senior#q-{number}").parse().unwrap()
}

fn day(number: i32) -> StudyDay {
    StudyDay::from(jiff::civil::date(2026, 5, 1)).plus(number)
}

fn id(number: usize) -> EntryId {
    format!("w-{number}").as_str().into()
}

fn review(of: usize, on: i32, rating: u8) -> Remark {
    let rating = Verdict::try_from(rating).unwrap();
    Remark::Practised(Practised::Review(Box::new(Review {
        question: question(of),
        rev: 1,
        role: role(1),
        moment: Moment { off: 120, day: day(on) },
        mode: Mode::Practice,
        secs: 300,
        predicted: None,
        ticks: [("unknown-not-failed".parse().unwrap(), Tick::Hit)].into(),
        flags: vec![1],
        derived: rating,
        rating,
        cold: true,
        answer: Some("answers/payments/senior/q/1.md".into()),
        said: None,
        story: None,
    })))
}

/// An answer in a mock interview of all three questions, `figure` minutes into it.
fn given(of: usize, figure: u8, sitting: Option<usize>) -> Practised {
    Practised::Given(Box::new(Given {
        question: question(of),
        role: role(1),
        moment: Moment { off: 60, day: day(0) },
        mode: Mode::Mock,
        secs: 60,
        predicted: Prediction::ALL.get(usize::from(figure)).copied(),
        answer: figure.is_multiple_of(2).then(|| "answers/payments/senior/q/1.md".into()),
        said: (!figure.is_multiple_of(2)).then(|| "held".into()),
        sitting: sitting.map(id),
        minutes: 45,
        spent: u32::from(figure) * 60,
        questions: (0..3).map(question).collect(),
        curveball: Some(question(1)),
    }))
}

fn any_remark(kind: u8, of: usize, figure: u8, other: usize) -> Remark {
    let practised = match kind {
        0..4 => return review(of, i32::from(figure), figure % 4 + 1),
        4 => Practised::Fresh { question: question(of) },
        5 => Practised::Suspend { question: question(of), on: figure.is_multiple_of(2) },
        6 => {
            let on = (figure > 0).then(|| day(i32::from(figure)).date());
            Practised::Interview { role: role(1), on }
        }
        7 => Practised::Flag { question: question(of), text: format!("wrong {figure}") },
        8 => Practised::Session(Session {
            role: role(1),
            mode: Mode::Mock,
            minutes: 45,
            secs: 2_000,
            reviews: vec![id(other)],
            moment: Moment { off: -30, day: day(3) },
        }),
        9 => return Remark::Restore { of: id(other) },
        10 => given(of, figure, other.checked_sub(10)),
        11 => Practised::Over { sitting: id(other), what: if figure < 5 { Over::Asking } else { Over::All } },
        12 => {
            let Remark::Practised(Practised::Review(mut judged)) = review(of, i32::from(figure), figure % 4 + 1) else {
                unreachable!("a review")
            };
            judged.mode = Mode::Mock;
            Practised::Review(judged)
        }
        _ => return Remark::Withdraw { of: id(other) },
    };
    Remark::Practised(practised)
}

prop_compose! {
    fn remarks()(drawn in prop::collection::vec((0_u8..16, 0_usize..3, 0_u8..9, 0_usize..20, 0_i64..8), 0..24))
        -> Vec<Entry<Remark>> {
        drawn.iter().enumerate().map(|(number, (kind, of, figure, other, at))| Entry {
            stamp: Stamp { at: Timestamp::from_millisecond(*at).unwrap(), id: id(number) },
            record: any_remark(*kind, *of, *figure, *other),
        }).collect()
    }
}

/// All that counts of practice.
fn seen(practice: &Practice) -> String {
    let scheduler = Scheduler::default();
    let histories: Vec<History> = (0..3).map(|number| practice.history(&question(number), &scheduler)).collect();
    let aside: Vec<bool> = (0..3).map(|number| practice.is_suspended(&question(number))).collect();
    format!(
        "{histories:?} {aside:?} {:?} {:?} {:?} {:?}",
        practice.waiting(&role(1)),
        practice.interviews(),
        practice.flags().into_iter().map(|(_, question, text)| (question.clone(), text)).collect::<Vec<_>>(),
        practice.sessions().into_iter().map(|(_, session)| session.clone()).collect::<Vec<_>>(),
    )
}

proptest! {
    #[test]
    fn neither_order_nor_repetition_matters(
        (entries, shuffled) in remarks().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle())),
        again in 0_usize..24,
    ) {
        let once: Practice = entries.iter().collect();
        prop_assert_eq!(seen(&once), seen(&shuffled.iter().collect()));
        prop_assert_eq!(&once, &entries.iter().chain(shuffled.iter().take(again)).collect::<Practice>());
    }

    #[test]
    fn two_logs_that_went_apart_come_to_what_one_would(entries in remarks(), cut in 0_usize..24) {
        let cut = cut.min(entries.len());
        let mut one: Practice = entries.iter().take(cut).collect();
        one.extend(entries.iter().skip(cut));
        let mut other: Practice = entries.iter().skip(cut).collect();
        other.extend(entries.iter().take(cut));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn undone_at_any_depth_it_is_as_before_and_redone_as_after(
        entries in remarks(), drawn in prop::collection::vec((0_u8..9, 0_usize..3, 0_u8..9), 1..6), more in prop::collection::vec((10_u8..13, 0_usize..3, 0_u8..9), 0..4),
    ) {
        let mut practice: Practice = entries.iter().collect();
        let mut stamper = Stamper::new();
        let mut stamped = |record| Entry { stamp: stamper.stamp(Timestamp::now()), record };
        let mut states = vec![seen(&practice)];
        let mut done = Vec::new();
        for (kind, of, figure) in drawn.into_iter().chain(more) {
            let entry = stamped(any_remark(kind, of, figure, 0));
            practice.apply(&entry);
            done.push(entry);
            states.push(seen(&practice));
        }
        let mut undone = Vec::new();
        for (entry, before) in done.iter().zip(&states).rev() {
            let undo = stamped(Remark::inverse(entry));
            practice.apply(&undo);
            undone.push(undo);
            prop_assert_eq!(&seen(&practice), before);
        }
        for (undo, after) in undone.iter().rev().zip(states.iter().skip(1)) {
            practice.apply(&stamped(Remark::inverse(undo)));
            prop_assert_eq!(&seen(&practice), after);
        }
    }

    #[test]
    fn a_remark_is_written_and_read_without_loss(kind in 0_u8..15, of in 0_usize..3, figure in 0_u8..9) {
        let nook = Nook::new();
        let mut journal: Journal<Remark> = Journal::new(Some(nook.join("practice.jsonl")));
        let written = [journal.entry(any_remark(kind, of, figure, 7))];
        journal.append(&written).unwrap();
        prop_assert_eq!(journal.read().unwrap().entries, written);
    }
}

#[test]
fn a_mock_interview_waits_until_its_answers_are_judged_or_it_is_said_to_be_over() {
    let at = |number: usize, record: Practised| Entry {
        stamp: Stamp { at: Timestamp::from_millisecond(i64::try_from(number).unwrap()).unwrap(), id: id(number) },
        record: Remark::Practised(record),
    };
    let judged = |of: usize| match review(of, 0, 2) {
        Remark::Practised(Practised::Review(review)) => {
            Practised::Review(Box::new(Review { mode: Mode::Mock, role: role(1), ..*review }))
        }
        _ => unreachable!("a review"),
    };
    let seen = |practice: &Practice| {
        let waiting = practice.waiting(&role(1))?;
        let given: Vec<_> = waiting.given.iter().map(|it| (it.question.question().to_owned(), it.spent)).collect();
        Some((given, waiting.unasked.len(), waiting.sitting.as_str().to_owned()))
    };
    let left = |given: &[(&str, u32)], unasked| {
        Some((given.iter().map(|(of, spent)| ((*of).to_owned(), *spent)).collect(), unasked, "w-1".to_owned()))
    };
    let mut practice: Practice = [at(1, given(0, 2, None)), at(2, given(1, 4, Some(1)))].iter().collect();
    assert_eq!(seen(&practice), left(&[("q-0", 120), ("q-1", 240)], 1));
    assert_eq!(practice.waiting(&role(2)), None);
    // The same answer once more, foretold, stands in the place of the first.
    practice.apply(&at(3, given(1, 5, Some(1))));
    assert_eq!(seen(&practice), left(&[("q-0", 120), ("q-1", 300)], 1));
    // An answer in practice judges nothing of it; one of a mock interview does.
    practice.apply(&Entry { record: review(0, 0, 2), ..at(4, judged(0)) });
    practice.apply(&at(5, judged(0)));
    assert_eq!(seen(&practice), left(&[("q-1", 300)], 1));
    practice.apply(&at(6, Practised::Over { sitting: id(1), what: Over::Asking }));
    assert_eq!(seen(&practice), left(&[("q-1", 300)], 0));
    // Left, taken up again, judged, and that undone.
    practice.apply(&at(7, Practised::Over { sitting: id(1), what: Over::All }));
    assert_eq!(seen(&practice), None);
    practice.apply(&Entry { record: Remark::Withdraw { of: id(7) }, ..at(8, judged(0)) });
    assert_eq!(seen(&practice), left(&[("q-1", 300)], 0));
    practice.apply(&at(9, judged(1)));
    assert_eq!(seen(&practice), None);
    practice.apply(&Entry { record: Remark::Withdraw { of: id(9) }, ..at(10, judged(0)) });
    assert_eq!(seen(&practice), left(&[("q-1", 300)], 0));
}

#[test]
fn an_answer_is_one_line_that_anybody_can_read() {
    let nook = Nook::new();
    let mut journal: Journal<Remark> = Journal::new(Some(nook.join("practice.jsonl")));
    let entry = journal.entry(review(0, 0, 1));
    journal.append(&[entry]).unwrap();
    let line = fs::read_to_string(nook.join("practice.jsonl")).unwrap();
    let told = line.split_once(r#""t":"review","#).unwrap().1.rsplit_once(r#","c":"#).unwrap().0;
    assert_eq!(
        told,
        r#""q":"payments/senior#q-0","rev":1,"role":"family/role-1","off":120,"day":"2026-05-01","mode":"practice","secs":300,"sig":{"unknown-not-failed":"y"},"flags":[1],"derived":1,"rating":1,"cold":true,"answer":"answers/payments/senior/q/1.md""#
            .replace("family/role-1", role(1).as_str())
    );
}

#[test]
fn a_day_is_frozen_when_it_is_written() {
    let nook = Nook::new();
    let file = nook.join("practice.jsonl");
    // Written in Auckland: by UTC it was still the day before.
    fs::write(&file, concat!(
        r#"{"v":1,"id":"a-1","at":"2026-05-10T20:00:00Z","t":"review","q":"payments#x","rev":1,"role":"payments/senior","off":720,"#,
        r#""day":"2026-05-11","mode":"practice","secs":1,"sig":{},"derived":3,"rating":3,"cold":true}"#, "\n",
    )).unwrap();
    let mut journal: Journal<Remark> = Journal::new(Some(file));
    let practice: Practice = journal.read().unwrap().entries.iter().collect();
    let history = practice.history(&"payments#x".parse().unwrap(), &Scheduler::default());
    assert_eq!(history.due().map(|due| due.to_string()).as_deref(), Some("2026-05-13"));
}

#[test]
fn the_last_answer_of_the_day_is_the_one_to_undo_in_any_session() {
    let entry = |number: usize, record| Entry {
        stamp: Stamp { at: Timestamp::from_millisecond(i64::try_from(number).unwrap()).unwrap(), id: id(number) },
        record,
    };
    let mut practice: Practice =
        [entry(1, review(0, 0, 1)), entry(2, review(1, 1, 2)), entry(3, review(2, 1, 3))].iter().collect();
    let last = |practice: &Practice, on: i32| {
        practice.last_review_on(day(on)).map(|(id, review)| (id, review.question.question().to_owned()))
    };
    assert_eq!(last(&practice, 1), Some((id(3), "q-2".to_owned())));
    practice.apply(&entry(4, Remark::Withdraw { of: id(3) }));
    assert_eq!(last(&practice, 1), Some((id(2), "q-1".to_owned())));
    practice.apply(&entry(5, Remark::Withdraw { of: id(2) }));
    assert_eq!((last(&practice, 1), last(&practice, 0)), (None, Some((id(1), "q-0".to_owned()))));
}

#[test]
fn a_day_of_an_interview_can_be_taken_back_to_the_one_before() {
    let senior: RoleId = role(1);
    let on = |number: usize, on: Option<i32>| Entry {
        stamp: Stamp { at: Timestamp::from_millisecond(i64::try_from(number).unwrap()).unwrap(), id: id(number) },
        record: Remark::Practised(Practised::Interview { role: senior.clone(), on: on.map(|on| day(on).date()) }),
    };
    let mut practice: Practice = [on(1, Some(9)), on(2, Some(12)), on(3, None)].iter().collect();
    assert_eq!(practice.interview(&senior), None);
    for (number, wanted) in [(3, Some(12)), (2, Some(9)), (1, None)] {
        let record = Remark::Withdraw { of: id(number) };
        practice.apply(&Entry { record, ..on(10 - number, None) });
        assert_eq!(practice.interview(&senior), wanted.map(|wanted| InterviewDay::on(day(wanted).date())));
    }
}

#[test]
fn of_two_records_under_one_id_the_greater_counts_whichever_came_first() {
    let at = |record| Entry { stamp: Stamp { at: Timestamp::UNIX_EPOCH, id: id(1) }, record };
    let [lesser, greater] = [at(review(0, 1, 2)), at(review(0, 2, 2))];
    for entries in [[&lesser, &greater], [&greater, &lesser]] {
        let practice: Practice = entries.into_iter().collect();
        let days: Vec<_> = practice.reviews(&question(0)).map(|(_, review)| review.moment.day).collect();
        assert_eq!(days, [day(2)]);
    }
}

#[test]
fn what_was_answered_before_a_question_began_anew_does_not_count_and_what_comes_after_does() {
    let at = |at: i64, number: usize, record| Entry {
        stamp: Stamp { at: Timestamp::from_millisecond(at).unwrap(), id: id(number) },
        record,
    };
    let fresh = || Remark::Practised(Practised::Fresh { question: question(0) });
    // In one moment the ids decide, as everywhere; what has the stamp of the new beginning itself is not behind it.
    let entries = [
        at(1, 1, review(0, 1, 2)),
        at(5, 2, review(0, 2, 2)),
        at(5, 3, fresh()),
        at(5, 3, review(0, 3, 2)),
        at(5, 4, review(0, 4, 2)),
        at(9, 5, review(0, 5, 2)),
    ];
    let practice: Practice = entries.iter().collect();
    let days: Vec<_> = practice.reviews(&question(0)).map(|(_, review)| review.moment.day).collect();
    assert_eq!(days, [day(4), day(5)]);
}

#[test]
fn what_undid_something_is_undone_by_saying_it_again_and_the_other_way_round() {
    let of = || id(7);
    let at = |record| Entry { stamp: Stamp { at: Timestamp::UNIX_EPOCH, id: id(8) }, record };
    let (withdraw, restore) = (Remark::Withdraw { of: of() }, Remark::Restore { of: of() });
    assert_eq!(Remark::inverse(&at(withdraw.clone())), restore);
    assert_eq!(Remark::inverse(&at(restore)), withdraw);
}
