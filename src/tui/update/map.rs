//! What verbs do on the map, and how it is opened: on the role the reader is at.

use super::mouse::{Hit, hit};
use super::{browse, compare, keep, ladder};
use crate::tui::action::{Motion, Pane, Verb};
use crate::tui::effect::Effect;
use crate::tui::map::Map;
use crate::tui::model::{Model, Screen};

/// Opens the map over what is on screen; on the map itself, closes it.
pub(super) fn open(model: &mut Model) {
    if matches!(model.screen, Screen::Map(_)) {
        return ladder::close(model);
    }
    let at = ladder::role_here(model);
    let below = std::mem::take(&mut model.screen).under(|screen| matches!(screen, Screen::Map(_)));
    model.screen = Screen::Map(Box::new(Map::new(&model.catalog, at.as_ref(), below)));
    reveal(model);
}

/// Brings the role under the cursor into view.
fn reveal(model: &mut Model) {
    let height = Map::regions(model.size).pane.rows.height.max(1).into();
    if let Screen::Map(map) = &mut model.screen {
        map.cursor.reveal(&map.rows, height);
    }
}

/// Runs a verb on the map.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = Map::regions(model.size).pane.rows.height.max(1).into();
    let Screen::Map(map) = &mut model.screen else { return Vec::new() };
    match verb {
        Verb::Move(motion) | Verb::Scroll(motion) => map.travel(&model.catalog, motion, height),
        Verb::Column(way) => map.step(&model.catalog, way, height),
        Verb::Open => go_on(model),
        Verb::Back | Verb::Forward => browse::step_history(model, verb),
        Verb::Close | Verb::Quit => ladder::close(model),
        Verb::Compare => {
            let role = map.role(&model.catalog);
            compare::open(model, role.as_ref());
        }
        Verb::Mark | Verb::ClearMarks | Verb::Bookmark | Verb::Note | Verb::Pin(_) => {
            let role = map.role(&model.catalog);
            return role.map(|role| keep::run(model, verb, role.into())).unwrap_or_default();
        }
        _ => {}
    }
    Vec::new()
}

/// Opens the role under the cursor in the explorer.
fn go_on(model: &mut Model) {
    let Screen::Map(map) = &model.screen else { return };
    let Some(role) = map.role(&model.catalog) else { return };
    browse::jump(model, &role);
    model.screen = Screen::Browse;
    browse::focus(model, Pane::Detail);
}

/// The wheel moves over the families.
pub(super) fn wheel(model: &mut Model, motion: Motion) {
    let height = Map::regions(model.size).pane.rows.height.max(1).into();
    if let Screen::Map(map) = &mut model.screen {
        map.travel(&model.catalog, motion, height);
    }
}

/// Selects the role nearest to what was clicked; on the role that was selected already it opens.
pub(super) fn click(model: &mut Model, may_open: bool, x: u16, y: u16) {
    let area = Map::regions(model.size).pane;
    let Screen::Map(map) = &mut model.screen else { return };
    let before = (map.cursor.stop, map.rung);
    if hit(&mut map.cursor, &map.rows, area, x, y) == Hit::Outside {
        return;
    }
    let cells = Map::cells(&model.catalog, model.size);
    let level = cells.column_at(usize::from(x.saturating_sub(area.rows.x + 1)), map.first);
    map.go(&model.catalog, level);
    if before == (map.cursor.stop, map.rung) && may_open {
        go_on(model);
    }
}
