//! The clock, looked at when practice opens for the first time.

use super::change;
use crate::domain::practice::Wall;
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Looked, Stage};

/// Whether practice may go on: a clock that was set back is said once, about one that is far ahead is asked.
pub(super) fn look_at(model: &mut Model) -> bool {
    let (Some(now), Looked::NotYet) = (model.now, model.clock.state) else { return true };
    let today = now.moment.day;
    let practised = model.practice.as_ref().and_then(crate::store::Practice::last_day);
    match Wall::of(today, practised, model.clock.touched) {
        Wall::FarAhead { last } => {
            change(model, |_, _| Stage::Doubted(last));
            return false;
        }
        Wall::SetBack { last } => model.notices.warn(&format!(
            "The clock says {today}, before your last practice on {last}: set back, or another zone. Until then answers are kept \
             but move nothing."
        )),
        Wall::Plausible => {}
    }
    model.clock.state = Looked::Done;
    true
}

/// The clock is right.
pub(super) fn trust(model: &mut Model) {
    model.clock.state = Looked::Done;
    change(model, |_, _| Stage::Opening);
    super::begin::ready(model);
}

/// Whether the clock is being asked about.
pub(super) fn is_asked(model: &Model) -> bool {
    matches!(&model.screen, Screen::Practice(screen) if matches!(screen.sitting.stage, Stage::Doubted(_)))
}
