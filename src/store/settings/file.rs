//! The file of the settings: read within bounds whatever the path leads to, made once where somebody asks for it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::Settings;
use super::finding::{Finding, Severity};
use crate::store::disk;
use crate::text::SafeText;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 << 10;

/// Who says where the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nobody: it may be there or not.
    ByCustom,
    /// Somebody who gave its name: it should be there.
    ByName,
}

impl Settings {
    /// What the file at `path` says and what is wrong with it, in the order of its lines; the defaults where there is none.
    /// `themes` are the themes there are.
    pub fn load(path: &Path, asked: Asked, themes: &[&str]) -> (Self, Vec<Finding>) {
        let whole = |text: String| {
            let file = SafeText::line(&path.to_string_lossy());
            (
                Self::default(),
                vec![Finding {
                    file,
                    line: None,
                    column: None,
                    severity: Severity::Error,
                    text: SafeText::line(&text),
                }],
            )
        };
        if asked == Asked::ByCustom && fs::metadata(path).is_err_and(|error| is_absence(&error)) {
            return (Self::default(), Vec::new());
        }
        match disk::text(path, LARGEST) {
            Ok(text) => Self::parse(&text, path, themes),
            Err(why) => whole(why),
        }
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Makes the file at `path` with `text` in it, all or nothing. Whatever is there already stays as it is.
///
/// # Errors
///
/// When it cannot be made.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return Ok(());
    }
    let directory = disk::parent(path);
    disk::make_directory(directory)?;
    let mut file = tempfile::Builder::new().prefix(".config-").suffix(".tmp").tempfile_in(directory)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_data()?;
    name(file, path)
}

/// Gives `file` its name, unless somebody else was quicker.
fn name(file: NamedTempFile, path: &Path) -> io::Result<()> {
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error.error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_was_quicker_is_left_alone_and_any_other_refusal_is_told() {
        let home = tempfile::tempdir().expect("a directory");
        let path = home.path().join("config.toml");
        fs::write(&path, "theirs").expect("written");
        let made = || NamedTempFile::new_in(home.path()).expect("a file");
        assert!(name(made(), &path).is_ok());
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some("theirs"));
        let nowhere = name(made(), &home.path().join("not/there"));
        assert_eq!(nowhere.map_err(|error| error.kind()), Err(io::ErrorKind::NotFound));
        assert_eq!(fs::read_dir(home.path()).expect("a directory").count(), 1, "nothing else is left there");
    }
}
