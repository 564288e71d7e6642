//! What somebody says of themselves or did in practice, and how it is written in the journal.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::practised::Practised;
use crate::domain::gap::{Item, Rating};
use crate::domain::{RoleId, SkillId, ThreadId, TopicId};
use crate::store::journal::{Entry, EntryId, Record};

/// One thing somebody says of themselves, did in practice, or takes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub enum Remark {
    /// Judges something; the judgements before stay.
    Rating {
        /// What.
        #[serde(flatten)]
        item: Item,
        /// How; `None` says that nothing is known any more.
        value: Option<Rating>,
    },
    /// Names something that shows it.
    Evidence {
        /// What it shows.
        #[serde(flatten)]
        item: Item,
        /// As it was typed.
        text: String,
        /// The day it happened.
        #[serde(skip_serializing_if = "Option::is_none")]
        on: Option<Date>,
    },
    /// Takes another entry back.
    Withdraw {
        /// Which.
        of: EntryId,
    },
    /// Has it count again.
    Restore {
        /// Which.
        of: EntryId,
    },
    /// Something that happened in practice.
    #[serde(untagged)]
    Practised(Practised),
}

/// What an entry says about its item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// A judgement.
    Rating(Option<Rating>),
    /// Something that shows it.
    Evidence {
        /// The day it happened.
        on: Option<Date>,
        /// As it was typed.
        text: Box<str>,
    },
}

impl Remark {
    /// The remark that undoes `entry`.
    pub fn inverse(entry: &Entry<Self>) -> Self {
        match &entry.record {
            Self::Withdraw { of } => Self::Restore { of: of.clone() },
            Self::Restore { of } => Self::Withdraw { of: of.clone() },
            Self::Rating { .. } | Self::Evidence { .. } | Self::Practised(_) => {
                Self::Withdraw { of: entry.stamp.id.clone() }
            }
        }
    }
}

/// The fields by which a record names its item.
#[derive(Deserialize)]
struct Named {
    skill: Option<SkillId>,
    role: Option<RoleId>,
    thread: Option<ThreadId>,
    topic: Option<TopicId>,
}

impl Named {
    /// The one item that is named.
    fn item(self) -> Option<Item> {
        match self {
            Self { skill: Some(skill), role: _, thread: None, topic: None } => Some(Item::Skill { skill }),
            Self { skill: None, role: Some(role), thread: Some(thread), topic: None } => {
                Some(Item::Thread { role, thread })
            }
            Self { skill: None, role: Some(role), thread: None, topic: Some(topic) } => {
                Some(Item::Decision { role, topic })
            }
            _ => None,
        }
    }
}

impl Record for Remark {
    fn read(kind: &str, line: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Judged {
            // Named even so, or a line without a value would read as null.
            #[serde(deserialize_with = "Option::deserialize")]
            value: Option<Rating>,
        }
        #[derive(Deserialize)]
        struct Shown {
            text: String,
            on: Option<Date>,
        }
        #[derive(Deserialize)]
        struct Of {
            of: EntryId,
        }
        fn fields<'a, T: Deserialize<'a>>(line: &'a str) -> Option<T> {
            serde_json::from_str(line).ok()
        }
        let item = || fields::<Named>(line).and_then(Named::item);
        match kind {
            "rating" => {
                let (item, Judged { value }) = (item()?, fields(line)?);
                let fits = value.is_none_or(|value| value.fits(item.kind()));
                fits.then_some(Self::Rating { item, value })
            }
            "evidence" => {
                let Shown { text, on } = fields(line)?;
                Some(Self::Evidence { item: item()?, text, on })
            }
            "withdraw" => fields(line).map(|Of { of }| Self::Withdraw { of }),
            "restore" => fields(line).map(|Of { of }| Self::Restore { of }),
            _ => Practised::read(kind, line).map(Self::Practised),
        }
    }
}
