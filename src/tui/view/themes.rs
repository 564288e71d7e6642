//! The list of themes.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{popup, span, stand, write};
use crate::tui::model::Model;
use crate::tui::theme::Ink;
use crate::tui::themes::{ThemePicker, title};

/// Draws the list.
pub(super) fn draw(model: &Model, picker: &ThemePicker, frame: &mut Frame<'_>) {
    let area = picker.area(model.size, model.keys);
    let height = usize::from(area.rows.height);
    let offset = picker.cursor.offset;
    popup(model, frame, area, &title(model.keys), &span(offset, height, picker.rows.len()));
    for (place, theme) in picker.rows.visible(offset, height) {
        let y = area.rows.y + u16::try_from(place - offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        write(model, frame.buffer_mut(), line, [(Ink::Text, "  "), (Ink::Text, theme.name())]);
        if place == picker.cursor.stop {
            stand(model, frame.buffer_mut(), line, true);
        }
    }
}
