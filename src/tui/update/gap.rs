//! What verbs do on the gap screen, how it is opened, and what becomes of what the reader says of themselves.

use jiff::civil::Date;

use super::{browse, ladder, practice};
use crate::domain::compare::Names;
use crate::domain::gap::{Item, Kind, Rating, Support};
use crate::store::{Entry, Pin, Practice, Remark};
use crate::tui::action::{Aim, Pane, Verb};
use crate::tui::effect::{Effect, Purpose};
use crate::tui::gap::{GapScreen, Shown};
use crate::tui::keymap::Context;
use crate::tui::line_edit::LineEdit;
use crate::tui::model::{Model, Screen};
use crate::tui::undo::Step;

/// Opens the gap to the role the screen is about, or to the one the reader wants, or else holds.
pub(super) fn open(model: &mut Model, aim: Aim) -> Vec<Effect> {
    let kept = |pin: Pin| model.bookmarks.pinned(pin).filter(|id| model.catalog.rung(id).is_some()).cloned();
    let held = kept(Pin::Here);
    let target = match aim {
        Aim::Kept => kept(Pin::Want).or_else(|| held.clone()),
        Aim::This => ladder::role_here(model).filter(|id| model.catalog.rung(id).is_some()),
    };
    let below = std::mem::take(&mut model.screen).under(|screen| matches!(screen, Screen::Gap(_)));
    model.screen = Screen::Gap(Box::new(GapScreen::new(target, held, below)));
    list(model);
    if model.practice.is_none() { vec![Effect::ReadPractice] } else { Vec::new() }
}

/// Runs a verb on the gap screen.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let size = model.size;
    let Screen::Gap(screen) = &mut model.screen else { return Vec::new() };
    let height = screen.regions(size).pane.rows.height.max(1).into();
    if screen.evidence.is_some() {
        return typing(model, verb);
    }
    match verb {
        Verb::Move(motion) => screen.cursor.travel(motion, &screen.rows, height),
        Verb::Scroll(motion) => screen.cursor.scroll(motion, &screen.rows, height),
        Verb::NextSection | Verb::PreviousSection => {
            screen.cursor.stop = screen.section(verb == Verb::NextSection).unwrap_or(screen.cursor.stop);
            screen.cursor.reveal(&screen.rows, height);
        }
        Verb::Differences => {
            screen.shown = if screen.shown == Shown::All { Shown::Open } else { Shown::All };
            list(model);
        }
        Verb::Rate(figure) => return rate(model, |kind| Rating::figure(kind, figure)),
        Verb::Support(support) => {
            return rate(model, |kind| (kind != Kind::Skill).then_some(Rating::Support(support)));
        }
        Verb::Unrate => {
            let rated = screen.need().filter(|need| need.account.rating().is_some());
            let remark = rated.map(|need| Remark::Rating { item: need.item.clone(), value: None });
            return remark.map(|remark| say(vec![remark])).unwrap_or_default();
        }
        Verb::Evidence if screen.need().is_some() => screen.evidence = Some(LineEdit::default()),
        Verb::Withdraw => return withdraw(model),
        Verb::Open => go_on(model),
        Verb::Close | Verb::Quit => ladder::close(model),
        _ => {}
    }
    Vec::new()
}

/// Runs a verb while evidence is being typed.
fn typing(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let Screen::Gap(screen) = &mut model.screen else { return Vec::new() };
    match verb {
        Verb::Accept => {
            let line = screen.evidence.take().unwrap_or_default();
            let Some(need) = screen.need() else { return Vec::new() };
            let item = need.item.clone();
            match dated(line.text()) {
                Some((on, text)) => return say(vec![Remark::Evidence { item, text: text.to_owned(), on }]),
                None => model.notices.say("Nothing was typed that could show it."),
            }
        }
        Verb::Close => screen.evidence = None,
        _ => {}
    }
    Vec::new()
}

/// A line of evidence and the day in front of it, if it begins with one; `None` where it says nothing.
fn dated(line: &str) -> Option<(Option<Date>, &str)> {
    let line = line.trim();
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (on, text) = match first.parse() {
        Ok(on) => (Some(on), rest.trim_start()),
        Err(_) => (None, line),
    };
    (!text.is_empty()).then_some((on, text))
}

/// Rates what is under the cursor.
fn rate(model: &mut Model, rating: impl Fn(Kind) -> Option<Rating>) -> Vec<Effect> {
    let Screen::Gap(screen) = &model.screen else { return Vec::new() };
    let Some(item) = screen.need().map(|need| need.item.clone()) else { return Vec::new() };
    let value = rating(item.kind());
    if value.is_none() {
        let words = match item.kind() {
            Kind::Skill => "A skill is rated 0 to 5.".to_owned(),
            Kind::Thread | Kind::Decision => {
                let ways = [
                    (Verb::Support(Support::No), "# (no)"),
                    (Verb::Support(Support::WithSupport), "# (with support)"),
                    (Verb::Support(Support::Alone), "# (alone)"),
                ];
                match model.keys.listed(Context::Gap, "", &ways) {
                    words if words.is_empty() => "This is rated 0, 1 or 2.".to_owned(),
                    words => format!("This is rated {words}, or 0, 1, 2."),
                }
            }
        };
        model.notices.say(&words);
        return Vec::new();
    }
    say(vec![Remark::Rating { item, value }])
}

/// Takes away the evidence that was noted last.
fn withdraw(model: &mut Model) -> Vec<Effect> {
    let (Screen::Gap(screen), Some(practice)) = (&model.screen, &model.practice) else { return Vec::new() };
    let Some(need) = screen.need() else { return Vec::new() };
    let latest = practice.evidence(&need.item).into_iter().max_by_key(|(_, evidence)| evidence.noted);
    let Some((of, _)) = latest else {
        let how = model.key_words(Verb::Evidence, ": # adds some");
        model.notices.say(&format!("There is no evidence here{how}."));
        return Vec::new();
    };
    say(vec![Remark::Withdraw { of }])
}

fn say(remarks: Vec<Remark>) -> Vec<Effect> {
    vec![Effect::Say(remarks, Purpose::Do)]
}

/// Goes to the role in the explorer.
pub(super) fn go_on(model: &mut Model) {
    let Screen::Gap(screen) = &model.screen else { return };
    let Some(role) = screen.target.clone() else { return };
    model.screen = Screen::Browse;
    browse::jump(model, &role);
    browse::focus(model, Pane::Detail);
}

/// What others or an earlier day said is read.
pub(super) fn read(model: &mut Model, practice: Practice) {
    let first = model.practice.is_none();
    model.practice = Some(practice);
    match &mut model.screen {
        Screen::Gap(screen) if first => {
            screen.start_over();
            list(model);
        }
        _ => refresh(model),
    }
}

/// Remarks have their place in time: they count from here on, and so does what takes them back.
pub(super) fn said(model: &mut Model, entries: &[Entry<Remark>], purpose: Purpose) {
    model.saving.again();
    let mut inverses = Vec::new();
    for entry in entries {
        inverses.insert(0, Remark::inverse(entry));
        model.practice.get_or_insert_default().apply(entry);
        let done = done(model, &entry.record, purpose);
        model.saving.begin(entry.stamp.id.clone(), done);
    }
    model.undo.remember(Step::Say(inverses), purpose);
    refresh(model);
}

/// What to say of a remark once it is on disk.
fn done(model: &Model, remark: &Remark, purpose: Purpose) -> String {
    if purpose == Purpose::Aside {
        return String::new();
    }
    let what = match remark {
        Remark::Rating { item, value } => {
            let value = value.map_or_else(|| "not known".to_owned(), |value| value.to_string());
            format!("{}: {value}.", label(model, item))
        }
        Remark::Evidence { item, .. } => format!("Evidence for {} kept.", label(model, item)),
        Remark::Withdraw { .. } if purpose == Purpose::Do && matches!(model.screen, Screen::Practice(_)) => {
            "The verdict before does not count.".to_owned()
        }
        Remark::Withdraw { .. } if purpose == Purpose::Do => "Evidence taken away.".to_owned(),
        Remark::Withdraw { .. } => "Taken back: as it was before.".to_owned(),
        Remark::Restore { .. } => "It counts again.".to_owned(),
        Remark::Practised(practised) => practice::told(practised),
    };
    if purpose == Purpose::Do { super::keep::with_undo(model, &what) } else { what }
}

/// What `item` is called.
fn label(model: &Model, item: &Item) -> String {
    let name = match item {
        Item::Skill { skill } => model.catalog.skill_name(skill),
        Item::Thread { role, thread } => {
            let family = model.catalog.side(role).map(|side| side.family);
            family.and_then(|family| family.threads.iter().find(|known| known.id == *thread)).map(|known| &known.name)
        }
        Item::Decision { topic, .. } => {
            let topics = &model.catalog.framework().topics;
            topics.iter().find(|known| known.id == *topic).map(|known| &known.name)
        }
    };
    name.map_or_else(|| item.id().to_owned(), ToString::to_string)
}

fn list(model: &mut Model) {
    let none = Practice::default();
    if let Screen::Gap(screen) = &mut model.screen {
        screen.list(&model.catalog, model.practice.as_ref().unwrap_or(&none));
    }
}

fn refresh(model: &mut Model) {
    let none = Practice::default();
    if let Screen::Gap(screen) = &mut model.screen {
        screen.refresh(&model.catalog, model.practice.as_ref().unwrap_or(&none));
    }
}
