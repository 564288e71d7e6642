//! Where the reader was: a convenience in one small file, written whole. Never in the way: what cannot be read is the
//! start of everything. Knows nothing of screens but the names they give.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::disk::{self, Purpose, shown};
use crate::domain::RoleId;

/// The largest file that is read.
const LARGEST: u64 = 1 << 20;

/// Where the reader was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Place {
    /// The role that was open.
    pub at: Option<RoleId>,
    /// The pane that had the focus.
    pub pane: String,
    /// Where "back" leads, the last first to be left.
    pub back: Vec<RoleId>,
    /// Where "forward" leads.
    pub forward: Vec<RoleId>,
    /// The theme that was chosen.
    pub theme: Option<String>,
    /// The sections that were folded; `None` where no reader has said.
    pub folded: Option<Vec<String>>,
    /// Whether filters match letter by letter.
    pub exact: bool,
    /// What was searched for last, and which of its hits the cursor was on, from 0.
    pub searched: (String, usize),
    /// Searches that led somewhere, the latest first.
    pub searches: Vec<String>,
}

/// Why the place could not be kept.
#[derive(Debug, Error)]
#[error("cannot keep where you were in {}: {source}; bookmarks and notes are not affected", shown(.path))]
pub struct PlaceError {
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl Place {
    /// The place kept at `path`, or the start if there is none that can be read.
    pub fn load(path: &Path) -> Self {
        let mut text = Vec::new();
        let read = disk::open(path, Purpose::Read).and_then(|file| file.take(LARGEST).read_to_end(&mut text));
        read.ok().and_then(|_| serde_json::from_slice(&text).ok()).unwrap_or_default()
    }

    /// Keeps it at `path`. A link stays a link; the file behind it is replaced as a whole or not at all.
    ///
    /// # Errors
    ///
    /// When it could not be kept; the place kept before still is.
    pub fn save(&self, path: &Path) -> Result<(), PlaceError> {
        self.replace(path).map_err(|source| PlaceError { path: path.to_owned(), source })
    }

    fn replace(&self, path: &Path) -> io::Result<()> {
        let target = disk::behind_links(path)?;
        if fs::symlink_metadata(&target).is_ok_and(|there| !there.is_file()) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        let directory = disk::parent(&target);
        disk::make_directory(directory)?;
        // Not synced: after a power cut the old place or the start will do, and quitting should not wait for a disk.
        let mut file = tempfile::Builder::new().prefix(".place-").suffix(".tmp").tempfile_in(directory)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.persist(&target)?;
        Ok(())
    }
}
