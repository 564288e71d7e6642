//! What can be undone and done again: every change of bookmarks, tags, notes and marks. A step holds what takes it
//! back; taking it back makes the step that does it again.

use super::effect::Purpose;
use super::practice::Mark;
use crate::domain::practice::Tick;
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::{Change, Remark};

/// How many steps are kept each way.
const KEPT: usize = 200;

/// What takes a change back.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Changes of what is kept on disk.
    Keep(Vec<Change>),
    /// Remarks of the reader about themselves.
    Say(Vec<Remark>),
    /// The compare marks as they were.
    Marks(Vec<RoleId>),
    /// A tick of an answer as it was.
    Tick {
        /// The question.
        question: WholeQuestionId,
        /// What was ticked.
        mark: Mark,
        /// How it was ticked before.
        before: Option<Tick>,
    },
}

/// The steps that can be undone and those that can be done again.
#[derive(Debug, Default)]
pub struct Undo {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Undo {
    /// Remembers what takes back a change that was made for `purpose`.
    pub fn remember(&mut self, step: Step, purpose: Purpose) {
        match (purpose, self.done.last_mut(), step) {
            // What follows from a change is undone with it, and before it.
            (Purpose::Also, Some(Step::Say(known)), Step::Say(inverses)) => {
                known.splice(..0, inverses);
            }
            (Purpose::Aside, ..) => {}
            (_, _, step) => self.push(step, purpose),
        }
    }

    fn push(&mut self, step: Step, purpose: Purpose) {
        if matches!(purpose, Purpose::Do | Purpose::Also) {
            self.undone.clear();
        }
        let steps = if purpose == Purpose::Undo { &mut self.undone } else { &mut self.done };
        if steps.len() == KEPT {
            steps.remove(0);
        }
        steps.push(step);
    }

    /// Has nothing be done again that was undone.
    pub fn forget_undone(&mut self) {
        self.undone.clear();
    }

    /// The step that [`Self::take`] would take.
    pub fn next(&self, purpose: Purpose) -> Option<&Step> {
        match purpose {
            Purpose::Do | Purpose::Also | Purpose::Aside => None,
            Purpose::Undo => self.done.last(),
            Purpose::Redo => self.undone.last(),
        }
    }

    /// The step to take for `purpose`: undoing or doing again.
    pub fn take(&mut self, purpose: Purpose) -> Option<Step> {
        match purpose {
            Purpose::Do | Purpose::Also | Purpose::Aside => None,
            Purpose::Undo => self.done.pop(),
            Purpose::Redo => self.undone.pop(),
        }
    }
}
