//! The note of the bookmark under the cursor, and what was written elsewhere at the same time.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{border, span, write};
use crate::tui::action::Verb;
use crate::tui::bookmark_list::BookmarkList;
use crate::tui::keymap::Context;
use crate::tui::layout::PaneArea;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Draws the pane.
pub(super) fn draw(model: &Model, list: &BookmarkList, frame: &mut Frame<'_>, area: PaneArea) {
    let lines = list.note(&model.catalog, &model.bookmarks, model.keys, area.rows.width);
    let height = usize::from(area.rows.height);
    let offset = list.note_offset;
    let title = format!("Note{}", model.keys.words(Context::Bookmarks, Verb::Note, " (# edits)"));
    border(model, frame, area, false, &title, &span(offset, height, lines.len()));
    if let Some(rule) = area.field {
        write(model, frame.buffer_mut(), rule, [(Ink::Faint, &*model.glyphs.rule().repeat(rule.width.into()))]);
    }
    for (place, (ink, line)) in lines.iter().skip(offset).take(height).enumerate() {
        let y = area.rows.y + u16::try_from(place).unwrap_or_default();
        write(model, frame.buffer_mut(), Rect { y, height: 1, ..area.rows }, [(Ink::Text, " "), (*ink, line.as_str())]);
    }
}
