//! What holds after every update: the levels belong to the family under the cursor, the detail to the role, and every
//! cursor is inside its list and on screen. Nothing else clamps anything.

use super::{practice, stories};
use crate::tui::action::Pane;
use crate::tui::action::Verb;
use crate::tui::browse::Detail;
use crate::tui::cursor::{Cursor, Rows};
use crate::tui::document::{DocumentKey, Text};
use crate::tui::keymap::Context;
use crate::tui::layout::{self, PaneArea};
use crate::tui::model::{Model, Overlay, Screen};

/// Makes the state whole again.
pub fn settle(model: &mut Model) {
    let browse = &mut model.browse;
    // A filter that leaves nothing leaves the levels as they were, and clearing it the family they belong to.
    let family = browse.families.selected().unwrap_or(browse.levels.family);
    if browse.levels.family != family {
        let found = browse.families.found_rung();
        browse.levels.show(&model.catalog, family, found);
        let height = model.regions().height(Pane::Levels);
        let levels = &mut model.browse.levels;
        levels.cursor.reveal(&levels.rows, height);
    }
    settle_document(model);
    let regions = model.regions();
    let browse = &mut model.browse;
    keep_in_view(&mut browse.families.cursor, &browse.families.rows, regions.pane(Pane::Families));
    keep_in_view(&mut browse.levels.cursor, &browse.levels.rows, regions.pane(Pane::Levels));
    if is_away(&browse.detail) {
        keep_in_view(&mut browse.detail.cursor, &browse.detail.document.rows, regions.pane(Pane::Detail));
    }
    let height = list_height(model);
    if let Screen::Bookmarks(list) = &mut model.screen {
        list.cursor.settle(&list.rows, height);
        let note = layout::bookmarks(model.size, list.filter.shows()).note;
        let hidden = note.map_or(0, |area| {
            let lines = list.note(&model.catalog, &model.bookmarks, model.keys, area.rows.width).len();
            lines.saturating_sub(area.rows.height.into())
        });
        list.note_offset = list.note_offset.min(hidden);
    }
    match &mut model.screen {
        Screen::Compare(compare) => compare.settle(&model.catalog, model.size),
        Screen::Ladder(view) => view.settle(&model.catalog, model.size),
        Screen::Map(map) => map.settle(&model.catalog, model.size),
        Screen::Gap(screen) => screen.settle(model.size),
        Screen::Near(near) => near.settle(&model.catalog, model.keys, model.size),
        Screen::Term(page) => page.settle(&model.catalog, model.size),
        Screen::Progress(screen) => screen.settle(&model.catalog, model.practice.as_ref(), model.keys, model.size),
        Screen::Practice(_) => practice::settle(model),
        Screen::Stories(_) => stories::settle(model),
        Screen::Browse | Screen::Bookmarks(_) => {}
    }
    let height = help_height(model);
    if let Some(Overlay::Help(help)) = &mut model.overlay {
        help.cursor.settle(&help.rows, height);
    }
    let height = pick_height(model);
    if let Some(Overlay::Pick(picker)) = &mut model.overlay {
        picker.cursor.settle(&picker.rows, height);
    }
    if let Some(Overlay::Told(picker)) = &mut model.overlay {
        picker.cursor.settle(&picker.rows, height);
    }
    let size = model.size;
    if let Some(Overlay::Themes(picker)) = &mut model.overlay {
        let height = picker.area(size, model.keys).rows.height.max(1).into();
        picker.cursor.settle(&picker.rows, height);
    }
    let height = search_height(model);
    if let Some(Overlay::Search(search)) = &mut model.overlay {
        search.cursor.settle(&search.rows, height);
    }
    if model.overlay.is_some() {
        model.chord = None;
    }
}

/// Keeps a cursor inside its list and on screen. A pane that does not show keeps its scroll until it does.
fn keep_in_view<T>(cursor: &mut Cursor, rows: &Rows<T>, area: Option<PaneArea>) {
    match area {
        Some(area) => cursor.settle(rows, area.rows.height.into()),
        None => cursor.clamp(rows, 1),
    }
}

/// Whether the reader has moved in the role. The start is in every text, so a role passed by need not be written.
fn is_away(detail: &Detail) -> bool {
    detail.cursor != Cursor::default()
}

/// The role's text is made anew when role, width or folding changed, and only while its pane shows.
fn settle_document(model: &mut Model) {
    let Some(area) = model.regions().pane(Pane::Detail) else { return };
    let browse = &mut model.browse;
    let Some(role) = browse.levels.role().cloned() else {
        browse.detail.document = Text::default();
        return;
    };
    let detail = &mut browse.detail;
    let asks = model.keys.key(Context::Detail, Verb::Open);
    let key = DocumentKey { role, width: area.rows.width.saturating_sub(2), folded: detail.folded.clone(), asks };
    let old = detail.document.key();
    if old == Some(&key) {
        return;
    }
    let same_role = old.is_some_and(|old| old.role == key.role);
    if !same_role {
        detail.cursor = Cursor::default();
    }
    detail.show(&model.catalog, key);
    let query = detail.filter.query();
    detail.found = if query.is_empty() { Vec::new() } else { detail.document.find(query) };
    if same_role {
        detail.cursor.reveal(&detail.document.rows, area.rows.height.into());
    }
}

/// Brings what the cursors are on back into view, after the screen took another size.
pub(super) fn reveal(model: &mut Model) {
    settle_document(model);
    let regions = model.regions();
    let browse = &mut model.browse;
    let height = |pane| regions.pane(pane).map(|area| area.rows.height.into());
    if let Some(height) = height(Pane::Families) {
        browse.families.cursor.reveal(&browse.families.rows, height);
    }
    if let Some(height) = height(Pane::Levels) {
        browse.levels.cursor.reveal(&browse.levels.rows, height);
    }
    if let Some(height) = height(Pane::Detail).filter(|_| is_away(&browse.detail)) {
        browse.detail.cursor.reveal(&browse.detail.document.rows, height);
    }
    let height = list_height(model);
    if let Screen::Bookmarks(list) = &mut model.screen {
        list.cursor.reveal(&list.rows, height);
    }
}

/// How many bookmarks show.
pub(super) fn list_height(model: &Model) -> usize {
    let Screen::Bookmarks(list) = &model.screen else { return 1 };
    layout::bookmarks(model.size, list.filter.shows()).list.rows.height.max(1).into()
}

/// How many roles to pick from show.
pub(super) fn pick_height(model: &Model) -> usize {
    layout::pick(model.size).rows.height.max(1).into()
}

/// How many hits of a search show.
pub(super) fn search_height(model: &Model) -> usize {
    layout::search(model.size).pane.rows.height.max(1).into()
}

/// How many lines of help show.
pub(super) fn help_height(model: &Model) -> usize {
    layout::help(model.size).rows.height.max(1).into()
}
