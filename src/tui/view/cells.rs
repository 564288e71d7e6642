//! A row of short cells behind a name, one of them under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::lines::write;
use crate::text::{cut, pad, width};
use crate::tui::cells::Cells;
use crate::tui::model::Model;
use crate::tui::theme::Ink;

/// Draws `name` and `texts`, one for each column that shows, behind the cell of the cursor's mark. The column in place
/// `under` is the one under the cursor: it has a `>` and is reversed.
pub(super) fn row<'a>(
    model: &Model,
    buffer: &mut Buffer,
    line: Rect,
    plan: Cells,
    name: (Ink, &str),
    texts: impl IntoIterator<Item = (Ink, &'a str)>,
    under: Option<usize>,
) {
    let cells = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
    let start = line.x.saturating_add(1);
    let room = |x: u16, cells: u16| Rect { x, width: cells.min(line.right().saturating_sub(x)), ..line };
    // A blank parts a name that fills its room from the first cell.
    let text = pad(&cut(name.1, plan.names), plan.names);
    write(model, buffer, room(start, cells(plan.names)), [(name.0, &*text)]);
    for (place, (ink, text)) in texts.into_iter().take(plan.shown).enumerate() {
        let text = cut(text, plan.column.saturating_sub(1));
        let place_of = room(start.saturating_add(cells(plan.names + place * plan.column)), cells(plan.column));
        let mark = if under == Some(place) { ">" } else { " " };
        write(model, buffer, place_of, [(Ink::Text, mark), (ink, &*text)]);
        if under == Some(place) {
            let lit = Rect { width: cells(1 + width(&text)).min(place_of.width), ..place_of };
            buffer.set_style(lit.intersection(buffer.area), model.theme.style(Ink::Selected));
        }
    }
}
