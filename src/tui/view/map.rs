//! The map: all families by levels, with what the reader keeps on it.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::browse::levels::signs;
use super::lines::{border, span, stand, write, write_right};
use super::stops::text_of;
use super::{cells, footer};
use crate::domain::FamilyOutline;
use crate::domain::ladder::heads;
use crate::text::{width, wrap};
use crate::tui::layout::Room;
use crate::tui::map::{Map, MapRow, level_of};
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// What stands for a role that has no other sign.
const ROLE: &str = "o";
/// What stands where a family has no rung.
const HOLE: &str = ".";

/// Draws the screen.
pub(super) fn draw(model: &Model, map: &Map, frame: &mut Frame<'_>) {
    let (regions, plan) = (Map::regions(model.size), Map::cells(&model.catalog, model.size));
    let area = regions.pane;
    let height = usize::from(area.rows.height);
    header(model, map, frame, regions.header);
    border(model, frame, area, true, "Map", &span(map.cursor.offset, height, map.rows.len()));
    let levels = &model.catalog.framework().levels;
    if let Some(line) = area.field {
        let levels: Vec<(&str, u8)> = levels.iter().map(|level| (level.name.as_str(), level.rank)).collect();
        let names = heads(&levels, plan.column.saturating_sub(1));
        let names = names.iter().skip(map.first).map(|name| (Ink::Heading, name.as_str()));
        cells::row(model, frame.buffer_mut(), line, plan, (Ink::Heading, "family"), names, None);
    }
    for (place, row) in map.rows.visible(map.cursor.offset, height) {
        let y = area.rows.y + u16::try_from(place - map.cursor.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        match row {
            MapRow::Department(name) => {
                write(model, frame.buffer_mut(), text_of(line), [(Ink::Heading, name.as_str())]);
            }
            MapRow::Family(at) => {
                let Some(family) = model.catalog.families().get(*at) else { continue };
                let is_here = map.rows.rows_of(map.cursor.stop).contains(&place);
                let texts: Vec<(Ink, String)> =
                    (map.first..levels.len()).map(|level| text_at(model, map, family, level, is_here)).collect();
                let texts = texts.iter().map(|(ink, text)| (*ink, text.as_str()));
                let under = map.level(&model.catalog).and_then(|level| level.checked_sub(map.first));
                let name = (if is_here { Ink::Strong } else { Ink::Text }, format!(" {}", family.name));
                let under = under.filter(|_| is_here);
                cells::row(model, frame.buffer_mut(), line, plan, (name.0, &*name.1), texts, under);
                if is_here {
                    stand(model, frame.buffer_mut(), Rect { width: line.width.min(1), ..line }, true);
                }
            }
        }
    }
    if let Some(foot) = regions.foot {
        describe(model, map, frame, foot);
    }
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}

/// The signs of the role that `family` has on the level in place `level`; of several the one under the cursor, else the
/// first.
fn text_at(model: &Model, map: &Map, family: &FamilyOutline, level: usize, is_here: bool) -> (Ink, String) {
    let catalog = &model.catalog;
    let room = Map::cells(catalog, model.size).column.saturating_sub(1);
    let on_level = |(_, rung): &(usize, &_)| level_of(catalog, rung) == Some(level);
    let mut rungs = family.rungs.iter().enumerate().filter(on_level).peekable();
    let Some(first) = rungs.peek().copied() else { return (Ink::Faint, HOLE.to_owned()) };
    let (_, rung) = rungs.find(|(place, _)| is_here && *place == map.rung).unwrap_or(first);
    match signs(model, &family.role_id(rung)).trim_end() {
        "" => (Ink::Text, ROLE.to_owned()),
        // Where there is room for one sign only: the first, without a mark that something was cut.
        signs => (Ink::Kept, signs.chars().take(room.max(1)).collect()),
    }
}

fn header(model: &Model, map: &Map, frame: &mut Frame<'_>, area: Rect) {
    let title = map.here(&model.catalog).map_or("", |(_, rung)| rung.title.as_str());
    let roles = model.catalog.rungs().count();
    let counts = format!("{} families, {roles} roles ", model.catalog.families().len());
    let text = match Room::of(model.size) {
        // Without a foot the line above says what the cursor is on.
        Room::Tiny => title,
        Room::Two | Room::Three => " rungs   Map: families by levels",
        _ => "Families by levels",
    };
    write(model, frame.buffer_mut(), area, [(Ink::Strong, text)]);
    if width(text) + width(&counts) < usize::from(area.width) {
        write_right(model, frame.buffer_mut(), area, Ink::Faint, &counts);
    }
}

/// The role under the cursor, its headline, and what the signs mean.
fn describe(model: &Model, map: &Map, frame: &mut Frame<'_>, foot: Rect) {
    let Some((_, rung)) = map.here(&model.catalog) else { return };
    let level = model.catalog.framework().level(&rung.level).map_or("", |level| level.name.as_str());
    let line = |up: u16| text_of(Rect { y: foot.y + up, height: 1, ..foot });
    let buffer = frame.buffer_mut();
    write(model, buffer, line(0), [(Ink::Strong, rung.title.as_str()), (Ink::Faint, "  "), (Ink::Accent, level)]);
    if foot.height > 1 {
        let text = line(1);
        let first = wrap(&rung.headline, text.width.into()).into_iter().next().unwrap_or(0..0);
        write(model, buffer, text, [(Ink::Text, rung.headline.get(first).unwrap_or_default())]);
    }
    if foot.height > 2 {
        write(
            model,
            buffer,
            line(2),
            [(Ink::Faint, "o a role   h w you are here, want this   * bookmarked   1-4 marked")],
        );
    }
}
