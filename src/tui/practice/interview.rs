//! [`Interview`]: a mock interview within a run. Its answers wait, each with its prediction, until all were given: only then
//! is one after another held against its signals.

use std::collections::VecDeque;

use super::revealed::Revealed;
use super::timer::{Now, Timer};
use crate::domain::WholeQuestionId;
use crate::domain::practice::Desk;
use crate::store::{EntryId, Over, Practised, Remark, Waiting};

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
    /// The entries of the answers that were given, by their questions: what is left of it if the program ends now.
    pub given: Vec<(WholeQuestionId, EntryId)>,
    /// The first of them, by which they belong together.
    pub sitting: Option<EntryId>,
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
        let (waiting, given) = (VecDeque::new(), Vec::new());
        Self { questions, curveball, part: Part::Asking, waiting, timer, given, sitting: None }
    }

    /// What is left of one that was in its middle when the program ended. The texts of its answers are not read yet.
    pub fn again(waiting: &Waiting<'_>, curveball: Option<Curveball>, now: Now) -> Self {
        let mut timer = Timer::stopped(waiting.last.spent);
        timer.resume(now);
        let given = waiting.all.iter().map(|(id, given)| (given.question.clone(), (*id).clone()));
        Self {
            waiting: waiting.given.iter().map(|given| Revealed::given(given)).collect(),
            given: given.collect(),
            sitting: Some(waiting.sitting.clone()),
            ..Self::new(waiting.last.questions.clone(), curveball, timer)
        }
    }

    /// An answer to `question` is kept as `entry`.
    pub fn kept_as(&mut self, question: &WholeQuestionId, entry: &EntryId) {
        self.sitting.get_or_insert_with(|| entry.clone());
        self.given.push((question.clone(), entry.clone()));
    }

    /// One whose answers are judged, and that is not known otherwise any more.
    pub fn over() -> Self {
        let timer = Timer::stopped(0);
        Self { part: Part::Judging, ..Self::new(Vec::new(), None, timer) }
    }

    /// What is to be kept once nothing more is asked: from then on only what waits to be judged is left, `judged_first` before
    /// it. What was taken back meanwhile is withdrawn.
    pub fn asked_out(&self, judged_first: Option<&WholeQuestionId>) -> Vec<Remark> {
        let Some(sitting) = self.sitting.clone() else { return Vec::new() };
        let waits = |question: &WholeQuestionId| {
            judged_first == Some(question) || self.waiting.iter().any(|revealed| revealed.question() == question)
        };
        let taken_back = self.given.iter().filter(|(question, _)| !waits(question));
        let taken_back = taken_back.map(|(_, of)| Remark::Withdraw { of: of.clone() });
        let over = Remark::Practised(Practised::Over { sitting, what: Over::Asking });
        taken_back.chain([over]).collect()
    }

    /// The place of `question`, from 0.
    pub fn place(&self, question: &WholeQuestionId) -> Option<usize> {
        self.questions.iter().position(|known| known == question)
    }
}

impl Curveball {
    /// The one that `question` is.
    pub fn of(desk: &Desk<'_>, question: WholeQuestionId) -> Option<Self> {
        let on_desk = desk.question(&question)?;
        let missed = on_desk.musts().saturating_sub(on_desk.history.musts_hit(on_desk.pooled.question));
        Some(Self { question, missed: (missed, on_desk.musts()) })
    }
}
