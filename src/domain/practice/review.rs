//! [`Review`]: one answer to one question, as it is kept for good: what was ticked, how long it took, what came of it.

use serde::{Deserialize, Serialize};

use super::day::Moment;
use super::verdict::{Derived, Evidence, Tick, Ticks, Time, Verdict, derive};
use crate::domain::WholeQuestionId;
use crate::domain::id::{RoleId, SignalId};
use crate::domain::question::Question;

/// One answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Review {
    /// The question.
    #[serde(rename = "q")]
    pub question: WholeQuestionId,
    /// Its revision, as it was answered.
    pub rev: u32,
    /// The role it was practised for.
    pub role: RoleId,
    /// When, by the wall.
    #[serde(flatten)]
    pub moment: Moment,
    /// How it came to be asked.
    pub mode: Mode,
    /// Seconds from the question to the commitment, time in the editor included, suspended time not.
    pub secs: u32,
    /// How the answer was thought to do, before the signals were seen.
    #[serde(rename = "pred", default, skip_serializing_if = "Option::is_none")]
    pub predicted: Option<Prediction>,
    /// What was ticked.
    #[serde(rename = "sig")]
    pub ticks: Ticks,
    /// The red flags that were heard, by their place in the question.
    #[serde(default)]
    pub flags: Vec<u8>,
    /// The verdict that followed from it.
    pub derived: Verdict,
    /// The verdict that counts: the derived one, or what somebody put in its place.
    pub rating: Verdict,
    /// Whether it was the first answer of its day when it was written. What counts is worked out anew from all answers.
    pub cold: bool,
    /// The file of the answer, under the data directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Box<str>>,
    /// An answer given aloud, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Box<str>>,
    /// The story that was told, by the name of its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<Box<str>>,
}

impl Review {
    /// What comes of one signal said in a drill, in so many seconds: the whole verdict rests on it.
    pub fn drilled(
        role: RoleId,
        (question, rev): (WholeQuestionId, u32),
        (signal, tick): (SignalId, Tick),
        moment: Moment,
        secs: u32,
    ) -> Self {
        let verdict = match tick {
            Tick::Missed => Verdict::NotYet,
            Tick::Part => Verdict::Thin,
            Tick::Hit => Verdict::AtLevel,
        };
        Self {
            question,
            rev,
            role,
            moment,
            mode: Mode::Drill,
            secs,
            predicted: None,
            ticks: Ticks::from([(signal, tick)]),
            flags: Vec::new(),
            derived: verdict,
            rating: verdict,
            cold: false,
            answer: None,
            said: None,
            story: None,
        }
    }

    /// The verdict on it with its reason, `question` being what it answered and `first` whether for the first time.
    pub fn derive(&self, question: &Question, first: bool) -> Derived {
        let time = if self.mode == Mode::Pair { Time::Uncounted } else { Time::Seconds(self.secs) };
        derive(question, Evidence { ticks: &self.ticks, flags: &self.flags, time, first })
    }
}

/// How a question came to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// In a session of practice.
    Practice,
    /// In a mock interview, nothing revealed until its end.
    Mock,
    /// By a colleague, who ticked.
    Pair,
    /// Once more, with the signals seen.
    Redo,
    /// One signal that was missed before.
    Drill,
}

impl Mode {
    /// Whether the answer says something about what sits: not once the signals have been seen.
    pub fn is_cold(self) -> bool {
        matches!(self, Self::Practice | Self::Mock | Self::Pair)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Mock => "mock",
            Self::Pair => "pair",
            Self::Redo => "redo",
            Self::Drill => "drill",
        }
    }
}

/// How an answer is thought to do. Serialised as 1 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Prediction {
    /// Not yet.
    NotYet,
    /// Close.
    Close,
    /// At level.
    AtLevel,
}

impl Prediction {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::NotYet, Self::Close, Self::AtLevel];

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Close => "close",
            Self::AtLevel => "at level",
        }
    }

    /// Whether an answer that did as `verdict` was foreseen.
    pub fn foresaw(self, verdict: Verdict) -> bool {
        match self {
            Self::NotYet => verdict == Verdict::NotYet,
            Self::Close => verdict == Verdict::Thin,
            Self::AtLevel => verdict >= Verdict::AtLevel,
        }
    }
}

impl From<Prediction> for u8 {
    fn from(prediction: Prediction) -> Self {
        prediction as Self + 1
    }
}

impl TryFrom<u8> for Prediction {
    type Error = String;

    fn try_from(figure: u8) -> Result<Self, String> {
        let place = usize::from(figure).checked_sub(1);
        let prediction = place.and_then(|place| Self::ALL.get(place));
        prediction.copied().ok_or_else(|| format!("{figure} is no prediction: 1 to 3"))
    }
}
