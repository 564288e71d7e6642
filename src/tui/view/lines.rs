//! What every region draws with: a line of inked pieces, a pane's border, a field, the row under the cursor.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};
use unicode_segmentation::UnicodeSegmentation;

use crate::search::Matching;
use crate::text::{cut, is_plain, width};
use crate::tui::layout::PaneArea;
use crate::tui::line_edit::LineEdit;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Writes pieces one after the other from the left of `area`, as far as there is room.
pub(super) fn write<'a>(
    model: &Model,
    buffer: &mut Buffer,
    area: Rect,
    pieces: impl IntoIterator<Item = (Ink, &'a str)>,
) {
    let area = area.intersection(buffer.area);
    let mut x = area.x;
    for (ink, text) in pieces {
        let room = usize::from(area.right().saturating_sub(x));
        if room == 0 || area.height == 0 {
            return;
        }
        let (text, style) = (cut(text, room), model.theme.style(ink));
        if !is_plain(&text) {
            (x, _) = buffer.set_stringn(x, area.y, text, room, style);
            continue;
        }
        // What is a cell for each byte needs no search for characters, which would be a fifth of a frame.
        let start = buffer.index_of(x, area.y);
        let cells = buffer.content.iter_mut().skip(start);
        for (cell, byte) in cells.zip(text.bytes()) {
            cell.set_char(byte.into()).set_style(style);
            x += 1;
        }
    }
}

/// Writes `text` so that it ends at the right of `area`, when it fits.
pub(super) fn write_right(model: &Model, buffer: &mut Buffer, area: Rect, ink: Ink, text: &str) {
    let Some(room) = usize::from(area.width).checked_sub(width(text)) else { return };
    let offset = u16::try_from(room).unwrap_or_default();
    let place = Rect { x: area.x + offset, width: area.width - offset, ..area };
    write(model, buffer, place, [(ink, text)]);
}

/// `text` in pieces: the letters that matched in one ink, the others in another.
pub(super) fn lit<'a>(text: &'a str, letters: &[u32], ink: Ink) -> Vec<(Ink, &'a str)> {
    if letters.is_empty() {
        return vec![(ink, text)];
    }
    let mut pieces: Vec<(Ink, &'a str)> = Vec::new();
    let mut start = 0;
    let mut is_lit = false;
    let starts: Vec<usize> = if is_plain(text) {
        (0..text.len()).collect()
    } else {
        text.grapheme_indices(true).map(|(at, _)| at).collect()
    };
    for (place, at) in starts.into_iter().enumerate() {
        let matched = u32::try_from(place).is_ok_and(|place| letters.binary_search(&place).is_ok());
        if matched != is_lit {
            pieces.push((if is_lit { Ink::Match } else { ink }, &text[start..at]));
            (start, is_lit) = (at, matched);
        }
    }
    pieces.push((if is_lit { Ink::Match } else { ink }, &text[start..]));
    pieces
}

/// Shows that the cursor is on the row: `>` in its first column, and reverse video where the keys go.
pub(super) fn stand(model: &Model, buffer: &mut Buffer, row: Rect, focused: bool) {
    write(model, buffer, row, [(Ink::Text, ">")]);
    let ink = if focused { Ink::Selected } else { Ink::Resting };
    buffer.set_style(row.intersection(buffer.area), model.theme.style(ink));
}

/// A pane's border with its title and, below on the right, where it is in its list. Nothing where there is no room.
pub(super) fn border(model: &Model, frame: &mut Frame<'_>, area: PaneArea, focused: bool, title: &str, place: &str) {
    if area.rows.width == area.outer.width {
        return;
    }
    let ink = if focused { Ink::Strong } else { Ink::Text };
    let room = usize::from(area.outer.width).saturating_sub(4);
    let outer = area.outer.intersection(frame.area());
    let (right, bottom) = (outer.right().saturating_sub(1), outer.bottom().saturating_sub(1));
    if right <= outer.x || bottom <= outer.y {
        return;
    }
    // By hand: ratatui's block merges each cell with what was there, which was a tenth of a frame.
    let buffer = frame.buffer_mut();
    let set = model.glyphs.border(focused);
    for x in outer.x + 1..right {
        buffer[(x, outer.y)].set_symbol(set.horizontal_top);
        buffer[(x, bottom)].set_symbol(set.horizontal_bottom);
    }
    for y in outer.y + 1..bottom {
        buffer[(outer.x, y)].set_symbol(set.vertical_left);
        buffer[(right, y)].set_symbol(set.vertical_right);
    }
    buffer[(outer.x, outer.y)].set_symbol(set.top_left);
    buffer[(right, outer.y)].set_symbol(set.top_right);
    buffer[(outer.x, bottom)].set_symbol(set.bottom_left);
    buffer[(right, bottom)].set_symbol(set.bottom_right);
    let edge = |y: u16| Rect { x: outer.x + 1, y, width: right - outer.x - 1, height: 1 };
    write(model, buffer, edge(outer.y), [(ink, &*format!(" {} ", cut(title, room)))]);
    if !place.is_empty() {
        write_right(model, buffer, edge(bottom), Ink::Text, &format!(" {place} "));
    }
}

/// A popup's ground: cleared, bordered where there is room for a border.
pub(super) fn popup(model: &Model, frame: &mut Frame<'_>, area: PaneArea, title: &str, place: &str) {
    Clear.render(area.outer, frame.buffer_mut());
    border(model, frame, area, true, title, place);
}

/// A field being typed into, or the query that is kept: `/text`, and on the right how it matches and what it found.
pub(super) fn field(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    sign: &str,
    line: &LineEdit,
    typing: bool,
    found: &str,
) {
    let room = usize::from(area.width);
    let mode = if model.matching == Matching::Exact { format!("{found} exact") } else { found.to_owned() };
    let text_room = room.saturating_sub(width(sign) + width(&mode) + 2);
    let (text, cursor) = window(line, text_room);
    let ink = if typing { Ink::Strong } else { Ink::Text };
    write(model, frame.buffer_mut(), area, [(Ink::Accent, sign), (ink, text)]);
    write_right(model, frame.buffer_mut(), area, Ink::Faint, &mode);
    if typing {
        let x = area.x + u16::try_from(width(sign) + cursor).unwrap_or_default();
        frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
    }
}

/// The part of the line that shows in `room` cells with the cursor in it, and the cursor's cell.
fn window(line: &LineEdit, room: usize) -> (&str, usize) {
    let before = line.before_cursor();
    let mut start = 0;
    for (at, _) in before.grapheme_indices(true) {
        start = at;
        if width(&before[at..]) < room {
            break;
        }
    }
    if width(before) < room {
        start = 0;
    }
    (&line.text()[start..], width(&before[start..]))
}

/// How far a list is scrolled: `12-30/58`, with `^` and `v` where there is more.
pub(super) fn span(offset: usize, height: usize, len: usize) -> String {
    if len <= height {
        return String::new();
    }
    let last = (offset + height).min(len);
    let more = match (offset > 0, last < len) {
        (true, true) => " ^v",
        (true, false) => " ^",
        (false, _) => " v",
    };
    format!("{}-{last}/{len}{more}", offset + 1)
}
