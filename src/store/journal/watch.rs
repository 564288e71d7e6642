//! Whether a file is still as it was: one `stat`, no ticking, no watcher thread.

use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::append::Saved;

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    device: u64,
    inode: u64,
    length: u64,
    modified: (i64, i64),
}

impl Fingerprint {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            length: metadata.len(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
        }
    }

    /// The file's length in bytes.
    pub(super) fn length(&self) -> u64 {
        self.length
    }
}

/// The state of a file that this process knows; `None` inside for one that is not there.
#[derive(Debug, Default)]
pub(super) struct Watch(Option<Fingerprint>);

impl Watch {
    pub(super) fn new(seen: Option<Fingerprint>) -> Self {
        Self(seen)
    }

    /// Whether the file is another than the one known.
    pub(super) fn changed(&self, path: &Path) -> bool {
        fs::metadata(path).ok().map(|metadata| Fingerprint::of(&metadata)) != self.0
    }

    /// Takes over the state after an own append, if nothing else happened between what was known and now.
    pub(super) fn appended(&mut self, saved: &Saved) {
        let before = saved.before;
        let was_known = self.0.map_or(before.length == 0, |known| known == before);
        if was_known && saved.after.length == before.length + saved.bytes {
            self.0 = Some(saved.after);
        }
    }
}
