//! The picker: its field, and the roles that match with level and family.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{field, lit, popup, span, stand, write};
use crate::domain::{FamilyOutline, Rung};
use crate::text::{cut, pad, width};
use crate::tui::layout::{self, Room};
use crate::tui::model::Model;
use crate::tui::pick::{PickRow, Picker};
use crate::tui::theme::Ink;

/// How wide the levels' and the families' columns are, and from which width on each shows.
const LEVEL: (usize, usize) = (14, 50);
const FAMILY: (usize, usize) = (26, 78);

/// Draws the popup.
pub(super) fn draw(model: &Model, picker: &Picker, frame: &mut Frame<'_>) {
    let area = layout::pick(model.size);
    let height = usize::from(area.rows.height);
    let (stop, stops) = (picker.cursor.stop, picker.rows.stops());
    popup(model, frame, area, &picker.wanted.title(model.keys), &span(picker.cursor.offset, height, stops));
    if let Some(at) = area.field {
        // Without a border there is no title that says how to leave.
        let leave = if Room::of(model.size) < Room::Two { "  esc closes" } else { "" };
        let found = format!("{}/{stops}{leave}", (stop + 1).min(stops));
        field(model, frame, at, "> ", &picker.line, true, &found);
    }
    if picker.rows.is_empty() {
        write(model, frame.buffer_mut(), area.rows, [(Ink::Faint, " no role is called that: esc clears")]);
    }
    for (place, row) in picker.rows.visible(picker.cursor.offset, height) {
        let y = area.rows.y + u16::try_from(place - picker.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        if let Some((family, rung)) = model.catalog.rung(&row.id) {
            draw_row(model, frame, line, row, family, rung);
        }
        if place == stop {
            stand(model, frame.buffer_mut(), line, true);
        }
    }
}

fn draw_row(model: &Model, frame: &mut Frame<'_>, line: Rect, row: &PickRow, family: &FamilyOutline, rung: &Rung) {
    let cells = usize::from(line.width).saturating_sub(2);
    let level = model.catalog.framework().level(&rung.level);
    let level = level.map(|level| format!("{} {}", level.rank, level.name)).unwrap_or_default();
    let beside = [(LEVEL, level.as_str()), (FAMILY, family.name.as_str())];
    let beside = beside.into_iter().filter(|((_, from), _)| cells >= *from);
    let beside: Vec<String> = beside.map(|((room, _), text)| format!(" {}", pad(text, room))).collect();
    let room = cells.saturating_sub(beside.iter().map(|text| width(text)).sum());
    let title = cut(&rung.title, room);
    let blanks = " ".repeat(room.saturating_sub(width(&title)));
    let pieces = std::iter::once((Ink::Text, "  ")).chain(lit(&title, &row.letters, Ink::Text));
    let pieces = pieces.chain([(Ink::Text, blanks.as_str())]);
    write(model, frame.buffer_mut(), line, pieces.chain(beside.iter().map(|text| (Ink::Faint, text.as_str()))));
}
