//! [`Wall`]: whether the clock on the wall can be right, by what was practised. Days are counted by that clock, so a wrong one
//! would be kept for good.
//!
//! A clock that was set back is said once and gone on with: a day that is not after the last one moves no memory anyway. One
//! that is far ahead is asked about before anything is written. Far is more than a year after the last sign of life, which is
//! the later of the latest record and the last change of the journal's file: weeks between two sittings are what practice is
//! made of, so a few days would ask everybody, and nobody comes back to an interview after a year unasked.

use super::day::StudyDay;

/// The days from the last sign of life after which a clock is not believed unasked.
const FAR: i32 = 366;

/// What is to be thought of the clock on the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wall {
    /// It can be right.
    Plausible,
    /// It is before the last day that something was practised on.
    SetBack {
        /// That day.
        last: StudyDay,
    },
    /// It is more than a year after the last sign of life.
    FarAhead {
        /// The day of that.
        last: StudyDay,
    },
}

impl Wall {
    /// What to think of a clock that says `today`, where something was practised last on `practised`, and the journal was
    /// touched last on `touched`.
    pub fn of(today: StudyDay, practised: Option<StudyDay>, touched: Option<StudyDay>) -> Self {
        if let Some(last) = practised.filter(|last| today < *last) {
            return Self::SetBack { last };
        }
        match practised.max(touched) {
            Some(last) if last.days_until(today) > FAR => Self::FarAhead { last },
            _ => Self::Plausible,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn day(number: i32) -> StudyDay {
        StudyDay::from(date(2026, 5, 1)).plus(number)
    }

    #[test]
    fn a_clock_is_doubted_a_day_back_and_a_year_ahead() {
        let table = [
            (0, None, None, Wall::Plausible),
            (0, Some(0), None, Wall::Plausible),
            (0, Some(1), None, Wall::SetBack { last: day(1) }),
            (0, Some(400), Some(400), Wall::SetBack { last: day(400) }),
            // A file that was touched later, as by a copy, sets no clock back.
            (0, Some(0), Some(9), Wall::Plausible),
            (45, Some(0), Some(0), Wall::Plausible),
            (366, Some(0), Some(0), Wall::Plausible),
            (367, Some(0), Some(0), Wall::FarAhead { last: day(0) }),
            (367, Some(0), Some(1), Wall::Plausible),
            (368, Some(0), Some(1), Wall::FarAhead { last: day(1) }),
            (367, None, Some(0), Wall::FarAhead { last: day(0) }),
        ];
        for (today, practised, touched, wanted) in table {
            assert_eq!(
                Wall::of(day(today), practised.map(day), touched.map(day)),
                wanted,
                "{today} {practised:?} {touched:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_was_practised_today_or_within_a_year_is_never_doubted(ago in 0_i32..=366, touched in 0_i32..1000) {
            prop_assert_eq!(Wall::of(day(0), Some(day(-ago)), Some(day(-touched))), Wall::Plausible);
        }
    }
}
