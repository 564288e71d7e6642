//! What the second key of a chord can be, while the first waits for it.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{popup, write};
use crate::text::width;
use crate::tui::key::Key;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Draws the keys in the corner where the thumb is not: right above the hints, over as little as possible.
pub(super) fn draw(model: &Model, first: Key, frame: &mut Frame<'_>) {
    let keys: Vec<_> = model.keys.continuations(model.context(), first).collect();
    let widest = keys.iter().map(|(key, binding)| width(key) + width(binding.help)).max().unwrap_or_default();
    // A blank at each side and two between key and words.
    let area = layout::corner(model.size, widest + 4, keys.len());
    popup(model, frame, area, &format!("{first} and then"), "");
    for ((key, binding), y) in keys.iter().zip(area.rows.top()..area.rows.bottom()) {
        let line = Rect { y, height: 1, ..area.rows };
        write(
            model,
            frame.buffer_mut(),
            line,
            [(Ink::Text, " "), (Ink::Accent, *key), (Ink::Text, "  "), (Ink::Text, binding.help)],
        );
    }
}
