//! [`Sittings`]: what all entries about practising come to. Like everything folded from a journal it does not mind the
//! order of its lines nor a line that comes twice.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;

use super::given::{Given, Over};
use super::practised::{Practised, Session};
use crate::domain::practice::Review;
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::journal::{EntryId, Stamp};

/// Entries of one kind by their id, each with its time. Two under one id, as a damaged copy of a line may be, are told
/// apart by themselves, whichever came first.
pub(super) type ById<T> = BTreeMap<EntryId, (Timestamp, T)>;

/// Answers, dates, what is put aside and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sittings {
    pub(super) reviews: HashMap<WholeQuestionId, ById<Review>>,
    /// Answers of mock interviews, as they were given.
    pub(super) given: ById<Given>,
    /// Which mock interviews are over, by the entry of their first answer.
    pub(super) over: HashMap<EntryId, ById<Over>>,
    /// When a question was to begin anew.
    pub(super) fresh: HashMap<WholeQuestionId, ById<()>>,
    pub(super) flags: ById<(WholeQuestionId, Box<str>)>,
    pub(super) sessions: ById<Session>,
    pub(super) interviews: HashMap<RoleId, ById<Option<Date>>>,
    pub(super) suspended: HashMap<WholeQuestionId, ById<bool>>,
}

impl Sittings {
    /// Takes in one entry.
    pub(super) fn apply(&mut self, stamp: &Stamp, practised: &Practised) {
        match practised {
            Practised::Review(review) => {
                keep(self.reviews.entry(review.question.clone()).or_default(), stamp, Review::clone(review));
            }
            Practised::Given(given) => keep(&mut self.given, stamp, Given::clone(given)),
            Practised::Over { sitting, what } => keep(self.over.entry(sitting.clone()).or_default(), stamp, *what),
            Practised::Interview { role, on } => keep(self.interviews.entry(role.clone()).or_default(), stamp, *on),
            Practised::Suspend { question, on } => {
                keep(self.suspended.entry(question.clone()).or_default(), stamp, *on);
            }
            Practised::Flag { question, text } => {
                keep(&mut self.flags, stamp, (question.clone(), text.as_str().into()));
            }
            Practised::Fresh { question } => keep(self.fresh.entry(question.clone()).or_default(), stamp, ()),
            Practised::Session(session) => keep(&mut self.sessions, stamp, session.clone()),
        }
    }
}

/// Takes in one entry of a kind; of two under one id the greater stays.
pub(super) fn keep<T: Ord>(kept: &mut ById<T>, stamp: &Stamp, value: T) {
    let value = (stamp.at, value);
    let value = match kept.remove(&stamp.id) {
        Some(known) => known.max(value),
        None => value,
    };
    kept.insert(stamp.id.clone(), value);
}
