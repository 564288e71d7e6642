//! What verbs do on the progress screen, and how it is opened: on the role the screen is about, or else one that is kept.

use super::mouse::{Hit, hit};
use super::{WHEEL_ROWS, ladder, practice};
use crate::domain::practice::StudyDay;
use crate::store::Pin;
use crate::tui::action::{Motion, Verb};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::progress::ProgressScreen;

/// Opens how far the reader has come with the questions of a role.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let kept = |pin: Pin| model.bookmarks.pinned(pin).cloned();
    let known = |id: &crate::domain::RoleId| model.catalog.rung(id).is_some();
    let roles = [ladder::role_here(model), kept(Pin::Want), kept(Pin::Here)];
    let role = roles.into_iter().flatten().find(known);
    // There is one of each kind: practice would be dropped with what is between, and what was begun in it.
    let below = practice::under(model, |screen| matches!(screen, Screen::Progress(_)));
    model.screen = Screen::Progress(Box::new(ProgressScreen::new(role, below)));
    let read = model.practice.is_none().then_some(Effect::ReadPractice);
    read.into_iter().chain([Effect::Time]).collect()
}

/// Runs a verb on the progress screen.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = ProgressScreen::regions(model.size).pane.rows.height.max(1).into();
    let Screen::Progress(screen) = &mut model.screen else { return Vec::new() };
    match verb {
        Verb::Move(motion) => screen.cursor.read(motion, &screen.rows, height),
        Verb::Scroll(motion) => screen.cursor.scroll(motion, &screen.rows, height),
        Verb::NextSection | Verb::PreviousSection => {
            screen.cursor.stop = screen.section(verb == Verb::NextSection).unwrap_or(screen.cursor.stop);
            screen.cursor.reveal(&screen.rows, height);
        }
        Verb::Fold => screen.fold(),
        Verb::FoldAll => screen.fold_all(),
        Verb::Close | Verb::Quit => return close(model),
        _ => {}
    }
    Vec::new()
}

/// Whether it was opened from practice, which it closes back to.
pub(super) fn is_over_practice(model: &Model) -> bool {
    matches!(&model.screen, Screen::Progress(screen) if matches!(screen.below, Screen::Practice(_)))
}

/// Back to what it was opened from. Practice looks at the time and at its plan anew.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    ladder::close(model);
    if matches!(model.screen, Screen::Practice(_)) { vec![Effect::Time] } else { Vec::new() }
}

/// It is known which day it is.
pub(super) fn today(model: &mut Model, today: StudyDay) {
    if let Screen::Progress(screen) = &mut model.screen {
        screen.set_today(today);
    }
}

/// Something was practised, or taken back.
pub(super) fn refresh(model: &mut Model) {
    if let Screen::Progress(screen) = &mut model.screen {
        screen.refresh();
    }
}

/// The wheel scrolls.
pub(super) fn wheel(model: &mut Model, motion: Motion) {
    let height = ProgressScreen::regions(model.size).pane.rows.height.max(1).into();
    if let Screen::Progress(screen) = &mut model.screen {
        for _ in 0..WHEEL_ROWS {
            screen.cursor.scroll(motion, &screen.rows, height);
        }
    }
}

/// Selects what was clicked; what was selected already unfolds.
pub(super) fn click(model: &mut Model, may_open: bool, x: u16, y: u16) {
    let area = ProgressScreen::regions(model.size).pane;
    let Screen::Progress(screen) = &mut model.screen else { return };
    if hit(&mut screen.cursor, &screen.rows, area, x, y) == Hit::Again && may_open {
        screen.fold();
    }
}
