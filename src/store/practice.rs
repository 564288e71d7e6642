//! [`Practice`]: what all entries of the practice journal come to: how somebody judges themselves and what shows it.
//! A value: no file, no clock, no screen.
//!
//! The journal, `practice.jsonl`, holds what happened and nothing that follows from it. Nothing said is ever written
//! over: a later judgement stands beside the earlier ones, and what was said by mistake is withdrawn by a record of its
//! own. Beside the fields every journal has, format 1 has these kinds of record; kinds that a program does not know
//! (reviews of practice come next) are kept and passed over:
//!
//! ```json
//! {"t":"rating","skill":"idempotency","value":3}
//! {"t":"rating","role":"payments/senior","thread":"ledger","value":"with-support"}
//! {"t":"rating","role":"payments/senior","topic":"hiring","value":null}
//! {"t":"evidence","skill":"idempotency","text":"Retry keys for payouts","on":"2026-05-01"}
//! {"t":"withdraw","of":"9f3a0c5d11e2b748-3"}
//! {"t":"restore","of":"9f3a0c5d11e2b748-3"}
//! ```
//!
//! A skill's value is 0 to 5; that of an area of work or a decision, which belong to one role, is `no`, `with-support`
//! or `alone`; null says that nothing is known any more. `withdraw` and `restore` name another record by its id.

mod remark;

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::journal::{Entry, EntryId};
use super::register::Register;
use crate::domain::gap::{Account, Evidence, Item, Rated};
use crate::text::SafeText;
pub use remark::Remark;
use remark::Said;

/// How somebody judges themselves and what shows it.
///
/// Order and repetition of the entries do not matter, so reading the journal again is applying it again on top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Practice {
    /// Of each thing all that was said, by the id of its entry.
    said: HashMap<Item, BTreeMap<EntryId, (Timestamp, Said)>>,
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
            Remark::Withdraw { of } => return self.withdrawn.entry(of.clone()).or_default().set(stamp, true),
            Remark::Restore { of } => return self.withdrawn.entry(of.clone()).or_default().set(stamp, false),
        };
        let said = (stamp.at, said);
        let known = self.said.entry(item.clone()).or_default();
        // Two records under one id, as a damaged copy of a line may be: the greater one, whichever came first.
        let kept = known.entry(stamp.id.clone()).or_insert_with(|| said.clone());
        if said > *kept {
            *kept = said;
        }
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

    /// Whether nothing is said about anything.
    pub fn is_empty(&self) -> bool {
        self.said.keys().all(|item| self.standing(item).next().is_none())
    }

    /// What was said about `item` and not withdrawn, the earliest first.
    fn standing(&self, item: &Item) -> impl Iterator<Item = (&EntryId, Timestamp, &Said)> {
        let said = self.said.get(item).into_iter().flatten();
        let stands = |(id, _): &(&EntryId, _)| self.withdrawn.get(*id).and_then(Register::get) != Some(&true);
        let mut standing: Vec<_> = said.filter(stands).map(|(id, (at, said))| (id, *at, said)).collect();
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
