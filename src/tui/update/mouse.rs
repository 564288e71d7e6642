//! The mouse: the wheel scrolls what is under the pointer, a click selects, a click on what is selected opens.

use super::settle::{help_height, list_height, pick_height, search_height};
use super::{
    WHEEL_ROWS, bookmarks, browse, compare, ladder, map, near, practice, progress, scroll_messages, stories, term,
    themes,
};
use crate::tui::action::{Action, Motion, Pane, Verb};
use crate::tui::cursor::{Cursor, Rows};
use crate::tui::effect::Effect;
use crate::tui::layout::{self, PaneArea};
use crate::tui::model::{Model, Overlay, Screen};

/// Scrolls what is under the pointer.
pub(super) fn wheel(model: &mut Model, motion: Motion, x: u16, y: u16) {
    let (list_rows, help_rows) = (list_height(model), help_height(model));
    let (pick_rows, search_rows) = (pick_height(model), search_height(model));
    match (&mut model.overlay, &mut model.screen) {
        (Some(Overlay::Help(help)), _) => turn(&mut help.cursor, motion, &help.rows, help_rows),
        (Some(Overlay::Pick(picker)), _) => turn(&mut picker.cursor, motion, &picker.rows, pick_rows),
        (Some(Overlay::Search(search)), _) => turn(&mut search.cursor, motion, &search.rows, search_rows),
        (Some(Overlay::Told(picker)), _) => turn(&mut picker.cursor, motion, &picker.rows, pick_rows),
        (Some(Overlay::Themes(_)), _) => themes::wheel(model, motion),
        (Some(Overlay::Messages(offset)), _) => scroll_messages(offset, motion, model.notices.log().len()),
        // Tags are being typed for the bookmark under the cursor: it stays there.
        (None, Screen::Bookmarks(list)) if list.tags.is_some() => {}
        (None, Screen::Bookmarks(list)) => {
            let regions = layout::bookmarks(model.size, list.filter.shows());
            if regions.note.is_some_and(|note| note.outer.contains((x, y).into())) {
                bookmarks::scroll_note(&mut list.note_offset, motion);
            } else {
                turn(&mut list.cursor, motion, &list.rows, list_rows);
            }
        }
        (None, Screen::Compare(compare)) => {
            let height = compare.regions(model.size).pane.rows.height.max(1).into();
            for _ in 0..WHEEL_ROWS {
                compare.set.cursor.scroll(motion, &compare.sheet.rows, height);
            }
        }
        (None, Screen::Ladder(view)) => ladder::wheel(view, model.size, motion),
        (None, Screen::Map(_)) => map::wheel(model, motion),
        (None, Screen::Gap(screen)) if screen.evidence.is_some() => {}
        (None, Screen::Gap(screen)) => {
            let height = screen.regions(model.size).pane.rows.height.max(1).into();
            for _ in 0..WHEEL_ROWS {
                screen.cursor.scroll(motion, &screen.rows, height);
            }
        }
        (None, Screen::Near(_)) => near::wheel(model, motion),
        (None, Screen::Term(_)) => term::wheel(model, motion),
        (None, Screen::Progress(_)) => progress::wheel(model, motion),
        (None, Screen::Stories(_)) => stories::wheel(model, motion),
        (None, Screen::Practice(_)) => practice::wheel(model, motion),
        (None, Screen::Browse) => {
            let Some((pane, area)) = model.regions().pane_at(x, y) else { return };
            let height = area.rows.height.into();
            let panes = &mut model.browse;
            match pane {
                Pane::Families => turn(&mut panes.families.cursor, motion, &panes.families.rows, height),
                Pane::Levels => turn(&mut panes.levels.cursor, motion, &panes.levels.rows, height),
                Pane::Detail => browse::scroll_detail(model, motion, WHEEL_ROWS),
            }
        }
    }
}

/// A list follows the wheel stop by stop: what is selected stays in view and the panes beside it follow.
fn turn<T>(cursor: &mut Cursor, motion: Motion, rows: &Rows<T>, height: usize) {
    cursor.travel(motion, rows, height);
}

/// Selects what was clicked. On what was selected already it opens, unless the click only gave the window the focus.
pub(super) fn click(model: &mut Model, x: u16, y: u16) -> Vec<Effect> {
    model.welcome = false;
    let may_open = !std::mem::take(&mut model.refocused);
    match (&mut model.overlay, &mut model.screen) {
        (Some(Overlay::Help(help)), _) => {
            let area = layout::help(model.size);
            match hit(&mut help.cursor, &help.rows, area, x, y) {
                Hit::Again if may_open => return super::update(model, Action::Run(Verb::Accept)),
                Hit::Outside if !area.outer.contains((x, y).into()) => model.overlay = None,
                _ => {}
            }
        }
        (Some(Overlay::Pick(picker)), _) => {
            let area = layout::pick(model.size);
            match hit(&mut picker.cursor, &picker.rows, area, x, y) {
                Hit::Again if may_open => return super::update(model, Action::Run(Verb::Accept)),
                Hit::Outside if !area.outer.contains((x, y).into()) => model.overlay = None,
                _ => {}
            }
        }
        (Some(Overlay::Told(picker)), _) => {
            let area = layout::pick(model.size);
            match hit(&mut picker.cursor, &picker.rows, area, x, y) {
                Hit::Again if may_open => return super::update(model, Action::Run(Verb::Accept)),
                Hit::Outside if !area.outer.contains((x, y).into()) => model.overlay = None,
                _ => {}
            }
        }
        (Some(Overlay::Search(search)), _) => {
            let area = layout::search(model.size).pane;
            match hit(&mut search.cursor, &search.rows, area, x, y) {
                Hit::Again if may_open => return super::update(model, Action::Run(Verb::Accept)),
                Hit::Outside if !area.outer.contains((x, y).into()) => {
                    return super::update(model, Action::Run(Verb::Close));
                }
                _ => {}
            }
        }
        (Some(Overlay::Themes(picker)), _) => {
            let area = picker.area(model.size, model.keys);
            match hit(&mut picker.cursor, &picker.rows, area, x, y) {
                Hit::Again if may_open => return super::update(model, Action::Run(Verb::Accept)),
                Hit::Outside if !area.outer.contains((x, y).into()) => {
                    return super::update(model, Action::Run(Verb::Close));
                }
                _ => themes::show(model),
            }
        }
        (Some(Overlay::Messages(_)), _) => model.overlay = None,
        (None, Screen::Bookmarks(list)) if list.tags.is_some() => {}
        (None, Screen::Bookmarks(list)) => {
            let area = layout::bookmarks(model.size, list.filter.shows()).list;
            if hit(&mut list.cursor, &list.rows, area, x, y) == Hit::Again && may_open {
                bookmarks::open(model);
            }
        }
        (None, Screen::Compare(compare)) => {
            let area = compare.regions(model.size).pane;
            let cell = usize::from(x.saturating_sub(area.rows.x + 1));
            if area.outer.contains((x, y).into()) {
                compare.set.column = compare.column_at(cell).unwrap_or(compare.set.column);
            }
            let clicked = hit(&mut compare.set.cursor, &compare.sheet.rows, area, x, y);
            if clicked == Hit::Again && may_open {
                compare::go_on(model);
            }
        }
        (None, Screen::Ladder(_)) => ladder::click(model, may_open, x, y),
        (None, Screen::Map(_)) => map::click(model, may_open, x, y),
        (None, Screen::Gap(screen)) if screen.evidence.is_some() => {}
        (None, Screen::Gap(screen)) => {
            let area = screen.regions(model.size).pane;
            hit(&mut screen.cursor, &screen.rows, area, x, y);
        }
        (None, Screen::Near(_)) => near::click(model, may_open, x, y),
        (None, Screen::Term(_)) => term::click(model, may_open, x, y),
        (None, Screen::Progress(_)) => progress::click(model, may_open, x, y),
        (None, Screen::Stories(_)) => stories::click(model, may_open, x, y),
        (None, Screen::Practice(_)) => practice::click(model, x, y),
        (None, Screen::Browse) => return click_pane(model, may_open, x, y),
    }
    Vec::new()
}

fn click_pane(model: &mut Model, may_open: bool, x: u16, y: u16) -> Vec<Effect> {
    let Some((pane, area)) = model.regions().pane_at(x, y) else { return Vec::new() };
    model.browse.filter_mut().accept();
    let was_focused = model.browse.focus == pane;
    browse::focus(model, pane);
    let panes = &mut model.browse;
    let hit = match pane {
        Pane::Families => hit(&mut panes.families.cursor, &panes.families.rows, area, x, y),
        Pane::Levels => hit(&mut panes.levels.cursor, &panes.levels.rows, area, x, y),
        Pane::Detail => hit(&mut panes.detail.cursor, &panes.detail.document.rows, area, x, y),
    };
    if pane == Pane::Levels {
        model.browse.levels.remember_rank(&model.catalog);
    }
    if hit == Hit::Again && was_focused && may_open {
        return browse::open(model);
    }
    Vec::new()
}

/// What a click met in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hit {
    /// No stop.
    Outside,
    /// A stop, now under the cursor.
    Selected,
    /// The stop that was under the cursor already.
    Again,
}

pub(super) fn hit<T>(cursor: &mut Cursor, rows: &Rows<T>, area: PaneArea, x: u16, y: u16) -> Hit {
    if !area.rows.contains((x, y).into()) {
        return Hit::Outside;
    }
    let row = cursor.offset + usize::from(y - area.rows.y);
    match rows.stop_at(row) {
        None => Hit::Outside,
        Some(stop) if stop == cursor.stop => Hit::Again,
        Some(stop) => {
            cursor.stop = stop;
            Hit::Selected
        }
    }
}
