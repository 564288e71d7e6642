//! The practice screen: a plan, and then question by question an answer, the signals it is held against, and what came of
//! it. Each step is a value of its own with what there is by then and no more: where nothing has been answered yet there
//! is no place for ticks, and what is revealed has an answer.
//!
//! ```text
//! Opening ─ Start (the first time) ─ Plan ─┬─ Question: Ask ─ Predict ─ Reveal ─ FollowUp ─ Result ─ Redo ─┐
//!                                          │      └──────────────── the next one ────────────────────────┤
//!                                          └───────────────────────────────── Summary ────────────────────┘
//! ```
//!
//! A clock that can hardly be right is asked about before the first of these. The plan also leads to a drill; to a mock
//! interview, whose answers wait for their signals until all was asked; and to what a colleague asked, where a question goes
//! straight to its signals.

mod asked;
mod doubt;
mod drilling;
mod interview;
mod page;
mod revealed;
mod run;
mod scene;
mod sheets;
mod timer;

use std::collections::BTreeSet;

use super::line_edit::LineEdit;
use super::model::Screen;
use super::text_area::TextArea;
use crate::domain::practice::Plan;
use crate::domain::{RoleId, WholeQuestionId};
pub use asked::{Asked, Committed, Hint, How, Paper, Writing};
pub use doubt::{Doubt, Looked};
pub use drilling::{Drilling, Weak};
pub use interview::{Curveball, Interview, Part};
pub(in crate::tui) use page::Page;
pub use page::{asks, clock, debrief, half, scaffold, weakest};
pub use revealed::{Face, FollowUp, Heard, Judging, Kept, Mark, Revealed};
pub use run::{Kind, Run, Stage, Turn};
pub use scene::Scene;
pub use sheets::{Sheet, Sheets};
pub use timer::{FOLLOW_UP, Now, REDO, Timer, WARM_UP};

/// The practice screen.
#[derive(Debug)]
pub struct PracticeScreen {
    /// What is practised, and how far it is.
    pub sitting: Sitting,
    /// What is being typed beside it.
    pub field: Option<Field>,
    /// What shows.
    pub sheets: Sheets,
    /// What it was opened from, and closes back to.
    pub below: Screen,
}

/// Practice for one role. It outlives its screen, until the program ends: closing loses nothing.
#[derive(Debug)]
pub struct Sitting {
    /// The role.
    pub role: RoleId,
    /// How far it is.
    pub stage: Stage,
    /// The minutes there are.
    pub minutes: u16,
    /// Answers begun and left, to be gone on with.
    pub papers: Vec<Paper>,
    /// The question to ask as soon as it is open, where one was chosen.
    pub wanted: Option<WholeQuestionId>,
    /// What was revealed and kept, by the entry it was kept as: undoing shows it again.
    pub revealed: Vec<(crate::store::EntryId, Revealed)>,
}

/// The fewest and the most minutes, and the step between two.
pub const MINUTES: (u16, u16, u16) = (5, 120, 5);

/// A plan that is being looked over.
#[derive(Debug, Clone, Default)]
pub struct Planning {
    /// How many questions beyond the ordinary ones.
    pub more: usize,
    /// Questions that were swapped out.
    pub without: BTreeSet<WholeQuestionId>,
    /// The plan.
    pub plan: Option<Plan>,
}

/// A line being typed beside what shows.
#[derive(Debug, Clone)]
pub struct Field {
    /// What for.
    pub kind: FieldKind,
    /// What is typed.
    pub line: LineEdit,
    /// Why it was not taken, until something else is typed.
    pub refused: Option<&'static str>,
}

/// Practice that was closed, as it was left.
#[derive(Debug)]
pub struct Left {
    /// What is practised.
    pub sitting: Sitting,
    /// What showed.
    pub sheets: Sheets,
}

/// What a line is typed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// The date of the interview.
    Date,
    /// What is wrong with the question.
    Flag,
}

impl Sitting {
    /// Nothing practised yet, and so many minutes for it.
    pub fn new(role: RoleId, minutes: u16) -> Self {
        Self { role, stage: Stage::Opening, minutes, papers: Vec::new(), wanted: None, revealed: Vec::new() }
    }

    /// The question that is on.
    pub fn question(&self) -> Option<&WholeQuestionId> {
        match &self.stage {
            Stage::Question(_, turn) => Some(turn.question()),
            _ => None,
        }
    }

    /// Stops the timers, while nobody looks.
    pub fn pause(&mut self, now: Now) {
        self.timers().into_iter().for_each(|timer| timer.pause(now));
    }

    /// Has them go on.
    pub fn resume(&mut self, now: Now) {
        self.timers().into_iter().for_each(|timer| timer.resume(now));
    }

    fn timers(&mut self) -> Vec<&mut Timer> {
        match &mut self.stage {
            Stage::Drill(drilling) => drilling.timers_mut().collect(),
            Stage::WarmUp(run, timer) => run.timers_mut().chain([timer]).collect(),
            Stage::Question(run, turn) => run.timers_mut().chain(turn.timer_mut()).collect(),
            _ => Vec::new(),
        }
    }

    /// The timer that shows, if one does.
    pub fn timer(&self) -> Option<&Timer> {
        match &self.stage {
            Stage::Drill(drilling) => drilling.shown_timer(),
            Stage::WarmUp(_, timer) => Some(timer),
            Stage::Question(_, turn) => turn.timer(),
            _ => None,
        }
    }

    /// The mock interview that is on, nothing of which may be revealed yet.
    pub fn interview(&self) -> Option<(&Run, &Interview)> {
        match &self.stage {
            Stage::WarmUp(run, _) | Stage::Question(run, _) if run.is_asking() => Some((run, run.interview()?)),
            _ => None,
        }
    }

    /// The timer that moves on the screen, if one does.
    pub fn ticking(&self) -> Option<&Timer> {
        self.timer().or_else(|| self.interview().map(|(_, interview)| &interview.timer))
    }
}

impl PracticeScreen {
    /// Practice over `below`.
    pub fn new(left: Left, below: Screen) -> Self {
        Self { sitting: left.sitting, field: None, sheets: left.sheets, below }
    }

    /// The line that has the keys.
    pub fn line(&mut self) -> Option<&mut LineEdit> {
        match (&mut self.field, &mut self.sitting.stage) {
            (Some(field), _) => {
                field.refused = None;
                Some(&mut field.line)
            }
            (None, Stage::Question(_, Turn::Ask(Asked { writing: Writing::Aloud(line), .. }))) => Some(line),
            _ => None,
        }
    }

    /// The text of several lines that has the keys.
    pub fn area(&mut self) -> Option<&mut TextArea> {
        match (&self.field, &mut self.sitting.stage) {
            (None, Stage::Question(_, Turn::Ask(Asked { writing: Writing::Here(area), .. }))) => Some(area),
            _ => None,
        }
    }
}
