//! Lines that could not be read, copied beside their journal so that a person or a later program can look at them.
//! The journal keeps them too: nothing is ever taken out of it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::line::checksum;
use crate::store::disk::{self, Purpose};

/// The most that is copied, in bytes; a journal full of zeros has no more to tell.
const LARGEST: usize = 16 << 20;

/// Where unreadable lines were copied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantine {
    /// The copy, named after what is in it: the same damage makes no second one.
    pub path: PathBuf,
    /// Whether this reading made it; an old one is no news.
    pub age: QuarantineAge,
}

/// Whether a quarantine file was there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuarantineAge {
    /// Made just now.
    New,
    /// Made by an earlier reading of the same lines.
    Known,
}

/// The unreadable lines of one reading.
#[derive(Debug, Default)]
pub(super) struct Unreadable(Vec<u8>);

impl Unreadable {
    /// Adds a line.
    pub(super) fn push(&mut self, line: &[u8]) {
        if self.0.len() + line.len() < LARGEST {
            self.0.extend_from_slice(line);
            self.0.push(b'\n');
        }
    }

    /// Copies the lines beside `journal`. A copy that cannot be made is no error: the lines are still in the journal.
    pub(super) fn keep(&self, journal: &Path) -> Option<Quarantine> {
        if self.0.is_empty() {
            return None;
        }
        let path = disk::beside(journal, &format!(".corrupt-{}", checksum(&self.0)));
        let mut file = match disk::open(&path, Purpose::Create) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Some(Quarantine { path, age: QuarantineAge::Known });
            }
            Err(_) => return None,
        };
        if file.write_all(&self.0).is_err() {
            // Half a copy would stand in the way of a whole one at the next start.
            let _ = fs::remove_file(&path);
            return None;
        }
        Some(Quarantine { path, age: QuarantineAge::New })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_much_is_copied_and_not_one_byte_more() {
        let copied = |length: usize| {
            let mut unreadable = Unreadable::default();
            unreadable.push(&vec![b'x'; length]);
            unreadable.0.len()
        };
        assert_eq!((copied(LARGEST - 1), copied(LARGEST)), (LARGEST, 0), "with its line break");
    }
}
