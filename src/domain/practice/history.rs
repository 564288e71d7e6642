//! [`History`]: all answers to one question, and what follows from them: how it sits and when it comes back. A fold over
//! the answers in the order they were given; nothing of it is ever kept.
//!
//! Only the first cold answer of a study day moves the memory: an answer after the signals were seen says nothing of what
//! sits, and neither does the second one of a day. A day that is not after the last one that counted, as when the clock
//! was set back or somebody flew east to west, is no new day.
//!
//! What a colleague ticked replaces what one ticked oneself that day, whichever came first: the memory is then what it would
//! be without one's own answer. The first colleague of a day counts. One's own answer stays in the history, and what was
//! predicted of it stays held against one's own ticks.

use super::day::StudyDay;
use super::interview_day::InterviewDay;
use super::memory::{Freshness, Memory, Scheduler};
use super::review::{Mode, Review};
use super::verdict::{Tick, Verdict};
use crate::domain::WholeQuestionId;
use crate::domain::id::SignalId;
use crate::domain::question::{Need, Question};

/// How many answers in a row are looked at for what was missed.
const RECENT: usize = 2;

/// All answers to one question, the earliest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    attempts: Vec<Attempt>,
    counted: Option<Counted>,
}

/// One answer within a history.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// The answer.
    pub review: Review,
    /// What it did to the memory.
    pub weight: Weight,
}

/// What an answer did to the memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It moved it.
    Counts,
    /// It had moved it until a colleague's ticks of the same day took its place.
    Replaced,
    /// It came after another one of its day, or after the signals were seen.
    Passed,
}

/// What the last answer that counted left.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Counted {
    memory: Memory,
    day: StudyDay,
    interval: u16,
    /// Its place among all answers.
    place: usize,
    /// The memory before it, with the day it was from.
    before: Option<(Memory, StudyDay)>,
}

impl History {
    /// The history of one question's `reviews`, the earliest first.
    pub fn of(reviews: impl IntoIterator<Item = Review>, scheduler: &Scheduler) -> Self {
        let mut history = Self::default();
        for review in reviews {
            history.add(review, scheduler);
        }
        history
    }

    fn add(&mut self, review: Review, scheduler: &Scheduler) {
        let day = review.moment.day;
        let before = match self.counted {
            None => Some(None),
            Some(last) if last.day < day => Some(Some((last.memory, last.day))),
            Some(last) if self.is_replaced(last, &review) => Some(last.before),
            Some(_) => None,
        };
        let Some(before) = before.filter(|_| review.mode.is_cold()) else {
            return self.attempts.push(Attempt { review, weight: Weight::Passed });
        };
        let replaced = self.counted.filter(|last| last.day == day);
        if let Some(own) = replaced.and_then(|last| self.attempts.get_mut(last.place)) {
            own.weight = Weight::Replaced;
        }
        let elapsed = before.map_or(0, |(_, last)| days(last, day));
        let (memory, interval) = scheduler.next(before.map(|(memory, _)| memory), elapsed, review.rating);
        self.counted = Some(Counted { memory, day, interval, place: self.attempts.len(), before });
        self.attempts.push(Attempt { review, weight: Weight::Counts });
    }

    /// Whether `review` is what a colleague ticked on the day of `last`, which one ticked oneself.
    fn is_replaced(&self, last: Counted, review: &Review) -> bool {
        let own = self.attempts.get(last.place).is_some_and(|attempt| attempt.review.mode != Mode::Pair);
        own && last.day == review.moment.day && review.mode == Mode::Pair
    }

    /// Whether `review`, of this history or to become of it, is the first answer there was, which is never above its level.
    /// What a colleague ticks replaces one's own answer of the day, so that is none before it.
    pub fn is_first(&self, review: &Review) -> bool {
        let mut before = self.attempts.iter().take_while(|attempt| attempt.review != *review);
        before.all(|attempt| review.mode == Mode::Pair && attempt.review.moment.day == review.moment.day)
    }

    /// The answers that say how well one foresees oneself: those that moved the memory, and those that a colleague's ticks
    /// took the place of.
    pub fn foreseen(&self) -> impl Iterator<Item = &Review> {
        self.attempts.iter().filter(|attempt| attempt.weight != Weight::Passed).map(|attempt| &attempt.review)
    }

    /// All answers, the earliest first.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// The answers that moved the memory, the earliest first.
    pub fn counted(&self) -> impl DoubleEndedIterator<Item = &Review> {
        self.attempts.iter().filter(|attempt| attempt.weight == Weight::Counts).map(|attempt| &attempt.review)
    }

    /// The last answer that moved the memory.
    pub fn latest(&self) -> Option<&Review> {
        self.counted().next_back()
    }

    /// Whether it was ever answered, in whatever way.
    pub fn is_new(&self) -> bool {
        self.attempts.is_empty()
    }

    /// The day of the last answer that counted.
    pub fn last_day(&self) -> Option<StudyDay> {
        self.counted.map(|last| last.day)
    }

    /// When it comes back by memory alone.
    pub fn due(&self) -> Option<StudyDay> {
        self.counted.map(|last| last.day.plus(i32::from(last.interval)))
    }

    /// When it comes back for somebody with an interview: once more in its window, where memory alone would let that pass.
    pub fn due_before(&self, interview: Option<InterviewDay>, spread: u32, today: StudyDay) -> Option<StudyDay> {
        let due = self.due()?;
        let (Some(interview), Some(last)) = (interview, self.last_day()) else { return Some(due) };
        Some(interview.capped(due, last, spread, today))
    }

    /// When `question`, whose history this is, comes back: as [`Self::due_before`], told apart from others by its id.
    pub fn comes_back(
        &self,
        question: &WholeQuestionId,
        interview: Option<InterviewDay>,
        today: StudyDay,
    ) -> Option<StudyDay> {
        self.due_before(interview, crc32fast::hash(question.as_str().as_bytes()), today)
    }

    /// The chance that it still sits, 0 to 1; for an order, not to be shown.
    pub fn retrievability(&self, today: StudyDay) -> Option<f32> {
        self.counted.map(|last| last.memory.retrievability(days(last.day, today)))
    }

    /// How fresh it is.
    pub fn freshness(&self, today: StudyDay) -> Option<Freshness> {
        self.counted.map(|last| last.memory.freshness(days(last.day, today)))
    }

    /// How firmly it sits.
    pub fn memory(&self) -> Option<Memory> {
        self.counted.map(|last| last.memory)
    }

    /// The letters of the last so many answers that counted, the latest last: `nntA+`.
    pub fn letters(&self, most: usize) -> String {
        let mut letters: Vec<char> = self.counted().rev().take(most).map(|review| review.rating.letter()).collect();
        letters.reverse();
        letters.into_iter().collect()
    }

    /// The signals of `question` that one of the last two answers that counted missed or had in part, in its order.
    pub fn missed<'q>(&self, question: &'q Question) -> impl Iterator<Item = &'q SignalId> {
        let recent: Vec<&Review> = self.counted().rev().take(RECENT).collect();
        let missed =
            move |id: &SignalId| recent.iter().any(|review| review.ticks.get(id).is_none_or(|tick| *tick != Tick::Hit));
        let signals = question.signals.iter().filter(|signal| signal.need != Need::Stretch);
        let practised = self.counted.is_some();
        signals.map(|signal| &signal.id).filter(move |id| practised && missed(id))
    }

    /// How many musts of `question` the last answer that counted hit; none when it was never answered.
    pub fn musts_hit(&self, question: &Question) -> usize {
        let Some(latest) = self.latest() else { return 0 };
        let musts = question.signals.iter().filter(|signal| signal.need == Need::Must);
        musts.filter(|signal| latest.ticks.get(&signal.id) == Some(&Tick::Hit)).count()
    }

    /// Whether the question has changed since it was last answered.
    pub fn is_outdated(&self, question: &Question) -> bool {
        self.attempts.last().is_some_and(|attempt| attempt.review.rev < question.rev)
    }

    /// How the last answer that counted did.
    pub fn verdict(&self) -> Option<Verdict> {
        self.latest().map(|review| review.rating)
    }
}

/// The days from one day to a later one; none when it is not later.
fn days(from: StudyDay, to: StudyDay) -> u16 {
    u16::try_from(from.days_until(to).max(0)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
