//! What verbs do in the list of bookmarks.

use super::settle::list_height;
use super::{browse, compare, fields, is_down, keep};
use crate::store::Subject;
use crate::tui::action::{Motion, Pane, Verb};
use crate::tui::effect::Effect;
use crate::tui::filter::Filter;
use crate::tui::model::{Model, Screen};

/// Runs a verb in the list of bookmarks.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = list_height(model);
    let Screen::Bookmarks(list) = &mut model.screen else { return Vec::new() };
    match verb {
        Verb::Move(motion) => {
            list.cursor.travel(motion, &list.rows, height);
            list.note_offset = 0;
        }
        Verb::Scroll(motion) => scroll_note(&mut list.note_offset, motion),
        Verb::Filter => list.filter.open(),
        Verb::Close if list.filter.shows() => {
            list.filter = Filter::Off;
            fields::refilter(model);
        }
        Verb::Close | Verb::Quit => model.screen = Screen::Browse,
        Verb::Open => open(model),
        Verb::Tags => keep::edit_tags(model),
        Verb::Compare if matches!(list.subject(), Some(Subject::Set(_))) => open(model),
        Verb::Compare => {
            let role = list.role().cloned();
            compare::open(model, role.as_ref());
        }
        Verb::Mark | Verb::ClearMarks | Verb::Bookmark | Verb::Note | Verb::Pin(_) => {
            let of = list.subject().cloned();
            return of.map(|of| keep::run(model, verb, of)).unwrap_or_default();
        }
        _ => {}
    }
    Vec::new()
}

/// Scrolls the note a line; settling stops it at its end.
pub(super) fn scroll_note(offset: &mut usize, motion: Motion) {
    *offset = if is_down(motion) { offset.saturating_add(1) } else { offset.saturating_sub(1) };
}

/// Opens the role under the cursor in the explorer, a set side by side.
pub(super) fn open(model: &mut Model) {
    let Screen::Bookmarks(list) = &model.screen else { return };
    let role = match list.subject().cloned() {
        Some(Subject::Role(role)) => role,
        Some(Subject::Set(set)) => return compare::open_set(model, set.ids()),
        None => return,
    };
    if model.catalog.rung(&role).is_none() {
        model.notices.say(&format!("{role} is not in this catalog. Its bookmark and note are kept."));
        return;
    }
    model.screen = Screen::Browse;
    browse::jump(model, &role);
    browse::focus(model, Pane::Detail);
}
