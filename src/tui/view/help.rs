//! The help: its field, and every key with what it does.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{field, popup, span, stand, write};
use crate::text::pad;
use crate::tui::action::Verb;
use crate::tui::help::{Help, HelpRow};
use crate::tui::keymap::Context;
use crate::tui::layout::{self, Room};
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// How wide the keys' column is.
const KEYS: usize = 22;

/// How wide it is where only the first key of an entry shows: as wide as the longest.
const FIRST_KEY: usize = 9;

/// The width from which all keys of an entry show, and not only its first: what a key does is never cut for that.
const WIDE: usize = 90;

/// Draws the popup.
pub(super) fn draw(model: &Model, help: &Help, frame: &mut Frame<'_>) {
    let area = layout::help(model.size);
    let height = usize::from(area.rows.height);
    let place = span(help.cursor.offset, height, help.rows.len());
    let runs = model.keys.words(Context::Help, Verb::Accept, ", # runs");
    popup(model, frame, area, &format!("Help: type to search{runs}, esc closes"), &place);
    if let Some(at) = area.field {
        // Without a border there is no title that says how to leave.
        let leave = if Room::of(model.size) < Room::Two { "  esc closes" } else { "" };
        field(
            model,
            frame,
            at,
            "> ",
            &help.line,
            true,
            &format!("{}/{}{leave}", (help.cursor.stop + 1).min(help.rows.stops()), help.rows.stops()),
        );
    }
    if help.rows.is_empty() {
        write(model, frame.buffer_mut(), area.rows, [(Ink::Faint, " no key does that: esc clears")]);
    }
    let selected = help.rows.rows_of(help.cursor.stop);
    for (place, row) in help.rows.visible(help.cursor.offset, height) {
        let y = area.rows.y + u16::try_from(place - help.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        let text = Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line };
        let buffer = frame.buffer_mut();
        match row {
            HelpRow::Caption(caption) => write(model, buffer, text, [(Ink::Heading, &*caption.to_uppercase())]),
            HelpRow::Binding(binding) => {
                let wide = usize::from(line.width) >= WIDE;
                let keys = if wide {
                    binding.keys.join(", ")
                } else {
                    binding.keys.first().map_or(String::new(), ToString::to_string)
                };
                let keys = pad(&keys, if wide { KEYS } else { FIRST_KEY });
                write(
                    model,
                    buffer,
                    text,
                    [(Ink::Text, " "), (Ink::Accent, &*keys), (Ink::Text, " "), (Ink::Text, binding.help)],
                );
            }
        }
        if selected.contains(&place) {
            stand(model, buffer, line, true);
        }
    }
}
