//! What verbs do on the page of a skill or a KPI, and how it is opened.

use super::mouse::{Hit, hit};
use super::{WHEEL_ROWS, browse, compare, keep, ladder, search};
use crate::search::Spot;
use crate::tui::action::{Motion, Verb};
use crate::tui::cursor::Cursor;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::role_rows::RoleRows;
use crate::tui::term::{Setting, Term, TermPage};

/// Opens the page of a skill or a KPI.
pub(super) fn open(model: &mut Model, term: Term) {
    show(model, Setting { term, cursor: Cursor::default() });
}

/// Shows it over what is on screen.
pub(super) fn show(model: &mut Model, set: Setting) {
    let below = std::mem::take(&mut model.screen).under(|screen| matches!(screen, Screen::Term(_)));
    model.screen = Screen::Term(Box::new(TermPage::new(set, below)));
}

/// Runs a verb on the page.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = RoleRows::regions(model.size).pane.rows.height.max(1).into();
    let Screen::Term(page) = &mut model.screen else { return Vec::new() };
    let role = page.role().cloned();
    match verb {
        Verb::Move(motion) => page.set.cursor.read(motion, &page.page.rows, height),
        Verb::Scroll(motion) => page.set.cursor.scroll(motion, &page.page.rows, height),
        Verb::Open => go_on(model),
        Verb::Back | Verb::Forward => browse::step_history(model, verb),
        Verb::Close | Verb::Quit => ladder::close(model),
        Verb::Compare => compare::open(model, role.as_ref()),
        Verb::Mark | Verb::ClearMarks | Verb::Bookmark | Verb::Note | Verb::Pin(_) => {
            return role.map(|role| keep::run(model, verb, role.into())).unwrap_or_default();
        }
        _ => {}
    }
    Vec::new()
}

/// Opens the role under the cursor at the skill or the KPI.
fn go_on(model: &mut Model) {
    let Screen::Term(page) = &model.screen else { return };
    let Some(role) = page.role().cloned() else { return };
    let spot = match &page.set.term {
        Term::Skill(skill) => Spot::Skill(skill.clone()),
        Term::Kpi(kpi) => Spot::Kpi(kpi.clone()),
    };
    search::read(model, &role, Some(spot));
}

/// The wheel scrolls.
pub(super) fn wheel(model: &mut Model, motion: Motion) {
    let height = RoleRows::regions(model.size).pane.rows.height.max(1).into();
    if let Screen::Term(page) = &mut model.screen {
        for _ in 0..WHEEL_ROWS {
            page.set.cursor.scroll(motion, &page.page.rows, height);
        }
    }
}

/// Selects the role that was clicked; the one that was selected already opens.
pub(super) fn click(model: &mut Model, may_open: bool, x: u16, y: u16) {
    let area = RoleRows::regions(model.size).pane;
    let Screen::Term(page) = &mut model.screen else { return };
    if hit(&mut page.set.cursor, &page.page.rows, area, x, y) == Hit::Again && may_open {
        go_on(model);
    }
}
