//! Lines of which several belong to one stop of the cursor, from the one the reader scrolled to.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{stand, write};
use crate::tui::cursor::{Cursor, Rows};
use crate::tui::document::Row;
use crate::tui::layout::PaneArea;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Draws the lines behind a column for the cursor: a `>` at the first line of its stop on screen, the others reversed.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>, area: PaneArea, rows: &Rows<Row>, cursor: Cursor) {
    let selected = rows.rows_of(cursor.stop);
    for (place, Row(pieces)) in rows.visible(cursor.offset, area.rows.height.into()) {
        let y = area.rows.y + u16::try_from(place - cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        write(model, frame.buffer_mut(), text_of(line), pieces.iter().map(|piece| (piece.ink, &*piece.text)));
        if selected.contains(&place) {
            let head = Rect { width: line.width.min(1), ..line };
            if place == selected.start.max(cursor.offset) {
                stand(model, frame.buffer_mut(), head, true);
            } else {
                let head = head.intersection(frame.area());
                frame.buffer_mut().set_style(head, model.theme.style(Ink::Selected));
            }
        }
    }
}

/// Draws lines that nobody stands on, at the same place.
pub(super) fn draw_text(model: &Model, frame: &mut Frame<'_>, area: PaneArea, rows: &Rows<Row>, cursor: Cursor) {
    for (place, Row(pieces)) in rows.visible(cursor.offset, area.rows.height.into()) {
        let y = area.rows.y + u16::try_from(place - cursor.offset).unwrap_or_default();
        let line = text_of(Rect { y, height: 1, ..area.rows });
        write(model, frame.buffer_mut(), line, pieces.iter().map(|piece| (piece.ink, &*piece.text)));
    }
}

/// Behind the cursor's column.
pub(super) fn text_of(line: Rect) -> Rect {
    Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line }
}
