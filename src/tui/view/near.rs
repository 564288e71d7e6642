//! The way to a role and the roles most like it.

use ratatui::Frame;

use super::lines::{border, span, write, write_right};
use super::{footer, stops};
use crate::text::{cut, width};
use crate::tui::layout::Room;
use crate::tui::model::Model;
use crate::tui::near::Near;
use crate::tui::theme::Ink;

/// Draws the screen.
pub(super) fn draw(model: &Model, near: &Near, frame: &mut Frame<'_>) {
    let regions = Near::regions(model.size);
    let height = usize::from(regions.pane.rows.height);
    let title = model.catalog.rung(&near.set.role).map_or("", |(_, rung)| rung.title.as_str());
    let start = if Room::of(model.size) >= Room::Two { " rungs   Near " } else { "Near " };
    let place = span(near.set.cursor.offset, height, near.rows.len());
    // Without a border the header says where the reader is.
    let beside = if Room::of(model.size) < Room::Two { place.as_str() } else { "" };
    let title = cut(title, usize::from(regions.header.width).saturating_sub(width(start) + width(beside) + 1));
    write(model, frame.buffer_mut(), regions.header, [(Ink::Strong, start), (Ink::Strong, &*title)]);
    write_right(model, frame.buffer_mut(), regions.header, Ink::Faint, beside);
    border(model, frame, regions.pane, true, "Near", &place);
    stops::draw(model, frame, regions.pane, &near.rows, near.set.cursor);
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}
