//! What is kept of practising: answers, dates of interviews, what is put aside, what is wrong with a question.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::given::{Given, Over};
use crate::domain::practice::{Mode, Moment, Review};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::journal::EntryId;

/// Something that happened in practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub enum Practised {
    /// A question was answered.
    Review(Box<Review>),
    /// A question of a mock interview was answered; it is judged later.
    Given(Box<Given>),
    /// A mock interview is over, or its asking is.
    Over {
        /// The entry of its first answer.
        sitting: EntryId,
        /// How much of it.
        what: Over,
    },
    /// The interview for a role is on a day, or on none.
    Interview {
        /// The role.
        role: RoleId,
        /// The day.
        on: Option<Date>,
    },
    /// A question is put aside, or taken up again.
    Suspend {
        /// The question.
        #[serde(rename = "q")]
        question: WholeQuestionId,
        /// Whether it is put aside.
        on: bool,
    },
    /// Something is wrong with a question.
    Flag {
        /// The question.
        #[serde(rename = "q")]
        question: WholeQuestionId,
        /// What, as it was typed.
        text: String,
    },
    /// A question has changed, and its answers so far count no more.
    Fresh {
        /// The question.
        #[serde(rename = "q")]
        question: WholeQuestionId,
    },
    /// A session came to its end.
    Session(Session),
}

/// A sitting: questions answered one after another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Session {
    /// The role it was for.
    pub role: RoleId,
    /// What kind of sitting.
    pub mode: Mode,
    /// The minutes it was to take.
    pub minutes: u16,
    /// The seconds it took, suspended time not counted.
    pub secs: u32,
    /// Its answers, by the ids of their entries.
    pub reviews: Vec<EntryId>,
    /// When it ended.
    #[serde(flatten)]
    pub moment: Moment,
}

impl Practised {
    /// Reads the record of kind `kind` in `line`.
    pub(super) fn read(kind: &str, line: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Named {
            role: RoleId,
            // Named even so, or a line without a day would take the interview away.
            #[serde(deserialize_with = "Option::deserialize")]
            on: Option<Date>,
        }
        #[derive(Deserialize)]
        struct Aside {
            q: WholeQuestionId,
            on: bool,
        }
        #[derive(Deserialize)]
        struct Wrong {
            q: WholeQuestionId,
            text: String,
        }
        #[derive(Deserialize)]
        struct Ended {
            sitting: EntryId,
            what: Over,
        }
        #[derive(Deserialize)]
        struct Anew {
            q: WholeQuestionId,
        }
        fn fields<'a, T: Deserialize<'a>>(line: &'a str) -> Option<T> {
            serde_json::from_str(line).ok()
        }
        match kind {
            "review" => fields(line).map(Self::Review),
            "given" => fields(line).map(Self::Given),
            "over" => fields(line).map(|Ended { sitting, what }| Self::Over { sitting, what }),
            "interview" => fields(line).map(|Named { role, on }| Self::Interview { role, on }),
            "suspend" => fields(line).map(|Aside { q, on }| Self::Suspend { question: q, on }),
            "flag" => fields(line).map(|Wrong { q, text }| Self::Flag { question: q, text }),
            "fresh" => fields(line).map(|Anew { q }| Self::Fresh { question: q }),
            "session" => fields(line).map(Self::Session),
            _ => None,
        }
    }
}
