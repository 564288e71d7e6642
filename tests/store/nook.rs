//! A directory of its own for each test, short words for what the tests do with it, and dice that always fall alike.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rungs::domain::RoleId;
use rungs::store::{Bookmarks, Change, Entry, Journal, Reading, Subject};
use tempfile::TempDir;

/// A directory that goes with the test.
pub(super) struct Nook(TempDir);

impl Nook {
    /// In memory where the system has such a place: most tests are not about disks.
    pub(super) fn new() -> Self {
        let memory = Path::new("/dev/shm");
        Self(if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap())
    }

    /// On a real disk, or at least where the system keeps temporary files.
    pub(super) fn on_disk() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn join(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Where the tests have their journal.
    pub(super) fn file(&self) -> PathBuf {
        self.join("bookmarks.jsonl")
    }

    pub(super) fn journal(&self) -> Journal<Change> {
        journal(&self.file())
    }

    pub(super) fn read(&self) -> Reading<Change> {
        read(&self.file())
    }

    /// Writes the journal's bytes behind everybody's back.
    pub(super) fn write(&self, bytes: impl AsRef<[u8]>) {
        fs::write(self.file(), bytes).unwrap();
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        fs::read(self.file()).unwrap()
    }

    /// Adds bookmarks of the roles numbered so, one append each.
    pub(super) fn add(&self, numbers: impl IntoIterator<Item = usize>) -> Vec<Entry<Change>> {
        let mut journal = self.journal();
        journal.read().unwrap();
        numbers.into_iter().map(|number| append(&mut journal, add(number))).collect()
    }

    /// The names of the files in it, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The files of quarantined lines.
    pub(super) fn quarantines(&self) -> Vec<PathBuf> {
        self.names().iter().filter(|name| name.contains(".corrupt-")).map(|name| self.join(name)).collect()
    }
}

pub(super) fn journal(path: &Path) -> Journal<Change> {
    Journal::new(Some(path.to_owned()))
}

pub(super) fn read(path: &Path) -> Reading<Change> {
    journal(path).read().unwrap()
}

pub(super) fn append(journal: &mut Journal<Change>, change: Change) -> Entry<Change> {
    let entry = journal.entry(change);
    journal.append(std::slice::from_ref(&entry)).unwrap();
    entry
}

pub(super) fn role(number: usize) -> RoleId {
    format!("payments/r{number}").parse().unwrap()
}

pub(super) fn subject(number: usize) -> Subject {
    role(number).into()
}

pub(super) fn add(number: usize) -> Change {
    Change::Add { of: subject(number) }
}

pub(super) fn note(number: usize, text: &str) -> Change {
    Change::Note { of: subject(number), text: text.to_owned(), base: Vec::new() }
}

pub(super) fn fold(reading: &Reading<Change>) -> Bookmarks {
    reading.entries.iter().collect()
}

pub(super) fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
}

/// Numbers that look random and are the same in every run.
pub(super) struct Dice(pub u64);

impl Dice {
    pub(super) fn roll(&mut self, below: usize) -> usize {
        // Knuth's multiplier; the high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}
