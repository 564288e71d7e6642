//! The signals and red flags of an answer, to be ticked.

use super::Page;
use super::answered::ticks;
use crate::domain::Need;
use crate::domain::practice::Tick;
use crate::tui::action::Verb;
use crate::tui::cursor::Rows;
use crate::tui::document::Row;
use crate::tui::keymap::Context;
use crate::tui::practice::scene::Scene;
use crate::tui::practice::{Mark, Revealed};
use crate::tui::theme::Ink;

/// The signals by how much they are needed, then the red flags; a stop each, in the order of [`Mark::all`].
pub(in crate::tui::practice) fn signals(scene: &Scene<'_>, revealed: &Revealed, width: usize) -> Rows<Row> {
    let mut page = Page::new(width);
    scene.question(revealed.question(), |pooled| {
        let mut need: Option<Need> = None;
        for mark in Mark::all(pooled.question) {
            let tick = revealed.tick(&mark);
            let letter = tick.map_or(' ', Tick::letter);
            match &mark {
                Mark::Signal(id) => {
                    let Some(signal) = pooled.question.signals.iter().find(|signal| signal.id == *id) else { continue };
                    if need != Some(signal.need) {
                        let ticks = if need.is_none() { ticks(scene, Context::Reveal, "  ") } else { String::new() };
                        page.passed_heading(signal.need.word(), ticks);
                        need = Some(signal.need);
                    }
                    let rows = page.beside(&format!("[{letter}]"), Ink::Text, &signal.text);
                    page.rows.push_stop(rows);
                }
                Mark::Flag(place) => {
                    let Some(flag) = pooled.question.red_flags.get(usize::from(*place)) else { continue };
                    if *place == 0 {
                        let heard = scene.keys.words(Context::Reveal, Verb::Tick(Tick::Hit), "  # where one was heard");
                        page.passed_heading("Red flags", heard);
                    }
                    let fatal = if flag.fatal { " (ends it)" } else { "" };
                    let rows = page.beside(&format!("[{letter}]"), Ink::Text, &format!("{}{fatal}", flag.text));
                    page.rows.push_stop(rows);
                }
            }
        }
    });
    page.rows
}
