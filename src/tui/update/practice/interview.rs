//! A mock interview: choosing how long, the question it begins with, prediction and follow-ups without anything revealed, and
//! the way back through them. Once all was asked its answers go the way every answer goes.

use super::begin::taken;
use super::follow::next_question;
use super::{change, look};
use crate::domain::practice::{Length, Mode, Prediction};
use crate::store::{EntryId, Remark};
use crate::tui::action::Verb;
use crate::tui::effect::{Effect, Purpose};
use crate::tui::keymap::Context;
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Asked, Committed, FollowUp, Heard, Kind, Revealed, Run, Stage, Timer, Turn};
use crate::tui::undo::Step;

/// Asks how long it is to be.
pub(super) fn choose(model: &mut Model) {
    change(model, |_, _| Stage::Lengths);
}

/// Begins with the length under the cursor.
pub(super) fn begin_chosen(model: &mut Model) {
    let Screen::Practice(screen) = &model.screen else { return };
    let length = Length::ALL.get(screen.sheets.main.cursor.stop).copied();
    begin(model, length.unwrap_or(Length::Short));
}

/// Begins an interview of `length` with the question that is not scored.
pub(in crate::tui::update) fn begin(model: &mut Model, length: Length) {
    let Some(run) = look(model, |scene, _| Run::mock(scene, length)) else {
        let up = model.keys.words(Context::Plan, Verb::PutAside, ": # in the plan takes one up again");
        model.notices.say(&format!("All questions are put aside{up}."));
        return;
    };
    // What was undone before is not done again in the middle of an interview.
    model.undo.forget_undone();
    change(model, |_, now| Stage::WarmUp(run, Timer::start(now)));
}

/// From what is not scored to the first question.
pub(super) fn warmed_up(model: &mut Model) -> Vec<Effect> {
    // A question is on the way: the stage between is never seen.
    let Some(now) = model.now else { return Vec::new() };
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    let Stage::WarmUp(mut run, timer) = std::mem::take(&mut screen.sitting.stage) else { return Vec::new() };
    screen.sitting.stage = match run.rest.pop_front() {
        Some(question) => {
            let paper = taken(&mut screen.sitting, question);
            Stage::Question(run, Turn::Ask(Asked::new(paper, Timer::start(now))))
        }
        None => Stage::WarmUp(run, timer),
    };
    Vec::new()
}

/// The answer is given and foretold: the first of what more is asked, or the next question.
pub(super) fn predicted(model: &mut Model, predicted: Option<Prediction>) -> Vec<Effect> {
    change(model, |stage, now| match stage {
        Stage::Question(run, Turn::Predict(committed)) => {
            Stage::Question(run, further(Revealed::new(committed, Mode::Mock, predicted), 0, Timer::start(now)))
        }
        stage => stage,
    });
    let mut effects = super::halfway::given(model);
    effects.extend(unless_asked_out(model));
    effects
}

/// The next of what more is asked, or the next question.
pub(super) fn next_further(model: &mut Model) -> Vec<Effect> {
    change(model, |stage, now| match stage {
        Stage::Question(run, Turn::FollowUp(revealed, asked)) => {
            Stage::Question(run, further(revealed, asked.place + 1, Timer::start(now)))
        }
        stage => stage,
    });
    unless_asked_out(model)
}

fn further(revealed: Revealed, place: usize, timer: Timer) -> Turn {
    Turn::FollowUp(revealed, FollowUp { place, timer, heard: Heard::Waiting })
}

/// Goes on where nothing more is asked.
fn unless_asked_out(model: &mut Model) -> Vec<Effect> {
    let asks_more = look(model, |scene, sitting| {
        let Stage::Question(_, Turn::FollowUp(revealed, asked)) = &sitting.stage else { return None };
        scene.question(revealed.question(), |pooled| asked.place < pooled.question.follow_ups.len())
    });
    if asks_more == Some(true) {
        return Vec::new();
    }
    wait(model);
    next_question(model)
}

/// Puts the answer that is on to those that wait.
fn wait(model: &mut Model) {
    let Screen::Practice(screen) = &mut model.screen else { return };
    if let Stage::Question(Run { kind: Kind::Mock(interview), .. }, Turn::FollowUp(revealed, _)) =
        &mut screen.sitting.stage
    {
        interview.waiting.push_back(revealed.clone());
    }
}

/// Ends the interview before its last question.
pub(super) fn finish(model: &mut Model) -> Vec<Effect> {
    wait(model);
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    match &mut screen.sitting.stage {
        Stage::WarmUp(..) => {
            super::begin::plan(model);
            model.notices.say("The interview is called off; nothing was answered.");
            Vec::new()
        }
        Stage::Question(run, turn) => {
            run.rest.clear();
            if let Turn::Ask(asked) = turn {
                screen.sitting.papers.push(asked.paper.clone());
            }
            next_question(model)
        }
        _ => Vec::new(),
    }
}

/// Goes back a step of what is asked, if it is: from a follow-up to the one before or the prediction, from a question to the
/// one before. `None` where nothing is asked.
pub(super) fn step_back(model: &mut Model) -> Option<bool> {
    let Screen::Practice(screen) = &mut model.screen else { return None };
    screen.sitting.interview()?;
    let now = model.now?;
    let sitting = &mut screen.sitting;
    let (stage, stepped) = match std::mem::take(&mut sitting.stage) {
        Stage::Question(run, Turn::FollowUp(revealed, asked)) => {
            let turn = match asked.place.checked_sub(1) {
                Some(place) => further(revealed, place, Timer::start(now)),
                None => Turn::Predict(revealed.committed),
            };
            (Stage::Question(run, turn), true)
        }
        Stage::Question(run, Turn::Predict(Committed { paper, mut timer, .. })) => {
            timer.resume(now);
            (Stage::Question(run, Turn::Ask(Asked::new(paper, timer))), true)
        }
        Stage::Question(mut run, Turn::Ask(asked)) => {
            let Kind::Mock(interview) = &mut run.kind else { return None };
            let place = interview.place(&asked.paper.question).and_then(|place| place.checked_sub(1));
            match place.and_then(|place| interview.questions.get(place)).cloned() {
                Some(before) => {
                    let answered = interview.waiting.pop_back_if(|revealed| *revealed.question() == before);
                    run.rest.push_front(asked.paper.question.clone());
                    sitting.papers.push(asked.paper);
                    let turn = match answered {
                        Some(revealed) => Turn::Predict(revealed.committed),
                        // It was skipped.
                        None => Turn::Ask(Asked::new(taken(sitting, before), Timer::start(now))),
                    };
                    (Stage::Question(run, turn), true)
                }
                None => (Stage::Question(run, Turn::Ask(asked)), false),
            }
        }
        stage => (stage, false),
    };
    screen.sitting.stage = stage;
    Some(stepped)
}

/// Whether `step` is not to be taken while the interview is on: nothing is while it asks, and while it is judged nothing that
/// would bring back answers from before it. With no step left the last answer of today is meant.
pub(in crate::tui::update) fn holds_back(model: &Model, step: Option<&Step>, purpose: Purpose) -> bool {
    let Screen::Practice(screen) = &model.screen else { return false };
    if screen.sitting.interview().is_some() {
        return true;
    }
    let Stage::Question(run, _) = &screen.sitting.stage else { return false };
    let (Kind::Mock(_), Some(practice)) = (&run.kind, &model.practice) else { return false };
    let foreign = |id: &EntryId| practice.review(id).is_some() && !run.reviews.contains(id);
    match step {
        Some(Step::Say(remarks)) => {
            remarks.iter().any(|remark| matches!(remark, Remark::Withdraw { of } if foreign(of)))
        }
        None if purpose == Purpose::Undo => {
            let last = model.now.and_then(|now| practice.last_review_on(now.moment.day));
            last.is_some_and(|(id, _)| foreign(&id))
        }
        _ => false,
    }
}
