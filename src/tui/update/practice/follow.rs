//! From the ticks on: follow-ups, the result, one signal once more, the next question, the summary; and back by undoing.

use super::begin::taken;
use super::halfway::asked_out;
use super::reveal::unticked;
use super::{change, kept, look};
use crate::domain::practice::Mode;
use crate::store::{Practised, Remark};
use crate::tui::action::Verb;
use crate::tui::effect::{Effect, Purpose};
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Asked, FollowUp, Heard, Kind, Run, Sitting, Stage, Timer, Turn};

/// The ticks are made: the first follow-up, or the result; in a mock interview the follow-ups were asked before, by a colleague
/// too.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    let unticked = unticked(model);
    if unticked > 0 {
        let (what, were) = if unticked == 1 { ("signal", "was") } else { ("signals", "were") };
        let back = model.key_words(Verb::Undo, "; # goes back");
        model.notices.say(&format!("{unticked} {what} not ticked {were} taken as missed{back}."));
    }
    match &model.screen {
        Screen::Practice(screen) => match &screen.sitting.stage {
            Stage::Question(Run { kind: Kind::Mock(_), .. }, _) => kept::keep(model),
            Stage::Question(_, Turn::Reveal(revealed)) if revealed.mode == Mode::Pair => kept::keep(model),
            _ => follow_up(model, 0),
        },
        _ => Vec::new(),
    }
}

/// The follow-up at `place`, or the result when there is none.
fn follow_up(model: &mut Model, place: usize) -> Vec<Effect> {
    let all =
        look(model, |scene, sitting| scene.question(sitting.question()?, |pooled| pooled.question.follow_ups.len()));
    if all.is_none_or(|all| place >= all) {
        return kept::keep(model);
    }
    change(model, |stage, now| match stage {
        Stage::Question(run, Turn::Reveal(revealed) | Turn::FollowUp(revealed, _)) => {
            let follow_up = FollowUp { place, timer: Timer::start(now), heard: Heard::Waiting };
            Stage::Question(run, Turn::FollowUp(revealed, follow_up))
        }
        stage => stage,
    });
    Vec::new()
}

/// What to listen for, and then the next follow-up.
pub(super) fn next(model: &mut Model) -> Vec<Effect> {
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    let Stage::Question(_, Turn::FollowUp(_, asked)) = &mut screen.sitting.stage else { return Vec::new() };
    if asked.heard == Heard::Waiting {
        asked.heard = Heard::Shown;
        return Vec::new();
    }
    let place = asked.place + 1;
    follow_up(model, place)
}

/// Leaves out what is left of the follow-ups, or goes on without an answer to the question.
pub(super) fn skip(model: &mut Model) -> Vec<Effect> {
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    match &mut screen.sitting.stage {
        Stage::Question(_, Turn::FollowUp(..)) => kept::keep(model),
        Stage::Question(run, Turn::Ask(asked)) => {
            run.skipped += 1;
            screen.sitting.papers.push(asked.paper.clone());
            next_question(model)
        }
        _ => Vec::new(),
    }
}

/// The next question, or the summary with which the sitting is kept.
pub(super) fn next_question(model: &mut Model) -> Vec<Effect> {
    let Some(now) = model.now else { return Vec::new() };
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    let Sitting { stage, .. } = &mut screen.sitting;
    let Stage::Question(mut run, turn) = std::mem::take(stage) else { return Vec::new() };
    if matches!(run.kind, Kind::Pair) {
        *stage = Stage::Pairing(run);
        return Vec::new();
    }
    let asked_so_far = run.is_asking();
    if let Some(revealed) = run.next_to_judge(now) {
        let ended = run.interview().filter(|_| asked_so_far);
        let effects = ended.map(|interview| asked_out(interview, Some(revealed.question()))).unwrap_or_default();
        *stage = Stage::Question(run, Turn::Reveal(revealed));
        if asked_so_far {
            model.notices.say("The interview is over. Now each answer beside its signals.");
        }
        return effects;
    }
    if let Some(question) = run.rest.pop_front() {
        let paper = taken(&mut screen.sitting, question);
        screen.sitting.stage = Stage::Question(run, Turn::Ask(Asked::new(paper, Timer::start(now))));
        return Vec::new();
    }
    let mut effects = run.interview().filter(|_| asked_so_far).map(|it| asked_out(it, None)).unwrap_or_default();
    *stage = Stage::Question(run, turn);
    effects.extend(end(model));
    effects
}

/// The summary, with which the sitting is kept.
pub(super) fn end(model: &mut Model) -> Vec<Effect> {
    let (Some(now), Some(practice)) = (model.now, &model.practice) else { return Vec::new() };
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    let Sitting { role, stage, .. } = &mut screen.sitting;
    let (Stage::Question(mut run, _) | Stage::Pairing(mut run)) = std::mem::take(stage) else { return Vec::new() };
    run.timer.pause(now);
    run.reviews.retain(|id| practice.review(id).is_some());
    let session = run.session(role, now);
    *stage = Stage::Summary(run);
    if session.reviews.is_empty() {
        return Vec::new();
    }
    vec![Effect::Say(vec![Remark::Practised(Practised::Session(session))], Purpose::Also)]
}

/// Asks for the weakest signal once more.
pub(super) fn once_more(model: &mut Model) {
    let weakest = look(model, |scene, sitting| {
        let Stage::Question(_, Turn::Result(kept)) = &sitting.stage else { return None };
        scene.question(&kept.review.question, |pooled| {
            crate::tui::practice::weakest(pooled.question, &kept.review).is_some()
        })
    });
    if weakest != Some(true) {
        model.notices.say("Every signal was there: nothing to say once more.");
        return;
    }
    change(model, |stage, now| match stage {
        Stage::Question(run, Turn::Result(kept)) => Stage::Question(run, Turn::Redo(kept, Timer::start(now))),
        stage => stage,
    });
}

/// Back to what came of the answer.
pub(super) fn back_to_result(model: &mut Model) {
    change(model, |stage, _| match stage {
        Stage::Question(run, Turn::Redo(kept, _)) => Stage::Question(run, Turn::Result(kept)),
        stage => stage,
    });
}

/// Takes back the last answer of today, whichever start of the program it was given in, with the sitting it ended.
/// `None` where there is none.
pub(in crate::tui::update) fn undo_of_today(model: &mut Model) -> Option<Vec<Effect>> {
    let Screen::Practice(_) = &model.screen else { return None };
    let (now, practice) = (model.now?, model.practice.as_ref()?);
    let (of, _) = practice.last_review_on(now.moment.day)?;
    let sessions = practice.sessions().into_iter().filter(|(_, session)| session.reviews.last() == Some(&of));
    let sessions = sessions.map(|(stamp, _)| Remark::Withdraw { of: stamp.id });
    let remarks = sessions.chain([Remark::Withdraw { of: of.clone() }]).collect();
    Some(vec![Effect::Say(remarks, Purpose::Undo)])
}
