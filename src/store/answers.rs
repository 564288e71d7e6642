//! [`Answers`]: what somebody wrote in practice, a Markdown file of its own for each answer, readable by its owner alone.
//! Files are made and written over; nothing here ever deletes one, so undoing an answer leaves its text where it is.
//!
//! ```text
//! answers/<family>/<slug>/<question>/20260501T090000Z.md     a question of a role
//! answers/<family>/_bank/<question>/20260501T090000Z.md      a question of a family's bank
//! ```

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use thiserror::Error;

use super::disk::{self, Purpose, shown};
use crate::domain::WholeQuestionId;

/// Where answers are, under the data directory.
const DIRECTORY: &str = "answers";
/// The longest answer that is read or written over, in bytes.
const LONGEST: u64 = 256 << 10;
/// How many answers to one question may begin in one second.
const MOST: usize = 100;

/// The files of answers.
#[derive(Debug, Clone)]
pub struct Answers {
    data: Option<PathBuf>,
}

/// Why an answer is not in its file, or cannot be read from it.
#[derive(Debug, Error)]
pub enum AnswerError {
    /// There is no directory to keep it in.
    #[error("the answer is in no file: no data directory (set RUNGS_DATA_DIR)")]
    Nowhere,
    /// The file could not be written.
    #[error("the answer is in no file: cannot write {}: {source}", shown(.path))]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file could not be read.
    #[error("cannot read the answer in {}: {source}", shown(.path))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file holds more than is read: what nobody has read whole is not written over.
    #[error("the answer in {} is longer than {} KiB: it is left as it is", shown(.0), LONGEST >> 10)]
    TooLong(PathBuf),
    /// The name is none that answers have.
    #[error("`{0}` is no file of an answer")]
    NoAnswer(String),
}

impl Answers {
    /// The answers under `data`; without a directory nothing is kept.
    pub fn new(data: Option<PathBuf>) -> Self {
        Self { data }
    }

    /// Makes an empty file for an answer to `question` that begins at `now`. Returns its name under the data directory.
    ///
    /// # Errors
    ///
    /// When the directories or the file cannot be made.
    pub fn begin(&self, question: &WholeQuestionId, now: Timestamp) -> Result<Box<str>, AnswerError> {
        let data = self.data.as_ref().ok_or(AnswerError::Nowhere)?;
        let role = question.role();
        let slug = role.as_ref().map_or("_bank", |role| role.slug());
        let directory = format!("{DIRECTORY}/{}/{slug}/{}", question.family(), question.question());
        let stamp = now.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
        let not_written = |source| AnswerError::NotWritten { path: data.join(&directory), source };
        disk::make_directory(&data.join(&directory)).map_err(not_written)?;
        for number in 1..=MOST {
            let number = if number == 1 { String::new() } else { format!("-{number}") };
            let name = format!("{directory}/{stamp}{number}.md");
            match disk::open(&data.join(&name), Purpose::Create) {
                Ok(_) => return Ok(name.into()),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(not_written(error)),
            }
        }
        Err(not_written(io::ErrorKind::AlreadyExists.into()))
    }

    /// Puts `text` in the file called `name`, in the place of what it held: all of it or, if that fails, nothing.
    ///
    /// # Errors
    ///
    /// When the name is none of an answer, the file holds more than [`Answers::read`] gives, or it cannot be written.
    pub fn write(&self, name: &str, text: &str) -> Result<(), AnswerError> {
        let path = self.path(name)?;
        if fs::metadata(&path).is_ok_and(|there| there.len() > LONGEST) {
            return Err(AnswerError::TooLong(path));
        }
        let write = || {
            // Beside it, and then in its place: a full disk leaves the answer as it was. Private from the start.
            let mut file = tempfile::Builder::new().prefix(".answer-").tempfile_in(disk::parent(&path))?;
            file.write_all(text.as_bytes())?;
            file.as_file().sync_data()?;
            file.persist(&path).map_err(|error| error.error)?;
            Ok(())
        };
        write().map_err(|source| AnswerError::NotWritten { path: path.clone(), source })
    }

    /// What the file called `name` holds; bytes that are no text are shown as such.
    ///
    /// # Errors
    ///
    /// When the name is none of an answer, the file cannot be read, or it holds too much.
    pub fn read(&self, name: &str) -> Result<String, AnswerError> {
        let path = self.path(name)?;
        let mut bytes = Vec::new();
        disk::open(&path, Purpose::Read)
            .and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes))
            .map_err(|source| AnswerError::Unreadable { path: path.clone(), source })?;
        if bytes.len() as u64 > LONGEST {
            return Err(AnswerError::TooLong(path));
        }
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Where the file called `name` is. Names come from a journal that anybody may have written, so they are looked at.
    ///
    /// # Errors
    ///
    /// When there is no data directory, or the name would lead elsewhere.
    pub fn path(&self, name: &str) -> Result<PathBuf, AnswerError> {
        let data = self.data.as_ref().ok_or(AnswerError::Nowhere)?;
        let relative = Path::new(name);
        let inside = relative.starts_with(DIRECTORY)
            && relative.components().all(|part| matches!(part, Component::Normal(_)))
            && relative.components().count() > 1;
        if inside { Ok(data.join(relative)) } else { Err(AnswerError::NoAnswer(name.to_owned())) }
    }
}
