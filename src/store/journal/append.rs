//! Appending to a journal so that what is acknowledged is kept: one write under the lock, synced before anybody is
//! told. Never renames, never shortens but by what it wrote itself.

use std::fmt;
use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::entry::{Entry, EntryId, Record};
use super::line::{self, LONGEST_RECORD};
use super::lock::{self, Lock};
use super::watch::Fingerprint;
use crate::store::disk::{self, Purpose, shown};

/// Entries that are on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Their ids, in the order they were written.
    pub entries: Vec<EntryId>,
    /// Whether the journal was locked meanwhile.
    pub lock: Lock,
    pub(super) before: Fingerprint,
    pub(super) after: Fingerprint,
    pub(super) bytes: u64,
}

impl Saved {
    /// What a reader should know although all went well.
    pub fn caution(&self) -> Option<&'static str> {
        match self.lock {
            Lock::Held => None,
            Lock::TimedOut => Some("saved without a lock: another process has held it for 2 seconds"),
            Lock::Unavailable => Some("saved without a lock: files cannot be locked there"),
        }
    }
}

/// Why nothing was kept. The journal holds what it held before.
#[derive(Debug, Error)]
pub enum SaveError {
    /// There is no directory to keep anything in.
    #[error("NOT SAVED: no directory to keep it in (see `rungs config path`)")]
    Nowhere,
    /// The journal says that this program is too old to write to it.
    #[error("NOT SAVED: {} belongs to a newer rungs (format {needed}); it is left as it is", shown(.path))]
    NewerJournal {
        /// The journal.
        path: PathBuf,
        /// The version of format it asks for.
        needed: u64,
    },
    /// A record too long to be read again.
    #[error("NOT SAVED to {}: {length} bytes in one record, {LONGEST_RECORD} is the most; the file is unchanged", shown(.path))]
    TooLong {
        /// The journal.
        path: PathBuf,
        /// The record's length in bytes.
        length: usize,
    },
    /// The system refused.
    #[error("NOT SAVED to {}: {step}: {source}; what was saved before is untouched", shown(.path))]
    Refused {
        /// The journal.
        path: PathBuf,
        /// What was being done.
        step: Step,
        /// What the system said.
        source: io::Error,
    },
}

/// What an append was doing when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Starting the thread that saves.
    Start,
    /// Making the directory.
    MakeDirectory,
    /// Putting the record into words.
    Encode,
    /// Opening the file.
    Open,
    /// Looking at its end.
    Look,
    /// Writing.
    Write,
    /// Making sure that it is on the disk.
    Sync,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Start => "no thread to save it",
            Self::MakeDirectory => "cannot make its directory",
            Self::Encode => "cannot be written as JSON",
            Self::Open => "cannot open it",
            Self::Look => "cannot look at its end",
            Self::Write => "cannot write",
            Self::Sync => "the disk did not confirm it",
        })
    }
}

/// An append that failed at a step.
#[derive(Debug)]
struct Failure(Step, io::Error);

impl Step {
    fn failed(self) -> impl FnOnce(io::Error) -> Failure {
        move |error| Failure(self, error)
    }
}

/// Appends `entries` to the journal at `path` and returns when they are on disk.
pub(in crate::store) fn append<R: Record>(path: &Path, entries: &[Entry<R>]) -> Result<Saved, SaveError> {
    let refused = |Failure(step, source)| SaveError::Refused { path: path.to_owned(), step, source };
    let mut text = String::from("\n");
    for entry in entries {
        let line = line::encode(entry).map_err(|error| refused(Failure(Step::Encode, error.into())))?;
        if line.len() > LONGEST_RECORD {
            return Err(SaveError::TooLong { path: path.to_owned(), length: line.len() });
        }
        text.push_str(&line);
        text.push('\n');
    }
    disk::make_directory(disk::parent(path)).map_err(Step::MakeDirectory.failed()).map_err(refused)?;
    let (lock, guard) = lock::take(path);
    let written = again_if_not_synced(|| write(path, &text, lock)).map_err(refused)?;
    drop(guard);
    let Written { before, after, bytes } = written;
    let entries = entries.iter().map(|entry| entry.stamp.id.clone()).collect();
    Ok(Saved { entries, lock, before, after, bytes })
}

/// What one write did to the file.
struct Written {
    before: Fingerprint,
    after: Fingerprint,
    bytes: u64,
}

/// Tries once more, from the open on, what the disk did not confirm: a file that failed to sync may say yes the next
/// time and still have dropped the data. The ids make writing the same entries twice harmless.
fn again_if_not_synced<T>(mut attempt: impl FnMut() -> Result<T, Failure>) -> Result<T, Failure> {
    match attempt() {
        Err(Failure(Step::Sync, _)) => attempt(),
        outcome => outcome,
    }
}

/// Writes `text`, which begins with a line break for the case that the last line has none.
fn write(path: &Path, text: &str, lock: Lock) -> Result<Written, Failure> {
    let mut file = disk::open(path, Purpose::Append).map_err(Step::Open.failed())?;
    let before = Fingerprint::of(&file.metadata().map_err(Step::Look.failed())?);
    let torn = ends_torn(&file, before.length()).map_err(Step::Look.failed())?;
    let bytes = text.as_bytes().get(usize::from(!torn)..).unwrap_or_default();
    write_whole(&mut file, bytes, before.length(), lock).map_err(Step::Write.failed())?;
    file.sync_data().map_err(Step::Sync.failed())?;
    disk::sync_names_of(path).map_err(Step::Sync.failed())?;
    let after = Fingerprint::of(&file.metadata().map_err(Step::Look.failed())?);
    Ok(Written { before, after, bytes: bytes.len() as u64 })
}

/// Whether the last line has no end, so that the next would be glued to it.
fn ends_torn(file: &File, length: u64) -> io::Result<bool> {
    let Some(last) = length.checked_sub(1) else { return Ok(false) };
    let mut byte = [0];
    Ok(file.read_at(&mut byte, last)? == 1 && byte != *b"\n")
}

/// One write, and more only if the system took a part. What a failed one left behind is cut off again, but only
/// under the lock and if nobody else wrote behind it.
fn write_whole(file: &mut File, bytes: &[u8], before: u64, lock: Lock) -> io::Result<()> {
    let (written, outcome) = write_on(file, bytes);
    if outcome.is_err() {
        take_back(file, before, written, lock);
    }
    outcome
}

/// Writes until all is written or the system refuses, and says how many bytes it took.
fn write_on(file: &mut impl Write, bytes: &[u8]) -> (usize, io::Result<()>) {
    let mut written = 0;
    while let Some(rest) = bytes.get(written..).filter(|rest| !rest.is_empty()) {
        match file.write(rest) {
            Ok(0) => return (written, Err(io::ErrorKind::WriteZero.into())),
            Ok(count) => written += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return (written, Err(error)),
        }
    }
    (written, Ok(()))
}

fn take_back(file: &File, before: u64, written: usize, lock: Lock) {
    let ours_is_last = file.metadata().is_ok_and(|now| now.len() == before + written as u64);
    if lock == Lock::Held && ours_is_last {
        let _ = file.set_len(before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failing(failures: &mut Vec<Step>) -> Result<(), Failure> {
        failures.pop().map_or(Ok(()), |step| Err(Failure(step, io::ErrorKind::Other.into())))
    }

    #[test]
    fn what_the_disk_did_not_confirm_is_written_once_more() {
        let mut once = vec![Step::Sync];
        assert!(again_if_not_synced(|| failing(&mut once)).is_ok());
        let mut twice = vec![Step::Sync, Step::Sync, Step::Sync];
        assert!(again_if_not_synced(|| failing(&mut twice)).is_err());
        assert_eq!(twice.len(), 1);
    }

    #[test]
    fn any_other_failure_is_final() {
        let mut steps = vec![Step::Sync, Step::Write];
        assert!(again_if_not_synced(|| failing(&mut steps)).is_err());
        assert_eq!(steps, [Step::Sync]);
    }

    /// A disk that answers each write as it was told to, and then takes nothing more.
    struct Disk(Vec<io::Result<usize>>, Vec<u8>);

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let count = self.0.pop().unwrap_or(Ok(0))?;
            self.1.extend(bytes.iter().take(count));
            Ok(count)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_write_that_was_interrupted_or_taken_in_part_goes_on_until_the_disk_refuses() {
        let full = || io::Error::from(io::ErrorKind::StorageFull);
        let interrupted = || Err(io::ErrorKind::Interrupted.into());
        let written = |mut answers: Vec<io::Result<usize>>| {
            answers.reverse();
            let mut disk = Disk(answers, Vec::new());
            let (written, outcome) = write_on(&mut disk, b"whole");
            (written, disk.1, outcome.map_err(|error| error.kind()))
        };
        assert_eq!(written(vec![interrupted(), Ok(2), interrupted(), Ok(3)]), (5, b"whole".to_vec(), Ok(())));
        assert_eq!(written(vec![Ok(2), Err(full())]), (2, b"wh".to_vec(), Err(io::ErrorKind::StorageFull)));
        assert_eq!(written(vec![Ok(1), Ok(0), Ok(4)]), (1, b"w".to_vec(), Err(io::ErrorKind::WriteZero)));
    }

    #[test]
    fn what_is_left_of_a_failed_write_is_taken_back_under_the_lock_if_it_is_the_end() {
        let length = |written: usize, lock: Lock| {
            let mut file = tempfile::tempfile().expect("a file");
            file.write_all(b"kept\nhal").expect("written");
            take_back(&file, 5, written, lock);
            file.metadata().expect("a length").len()
        };
        assert_eq!(length(3, Lock::Held), 5);
        assert_eq!((length(3, Lock::TimedOut), length(3, Lock::Unavailable)), (8, 8), "it may be anybody's");
        assert_eq!((length(2, Lock::Held), length(4, Lock::Held)), (8, 8), "somebody else wrote, or took away");
    }
}
