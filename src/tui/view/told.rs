//! The picker of the story that was told: its field, a new one, and the stories with how often each was told and what it shows.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{field, lit, popup, span, stand, write};
use crate::text::{cut, pad, width};
use crate::tui::layout::{self, Room};
use crate::tui::model::Model;
use crate::tui::stories::{Of, Offer, PickRow, StoryPicker};
use crate::tui::theme::Ink;

/// Cells of how good a story is and how often it was told, and from which width on that shows.
const FACTS: (usize, usize) = (36, 70);
/// Cells of what it shows, and from which width on that does.
const SHOWS: (usize, usize) = (26, 86);

/// Draws the popup.
pub(super) fn draw(model: &Model, picker: &StoryPicker, frame: &mut Frame<'_>) {
    let area = layout::pick(model.size);
    let height = usize::from(area.rows.height);
    let (stop, stops) = (picker.cursor.stop, picker.rows.stops());
    let place = span(picker.cursor.offset, height, stops);
    popup(model, frame, area, "Which story did you tell? type to filter, esc closes", &place);
    if let Some(at) = area.field {
        // Without a border there is no title that says how to leave.
        let leave = if Room::of(model.size) < Room::Two { "  esc closes" } else { "" };
        let stories = picker.stories();
        let ies = if stories == 1 { "y" } else { "ies" };
        field(model, frame, at, "> ", &picker.line, true, &format!("{stories} stor{ies}{leave}"));
    }
    for (place, row) in picker.rows.visible(picker.cursor.offset, height) {
        let y = area.rows.y + u16::try_from(place - picker.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        match row {
            PickRow::New => {
                write(
                    model,
                    frame.buffer_mut(),
                    line,
                    [(Ink::Text, "  "), (Ink::Link, "write a new one, in your editor")],
                );
            }
            PickRow::Without => write(model, frame.buffer_mut(), line, [(Ink::Text, "  none after all")]),
            PickRow::Offer(offer, letters) => draw_offer(model, frame, line, offer, letters),
        }
        if place == stop {
            stand(model, frame.buffer_mut(), line, true);
        }
    }
}

fn draw_offer(model: &Model, frame: &mut Frame<'_>, line: Rect, offer: &Offer, letters: &[u32]) {
    let cells = usize::from(line.width).saturating_sub(4);
    let ink = match offer.of {
        Of::Fitting(_) | Of::Other(_) => Ink::Text,
        Of::Retired(_) => Ink::Faint,
        Of::Broken(_) => Ink::Wrong,
    };
    let sign = match offer.of {
        Of::Fitting(_) => "* ",
        Of::Broken(_) => "! ",
        Of::Other(_) | Of::Retired(_) => "  ",
    };
    let beside = [(FACTS, offer.facts.as_str()), (SHOWS, offer.shows.as_str())];
    let beside = beside.into_iter().filter(|((_, from), _)| cells >= *from && !matches!(offer.of, Of::Broken(_)));
    let beside: Vec<String> = beside.map(|((room, _), text)| format!(" {}", pad(&cut(text, room), room))).collect();
    let room = cells.saturating_sub(beside.iter().map(|text| width(text)).sum());
    let title = cut(&offer.title, room);
    let blanks = " ".repeat(room.saturating_sub(width(&title)));
    let pieces = [(Ink::Text, "  "), (Ink::Kept, sign)].into_iter().chain(lit(&title, letters, ink));
    let pieces = pieces.chain([(Ink::Text, blanks.as_str())]);
    write(model, frame.buffer_mut(), line, pieces.chain(beside.iter().map(|text| (Ink::Faint, text.as_str()))));
}
