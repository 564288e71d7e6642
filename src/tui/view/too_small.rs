//! What a window too small for anything says.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::write;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// How large it is, how large it must be, how to leave.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let size = format!("too small: {}x{}", model.size.width, model.size.height);
    for (row, text) in [&*size, "need 20x5", "q:quit"].into_iter().enumerate() {
        let y = u16::try_from(row).unwrap_or_default();
        let line = Rect { y: area.y + y, height: 1, ..area };
        if y < area.height {
            write(model, frame.buffer_mut(), line, [(Ink::Text, text)]);
        }
    }
}
