//! A drill: the question by its name, what of it was there beside the signal that was not, and what was said of each.

use super::answered::ticks;
use super::{INDENT, Page, clock, count};
use crate::domain::practice::{History, Tick};
use crate::domain::{Question, Signal, SignalId};
use crate::tui::action::Verb;
use crate::tui::keymap::Context;
use crate::tui::practice::scene::Scene;
use crate::tui::practice::{Drilling, Heard, Weak};
use crate::tui::theme::Ink;

/// One signal, or when all were said how they went.
pub(super) fn drill(scene: &Scene<'_>, drilling: &Drilling, page: &mut Page) {
    let Some(weak) = &drilling.on else { return over(scene, drilling, page) };
    let (done, all) = (drilling.said.len() + 1, drilling.said.len() + 1 + drilling.rest.len());
    page.heading(&format!("{done} of {all}"));
    scene.question(&weak.question, |pooled| {
        let question = pooled.question;
        let Some(place) = question.signals.iter().position(|signal| signal.id == weak.signal) else { return };
        page.text(Ink::Strong, 0, &question.title);
        page.text(Ink::Text, 0, &question.prompt);
        page.blank();
        let need = question.signals.get(place).map_or("", |signal| signal.need.word());
        let beside = beside(question, &scene.history(&weak.question), place);
        page.heading(&if beside.is_empty() {
            format!("A {need} was missing")
        } else {
            format!("A {need} was missing beside")
        });
        for signal in beside {
            page.text(Ink::Text, INDENT, &signal.text);
        }
        page.blank();
        match question.signals.get(place) {
            Some(signal) if drilling.heard == Heard::Shown => {
                page.heading("It was");
                page.text(Ink::Strong, INDENT, &signal.text);
                page.blank();
                let how = ticks(scene, Context::Drilled, " ");
                let how = if how.is_empty() { how } else { how + "." };
                page.text(Ink::Faint, 0, &format!("Was it in what you said?{how}"));
            }
            _ => {
                let how = scene.keys.words(Context::Drill, Verb::Open, "; # shows it");
                page.text(Ink::Faint, 0, &format!("Say aloud what is missing{how}."));
            }
        }
    });
}

/// The signals that were there: the nearest before the one at `place`, and the nearest after it. What is to be said later
/// does not show.
fn beside<'q>(question: &'q Question, history: &History, place: usize) -> Vec<&'q Signal> {
    let missed: Vec<&SignalId> = history.missed(question).collect();
    let hit =
        |signal: &&Signal| history.latest().is_some_and(|review| review.ticks.get(&signal.id) == Some(&Tick::Hit));
    let was_there = |signal: &&Signal| hit(signal) && !missed.contains(&&signal.id);
    let (before, after) = question.signals.split_at(place);
    let before = before.iter().rev().find(was_there);
    before.into_iter().chain(after.iter().skip(1).find(was_there)).collect()
}

/// How all went.
fn over(scene: &Scene<'_>, drilling: &Drilling, page: &mut Page) {
    page.heading("Drilled");
    let took = clock(drilling.whole.seconds(scene.now));
    page.text(Ink::Strong, INDENT, &format!("{} said in {took}", count(drilling.said.len(), "signal")));
    for (_, Weak { question, signal }, tick) in &drilling.said {
        scene.question(question, |pooled| {
            let signal = pooled.question.signals.iter().find(|known| known.id == *signal);
            let text = signal.map_or("", |signal| &*signal.text);
            let rows = page.beside(&format!("[{}]", tick.letter()), Ink::Text, text);
            for row in rows {
                page.rows.push_stop([row]);
            }
        });
    }
    page.blank();
    let on = scene.begins(Context::Summary, Verb::Open, "# plans on.");
    let words = format!("It does not change when the questions come back: only answering them does. {on}");
    page.text(Ink::Faint, 0, words.trim_end());
}
