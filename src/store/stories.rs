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

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::disk::{self, Purpose, shown};
use crate::domain::story::{Story, StorySlug};
use crate::text::SafeText;
pub use blank::blank;

/// The longest story, in bytes.
const LONGEST: u64 = 256 << 10;

/// The files of stories.
#[derive(Debug, Clone)]
pub struct Stories {
    directory: Option<PathBuf>,
}

/// All stories there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The stories, by the names of their files.
    pub stories: Vec<Story>,
    /// Files that are no story as they stand.
    pub broken: Vec<Broken>,
}

/// A file that is no story as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1; `None` where the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong, and what would be right.
    pub what: SafeText,
}

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
        let mut read = Shelf::default();
        for path in paths {
            match read_file(&path) {
                Ok(story) => read.stories.push(story),
                Err((line, what)) => read.broken.push(Broken { path, line, what: SafeText::line(&what) }),
            }
        }
        Ok(read)
    }

    /// Makes a file that holds `text` for a story called `title`. Returns where it is.
    ///
    /// # Errors
    ///
    /// When there is no place for it, or one of that name, or it cannot be written; what is there is left as it is.
    pub fn add(&self, title: &str, text: &str) -> Result<PathBuf, StoryError> {
        let directory = self.directory.as_ref().ok_or(StoryError::Nowhere)?;
        let slug = StorySlug::of_title(title).ok_or_else(|| StoryError::NoName(SafeText::line(title)))?;
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

fn is_story(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with('.') && path.extension().is_some_and(|extension| extension == "md")
}

/// The story in the file at `path`, or the line and what is wrong there.
fn read_file(path: &Path) -> Result<Story, (Option<usize>, String)> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let slug: StorySlug = stem.parse().map_err(|()| {
        (None, "a story's file is named in small letters, figures and hyphens, such as two-ledgers.md".to_owned())
    })?;
    let mut bytes = Vec::new();
    let read = disk::open(path, Purpose::Read).and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes));
    read.map_err(|error| (None, format!("cannot be read: {error}")))?;
    if bytes.len() as u64 > LONGEST {
        return Err((None, format!("is longer than {} KiB", LONGEST >> 10)));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        (Some(line), "is not UTF-8; save the file as UTF-8".to_owned())
    })?;
    read::story(slug, &text).map_err(|(line, what)| (Some(line), what))
}
