//! Opening files the careful way: regular files only, never waiting, private when created. Knows nothing of what is
//! in them.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use crate::text::SafeText;

/// The mode of a file this program creates: its owner's alone.
pub(super) const PRIVATE_FILE: u32 = 0o600;
/// The mode of a directory this program creates.
const PRIVATE_DIRECTORY: u32 = 0o700;
/// The longest chain of symbolic links that is followed, as the kernel has it.
const LINKS: usize = 40;

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To be read; it must be there.
    Read,
    /// To be read and added to; created if it is not there.
    Append,
    /// To be written for the first time; it must not be there.
    Create,
    /// To be locked; created if it is not there, and never where a link leads: nothing of a reader's is a lock.
    Lock,
}

/// Opens the regular file at `path`, following links but to a lock.
///
/// A pipe would block the open for ever and `/dev/null` would swallow what is kept, so neither is accepted.
pub(super) fn open(path: &Path, purpose: Purpose) -> io::Result<File> {
    let mut options = OpenOptions::new();
    match purpose {
        Purpose::Read => options.read(true),
        Purpose::Append | Purpose::Lock => options.read(true).append(true).create(true),
        Purpose::Create => options.write(true).create_new(true),
    };
    let never_wait = OFlags::NONBLOCK | OFlags::NOCTTY;
    let flags = if purpose == Purpose::Lock { never_wait | OFlags::NOFOLLOW } else { never_wait };
    let file = options.mode(PRIVATE_FILE).custom_flags(flags.bits().cast_signed()).open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"))
    }
}

/// The text of the file at `path`, of at most `largest` bytes; else why there is none, to follow the file's name.
pub(super) fn text(path: &Path, largest: u64) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = open(path, Purpose::Read).and_then(|file| file.take(largest + 1).read_to_end(&mut bytes));
    read.map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.len() as u64 > largest {
        return Err(format!("is too large: it may have {} KiB", largest >> 10));
    }
    let begun = |error: std::string::FromUtf8Error| error.utf8_error().valid_up_to() + 1;
    String::from_utf8(bytes).map_err(|error| format!("is not UTF-8: byte {} begins no character", begun(error)))
}

/// Creates the directory and what is missing above it; what is there keeps its mode.
pub(super) fn make_directory(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(PRIVATE_DIRECTORY).create(path)
}

/// Makes the names that lead to a file survive a power cut: its own, and those of the directories above it that its owner
/// may have made, just now or in a process that was killed before it came to this. What is safe already costs next to nothing.
pub(super) fn sync_names_of(file: &Path) -> io::Result<()> {
    let real = fs::canonicalize(file)?;
    let owner = fs::metadata(&real)?.uid();
    for directory in real.ancestors().skip(1) {
        match File::open(directory).and_then(|open| open.sync_all()) {
            // Some file systems cannot sync a directory and need not.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {}
            // Who may not read a directory above has not made anything in it just now.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && directory != parent(&real) => break,
            outcome => outcome?,
        }
        if fs::metadata(directory)?.uid() != owner {
            break;
        }
    }
    Ok(())
}

/// The directory a file is in.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What `path` leads to behind all links, whether or not anything is there.
pub(super) fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            // A relative link counts from the directory it stands in, not from the current one.
            Ok(target) => path = parent(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, "too many symbolic links"))
}

/// A path with `suffix` behind its file name.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// A path as a message may show it: a file's name can hold escape sequences too.
pub(super) fn shown(path: &Path) -> SafeText {
    SafeText::line(&path.to_string_lossy())
}
