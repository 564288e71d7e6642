//! The gap screen: the verdict, and below it what is asked, section by section.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::footer;
use super::lines::{border, field, span, stand, write, write_right};
use crate::store::Pin;
use crate::text::width;
use crate::tui::action::{Aim, Verb};
use crate::tui::document::Row;
use crate::tui::gap::{GapScreen, Shown};
use crate::tui::keymap::Context;
use crate::tui::layout::Room;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Draws the screen.
pub(super) fn draw(model: &Model, screen: &GapScreen, frame: &mut Frame<'_>) {
    let regions = screen.regions(model.size);
    let area = regions.pane;
    let height = usize::from(area.rows.height);
    let place = span(screen.cursor.offset, height, screen.rows.len());
    header(model, screen, frame, regions.header, &place);
    border(model, frame, area, true, "Gap, what matters most first", &place);
    if screen.gap().is_none() {
        let ways = [
            (Verb::Pin(Pin::Want), " #: I want this"),
            (Verb::Pin(Pin::Here), " #: I am here"),
            (Verb::Gap(Aim::This), " #: rate me for it"),
        ];
        let ways = ways.map(|(verb, words)| model.keys.words(Context::Levels, verb, words));
        let words =
            std::iter::once(" No role kept yet:").chain(ways.iter().map(String::as_str).filter(|it| !it.is_empty()));
        for (words, y) in words.chain([" on a role; esc goes back"]).zip(area.rows.y..area.rows.bottom()) {
            write(model, frame.buffer_mut(), Rect { y, height: 1, ..area.rows }, [(Ink::Text, words)]);
        }
    }
    let selected = screen.rows.rows_of(screen.cursor.stop);
    for (place, Row(pieces)) in screen.rows.visible(screen.cursor.offset, height) {
        let y = area.rows.y + u16::try_from(place - screen.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        let text = Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line };
        write(model, frame.buffer_mut(), text, pieces.iter().map(|piece| (piece.ink, &*piece.text)));
        if selected.contains(&place) {
            let head = Rect { width: line.width.min(1), ..line };
            if place == selected.start.max(screen.cursor.offset) {
                stand(model, frame.buffer_mut(), head, true);
            } else {
                let head = head.intersection(frame.area());
                frame.buffer_mut().set_style(head, model.theme.style(Ink::Selected));
            }
        }
    }
    if let Some(evidence) = &screen.evidence {
        let keeps = model.keys.words(Context::Evidence, Verb::Accept, ", # keeps");
        let how = format!("[yyyy-mm-dd] what shows it{keeps}");
        let how = if Room::of(model.size) >= Room::Two { &how } else { "" };
        footer::draw(model, frame.buffer_mut(), Rect::default(), regions.hints);
        // On a tiny screen the field lies over the hints.
        Clear.render(regions.notice, frame.buffer_mut());
        field(model, frame, regions.notice, " evidence: ", evidence, true, how);
    } else {
        footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
    }
}

/// Whose gap it is; on one pane, where the reader is in it.
fn header(model: &Model, screen: &GapScreen, frame: &mut Frame<'_>, area: Rect, place: &str) {
    let start = if Room::of(model.size) >= Room::Two { " rungs   Gap" } else { "Gap" };
    let title = screen.gap().map_or(String::new(), |gap| format!(" to {}", gap.target.title));
    let only = if screen.shown == Shown::Open { "   not met" } else { "" };
    let pieces = [(Ink::Strong, start), (Ink::Text, &*title), (Ink::Text, only)];
    write(model, frame.buffer_mut(), area, pieces);
    let taken: usize = pieces.iter().map(|(_, text)| width(text)).sum();
    if Room::of(model.size) < Room::Two && taken + width(place) < usize::from(area.width) {
        write_right(model, frame.buffer_mut(), area, Ink::Faint, place);
    }
}
