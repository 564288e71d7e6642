//! [`StudyDay`]: the day a piece of practice counts for. It turns over at four in the morning, not at midnight, and is
//! written down with what was done, so that neither travel, nor a changed zone, nor summer time can move the past.

use std::fmt;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};
use serde::{Deserialize, Serialize};

/// The hour at which a day begins, 0 to 23.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rollover(u8);

impl Rollover {
    /// `hour`, when it is 0 to 23.
    pub fn new(hour: u8) -> Option<Self> {
        (hour <= 23).then_some(Self(hour))
    }

    /// The hour.
    pub fn hour(self) -> u8 {
        self.0
    }
}

/// Four in the morning: who practises past midnight still practises on the evening's day.
impl Default for Rollover {
    fn default() -> Self {
        Self(4)
    }
}

/// A day of practice, by the clock on the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct StudyDay(Date);

impl StudyDay {
    /// The day that `now` counts for in `zone`: the date of so many hours earlier on the wall. Where summer time takes
    /// the hour of the rollover away, the day turns over when the clocks are set forward.
    pub fn of(now: Timestamp, zone: &TimeZone, rollover: Rollover) -> Self {
        let local = zone.to_datetime(now);
        let earlier = local.checked_sub(SignedDuration::from_hours(i64::from(rollover.hour())));
        Self(earlier.unwrap_or(local).date())
    }

    /// The date on the wall.
    pub fn date(self) -> Date {
        self.0
    }

    /// The whole days from `self` to `later`; negative when that is earlier.
    pub fn days_until(self, later: Self) -> i32 {
        // Both dates are within four digits of years, so this is neither too large nor a fraction.
        self.0.until(later.0).map_or(0, |span| span.get_days())
    }

    /// So many days later, or earlier; as far as the calendar goes.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let moved = self.0.checked_add(SignedDuration::from_hours(i64::from(days) * 24));
        Self(moved.unwrap_or(if days < 0 { Date::MIN } else { Date::MAX }))
    }
}

impl From<Date> for StudyDay {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl fmt::Display for StudyDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// When something was done: the day it counts for, and how far the wall was from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub struct Moment {
    /// Minutes east of UTC, so that a log can be shown in the time of its writer.
    pub off: i16,
    /// The day it counts for, as it was then.
    pub day: StudyDay,
}

impl Moment {
    /// The moment `now` is in `zone`.
    pub fn of(now: Timestamp, zone: &TimeZone, rollover: Rollover) -> Self {
        let off = zone.to_offset(now).seconds() / 60;
        Self { off: i16::try_from(off).unwrap_or_default(), day: StudyDay::of(now, zone, rollover) }
    }

    /// The time on its writer's wall at `at`; UTC where nobody's wall can be so far from it.
    pub fn wall(self, at: Timestamp) -> Zoned {
        let offset = Offset::from_seconds(i32::from(self.off) * 60).unwrap_or(Offset::UTC);
        at.to_zoned(TimeZone::fixed(offset))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(at: &str, zone: &str) -> String {
        let zone = TimeZone::get(zone).expect("a zone of the system");
        StudyDay::of(at.parse().expect("an instant"), &zone, Rollover::default()).to_string()
    }

    #[test]
    fn a_day_turns_over_at_four_by_the_wall() {
        let table = [
            ("2026-01-05T02:59:59Z", "Europe/Berlin", "2026-01-04"),
            ("2026-01-05T03:00:00Z", "Europe/Berlin", "2026-01-05"),
            // Both changes of summer time.
            ("2026-03-29T01:59:59Z", "Europe/Berlin", "2026-03-28"),
            ("2026-03-29T02:00:00Z", "Europe/Berlin", "2026-03-29"),
            ("2026-10-25T02:59:59Z", "Europe/Berlin", "2026-10-24"),
            ("2026-10-25T03:00:00Z", "Europe/Berlin", "2026-10-25"),
            ("2026-03-08T07:59:59Z", "America/New_York", "2026-03-07"),
            ("2026-03-08T08:00:00Z", "America/New_York", "2026-03-08"),
            ("2026-11-01T08:59:59Z", "America/New_York", "2026-10-31"),
            ("2026-11-01T09:00:00Z", "America/New_York", "2026-11-01"),
            // By half an hour.
            ("2026-04-04T17:29:59Z", "Australia/Lord_Howe", "2026-04-04"),
            ("2026-04-04T17:30:00Z", "Australia/Lord_Howe", "2026-04-05"),
            ("2026-10-03T16:59:59Z", "Australia/Lord_Howe", "2026-10-03"),
            ("2026-10-03T17:00:00Z", "Australia/Lord_Howe", "2026-10-04"),
            // The ends of the earth, and 45 minutes.
            ("2026-01-04T13:59:59Z", "Pacific/Kiritimati", "2026-01-04"),
            ("2026-01-04T14:00:00Z", "Pacific/Kiritimati", "2026-01-05"),
            ("2026-01-04T22:14:59Z", "Asia/Kathmandu", "2026-01-04"),
            ("2026-01-04T22:15:00Z", "Asia/Kathmandu", "2026-01-05"),
            // A leap day and the end of a year.
            ("2028-02-29T12:00:00Z", "UTC", "2028-02-29"),
            ("2028-03-01T03:59:00Z", "UTC", "2028-02-29"),
            ("2027-01-01T03:59:00Z", "UTC", "2026-12-31"),
        ];
        for (at, zone, wanted) in table {
            assert_eq!(day(at, zone), wanted, "{at} in {zone}");
        }
    }

    #[test]
    fn a_day_may_turn_over_at_any_full_hour() {
        let at: Timestamp = "2026-01-05T22:30:00Z".parse().expect("an instant");
        let on = |hour| StudyDay::of(at, &TimeZone::UTC, Rollover::new(hour).expect("an hour")).to_string();
        assert_eq!((on(0), on(22), on(23)), ("2026-01-05".into(), "2026-01-05".into(), "2026-01-04".into()));
        assert_eq!(Rollover::new(24), None);
    }

    #[test]
    fn a_flight_that_repeats_a_day_adds_no_day() {
        let auckland = day("2026-05-10T21:00:00Z", "Pacific/Auckland");
        let los_angeles = day("2026-05-11T11:30:00Z", "America/Los_Angeles");
        assert_eq!((auckland.as_str(), los_angeles.as_str()), ("2026-05-11", "2026-05-11"));
    }

    #[test]
    fn days_are_counted_over_summer_time_and_leap_days() {
        let on = |text: &str| StudyDay::from(text.parse::<Date>().expect("a date"));
        assert_eq!(on("2026-03-28").days_until(on("2026-03-30")), 2);
        assert_eq!(on("2028-02-28").days_until(on("2028-03-01")), 2);
        assert_eq!(on("2026-01-02").days_until(on("2025-12-31")), -2);
        assert_eq!(on("2028-02-28").plus(2), on("2028-03-01"));
        assert_eq!(on("2026-01-01").plus(-1), on("2025-12-31"));
    }
}
