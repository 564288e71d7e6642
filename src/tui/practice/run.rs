//! How far practice is: the stage, and within a run through a plan the turn of the question that is on.

use std::collections::VecDeque;

use super::Planning;
use super::asked::{Asked, Committed};
use super::revealed::{FollowUp, Heard, Kept, Revealed};
use super::timer::Timer;
use crate::domain::WholeQuestionId;
use crate::domain::practice::Mode;
use crate::store::EntryId;

/// How far practice is.
#[derive(Debug, Default)]
#[expect(clippy::large_enum_variant, reason = "there is one for each sitting, and few of those")]
pub enum Stage {
    /// What was practised before is being read.
    #[default]
    Opening,
    /// The first time: for which role, from which, and when.
    Start,
    /// The plan is looked over.
    Plan(Planning),
    /// A question is on.
    Question(Run, Turn),
    /// All that was planned is over.
    Summary(Run),
}

/// A run through a plan.
#[derive(Debug)]
pub struct Run {
    /// What kind of sitting.
    pub mode: Mode,
    /// The minutes it was to take.
    pub minutes: u16,
    /// The questions after the one that is on.
    pub rest: VecDeque<WholeQuestionId>,
    /// The answers so far, by the entries they are kept as.
    pub reviews: Vec<EntryId>,
    /// How many questions were skipped.
    pub skipped: usize,
    /// The time it takes.
    pub timer: Timer,
}

/// How far the question is that is on.
#[derive(Debug)]
pub enum Turn {
    /// It waits for an answer.
    Ask(Asked),
    /// It was answered, and nothing is revealed.
    Predict(Committed),
    /// The answer stands beside the signals.
    Reveal(Revealed),
    /// One more thing is asked.
    FollowUp(Revealed, FollowUp),
    /// It is kept.
    Result(Kept),
    /// The weakest signal is said once more.
    Redo(Kept, Timer),
}

impl Run {
    /// Through `questions`.
    pub fn new(mode: Mode, minutes: u16, questions: impl IntoIterator<Item = WholeQuestionId>, timer: Timer) -> Self {
        let rest = questions.into_iter().collect();
        Self { mode, minutes, rest, reviews: Vec::new(), skipped: 0, timer }
    }
}

impl Turn {
    /// The question.
    pub fn question(&self) -> &WholeQuestionId {
        match self {
            Self::Ask(asked) => &asked.paper.question,
            Self::Predict(committed) => &committed.paper.question,
            Self::Reveal(revealed) | Self::FollowUp(revealed, _) => revealed.question(),
            Self::Result(kept) | Self::Redo(kept, _) => kept.revealed.question(),
        }
    }

    /// The timer that shows, if one does.
    pub fn timer(&self) -> Option<&Timer> {
        match self {
            Self::Ask(asked) => Some(&asked.timer),
            Self::FollowUp(_, FollowUp { timer, heard: Heard::Waiting, .. }) | Self::Redo(_, timer) => Some(timer),
            Self::Predict(_) | Self::Reveal(_) | Self::FollowUp(..) | Self::Result(_) => None,
        }
    }

    pub(super) fn timer_mut(&mut self) -> Option<&mut Timer> {
        match self {
            Self::Ask(asked) => Some(&mut asked.timer),
            Self::FollowUp(_, FollowUp { timer, heard: Heard::Waiting, .. }) | Self::Redo(_, timer) => Some(timer),
            Self::Predict(_) | Self::Reveal(_) | Self::FollowUp(..) | Self::Result(_) => None,
        }
    }
}
