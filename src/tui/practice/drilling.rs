//! [`Drilling`]: signals that were missed lately, one after another, each said aloud before it shows.

use std::collections::VecDeque;

use super::revealed::Heard;
use super::timer::Timer;
use crate::domain::practice::Tick;
use crate::domain::{SignalId, WholeQuestionId};
use crate::store::EntryId;

/// A drill.
#[derive(Debug)]
pub struct Drilling {
    /// What is to be said now; none when all was.
    pub on: Option<Weak>,
    /// Whether it shows.
    pub heard: Heard,
    /// The time since it was asked.
    pub timer: Timer,
    /// What comes after it.
    pub rest: VecDeque<Weak>,
    /// What was said, by the entries it is kept as, and how it went.
    pub said: Vec<(EntryId, Weak, Tick)>,
    /// The time the drill takes.
    pub whole: Timer,
    /// The minutes it was to take.
    pub minutes: u16,
}

/// A signal of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weak {
    /// The question.
    pub question: WholeQuestionId,
    /// The signal.
    pub signal: SignalId,
}

impl Drilling {
    /// Through `all`, from the first.
    pub fn new(all: impl IntoIterator<Item = Weak>, minutes: u16, timer: Timer) -> Self {
        let mut rest: VecDeque<Weak> = all.into_iter().collect();
        let on = rest.pop_front();
        Self { on, heard: Heard::Waiting, timer, rest, said: Vec::new(), whole: timer, minutes }
    }

    /// The timer that shows: only while something is to be said.
    pub fn shown_timer(&self) -> Option<&Timer> {
        (self.on.is_some() && self.heard == Heard::Waiting).then_some(&self.timer)
    }

    /// The timers that run.
    pub(super) fn timers_mut(&mut self) -> impl Iterator<Item = &mut Timer> {
        let runs = self.on.is_some();
        let says = runs && self.heard == Heard::Waiting;
        let timers = [(&mut self.timer, says), (&mut self.whole, runs)];
        timers.into_iter().filter_map(|(timer, runs)| runs.then_some(timer))
    }

    /// Goes on to the next signal, or to the end.
    pub fn go_on(&mut self, timer: Timer) {
        (self.on, self.heard, self.timer) = (self.rest.pop_front(), Heard::Waiting, timer);
    }

    /// Shows `weak` again, to be judged anew; what was on comes after it.
    pub fn back_to(&mut self, weak: Weak, timer: Timer) {
        if let Some(on) = self.on.replace(weak) {
            self.rest.push_front(on);
        }
        (self.heard, self.timer) = (Heard::Shown, timer);
    }
}
