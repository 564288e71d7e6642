//! A note on its way through an editor: a private file of its own, deleted only when its text has been taken over.
//! Knows no editors.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::disk::{self, Purpose, shown};

/// The longest note that is taken back from an editor, in bytes.
const LONGEST: u64 = 256 << 10;

/// A note's file for the editor. Dropping it leaves the file: a draft is never lost by accident.
#[derive(Debug, PartialEq, Eq)]
pub struct Draft(PathBuf);

/// Why a draft could not be made or taken back.
#[derive(Debug, Error)]
pub enum DraftError {
    /// It could not be made.
    #[error("cannot make a draft in {}: {source}; the note is unchanged", shown(.directory))]
    NotMade {
        /// The directory of drafts.
        directory: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It could not be read back.
    #[error("cannot read the draft {}: {source}; the note is unchanged", shown(.path))]
    Unreadable {
        /// The draft.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It grew too long.
    #[error("the draft is longer than {} KiB; the note is unchanged, the draft is kept at {}", LONGEST >> 10, shown(.path))]
    TooLong {
        /// The draft.
        path: PathBuf,
    },
    /// It is no longer text.
    #[error("the draft is not UTF-8 (byte {at}); the note is unchanged, the draft is kept at {}", shown(.path))]
    NotText {
        /// The draft.
        path: PathBuf,
        /// The first byte that is not.
        at: usize,
    },
}

impl Draft {
    /// Writes `text` to a new file with a name nobody can guess in `directory`, readable by its owner alone.
    ///
    /// # Errors
    ///
    /// When the directory or the file cannot be made.
    pub fn create(directory: &Path, text: &str) -> Result<Self, DraftError> {
        let make = || {
            disk::make_directory(directory)?;
            let mut file = tempfile::Builder::new().prefix("note-").suffix(".md").tempfile_in(directory)?;
            file.write_all(text.as_bytes())?;
            let (_, path) = file.keep()?;
            Ok(Self(path))
        };
        make().map_err(|source| DraftError::NotMade { directory: directory.to_owned(), source })
    }

    /// Where it is, for the editor.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What it holds now. Read by name, since many editors write a new file and rename it.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is too long or is no text; it stays where it is.
    pub fn read(&self) -> Result<String, DraftError> {
        let path = || self.0.clone();
        let mut bytes = Vec::new();
        disk::open(&self.0, Purpose::Read)
            .and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes))
            .map_err(|source| DraftError::Unreadable { path: path(), source })?;
        if bytes.len() as u64 > LONGEST {
            return Err(DraftError::TooLong { path: path() });
        }
        String::from_utf8(bytes)
            .map_err(|error| DraftError::NotText { path: path(), at: error.utf8_error().valid_up_to() })
    }

    /// Deletes it, once its text is kept elsewhere.
    pub fn discard(self) {
        // A draft that cannot be deleted harms nobody.
        let _ = fs::remove_file(&self.0);
    }
}
