//! A file that a command writes because it was asked for by name: never over one that is there unless that was asked for
//! too, and whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{Exit, Failure};
use crate::text::SafeText;

/// Writes `text` to `path`; over what is there only by `force`.
pub(super) fn write(path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    if force {
        return over(path, text).map_err(|error| failed(path, &error));
    }
    anew(path, text).map_err(|error| taken(path, &error, ": --force writes over it"))
}

/// Writes `text` to `path`, where nothing may be yet.
pub(super) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    anew(path, text).map_err(|error| taken(path, &error, ""))
}

/// Why `path` could not be made, and what can be done where it is there already.
fn taken(path: &Path, error: &io::Error, instead: &str) -> Failure {
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::new(Exit::Unwritable, format!("{} is there already{instead}", shown(path)))
        }
        _ => failed(path, error),
    }
}

/// Links are not followed and nothing is opened that is there already, so this never waits for a pipe.
fn anew(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let filled = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
    filled.inspect_err(|_| drop(fs::remove_file(path)))
}

/// A device or a pipe is written to, as nobody wants a file in the place of `/dev/null`.
fn over(path: &Path, text: &str) -> io::Result<()> {
    match path.metadata() {
        Ok(there) if !there.is_file() => fs::write(path, text),
        _ => replace(path, text),
    }
}

/// The whole file or the one before.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().permissions(Permissions::from_mode(0o644)).tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_data()?;
    file.persist(path)?;
    Ok(())
}

/// Why `path` could not be written.
pub(super) fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::new(Exit::Unwritable, format!("could not write {}: {error}", shown(path)))
}

/// What messages call `path`.
pub(super) fn shown(path: &Path) -> String {
    SafeText::line(&path.to_string_lossy()).to_string()
}
