//! A family's ladder: one thing through all rungs, or skills by rungs.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lines::{border, span, stand, write, write_right};
use super::stops::text_of;
use super::{cells, footer, stops};
use crate::domain::Weight;
use crate::domain::ladder::Asked;
use crate::text::width;
use crate::tui::document::Row;
use crate::tui::ladder::{Face, LadderView};
use crate::tui::layout::{LadderRegions, Room};
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// What the signs stand for.
const SIGNS: &str = "= as on the rung below   ~ changed   + starts   - stops";

/// Draws the screen.
pub(super) fn draw(model: &Model, view: &LadderView, frame: &mut Frame<'_>) {
    let regions = view.regions(model.size);
    let height = usize::from(regions.pane.rows.height);
    let (title, place, foot) = match view.set.face {
        Face::Steps => {
            let kind = view.ladder.as_ref().map_or("", |ladder| ladder.item.kind());
            let title = view.place().map_or_else(String::new, |(place, all)| format!("{kind} {place} of {all}"));
            (title, span(view.set.offset, height, view.steps.len()), SIGNS.to_owned())
        }
        Face::Grid => {
            let rows = view.skills.len();
            (format!("{rows} skills"), span(view.set.skill.offset, height, rows), under(view, Room::of(model.size)))
        }
    };
    header(model, view, frame, regions.header, &title);
    border(
        model,
        frame,
        regions.pane,
        true,
        if view.set.face == Face::Grid { "Skills by rungs" } else { "Ladder" },
        &place,
    );
    match view.set.face {
        Face::Steps => steps(model, view, frame, &regions),
        Face::Grid => grid(model, view, frame, &regions),
    }
    if let Some(at) = regions.foot {
        let ink = if view.set.face == Face::Grid { Ink::Text } else { Ink::Faint };
        write(model, frame.buffer_mut(), text_of(at), [(ink, &*foot)]);
    }
    footer::draw(model, frame.buffer_mut(), regions.notice, regions.hints);
}

/// Whose ladder it is, and where the reader is in it.
fn header(model: &Model, view: &LadderView, frame: &mut Frame<'_>, area: Rect, place: &str) {
    let family = model.catalog.families().get(view.set.family).map_or("", |family| family.name.as_str());
    let room = Room::of(model.size);
    let followed = view.ladder.as_ref().map(|ladder| ladder.label.to_string()).unwrap_or_default();
    let text = match (room, view.set.face) {
        (Room::Two | Room::Three, Face::Steps) => format!(" rungs   {family} > {followed}"),
        (Room::Two | Room::Three, Face::Grid) => format!(" rungs   {family} > Skills by rungs"),
        // Without a foot the line above says what the cursor is on.
        (Room::Tiny, Face::Grid) => under(view, room),
        (Room::Tiny, Face::Steps) => followed,
        (_, Face::Steps) => format!("{family} > {followed}"),
        (_, Face::Grid) => family.to_owned(),
    };
    let area = if width(&text) + width(place) + 2 < usize::from(area.width) {
        write_right(model, frame.buffer_mut(), area, Ink::Faint, &format!("{place} "));
        Rect { width: area.width - u16::try_from(width(place) + 1).unwrap_or_default(), ..area }
    } else {
        area
    };
    write(model, frame.buffer_mut(), area, [(Ink::Strong, &*text)]);
}

fn steps(model: &Model, view: &LadderView, frame: &mut Frame<'_>, regions: &LadderRegions) {
    let area = regions.pane;
    for (Row(pieces), y) in view.heads.iter().zip(area.field.map_or(0..0, |heads| heads.y..heads.bottom())) {
        let line = text_of(Rect { y, height: 1, ..area.rows });
        write(model, frame.buffer_mut(), line, pieces.iter().map(|piece| (piece.ink, &*piece.text)));
    }
    stops::draw(model, frame, area, &view.steps, view.cursor());
}

fn grid(model: &Model, view: &LadderView, frame: &mut Frame<'_>, regions: &LadderRegions) {
    let (plan, area, first) = (view.cells(model.size), regions.pane, view.set.first);
    if let Some(heads) = area.field {
        let names = view.grid.heads(plan.column.saturating_sub(1));
        let names = names
            .iter()
            .enumerate()
            .skip(first)
            .map(|(place, name)| (if place == view.set.rung { Ink::Strong } else { Ink::Heading }, name.as_str()));
        cells::row(model, frame.buffer_mut(), heads, plan, (Ink::Heading, "skill"), names, None);
    }
    if view.skills.is_empty() {
        write(model, frame.buffer_mut(), area.rows, [(Ink::Faint, " no rung asks for a skill")]);
    }
    for (place, skill) in view.skills.visible(view.set.skill.offset, area.rows.height.into()) {
        let Some(row) = view.grid.rows.get(*skill) else { continue };
        let y = area.rows.y + u16::try_from(place - view.set.skill.offset).unwrap_or_default();
        let line = Rect { y, height: 1, ..area.rows };
        let is_here = place == view.set.skill.stop;
        let texts: Vec<(Ink, String)> = row.cells.iter().skip(first).map(|cell| cell_text(*cell)).collect();
        let texts = texts.iter().map(|(ink, text)| (*ink, text.as_str()));
        let name = (if is_here { Ink::Strong } else { Ink::Text }, row.name.as_str());
        let under = is_here.then(|| view.set.rung.saturating_sub(first));
        cells::row(model, frame.buffer_mut(), line, plan, name, texts, under);
        if is_here {
            stand(model, frame.buffer_mut(), Rect { width: line.width.min(1), ..line }, true);
        }
    }
}

/// How well, as a figure; what weighs most stands out.
fn cell_text(cell: Option<Asked>) -> (Ink, String) {
    match cell {
        None => (Ink::Faint, ".".to_owned()),
        Some(Asked { proficiency, weight }) => {
            (if weight == Weight::Core { Ink::Strong } else { Ink::Text }, proficiency.digit())
        }
    }
}

/// What is under the grid's cursor, in words; on a tiny screen without the skill, which stands beside it.
fn under(view: &LadderView, room: Room) -> String {
    let (Some(row), Some(column)) = (view.skill(), view.grid.columns.get(view.set.rung)) else { return String::new() };
    let asked =
        row.cells.get(view.set.rung).copied().flatten().map_or("not asked for".to_owned(), |asked| {
            format!("{}, {}", asked.proficiency.degree(), asked.weight.word())
        });
    if room == Room::Tiny {
        return format!("{} {asked}", column.level_name);
    }
    format!("{} at {}: {asked}", row.name, column.level_name)
}
