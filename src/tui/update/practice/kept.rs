//! What is kept of practice: how a result comes to be kept, what is said of it, and what becomes of the screen when it is
//! taken back or counts again.

use super::{begin, drill, halfway, look, say};
use crate::domain::practice::{Mode, Review, Tick, Verdict};
use crate::store::{Entry, EntryId, Practised, Remark};
use crate::tui::effect::{Effect, Purpose};
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Interview, Judging, Kept, Kind, Now, Revealed, Run, Sitting, Stage, Timer, Turn, weakest};

/// Keeps the answer that was ticked. What it is kept as comes back as [`said`].
pub(super) fn keep(model: &mut Model) -> Vec<Effect> {
    let review = look(model, |scene, sitting| {
        let Stage::Question(_, Turn::Reveal(revealed) | Turn::FollowUp(revealed, _)) = &sitting.stage else {
            return None;
        };
        scene.question(revealed.question(), |pooled| {
            let derived = revealed.derive(pooled.question, scene.is_first(revealed), scene.now);
            let review = revealed.review(scene, pooled.question, (revealed.mode, derived));
            // Ticks of a colleague that were entered already are put right.
            let before = (revealed.mode == Mode::Pair).then(|| scene.paired(revealed.question())).flatten();
            let before = before.map(|(of, _)| Remark::Withdraw { of: of.clone() });
            before.into_iter().chain([reviewed(review)]).collect()
        })
    });
    review.map(say).unwrap_or_default()
}

pub(super) fn reviewed(review: Review) -> Remark {
    Remark::Practised(Practised::Review(Box::new(review)))
}

/// Puts `verdict` in the place of the one that counts.
pub(super) fn judge(model: &mut Model, verdict: Verdict) -> Vec<Effect> {
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    let Stage::Question(_, Turn::Result(kept)) = &mut screen.sitting.stage else { return Vec::new() };
    kept.judging = Judging::No;
    if kept.review.rating == verdict {
        model.notices.say("That is what counts already.");
        return Vec::new();
    }
    let review = Review { rating: verdict, ..kept.review.clone() };
    say(vec![Remark::Withdraw { of: kept.entry.clone() }, reviewed(review)])
}

/// Keeps how the weakest signal went the second time.
pub(super) fn said_again(model: &mut Model, tick: Tick) -> Vec<Effect> {
    let review = look(model, |scene, sitting| {
        let Stage::Question(_, Turn::Redo(kept, timer)) = &sitting.stage else { return None };
        scene.question(&kept.review.question, |pooled| {
            let signal = weakest(pooled.question, &kept.review)?;
            let mut revealed = kept.revealed.clone();
            revealed.ticks.insert(signal.id.clone(), tick);
            let derived = revealed.derive(pooled.question, false, scene.now);
            let review = revealed.review(scene, pooled.question, (Mode::Redo, derived));
            Some(Review { secs: timer.seconds(scene.now), predicted: None, cold: false, ..review })
        })?
    });
    review.map(|review| say(vec![reviewed(review)])).unwrap_or_default()
}

/// Has a question that has changed begin anew.
pub(super) fn begin_anew(model: &mut Model) -> Vec<Effect> {
    let outdated = look(model, |scene, sitting| {
        let id = sitting.question()?;
        let history = scene.history(id);
        let outdated = scene.question(id, |pooled| history.is_outdated(pooled.question))?;
        outdated.then(|| id.clone())
    });
    let Some(question) = outdated else {
        model.notices.say("This question has not changed since it was last answered.");
        return Vec::new();
    };
    say(vec![Remark::Practised(Practised::Fresh { question })])
}

/// The answers that `entries` take back, looked at before they are taken in.
pub(in crate::tui::update) fn taken_back(model: &Model, entries: &[Entry<Remark>]) -> Vec<(EntryId, Review)> {
    let Some(practice) = &model.practice else { return Vec::new() };
    let withdrawn = entries.iter().filter_map(|entry| match &entry.record {
        Remark::Withdraw { of } => Some((of.clone(), practice.review(of)?.clone())),
        _ => None,
    });
    withdrawn.collect()
}

/// What to say of something practised once it is on disk.
pub(in crate::tui::update) fn told(practised: &Practised) -> String {
    match practised {
        Practised::Review(review) if review.mode == Mode::Redo => "Said once more: kept, not scheduled.".to_owned(),
        Practised::Review(review) if review.mode == Mode::Drill => "Said: kept, not scheduled.".to_owned(),
        Practised::Review(review) if review.mode == Mode::Pair => {
            format!("Your colleague's ticks kept: {}.", review.rating)
        }
        Practised::Review(review) => {
            let story = if review.story.is_some() { ", with its story" } else { "" };
            format!("Answer kept: {}{story}.", review.rating)
        }
        Practised::Interview { on: Some(date), .. } => format!("Interview on {date}."),
        Practised::Interview { on: None, .. } => "No interview.".to_owned(),
        Practised::Suspend { on: true, .. } => "Put aside: it is asked no more.".to_owned(),
        Practised::Suspend { on: false, .. } => "Taken up again.".to_owned(),
        Practised::Flag { .. } => "Flag kept.".to_owned(),
        Practised::Fresh { .. } => "It begins anew; earlier answers count no more.".to_owned(),
        Practised::Session(_) => "Sitting kept.".to_owned(),
        Practised::Given(_) => "Answer kept; it is judged at the end.".to_owned(),
        Practised::Over { .. } => "The mock interview is left; what was written stays in its files.".to_owned(),
    }
}

/// Entries are taken in: the screen goes where they lead.
pub(in crate::tui::update) fn said(
    model: &mut Model,
    entries: &[Entry<Remark>],
    before: &[(EntryId, Review)],
    purpose: Purpose,
) -> Vec<Effect> {
    let Some(now) = model.now else { return Vec::new() };
    let mut effects = Vec::new();
    let is_open = matches!(model.screen, Screen::Practice(_));
    for entry in entries {
        match &entry.record {
            Remark::Practised(Practised::Review(review)) if review.mode == Mode::Drill => {
                let drilled =
                    sitting(model, review).map(|sitting| drill::kept_as(sitting, now, &entry.stamp.id, review));
                effects.extend(drilled.unwrap_or_default());
            }
            Remark::Practised(Practised::Review(review)) => kept_as(model, now, &entry.stamp.id, review),
            Remark::Practised(Practised::Given(given)) => halfway::kept_as(model, given, &entry.stamp.id),
            Remark::Practised(Practised::Suspend { question, on: true }) if purpose != Purpose::Undo => {
                effects.extend(leave(model, question));
            }
            Remark::Restore { of } => {
                let review = model.practice.as_ref().and_then(|practice| practice.review(of)).cloned();
                if let Some(review) = review.as_ref().filter(|review| review.mode == Mode::Drill) {
                    // The sitting it ended counts again by an entry of its own.
                    sitting(model, review).map(|sitting| drill::kept_as(sitting, now, of, review));
                } else if let Some(review) = review {
                    kept_as(model, now, of, &review);
                }
                let ends = |practice: &crate::store::Practice| practice.sessions().iter().any(|(it, _)| it.id == *of);
                if model.practice.as_ref().is_some_and(ends) {
                    ended(model);
                }
            }
            Remark::Withdraw { of } if purpose != Purpose::Do => {
                let review = before.iter().find(|(id, _)| id == of);
                let replaced = entries.iter().any(|entry| matches!(entry.record, Remark::Restore { .. }));
                if let Some((_, review)) = review.filter(|_| !replaced) {
                    effects.extend(show_again(model, now, of, review));
                }
            }
            _ => {}
        }
    }
    if is_open {
        begin::replan(model);
    }
    effects
}

/// The sitting that `review` belongs to.
fn sitting<'a>(model: &'a mut Model, review: &Review) -> Option<&'a mut Sitting> {
    match &mut model.screen {
        Screen::Practice(screen) if screen.sitting.role == review.role => Some(&mut screen.sitting),
        _ => model.sittings.iter_mut().map(|left| &mut left.sitting).find(|sitting| sitting.role == review.role),
    }
}

/// An answer is kept: what came of it shows.
fn kept_as(model: &mut Model, now: Now, entry: &EntryId, review: &Review) {
    let Some(sitting) = sitting(model, review) else { return };
    let (mut run, turn) = match std::mem::take(&mut sitting.stage) {
        Stage::Question(run, turn) => (run, turn),
        Stage::Summary(run) => {
            // The sitting was taken back with another verdict for its last answer.
            let known = sitting.revealed.iter().find(|(known, _)| known == entry);
            let Some((_, revealed)) = known.cloned() else {
                sitting.stage = Stage::Summary(run);
                return;
            };
            let last = run.reviews.last().cloned().unwrap_or_else(|| entry.clone());
            let before = Kept { revealed, entry: last, review: review.clone(), judging: Judging::No };
            (run, Turn::Result(before))
        }
        stage => {
            sitting.stage = stage;
            return;
        }
    };
    let here = turn.question() == &review.question;
    let turn = match turn {
        Turn::Redo(kept, _) | Turn::Result(kept) if review.mode == Mode::Redo => {
            run.reviews.push(entry.clone());
            Turn::Result(kept)
        }
        Turn::Reveal(revealed) | Turn::FollowUp(revealed, _) if here => {
            run.reviews.push(entry.clone());
            Turn::Result(result(sitting, revealed, entry, review))
        }
        Turn::Result(kept) if here => {
            // Another verdict in the place of this one.
            run.reviews.retain(|known| *known != kept.entry && known != entry);
            run.reviews.push(entry.clone());
            Turn::Result(result(sitting, kept.revealed, entry, review))
        }
        turn => turn,
    };
    run.timer.resume(now);
    sitting.stage = Stage::Question(run, turn);
}

fn result(sitting: &mut Sitting, revealed: Revealed, entry: &EntryId, review: &Review) -> Kept {
    let revealed = Revealed { story: review.story.clone(), ..revealed };
    sitting.revealed.retain(|(known, _)| known != entry);
    sitting.revealed.push((entry.clone(), revealed.clone()));
    Kept { revealed, entry: entry.clone(), review: review.clone(), judging: Judging::No }
}

/// A sitting counts again that was over.
fn ended(model: &mut Model) {
    let Screen::Practice(screen) = &mut model.screen else { return };
    match std::mem::take(&mut screen.sitting.stage) {
        Stage::Question(run, Turn::Result(_)) if run.is_last() => screen.sitting.stage = Stage::Summary(run),
        stage => screen.sitting.stage = stage,
    }
}

/// An answer is taken back: it shows beside its signals again, with its ticks, and what was on waits behind it.
fn show_again(model: &mut Model, now: Now, of: &EntryId, review: &Review) -> Vec<Effect> {
    let Some(sitting) = sitting(model, review) else { return Vec::new() };
    if review.mode == Mode::Drill {
        drill::show_again(sitting, now, of, review.secs);
        return Vec::new();
    }
    let known = sitting.revealed.iter().find(|(known, _)| known == of).map(|(_, revealed)| revealed.clone());
    let minutes = sitting.minutes;
    let (mut run, on) = match std::mem::take(&mut sitting.stage) {
        // A mock interview that was left half way asks no more than it did, whatever is taken back meanwhile.
        Stage::Question(run, turn) if run.interview().is_some() && !run.reviews.contains(of) => {
            sitting.stage = Stage::Question(run, turn);
            return Vec::new();
        }
        Stage::Question(run, turn) => (run, Some(turn)),
        Stage::Summary(run) | Stage::Pairing(run) => (run, None),
        Stage::WarmUp(run, timer) => {
            // Nothing is taken back while an interview asks.
            sitting.stage = Stage::WarmUp(run, timer);
            return Vec::new();
        }
        Stage::Opening | Stage::Doubted(_) | Stage::Start | Stage::Plan(_) | Stage::Lengths | Stage::Drill(_) => {
            let kind = match review.mode {
                Mode::Mock => Kind::Mock(Interview::over()),
                Mode::Pair => Kind::Pair,
                _ => Kind::Practice,
            };
            (Run::new(kind, minutes, Vec::new(), Timer::start(now)), None)
        }
    };
    run.reviews.retain(|known| known != of);
    run.timer.resume(now);
    if review.mode == Mode::Redo {
        // What was said once more is not asked again; what came of the answer itself stays.
        sitting.stage = match on {
            Some(turn) => Stage::Question(run, turn),
            None => Stage::Summary(run),
        };
        return Vec::new();
    }
    if let Some(turn) = on.filter(|turn| *turn.question() != review.question) {
        match (&mut run.kind, turn) {
            // It was given in the same interview, and waits again.
            (Kind::Mock(interview), Turn::Reveal(revealed)) => interview.waiting.push_front(revealed),
            // It is chosen from the list again.
            (Kind::Pair, _) => {}
            (_, Turn::Ask(asked)) => {
                run.rest.push_front(asked.paper.question.clone());
                sitting.papers.push(asked.paper);
            }
            (_, turn) => run.rest.push_front(turn.question().clone()),
        }
    }
    let read = known.is_none();
    let revealed = known.unwrap_or_else(|| Revealed::of(review, String::new()));
    let paper = revealed.committed.paper.clone();
    sitting.stage = Stage::Question(run, Turn::Reveal(revealed));
    if read && paper.file.is_some() { vec![Effect::ReadAnswer(paper)] } else { Vec::new() }
}

/// The question that is on was put aside: the next one.
fn leave(model: &mut Model, question: &crate::domain::WholeQuestionId) -> Vec<Effect> {
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    if let Stage::Question(run, turn) = &mut screen.sitting.stage {
        run.rest.retain(|next| next != question);
        if turn.question() == question && matches!(turn, Turn::Ask(_)) {
            return super::follow::next_question(model);
        }
    }
    Vec::new()
}
