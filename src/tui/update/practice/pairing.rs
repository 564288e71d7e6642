//! What a colleague asked and ticked, entered question by question: choosing which, its signals, and the end of it.

use super::{begin, change, follow, look};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Kind, Revealed, Run, Stage, Timer, Turn};

/// Asks which questions they asked.
pub(super) fn begin(model: &mut Model) {
    change(model, |_, _| Stage::Pairing(Run::new(Kind::Pair, 0, Vec::new(), Timer::stopped(0))));
}

/// Enter: the signals of the question under the cursor, ticked as they were if it is entered already; below the last one the
/// end.
pub(super) fn go_on(model: &mut Model) -> Vec<Effect> {
    let chosen = look(model, |scene, _| {
        let Screen::Practice(screen) = &model.screen else { return None };
        let pooled = scene.catalog.pool(scene.role)?.questions.into_iter().nth(screen.sheets.main.cursor.stop)?;
        let entered = scene.paired(&pooled.id).map(|(_, review)| Revealed::of(review, String::new()));
        Some(entered.unwrap_or_else(|| Revealed::to_a_colleague(pooled.id)))
    });
    let Some(revealed) = chosen else { return end(model) };
    change(model, |stage, _| match stage {
        Stage::Pairing(run) => Stage::Question(run, Turn::Reveal(revealed)),
        stage => stage,
    });
    Vec::new()
}

/// The summary with which the sitting is kept; without an answer back to the plan.
pub(super) fn end(model: &mut Model) -> Vec<Effect> {
    let Screen::Practice(screen) = &model.screen else { return Vec::new() };
    let Stage::Pairing(run) = &screen.sitting.stage else { return Vec::new() };
    let entered = |practice: &crate::store::Practice| run.reviews.iter().any(|id| practice.review(id).is_some());
    if model.practice.as_ref().is_some_and(entered) {
        return follow::end(model);
    }
    begin::plan(model);
    Vec::new()
}
