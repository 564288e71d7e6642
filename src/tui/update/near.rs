//! What verbs do on the near screen, and how it is opened: on the role the reader is at.

use super::mouse::{Hit, hit};
use super::{WHEEL_ROWS, browse, compare, keep, ladder};
use crate::domain::RoleId;
use crate::store::Pin;
use crate::tui::action::{Motion, Pane, Verb};
use crate::tui::cursor::Cursor;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::near::{Near, Setting};
use crate::tui::role_rows::RoleRows;

/// Opens the way to the role under the cursor and the roles most like it.
pub(super) fn open(model: &mut Model) {
    let Some(role) = ladder::role_here(model) else { return model.notices.say("No role here to start from.") };
    if model.catalog.rung(&role).is_none() {
        return model.notices.say(&format!("{role} is not in this catalog."));
    }
    let here = model.bookmarks.pinned(Pin::Here).filter(|here| model.catalog.rung(here).is_some()).cloned();
    show(model, Setting { role, here, cursor: Cursor::default() });
}

/// Shows it over what is on screen.
pub(super) fn show(model: &mut Model, set: Setting) {
    let below = std::mem::take(&mut model.screen).under(|screen| matches!(screen, Screen::Near(_)));
    model.screen = Screen::Near(Box::new(Near::new(set, below)));
}

/// Runs a verb on the near screen.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = RoleRows::regions(model.size).pane.rows.height.max(1).into();
    let Screen::Near(near) = &mut model.screen else { return Vec::new() };
    let role = near.role().cloned();
    match verb {
        Verb::Move(motion) => near.set.cursor.read(motion, &near.page.rows, height),
        Verb::Scroll(motion) => near.set.cursor.scroll(motion, &near.page.rows, height),
        Verb::Open => go_on(model),
        Verb::Back | Verb::Forward => browse::step_history(model, verb),
        Verb::Close | Verb::Quit => ladder::close(model),
        // Beside the role that it is near to, not beside the next rung.
        Verb::Compare => beside(model, role),
        Verb::Mark | Verb::ClearMarks | Verb::Bookmark | Verb::Note | Verb::Pin(_) => {
            return role.map(|role| keep::run(model, verb, role.into())).unwrap_or_default();
        }
        _ => {}
    }
    Vec::new()
}

/// Compares the role the screen is about with the one under the cursor; what is marked comes first.
fn beside(model: &mut Model, role: Option<RoleId>) {
    let Screen::Near(near) = &model.screen else { return };
    match role {
        Some(role) if model.browse.marks.is_empty() && role != near.set.role => {
            let ids = vec![near.set.role.clone(), role];
            compare::show(model, crate::tui::compare::Setting::new(ids));
        }
        role => compare::open(model, role.as_ref()),
    }
}

/// Opens the role under the cursor in the explorer.
pub(super) fn go_on(model: &mut Model) {
    let Screen::Near(near) = &model.screen else { return };
    let Some(role) = near.role().cloned() else { return };
    browse::jump(model, &role);
    model.screen = Screen::Browse;
    browse::focus(model, Pane::Detail);
}

/// The wheel scrolls.
pub(super) fn wheel(model: &mut Model, motion: Motion) {
    let height = RoleRows::regions(model.size).pane.rows.height.max(1).into();
    if let Screen::Near(near) = &mut model.screen {
        for _ in 0..WHEEL_ROWS {
            near.set.cursor.scroll(motion, &near.page.rows, height);
        }
    }
}

/// Selects the role that was clicked; the one that was selected already opens.
pub(super) fn click(model: &mut Model, may_open: bool, x: u16, y: u16) {
    let area = RoleRows::regions(model.size).pane;
    let Screen::Near(near) = &mut model.screen else { return };
    if hit(&mut near.set.cursor, &near.page.rows, area, x, y) == Hit::Again && may_open {
        go_on(model);
    }
}
