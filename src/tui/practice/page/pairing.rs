//! What a colleague asked and ticked: which questions those were, and what they came to.

use super::answered::{gain, next as what_next};
use super::{INDENT, Page, count};
use crate::domain::practice::{History, Mode, Review, Weight};
use crate::text::{pad, width};
use crate::tui::action::Verb;
use crate::tui::document::{Piece, Row};
use crate::tui::keymap::Context;
use crate::tui::practice::Run;
use crate::tui::practice::scene::Scene;
use crate::tui::theme::Ink;

/// The role's questions, a stop each, with the verdict where it is entered; and at their end that these were all.
pub(super) fn list(scene: &Scene<'_>, page: &mut Page) {
    let Some(pool) = scene.catalog.pool(scene.role) else { return };
    page.passed_heading("What did they ask?", "");
    let each = scene.begins(
        Context::Pairing,
        Verb::Open,
        "# on each question they asked, then their ticks; they replace yours of today. ",
    );
    let words = format!("Your colleague asked from a sheet (rungs practice sheet). {each}Esc when all is entered.");
    page.passed(Ink::Faint, INDENT, &words);
    page.rows.push(Row::default());
    let widest = pool.questions.iter().map(|pooled| width(pooled.question.kind.word())).max().unwrap_or(0);
    for pooled in &pool.questions {
        let entered = scene.paired(&pooled.id).map(|(_, review)| review.rating.words());
        let rows = question(&pooled.question.title, &pad(pooled.question.kind.word(), widest), entered, page);
        page.rows.push_stop(rows);
    }
    page.rows.push(Row::default());
    let rows = page.wrapped(Ink::Strong, 0, "These were all.");
    page.rows.push_stop(rows);
}

/// Title, kind, and how it went where that is entered.
fn question(title: &str, kind: &str, entered: Option<&'static str>, page: &Page) -> Vec<Row> {
    let verdict = entered.unwrap_or_default();
    let room = page.width.saturating_sub(width(kind) + width("not yet") + 2 * INDENT);
    if room >= 24 && width(title) <= room {
        let pieces = [(Ink::Text, pad(title, room + INDENT)), (Ink::Faint, format!("{kind}  "))].into_iter();
        let pieces = pieces.chain([(Ink::Kept, verdict.to_owned())]);
        return vec![Row(pieces.map(|(ink, text)| Piece::new(ink, text)).collect())];
    }
    let mut rows = page.wrapped(Ink::Text, 0, title);
    if !verdict.is_empty() {
        rows.extend(page.wrapped(Ink::Kept, INDENT, &format!("entered: {verdict}")));
    }
    rows
}

/// Where the list of questions begins: behind the one that was entered last, as a sheet goes in order.
pub(in crate::tui::practice) fn next(scene: &Scene<'_>, run: &Run) -> usize {
    let last = run.reviews.iter().rev().find_map(|id| scene.practice.review(id));
    let place = |review: &Review| {
        let pool = scene.catalog.pool(scene.role)?;
        pool.questions.iter().position(|pooled| pooled.id == review.question)
    };
    last.and_then(place).map_or(0, |place| place + 1)
}

/// Whose ticks they are, and what they take the place of.
pub(super) fn whose(history: &History, review: &Review) -> &'static str {
    let own =
        |weight| move |it: &crate::domain::practice::Attempt| it.weight == weight && it.review.moment == review.moment;
    let replaces = history.attempts().iter().any(own(Weight::Replaced));
    if replaces { "a colleague ticked; it replaces your own answer of today" } else { "a colleague ticked" }
}

/// Each answer, what was gained, and what comes next; nothing of time.
pub(super) fn summary(scene: &Scene<'_>, run: &Run, page: &mut Page) {
    let reviews = run.reviews.iter().filter_map(|id| scene.practice.review(id));
    let answers: Vec<&Review> = reviews.filter(|review| review.mode == Mode::Pair).collect();
    page.heading("Asked by a colleague");
    page.text(Ink::Strong, INDENT, &format!("{} entered", count(answers.len(), "answer")));
    let mut gained = 0;
    for review in &answers {
        let history = scene.history(&review.question);
        scene.question(&review.question, |pooled| {
            page.text(Ink::Text, INDENT, &format!("{}: {}", pooled.question.title, review.rating));
            gained += gain(pooled.question, &history, review, 2 * INDENT, page);
        });
    }
    if gained > 0 {
        page.text(Ink::Strong, INDENT, &format!("{} gained since last time", count(gained, "signal")));
    }
    page.blank();
    what_next(scene, run, page);
}
