//! [`Stories`]: what somebody did, a Markdown file of its own for each story, readable by its owner alone. Any editor may
//! write them; a file that cannot be read is named with the line and left as it is.
//!
//! ```text
//! +++
//! title = "Two ledgers, one night"
//! when = "2026-03"
//! probes = ["skill:reconciliation", "thread:ledger"]
//! metric = "212 of 212 found, in 4 hours"
//! stakes = "payouts at 11:00"
//! strength = 4
//! failure = false
//! retired = false
//! +++
//!
//! ## Headline
//! ```

mod blank;
mod read;
mod shelf;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::SystemTime;

use thiserror::Error;

use super::disk::{self, Purpose, shown};
use crate::domain::story::StorySlug;
use crate::text::SafeText;
pub use blank::blank;
pub use shelf::{Broken, Shelf};
use shelf::{is_story, read_file};

/// How many stories of one name are told apart by numbers.
const MOST_OF_A_NAME: usize = 99;

/// The files of stories.
#[derive(Debug, Clone)]
pub struct Stories {
    directory: Option<PathBuf>,
}

/// The files of stories as they were when they were looked at: two of them differ when something was written between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShelfState(Vec<(PathBuf, Option<(SystemTime, u64)>)>);

/// Why stories cannot be read, or one not made.
#[derive(Debug, Error)]
pub enum StoryError {
    /// There is no directory for them.
    #[error("stories are not kept: no data directory (set RUNGS_DATA_DIR)")]
    Nowhere,
    /// The directory cannot be read.
    #[error("cannot read the stories in {}: {source}", shown(.path))]
    Unreadable {
        /// The directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is one of that name.
    #[error("{} is there already; give the story another title", shown(.0))]
    Taken(PathBuf),
    /// The title makes no name for a file.
    #[error("`{0}` makes no name for a file: a title has letters or figures")]
    NoName(SafeText),
    /// The file cannot be written.
    #[error("cannot write {}: {source}", shown(.path))]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Stories {
    /// The stories in `directory`, which need not be there yet.
    pub fn new(directory: Option<PathBuf>) -> Self {
        Self { directory }
    }

    /// Reads all of them: every `.md` file that is not hidden.
    ///
    /// # Errors
    ///
    /// When the directory is there and cannot be read. A file that cannot be is named beside the others.
    pub fn read(&self) -> Result<Shelf, StoryError> {
        let Some(directory) = &self.directory else { return Ok(Shelf::default()) };
        let unreadable = |source| StoryError::Unreadable { path: directory.clone(), source };
        let entries = match fs::read_dir(directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Shelf::default()),
            outcome => outcome.map_err(unreadable)?,
        };
        let paths: Result<Vec<PathBuf>, io::Error> = entries.map(|entry| Ok(entry?.path())).collect();
        let mut paths = paths.map_err(unreadable)?;
        paths.retain(|path| is_story(path));
        paths.sort();
        let mut found = Shelf::default();
        for path in paths {
            let story = read_file(&path);
            found.put(path, story);
        }
        Ok(found)
    }

    /// Makes a file that holds `text` for a story called `title`. Returns where it is.
    ///
    /// # Errors
    ///
    /// When there is no place for it, or one of that name, or it cannot be written; what is there is left as it is.
    pub fn add(&self, title: &str, text: &str) -> Result<PathBuf, StoryError> {
        let slug = StorySlug::of_title(title).ok_or_else(|| StoryError::NoName(SafeText::line(title)))?;
        self.create(&slug, text)
    }

    /// As [`Self::add`], for a title that nobody chose: where a story of that name is there, the new one gets a number.
    ///
    /// # Errors
    ///
    /// When there is no place for it, or it cannot be written.
    pub fn begin(&self, title: &str, text: &str) -> Result<PathBuf, StoryError> {
        let slug = StorySlug::of_title(title).unwrap_or_else(StorySlug::nameless);
        let mut taken = self.create(&slug, text);
        for number in 2..=MOST_OF_A_NAME {
            match taken {
                Err(StoryError::Taken(_)) => taken = self.create(&slug.numbered(number), text),
                outcome => return outcome,
            }
        }
        taken
    }

    /// Calls the file at `path`, of a story that was just begun, after the title its teller gave it, where that name is free.
    /// Returns where it is then.
    pub fn settle(&self, path: PathBuf) -> PathBuf {
        let title = read_file(&path).ok().and_then(|story| StorySlug::of_title(&story.title));
        let Some(named) = title.and_then(|slug| self.path(&slug)).filter(|named| *named != path) else { return path };
        // A link is never put over what is there, as a new name would be.
        match fs::hard_link(&path, &named).and_then(|()| fs::remove_file(&path)) {
            Ok(()) => named,
            Err(_) => path,
        }
    }

    /// The file of the story called `slug`.
    pub fn path(&self, slug: &StorySlug) -> Option<PathBuf> {
        Some(self.directory.as_ref()?.join(format!("{slug}.md")))
    }

    /// What tells whether a file came, went or was written since.
    pub fn state(&self) -> ShelfState {
        let entries = self.directory.as_ref().and_then(|directory| fs::read_dir(directory).ok());
        let paths = entries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        let stamped = paths.filter(|path| is_story(path)).map(|path| {
            let written = fs::metadata(&path).and_then(|file| Ok((file.modified()?, file.len()))).ok();
            (path, written)
        });
        let mut stamped: Vec<_> = stamped.collect();
        stamped.sort();
        ShelfState(stamped)
    }

    fn create(&self, slug: &StorySlug, text: &str) -> Result<PathBuf, StoryError> {
        let directory = self.directory.as_ref().ok_or(StoryError::Nowhere)?;
        let path = directory.join(format!("{slug}.md"));
        let not_written = |source: io::Error| match source.kind() {
            io::ErrorKind::AlreadyExists => StoryError::Taken(path.clone()),
            _ => StoryError::NotWritten { path: path.clone(), source },
        };
        disk::make_directory(directory).map_err(not_written)?;
        let mut file = disk::open(&path, Purpose::Create).map_err(not_written)?;
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
        // Half a story would be one that is broken.
        written.inspect_err(|_| drop(fs::remove_file(&path))).map_err(not_written)?;
        Ok(path)
    }
}
