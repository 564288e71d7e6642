//! The monkey in practice: keys that lead far into it, where it has been, and what must hold there.

use std::collections::BTreeSet;
use std::fmt::Display;

use rungs::domain::practice::Mode;
use rungs::tui::model::{Model, Screen};
use rungs::tui::practice::{Kind, PracticeScreen, Revealed, Stage, Turn};

use super::check_cursor;

/// What leads through practice, its mock interviews and what a colleague ticked: the table's keys alone seldom get far there.
pub(super) const WAYS: [&str; 20] = [
    "<enter>",
    "<enter><enter>",
    "M",
    "1",
    "2",
    "3",
    "M1<enter>",
    "vsaid<enter>",
    "vsaid<enter>2",
    "ia<tab>3",
    "S",
    "F",
    "m",
    "m<enter>",
    "yyy<enter>",
    "npy<enter>",
    "u",
    "<ctrl-r>",
    "x",
    "<esc>p",
];
/// Where in practice the whole play must have been.
pub(super) const SEEN: [&str; 9] = [
    "lengths",
    "warm-up",
    "asked in a mock",
    "followed up in a mock",
    "judged after a mock",
    "debrief",
    "colleague",
    "ticks of a colleague",
    "half a mock",
];

/// Where in practice it is, if that is one of [`SEEN`].
pub(super) fn place(model: &Model) -> Option<&'static str> {
    let Screen::Practice(screen) = &model.screen else { return None };
    match &screen.sitting.stage {
        Stage::Plan(_) => {
            let waiting = model.practice.as_ref()?.waiting(&screen.sitting.role);
            waiting.map(|_| "half a mock")
        }
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
