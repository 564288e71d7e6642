//! A skill or a KPI, and who has to do with it.

use ratatui::Frame;

use super::lines::{border, span, write, write_right};
use super::{footer, stops};
use crate::text::{cut, width};
use crate::tui::layout::Room;
use crate::tui::model::Model;
use crate::tui::term::TermPage;
use crate::tui::theme::Ink;

/// Draws the screen.
pub(super) fn draw(model: &Model, page: &TermPage, frame: &mut Frame<'_>) {
    let regions = TermPage::regions(model.size);
    let kind = page.set.term.kind();
    let start = if Room::of(model.size) >= Room::Two { format!(" rungs   {kind}   ") } else { format!("{kind} ") };
    let place = span(page.set.cursor.offset, regions.pane.rows.height.into(), page.rows.len());
    // Without a border the header says where the reader is.
    let beside = if Room::of(model.size) < Room::Two { place.as_str() } else { "" };
    let name = page.set.term.name(&model.catalog);
    let name = cut(&name, usize::from(regions.header.width).saturating_sub(width(&start) + width(beside) + 1));
    write(model, frame.buffer_mut(), regions.header, [(Ink::Strong, &*start), (Ink::Strong, &*name)]);
    write_right(model, frame.buffer_mut(), regions.header, Ink::Faint, beside);
    border(model, frame, regions.pane, true, kind, &place);
    stops::draw(model, frame, regions.pane, &page.rows, page.set.cursor);
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}
