//! The list of bookmarks: role, family, when it was added, tags; and the note of the one under the cursor.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{border, field, stand, write, write_right};
use super::{footer, note};
use crate::domain::FamilyOutline;
use crate::store::{Bookmark, Subject};
use crate::text::{cut, pad};
use crate::tui::action::Verb;
use crate::tui::bookmark_list::{BookmarkList, title_of};
use crate::tui::keymap::Context;
use crate::tui::layout::{self, PaneArea, Room};
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Widths of the columns: family and date show from two panes on, the family only where there is room for three.
const FAMILY: usize = 26;
const ADDED: usize = 10;

/// Draws the screen.
pub(super) fn draw(model: &Model, list: &BookmarkList, frame: &mut Frame<'_>) {
    let regions = layout::bookmarks(model.size, list.filter.shows());
    let room = Room::of(model.size);
    let start = if room >= Room::Two { " rungs   Bookmarks" } else { "Bookmarks" };
    write(model, frame.buffer_mut(), regions.header, [(Ink::Strong, start)]);
    write_right(model, frame.buffer_mut(), regions.header, Ink::Faint, &counts(model));
    let place = format!("{}/{}", (list.cursor.stop + 1).min(list.rows.stops()), list.rows.stops());
    border(model, frame, regions.list, true, "Bookmarks, newest first", &place);
    if let (Some(at), Some(line)) = (regions.list.field, list.filter.line()) {
        let found = format!("{}/{}", list.rows.stops(), model.bookmarks.len());
        field(model, frame, at, "/", line, list.filter.is_typing(), &found);
    }
    if list.rows.is_empty() {
        let words = if list.filter.shows() {
            " nothing matches: esc clears".to_owned()
        } else {
            let how = model.keys.words(Context::Levels, Verb::Bookmark, "# on a role bookmarks it, ");
            format!(" none yet: {how}esc goes back")
        };
        write(model, frame.buffer_mut(), regions.list.rows, [(Ink::Faint, &*words)]);
    }
    draw_rows(model, list, frame, regions.list);
    if let Some(area) = regions.note {
        note::draw(model, list, frame, area);
    }
    if let Some(tags) = &list.tags {
        let how = model.keys.words(Context::Tags, Verb::Accept, "# keeps, ") + "esc leaves";
        field(model, frame, regions.notice, " tags: ", tags, true, &how);
        footer::draw(model, frame.buffer_mut(), Rect::default(), regions.hints);
    } else {
        footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
    }
}

fn draw_rows(model: &Model, list: &BookmarkList, frame: &mut Frame<'_>, area: PaneArea) {
    for (place, of) in list.rows.visible(list.cursor.offset, area.rows.height.into()) {
        let y = area.rows.y + u16::try_from(place - list.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        if let Some(bookmark) = model.bookmarks.of(of) {
            draw_row(model, frame, line, bookmark);
        }
        if place == list.cursor.stop {
            stand(model, frame.buffer_mut(), line, true);
        }
    }
}

fn draw_row(model: &Model, frame: &mut Frame<'_>, line: Rect, bookmark: &Bookmark) {
    let width = usize::from(line.width);
    let of = bookmark.of();
    let is_known = !is_missing(model, of);
    let title = title_of(&model.catalog, of);
    let title = if is_known { title } else { format!("{title} (not in this catalog)") };
    let tags: Vec<&str> = bookmark.tags().iter().map(|tag| tag.shown.as_str()).collect();
    let tags = tags.join(" ");
    let sign = if bookmark.note().is_some() { "n" } else { " " };
    let added = bookmark.added().map(day).unwrap_or_default();
    let mut rest = Vec::new();
    if width >= 60 {
        rest.push((Ink::Faint, format!(" {}", pad(&added, ADDED))));
    }
    if width >= 90 {
        let family = families(model, of);
        rest.insert(0, (Ink::Faint, format!(" {}", pad(&family, FAMILY))));
    }
    let tags_room = if width >= 40 { (width / 5).max(8) } else { 0 };
    rest.push((Ink::Accent, format!(" {}", pad(&tags, tags_room))));
    rest.push((Ink::Kept, format!(" {sign}")));
    let taken: usize = rest.iter().map(|(_, text)| crate::text::width(text)).sum();
    let ink = if is_known { Ink::Text } else { Ink::Wrong };
    let title = pad(&cut(&title, width.saturating_sub(taken + 2)), width.saturating_sub(taken + 2));
    let pieces = [(Ink::Text, "  "), (ink, title.as_str())].into_iter();
    let pieces = pieces.chain(rest.iter().map(|(ink, text)| (*ink, text.as_str())));
    write(model, frame.buffer_mut(), line, pieces);
}

/// Whether the catalog lacks a role of it.
fn is_missing(model: &Model, of: &Subject) -> bool {
    of.roles().iter().any(|role| model.catalog.rung(role).is_none())
}

/// The family, or how many there are.
fn families(model: &Model, of: &Subject) -> String {
    let mut families: Vec<&FamilyOutline> =
        of.roles().iter().filter_map(|role| Some(model.catalog.rung(role)?.0)).collect();
    families.dedup_by_key(|family| &family.id);
    match families[..] {
        [] => String::new(),
        [family] => family.name.to_string(),
        _ => "across families".to_owned(),
    }
}

/// The day a bookmark was added, in UTC: what the journal says.
fn day(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}

fn counts(model: &Model) -> String {
    let notes = model.bookmarks.iter().filter(|bookmark| bookmark.note().is_some()).count();
    let missing = model.bookmarks.iter().filter(|bookmark| is_missing(model, bookmark.of()));
    let missing = match missing.count() {
        0 => String::new(),
        missing => format!(", {missing} missing"),
    };
    format!("{} saved, {notes} with notes{missing} ", model.bookmarks.len())
}
