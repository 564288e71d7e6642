//! One action in, the next state and the effects out. Pure: no clock, disk, terminal or randomness; what is wanted from
//! the world is returned as an [`Effect`] and comes back as an [`Action`].

mod bookmarks;
mod browse;
mod compare;
mod export;
mod fields;
mod gap;
mod help;
mod keep;
mod ladder;
mod map;
mod mouse;
mod near;
mod pick;
mod practice;
mod progress;
mod renew;
mod search;
mod settle;
mod stories;
mod term;
mod themes;

use super::action::{Action, Motion, Verb};
use super::effect::{Effect, Outcome};
use super::help::Help;
use super::key::Key;
use super::keymap::{Context, Lookup};
use super::model::{Model, Overlay, Screen};
pub use settle::settle;

/// Takes `action` in.
pub fn update(model: &mut Model, action: Action) -> Vec<Effect> {
    let effects = match action {
        Action::Key(key) => press(model, key),
        Action::Run(verb) => run(model, verb),
        Action::Paste(text) => {
            fields::paste(model, &text);
            Vec::new()
        }
        Action::Wheel { motion, x, y } => {
            mouse::wheel(model, motion, x, y);
            Vec::new()
        }
        Action::Click { x, y } => mouse::click(model, x, y),
        Action::Resize { width, height } => {
            model.size = ratatui::layout::Size::new(width, height);
            settle::reveal(model);
            vec![Effect::Redraw]
        }
        Action::Time(now) => {
            model.now = Some(now);
            Vec::new()
        }
        Action::FocusGained => {
            model.refocused = true;
            Vec::new()
        }
        Action::Done(outcome) => done(model, outcome),
    };
    renew::take_over(model);
    settle(model);
    effects.into_iter().chain(search::follow(model)).collect()
}

/// A key means a verb, the start of a chord, or a character of the field that has the keys.
fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.welcome = false;
    model.refocused = false;
    model.notices.clear();
    let context = model.context();
    let chord = model.chord.take();
    match model.keys.lookup(context, chord, key) {
        Lookup::Verb(verb) => return run(model, verb),
        Lookup::Chord => model.chord = Some(key),
        // Ctrl-c ends a chord like any other key, but not only that.
        Lookup::Nothing if chord.is_some() && model.keys.lookup(context, None, key) == Lookup::Verb(Verb::QuitNow) => {
            return run(model, Verb::QuitNow);
        }
        Lookup::Nothing if chord.is_some() => {}
        Lookup::Nothing => fields::take(model, context, key),
    }
    Vec::new()
}

/// What every screen does the same way; the rest is the screen's.
fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    match verb {
        Verb::QuitNow => model.over = true,
        Verb::Theme if matches!(model.overlay, Some(Overlay::Themes(_))) => {
            return themes::run(model, Verb::Move(Motion::Down));
        }
        Verb::Help if !matches!(model.overlay, Some(Overlay::Help(_))) => {
            // A theme that was only looked at goes with its list.
            themes::run(model, Verb::Close);
            model.overlay = Some(Overlay::Help(Help::new(model.context_below(), model.keys)));
        }
        Verb::Messages => model.overlay = Some(Overlay::Messages(0)),
        Verb::Theme => themes::next(model),
        Verb::Themes => return themes::open(model),
        Verb::Mouse => {
            model.mouse = !model.mouse;
            let now = if model.mouse {
                "ours: wheel and click work; hold Shift to select text".to_owned()
            } else {
                let again = model.key_words(Verb::Mouse, ", # takes it again");
                format!("the terminal's: select text as usual{again}")
            };
            model.notices.say(&format!("The mouse is {now}."));
            return vec![Effect::Mouse(model.mouse)];
        }
        Verb::Redraw => return vec![Effect::Redraw],
        Verb::Suspend => return vec![Effect::Suspend],
        Verb::Undo => return keep::undo(model),
        Verb::Redo => return keep::redo(model),
        Verb::SaveAgain => return keep::save_again(model),
        Verb::Rescue(rescue) => return keep::rescue(model, rescue),
        Verb::Matching => fields::flip_matching(model),
        Verb::Copy(what) => return export::copy(model, what),
        Verb::Export(form) => return export::write(model, form),
        Verb::Ladder => ladder::open(model),
        Verb::Map => map::open(model),
        Verb::Gap(aim) => return gap::open(model, aim),
        Verb::Near => near::open(model),
        Verb::Search => return search::open(model),
        Verb::Progress => return progress::open(model),
        Verb::Stories => return stories::open(model),
        Verb::Recall => return stories::recall(model),
        Verb::Practise if progress::is_over_practice(model) => return progress::close(model),
        Verb::Practise => return practice::open(model),
        _ => return run_here(model, verb),
    }
    Vec::new()
}

fn run_here(model: &mut Model, verb: Verb) -> Vec<Effect> {
    if matches!(model.context(), Context::Field | Context::Tags) {
        return fields::run(model, verb);
    }
    match (&mut model.overlay, &model.screen) {
        (Some(Overlay::Help(_)), _) => help::run(model, verb),
        (Some(Overlay::Messages(offset)), _) => {
            match verb {
                Verb::Close | Verb::Quit => model.overlay = None,
                Verb::Move(motion) => scroll_messages(offset, motion, model.notices.log().len()),
                _ => {}
            }
            Vec::new()
        }
        (Some(Overlay::Pick(_)), _) => pick::run(model, verb),
        (Some(Overlay::Search(_)), _) => search::run(model, verb),
        (Some(Overlay::Told(_)), _) => practice::pick(model, verb),
        (Some(Overlay::Themes(_)), _) => themes::run(model, verb),
        (None, Screen::Bookmarks(_)) => bookmarks::run(model, verb),
        (None, Screen::Compare(_)) => compare::run(model, verb),
        (None, Screen::Ladder(_)) => ladder::run(model, verb),
        (None, Screen::Map(_)) => map::run(model, verb),
        (None, Screen::Gap(_)) => gap::run(model, verb),
        (None, Screen::Near(_)) => near::run(model, verb),
        (None, Screen::Term(_)) => term::run(model, verb),
        (None, Screen::Progress(_)) => progress::run(model, verb),
        (None, Screen::Stories(_)) => stories::run(model, verb),
        (None, Screen::Practice(_)) => practice::run(model, verb),
        (None, Screen::Browse) => browse::run(model, verb),
    }
}

fn done(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Kept(entries, purpose) => {
            keep::kept(model, &entries, purpose);
            Vec::new()
        }
        Outcome::Saved { changes, caution } => {
            keep::saved(model, &changes, caution);
            Vec::new()
        }
        Outcome::NotSaved { changes, why } => {
            model.saving.refused(&changes);
            model.notices.warn(&why);
            Vec::new()
        }
        Outcome::Said(entries, purpose) => {
            let before = practice::taken_back(model, &entries);
            gap::said(model, &entries, purpose);
            progress::refresh(model);
            stories::refresh(model);
            practice::said(model, &entries, &before, purpose)
        }
        Outcome::PracticeRead { practice, notice, touched } => {
            model.clock.touched = touched;
            gap::read(model, *practice);
            progress::refresh(model);
            stories::refresh(model);
            if let Some(notice) = notice {
                model.notices.warn(&notice);
            }
            Vec::new()
        }
        Outcome::Found(sought) => {
            search::found(model, *sought);
            Vec::new()
        }
        Outcome::Told(what) => {
            model.notices.say(&what);
            Vec::new()
        }
        Outcome::Renewed(ladders) => {
            renew::read(model, ladders);
            Vec::new()
        }
        Outcome::Reloaded(bookmarks) => {
            model.bookmarks = *bookmarks;
            keep::refresh_list(model);
            Vec::new()
        }
        Outcome::Edited(draft) => keep::edited(model, draft),
        Outcome::Answered(paper) => practice::answered(model, paper),
        Outcome::AnswerKept(paper) => practice::written(model, paper),
        Outcome::AnswerStuck(paper, why) => {
            practice::stuck(model, paper, &why);
            Vec::new()
        }
        Outcome::Themes { themes, notice } => {
            themes::read(model, themes, notice.as_deref());
            Vec::new()
        }
        Outcome::Stories(shelf) => {
            stories::read(model, *shelf);
            Vec::new()
        }
        Outcome::StoryEdited { slug, why, shelf, trouble } => {
            stories::edited(model, (slug, why), *shelf, trouble.as_deref())
        }
        Outcome::Time(now) => {
            model.now = Some(now);
            practice::ready(model);
            progress::today(model, now.moment.day);
            Vec::new()
        }
        Outcome::Failed(why) => {
            model.notices.warn(&why);
            Vec::new()
        }
    }
}

/// Opens a role without remembering where the reader was, as at a start.
pub fn open_at(model: &mut Model, role: &crate::domain::RoleId) {
    browse::show(model, role);
    settle(model);
}

/// Opens practice for a role, as at a start; what is wanted from the world for it.
pub fn practise_at(model: &mut Model, role: crate::domain::RoleId) -> Vec<Effect> {
    let effects = practice::open_for(model, role);
    settle(model);
    effects
}

/// Scrolls the messages, one at a time; the last stays in view.
fn scroll_messages(offset: &mut usize, motion: Motion, messages: usize) {
    let last = messages.saturating_sub(1);
    *offset = match motion {
        Motion::Top => 0,
        Motion::Bottom => last,
        _ if is_down(motion) => (*offset + 1).min(last),
        _ => offset.saturating_sub(1),
    };
}

/// A motion for a wheel turned once: three rows make a wheel feel like scrolling.
const WHEEL_ROWS: usize = 3;

/// Whether a motion goes towards the end.
fn is_down(motion: Motion) -> bool {
    matches!(motion, Motion::Down | Motion::HalfDown | Motion::PageDown | Motion::Bottom)
}
