//! Mock interviews, drills and progress, made from answers.

use jiff::civil::date;

use super::*;
use crate::domain::RoleId;
use crate::domain::pool::{Lines, Source};
use crate::domain::practice::{Calibration, Mode, Prediction, Review, Scheduler, StudyDay, Tick, Verdict, sample};

const KINDS: [&str; 7] =
    ["technical", "technical", "system-design", "situational", "behavioural", "leadership", "technical"];

/// Seven questions with two musts and one should; the first two probe the same.
fn questions() -> Vec<Question> {
    let question = |(number, kind): (usize, &&str)| {
        let json = format!(
            r#"{{"id":"q-{number}","rev":1,"kind":"{kind}","form":"explain","title":"T","minutes":8,
            "probes":["skill:s-{}"],"prompt":"P","signals":[{{"id":"unknown","need":"must","text":"Says so"}},
            {{"id":"contain","need":"must","text":"Does so"}},{{"id":"tell","need":"should","text":"Tells"}},
            {{"id":"rule","need":"stretch","text":"Rules"}}],"levels":{{}},"follow_ups":[],"red_flags":[]}}"#,
            number.max(1)
        );
        serde_json::from_str(&json).expect("a question")
    };
    KINDS.iter().enumerate().map(question).collect()
}

fn pool(questions: &[Question]) -> Pool<'_> {
    let role: RoleId = "payments/senior".parse().expect("an id");
    let pooled = questions.iter().map(|question| Pooled {
        id: WholeQuestionId::of_role(&role, &question.id),
        source: Source::Own,
        question,
        lines: Lines::default(),
    });
    Pool { questions: pooled.collect(), role, ask: &[] }
}

fn day(number: i32) -> StudyDay {
    StudyDay::from(date(2026, 5, 1)).plus(number)
}

fn answer(on: i32, ticks: &str, rating: Verdict, predicted: Option<Prediction>) -> Review {
    let tick = |letter| match letter {
        'y' => Tick::Hit,
        'p' => Tick::Part,
        _ => Tick::Missed,
    };
    let ids = ["unknown", "contain", "tell", "rule"].map(|id| id.parse().expect("an id"));
    let ticks = ids.into_iter().zip(ticks.chars().map(tick)).collect();
    Review { predicted, ticks, ..sample::review("payments/senior#q-0", day(on), rating) }
}

/// A desk on which the question of a number has these answers.
fn desk<'a>(pool: &'a Pool<'_>, answers: &[(usize, Review)]) -> Desk<'a> {
    let scheduler = Scheduler::default();
    let history = |id: &WholeQuestionId| {
        let own = answers.iter().filter(|(number, _)| id.question() == format!("q-{number}"));
        History::of(own.map(|(_, review)| review.clone()), &scheduler)
    };
    Desk::of(pool, history, |_| false, None)
}

fn asked(mock: &Mock) -> Vec<&str> {
    mock.questions.iter().map(WholeQuestionId::question).collect()
}

#[test]
fn a_mock_interview_has_as_many_kinds_as_it_can() {
    let questions = questions();
    let pool = pool(&questions);
    let desk = desk(&pool, &[]);
    assert_eq!(asked(&desk.mock(Length::Short)), ["q-0", "q-2"]);
    assert_eq!(asked(&desk.mock(Length::Long)), ["q-0", "q-2", "q-3", "q-4", "q-5"]);
    assert_eq!(desk.mock(Length::Long).curveball, None);
}

#[test]
fn the_weakest_question_comes_last_but_one_and_the_longest_unseen_first() {
    let questions = questions();
    let pool = pool(&questions);
    let answers = [
        (0, answer(0, "yyyn", Verdict::AtLevel, None)),
        (3, answer(1, "nnnn", Verdict::NotYet, None)),
        (4, answer(2, "ynnn", Verdict::NotYet, None)),
    ];
    let mock = desk(&pool, &answers).mock(Length::Usual);
    assert_eq!(asked(&mock), ["q-1", "q-2", "q-3", "q-5"]);
    assert_eq!(mock.curveball.as_ref().map(WholeQuestionId::question), Some("q-3"));
    // A pool that is too small is asked as it is.
    let few = Pool { questions: pool.questions[..1].to_vec(), ..pool.clone() };
    assert_eq!(asked(&desk(&few, &[]).mock(Length::Long)), ["q-0"]);
    let none = Pool { questions: Vec::new(), ..pool.clone() };
    assert_eq!(asked(&desk(&none, &[]).mock(Length::Short)), Vec::<&str>::new());
}

#[test]
fn a_drill_has_what_the_last_two_answers_missed_musts_first() {
    let questions = questions();
    let pool = pool(&questions);
    let answers = [
        // Long ago: no longer missed.
        (0, answer(0, "nyyn", Verdict::NotYet, None)),
        (0, answer(5, "yypn", Verdict::Thin, None)),
        (0, answer(9, "yyyn", Verdict::AtLevel, None)),
        (1, answer(9, "ynyn", Verdict::NotYet, None)),
    ];
    let desk = desk(&pool, &answers);
    let drill: Vec<(&str, &str)> =
        desk.drill().into_iter().map(|prompt| (prompt.id.question(), prompt.signal.id.as_str())).collect();
    assert_eq!(drill, [("q-1", "contain"), ("q-0", "tell")]);
}

#[test]
fn progress_counts_what_was_shown_cold_and_how_well_it_was_foreseen() {
    let questions = questions();
    let pool = pool(&questions);
    let answers = [
        (0, answer(0, "nnnn", Verdict::NotYet, Some(Prediction::AtLevel))),
        (0, answer(3, "yyyn", Verdict::AtLevel, Some(Prediction::AtLevel))),
        (1, answer(2, "ypnn", Verdict::Thin, Some(Prediction::NotYet))),
        // With the signals seen: not a show of anything.
        (2, Review { mode: Mode::Redo, ..answer(2, "yyyy", Verdict::AtLevel, None) }),
    ];
    let progress = desk(&pool, &answers).progress();
    assert_eq!((progress.practised, progress.musts), ((2, 7), (3, 14)));
    assert_eq!(progress.calibration, Calibration { at_level: 2, were: 1, predicted: 3, foreseen: 1 });
    let first = &progress.probes[0];
    assert_eq!((first.probe.as_str(), first.questions, first.letters.as_str()), ("skill:s-1", 2, "ntA"));
    assert_eq!(progress.probes.len(), 6);
}

#[test]
fn what_is_put_aside_is_in_no_plan_but_still_there() {
    let questions = questions();
    let pool = pool(&questions);
    let desk = Desk::of(&pool, |_| History::default(), |id| id.question() != "q-4", None);
    let wish = Wish { today: day(0), minutes: 60, interview: None, more: 0 };
    let plan = desk.plan(wish, &BTreeSet::new());
    assert_eq!(plan.steps.iter().map(|step| step.question.question()).collect::<Vec<_>>(), ["q-4"]);
    assert_eq!(desk.questions().len(), 7);
    let only = desk.questions().iter().find(|place| !place.aside).map(|place| place.pooled.id.clone());
    assert_eq!(desk.plan(wish, &only.into_iter().collect()).steps, []);
}
