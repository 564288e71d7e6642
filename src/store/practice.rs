//! [`Practice`]: what all entries of the practice journal come to: how somebody judges themselves, what shows it, and how
//! they answered. A value: no file, no clock, no screen.
//!
//! The journal, `practice.jsonl`, holds what happened and nothing that follows from it. Nothing said is ever written
//! over: a later judgement stands beside the earlier ones, and what was said by mistake is withdrawn by a record of its
//! own. Beside the fields every journal has, format 1 has these kinds of record; kinds that a program does not know are
//! kept and passed over:
//!
//! ```json
//! {"t":"rating","skill":"idempotency","value":3}
//! {"t":"rating","role":"payments/senior","thread":"ledger","value":"with-support"}
//! {"t":"rating","role":"payments/senior","topic":"hiring","value":null}
//! {"t":"evidence","skill":"idempotency","text":"Retry keys for payouts","on":"2026-05-01"}
//! {"t":"review","q":"payments/senior#lost-day","rev":1,"role":"payments/senior","off":60,"day":"2026-05-01","mode":"practice",
//!  "secs":431,"pred":3,"sig":{"unknown-not-failed":"y","compensate":"n"},"flags":[],"derived":1,"rating":1,"cold":true}
//! {"t":"session","role":"payments/senior","mode":"practice","minutes":15,"secs":702,"reviews":["9f3a0c5d11e2b748-3"],
//!  "off":60,"day":"2026-05-01"}
//! {"t":"given","q":"payments/senior#lost-day","role":"payments/senior","off":60,"day":"2026-05-01","mode":"mock","secs":431,
//!  "pred":2,"said":"hold the payouts","sitting":"9f3a0c5d11e2b748-1","minutes":45,"spent":700,"questions":["..."]}
//! {"t":"over","sitting":"9f3a0c5d11e2b748-1","what":"asking"}
//! {"t":"interview","role":"payments/senior","on":"2026-05-14"}
//! {"t":"suspend","q":"payments#two-ledgers","on":true}
//! {"t":"flag","q":"payments#two-ledgers","text":"The third signal is no must"}
//! {"t":"fresh","q":"payments#two-ledgers"}
//! {"t":"withdraw","of":"9f3a0c5d11e2b748-3"}
//! {"t":"restore","of":"9f3a0c5d11e2b748-3"}
//! ```
//!
//! A skill's value is 0 to 5; that of an area of work or a decision, which belong to one role, is `no`, `with-support`
//! or `alone`; null says that nothing is known any more. An answer's day is the day it counts for, frozen as it was then;
//! `off` is the writer's distance from UTC in minutes. An answer of a mock interview is `given` as soon as it was, and stands for
//! what is left of the interview until it has its review or the interview is `over`: `asking`, or `all` of it. `withdraw` and `restore` name another record by its id: withdrawing
//! an answer undoes it, as if it had never been given.

mod given;
mod practised;
mod remark;
mod sittings;
mod told;

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::journal::{Entry, EntryId, Stamp};
use super::register::Register;
use crate::domain::gap::{Account, Evidence, Item, Rated};
use crate::domain::practice::{History, InterviewDay, Review, Scheduler, StudyDay};
use crate::domain::{RoleId, WholeQuestionId};
use crate::text::SafeText;
pub use given::{Given, Over, Waiting};
pub use practised::{Practised, Session};
pub use remark::Remark;
use remark::Said;
use sittings::{ById, Sittings, keep};
pub use told::{Tellings, Told};

/// How somebody judges themselves, what shows it, and how they answered.
///
/// Order and repetition of the entries do not matter, so reading the journal again is applying it again on top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Practice {
    /// Of each thing all that was said, by the id of its entry.
    said: HashMap<Item, ById<Said>>,
    /// What was practised.
    sittings: Sittings,
    /// Whether the entry of an id was withdrawn.
    withdrawn: HashMap<EntryId, Register<bool>>,
}

impl Practice {
    /// Takes in one entry.
    pub fn apply(&mut self, entry: &Entry<Remark>) {
        let Entry { stamp, record } = entry;
        let (item, said) = match record {
            Remark::Rating { item, value } => (item, Said::Rating(*value)),
            Remark::Evidence { item, text, on } => (item, Said::Evidence { on: *on, text: text.as_str().into() }),
            Remark::Practised(practised) => return self.sittings.apply(stamp, practised),
            Remark::Withdraw { of } => return self.withdrawn.entry(of.clone()).or_default().set(stamp, true),
            Remark::Restore { of } => return self.withdrawn.entry(of.clone()).or_default().set(stamp, false),
        };
        keep(self.said.entry(item.clone()).or_default(), stamp, said);
    }

    /// What is said about `item`.
    pub fn account(&self, item: &Item) -> Account {
        let ratings = self.standing(item).filter_map(|(_, at, said)| match said {
            Said::Rating(rating) => Some(Rated { at, rating: *rating }),
            Said::Evidence { .. } => None,
        });
        let evidence = self.evidence(item).into_iter().map(|(_, evidence)| evidence);
        Account { ratings: ratings.collect(), evidence: evidence.collect() }
    }

    /// What shows `item`, the earliest first and so in the order of [`Account::evidence`], with the ids by which it can
    /// be withdrawn.
    pub fn evidence(&self, item: &Item) -> Vec<(EntryId, Evidence)> {
        let evidence = self.standing(item).filter_map(|(id, at, said)| match said {
            Said::Evidence { on, text } => {
                Some((id.clone(), Evidence { text: SafeText::line(text), on: *on, noted: at }))
            }
            Said::Rating(_) => None,
        });
        let mut evidence: Vec<(EntryId, Evidence)> = evidence.collect();
        evidence
            .sort_by_key(|(_, evidence)| evidence.on.unwrap_or_else(|| evidence.noted.to_zoned(TimeZone::UTC).date()));
        evidence
    }

    /// The answers to `question` that count, the earliest first: none that was undone, none from before it began anew.
    pub fn reviews(&self, question: &WholeQuestionId) -> impl Iterator<Item = (&EntryId, &Review)> {
        let fresh = self.sittings.fresh.get(question).into_iter().flatten();
        let begun = fresh.filter(|(id, _)| self.stands(id)).map(|(id, (at, ()))| (*at, id)).max();
        let reviews = self.sittings.reviews.get(question).into_iter().flatten();
        let mut reviews: Vec<_> =
            reviews.filter(|(id, (at, _))| self.stands(id) && begun.is_none_or(|begun| begun < (*at, *id))).collect();
        reviews.sort_by_key(|(id, (at, _))| (*at, *id));
        reviews.into_iter().map(|(id, (_, review))| (id, review))
    }

    /// What the answers to `question` come to.
    pub fn history(&self, question: &WholeQuestionId, scheduler: &Scheduler) -> History {
        History::of(self.reviews(question).map(|(_, review)| review.clone()), scheduler)
    }

    /// All answers that were not undone, with their times, the earliest first.
    pub fn log(&self) -> Vec<(Stamp, &Review)> {
        let reviews = self.sittings.reviews.values().flatten().filter(|(id, _)| self.stands(id));
        let mut log: Vec<_> = reviews.map(|(id, (at, review))| (Stamp { at: *at, id: id.clone() }, review)).collect();
        log.sort_by(|(one, _), (other, _)| one.cmp(other));
        log
    }

    /// The last answer on `day` that was not undone: what undoing takes back, whichever session it was given in.
    pub fn last_review_on(&self, day: StudyDay) -> Option<(EntryId, &Review)> {
        let last = self.log().into_iter().rev().find(|(_, review)| review.moment.day == day);
        last.map(|(stamp, review)| (stamp.id, review))
    }

    /// The last day on which something was practised, undone or not.
    pub fn last_day(&self) -> Option<StudyDay> {
        let Sittings { reviews, given, sessions, .. } = &self.sittings;
        let reviews = reviews.values().flatten().map(|(_, (_, review))| review.moment.day);
        let given = given.values().map(|(_, given)| given.moment.day);
        let sessions = sessions.values().map(|(_, session)| session.moment.day);
        reviews.chain(given).chain(sessions).max()
    }

    /// The answer that the entry `id` holds, if it was not undone.
    pub fn review(&self, id: &EntryId) -> Option<&Review> {
        let (_, review) = self.sittings.reviews.values().find_map(|reviews| reviews.get(id))?;
        self.stands(id).then_some(review)
    }

    /// The sittings, the earliest first.
    pub fn sessions(&self) -> Vec<(Stamp, &Session)> {
        let sessions = self.sittings.sessions.iter().filter(|(id, _)| self.stands(id));
        let mut sessions: Vec<_> =
            sessions.map(|(id, (at, session))| (Stamp { at: *at, id: id.clone() }, session)).collect();
        sessions.sort_by(|(one, _), (other, _)| one.cmp(other));
        sessions
    }

    /// The day of the interview for `role`.
    pub fn interview(&self, role: &RoleId) -> Option<InterviewDay> {
        let days = self.sittings.interviews.get(role)?;
        self.latest(days).copied().flatten().map(InterviewDay::on)
    }

    /// The roles with a day of an interview, by the day.
    pub fn interviews(&self) -> Vec<(&RoleId, InterviewDay)> {
        let roles = self.sittings.interviews.keys();
        let mut interviews: Vec<_> = roles.filter_map(|role| Some((role, self.interview(role)?))).collect();
        interviews.sort_by_key(|(role, day)| (*day, *role));
        interviews
    }

    /// Whether `question` is put aside.
    pub fn is_suspended(&self, question: &WholeQuestionId) -> bool {
        self.sittings.suspended.get(question).and_then(|said| self.latest(said)) == Some(&true)
    }

    /// What is wrong with questions, the earliest first, with the ids by which it can be withdrawn.
    pub fn flags(&self) -> Vec<(Stamp, &WholeQuestionId, SafeText)> {
        let flags = self.sittings.flags.iter().filter(|(id, _)| self.stands(id));
        let mut flags: Vec<_> = flags
            .map(|(id, (at, (question, text)))| (Stamp { at: *at, id: id.clone() }, question, SafeText::line(text)))
            .collect();
        flags.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        flags
    }

    /// The latest of `said` that was not withdrawn.
    fn latest<'a, T>(&self, said: &'a ById<T>) -> Option<&'a T> {
        let standing = said.iter().filter(|(id, _)| self.stands(id));
        standing.max_by_key(|(id, (at, _))| (*at, *id)).map(|(_, (_, value))| value)
    }

    fn stands(&self, id: &EntryId) -> bool {
        self.withdrawn.get(id).and_then(Register::get) != Some(&true)
    }

    /// What was said about `item` and not withdrawn, the earliest first.
    fn standing(&self, item: &Item) -> impl Iterator<Item = (&EntryId, Timestamp, &Said)> {
        let said = self.said.get(item).into_iter().flatten();
        let mut standing: Vec<_> =
            said.filter(|(id, _)| self.stands(id)).map(|(id, (at, said))| (id, *at, said)).collect();
        standing.sort_by_key(|(id, at, _)| (*at, *id));
        standing.into_iter()
    }
}

impl<'a> Extend<&'a Entry<Remark>> for Practice {
    fn extend<T: IntoIterator<Item = &'a Entry<Remark>>>(&mut self, entries: T) {
        entries.into_iter().for_each(|entry| self.apply(entry));
    }
}

impl<'a> FromIterator<&'a Entry<Remark>> for Practice {
    fn from_iter<T: IntoIterator<Item = &'a Entry<Remark>>>(entries: T) -> Self {
        let mut practice = Self::default();
        practice.extend(entries);
        practice
    }
}
