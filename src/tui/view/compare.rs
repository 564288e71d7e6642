//! The compare screen: the roles by name, and below them what they have, row by row.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{border, span, write, write_right};
use super::stops::text_of;
use super::{footer, stops};
use crate::store::RoleSet;
use crate::text::width;
use crate::tui::compare::{Compare, Kept};
use crate::tui::document::Row;
use crate::tui::layout::Room;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Draws the screen.
pub(super) fn draw(model: &Model, compare: &Compare, frame: &mut Frame<'_>) {
    let regions = compare.regions(model.size);
    let (set, rows) = (&compare.set, &compare.sheet.rows);
    let area = regions.pane;
    let height = usize::from(area.rows.height);
    let place = span(set.cursor.offset, height, rows.len());
    header(model, compare, frame, regions.header, &place);
    border(model, frame, area, true, "Compare", &place);
    for (Row(pieces), y) in compare.heads.iter().zip(area.field.map_or(0..0, |heads| heads.y..heads.bottom())) {
        let line = text_of(Rect { y, height: 1, ..area.rows });
        write(model, frame.buffer_mut(), line, pieces.iter().map(|piece| (piece.ink, &*piece.text)));
    }
    if let Some(heads) = area.field.filter(|heads| usize::from(heads.height) > compare.heads.len()) {
        let rule = model.glyphs.rule().repeat(heads.width.into());
        write(model, frame.buffer_mut(), Rect { y: heads.bottom() - 1, height: 1, ..heads }, [(Ink::Faint, &*rule)]);
    }
    if rows.is_empty() {
        write(model, frame.buffer_mut(), area.rows, [(Ink::Faint, " one of these roles cannot be read")]);
    }
    stops::draw(model, frame, area, rows, set.cursor);
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}

/// What is compared and what of it shows; on one pane, where the reader is in it.
fn header(model: &Model, compare: &Compare, frame: &mut Frame<'_>, area: Rect, place: &str) {
    let (set, columns) = (&compare.set, compare.columns());
    let mut pieces = Vec::new();
    let is_kept = RoleSet::new(set.ids.clone()).is_some_and(|kept| model.bookmarks.of(&kept.into()).is_some());
    let only = if set.kept == Kept::Differences { "only differences" } else { "" };
    let paged = (columns.len() < set.ids.len()).then(|| {
        let numbers: Vec<String> = columns.iter().map(|side| (side + 1).to_string()).collect();
        format!("columns {} of {}", numbers.join(", "), set.ids.len())
    });
    let paged = paged.unwrap_or_default();
    if Room::of(model.size) >= Room::Two {
        let column = compare.comparison().and_then(|compared| compared.columns.get(set.base));
        let base = column.map_or(String::new(), |base| format!("base: {} {}", set.base + 1, base.title));
        pieces.push((Ink::Strong, format!(" rungs   Compare {}", set.ids.len())));
        pieces.push((Ink::Kept, if is_kept { " *".to_owned() } else { String::new() }));
        let facts = [base.as_str(), &paged, only].into_iter().filter(|fact| !fact.is_empty());
        pieces.extend(facts.map(|fact| (Ink::Text, format!("   {fact}"))));
    } else {
        let part = compare.part().map_or("Compare", |part| part.title());
        pieces.push((Ink::Strong, part.to_owned()));
        pieces.push((Ink::Kept, if is_kept { " *".to_owned() } else { String::new() }));
        // The column under the cursor, where no heads say which.
        let column = if compare.heads.is_empty() { format!(">{}", set.column + 1) } else { String::new() };
        let facts = [column.as_str(), &paged, only].into_iter().filter(|fact| !fact.is_empty());
        pieces.extend(facts.map(|fact| (Ink::Text, format!("  {fact}"))));
        let taken: usize = pieces.iter().map(|(_, text)| width(text)).sum();
        if taken + width(place) < usize::from(area.width) {
            write_right(model, frame.buffer_mut(), area, Ink::Faint, place);
        }
    }
    write(model, frame.buffer_mut(), area, pieces.iter().map(|(ink, text)| (*ink, text.as_str())));
}
