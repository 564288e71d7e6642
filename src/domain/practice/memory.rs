//! [`Memory`]: how firmly a question sits, after FSRS-6 (the algorithm of <https://github.com/open-spaced-repetition>, by its
//! authors' own crate). Never kept on disk: it is worked out from the attempts each time.

use std::fmt;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};

use super::verdict::Verdict;

/// The share of questions that should still sit when they come back.
const RETENTION: f32 = 0.9;
/// The longest time between two attempts, in days. FSRS alone comes to five months after four answers at level, which
/// helps nobody who wants to be promoted within a year.
pub const LONGEST_INTERVAL: u16 = 45;

/// How firmly a question sits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    state: MemoryState,
}

impl Memory {
    /// Days until nine of ten would still answer as well. At least 0.001.
    pub fn stability(self) -> f32 {
        self.state.stability
    }

    /// How hard it is, 1 to 10.
    pub fn difficulty(self) -> f32 {
        self.state.difficulty
    }

    /// The chance that it still sits after so many days, 0 to 1. Fitted on flashcards, so good for an order and for
    /// [`Freshness`], not to be shown as a figure.
    pub fn retrievability(self, days: u16) -> f32 {
        current_retrievability(self.state, f32::from(days), FSRS6_DEFAULT_DECAY)
    }

    /// How fresh it is after so many days.
    pub fn freshness(self, days: u16) -> Freshness {
        match self.retrievability(days) {
            fresh if fresh >= 0.9 => Freshness::Fresh,
            fading if fading >= 0.7 => Freshness::Fading,
            _ => Freshness::Stale,
        }
    }
}

/// How fresh a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// It would be answered as well as last time.
    Fresh,
    /// It is fading.
    Fading,
    /// It is as good as gone.
    Stale,
}

impl Freshness {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Fading => "fading",
            Self::Stale => "stale",
        }
    }
}

/// Works out memories. Making one checks FSRS's parameters, so it is made once for many attempts.
#[derive(Default)]
pub struct Scheduler(FSRS);

impl fmt::Debug for Scheduler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scheduler")
    }
}

impl Scheduler {
    /// The memory after an attempt rated `verdict`, so many days after the one that left `before`, and the days until the
    /// next attempt: 1 to [`LONGEST_INTERVAL`].
    pub fn next(&self, before: Option<Memory>, days: u16, verdict: Verdict) -> (Memory, u16) {
        let (memory, days) = self.uncapped(before, days, verdict);
        (memory, days.min(LONGEST_INTERVAL))
    }

    /// As [`Scheduler::next`], but as far ahead as FSRS says.
    fn uncapped(&self, before: Option<Memory>, days: u16, verdict: Verdict) -> (Memory, u16) {
        let state = before.map(|memory| memory.state);
        let Ok(next) = self.0.next_states(state, RETENTION, u32::from(days)) else {
            // FSRS refuses a memory that is not finite, which none of its own is: then the question begins anew.
            return self.uncapped(None, 0, verdict);
        };
        let next = match verdict {
            Verdict::NotYet => next.again,
            Verdict::Thin => next.hard,
            Verdict::AtLevel => next.good,
            Verdict::Above => next.easy,
        };
        let rounded = next.interval.round().clamp(1.0, f32::from(u16::MAX));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
        let days = rounded as u16;
        (Memory { state: next.memory }, days)
    }
}

#[cfg(test)]
mod tests;
