//! Journals as a command uses them: read once, told what was found, appended to before anything is printed.

use std::path::PathBuf;

use super::output::message;
use super::{Exit, Failure};
use crate::store::{Bookmarks, Change, Entry, Journal, Places, Practice, Record, Remark};

/// The journal at `path` and its entries; what there is to say about it is told under `name`.
pub(super) fn read<R: Record>(path: Option<PathBuf>, name: &str) -> Result<(Journal<R>, Vec<Entry<R>>), Failure> {
    let mut journal = Journal::new(path);
    let reading = journal.read().map_err(|error| Failure::new(Exit::Unwritable, error.to_string()))?;
    if let Some(notice) = reading.findings.notice() {
        message(&format!("{name}: {notice}"));
    }
    Ok((journal, reading.entries))
}

/// The journal of bookmarks, and what it comes to.
pub(super) fn bookmarks(places: &Places) -> Result<(Journal<Change>, Bookmarks), Failure> {
    let (journal, entries) = read(places.bookmarks(), "bookmarks")?;
    Ok((journal, entries.iter().collect()))
}

/// The journal of practice, and what it comes to.
pub(super) fn practice(places: &Places) -> Result<(Journal<Remark>, Practice), Failure> {
    let (journal, entries) = read(places.practice(), "practice")?;
    Ok((journal, entries.iter().collect()))
}

/// Writes `entries`.
pub(super) fn append<R: Record>(journal: &mut Journal<R>, entries: &[Entry<R>]) -> Result<(), Failure> {
    let refused = |error: crate::store::SaveError| Failure::new(Exit::Unwritable, error.to_string());
    journal.append(entries).map(drop).map_err(refused)
}

/// Writes `records` as entries of this moment, all of them or none.
pub(super) fn keep_all<R: Record>(journal: &mut Journal<R>, records: Vec<R>) -> Result<Vec<Entry<R>>, Failure> {
    let entries: Vec<Entry<R>> = records.into_iter().map(|record| journal.entry(record)).collect();
    append(journal, &entries)?;
    Ok(entries)
}

/// Writes `record`, as an entry of this moment.
pub(super) fn keep<R: Record>(journal: &mut Journal<R>, record: R) -> Result<Entry<R>, Failure> {
    let entry = journal.entry(record);
    append(journal, std::slice::from_ref(&entry))?;
    Ok(entry)
}
