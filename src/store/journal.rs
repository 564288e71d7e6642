//! A journal: a file of one JSON record a line that is only ever appended to. Never rewritten, renamed or shortened,
//! so links, mounts, modes and records of newer versions stay as they are. Knows nothing of what the records mean.
//!
//! ```json
//! {"v":1,"id":"9f3a0c5d11e2b748-3","at":"2026-11-22T22:16:00.123Z","t":"bookmark.add","of":"payments/senior","c":"5d1f03aa"}
//! ```
//!
//! | Field | Meaning |
//! |---|---|
//! | `v` | shape of the record; a field more does not raise it. A larger one than [`READER`] is left alone |
//! | `id` | writer and number, unique; the same id twice is the same record twice |
//! | `at` | when, in UTC, to the millisecond; never before a record the writer had seen |
//! | `t` | what kind of record; unknown kinds are left alone |
//! | `min_reader` | on any line: programs that read less than this version must not write here |
//! | `c` | CRC-32 (IEEE) in eight hex digits over the bytes of the line before `,"c":"`, always last |
//!
//! Lines written by hand may leave out all but `t`: no `v` is 1, no `id` is the line's own checksum, no `at` is
//! just after all lines above.

mod append;
mod entry;
mod inspect;
mod line;
mod lock;
mod quarantine;
mod read;
mod watch;

use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::clock;
pub(super) use append::append;
pub use append::{SaveError, Saved, Step};
pub use entry::{Entry, EntryId, Record, Stamp, Stamper};
pub use inspect::{Fault, Inspection, What, inspect};
pub use line::{LONGEST_RECORD, READER, lines};
pub use lock::Lock;
pub use quarantine::{Quarantine, QuarantineAge};
pub use read::{Findings, ReadError, Reading};
use watch::Watch;

/// One journal as this process sees it: where it is, what was read last, and the stamp the next entry gets.
#[derive(Debug)]
pub struct Journal<R> {
    path: Option<PathBuf>,
    stamper: Stamper,
    watch: Watch,
    /// The version a program must read to write here, if the journal asks for one.
    min_reader: Option<u64>,
    records: PhantomData<fn() -> R>,
}

impl<R: Record> Journal<R> {
    /// The journal at `path`, which need not exist; without one it reads empty and saves nothing.
    pub fn new(path: Option<PathBuf>) -> Self {
        Self { path, stamper: Stamper::new(), watch: Watch::default(), min_reader: None, records: PhantomData }
    }

    /// Where it is.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Reads all of it. Never waits for a lock, never writes to it; lines that cannot be read are copied beside it.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be read. One that is not there is empty.
    pub fn read(&mut self) -> Result<Reading<R>, ReadError> {
        let Some(path) = &self.path else { return Ok(Reading::default()) };
        let (reading, fingerprint) = read::read(path)?;
        self.watch = Watch::new(fingerprint);
        self.min_reader = reading.findings.min_reader;
        if let Some(newest) = reading.newest {
            self.stamper.seen(newest);
        }
        Ok(reading)
    }

    /// All of it, without a trace: nothing is copied beside it, and nothing is remembered of what was seen.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be read. One that is not there is empty.
    pub fn look(&self) -> Result<Reading<R>, ReadError> {
        let Some(path) = &self.path else { return Ok(Reading::default()) };
        read::look(path).map(|(reading, ..)| reading)
    }

    /// Makes `record` an entry of this moment, later than any that was read.
    pub fn entry(&mut self, record: R) -> Entry<R> {
        Entry { stamp: self.stamper.stamp(clock::now()), record }
    }

    /// Appends `entries` and waits until they are on disk; [`super::Saver`] does the same without waiting.
    ///
    /// # Errors
    ///
    /// When nothing was kept; what was in the journal before still is.
    pub fn append(&mut self, entries: &[Entry<R>]) -> Result<Saved, SaveError> {
        let saved = append(self.writable()?, entries)?;
        self.appended(&saved);
        Ok(saved)
    }

    /// Where to append, unless this program must not.
    pub(super) fn writable(&self) -> Result<&Path, SaveError> {
        let path = self.path.as_deref().ok_or(SaveError::Nowhere)?;
        match self.min_reader.filter(|needed| *needed > READER) {
            Some(needed) => Err(SaveError::NewerJournal { path: path.to_owned(), needed }),
            None => Ok(path),
        }
    }

    /// Takes note of an append of this process, so that it does not count as somebody else's.
    pub(super) fn appended(&mut self, saved: &Saved) {
        self.watch.appended(saved);
    }

    /// The later of the latest time on a line, of those read or written here, and of the last change of the file.
    pub fn touched(&self) -> Option<Timestamp> {
        let changed = self.path.as_deref().and_then(|path| path.metadata().ok()?.modified().ok());
        self.stamper.newest().max(changed.and_then(|changed| changed.try_into().ok()))
    }

    /// Whether anybody else has written, replaced or deleted the file since it was read. One `stat`.
    pub fn changed_elsewhere(&self) -> bool {
        self.path.as_deref().is_some_and(|path| self.watch.changed(path))
    }
}
