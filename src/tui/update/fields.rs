//! Typing: the filter of a pane, finding in the role, and the tags of a bookmark.

use super::settle::list_height;
use super::{browse, keep};
use crate::tui::action::{Motion, Pane, Verb};
use crate::tui::effect::Effect;
use crate::tui::filter::Filter;
use crate::tui::key::Key;
use crate::tui::keymap::Context;
use crate::tui::line_edit::LineEdit;
use crate::tui::model::{Model, Overlay, Screen};
use crate::tui::text_area::TextArea;

/// Gives a key that is no verb to the field that has the keys.
pub(super) fn take(model: &mut Model, context: Context, key: Key) {
    if let Some(area) = area_mut(model) {
        area.take(key);
    } else if context.is_field() {
        begin_anew(model, key.typed().is_some());
        edit(model, |line| line.take(key));
    }
}

/// A search that is there again from last time gives way to what is typed; a key that only moves in it keeps it.
fn begin_anew(model: &mut Model, types: bool) {
    if let Some(Overlay::Search(search)) = &mut model.overlay
        && std::mem::take(&mut search.kept)
        && types
    {
        search.line = LineEdit::default();
    }
}

/// Puts pasted text into the field that has the keys; without one, nothing happens.
pub(super) fn paste(model: &mut Model, text: &str) {
    begin_anew(model, true);
    if let Some(area) = area_mut(model) {
        return area.insert(text);
    }
    edit(model, |line| {
        line.insert(text);
        true
    });
}

/// The text of several lines that has the keys.
fn area_mut(model: &mut Model) -> Option<&mut TextArea> {
    match (&model.overlay, &mut model.screen) {
        (None, Screen::Practice(screen)) => screen.area(),
        _ => None,
    }
}

/// Changes the line that has the keys, and what it lists.
fn edit(model: &mut Model, change: impl FnOnce(&mut LineEdit) -> bool) {
    let Some(line) = line_mut(model) else { return };
    if change(line) {
        refilter(model);
    }
}

fn line_mut(model: &mut Model) -> Option<&mut LineEdit> {
    match (&mut model.overlay, &mut model.screen) {
        (Some(Overlay::Help(help)), _) => Some(&mut help.line),
        (Some(Overlay::Pick(picker)), _) => Some(&mut picker.line),
        (Some(Overlay::Search(search)), _) => Some(&mut search.line),
        (Some(Overlay::Told(picker)), _) => Some(&mut picker.line),
        (None, Screen::Gap(screen)) => screen.evidence.as_mut(),
        (None, Screen::Practice(screen)) => screen.line(),
        (None, Screen::Bookmarks(list)) => list.tags.as_mut().or(list.filter.typing()),
        (None, Screen::Browse) => model.browse.filter_mut().typing(),
        _ => None,
    }
}

/// Lists anew what the present field filters.
pub(super) fn refilter(model: &mut Model) {
    let Model { catalog, ranker, matching, browse, bookmarks, .. } = model;
    match (&mut model.overlay, &mut model.screen) {
        (Some(Overlay::Help(help)), _) => help.refilter(ranker),
        (Some(Overlay::Pick(picker)), _) => picker.refilter(catalog, ranker, *matching),
        (Some(Overlay::Told(picker)), _) => picker.refilter(ranker, *matching),
        (None, Screen::Bookmarks(list)) => list.refresh(catalog, bookmarks, ranker, *matching),
        (None, Screen::Browse) => match browse.focus {
            Pane::Families => {
                browse.families.refilter(catalog, ranker, *matching, browse.levels.family);
                // Another letter may mean the family where the last one meant a rung.
                if let Some(family) = browse.families.selected().filter(|_| !browse.families.filter.query().is_empty())
                {
                    browse.levels.show(catalog, family, browse.families.found_rung());
                }
            }
            Pane::Levels => browse.levels.refilter(catalog, ranker, *matching),
            Pane::Detail => {
                browse.detail.found = browse.detail.document.find(browse.detail.filter.query());
                return stand_on_first_found(model);
            }
        },
        _ => {}
    }
    super::settle::reveal(model);
}

/// While a word is being typed the cursor stands on its first place at or below where the search began.
fn stand_on_first_found(model: &mut Model) {
    let height = model.regions().height(Pane::Detail);
    let detail = &mut model.browse.detail;
    let rows = &detail.document.rows;
    let mut stops = detail.found.iter().filter_map(|place| rows.stop_at(place.parts.first()?.0));
    let first = stops.clone().find(|stop| *stop >= detail.origin).or_else(|| stops.next());
    detail.cursor.stop = first.unwrap_or(detail.origin);
    detail.cursor.reveal(rows, height);
}

/// Flips fuzzy and exact matching, for every filter alike.
pub(super) fn flip_matching(model: &mut Model) {
    model.matching = model.matching.flipped();
    let Model { catalog, ranker, matching, browse, .. } = model;
    let (family, role) = (browse.levels.family, browse.levels.role().cloned());
    if browse.families.filter.shows() {
        browse.families.refilter(catalog, ranker, *matching, family);
        browse.families.select(family);
    }
    if browse.levels.filter.shows() {
        browse.levels.refilter(catalog, ranker, *matching);
        role.map(|role| browse.levels.select(&role));
    }
    refilter(model);
    model.notices.say(&format!(
        "Filters match {} letters now.",
        if model.matching.word() == "exact" { "exact" } else { "scattered" }
    ));
}

/// Runs a verb while a field of the screen has the keys.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = list_height(model);
    match &mut model.screen {
        Screen::Bookmarks(list) if list.tags.is_some() => match verb {
            Verb::Accept => return keep::tag(model),
            Verb::Close => list.tags = None,
            _ => {}
        },
        Screen::Bookmarks(list) => match verb {
            Verb::Accept => list.filter.accept(),
            Verb::Close => clear_or_leave(&mut list.filter),
            Verb::Move(motion) => list.cursor.travel(motion, &list.rows, height),
            _ => {}
        },
        Screen::Compare(_)
        | Screen::Ladder(_)
        | Screen::Map(_)
        | Screen::Near(_)
        | Screen::Term(_)
        | Screen::Gap(_)
        | Screen::Progress(_)
        | Screen::Stories(_)
        | Screen::Practice(_) => {}
        Screen::Browse => match verb {
            Verb::Accept => accept(model),
            Verb::Close => clear_or_leave(model.browse.filter_mut()),
            Verb::Move(motion) => return move_below(model, motion),
            _ => {}
        },
    }
    if verb == Verb::Close {
        refilter(model);
    }
    Vec::new()
}

/// Enter keeps the filter. An empty one looks for nothing.
fn accept(model: &mut Model) {
    model.browse.filter_mut().accept();
    if model.browse.focus == Pane::Detail && model.browse.detail.filter == Filter::Off {
        model.browse.detail.found.clear();
    }
}

/// The list under a filter moves while its field keeps the keys.
fn move_below(model: &mut Model, motion: Motion) -> Vec<Effect> {
    if model.browse.focus == Pane::Detail {
        browse::step_found(model, motion);
        return Vec::new();
    }
    browse::run(model, Verb::Move(motion))
}

/// The first press clears the text and keeps the cursor where it is, the second leaves the field.
fn clear_or_leave(filter: &mut Filter) {
    *filter = if filter.query().is_empty() { Filter::Off } else { Filter::Typing(LineEdit::default()) };
}
