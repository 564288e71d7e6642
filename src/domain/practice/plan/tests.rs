//! What is asked when: the order, the minutes, and two weeks with an interview at their end.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::practice::{Review, Scheduler, sample};

/// A pool of questions with their answers, and the days that pass.
struct Desk {
    questions: Vec<(WholeQuestionId, u8, String)>,
    reviews: BTreeMap<WholeQuestionId, Vec<Review>>,
    suspended: BTreeSet<WholeQuestionId>,
}

fn on(day: i32) -> StudyDay {
    StudyDay::from(date(2026, 5, 1)).plus(day)
}

impl Desk {
    /// So many questions of so many minutes, each with a probe of its own.
    fn new(minutes: &[u8]) -> Self {
        let question = |(number, minutes): (usize, &u8)| {
            (format!("payments#q-{number:02}").parse().expect("an id"), *minutes, format!("skill:s-{number}"))
        };
        let questions = minutes.iter().enumerate().map(question).collect();
        Self { questions, reviews: BTreeMap::new(), suspended: BTreeSet::new() }
    }

    fn plan(&self, wish: Wish) -> Plan {
        let scheduler = Scheduler::default();
        let history =
            |id: &WholeQuestionId| History::of(self.reviews.get(id).into_iter().flatten().cloned(), &scheduler);
        let histories: Vec<History> = self.questions.iter().map(|(id, ..)| history(id)).collect();
        let candidates: Vec<Candidate<'_>> = self
            .questions
            .iter()
            .zip(&histories)
            .filter(|((id, ..), _)| !self.suspended.contains(id))
            .map(|((question, minutes, probe), history)| Candidate {
                question,
                minutes: *minutes,
                probe,
                gap: 0,
                musts: 4,
                musts_hit: history.verdict().map_or(0, |verdict| usize::from(u8::from(verdict))),
                history,
            })
            .collect();
        Plan::of(&candidates, wish)
    }

    fn answer(&mut self, id: &WholeQuestionId, day: StudyDay, rating: Verdict) {
        self.reviews.entry(id.clone()).or_default().push(sample::review(id.as_str(), day, rating));
    }

    fn id(&self, number: usize) -> WholeQuestionId {
        self.questions[number].0.clone()
    }
}

fn wish(day: i32, minutes: u16) -> Wish {
    Wish { today: on(day), minutes, interview: None, more: 0 }
}

fn before(day: i32, wish: Wish) -> Wish {
    Wish { interview: Some(InterviewDay::on(on(day).date())), ..wish }
}

fn asked(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.question.question()).collect()
}

proptest! {
    #[test]
    fn of_equal_gap_the_roles_own_questions_come_before_its_familys_bank(
        drawn in proptest::collection::vec((any::<bool>(), 0_usize..3), 1..12), last in 0_i32..4,
    ) {
        let id = |(number, (own, _)): (usize, &(bool, usize))| {
            let owner = if *own { "payments/senior" } else { "payments" };
            format!("{owner}#q-{number:02}").parse::<WholeQuestionId>().expect("an id")
        };
        let ids: Vec<_> = drawn.iter().enumerate().map(id).collect();
        let probes: Vec<String> = (0..ids.len()).map(|number| format!("skill:s-{number}")).collect();
        // New to all, and in the last days before an interview once answered.
        let answered = last > 0;
        let history = |id: &WholeQuestionId| {
            let reviews = answered.then(|| sample::review(id.as_str(), on(-20), Verdict::Thin));
            History::of(reviews, &Scheduler::default())
        };
        let histories: Vec<History> = ids.iter().map(history).collect();
        let candidates: Vec<Candidate<'_>> = (0..ids.len()).map(|it| Candidate {
            question: &ids[it], minutes: 5, probe: &probes[it], gap: drawn[it].1, musts: 2, musts_hit: 0, history: &histories[it],
        }).collect();
        let wish = Wish { more: 99, ..wish(0, 9_999) };
        let plan = Plan::of(&candidates, if answered { before(last, wish) } else { wish });
        let place = |step: &Step| {
            let at = ids.iter().position(|id| *id == step.question).expect("a candidate");
            (drawn[at].1, !drawn[at].0)
        };
        let places: Vec<_> = plan.steps.iter().map(place).collect();
        prop_assert!(places.is_sorted(), "{:?}", places);
        prop_assert_eq!(places.len(), drawn.len());
    }
}

#[test]
fn a_first_session_has_two_new_questions_at_most() {
    let desk = Desk::new(&[8; 11]);
    assert_eq!(asked(&desk.plan(wish(0, 60))), ["q-00", "q-01"]);
    let plan = desk.plan(wish(0, 15));
    assert_eq!((asked(&plan), plan.minutes), (vec!["q-00"], 11));
    assert_eq!(asked(&desk.plan(Wish { more: 1, ..wish(0, 60) })), ["q-00", "q-01", "q-02"]);
}

#[test]
fn what_is_due_comes_before_what_is_new_and_what_fades_before_the_rest() {
    let mut desk = Desk::new(&[8; 5]);
    desk.answer(&desk.id(3), on(0), Verdict::AtLevel);
    desk.answer(&desk.id(4), on(0), Verdict::NotYet);
    assert_eq!(
        asked(&desk.plan(wish(0, 60))),
        Vec::<&str>::new(),
        "two were new today, and none is due before tomorrow"
    );
    let plan = desk.plan(wish(2, 60));
    assert_eq!(asked(&plan), ["q-04", "q-03", "q-00", "q-01"]);
    assert_eq!(plan.steps[0].why, Why::Due { days: 2, last: Verdict::NotYet });
    assert_eq!(plan.steps[2].why, Why::New);
}

#[test]
fn nothing_to_do_says_when_something_is() {
    let mut desk = Desk::new(&[8; 2]);
    desk.answer(&desk.id(0), on(0), Verdict::AtLevel);
    desk.answer(&desk.id(1), on(0), Verdict::Above);
    let plan = desk.plan(wish(0, 15));
    assert_eq!((plan.steps.len(), plan.next), (0, Some(on(2))));
    // More is there for whoever asks for it, but nothing twice on one day.
    assert_eq!(asked(&desk.plan(Wish { more: 2, ..wish(0, 60) })), Vec::<&str>::new());
    let early = desk.plan(Wish { more: 1, ..wish(1, 60) });
    assert_eq!((asked(&early), early.steps[0].why), (vec!["q-00"], Why::Early { days: 1 }));
}

#[test]
fn an_empty_pool_and_one_put_aside_have_an_empty_plan() {
    assert_eq!(Desk::new(&[]).plan(before(3, wish(0, 15))).steps, []);
    let mut desk = Desk::new(&[8]);
    desk.suspended.insert(desk.id(0));
    assert_eq!(desk.plan(wish(0, 15)).steps, []);
}

#[test]
fn a_question_longer_than_the_session_is_asked_all_the_same_if_it_is_the_first() {
    let plan = Desk::new(&[12]).plan(wish(0, 5));
    assert_eq!((plan.steps.len(), plan.minutes), (1, 15));
}

#[test]
fn the_last_four_days_bring_back_what_was_seen_and_nothing_new() {
    let mut desk = Desk::new(&[8; 4]);
    desk.answer(&desk.id(1), on(0), Verdict::Above);
    desk.answer(&desk.id(2), on(0), Verdict::NotYet);
    for day in [5, 8] {
        let plan = desk.plan(before(9, wish(day, 60)));
        assert_eq!(asked(&plan), ["q-02", "q-01"], "most musts missed first");
        assert_eq!(plan.steps[0].why, Why::Near { missed: 3 });
    }
    // Once done, a question stands back behind those that are not.
    desk.answer(&desk.id(2), on(5), Verdict::NotYet);
    assert_eq!(asked(&desk.plan(before(9, wish(6, 60)))), ["q-01", "q-02"]);
    // On the day itself, and after it, the ordinary order holds.
    assert_eq!(desk.plan(before(9, wish(9, 60))).steps[0].why, Why::Due { days: 4, last: Verdict::NotYet });
    assert_eq!(desk.plan(before(9, wish(10, 60))).outlook, None);
}

#[test]
fn whoever_starts_in_the_last_days_gets_new_questions() {
    let mut desk = Desk::new(&[8; 11]);
    let first = desk.plan(before(3, wish(0, 45)));
    assert_eq!(first.steps.len(), 4);
    for step in first.steps {
        desk.answer(&step.question, on(0), Verdict::Thin);
    }
    let second = desk.plan(before(3, wish(1, 45)));
    assert!(second.steps.iter().any(|step| step.why == Why::New), "{second:?}");
    // Tomorrow, today and yesterday.
    for day in [2, 3, 4] {
        assert!(!desk.plan(before(3, wish(day, 45))).steps.is_empty());
    }
}

#[test]
fn more_is_new_each_day_when_the_interview_is_near_but_not_yet() {
    // Eleven questions, three days until the window.
    let plan = Desk::new(&[5; 11]).plan(before(7, wish(0, 60)));
    assert_eq!(plan.steps.len(), 4);
    assert_eq!(Desk::new(&[5; 11]).plan(before(30, wish(0, 60))).steps.len(), 2);
}

#[test]
fn the_outlook_says_how_many_fit_in_the_last_days() {
    let desk = Desk::new(&[8; 11]);
    let outlook = |day, minutes| desk.plan(before(9, wish(day, minutes))).outlook;
    assert_eq!(outlook(0, 45), Some(Outlook { days: 9, fit: 11, all: 11 }));
    assert_eq!(outlook(0, 15), Some(Outlook { days: 9, fit: 4, all: 11 }));
    assert_eq!(outlook(7, 30), Some(Outlook { days: 2, fit: 4, all: 11 }));
    assert_eq!(outlook(9, 30), Some(Outlook { days: 0, fit: 0, all: 11 }));
}

/// Two weeks of sittings each day, and the days on which each question was answered.
fn fortnight(desk: &mut Desk, minutes: u16, rate: impl Fn(usize) -> Verdict) -> BTreeMap<WholeQuestionId, Vec<i32>> {
    let mut seen: BTreeMap<WholeQuestionId, Vec<i32>> = BTreeMap::new();
    let mut answers = 0;
    for day in 0..14 {
        let plan = desk.plan(before(14, wish(day, minutes)));
        assert!(plan.minutes <= minutes, "day {day}: {} of {minutes} minutes", plan.minutes);
        for step in &plan.steps {
            desk.answer(&step.question, on(day), rate(answers));
            seen.entry(step.question.clone()).or_default().push(day);
            answers += 1;
        }
    }
    seen
}

#[test]
fn two_weeks_at_45_minutes_bring_every_question_back_in_the_last_four_days() {
    for minutes in [[8; 11], [12; 11], [5, 6, 7, 8, 9, 10, 11, 12, 8, 8, 8]] {
        for pattern in [[1, 2, 3], [3, 3, 3], [1, 1, 1], [2, 3, 4]] {
            let mut desk = Desk::new(&minutes);
            let rate = |answer: usize| Verdict::try_from(pattern[answer % 3]).expect("a rating");
            let seen = fortnight(&mut desk, 45, rate);
            assert_eq!(seen.len(), 11, "{minutes:?} {pattern:?}");
            for (question, days) in seen {
                assert!(days.iter().any(|day| (10..14).contains(day)), "{question}: {days:?} {minutes:?} {pattern:?}");
            }
        }
    }
}

#[test]
fn with_fewer_minutes_as_many_come_back_as_the_plan_said() {
    let mut desk = Desk::new(&[8; 11]);
    let told = desk.plan(before(14, wish(0, 15))).outlook.expect("an interview").fit;
    let seen = fortnight(&mut desk, 15, |_| Verdict::Thin);
    let back = seen.values().filter(|days| days.iter().any(|day| *day >= 10)).count();
    assert_eq!((told, back), (4, 4));
}

proptest! {
    #[test]
    fn no_day_is_over_its_minutes_and_nothing_comes_twice(
        sizes in proptest::collection::vec(5_u8..=12, 1..24),
        minutes in 15_u16..90,
        ratings in proptest::collection::vec(1_u8..=4, 7),
    ) {
        let mut desk = Desk::new(&sizes);
        let seen = fortnight(&mut desk, minutes, |answer| Verdict::try_from(ratings[answer % 7]).expect("a rating"));
        for days in seen.values() {
            prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "{days:?}");
        }
    }

    #[test]
    fn the_same_history_gives_the_same_plan(sizes in proptest::collection::vec(5_u8..=12, 0..12), more in 0_usize..3) {
        let mut desk = Desk::new(&sizes);
        for number in 0..sizes.len() / 2 {
            desk.answer(&desk.id(number), on(0), Verdict::Thin);
        }
        let plan = desk.plan(Wish { more, ..wish(3, 45) });
        desk.questions.reverse();
        prop_assert_eq!(plan, desk.plan(Wish { more, ..wish(3, 45) }));
    }
}
