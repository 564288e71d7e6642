//! A file that the reader asked for: theirs from the start, with the mode their other files get, and never in the place
//! of one that is there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How many files of the same name there may be before no further one is made.
const MOST: usize = 1000;

/// Writes `text` to a new file called `name` in `directory`; where there is one, to `name-2`, `name-3` and so on, the
/// number before the ending. Returns where it is.
///
/// # Errors
///
/// When no file can be made there, or not all of it can be written; nothing of it is left then.
pub fn write_new(directory: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let (stem, ending) = name.rfind('.').map_or((name, ""), |dot| name.split_at(dot));
    for number in 1..=MOST {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let path = directory.join(format!("{stem}{number}{ending}"));
        // Links are not followed and nothing is opened that is there already, so this never waits for a pipe.
        match File::create_new(&path) {
            Ok(file) => return fill(file, text).inspect_err(|_| drop(fs::remove_file(&path))).map(|()| path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// What a full disk refuses may show only once the disk is asked.
fn fill(mut file: File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_data()
}
