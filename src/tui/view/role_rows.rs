//! The near screen, and the page of a skill or a KPI: a text in which each stop is a role.

use ratatui::Frame;

use super::lines::{border, span, write, write_right};
use super::{footer, stops};
use crate::text::{cut, width};
use crate::tui::cursor::Cursor;
use crate::tui::layout::Room;
use crate::tui::model::Model;
use crate::tui::near::Near;
use crate::tui::role_rows::RoleRows;
use crate::tui::term::TermPage;
use crate::tui::theme::Ink;

/// Draws the near screen.
pub(super) fn draw_near(model: &Model, near: &Near, frame: &mut Frame<'_>) {
    let title = model.catalog.rung(&near.set.role).map_or("", |(_, rung)| rung.title.as_str());
    draw(model, frame, ("Near", title), &near.page, near.set.cursor);
}

/// Draws the page of a skill or a KPI.
pub(super) fn draw_term(model: &Model, page: &TermPage, frame: &mut Frame<'_>) {
    let term = &page.set.term;
    draw(model, frame, (term.kind(), &term.name(&model.catalog)), &page.page, page.set.cursor);
}

fn draw(model: &Model, frame: &mut Frame<'_>, (kind, name): (&str, &str), page: &RoleRows, cursor: Cursor) {
    let regions = RoleRows::regions(model.size);
    let start = if Room::of(model.size) >= Room::Two { format!(" rungs   {kind}   ") } else { format!("{kind} ") };
    let place = span(cursor.offset, regions.pane.rows.height.into(), page.rows.len());
    // Without a border the header says where the reader is.
    let beside = if Room::of(model.size) < Room::Two { place.as_str() } else { "" };
    let name = cut(name, usize::from(regions.header.width).saturating_sub(width(&start) + width(beside) + 1));
    write(model, frame.buffer_mut(), regions.header, [(Ink::Strong, &*start), (Ink::Strong, &*name)]);
    write_right(model, frame.buffer_mut(), regions.header, Ink::Faint, beside);
    border(model, frame, regions.pane, true, kind, &place);
    stops::draw(model, frame, regions.pane, &page.rows, cursor);
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}
