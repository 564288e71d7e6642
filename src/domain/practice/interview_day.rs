//! [`InterviewDay`]: the day it all is for. In the four days before it every question is practised once more, which memory
//! alone would not do: left to it, four of twelve are.

use jiff::civil::Date;

use super::day::StudyDay;

/// How many days before the interview everything is practised once more.
pub const WINDOW: u16 = 4;

/// The day of an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InterviewDay(StudyDay);

impl InterviewDay {
    /// An interview on `date`.
    pub fn on(date: Date) -> Self {
        Self(date.into())
    }

    /// Its day.
    pub fn day(self) -> StudyDay {
        self.0
    }

    /// The first day of the window.
    pub fn window(self) -> StudyDay {
        self.0.plus(-i32::from(WINDOW))
    }

    /// Whether `day` is in the window: one of the four before the interview.
    pub fn is_near(self, day: StudyDay) -> bool {
        self.window() <= day && day < self.0
    }

    /// Whether it is over by `day`; practice on its very day is for nothing that the window could still help.
    pub fn is_over(self, day: StudyDay) -> bool {
        self.0 <= day
    }

    /// The days from `day` to it; negative when it is over.
    pub fn days_from(self, day: StudyDay) -> i32 {
        day.days_until(self.0)
    }

    /// When a question comes back that was last answered on `last` and that memory alone brings back on `due`: within the
    /// window where it would come after it, once. `spread` tells the questions apart, so that not all come on one day.
    pub(super) fn capped(self, due: StudyDay, last: StudyDay, spread: u32, today: StudyDay) -> StudyDay {
        let passes = last < self.window() && self.0 <= due;
        if self.is_over(today) || !passes {
            return due;
        }
        // Less than four, so it fits.
        self.window().plus(i32::try_from(spread % u32::from(WINDOW)).unwrap_or_default())
    }
}
