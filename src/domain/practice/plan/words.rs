//! Plans in words, the same on a screen and in a pipe.

use std::fmt;

use super::{Outlook, Plan, Step, WINDOW, Why};

impl Why {
    /// One word for it: `due`, `new`, `near` or `early`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Due { .. } => "due",
            Self::New => "new",
            Self::Near { .. } => "near",
            Self::Early { .. } => "early",
        }
    }
}

/// `due: thin 3 days ago`
impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::New => f.write_str("new"),
            Self::Due { days, last } => write!(f, "due: {last} {} ago", count(days.into(), "day")),
            Self::Near { missed: 0 } => f.write_str("interview near"),
            Self::Near { missed } => write!(f, "interview near: {} missed last time", count(missed, "must")),
            Self::Early { days } => write!(f, "early: due in {}", count(days.into(), "day")),
        }
    }
}

impl Outlook {
    /// It in words, at so many minutes a day: `in 9 days: all 11 fit in its last four days`.
    pub fn words(&self, minutes: u16) -> String {
        let Self { days, fit, all } = *self;
        let when = match days {
            0 => return "today".to_owned(),
            1 => "tomorrow".to_owned(),
            days => format!("in {days} days"),
        };
        let last = match days {
            1 => "today".to_owned(),
            2..=WINDOW => format!("these {days} days"),
            _ => "its last four days".to_owned(),
        };
        if fit >= all {
            format!("{when}: all {all} fit in {last}")
        } else {
            format!("{when}: {fit} of {all} fit in {last} at {minutes} minutes a day")
        }
    }
}

impl Plan {
    /// What it has of each, and how long it takes: `1 due, 2 new: 31 min`.
    pub fn verdict(&self) -> String {
        let mut kinds: Vec<(&str, usize)> = Vec::new();
        for Step { why, .. } in &self.steps {
            match kinds.iter_mut().find(|(kind, _)| *kind == why.word()) {
                Some((_, times)) => *times += 1,
                None => kinds.push((why.word(), 1)),
            }
        }
        let kinds: Vec<String> = kinds.into_iter().map(|(kind, times)| format!("{times} {kind}")).collect();
        format!("{}: {} min", kinds.join(", "), self.minutes)
    }
}

fn count(number: usize, what: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {what}{s}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::Verdict;

    #[test]
    fn reasons_and_outlooks_are_said_in_words() {
        let why = [
            Why::Due { days: 1, last: Verdict::Thin },
            Why::New,
            Why::Near { missed: 0 },
            Why::Near { missed: 2 },
            Why::Early { days: 3 },
        ];
        assert_eq!(
            why.map(|why| format!("{}|{why}", why.word())),
            [
                "due|due: thin 1 day ago",
                "new|new",
                "near|interview near",
                "near|interview near: 2 musts missed last time",
                "early|early: due in 3 days",
            ]
        );
        let words = |days, fit| Outlook { days, fit, all: 11 }.words(15);
        assert_eq!(words(0, 11), "today");
        assert_eq!(words(1, 11), "tomorrow: all 11 fit in today");
        assert_eq!(words(4, 11), "in 4 days: all 11 fit in these 4 days");
        assert_eq!(words(9, 4), "in 9 days: 4 of 11 fit in its last four days at 15 minutes a day");
    }
}
