//! The role: its text from the line the cursor scrolled to, with what was looked for lit.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{border, field, span, stand, write};
use crate::text::parts;
use crate::tui::action::Pane;
use crate::tui::document::{Piece, Row};
use crate::tui::layout::PaneArea;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Draws the pane.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>, area: PaneArea) {
    let detail = &model.browse.detail;
    let focused = model.browse.focus == Pane::Detail;
    let rows = &detail.document.rows;
    let height = usize::from(area.rows.height);
    border(model, frame, area, focused, "3 Role", &span(detail.cursor.offset, height, rows.len()));
    if let (Some(at), Some(line)) = (area.field, detail.filter.line()) {
        let found = format!("{} found", detail.found.len());
        field(model, frame, at, "/", line, focused && detail.filter.is_typing(), &found);
    }
    if rows.is_empty() {
        write(model, frame.buffer_mut(), area.rows, [(Ink::Faint, " no role here")]);
    }
    let selected = rows.rows_of(detail.cursor.stop);
    for (place, row) in rows.visible(detail.cursor.offset, height) {
        let y = area.rows.y + u16::try_from(place - detail.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        let found = detail.found.iter().flat_map(|place| &place.parts).filter(|(row, _)| *row == place);
        let found: Vec<Range<usize>> = found.map(|(_, bytes)| bytes.clone()).collect();
        let text = Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line };
        write_row(model, frame, text, row, &found);
        if focused && selected.contains(&place) {
            let head = Rect { width: line.width.min(1), ..line };
            if place == selected.start {
                stand(model, frame.buffer_mut(), head, true);
            } else {
                let head = head.intersection(frame.area());
                frame.buffer_mut().set_style(head, model.theme.style(Ink::Selected));
            }
        }
    }
}

fn write_row(model: &Model, frame: &mut Frame<'_>, line: Rect, Row(pieces): &Row, found: &[Range<usize>]) {
    if found.is_empty() {
        return write(model, frame.buffer_mut(), line, pieces.iter().map(|piece| (piece.ink, &*piece.text)));
    }
    let mut start = 0;
    let mut lit = Vec::new();
    for piece in pieces {
        light(piece, start, found, &mut lit);
        start += piece.text.len();
    }
    write(model, frame.buffer_mut(), line, lit);
}

/// Cuts a piece that begins at byte `start` of its line where what was found begins and ends.
fn light<'a>(piece: &'a Piece, start: usize, found: &[Range<usize>], lit: &mut Vec<(Ink, &'a str)>) {
    for (is_found, bytes) in parts(start..start + piece.text.len(), found) {
        let text = piece.text.get(bytes.start - start..bytes.end - start).unwrap_or_default();
        lit.push((if is_found { Ink::Match } else { piece.ink }, text));
    }
}
