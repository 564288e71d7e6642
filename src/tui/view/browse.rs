//! The explorer: the breadcrumb and the panes there is room for.

mod families;
pub(super) mod levels;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{span, write, write_right};
use super::{detail, footer};
use crate::text::{cut, wrap};
use crate::tui::action::Pane;
use crate::tui::layout::{Regions, Room};
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// The widest that the name of a catalog gets, in cells.
const CATALOG: usize = 16;

/// Draws breadcrumb, panes and footer.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>) {
    let regions = model.regions();
    header(model, frame, &regions);
    if let Some(area) = regions.pane(Pane::Families) {
        families::draw(model, frame, area);
    }
    if let Some(area) = regions.pane(Pane::Levels) {
        levels::draw(model, frame, area);
    }
    if let Some(area) = regions.pane(Pane::Detail) {
        detail::draw(model, frame, area);
    }
    if let Some(area) = regions.preview {
        preview(model, frame, area);
    }
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}

/// Where the reader is; on the right what is kept, or on one pane where its list stands.
fn header(model: &Model, frame: &mut Frame<'_>, regions: &Regions) {
    let area = regions.header;
    let right = if regions.room >= Room::Two { kept(model) } else { place(model, regions) };
    write_right(model, frame.buffer_mut(), area, Ink::Faint, &right);
    let room = area.width.saturating_sub(u16::try_from(right.len()).unwrap_or_default() + 1);
    let crumbs = crumbs(model, regions.room);
    let pieces = crumbs.iter().map(|(ink, text)| (*ink, text.as_str()));
    write(model, frame.buffer_mut(), Rect { width: room, ..area }, pieces);
}

fn crumbs(model: &Model, room: Room) -> Vec<(Ink, String)> {
    let browse = &model.browse;
    let role = browse.role().and_then(|role| model.catalog.rung(role));
    // Of a role that people come from or go to: where it is at home.
    let family = role.map(|(family, _)| family).or_else(|| model.catalog.families().get(browse.levels.family));
    let name = family.map(|family| family.name.to_string()).unwrap_or_default();
    let department = family.and_then(|family| model.catalog.framework().department(&family.department));
    let department = department.map(|department| department.name.to_string()).unwrap_or_default();
    let level = role.and_then(|(_, rung)| model.catalog.framework().level(&rung.level));
    let level = level.map(|level| format!("{} {}", level.rank, level.name)).unwrap_or_default();
    let gap = || (Ink::Faint, " > ".to_owned());
    match (room, browse.focus) {
        (Room::Tiny, Pane::Levels) => vec![(Ink::Strong, name)],
        (Room::Tiny, Pane::Detail) => vec![(Ink::Strong, format!("{level}, {name}"))],
        (Room::Tiny | Room::One, Pane::Families) => vec![(Ink::Strong, "Families".to_owned())],
        (Room::One, Pane::Levels) => vec![(Ink::Text, name), gap(), (Ink::Strong, "Levels".to_owned())],
        (Room::One, Pane::Detail) => vec![(Ink::Text, name), gap(), (Ink::Strong, level)],
        (room, focus) => {
            let hidden = room == Room::Two && focus != Pane::Families;
            // Which catalog it is: ours is called as the program is.
            let catalog = cut(&model.catalog.framework().name, CATALOG);
            let start = format!(" {catalog}{}", if hidden { "  < " } else { "   " });
            let mut crumbs = vec![(Ink::Strong, start), (Ink::Text, department), gap(), (Ink::Text, name)];
            if !level.is_empty() {
                crumbs.extend([gap(), (Ink::Strong, level)]);
            }
            crumbs
        }
    }
}

/// What the reader keeps.
fn kept(model: &Model) -> String {
    let counts = [(model.browse.marks.len(), "marked"), (model.bookmarks.len(), "bookmarked")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    counts.chain([format!("{} ", model.theme.name())]).collect::<Vec<_>>().join("  ")
}

/// Where the list of the only pane stands.
fn place(model: &Model, regions: &Regions) -> String {
    let browse = &model.browse;
    let rungs = model.catalog.families().get(browse.levels.family).map_or(0, |family| family.rungs.len());
    let of = |stop: usize, stops: usize| format!("{}/{stops}", (stop + 1).min(stops));
    match browse.focus {
        Pane::Families => of(browse.families.cursor.stop, browse.families.rows.stops()),
        Pane::Levels => browse.levels.rung().map_or(String::new(), |rung| of(rung, rungs)),
        Pane::Detail => {
            let rows = &browse.detail.document.rows;
            span(browse.detail.cursor.offset, regions.height(Pane::Detail), rows.len())
        }
    }
}

/// Under a list that stands alone: what the selected role is, in its own words.
fn preview(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let buffer = frame.buffer_mut();
    let rule = model.glyphs.rule().repeat(area.width.into());
    write(model, buffer, Rect { height: 1, ..area }, [(Ink::Faint, &*rule)]);
    let Some((_, rung)) = model.browse.role().and_then(|role| model.catalog.rung(role)) else { return };
    let lines = wrap(&rung.headline, area.width.into());
    for (line, y) in lines.into_iter().zip(area.y + 1..area.bottom()) {
        let text = rung.headline.get(line).unwrap_or_default();
        write(model, buffer, Rect { y, height: 1, ..area }, [(Ink::Text, text)]);
    }
}
