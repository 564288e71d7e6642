//! The note of the bookmark under the cursor, and what was written elsewhere at the same time.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{border, span, write};
use crate::text::wrap;
use crate::tui::bookmark_list::BookmarkList;
use crate::tui::layout::PaneArea;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Draws the pane.
pub(super) fn draw(model: &Model, list: &BookmarkList, frame: &mut Frame<'_>, area: PaneArea) {
    let lines = lines(model, list, usize::from(area.rows.width).saturating_sub(2));
    let height = usize::from(area.rows.height);
    let offset = list.note_offset.min(lines.len().saturating_sub(height));
    border(model, frame, area, false, "Note (e edits)", &span(offset, height, lines.len()));
    if let Some(rule) = area.field {
        write(model, frame.buffer_mut(), rule, [(Ink::Faint, &*model.glyphs.rule().repeat(rule.width.into()))]);
    }
    for (place, (ink, line)) in lines.iter().skip(offset).take(height).enumerate() {
        let y = area.rows.y + u16::try_from(place).unwrap_or_default();
        write(model, frame.buffer_mut(), Rect { y, height: 1, ..area.rows }, [(Ink::Text, " "), (*ink, line.as_str())]);
    }
}

fn lines(model: &Model, list: &BookmarkList, cells: usize) -> Vec<(Ink, String)> {
    let Some(bookmark) = list.role().and_then(|role| model.bookmarks.get(role)) else { return Vec::new() };
    let Some(note) = bookmark.note() else { return vec![(Ink::Faint, "no note yet: e writes one".to_owned())] };
    let mut lines = Vec::new();
    paragraph(&mut lines, Ink::Text, &note.shown, cells);
    for copy in bookmark.conflicts() {
        lines.push((Ink::Text, String::new()));
        paragraph(&mut lines, Ink::Strong, "Written elsewhere at the same time (e edits both together):", cells);
        paragraph(&mut lines, Ink::Text, &copy.shown, cells);
    }
    lines
}

fn paragraph(lines: &mut Vec<(Ink, String)>, ink: Ink, text: &str, cells: usize) {
    for part in text.lines() {
        for line in wrap(part, cells) {
            lines.push((ink, part.get(line).unwrap_or_default().to_owned()));
        }
    }
}
