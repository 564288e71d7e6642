//! What the stages of practice say, in lines for a width. One file for each part of the way.

mod answered;
mod before;
mod debrief;
mod drill;
mod levels;
mod mock;
mod pairing;
mod question;
mod signals;
mod told;

use std::borrow::Cow;

use super::run::{Kind, Stage, Turn};
use super::scene::Scene;
use super::{FieldKind, Mark, Sitting};
use crate::domain::practice::StudyDay;
use crate::text::{pad, width, wrap};
use crate::tui::action::Verb;
use crate::tui::cursor::Rows;
use crate::tui::document::{Piece, Row};
use crate::tui::keymap::{Context, Keymap};
use crate::tui::theme::Ink;
pub(super) use answered::answer;
pub use answered::{clock, weakest};
pub use before::half;
pub use debrief::lines as debrief;
pub(super) use levels::levels;
pub(super) use pairing::next as next_to_enter;
pub use question::scaffold;
pub(super) use signals::signals;

/// How far what belongs under a heading is set in.
const INDENT: usize = 2;

/// The page of a stage, but for what is revealed beside an answer, which has three.
pub(super) fn page(scene: &Scene<'_>, sitting: &Sitting, width: usize) -> Rows<Row> {
    let mut page = Page::new(width);
    match &sitting.stage {
        Stage::Opening => page.text(Ink::Faint, 0, "Reading what was practised before ..."),
        Stage::Doubted(last) => before::doubted(scene, *last, &mut page),
        Stage::Start => before::start(scene, &mut page),
        Stage::Plan(planning) => before::plan(scene, sitting.minutes, planning, &mut page),
        Stage::Lengths => mock::lengths(scene, &mut page),
        Stage::Pairing(_) => pairing::list(scene, &mut page),
        Stage::Drill(drilling) => drill::drill(scene, drilling, &mut page),
        Stage::WarmUp(run, _) => mock::warm_up(scene, run, &mut page),
        Stage::Question(run, turn) => match turn {
            Turn::Ask(asked) if run.is_asking() => mock::ask(scene, run, asked, &mut page),
            Turn::FollowUp(revealed, follow_up) if run.is_asking() => {
                mock::follow_up(scene, run, revealed, follow_up, &mut page);
            }
            Turn::Ask(asked) => question::ask(scene, run, asked, &mut page),
            Turn::Predict(committed) => question::predict(scene, committed, &mut page),
            Turn::Reveal(_) => {}
            Turn::FollowUp(revealed, follow_up) => question::follow_up(scene, revealed, follow_up, &mut page),
            Turn::Result(kept) => answered::result(scene, kept, &mut page),
            Turn::Redo(kept, _) => answered::redo(scene, kept, &mut page),
        },
        Stage::Summary(run) => match run.interview() {
            Some(interview) => debrief::debrief(scene, run, interview, &mut page),
            None if matches!(run.kind, Kind::Pair) => pairing::summary(scene, run, &mut page),
            None => answered::summary(scene, run, &mut page),
        },
    }
    page.rows
}

/// What can be ticked in the order of the rows' stops.
pub(super) fn marks(scene: &Scene<'_>, sitting: &Sitting) -> Vec<Mark> {
    let Stage::Question(_, Turn::Reveal(revealed)) = &sitting.stage else { return Vec::new() };
    scene.question(revealed.question(), |pooled| Mark::all(pooled.question)).unwrap_or_default()
}

/// What a field beside the page asks for.
pub fn asks(kind: FieldKind, keys: Keymap) -> (&'static str, String) {
    let keeps = |words| keys.words(Context::Line, Verb::Accept, words);
    match kind {
        FieldKind::Date => (" interview on: ", format!("yyyy-mm-dd, empty for none{}", keeps("; # keeps"))),
        FieldKind::Flag => (" what is wrong: ", keeps("# keeps it with the question")),
    }
}

/// How far a day is: `in 4 days`, `today`.
fn away(today: StudyDay, day: StudyDay) -> String {
    match today.days_until(day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days if days > 1 => format!("in {days} days"),
        -1 => "yesterday".to_owned(),
        days => format!("{} days ago", -days),
    }
}

/// `1 question`, `2 questions`.
fn count(number: usize, what: &str) -> String {
    let many = if number == 1 { "" } else { "s" };
    format!("{number} {what}{many}")
}

/// Lines being written.
pub(in crate::tui) struct Page {
    pub(in crate::tui) rows: Rows<Row>,
    pub(in crate::tui) width: usize,
}

impl Page {
    pub(in crate::tui) fn new(width: usize) -> Self {
        Self { rows: Rows::default(), width: width.max(1) }
    }

    /// Lines of text that only scroll: each can be scrolled to.
    pub(in crate::tui) fn text(&mut self, ink: Ink, indent: usize, text: &str) {
        for row in self.wrapped(ink, indent, text) {
            self.rows.push_stop([row]);
        }
    }

    pub(in crate::tui) fn blank(&mut self) {
        self.rows.push_stop([Row::default()]);
    }

    pub(in crate::tui) fn heading(&mut self, text: &str) {
        self.text(Ink::Heading, 0, &text.to_uppercase());
    }

    /// The same where only some lines can be stood on.
    pub(in crate::tui) fn passed(&mut self, ink: Ink, indent: usize, text: &str) {
        for row in self.wrapped(ink, indent, text) {
            self.rows.push(row);
        }
    }

    pub(in crate::tui) fn passed_heading(&mut self, text: &str, facts: impl Into<Cow<'static, str>>) {
        if !self.rows.is_empty() {
            self.rows.push(Row::default());
        }
        self.rows.push(Row(vec![Piece::new(Ink::Heading, text.to_uppercase()), Piece::new(Ink::Faint, facts)]));
    }

    /// `text` behind `head`, its further lines set in under its first, as one thing to stand on.
    pub(in crate::tui) fn beside(&self, head: &str, ink: Ink, text: &str) -> Vec<Row> {
        let taken = width(head) + 1;
        let mut rows = self.wrapped(ink, taken.min(self.width / 2), text);
        if let Some(Row(first)) = rows.first_mut() {
            first.splice(..1, [Piece::new(Ink::Strong, pad(head, taken))]);
        }
        rows
    }

    pub(in crate::tui) fn wrapped(&self, ink: Ink, indent: usize, text: &str) -> Vec<Row> {
        let lines = wrap(text, self.width.saturating_sub(indent).max(1)).into_iter();
        let line = |bytes: std::ops::Range<usize>| text.get(bytes).unwrap_or_default().to_owned();
        lines.map(|bytes| Row(vec![Piece::blanks(indent), Piece::new(ink, line(bytes))])).collect()
    }
}
