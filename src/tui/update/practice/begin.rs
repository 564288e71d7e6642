//! Before the first question: opening, the role one holds, the date, the plan.

use jiff::civil::Date;

use super::{change, doubt, look, say};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::{Change, Pin, Practised, Remark};
use crate::tui::action::{Verb, Way};
use crate::tui::effect::{Effect, Purpose};
use crate::tui::keymap::Context;
use crate::tui::line_edit::LineEdit;
use crate::tui::model::{Model, Overlay, Screen};
use crate::tui::pick::{Picker, Wanted};
use crate::tui::practice::{
    Asked, Field, FieldKind, Kind, Left, MINUTES, Paper, Planning, PracticeScreen, Run, Sheets, Sitting, Stage, Timer,
    Turn,
};
use crate::tui::update::ladder::role_here;

/// Opens practice for the role the screen is about.
pub(in crate::tui::update) fn open(model: &mut Model) -> Vec<Effect> {
    if let Some(role) = role_here(model) {
        return open_for(model, role);
    }
    model.notices.say("No role here to practise for.");
    Vec::new()
}

/// Opens practice for `role`, where it was left if it was.
pub(in crate::tui::update) fn open_for(model: &mut Model, role: RoleId) -> Vec<Effect> {
    let Some(pool) = model.catalog.pool(&role) else {
        model.notices.say(&format!("{role} is not in this catalog."));
        return Vec::new();
    };
    if pool.questions.is_empty() {
        model.notices.say("Nobody has written questions for this role yet.");
        return Vec::new();
    }
    let below = super::under(model, |screen| matches!(screen, Screen::Practice(_)));
    let left = model.sittings.iter().position(|left| left.sitting.role == role);
    let minutes = model.usual_minutes;
    let new = || Left { sitting: Sitting::new(role, minutes), sheets: Sheets::default() };
    let left = left.map_or_else(new, |place| model.sittings.remove(place));
    model.screen = Screen::Practice(Box::new(PracticeScreen::new(left, below)));
    let read = if model.practice.is_none() { vec![Effect::ReadPractice] } else { Vec::new() };
    read.into_iter().chain([Effect::Time]).collect()
}

/// Opens practice for `role` at one question of it.
pub(in crate::tui::update) fn open_at(model: &mut Model, role: RoleId, question: WholeQuestionId) -> Vec<Effect> {
    let effects = open_for(model, role);
    if let Screen::Practice(screen) = &mut model.screen {
        screen.sitting.wanted = Some(question);
    }
    effects
}

/// It is known how late it is, and what was practised before: the first time begins, or the plan, or what was left.
pub(in crate::tui::update) fn ready(model: &mut Model) {
    let Some(now) = model.now else { return };
    let Screen::Practice(screen) = &mut model.screen else { return };
    screen.sitting.resume(now);
    if !doubt::look_at(model) {
        return;
    }
    let Screen::Practice(screen) = &mut model.screen else { return };
    if let Some(question) = screen.sitting.wanted.take() {
        return ask(model, question);
    }
    match &screen.sitting.stage {
        Stage::Opening => {
            let seen = look(model, |scene, _| {
                let seen = scene.desk(|desk| desk.questions().iter().any(|it| it.aside || !it.history.is_new()));
                Some(scene.interview().is_some() || seen == Some(true) || scene.waiting().is_some())
            });
            if seen == Some(true) {
                plan(model);
            } else {
                change(model, |_, _| Stage::Start);
            }
        }
        // Another day may have begun since it was left.
        Stage::Plan(_) => replan(model),
        Stage::Start
        | Stage::Doubted(_)
        | Stage::Lengths
        | Stage::WarmUp(..)
        | Stage::Drill(_)
        | Stage::Pairing(_)
        | Stage::Question(..)
        | Stage::Summary(_) => {}
    }
}

/// Asks `question` now, or after the answer that is on. What was begun of another waits.
fn ask(model: &mut Model, question: WholeQuestionId) {
    let Some(now) = model.now else { return };
    let Screen::Practice(screen) = &mut model.screen else { return };
    let sitting = &mut screen.sitting;
    if sitting.question() == Some(&question) {
        return;
    }
    let timer = Timer::start(now);
    let new = |minutes| Run::new(Kind::Practice, minutes, Vec::new(), timer);
    let mut run = match std::mem::take(&mut sitting.stage) {
        Stage::Question(mut run, Turn::Ask(asked)) if matches!(run.kind, Kind::Practice) => {
            if !(run.rest.is_empty() && run.reviews.is_empty()) {
                run.rest.push_front(asked.paper.question.clone());
            }
            sitting.papers.push(asked.paper);
            run
        }
        Stage::Question(run, Turn::Result(_)) if matches!(run.kind, Kind::Practice) => run,
        Stage::Question(mut run, turn) => {
            let after = matches!(run.kind, Kind::Practice);
            if after {
                run.rest.retain(|next| *next != question);
                run.rest.push_front(question);
            }
            sitting.stage = Stage::Question(run, turn);
            let what =
                if after { "this answer first, then the question you chose" } else { "it comes to its end first" };
            return model.notices.say(&format!("Practice goes on where you left it: {what}."));
        }
        stage @ (Stage::WarmUp(..) | Stage::Pairing(_) | Stage::Doubted(_)) => {
            sitting.stage = stage;
            return model.notices.say("Practice goes on where you left it: it comes to its end first.");
        }
        Stage::Opening | Stage::Start | Stage::Plan(_) | Stage::Lengths | Stage::Drill(_) | Stage::Summary(_) => {
            new(sitting.minutes)
        }
    };
    run.rest.retain(|next| *next != question);
    let paper = taken(sitting, question);
    sitting.stage = Stage::Question(run, Turn::Ask(Asked::new(paper, timer)));
}

/// A new plan.
pub(super) fn plan(model: &mut Model) {
    change(model, |_, _| Stage::Plan(Planning::default()));
    replan(model);
}

/// Makes the plan that is on the screen anew, after something it is made from has changed.
pub(super) fn replan(model: &mut Model) {
    let made = look(model, |scene, sitting| {
        let Stage::Plan(planning) = &sitting.stage else { return None };
        scene.plan(sitting.minutes, planning.more, &planning.without)
    });
    if let (Some(made), Screen::Practice(screen)) = (made, &mut model.screen)
        && let Stage::Plan(planning) = &mut screen.sitting.stage
    {
        planning.plan = Some(made);
    }
}

/// More minutes, or fewer. Minutes that nothing fills ask for one question more.
pub(super) fn minutes(model: &mut Model, more: bool) {
    let Screen::Practice(screen) = &mut model.screen else { return };
    let Stage::Plan(planning) = &mut screen.sitting.stage else { return };
    let before = planning.plan.as_ref().map_or(0, |plan| plan.steps.len());
    let (fewest, most, step) = MINUTES;
    let minutes = if more { screen.sitting.minutes + step } else { screen.sitting.minutes.saturating_sub(step) };
    screen.sitting.minutes = minutes.clamp(fewest, most);
    if !more {
        planning.more = planning.more.saturating_sub(1);
    }
    replan(model);
    let Screen::Practice(screen) = &mut model.screen else { return };
    let Stage::Plan(planning) = &mut screen.sitting.stage else { return };
    let Some(plan) = &planning.plan else { return };
    // Room for a short question with its signals: one that was swapped out, or one more than there would be.
    if more && plan.steps.len() == before && plan.minutes + 10 <= screen.sitting.minutes {
        if planning.without.is_empty() {
            planning.more += 1;
        }
        planning.without.clear();
        replan(model);
    }
}

/// Which line of the plan is under the cursor; none where that is a mock interview that waits, above all of them.
pub(super) fn under_cursor(model: &Model) -> Option<usize> {
    let Screen::Practice(screen) = &model.screen else { return None };
    let waits = look(model, |scene, _| scene.waiting().map(drop)).is_some();
    screen.sheets.main.cursor.stop.checked_sub(usize::from(waits))
}

/// Another question in the place of the one under the cursor.
pub(super) fn swap(model: &mut Model) {
    let Some(stop) = under_cursor(model) else { return };
    let Screen::Practice(screen) = &mut model.screen else { return };
    let Stage::Plan(planning) = &mut screen.sitting.stage else { return };
    let steps = planning.plan.as_ref().map_or(&[][..], |plan| &plan.steps);
    let (Some(out), count) = (steps.get(stop).map(|step| step.question.clone()), steps.len()) else { return };
    planning.without.insert(out.clone());
    replan(model);
    let Screen::Practice(screen) = &mut model.screen else { return };
    let Stage::Plan(planning) = &mut screen.sitting.stage else { return };
    let fewer = planning.plan.as_ref().is_none_or(|plan| plan.steps.len() < count);
    if fewer {
        // Nothing is left to swap in: what was swapped out before may come again, but not this one.
        planning.without = [out.clone()].into();
        replan(model);
    }
    let Screen::Practice(screen) = &mut model.screen else { return };
    let Stage::Plan(planning) = &mut screen.sitting.stage else { return };
    if fewer && planning.plan.as_ref().is_none_or(|plan| plan.steps.len() < count) {
        planning.without.clear();
        replan(model);
        let more = model.keys.words(Context::Plan, Verb::Minutes(Way::Next), ": # asks for more");
        model.notices.say(&format!("There is no other question for today{more}."));
    }
}

/// Puts the question under the cursor aside, or the one that is on; or takes one up again.
pub(super) fn put_aside(model: &mut Model) -> Vec<Effect> {
    let stop = under_cursor(model);
    let Screen::Practice(screen) = &model.screen else { return Vec::new() };
    let question = match &screen.sitting.stage {
        Stage::Plan(planning) => {
            let Some(stop) = stop else { return Vec::new() };
            let steps = planning.plan.as_ref().map_or(&[][..], |plan| &plan.steps);
            let planned = steps.get(stop).map(|step| step.question.clone());
            planned.or_else(|| {
                let aside = stop.checked_sub(steps.len())?;
                look(model, |scene, _| {
                    let pool = scene.catalog.pool(scene.role)?;
                    let mut aside =
                        pool.questions.into_iter().filter(|it| scene.practice.is_suspended(&it.id)).skip(aside);
                    aside.next().map(|pooled| pooled.id)
                })
            })
        }
        Stage::Question(_, turn) => Some(turn.question().clone()),
        _ => None,
    };
    let Some(question) = question else { return Vec::new() };
    let on = !model.practice.as_ref().is_some_and(|practice| practice.is_suspended(&question));
    say(vec![Remark::Practised(Practised::Suspend { question, on })])
}

/// Opens the field for a date or for what is wrong.
pub(super) fn field(model: &mut Model, verb: Verb) {
    let Screen::Practice(screen) = &mut model.screen else { return };
    let kind = if verb == Verb::Date { FieldKind::Date } else { FieldKind::Flag };
    let interview = model.practice.as_ref().and_then(|practice| practice.interview(&screen.sitting.role));
    let line = match (kind, interview) {
        (FieldKind::Date, Some(day)) => LineEdit::with(&day.day().to_string()),
        _ => LineEdit::default(),
    };
    screen.field = Some(Field { kind, line, refused: None });
}

/// Runs a verb while the field has the keys.
pub(super) fn typed(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    match verb {
        Verb::Close => screen.field = None,
        Verb::Accept => {
            let Some(Field { kind, line, .. }) = screen.field.take() else { return Vec::new() };
            let text = line.text().trim();
            match kind {
                FieldKind::Date => return dated(model, text),
                FieldKind::Flag if text.is_empty() => model.notices.say("Nothing was typed, and nothing is flagged."),
                FieldKind::Flag => {
                    let question = screen.sitting.question().cloned();
                    let flag = |question| Remark::Practised(Practised::Flag { question, text: text.to_owned() });
                    return question.map(|question| say(vec![flag(question)])).unwrap_or_default();
                }
            }
        }
        _ => {}
    }
    Vec::new()
}

/// Keeps the date, or that there is none.
fn dated(model: &mut Model, text: &str) -> Vec<Effect> {
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    let role = screen.sitting.role.clone();
    let on: Option<Date> = if text.is_empty() { None } else { text.parse().ok() };
    if on.is_none() && !text.is_empty() {
        let line = LineEdit::with(text);
        screen.field = Some(Field { kind: FieldKind::Date, line, refused: Some("no date; one is 2026-05-14") });
        return Vec::new();
    }
    let known = model.practice.as_ref().and_then(|practice| practice.interview(&role));
    if known.map(|day| day.day().date()) == on {
        model.notices.say("The date is as it was.");
        return Vec::new();
    }
    say(vec![Remark::Practised(Practised::Interview { role, on })])
}

/// Opens the picker for the role the reader holds.
pub(super) fn pick_current(model: &mut Model) {
    let Screen::Practice(screen) = &model.screen else { return };
    let near = Some(screen.sitting.role.clone());
    model.overlay = Some(Overlay::Pick(Box::new(Picker::new(&model.catalog, Wanted::Here, Vec::new(), near))));
}

/// Keeps `role` as the one the reader holds.
pub(in crate::tui::update) fn current(model: &Model, role: RoleId) -> Vec<Effect> {
    if model.bookmarks.has_pin(&role, Pin::Here) {
        return Vec::new();
    }
    vec![Effect::Keep(vec![Change::Pin { of: role.into(), pin: Pin::Here }], Purpose::Do)]
}

/// Begins with the first question of the plan.
pub(super) fn first(model: &mut Model) -> Vec<Effect> {
    let Some(now) = model.now else { return Vec::new() };
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    let Stage::Plan(planning) = &screen.sitting.stage else { return Vec::new() };
    let steps = planning.plan.as_ref().map_or(&[][..], |plan| &plan.steps);
    let questions = steps.iter().map(|step| step.question.clone());
    let mut run = Run::new(Kind::Practice, screen.sitting.minutes, questions, Timer::start(now));
    let Some(question) = run.rest.pop_front() else {
        let more = model.keys.words(Context::Plan, Verb::Minutes(Way::Next), ": # asks for more all the same");
        model.notices.say(&format!("Nothing is planned{more}."));
        return Vec::new();
    };
    let paper = taken(&mut screen.sitting, question);
    screen.sitting.stage = Stage::Question(run, Turn::Ask(Asked::new(paper, Timer::start(now))));
    Vec::new()
}

/// The answer to `question` that was begun and left, or an empty one.
pub(super) fn taken(sitting: &mut Sitting, question: WholeQuestionId) -> Paper {
    let left = sitting.papers.iter().position(|paper| paper.question == question);
    left.map_or_else(|| Paper::new(question), |place| sitting.papers.remove(place))
}
