//! [`Verdict`]: how an answer did, derived from what was ticked and never from a feeling. A pure rule: hit 1, part a half,
//! missed 0; a must counts twice, a should once, a stretch not at all.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::id::SignalId;
use crate::domain::question::{Need, Question};

/// How an answer did. Serialised as the four ratings of FSRS: 1 again, 2 hard, 3 good, 4 easy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Verdict {
    /// A must is missing, or too much else.
    NotYet,
    /// The musts are there, with little behind them.
    Thin,
    /// What the level asks.
    AtLevel,
    /// What the next level would say.
    Above,
}

impl Verdict {
    /// All of them, the least first.
    pub const ALL: [Self; 4] = [Self::NotYet, Self::Thin, Self::AtLevel, Self::Above];

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Thin => "thin",
            Self::AtLevel => "at level",
            Self::Above => "above",
        }
    }

    /// One letter for a row of attempts: `n`, `t`, `A` for at level, `+` for above.
    pub fn letter(self) -> char {
        match self {
            Self::NotYet => 'n',
            Self::Thin => 't',
            Self::AtLevel => 'A',
            Self::Above => '+',
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words())
    }
}

impl From<Verdict> for u8 {
    fn from(verdict: Verdict) -> Self {
        verdict as Self + 1
    }
}

impl TryFrom<u8> for Verdict {
    type Error = String;

    fn try_from(rating: u8) -> Result<Self, String> {
        let place = usize::from(rating).checked_sub(1);
        let verdict = place.and_then(|place| Self::ALL.get(place));
        verdict.copied().ok_or_else(|| format!("{rating} is no rating: 1 to 4"))
    }
}

/// Whether a signal was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Tick {
    /// It was missed.
    #[serde(rename = "n")]
    Missed,
    /// It was there in part.
    #[serde(rename = "p")]
    Part,
    /// It was there.
    #[serde(rename = "y")]
    Hit,
}

impl Tick {
    /// The letter for it.
    pub fn letter(self) -> char {
        match self {
            Self::Missed => 'n',
            Self::Part => 'p',
            Self::Hit => 'y',
        }
    }

    /// In halves, so that sums stay whole numbers.
    fn halves(self) -> u32 {
        match self {
            Self::Missed => 0,
            Self::Part => 1,
            Self::Hit => 2,
        }
    }
}

/// What was ticked, by signal. A signal that nobody ticked was missed.
pub type Ticks = BTreeMap<SignalId, Tick>;

/// Everything a verdict is derived from, beside the question.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// What was ticked.
    pub ticks: &'a Ticks,
    /// The red flags that were heard, by their place in the question.
    pub flags: &'a [u8],
    /// How long the answer took.
    pub time: Time,
    /// Whether the question was ever answered before.
    pub first: bool,
}

/// How long an answer took, where that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// So many seconds.
    Seconds(u32),
    /// It does not count: switched off, or somebody else's ticks without a clock.
    Uncounted,
}

/// A verdict and what it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// How the answer did.
    pub verdict: Verdict,
    /// Why it is no better.
    pub reason: Reason,
    /// Weighted hits in percent, musts and shoulds only, cut off.
    pub percent: u32,
    /// Musts that were hit, of so many.
    pub musts: (usize, usize),
    /// Shoulds that were hit, of so many.
    pub shoulds: (usize, usize),
    /// Stretches that were hit, of so many.
    pub stretches: (usize, usize),
}

/// Why a verdict is no better than it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Something was said that ends the matter.
    FatalFlag,
    /// A must was missed.
    MustMissed,
    /// Less than half of it was there.
    UnderHalf,
    /// Something worrying was said.
    RedFlag,
    /// It took more than a quarter longer than the time box.
    OverTime,
    /// Less than three quarters of it was there.
    UnderThreeQuarters,
    /// Nothing is missing that the level asks.
    Complete,
    /// A stretch, nine tenths of the rest, in time, and not for the first time.
    Stretch,
}

impl Reason {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::FatalFlag => "a red flag that ends it",
            Self::MustMissed => "a must was missed",
            Self::UnderHalf => "less than half was there",
            Self::RedFlag => "a red flag was heard",
            Self::OverTime => "more than a quarter over time",
            Self::UnderThreeQuarters => "less than three quarters was there",
            Self::Complete => "what the level asks",
            Self::Stretch => "with a stretch, in time",
        }
    }
}

/// `must 3 of 4, should 1 of 2: a must was missed`
impl fmt::Display for Derived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hit, all) = self.musts;
        write!(f, "must {hit} of {all}")?;
        let (hit, all) = self.shoulds;
        if all > 0 {
            write!(f, ", should {hit} of {all}")?;
        }
        if self.stretches.0 > 0 {
            write!(f, ", stretch {}", self.stretches.0)?;
        }
        write!(f, ": {}", self.reason.words())
    }
}

/// How an answer to `question` did.
pub fn derive(question: &Question, evidence: Evidence<'_>) -> Derived {
    let tick = |id: &SignalId| evidence.ticks.get(id).copied().unwrap_or(Tick::Missed);
    let of = |need: Need| question.signals.iter().filter(move |signal| signal.need == need).map(|it| tick(&it.id));
    let hits = |need: Need| (of(need).filter(|tick| *tick == Tick::Hit).count(), of(need).count());
    let halves = |need: Need| of(need).map(Tick::halves).sum::<u32>();
    let most = |need: Need| of(need).map(|_| Tick::Hit.halves()).sum::<u32>();
    let (reached, highest) = (2 * halves(Need::Must) + halves(Need::Should), 2 * most(Need::Must) + most(Need::Should));
    // Whether the mean is at least so many hundredths, without a fraction that could fall on either side.
    let at_least = |hundredths: u32| reached * 100 >= highest * hundredths;
    let (musts, shoulds, stretches) = (hits(Need::Must), hits(Need::Should), hits(Need::Stretch));
    let flag = |place: &u8| question.red_flags.get(usize::from(*place));
    let fatal = evidence.flags.iter().filter_map(flag).any(|flag| flag.fatal);
    let over = match evidence.time {
        Time::Seconds(seconds) => seconds * 100 > u32::from(question.minutes) * 60 * 125,
        Time::Uncounted => false,
    };
    let within = match evidence.time {
        Time::Seconds(seconds) => seconds <= u32::from(question.minutes) * 60,
        Time::Uncounted => true,
    };
    let (verdict, reason) = if fatal {
        (Verdict::NotYet, Reason::FatalFlag)
    } else if of(Need::Must).any(|tick| tick == Tick::Missed) {
        (Verdict::NotYet, Reason::MustMissed)
    } else if !at_least(50) {
        (Verdict::NotYet, Reason::UnderHalf)
    } else if evidence.flags.iter().any(|place| flag(place).is_some()) {
        (Verdict::Thin, Reason::RedFlag)
    } else if over {
        (Verdict::Thin, Reason::OverTime)
    } else if !at_least(75) {
        (Verdict::Thin, Reason::UnderThreeQuarters)
    } else if at_least(90) && stretches.0 > 0 && within && !evidence.first {
        (Verdict::Above, Reason::Stretch)
    } else {
        (Verdict::AtLevel, Reason::Complete)
    };
    let percent = (reached * 100).checked_div(highest).unwrap_or(0);
    Derived { verdict, reason, percent, musts, shoulds, stretches }
}

#[cfg(test)]
mod tests;
