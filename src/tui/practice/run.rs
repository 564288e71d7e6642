//! How far practice is: the stage, and within a run through a plan the turn of the question that is on.

use std::collections::VecDeque;

use super::Planning;
use super::asked::{Asked, Committed};
use super::drilling::Drilling;
use super::interview::{Curveball, Interview, Part};
use super::revealed::{FollowUp, Heard, Kept, Revealed};
use super::scene::Scene;
use super::timer::{Now, Timer};
use crate::domain::practice::{Length, Mock, Mode, Prediction, StudyDay};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::{EntryId, Given, Session};

/// How far practice is.
#[derive(Debug, Default)]
#[expect(clippy::large_enum_variant, reason = "there is one for each sitting, and few of those")]
pub enum Stage {
    /// What was practised before is being read.
    #[default]
    Opening,
    /// The clock is far ahead of the day that was practised last: is it right?
    Doubted(StudyDay),
    /// The first time: for which role, from which, and when.
    Start,
    /// The plan is looked over.
    Plan(Planning),
    /// How long is a mock interview to be?
    Lengths,
    /// A mock interview begins with a question that is not scored.
    WarmUp(Run, Timer),
    /// Signals that were missed are said one after another.
    Drill(Drilling),
    /// Which question did a colleague ask, whose ticks are entered?
    Pairing(Run),
    /// A question is on.
    Question(Run, Turn),
    /// All that was planned is over.
    Summary(Run),
}

/// A run through a plan.
#[derive(Debug)]
pub struct Run {
    /// What kind of sitting.
    pub kind: Kind,
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

/// What kind of sitting a run is.
#[derive(Debug)]
pub enum Kind {
    /// Each answer is judged right after it was given.
    Practice,
    /// A mock interview: nothing is revealed before its end.
    Mock(Interview),
    /// A colleague asked and ticked; that is entered, and its time is not counted.
    Pair,
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
    pub fn new(kind: Kind, minutes: u16, questions: impl IntoIterator<Item = WholeQuestionId>, timer: Timer) -> Self {
        let rest = questions.into_iter().collect();
        Self { kind, minutes, rest, reviews: Vec::new(), skipped: 0, timer }
    }

    /// A mock interview of `length`; none where every question is put aside.
    pub fn mock(scene: &Scene<'_>, length: Length) -> Option<Self> {
        let (questions, curveball) = scene.desk(|desk| {
            let Mock { questions, curveball } = desk.mock(length);
            (questions, curveball.and_then(|id| Curveball::of(desk, id)))
        })?;
        if questions.is_empty() {
            return None;
        }
        let timer = Timer::start(scene.now);
        let interview = Interview::new(questions.clone(), curveball, timer);
        Some(Self::new(Kind::Mock(interview), length.minutes(), questions, timer))
    }

    /// The mock interview that was left half way, if one was. The texts of its answers are not read yet.
    pub fn again(scene: &Scene<'_>) -> Option<Self> {
        let waiting = scene.waiting()?;
        let curveball = waiting.last.curveball.clone();
        let curveball = curveball.and_then(|id| scene.desk(|desk| Curveball::of(desk, id))?);
        let interview = Interview::again(&waiting, curveball, scene.now);
        let timer = interview.timer;
        Some(Self::new(Kind::Mock(interview), waiting.last.minutes, waiting.unasked.to_vec(), timer))
    }

    /// What is kept of `committed` as soon as it was given; none where this is no mock interview.
    pub fn given(
        &self,
        role: &RoleId,
        committed: &Committed,
        predicted: Option<Prediction>,
        now: Now,
    ) -> Option<Given> {
        let interview = self.interview()?;
        Some(Given {
            question: committed.paper.question.clone(),
            role: role.clone(),
            moment: now.moment,
            mode: self.mode(),
            secs: committed.timer.seconds(now),
            predicted,
            answer: committed.paper.file.clone(),
            said: committed.said(),
            sitting: interview.sitting.clone(),
            minutes: self.minutes,
            spent: self.seconds(now),
            questions: interview.questions.clone(),
            curveball: interview.curveball.as_ref().map(|curveball| curveball.question.clone()),
        })
    }

    /// The sitting it was, as it is kept.
    pub fn session(&self, role: &RoleId, now: Now) -> Session {
        Session {
            role: role.clone(),
            mode: self.mode(),
            minutes: self.minutes,
            secs: if matches!(self.kind, Kind::Pair) { 0 } else { self.seconds(now) },
            reviews: self.reviews.clone(),
            moment: now.moment,
        }
    }

    /// How its answers come to be asked.
    pub fn mode(&self) -> Mode {
        match self.kind {
            Kind::Practice => Mode::Practice,
            Kind::Mock(_) => Mode::Mock,
            Kind::Pair => Mode::Pair,
        }
    }

    /// The mock interview it is, if it is one.
    pub fn interview(&self) -> Option<&Interview> {
        match &self.kind {
            Kind::Mock(interview) => Some(interview),
            Kind::Practice | Kind::Pair => None,
        }
    }

    /// Whether it is a mock interview that still asks: nothing may be revealed.
    pub fn is_asking(&self) -> bool {
        self.interview().is_some_and(|interview| interview.part == Part::Asking)
    }

    /// Whether nothing is left of it but the question that is on.
    pub fn is_last(&self) -> bool {
        self.rest.is_empty() && self.interview().is_none_or(|interview| interview.waiting.is_empty())
    }

    /// Once all was asked: the answer that is to be judged next.
    pub fn next_to_judge(&mut self, now: Now) -> Option<Revealed> {
        let Kind::Mock(interview) = &mut self.kind else { return None };
        if !self.rest.is_empty() {
            return None;
        }
        if interview.part == Part::Asking {
            interview.timer.pause(now);
            interview.part = Part::Judging;
        }
        interview.waiting.pop_front()
    }

    /// What the sitting took, in seconds.
    pub fn seconds(&self, now: Now) -> u32 {
        self.interview().map_or(&self.timer, |interview| &interview.timer).seconds(now)
    }

    /// The timers that run whatever question is on.
    pub(super) fn timers_mut(&mut self) -> impl Iterator<Item = &mut Timer> {
        let interview = match &mut self.kind {
            Kind::Mock(interview) if interview.part == Part::Asking => Some(&mut interview.timer),
            Kind::Mock(_) | Kind::Practice | Kind::Pair => None,
        };
        std::iter::once(&mut self.timer).chain(interview)
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
