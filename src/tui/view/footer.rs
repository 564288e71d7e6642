//! The last two lines: what the program has to say, and the keys that matter here, help first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::lines::write;
use crate::text::width;
use crate::tui::action::{Motion, Verb};
use crate::tui::keymap::Binding;
use crate::tui::layout::Room;
use crate::tui::model::Model;
use crate::tui::notice::Tone;
use crate::tui::theme::Ink;

/// Draws notice and hints. On a tiny screen a notice lies over the hints until the next key.
pub(super) fn draw(model: &Model, buffer: &mut Buffer, notice: Rect, hints: Rect) {
    let room = Room::of(model.size);
    let standing = model.saving.notice(model.keys, model.context_below());
    let said = model.notices.current().or(standing.as_ref());
    if said.is_none() || room > Room::Tiny {
        write(model, buffer, indent(hints, room), [(Ink::Text, &*hint_line(model, hints.width))]);
    }
    let notice = indent(notice, room);
    if let Some(said) = said {
        let ink = if said.tone == Tone::Wrong { Ink::Wrong } else { Ink::Text };
        write(model, buffer, notice, [(ink, said.text.as_str())]);
    } else if model.welcome && room > Room::Tiny {
        let context = model.context();
        let [down, up] = [Motion::Down, Motion::Up].map(|way| model.keys.key(context, Verb::Move(way)));
        let move_by = down.zip(up).map(|(down, up)| format!("{down} {up} or arrows move")).unwrap_or_default();
        // Of the keys that open, the one that everybody knows.
        let enter = |row: &Binding| row.verb == Verb::Open && row.keys.contains(&"enter");
        let open = if model.keys.bindings(context).any(enter) { "enter opens" } else { "# opens" };
        let ways = [(Verb::Open, open), (Verb::Filter, "# filters"), (Verb::Help, "# shows all keys")];
        let before = if move_by.is_empty() { "" } else { ", " };
        let words = format!("New here? {move_by}{}.", model.keys.listed(context, before, &ways));
        write(model, buffer, notice, [(Ink::Strong, &*words)]);
    }
}

fn indent(area: Rect, room: Room) -> Rect {
    let by = u16::from(room >= Room::Two).min(area.width);
    Rect { x: area.x + by, width: area.width - by, ..area }
}

/// As many hints as fit, in the order of the key table. For a chord that waits they are its second keys, which have a place
/// of their own where there is room for one.
fn hint_line(model: &Model, cells: u16) -> String {
    let context = model.context();
    if let Some(first) = model.chord {
        if Room::of(model.size) > Room::Tiny {
            return format!("{first} and then one of the keys above");
        }
        let seconds = model.keys.continuations(context, first).map(|(second, _)| second.to_owned());
        return join(std::iter::once(format!("{first} then")).chain(seconds), cells);
    }
    let hinted =
        model.keys.bindings(context).filter_map(|binding| Some((binding.hint?, *binding.keys.first()?, binding.verb)));
    let hints = hinted.map(|(hint, key, verb)| {
        // How many are marked is what the key would compare.
        let marks = model.browse.marks.len();
        let marked = if verb == Verb::Compare && marks > 0 { format!(" {marks}") } else { String::new() };
        format!("{key}:{hint}{marked}")
    });
    join(hints, cells)
}

fn join(hints: impl Iterator<Item = String>, cells: u16) -> String {
    let mut line = String::new();
    for hint in hints {
        let gap = if line.is_empty() { "" } else { "  " };
        if width(&line) + gap.len() + width(&hint) + 1 > usize::from(cells) && !line.is_empty() {
            break;
        }
        line.push_str(gap);
        line.push_str(&hint);
    }
    line
}
