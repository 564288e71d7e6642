//! The same answer one level below, on this one and one above, and where this one stands so far.

use super::Page;
use crate::domain::pool::Line;
use crate::tui::cursor::Rows;
use crate::tui::document::Row;
use crate::tui::practice::Revealed;
use crate::tui::practice::scene::Scene;
use crate::tui::theme::Ink;

/// The level lines, and above them the verdict as things are ticked.
pub(in crate::tui::practice) fn levels(scene: &Scene<'_>, revealed: &Revealed, width: usize) -> Rows<Row> {
    let mut page = Page::new(width);
    scene.question(revealed.question(), |pooled| {
        let derived = revealed.derive(pooled.question, scene.is_first(revealed), scene.now);
        let predicted = revealed.predicted.map(|it| format!("; you predicted {}", it.words())).unwrap_or_default();
        page.text(Ink::Strong, 0, &format!("So far {}: {derived}{predicted}", derived.verdict));
        let lines = [("below", pooled.lines.below), ("here", pooled.lines.at), ("above", pooled.lines.above)];
        for (place, line) in lines {
            let Some(line) = line else { continue };
            let rows = page.beside(&named(scene, place, line), Ink::Text, line.text);
            for row in rows {
                page.rows.push_stop([row]);
            }
        }
    });
    page.rows
}

/// `here: Senior`, and only the place where the scale has no level there.
fn named(scene: &Scene<'_>, place: &str, line: Line<'_>) -> String {
    let level = line.level.and_then(|level| scene.catalog.framework().level(level));
    let name = level.map_or_else(|| place.to_owned(), |level| level.name.to_string());
    if place == "here" { format!("> {name}:") } else { format!("  {name}:") }
}
