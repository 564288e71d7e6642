//! An answer beside its signals, and what came of it.

use std::collections::BTreeSet;

use super::asked::{Committed, How};
use super::scene::Scene;
use super::timer::{Now, Timer};
use crate::domain::Question;
use crate::domain::SignalId;
use crate::domain::WholeQuestionId;
use crate::domain::practice::{Derived, Evidence, Mode, Prediction, Review, Tick, Ticks, Time, derive};
use crate::store::{EntryId, Given};

/// An answer beside its signals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revealed {
    /// The answer.
    pub committed: Committed,
    /// How it came to be asked.
    pub mode: Mode,
    /// How it was thought to do.
    pub predicted: Option<Prediction>,
    /// What is ticked.
    pub ticks: Ticks,
    /// The red flags that were heard, by their place in the question.
    pub flags: BTreeSet<u8>,
    /// The story that was told, by the name of its file.
    pub story: Option<Box<str>>,
    /// Where the keys go.
    pub face: Face,
}

/// A part of what is revealed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Face {
    /// The signals.
    #[default]
    Signals,
    /// The answer.
    Answer,
    /// The answer by levels.
    Levels,
}

/// What can be ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A signal.
    Signal(SignalId),
    /// A red flag, by its place.
    Flag(u8),
}

/// A follow-up question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Which, from 0.
    pub place: usize,
    /// The time since it was asked.
    pub timer: Timer,
    /// Whether what to listen for shows.
    pub heard: Heard,
}

/// Whether a follow-up was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It waits for its answer.
    Waiting,
    /// What to listen for shows.
    Shown,
}

/// An answer that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The answer.
    pub revealed: Revealed,
    /// What it is kept as.
    pub entry: EntryId,
    /// What is kept.
    pub review: Review,
    /// Whether another verdict is being put in place of the derived one.
    pub judging: Judging,
}

/// Whether somebody judges for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judging {
    /// They do not.
    No,
    /// They choose a verdict.
    Choosing,
}

impl Face {
    /// The part after this one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Signals => Self::Answer,
            Self::Answer => Self::Levels,
            Self::Levels => Self::Signals,
        }
    }

    /// The part before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        self.next().next()
    }
}

impl Mark {
    /// Everything that can be ticked of `question`, in the order it shows.
    pub fn all(question: &Question) -> Vec<Self> {
        let signals = question.signals.iter().map(|signal| Self::Signal(signal.id.clone()));
        let flags = (0..question.red_flags.len()).filter_map(|place| Some(Self::Flag(u8::try_from(place).ok()?)));
        signals.chain(flags).collect()
    }
}

impl Revealed {
    /// The signals of an answer, nothing ticked yet.
    pub fn new(committed: Committed, mode: Mode, predicted: Option<Prediction>) -> Self {
        let (ticks, flags) = (Ticks::new(), BTreeSet::new());
        Self { committed, mode, predicted, ticks, flags, story: None, face: Face::Signals }
    }

    /// The signals of `question`, asked by a colleague: what was answered is known to them alone.
    pub fn to_a_colleague(question: WholeQuestionId) -> Self {
        let (paper, timer) = (super::Paper::new(question), Timer::stopped(0));
        Self::new(Committed { paper, how: How::Written, timer }, Mode::Pair, None)
    }

    /// The answer that `review` kept, whose text is `text`.
    pub fn of(review: &Review, text: String) -> Self {
        let (question, file) = (review.question.clone(), review.answer.clone());
        let how = review.said.as_ref().map_or(How::Written, |said| How::Aloud(said.to_string()));
        let paper = super::Paper { question, file, text };
        let committed = Committed { paper, how, timer: Timer::stopped(review.secs) };
        Self {
            committed,
            mode: review.mode,
            predicted: review.predicted,
            ticks: review.ticks.clone(),
            flags: review.flags.iter().copied().collect(),
            story: review.story.clone(),
            face: Face::Signals,
        }
    }

    /// The answer that was given in a mock interview, its text not read yet.
    pub fn given(given: &Given) -> Self {
        let how = given.said.as_ref().map_or(How::Written, |said| How::Aloud(said.to_string()));
        let paper = super::Paper { question: given.question.clone(), file: given.answer.clone(), text: String::new() };
        Self::new(Committed { paper, how, timer: Timer::stopped(given.secs) }, given.mode, given.predicted)
    }

    /// The question.
    pub fn question(&self) -> &WholeQuestionId {
        &self.committed.paper.question
    }

    /// How `mark` is ticked; a red flag that was heard is a hit.
    pub fn tick(&self, mark: &Mark) -> Option<Tick> {
        match mark {
            Mark::Signal(id) => self.ticks.get(id).copied(),
            Mark::Flag(place) => self.flags.contains(place).then_some(Tick::Hit),
        }
    }

    /// Ticks `mark`, or takes its tick away.
    pub fn set(&mut self, mark: &Mark, tick: Option<Tick>) {
        match (mark, tick) {
            (Mark::Signal(id), Some(tick)) => drop(self.ticks.insert(id.clone(), tick)),
            (Mark::Signal(id), None) => drop(self.ticks.remove(id)),
            (Mark::Flag(place), Some(Tick::Hit)) => drop(self.flags.insert(*place)),
            (Mark::Flag(place), _) => drop(self.flags.remove(place)),
        }
    }

    /// How many signals of `question` are not ticked.
    pub fn unticked(&self, question: &Question) -> usize {
        question.signals.iter().filter(|signal| !self.ticks.contains_key(&signal.id)).count()
    }

    /// What is kept of it, answering `question` and judged as `derived`.
    pub fn review(&self, scene: &Scene<'_>, question: &Question, (mode, derived): (Mode, Derived)) -> Review {
        let committed = &self.committed;
        Review {
            question: self.question().clone(),
            rev: question.rev,
            role: scene.role.clone(),
            moment: scene.now.moment,
            mode,
            secs: committed.timer.seconds(scene.now),
            predicted: self.predicted,
            ticks: self.ticks.clone(),
            flags: self.flags.iter().copied().collect(),
            derived: derived.verdict,
            rating: derived.verdict,
            cold: scene.history(self.question()).last_day().is_none_or(|last| last < scene.now.moment.day),
            answer: committed.paper.file.clone(),
            said: committed.said(),
            // Saying a signal once more tells no story again.
            story: self.story.clone().filter(|_| mode != Mode::Redo),
        }
    }

    /// The verdict as things are ticked now.
    pub fn derive(&self, question: &Question, first: bool, now: Now) -> Derived {
        let flags: Vec<u8> = self.flags.iter().copied().collect();
        let time = match self.mode {
            Mode::Pair => Time::Uncounted,
            _ => Time::Seconds(self.committed.timer.seconds(now)),
        };
        derive(question, Evidence { ticks: &self.ticks, flags: &flags, time, first })
    }
}
