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
    let sync = |directory: &Path| File::open(directory)?.sync_all();
    sync_above(&real, sync, |directory| Ok(fs::metadata(directory)?.uid() == owner))
}

/// Has `sync` done to the directories above `file`, as far up as they are its owner's and to the one those stand in.
fn sync_above(
    file: &Path,
    mut sync: impl FnMut(&Path) -> io::Result<()>,
    is_owners: impl Fn(&Path) -> io::Result<bool>,
) -> io::Result<()> {
    for directory in file.ancestors().skip(1) {
        match sync(directory) {
            // Some file systems cannot sync a directory and need not.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {}
            // Who may not read a directory above has not made anything in it just now.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && directory != parent(file) => break,
            outcome => outcome?,
        }
        if !is_owners(directory)? {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is synced above a file whose owner made `/home/ada` and all below, and how that ends, if `directory` cannot be.
    fn synced(directory: &str, kind: io::ErrorKind) -> (Vec<String>, Result<(), io::ErrorKind>) {
        let mut synced = Vec::new();
        let sync = |path: &Path| {
            synced.push(path.display().to_string());
            if path == Path::new(directory) { Err(kind.into()) } else { Ok(()) }
        };
        let is_owners = |path: &Path| Ok(path.starts_with("/home/ada"));
        let outcome = sync_above(Path::new("/home/ada/rungs/journal"), sync, is_owners);
        (synced, outcome.map_err(|error| error.kind()))
    }

    #[test]
    fn every_directory_that_may_be_new_is_synced_and_what_cannot_be_is_told() {
        let whole: Vec<String> = ["/home/ada/rungs", "/home/ada", "/home"].map(str::to_owned).into();
        let (own, above) = ("/home/ada/rungs", "/home/ada");
        assert_eq!(synced("/", io::ErrorKind::Other), (whole.clone(), Ok(())), "nobody asks for the root");
        for kind in [io::ErrorKind::InvalidInput, io::ErrorKind::Unsupported] {
            assert_eq!(synced(own, kind), (whole.clone(), Ok(())), "there is nothing to sync");
        }
        let denied = io::ErrorKind::PermissionDenied;
        assert_eq!(synced(own, denied), (whole[..1].to_vec(), Err(denied)));
        assert_eq!(synced(above, denied), (whole[..2].to_vec(), Ok(())), "nothing in it is new");
        let full = io::ErrorKind::StorageFull;
        assert_eq!(synced(above, full), (whole[..2].to_vec(), Err(full)));
    }
}
