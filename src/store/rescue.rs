//! A way out for what cannot be saved where it belongs: the lines that the journal did not take, or an answer that its file
//! did not, in a file of their own. Knows no screens.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::disk;
use super::journal::{Entry, Record, lines};

/// Writes `entries` to a new private file in the first of `directories` that takes it, as the very lines that are missing in
/// the journal: added to its end, they are kept. Returns where the file is.
///
/// # Errors
///
/// What the last of `directories` said.
pub fn rescue<'a, R: Record + 'a>(
    entries: impl IntoIterator<Item = &'a Entry<R>>,
    directories: &[&Path],
) -> io::Result<PathBuf> {
    rescue_text(&lines(entries)?, ".jsonl", directories)
}

/// Writes `text` to a new private file in the first of `directories` that takes it, its name ending as said. Returns where the
/// file is.
///
/// # Errors
///
/// What the last of `directories` said.
pub fn rescue_text(text: &str, ending: &str, directories: &[&Path]) -> io::Result<PathBuf> {
    let mut refused = io::ErrorKind::NotFound.into();
    for directory in directories {
        match write(text, ending, directory) {
            Ok(path) => return Ok(path),
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

fn write(text: &str, ending: &str, directory: &Path) -> io::Result<PathBuf> {
    disk::make_directory(directory)?;
    let mut file = tempfile::Builder::new().prefix("rungs-unsaved-").suffix(ending).tempfile_in(directory)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_data()?;
    let (_, path) = file.keep()?;
    disk::sync_names_of(&path)?;
    Ok(path)
}
