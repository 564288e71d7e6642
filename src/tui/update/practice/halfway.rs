//! A mock interview that the program may end in the middle of: what is kept of it by the way, going on with it, leaving it.

use super::begin::taken;
use super::{look, say};
use crate::domain::WholeQuestionId;
use crate::store::{EntryId, Given, Over, Practised, Remark};
use crate::tui::effect::{Effect, Purpose};
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Asked, How, Interview, Kind, Run, Sitting, Stage, Timer, Turn};

/// Keeps the answer that was just given in a mock interview, if one was: as it is by now, and again once it is foretold.
pub(super) fn given(model: &Model) -> Vec<Effect> {
    let given = look(model, |scene, sitting| {
        let (run, _) = sitting.interview()?;
        let (committed, predicted) = match &sitting.stage {
            Stage::Question(_, Turn::Predict(committed)) => (committed, None),
            Stage::Question(_, Turn::FollowUp(revealed, _)) => (&revealed.committed, revealed.predicted),
            _ => return None,
        };
        // An answer that is being written to its file for the first time is kept as soon as that has a name.
        let is_there = predicted.is_some() || committed.how != How::Written || committed.paper.file.is_some();
        if is_there { run.given(scene.role, committed, predicted, scene.now) } else { None }
    });
    let remark = |given| vec![Remark::Practised(Practised::Given(Box::new(given)))];
    given.map(|given| vec![Effect::Say(remark(given), Purpose::Aside)]).unwrap_or_default()
}

/// An answer has its entry.
pub(super) fn kept_as(model: &mut Model, given: &Given, entry: &EntryId) {
    let sitting = match &mut model.screen {
        Screen::Practice(screen) => Some(&mut screen.sitting),
        _ => None,
    };
    let left = model.sittings.iter_mut().map(|left| &mut left.sitting);
    let Some(sitting) = sitting.into_iter().chain(left).find(|sitting| sitting.role == given.role) else { return };
    if let Stage::Question(Run { kind: Kind::Mock(interview), .. }, _) = &mut sitting.stage {
        interview.kept_as(&given.question, entry);
    }
}

/// Nothing more is asked: from here on only what waits to be judged is left. What was taken back meanwhile is withdrawn.
pub(super) fn asked_out(interview: &Interview, judged_first: Option<&WholeQuestionId>) -> Vec<Effect> {
    let remarks = interview.asked_out(judged_first);
    if remarks.is_empty() { Vec::new() } else { vec![Effect::Say(remarks, Purpose::Aside)] }
}

/// Goes on with the interview that was left half way: the next question, or the first answer to be judged.
pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    let Some(now) = model.now else { return Vec::new() };
    let made = look(model, |scene, _| Run::again(scene));
    let (Some(mut run), Screen::Practice(screen)) = (made, &mut model.screen) else { return Vec::new() };
    let Sitting { stage, .. } = &mut screen.sitting;
    let papers = run.interview().into_iter().flat_map(|interview| &interview.waiting);
    let papers = papers.map(|revealed| revealed.committed.paper.clone()).filter(|paper| paper.file.is_some());
    let read = papers.map(Effect::ReadAnswer).collect();
    if let Some(revealed) = run.next_to_judge(now) {
        *stage = Stage::Question(run, Turn::Reveal(revealed));
    } else if let Some(question) = run.rest.pop_front() {
        let paper = taken(&mut screen.sitting, question);
        screen.sitting.stage = Stage::Question(run, Turn::Ask(Asked::new(paper, Timer::start(now))));
    }
    // What was undone before is not done again in the middle of an interview.
    model.undo.forget_undone();
    read
}

/// Leaves it: its answers are not judged.
pub(super) fn leave(model: &Model) -> Vec<Effect> {
    let sitting = look(model, |scene, _| scene.waiting().map(|waiting| waiting.sitting));
    let over = |sitting| say(vec![Remark::Practised(Practised::Over { sitting, what: Over::All })]);
    sitting.map(over).unwrap_or_default()
}
