//! [`Clock`]: the time on the wall, from the one place that asks the system. Tests and recordings stop it: with
//! `RUNGS_NOW` set to an instant (`2026-05-01T09:00:00Z`) it is always that instant, and stopwatches stand still.

use std::env;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::practice::{Moment, Rollover, StudyDay};

/// The variable that stops the clock.
const STOPPED: &str = "RUNGS_NOW";

/// The time on the wall.
#[derive(Debug, Clone)]
pub struct Clock {
    stopped: Option<Timestamp>,
    zone: TimeZone,
    rollover: Rollover,
}

impl Clock {
    /// The clock of this process, in the system's zone or that of `TZ`.
    pub fn of_this_process() -> Self {
        Self { stopped: stopped(), zone: TimeZone::system(), rollover: Rollover::default() }
    }

    /// The same clock, its days beginning at `rollover`.
    #[must_use]
    pub fn with_rollover(self, rollover: Rollover) -> Self {
        Self { rollover, ..self }
    }

    /// A clock that stands at `now` in `zone`.
    pub fn stopped(now: Timestamp, zone: TimeZone) -> Self {
        Self { stopped: Some(now), zone, rollover: Rollover::default() }
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.stopped.unwrap_or_else(Timestamp::now)
    }

    /// Where the wall is.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The day that what is practised now counts for.
    pub fn today(&self) -> StudyDay {
        self.day_of(self.now())
    }

    /// The day that `at` counts for.
    pub fn day_of(&self, at: Timestamp) -> StudyDay {
        StudyDay::of(at, &self.zone, self.rollover)
    }

    /// This moment, as it is written with an answer.
    pub fn moment(&self) -> Moment {
        Moment::of(self.now(), &self.zone, self.rollover)
    }

    /// A stopwatch that runs from now on, or stands still if the clock does.
    pub fn stopwatch(&self) -> Stopwatch {
        let running = if self.stopped.is_some() { Running::Never } else { Running::Since(Instant::now()) };
        Stopwatch { before: Duration::ZERO, running }
    }
}

/// The instant now, without a zone: what journals stamp by.
pub(super) fn now() -> Timestamp {
    stopped().unwrap_or_else(Timestamp::now)
}

fn stopped() -> Option<Timestamp> {
    env::var(STOPPED).ok()?.parse().ok()
}

/// Counts the time that passes while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopwatch {
    before: Duration,
    running: Running,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Running {
    Since(Instant),
    Paused,
    Never,
}

impl Stopwatch {
    /// The time so far.
    pub fn elapsed(&self) -> Duration {
        match self.running {
            Running::Since(start) => self.before + start.elapsed(),
            Running::Paused | Running::Never => self.before,
        }
    }

    /// Stops counting, as while the program is suspended.
    pub fn pause(&mut self) {
        if let Running::Since(start) = self.running {
            self.before += start.elapsed();
            self.running = Running::Paused;
        }
    }

    /// Goes on counting.
    pub fn resume(&mut self) {
        if self.running == Running::Paused {
            self.running = Running::Since(Instant::now());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_clock_stands_and_its_stopwatches_with_it() {
        let at = "2026-05-01T02:30:00Z".parse().expect("an instant");
        let clock = Clock::stopped(at, TimeZone::get("Europe/Berlin").expect("a zone"));
        assert_eq!((clock.now(), clock.today().to_string()), (at, "2026-05-01".to_owned()));
        assert_eq!(clock.moment().off, 120);
        let later = clock.clone().with_rollover(Rollover::new(5).expect("an hour"));
        assert_eq!(later.today().to_string(), "2026-04-30");
        let mut watch = clock.stopwatch();
        watch.pause();
        watch.resume();
        assert_eq!(watch.elapsed(), Duration::ZERO);
    }

    #[test]
    fn a_stopwatch_counts_while_it_runs_and_not_while_it_is_paused() {
        let second = Duration::from_secs(1);
        let clock = Clock { stopped: None, ..Clock::of_this_process() };
        assert!(matches!(clock.stopwatch().running, Running::Since(_)));
        let start = Instant::now().checked_sub(second).expect("an instant");
        let mut watch = Stopwatch { before: second, running: Running::Since(start) };
        assert!(watch.elapsed() >= 2 * second);
        watch.pause();
        let before = watch.elapsed();
        assert!(before >= 2 * second && watch.elapsed() == before);
        watch.resume();
        assert!(matches!(watch.running, Running::Since(_)) && watch.elapsed() >= before);
    }
}
