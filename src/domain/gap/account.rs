//! [`Account`]: what somebody says of themselves about one thing, with how they judged it before.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use super::rating::Rating;
use crate::text::SafeText;

/// What somebody says of themselves about one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// How they judged it, the earliest first. The last one counts.
    pub ratings: Vec<Rated>,
    /// What shows it, the earliest first.
    pub evidence: Vec<Evidence>,
}

/// A judgement at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    /// When.
    pub at: Timestamp,
    /// What; `None` takes back that anything is known.
    pub rating: Option<Rating>,
}

/// Something that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What, in a line.
    pub text: SafeText,
    /// The day it happened, if that was said.
    pub on: Option<Date>,
    /// When it was written down.
    pub noted: Timestamp,
}

impl Account {
    /// The judgement that counts.
    pub fn rating(&self) -> Option<Rating> {
        self.ratings.last()?.rating
    }

    /// The judgements before the one that counts, the latest first.
    pub fn earlier(&self) -> impl Iterator<Item = &Rated> {
        self.ratings.iter().rev().skip(1)
    }

    /// The judgements before the one that counts, in words: `before: 2/5 on 2026-01-03`. `day` says which day it was where
    /// the reader lives.
    pub fn earlier_words(&self, day: impl Fn(Timestamp) -> Date) -> Option<String> {
        let earlier: Vec<String> = self.earlier().map(|rated| rated.words(&day)).collect();
        (!earlier.is_empty()).then(|| format!("before: {}", earlier.join(", ")))
    }
}

impl Rated {
    /// It in words: `2/5 on 2026-01-03`.
    pub fn words(&self, day: impl Fn(Timestamp) -> Date) -> String {
        let rating = self.rating.map_or_else(|| "not known".to_owned(), |rating| rating.to_string());
        format!("{rating} on {}", day(self.at))
    }
}

/// `2026-05-01 Retry keys for payouts`, without the day where none was said.
impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.on {
            Some(on) => write!(f, "{on} {}", self.text),
            None => self.text.fmt(f),
        }
    }
}
