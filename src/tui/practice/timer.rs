//! [`Timer`]: the time an answer takes. It counts the program's own time, which stands still while the program is suspended
//! and goes on while an editor has the terminal.

use std::time::Duration;

use crate::domain::practice::Moment;

/// Seconds for the question a mock interview begins with.
pub const WARM_UP: u32 = 120;
/// Seconds for a follow-up.
pub const FOLLOW_UP: u32 = 60;
/// Seconds for saying one signal again.
pub const REDO: u32 = 60;

/// The time, as far as practice needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// How long the program has run, suspended time not counted.
    pub passed: Duration,
    /// The moment on the wall.
    pub moment: Moment,
}

/// Counts while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    before: Duration,
    /// When it began to run; none while it stands.
    since: Option<Duration>,
}

impl Timer {
    /// One that runs from `now` on.
    pub fn start(now: Now) -> Self {
        Self { before: Duration::ZERO, since: Some(now.passed) }
    }

    /// One that stands at so many seconds.
    pub fn stopped(seconds: u32) -> Self {
        Self { before: Duration::from_secs(seconds.into()), since: None }
    }

    /// What it has counted.
    pub fn at(&self, now: Now) -> Duration {
        self.before + self.since.map_or(Duration::ZERO, |since| now.passed.saturating_sub(since))
    }

    /// The same in whole seconds.
    pub fn seconds(&self, now: Now) -> u32 {
        u32::try_from(self.at(now).as_secs()).unwrap_or(u32::MAX)
    }

    /// Stops it.
    pub fn pause(&mut self, now: Now) {
        (self.before, self.since) = (self.at(now), None);
    }

    /// Has it go on.
    pub fn resume(&mut self, now: Now) {
        self.since.get_or_insert(now.passed);
    }
}
