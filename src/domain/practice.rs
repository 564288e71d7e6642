//! Practice: an answer is ticked against signals, the ticks give a verdict, verdicts move a memory, and memory says what to
//! practise when. Values only: whoever asks brings the clock, the zone and the log.
//!
//! ```text
//! Question + Ticks ── verdict::derive ──> Verdict ──┐
//! Review (kept) ── History::of ── Memory (FSRS-6) <─┘
//!    │                 └─ due, freshness, what was missed
//!    └─ Desk: a role's questions, each with its history
//!         ├─ Plan: what to practise in so many minutes until an InterviewDay, each step with its Why
//!         ├─ Mock (and its Debrief), drill
//!         └─ Progress: counts, how well it was foreseen
//! ```

mod clock;
mod day;
mod debrief;
mod desk;
mod drill;
mod history;
mod interview_day;
mod memory;
mod mock;
mod plan;
mod progress;
mod review;
#[cfg(test)]
mod sample;
mod standing;
mod verdict;

pub use clock::Wall;
pub use day::{Moment, Rollover, StudyDay};
pub use debrief::{Change, Debrief};
pub use desk::{Desk, OnDesk};
pub use drill::{DRILL_SECONDS, Prompt, drill};
pub use history::{Attempt, History, Weight};
pub use interview_day::{InterviewDay, WINDOW};
pub use memory::{Freshness, LONGEST_INTERVAL, Memory, Scheduler};
pub use mock::{Askable, Length, Mock};
pub use plan::{Candidate, Outlook, Plan, Step, USUAL_MINUTES, Why, Wish};
pub use progress::{Calibration, ProbeRow, Progress};
pub use review::{Mode, Prediction, Review};
pub use standing::Standing;
pub use verdict::{Derived, Evidence, Reason, Tick, Ticks, Time, Verdict, derive};
