//! An entry: a record with the stamp that says who wrote it and when. Stamps order entries, whatever the order of
//! their lines. Knows no files.

use std::hash::{BuildHasher, RandomState};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a journal holds: how its records are written and read.
///
/// Written with serde as a map that begins with `"t"`; read by the value of `t` from the whole line.
pub trait Record: Serialize + Sized {
    /// The record of kind `kind` in `line`, or `None` for a kind or shape this program does not know.
    fn read(kind: &str, line: &str) -> Option<Self>;
}

/// A record with its stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<R> {
    /// When and by whom it was written.
    pub stamp: Stamp,
    /// What was written.
    pub record: R,
}

/// When an entry was written and its id. Later entries are greater; at the same time the ids decide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// When.
    pub at: Timestamp,
    /// Its id.
    pub id: EntryId,
}

/// The id of one entry: `<instance>-<number>`, or any other text somebody wrote by hand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub struct EntryId(Box<str>);

impl EntryId {
    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for EntryId {
    fn from(raw: &str) -> Self {
        Self(raw.into())
    }
}

/// Gives out stamps: each later than all it gave out and all it has seen, so that a clock set back undoes nothing.
#[derive(Debug)]
pub struct Stamper {
    instance: String,
    number: u64,
    newest: Timestamp,
}

impl Stamper {
    /// A stamper with an instance of its own.
    pub fn new() -> Self {
        // The standard library's hash keys come from the system's random source, which is all an instance needs.
        let instance = RandomState::new().hash_one((std::process::id(), Timestamp::now()));
        Self { instance: format!("{instance:016x}"), number: 0, newest: Timestamp::MIN }
    }

    /// Takes note of a time seen in the journal.
    pub fn seen(&mut self, at: Timestamp) {
        self.newest = self.newest.max(at);
    }

    /// The latest time it has seen or given out.
    pub fn newest(&self) -> Option<Timestamp> {
        (self.newest > Timestamp::MIN).then_some(self.newest)
    }

    /// The next stamp, at `now` or just after the newest one seen. To the millisecond, as it is written.
    pub fn stamp(&mut self, now: Timestamp) -> Stamp {
        let after_newest = self.newest.as_millisecond().saturating_add(1);
        let at = Timestamp::from_millisecond(now.as_millisecond().max(after_newest)).unwrap_or(Timestamp::MAX);
        self.newest = at;
        self.number += 1;
        Stamp { at, id: EntryId(format!("{}-{}", self.instance, self.number).into()) }
    }
}

impl Default for Stamper {
    fn default() -> Self {
        Self::new()
    }
}
