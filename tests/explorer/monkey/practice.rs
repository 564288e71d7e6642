//! The monkey in practice: keys that lead far into it, where it has been, and what must hold there.

use std::collections::BTreeSet;
use std::fmt::Display;

use rungs::domain::practice::Mode;
use rungs::tui::model::{Model, Screen};
use rungs::tui::practice::{Kind, PracticeScreen, Revealed, Stage, Turn};

use rungs::domain::{RoleId, WholeQuestionId};

use super::super::reader::Reader;
use super::{Dice, check_cursor};

/// Where in practice the whole play must have been.
pub(super) const SEEN: [&str; 8] = [
    "lengths",
    "warm-up",
    "asked in a mock",
    "followed up in a mock",
    "judged after a mock",
    "debrief",
    "colleague",
    "ticks of a colleague",
];

/// Keys that lead on from where practice is: the table's alone seldom get far.
pub(super) fn ways(stage: &Stage) -> &'static [&'static str] {
    match stage {
        Stage::Plan(_) | Stage::Summary(_) => &["M1<enter>", "M2<enter>", "M", "m", "<enter>", "x"],
        Stage::Lengths => &["1", "<enter>"],
        Stage::WarmUp(..) => &["<enter>", "<enter>", "F"],
        Stage::Pairing(_) => &["<enter>", "j<enter>", "k<enter>", "<esc>"],
        Stage::Question(run, Turn::Ask(_)) if run.is_asking() => MOCK,
        Stage::Question(run, Turn::FollowUp(..)) if run.is_asking() => &["<enter>", "<enter>", "u"],
        Stage::Question(_, Turn::Ask(_)) => &["vsaid<enter>2", "S", "ia<tab>3"],
        Stage::Question(_, Turn::Predict(_)) => &["1", "3", "<enter>", "u"],
        Stage::Question(_, Turn::Reveal(_)) => &["yyy<enter>", "npy<enter>", "<enter>"],
        Stage::Question(..) => &["<enter>", "<enter>", "S", "u"],
        _ => &["<enter>", "y"],
    }
}

/// What is done with a question of a mock interview.
const MOCK: &[&str] =
    &["vsaid<enter>2", "vsaid<enter>", "vsaid<enter>1<enter><enter>", "ia<tab>3", "ib<tab>", "S", "u", "F"];

/// Where in practice it is, if that is one of [`SEEN`].
pub(super) fn place(model: &Model) -> Option<&'static str> {
    let Screen::Practice(screen) = &model.screen else { return None };
    match &screen.sitting.stage {
        Stage::Lengths => Some("lengths"),
        Stage::WarmUp(..) => Some("warm-up"),
        Stage::Pairing(_) => Some("colleague"),
        Stage::Summary(run) if run.interview().is_some() => Some("debrief"),
        Stage::Question(run, Turn::Ask(_)) if run.is_asking() => Some("asked in a mock"),
        Stage::Question(run, Turn::FollowUp(..)) if run.is_asking() => Some("followed up in a mock"),
        Stage::Question(run, Turn::Reveal(_)) if run.interview().is_some() => Some("judged after a mock"),
        Stage::Question(run, Turn::Reveal(_)) if matches!(run.kind, Kind::Pair) => Some("ticks of a colleague"),
        _ => None,
    }
}

/// The cursors of practice, and what a mock interview and what a colleague ticked must be at any time.
pub(super) fn check_practice(model: &Model, screen: &PracticeScreen, told: &dyn Display) {
    let regions = screen.regions(model.size);
    let sheets = &screen.sheets;
    let parts = [(regions.main, &sheets.main), (regions.answer, &sheets.answer), (regions.levels, &sheets.levels)];
    for (area, sheet) in parts {
        check_cursor("practice", sheet.cursor, &sheet.rows, area.map(|area| area.rows.height), told);
    }
    if matches!(screen.sitting.stage, Stage::Question(_, Turn::Reveal(_))) {
        assert_eq!(sheets.main.rows.stops(), sheets.marks.len(), "a mark for each stop: {told}");
    }
    assert!(!matches!(screen.sitting.stage, Stage::Opening), "practice is open: {told}");
    if let Some((run, interview)) = screen.sitting.interview() {
        // Each question is on, to come, answered or skipped, and never two of these.
        let waits = interview.waiting.iter().map(Revealed::question);
        let all: Vec<_> = waits.chain(&run.rest).chain(screen.sitting.question()).collect();
        let different: BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), different.len(), "{all:?}: {told}");
        assert!(all.iter().all(|question| interview.questions.contains(question)), "{all:?}: {told}");
        assert!(run.reviews.is_empty(), "nothing is judged while it asks: {told}");
    }
    if let Stage::Question(_, Turn::Reveal(revealed)) = &screen.sitting.stage {
        let paired = revealed.mode == Mode::Pair;
        assert!(!paired || revealed.predicted.is_none() && revealed.committed.paper.is_blank(), "{told}");
    }
}

/// The questions of a mock interview whose answers are given and not judged, as it has them on the screen.
fn given(screen: &PracticeScreen) -> BTreeSet<WholeQuestionId> {
    let Stage::Question(run, turn) = &screen.sitting.stage else { return BTreeSet::new() };
    let Some(interview) = run.interview() else { return BTreeSet::new() };
    let on = match turn {
        Turn::Predict(_) | Turn::FollowUp(..) | Turn::Reveal(_) => Some(turn.question().clone()),
        _ => None,
    };
    interview.waiting.iter().map(|revealed| revealed.question().clone()).chain(on).collect()
}

#[test]
fn killed_anywhere_a_mock_interview_waits_with_every_answer_that_was_given() {
    let role: RoleId = "payments/senior".parse().expect("an id");
    let mut killed = BTreeSet::new();
    for seed in 0..150 {
        let mut dice = Dice(seed);
        let mut reader = Reader::interviewed(80, 24).types("p<enter>M2<enter>");
        for _ in 0..dice.roll(16) {
            let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
            if matches!(screen.sitting.stage, Stage::Plan(_) | Stage::Summary(_)) {
                break;
            }
            let keys = dice.pick(ways(&screen.sitting.stage));
            reader = reader.types(keys);
        }
        let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
        let (given, asks) = (given(screen), screen.sitting.interview().is_some());
        killed.extend(place(&reader.model));
        let story = reader.story.clone();
        let reader = reader.comes_again(0).types("p");
        let practice = reader.model.practice.as_ref().expect("practice was opened");
        let waiting = practice.waiting(&role).map(|waiting| waiting.given);
        let waits: BTreeSet<_> = waiting.into_iter().flatten().map(|given| given.question.clone()).collect();
        // While it asks, one that was gone back to waits as it was before.
        let is_right = if asks { waits.is_superset(&given) } else { waits == given };
        assert!(is_right, "{waits:?}, and given was {given:?} after {story}");
        let words = "waits: ";
        if waits.is_empty() {
            reader.does_not_see(words)
        } else {
            reader.sees(words).types("<enter>").does_not_see(words)
        };
    }
    assert!(killed.len() > 3, "{killed:?}");
}
