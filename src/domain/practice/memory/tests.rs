//! The scheduler against 69 sequences of py-fsrs 6.3.2, and what must hold for any history.

use proptest::prelude::*;
use serde::Deserialize;

use super::*;

/// Sequences with every value in between, made with py-fsrs 6.3.2: no learning steps, no fuzz, retention 0.9.
const VECTORS: &str = include_str!("../../../../tests/vectors/fsrs6.json");

#[derive(Deserialize)]
struct Vectors {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    steps: Vec<Attempt>,
}

/// Days since the last attempt, its rating, and what py-fsrs has after it: stability, difficulty, days to the next.
#[derive(Deserialize)]
struct Attempt {
    t: u16,
    g: Verdict,
    s: f64,
    d: f64,
    i: u16,
}

#[test]
fn it_reckons_as_py_fsrs_does() {
    let vectors: Vectors = serde_json::from_str(VECTORS).expect("the vectors");
    let scheduler = Scheduler::default();
    let mut steps = 0;
    for case in &vectors.cases {
        let mut memory = None;
        for (number, step) in case.steps.iter().enumerate() {
            let (next, days) = scheduler.uncapped(memory, step.t, step.g);
            // The crate reckons with single precision. Where a stability is near nothing, as after eight failures on one
            // day, that takes its toll: a millionth of a day is let pass, a tenth of a second.
            let close = |ours: f32, theirs: f64| (f64::from(ours) - theirs).abs() <= (theirs * 1e-5).max(1e-6);
            assert!(close(next.stability(), step.s), "{} step {number}: {next:?}, not {}", case.name, step.s);
            assert!(close(next.difficulty(), step.d), "{} step {number}: {next:?}, not {}", case.name, step.d);
            // And a value on the half may fall on either side.
            assert!(days.abs_diff(step.i) <= 1, "{} step {number}: {days} days, not {}", case.name, step.i);
            memory = Some(next);
            steps += 1;
        }
    }
    assert_eq!((vectors.cases.len(), steps), (69, 468));
}

#[test]
fn four_answers_at_level_do_not_come_back_in_half_a_year() {
    let scheduler = Scheduler::default();
    let mut memory = None;
    let mut intervals = Vec::new();
    let mut days = 0;
    for _ in 0..5 {
        let (next, interval) = scheduler.next(memory, days, Verdict::AtLevel);
        intervals.push(interval);
        (memory, days) = (Some(next), interval);
    }
    assert_eq!(intervals, [2, 11, 45, 45, 45]);
}

fn verdict() -> impl Strategy<Value = Verdict> {
    proptest::sample::select(&Verdict::ALL)
}

fn after(history: &[(u16, Verdict)]) -> Option<Memory> {
    let scheduler = Scheduler::default();
    history.iter().fold(None, |memory, (days, verdict)| Some(scheduler.next(memory, *days, *verdict).0))
}

proptest! {
    #[test]
    fn a_memory_stays_within_its_bounds(history in proptest::collection::vec((0_u16..400, verdict()), 1..40)) {
        let memory = after(&history).expect("an attempt");
        prop_assert!((0.001..=36_500.0).contains(&memory.stability()), "{memory:?}");
        prop_assert!((1.0..=10.0).contains(&memory.difficulty()), "{memory:?}");
    }

    #[test]
    fn what_is_not_practised_fades(history in proptest::collection::vec((0_u16..60, verdict()), 1..10), days in 0_u16..300) {
        let memory = after(&history).expect("an attempt");
        prop_assert!(memory.retrievability(days + 1) < memory.retrievability(days));
        prop_assert!((memory.retrievability(0) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn nine_of_ten_still_sit_when_stability_has_passed(stability in 1_u16..200) {
        let memory = Memory { state: MemoryState { stability: f32::from(stability), difficulty: 5.0 } };
        prop_assert!((memory.retrievability(stability) - 0.9).abs() < 1e-4);
    }

    #[test]
    fn a_better_answer_never_comes_back_sooner(
        history in proptest::collection::vec((0_u16..60, verdict()), 0..10),
        days in 1_u16..100,
    ) {
        let scheduler = Scheduler::default();
        let memory = after(&history);
        let next = Verdict::ALL.map(|verdict| scheduler.uncapped(memory, days, verdict).1);
        prop_assert!(next.is_sorted(), "{next:?}");
    }

    #[test]
    fn the_next_attempt_is_tomorrow_at_the_earliest_and_45_days_off_at_most(
        history in proptest::collection::vec((0_u16..400, verdict()), 0..20),
        (days, verdict) in (0_u16..400, verdict()),
    ) {
        let (_, interval) = Scheduler::default().next(after(&history), days, verdict);
        prop_assert!((1..=LONGEST_INTERVAL).contains(&interval));
    }
}
