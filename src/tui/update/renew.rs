//! Ladders whose files changed: taken over when the explorer's panes are on screen, at the place the reader is.
//!
//! Other screens hold what they were opened with, and an interview that is being practised is not changed under way.

use std::sync::Arc;

use super::browse;
use crate::domain::RoleId;
use crate::tui::browse::Browse;
use crate::tui::effect::Ladders;
use crate::tui::history::{History, Spot};
use crate::tui::model::{Model, Screen};

/// Takes in what the files hold now.
pub(super) fn read(model: &mut Model, Ladders(catalog): Ladders) {
    model.renewed = Some(catalog);
    if !is_free(model) {
        model.notices.say("The catalog's files changed: they are read when you are back at the families.");
    }
}

/// Whether nothing on the screen holds on to the ladders as they were.
fn is_free(model: &Model) -> bool {
    matches!(model.screen, Screen::Browse) && model.overlay.is_none() && !model.browse.filter().is_typing()
}

/// Shows the ladders as they are now, as soon as that takes nothing away.
pub(super) fn take_over(model: &mut Model) {
    if !is_free(model) {
        return;
    }
    let Some(catalog) = model.renewed.take() else { return };
    model.catalog = Arc::clone(&catalog);
    let before = std::mem::replace(&mut model.browse, Browse::new(&catalog));
    let is_there = |role: &RoleId| catalog.rung(role).is_some();
    model.browse.zoomed = before.zoomed;
    model.browse.marks = before.marks.iter().filter(|role| is_there(role)).cloned().collect();
    let here = before.role().cloned();
    model.browse.detail.folded = before.detail.folded;
    let (back, forward) = model.history.spots();
    let kept = |spots: &[Spot]| spots.iter().filter(|spot| is_there(&spot.role)).cloned().collect();
    model.history = History::of(kept(back), kept(forward));
    if let Some(role) = here {
        let sibling = || {
            let family = catalog.outline(role.family())?;
            Some(family.role_id(family.rungs.first()?))
        };
        let place = if is_there(&role) { Some(role.clone()) } else { sibling() };
        if let Some(place) = &place {
            browse::show(model, place);
        }
        if place.as_ref() == Some(&role) {
            // The lines may be others now; settling keeps the cursor among them.
            model.browse.detail.cursor = before.detail.cursor;
        }
    }
    model.browse.focus = before.focus;
    model.notices.say("The catalog's files changed and were read again.");
}
