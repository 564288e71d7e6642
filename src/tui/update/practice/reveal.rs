//! What is revealed: predicting it, ticking it, judging it.

use super::{change, look};
use crate::domain::WholeQuestionId;
use crate::domain::practice::{Mode, Prediction, Tick};
use crate::tui::action::{Motion, Verb};
use crate::tui::effect::{Effect, Purpose};
use crate::tui::keymap::Context;
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Asked, Committed, Face, Judging, Mark, Revealed, Stage, Turn};
use crate::tui::undo::Step;

/// Foretells how the answer does, and reveals what it is held against.
pub(super) fn predict(model: &mut Model, predicted: Option<Prediction>) -> Vec<Effect> {
    if is_asking(model) {
        return super::interview::predicted(model, predicted);
    }
    change(model, |stage, _| match stage {
        Stage::Question(run, Turn::Predict(committed)) => {
            Stage::Question(run, Turn::Reveal(Revealed::new(committed, Mode::Practice, predicted)))
        }
        stage => stage,
    });
    Vec::new()
}

/// Whether a mock interview asks.
fn is_asking(model: &Model) -> bool {
    matches!(&model.screen, Screen::Practice(screen) if screen.sitting.interview().is_some())
}

/// Ticks what is under the cursor and moves on.
pub(super) fn tick(model: &mut Model, tick: Tick) -> Vec<Effect> {
    let size = model.size;
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    match &mut screen.sitting.stage {
        Stage::Question(_, Turn::Reveal(revealed)) => {
            let Some(mark) = screen.sheets.marks.get(screen.sheets.main.cursor.stop).cloned() else {
                return Vec::new();
            };
            if matches!(mark, Mark::Flag(_)) && tick == Tick::Part {
                let [yes, no] =
                    [Tick::Hit, Tick::Missed].map(|tick| model.keys.words(Context::Reveal, Verb::Tick(tick), " (#)"));
                model.notices.say(&format!("A red flag was heard{yes} or not{no}."));
                return Vec::new();
            }
            let before = revealed.tick(&mark);
            revealed.set(&mark, Some(tick));
            let step = Step::Tick { question: revealed.question().clone(), mark, before };
            revealed.face = Face::Signals;
            let (sheet, height) = screen.sheet_mut(size);
            sheet.cursor.travel(Motion::Down, &sheet.rows, height);
            model.undo.remember(step, Purpose::Do);
            Vec::new()
        }
        Stage::Question(_, Turn::Redo(..)) => super::kept::said_again(model, tick),
        Stage::Drill(_) => super::drill::judge(model, tick),
        _ => Vec::new(),
    }
}

/// Makes a tick what it was before. `None` where the answer it belongs to is not beside its signals any more.
pub(in crate::tui::update) fn untick(
    model: &mut Model,
    question: &WholeQuestionId,
    mark: &Mark,
    before: Option<Tick>,
    purpose: Purpose,
) -> Option<()> {
    let Screen::Practice(screen) = &mut model.screen else { return None };
    let Stage::Question(_, Turn::Reveal(revealed)) = &mut screen.sitting.stage else { return None };
    if revealed.question() != question {
        return None;
    }
    let now = revealed.tick(mark);
    revealed.set(mark, before);
    let place = screen.sheets.marks.iter().position(|known| known == mark);
    screen.sheets.main.cursor.stop = place.unwrap_or(screen.sheets.main.cursor.stop);
    let step = Step::Tick { question: question.clone(), mark: mark.clone(), before: now };
    model.undo.remember(step, purpose);
    Some(())
}

/// Gives another part the keys.
pub(super) fn turn(model: &mut Model, next: bool) {
    let Screen::Practice(screen) = &mut model.screen else { return };
    if let Stage::Question(_, Turn::Reveal(revealed)) = &mut screen.sitting.stage {
        revealed.face = if next { revealed.face.next() } else { revealed.face.previous() };
    }
}

/// Chooses another verdict.
pub(super) fn choose(model: &mut Model) {
    let Screen::Practice(screen) = &mut model.screen else { return };
    if let Stage::Question(_, Turn::Result(kept)) = &mut screen.sitting.stage {
        kept.judging = Judging::Choosing;
    }
}

/// How many signals of the answer on the screen are not ticked.
pub(super) fn unticked(model: &Model) -> usize {
    let count = look(model, |scene, sitting| {
        let Stage::Question(_, Turn::Reveal(revealed)) = &sitting.stage else { return None };
        scene.question(revealed.question(), |pooled| revealed.unticked(pooled.question))
    });
    count.unwrap_or(0)
}

/// Goes back a step that left nothing to be taken back: from a prediction to the question, from a follow-up to the ticks.
pub(in crate::tui::update) fn step_back(model: &mut Model) -> bool {
    if let Some(stepped) = super::interview::step_back(model) {
        return stepped;
    }
    let mut stepped = false;
    change(model, |stage, now| match stage {
        Stage::Question(run, Turn::Predict(Committed { paper, mut timer, .. })) => {
            stepped = true;
            timer.resume(now);
            Stage::Question(run, Turn::Ask(Asked::new(paper, timer)))
        }
        Stage::Question(run, Turn::FollowUp(revealed, _)) => {
            stepped = true;
            Stage::Question(run, Turn::Reveal(revealed))
        }
        Stage::Question(run, Turn::Redo(kept, _)) => {
            stepped = true;
            Stage::Question(run, Turn::Result(kept))
        }
        stage => stage,
    });
    stepped
}
