//! What the program said in this session, the newest first.

use ratatui::Frame;
use ratatui::layout::{Rect, Size};

use super::lines::{popup, write};
use crate::text::wrap;
use crate::tui::layout::{self, Room};
use crate::tui::model::Model;
use crate::tui::notice::Tone;
use crate::tui::theme::Ink;

/// Draws the popup.
pub(super) fn draw(model: &Model, offset: usize, frame: &mut Frame<'_>) {
    let outer = layout::popup(model.size, Size::new(84, 20));
    let area = layout::pane_area(Room::of(model.size), outer, false);
    popup(model, frame, area, "Messages, newest first (esc closes)", "");
    let mut y = area.rows.y;
    if model.notices.log().len() == 0 {
        write(model, frame.buffer_mut(), area.rows, [(Ink::Faint, " nothing was said yet")]);
    }
    for notice in model.notices.log().skip(offset) {
        let ink = if notice.tone == Tone::Wrong { Ink::Wrong } else { Ink::Text };
        for line in wrap(&notice.text, usize::from(area.rows.width).saturating_sub(2)) {
            if y >= area.rows.bottom() {
                return;
            }
            let text = notice.text.get(line).unwrap_or_default();
            write(model, frame.buffer_mut(), Rect { y, height: 1, ..area.rows }, [(ink, " "), (ink, text)]);
            y += 1;
        }
    }
}
