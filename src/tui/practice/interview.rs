//! [`Interview`]: a mock interview within a run. Its answers wait, each with its prediction, until all were given: only then
//! is one after another held against its signals.

use std::collections::VecDeque;

use super::revealed::Revealed;
use super::timer::Timer;
use crate::domain::WholeQuestionId;

/// A mock interview.
#[derive(Debug)]
pub struct Interview {
    /// All its questions, in the order they are asked.
    pub questions: Vec<WholeQuestionId>,
    /// The one aimed at the weakest spot, if there was one.
    pub curveball: Option<Curveball>,
    /// How far it is.
    pub part: Part,
    /// What was answered and waits to be judged, the earliest first; nothing of it is ticked.
    pub waiting: VecDeque<Revealed>,
    /// The time it takes; the judging after it is not counted.
    pub timer: Timer,
}

/// How far a mock interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Questions are asked, and nothing is revealed.
    Asking,
    /// All was asked; its answers are judged.
    Judging,
}

/// The question aimed at the weakest spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curveball {
    /// Which.
    pub question: WholeQuestionId,
    /// Musts that were not there when it was last answered, of so many.
    pub missed: (usize, usize),
}

impl Interview {
    /// One that begins to ask `questions` now.
    pub fn new(questions: Vec<WholeQuestionId>, curveball: Option<Curveball>, timer: Timer) -> Self {
        Self { questions, curveball, part: Part::Asking, waiting: VecDeque::new(), timer }
    }

    /// One whose answers are judged, and that is not known otherwise any more.
    pub fn over() -> Self {
        let timer = Timer::stopped(0);
        Self { part: Part::Judging, ..Self::new(Vec::new(), None, timer) }
    }

    /// The place of `question`, from 0.
    pub fn place(&self, question: &WholeQuestionId) -> Option<usize> {
        self.questions.iter().position(|known| known == question)
    }
}
