//! How far the reader has come with a role's questions.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{border, span, write, write_right};
use super::{footer, stops};
use crate::text::{cut, width};
use crate::tui::action::Verb;
use crate::tui::keymap::Context;
use crate::tui::layout::Room;
use crate::tui::model::Model;
use crate::tui::progress::ProgressScreen;
use crate::tui::theme::Ink;

/// Draws the screen.
pub(super) fn draw(model: &Model, screen: &ProgressScreen, frame: &mut Frame<'_>) {
    let regions = ProgressScreen::regions(model.size);
    let area = regions.pane;
    let rung = screen.role.as_ref().and_then(|role| model.catalog.rung(role));
    let title = rung.map_or("", |(_, rung)| rung.title.as_str());
    let start = if Room::of(model.size) >= Room::Two { " rungs   Progress " } else { "Progress " };
    let place = span(screen.cursor.offset, area.rows.height.into(), screen.rows.len());
    // Without a border the header says where the reader is.
    let beside = if Room::of(model.size) < Room::Two { place.as_str() } else { "" };
    let title = cut(title, usize::from(regions.header.width).saturating_sub(width(start) + width(beside) + 1));
    write(model, frame.buffer_mut(), regions.header, [(Ink::Strong, start), (Ink::Strong, &*title)]);
    write_right(model, frame.buffer_mut(), regions.header, Ink::Faint, beside);
    border(model, frame, area, true, "Progress", &place);
    if screen.role.is_none() {
        let how = model.keys.words(Context::Levels, Verb::Progress, " # on a role shows");
        let how = if how.is_empty() { " this screen shows" } else { &how };
        let words = [" No role here:", how, " how far you are", " with its questions"];
        for (words, y) in words.into_iter().zip(area.rows.y..area.rows.bottom()) {
            write(model, frame.buffer_mut(), Rect { y, height: 1, ..area.rows }, [(Ink::Text, words)]);
        }
    }
    stops::draw(model, frame, area, &screen.rows, screen.cursor);
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}
