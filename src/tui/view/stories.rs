//! The stories: all of them, one of them, or one to be recalled.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{border, span, write, write_right};
use super::stops::text_of;
use super::{footer, stops};
use crate::domain::story::RECALL_SECONDS;
use crate::text::{cut, width};
use crate::tui::layout::Room;
use crate::tui::model::Model;
use crate::tui::practice::clock;
use crate::tui::stories::{Page, StoriesScreen};
use crate::tui::theme::Ink;

/// Draws the screen.
pub(super) fn draw(model: &Model, screen: &StoriesScreen, frame: &mut Frame<'_>) {
    let regions = screen.regions(model.size);
    let area = regions.pane;
    let height = usize::from(area.rows.height);
    let place = span(screen.cursor.offset, height, screen.rows.len());
    // Without a border the header says where the reader is.
    let more = if Room::of(model.size) < Room::Two { place.as_str() } else { "" };
    let beside = [time(model, screen).unwrap_or_default(), more.to_owned()];
    let beside = beside.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    let start = if Room::of(model.size) >= Room::Two { " rungs   Stories" } else { "Stories" };
    let role = screen.role.as_ref().and_then(|role| model.catalog.rung(role));
    let role = role.map_or_else(String::new, |(_, rung)| format!(" for {}", rung.title));
    let room = usize::from(regions.header.width).saturating_sub(width(start) + width(&beside) + 2);
    write(model, frame.buffer_mut(), regions.header, [(Ink::Strong, start), (Ink::Strong, &*cut(&role, room))]);
    let right = Rect { width: regions.header.width.saturating_sub(1), ..regions.header };
    write_right(model, frame.buffer_mut(), right, Ink::Strong, &beside);
    border(model, frame, area, true, name(screen), &place);
    if let Some(field) = area.field {
        for (row, y) in screen.heads.iter().zip(field.y..field.bottom()) {
            let line = text_of(Rect { y, height: 1, ..field });
            write(model, frame.buffer_mut(), line, row.0.iter().map(|piece| (piece.ink, &*piece.text)));
        }
    }
    if screen.has_stops() {
        stops::draw(model, frame, area, &screen.rows, screen.cursor);
    } else {
        stops::draw_text(model, frame, area, &screen.rows, screen.cursor);
    }
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}

fn name(screen: &StoriesScreen) -> &'static str {
    match &screen.page {
        Page::Bank => "Stories",
        Page::Reading(_) => "Story",
        Page::Recall(recall) if recall.waits() => "Which story? Say how it begins",
        Page::Recall(_) => "Recall",
    }
}

/// `0:07 / 0:10`, while a title waits for its story.
fn time(model: &Model, screen: &StoriesScreen) -> Option<String> {
    let Page::Recall(recall) = &screen.page else { return None };
    let spent = recall.timer.seconds(model.now?);
    let figures = format!("{} / {}", clock(spent), clock(RECALL_SECONDS));
    recall.waits().then_some(figures)
}
