//! The rungs of one family, with rank, marks and bookmarks, between the roles people come from and go on to; below
//! them, where there is room, the career line and what the signs mean.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::RoleId;
use crate::store::Pin;
use crate::text::cut;
use crate::tui::action::Pane;
use crate::tui::browse::LevelRow;
use crate::tui::layout::{PaneArea, Room};
use crate::tui::model::Model;
use crate::tui::theme::Ink;
use crate::tui::view::lines::{border, field, lit, stand, write, write_right};

/// Draws the pane.
pub(in crate::tui::view) fn draw(model: &Model, frame: &mut Frame<'_>, area: PaneArea) {
    let list = &model.browse.levels;
    let focused = model.browse.focus == Pane::Levels;
    let family = model.catalog.families().get(list.family);
    let rungs = family.map_or(0, |family| family.rungs.len());
    let title = family.map_or("2 Levels".to_owned(), |family| format!("2 Levels - {}", family.name));
    let place = list.rung().map_or(String::new(), |rung| format!("{}/{rungs}", rung + 1));
    border(model, frame, area, focused, &title, &place);
    if let (Some(at), Some(line)) = (area.field, list.filter.line()) {
        let found = format!("{}/{rungs}", list.rows.stops());
        field(model, frame, at, "/", line, focused && list.filter.is_typing(), &found);
    }
    if list.rows.is_empty() {
        write(model, frame.buffer_mut(), area.rows, [(Ink::Faint, " nothing matches: esc clears")]);
    }
    let selected = list.rows.rows_of(list.cursor.stop);
    for (place, row) in list.rows.visible(list.cursor.offset, area.rows.height.into()) {
        let y = area.rows.y + u16::try_from(place - list.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        draw_row(model, frame, line, row);
        if selected.contains(&place) && !list.rows.is_empty() {
            stand(model, frame.buffer_mut(), line, focused);
        }
    }
    legend(model, frame, area.rows);
}

fn draw_row(model: &Model, frame: &mut Frame<'_>, line: Rect, row: &LevelRow) {
    let buffer = frame.buffer_mut();
    let inside =
        |indent: u16, cells: u16| Rect { x: line.x + indent, width: line.width.saturating_sub(indent + cells), ..line };
    match row {
        LevelRow::Caption(caption) => write(model, buffer, inside(1, 0), [(Ink::Heading, *caption)]),
        LevelRow::Passage { title, .. } => {
            let ink = if row.role().is_some() { Ink::Link } else { Ink::Text };
            let place = inside(4, 0);
            write(model, buffer, place, [(ink, &*cut(title, place.width.into()))]);
        }
        LevelRow::Rung { id, letters, .. } => {
            let Some((_, rung)) = model.catalog.rung(id) else { return };
            let rank = model.catalog.framework().rank(&rung.level).to_string();
            // Ranks stand under each other by their last figure.
            let before = 3_usize.saturating_sub(rank.len());
            write(model, buffer, inside(u16::try_from(before).unwrap_or_default(), 0), [(Ink::Accent, &*rank)]);
            let signs = signs(model, id);
            let place = inside(4, u16::try_from(signs.len()).unwrap_or_default() + 1);
            write(model, buffer, place, lit(&cut(&rung.title, place.width.into()), letters, Ink::Text));
            write_right(model, buffer, line, Ink::Kept, &signs);
        }
    }
}

/// `h` and `w` for the role the reader holds and the one they want, `1`-`4` for the place among the roles to compare,
/// `*` for a bookmark.
pub(in crate::tui::view) fn signs(model: &Model, id: &RoleId) -> String {
    let pins: String = Pin::ALL.into_iter().filter(|pin| model.bookmarks.has_pin(id, *pin)).map(Pin::sign).collect();
    let mark = model.browse.marks.iter().position(|marked| marked == id).map(|place| (place + 1).to_string());
    let bookmark = if model.bookmarks.contains(id) { "*" } else { "" };
    match mark {
        None if pins.is_empty() => bookmark.to_owned(),
        None => format!("{pins} {bookmark:1}"),
        Some(mark) => format!("{pins}{mark}{bookmark:1}"),
    }
}

/// The career line with the reader's rung in brackets, and what the signs mean, below the list.
fn legend(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let list = &model.browse.levels;
    let used = u16::try_from(list.rows.len()).unwrap_or(u16::MAX);
    let free = area.height.saturating_sub(used);
    if Room::of(model.size) < Room::Two || free < 6 || list.filter.shows() {
        return;
    }
    let Some(family) = model.catalog.families().get(list.family) else { return };
    let here = list.rung();
    let ranks = family.rungs.iter().enumerate().map(|(place, rung)| {
        let rank = model.catalog.framework().rank(&rung.level);
        if here == Some(place) { format!("[{rank}]") } else { rank.to_string() }
    });
    let path = ranks.collect::<Vec<_>>().join("-");
    let row = |up: u16| Rect { x: area.x + 1, y: area.bottom() - up, width: area.width.saturating_sub(1), height: 1 };
    let buffer = frame.buffer_mut();
    let pinned = Pin::ALL.into_iter().any(|pin| model.bookmarks.pinned(pin).is_some());
    let path_row = if pinned && free >= 7 { 5 } else { 4 };
    write(model, buffer, row(path_row), [(Ink::Faint, "path "), (Ink::Accent, &path)]);
    if pinned && free >= 7 {
        write(model, buffer, row(3), [(Ink::Faint, "h w = you are here, want this")]);
    }
    write(model, buffer, row(2), [(Ink::Faint, "1-4 = marked for comparing")]);
    write(model, buffer, row(1), [(Ink::Faint, "*   = bookmarked")]);
}
