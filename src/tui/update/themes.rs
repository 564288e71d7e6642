//! What verbs do in the list of themes, and what becomes of a theme that is taken.

use crate::tui::action::{Motion, Verb};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Overlay};
use crate::tui::theme::Theme;
use crate::tui::themes::ThemePicker;

/// Takes the next theme.
pub(super) fn next(model: &mut Model) {
    let next = model.theme.next();
    take(model, next);
}

/// Opens the list; somebody's own themes come when they are read.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.overlay = Some(Overlay::Themes(Box::new(ThemePicker::new(&model.theme))));
    vec![Effect::ReadThemes]
}

/// The themes are read.
pub(super) fn read(model: &mut Model, themes: Vec<Theme>, notice: Option<&str>) {
    if let Some(Overlay::Themes(picker)) = &mut model.overlay {
        let now = picker.theme().cloned().unwrap_or_default();
        picker.list(themes, &now);
    }
    show(model);
    if let Some(notice) = notice {
        model.notices.warn(notice);
    }
}

/// Runs a verb in the list.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let size = model.size;
    let Some(Overlay::Themes(picker)) = &mut model.overlay else { return Vec::new() };
    match verb {
        Verb::Move(motion) => {
            let height = picker.area(size, model.keys).rows.height.max(1).into();
            picker.cursor.travel(motion, &picker.rows, height);
            show(model);
        }
        Verb::Accept => {
            let theme = picker.theme().cloned().unwrap_or_default();
            model.overlay = None;
            take(model, theme);
        }
        Verb::Close | Verb::Quit => {
            model.theme = picker.before.clone();
            model.overlay = None;
        }
        _ => {}
    }
    Vec::new()
}

/// The wheel moves the cursor.
pub(super) fn wheel(model: &mut Model, motion: Motion) {
    run(model, Verb::Move(motion));
}

/// Shows the theme under the cursor, and keeps nothing.
pub(super) fn show(model: &mut Model) {
    if let Some(Overlay::Themes(picker)) = &model.overlay {
        model.theme = picker.theme().cloned().unwrap_or_default();
    }
}

/// Takes a theme, for the next start too.
fn take(model: &mut Model, theme: Theme) {
    let overruled = model.standing.as_ref().filter(|standing| standing.theme.name() != theme.name());
    let overruled = overruled.map(|standing| format!(" {}", standing.says())).unwrap_or_default();
    model.notices.say(&format!("Theme: {}.{overruled}", theme.name()));
    model.theme = theme.clone();
    model.chosen = theme;
}
