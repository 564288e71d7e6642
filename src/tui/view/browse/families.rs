//! The families, grouped by department, each with how many rungs it has.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::width;
use crate::tui::action::Pane;
use crate::tui::browse::FamilyRow;
use crate::tui::layout::PaneArea;
use crate::tui::model::Model;
use crate::tui::theme::Ink;
use crate::tui::view::lines::{border, field, lit, stand, write, write_right};

/// Draws the pane.
pub(in crate::tui::view) fn draw(model: &Model, frame: &mut Frame<'_>, area: PaneArea) {
    let list = &model.browse.families;
    let focused = model.browse.focus == Pane::Families;
    let place = format!("{}/{}", (list.cursor.stop + 1).min(list.rows.stops()), list.rows.stops());
    border(model, frame, area, focused, "1 Families", &place);
    if let (Some(at), Some(line)) = (area.field, list.filter.line()) {
        let found = format!("{}/{}", list.rows.stops(), model.catalog.families().len());
        field(model, frame, at, "/", line, focused && list.filter.is_typing(), &found);
    }
    if list.rows.is_empty() {
        write(model, frame.buffer_mut(), area.rows, [(Ink::Faint, " nothing matches: esc clears")]);
    }
    let selected = list.rows.rows_of(list.cursor.stop);
    for (place, row) in list.rows.visible(list.cursor.offset, area.rows.height.into()) {
        let y = area.rows.y + u16::try_from(place - list.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        draw_row(model, frame, line, row);
        if selected.contains(&place) {
            stand(model, frame.buffer_mut(), line, focused);
        }
    }
}

fn draw_row(model: &Model, frame: &mut Frame<'_>, line: Rect, row: &FamilyRow) {
    let buffer = frame.buffer_mut();
    let (name, ink, indent, count) = match row {
        FamilyRow::Department(name, count) => (name.as_str(), Ink::Heading, 1, *count),
        FamilyRow::Family { place, rung, .. } => {
            let Some(family) = model.catalog.families().get(*place) else { return };
            let found = rung.and_then(|rung| family.rungs.get(rung));
            (found.map_or(family.name.as_str(), |rung| rung.title.as_str()), Ink::Text, 2, family.rungs.len())
        }
    };
    let letters: &[u32] = if let FamilyRow::Family { letters, .. } = row { letters } else { &[] };
    let count = count.to_string();
    let room = line.width.saturating_sub(indent + u16::try_from(width(&count)).unwrap_or_default() + 1);
    let text = crate::text::cut(name, room.into());
    let place = Rect { x: line.x + indent.min(line.width), width: room, ..line };
    write(model, buffer, place, lit(&text, letters, ink));
    write_right(model, buffer, line, Ink::Faint, &count);
}
