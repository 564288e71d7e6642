//! What verbs do in practice, how it is opened and closed. One file for each part of the way.

mod begin;
mod commit;
mod doubt;
mod drill;
mod follow;
mod halfway;
mod interview;
mod kept;
mod pairing;
mod reveal;
mod story;

use super::WHEEL_ROWS;
use super::mouse::{Hit, hit};
use crate::domain::RoleId;
use crate::store::{Pin, Practice, Remark};
use crate::tui::action::{Motion, Verb, Way};
use crate::tui::effect::{Effect, Purpose};
use crate::tui::keymap::Context;
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Face, Judging, Left, Now, PracticeScreen, Scene, Sitting, Stage, Turn, Writing};
pub(super) use begin::{current, open, open_at, open_for, ready};
pub(super) use commit::{answered, stuck, written};
pub(super) use follow::undo_of_today;
pub(super) use interview::holds_back;
pub(super) use kept::{said, taken_back, told};
pub(super) use reveal::{step_back, untick};
pub(super) use story::{pick, refill, tell};

/// Runs a verb in practice.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let size = model.size;
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    if screen.field.is_some() {
        return begin::typed(model, verb);
    }
    if let Stage::Question(_, Turn::Ask(asked)) = &screen.sitting.stage
        && !matches!(asked.writing, Writing::No)
    {
        return commit::typed(model, verb);
    }
    if doubt::is_asked(model) {
        match verb {
            Verb::Trust => doubt::trust(model),
            Verb::Close | Verb::Quit => return close(model),
            _ => {}
        }
        return Vec::new();
    }
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    match verb {
        Verb::Move(motion) => {
            let stands = screen.has_stops() && screen.face() == Face::Signals;
            let (sheet, height) = screen.sheet_mut(size);
            if stands {
                sheet.cursor.travel(motion, &sheet.rows, height);
            } else {
                sheet.cursor.scroll(motion, &sheet.rows, height);
            }
        }
        Verb::Scroll(motion) => {
            let (sheet, height) = screen.sheet_mut(size);
            sheet.cursor.scroll(motion, &sheet.rows, height);
        }
        Verb::Close | Verb::Quit => return close(model),
        Verb::Date | Verb::Flag => begin::field(model, verb),
        Verb::Current => begin::pick_current(model),
        Verb::Minutes(way) => begin::minutes(model, way == Way::Next),
        Verb::Swap if begin::under_cursor(model).is_none() => return halfway::leave(model),
        Verb::Swap => begin::swap(model),
        Verb::PutAside => return begin::put_aside(model),
        Verb::Editor | Verb::TypeHere | Verb::Aloud | Verb::Scaffold => return commit::run(model, verb),
        Verb::Skip => return follow::skip(model),
        Verb::Fresh => return kept::begin_anew(model),
        Verb::Predict(prediction) => return reveal::predict(model, Some(prediction)),
        Verb::Mock => interview::choose(model),
        Verb::Drill => drill::begin(model),
        Verb::Pair => pairing::begin(model),
        Verb::Sit(length) => interview::begin(model, length),
        Verb::Finish => return interview::finish(model),
        Verb::Tick(tick) => return reveal::tick(model, tick),
        Verb::NextPane | Verb::PreviousPane => reveal::turn(model, verb == Verb::NextPane),
        Verb::Override => reveal::choose(model),
        Verb::Story => return story::ask(model),
        Verb::Judge(verdict) => return kept::judge(model, verdict),
        Verb::OnceMore => follow::once_more(model),
        Verb::Open => return go_on(model),
        _ => {}
    }
    Vec::new()
}

/// Enter: the next step of the way.
fn go_on(model: &mut Model) -> Vec<Effect> {
    let on_waiting = begin::under_cursor(model).is_none();
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    match &screen.sitting.stage {
        Stage::Opening | Stage::Doubted(_) => {}
        Stage::Start | Stage::Summary(_) => begin::plan(model),
        Stage::Plan(_) if on_waiting => return halfway::again(model),
        Stage::Plan(_) => return begin::first(model),
        Stage::Lengths => interview::begin_chosen(model),
        Stage::WarmUp(..) => return interview::warmed_up(model),
        Stage::Drill(_) => drill::go_on(model),
        Stage::Pairing(_) => return pairing::go_on(model),
        Stage::Question(run, turn) => match turn {
            Turn::Ask(_) => return commit::take(model),
            Turn::Predict(_) => return reveal::predict(model, None),
            Turn::Reveal(_) => return follow::begin(model),
            Turn::FollowUp(..) if run.is_asking() => return interview::next_further(model),
            Turn::FollowUp(..) => return follow::next(model),
            Turn::Result(_) => return follow::next_question(model),
            Turn::Redo(..) => follow::back_to_result(model),
        },
    }
    Vec::new()
}

/// Back a step where something lies over the stage, else to what it was opened from.
fn close(model: &mut Model) -> Vec<Effect> {
    if let Screen::Practice(screen) = &mut model.screen {
        if let Stage::Question(_, Turn::Result(kept)) = &mut screen.sitting.stage
            && kept.judging != Judging::No
        {
            kept.judging = Judging::No;
            return Vec::new();
        }
        if let Stage::Question(_, Turn::Redo(..)) = &screen.sitting.stage {
            follow::back_to_result(model);
            return Vec::new();
        }
        if let Stage::Pairing(_) = &screen.sitting.stage {
            return pairing::end(model);
        }
        if let Stage::Lengths = &screen.sitting.stage {
            begin::plan(model);
            return Vec::new();
        }
    }
    leave(model);
    Vec::new()
}

/// Back to what it was opened from; how far it was stays until the program ends.
fn leave(model: &mut Model) {
    if let Screen::Practice(screen) = std::mem::take(&mut model.screen) {
        let PracticeScreen { mut sitting, sheets, below, .. } = *screen;
        if let Stage::Doubted(_) = sitting.stage {
            // It is asked again the next time.
            sitting.stage = Stage::Opening;
        }
        if let Some(now) = model.now {
            sitting.pause(now);
        }
        if !matches!(sitting.stage, Stage::Opening | Stage::Start | Stage::Plan(_) | Stage::Summary(_)) {
            let on = model.keys.words(Context::Levels, Verb::Practise, ": # goes on");
            model.notices.say(&format!("Practice waits where you left it{on}."));
        }
        model.sittings.retain(|left| left.sitting.role != sitting.role);
        model.sittings.push(Left { sitting, sheets });
        model.screen = below;
        super::keep::refresh_list(model);
    }
}

/// What a screen of the kind `is` would lie over, if it was opened here, as [`Screen::under`] has it; practice that lay there is
/// left, and not lost.
pub(super) fn under(model: &mut Model, is: impl Fn(&Screen) -> bool) -> Screen {
    let mut is_there = std::iter::successors(Some(&model.screen), |screen| screen.below()).any(&is);
    while is_there {
        is_there = !is(&model.screen);
        match &model.screen {
            Screen::Practice(_) => leave(model),
            _ => model.screen = std::mem::take(&mut model.screen).into_below(),
        }
    }
    std::mem::take(&mut model.screen)
}

/// What the pages and plans of `sitting` are made from; `None` until it is known how late it is.
pub(super) fn scene<'a>(model: &'a Model, role: &'a RoleId, none: &'a Practice) -> Option<Scene<'a>> {
    let here = model.bookmarks.pinned(Pin::Here).filter(|here| model.catalog.rung(here).is_some());
    let practice = model.practice.as_ref().unwrap_or(none);
    let stories = model.stories.as_ref();
    Some(Scene { catalog: &model.catalog, practice, stories, role, here, keys: model.keys, now: model.now? })
}

/// Looks at the scene of the screen.
fn look<T>(model: &Model, look: impl FnOnce(&Scene<'_>, &Sitting) -> Option<T>) -> Option<T> {
    let Screen::Practice(screen) = &model.screen else { return None };
    let none = Practice::default();
    look(&scene(model, &screen.sitting.role, &none)?, &screen.sitting)
}

/// Writes the pages anew.
pub(super) fn settle(model: &mut Model) {
    if !matches!(model.screen, Screen::Practice(_)) {
        return;
    }
    let Screen::Practice(mut screen) = std::mem::take(&mut model.screen) else { return };
    let none = Practice::default();
    let role = screen.sitting.role.clone();
    if let Some(scene) = scene(model, &role, &none) {
        screen.settle(&scene, model.size);
    }
    model.screen = Screen::Practice(screen);
}

/// The stage of the screen, taken out to be made another.
fn change(model: &mut Model, to: impl FnOnce(Stage, Now) -> Stage) {
    let Some(now) = model.now else { return };
    let Screen::Practice(screen) = &mut model.screen else { return };
    screen.sitting.stage = to(std::mem::take(&mut screen.sitting.stage), now);
}

fn say(remarks: Vec<Remark>) -> Vec<Effect> {
    vec![Effect::Say(remarks, Purpose::Do)]
}

/// The wheel scrolls what has the keys.
pub(super) fn wheel(model: &mut Model, motion: Motion) {
    let size = model.size;
    let Screen::Practice(screen) = &mut model.screen else { return };
    let (sheet, height) = screen.sheet_mut(size);
    for _ in 0..WHEEL_ROWS {
        sheet.cursor.scroll(motion, &sheet.rows, height);
    }
}

/// Selects what was clicked, of what can be stood on.
pub(super) fn click(model: &mut Model, x: u16, y: u16) {
    let size = model.size;
    let Screen::Practice(screen) = &mut model.screen else { return };
    let regions = screen.regions(size);
    if let Some(area) = regions.main.filter(|_| screen.has_stops() && screen.field.is_none()) {
        let Sitting { stage, .. } = &mut screen.sitting;
        if hit(&mut screen.sheets.main.cursor, &screen.sheets.main.rows, area, x, y) != Hit::Outside
            && let Stage::Question(_, Turn::Reveal(revealed)) = stage
        {
            revealed.face = Face::Signals;
        }
    }
}
