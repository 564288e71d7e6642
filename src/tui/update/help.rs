//! What verbs do in the help.

use super::settle::help_height;
use crate::tui::action::Verb;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Overlay};

/// Runs a verb in the help: it moves, runs the entry under the cursor, or closes.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = help_height(model);
    let Some(Overlay::Help(help)) = &mut model.overlay else { return Vec::new() };
    match verb {
        Verb::Move(motion) => help.cursor.travel(motion, &help.rows, height),
        Verb::Accept => {
            let verb = help.verb();
            model.overlay = None;
            return verb.map(|verb| super::run(model, verb)).unwrap_or_default();
        }
        Verb::Close if !help.line.text().is_empty() => {
            help.line = crate::tui::line_edit::LineEdit::default();
            help.refilter(&mut model.ranker);
        }
        Verb::Close | Verb::Quit => model.overlay = None,
        _ => {}
    }
    Vec::new()
}
