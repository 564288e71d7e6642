//! What verbs do in the picker.

use super::settle::pick_height;
use super::{compare, practice};
use crate::tui::action::Verb;
use crate::tui::effect::Effect;
use crate::tui::line_edit::LineEdit;
use crate::tui::model::{Model, Overlay};
use crate::tui::pick::Wanted;

/// Runs a verb in the picker: it moves, takes the role under the cursor, or closes.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = pick_height(model);
    let Model { overlay: Some(Overlay::Pick(picker)), catalog, ranker, matching, .. } = model else {
        return Vec::new();
    };
    match verb {
        Verb::Move(motion) => picker.cursor.travel(motion, &picker.rows, height),
        Verb::Accept => {
            let (wanted, role) = (picker.wanted, picker.role().cloned());
            let Some(role) = role else { return Vec::new() };
            model.overlay = None;
            match wanted {
                Wanted::Column => compare::add(model, role),
                Wanted::Here => return practice::current(model, role),
            }
        }
        Verb::Close if !picker.line.text().is_empty() => {
            picker.line = LineEdit::default();
            picker.refilter(catalog, ranker, *matching);
        }
        Verb::Close | Verb::Quit => model.overlay = None,
        _ => {}
    }
    Vec::new()
}
