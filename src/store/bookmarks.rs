//! [`Bookmarks`]: what all entries of the bookmarks' journal come to, whatever the order of their lines and however
//! often they appear. A value: no file, no clock, no screen.

mod change;
mod note;
mod subject;

use std::collections::HashMap;

use jiff::Timestamp;

use super::journal::{Entry, EntryId, Stamp};
use super::register::Register;
use crate::domain::RoleId;
use crate::text::SafeText;
pub use change::{Change, Pin};
pub use note::Note;
use note::Notes;
pub use subject::{RoleSet, Subject};

/// Everything bookmarked, with tags and notes, and where the reader stands and wants to go.
///
/// Reading the journal again is applying its entries again on top: what is known already changes nothing, and a
/// change that could not be saved yet stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bookmarks {
    kept: HashMap<Box<str>, Bookmark>,
    here: Register<Option<Subject>>,
    want: Register<Option<Subject>>,
}

/// One bookmark. It outlives its removal, so that adding it again brings tags and note back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    of: Subject,
    presence: Register<Presence>,
    tags: Register<Vec<Tag>>,
    notes: Notes,
}

/// Whether a bookmark is among the bookmarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Presence {
    Removed,
    Added,
}

/// A word a person sorts bookmarks by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// As it was typed, for editing.
    pub raw: Box<str>,
    /// As it may be shown.
    pub shown: SafeText,
}

impl From<&str> for Tag {
    fn from(raw: &str) -> Self {
        Self { raw: raw.into(), shown: SafeText::line(raw) }
    }
}

impl Bookmarks {
    /// Takes in one entry. Order and repetition do not matter.
    pub fn apply(&mut self, entry: &Entry<Change>) {
        let Entry { stamp, record } = entry;
        match record {
            Change::Add { of } => self.of_mut(of).presence.set(stamp, Presence::Added),
            Change::Remove { of } => self.of_mut(of).presence.set(stamp, Presence::Removed),
            Change::Tags { of, tags } => {
                self.of_mut(of).tags.set(stamp, tags.iter().map(|tag| tag.as_str().into()).collect());
            }
            Change::Note { of, text, base } => self.of_mut(of).notes.add(Note::new(stamp, text), base),
            Change::Pin { of, pin } => self.pin_mut(*pin).set(stamp, Some(of.clone())),
            Change::Unpin { pin, .. } => self.pin_mut(*pin).set(stamp, None),
        }
    }

    fn of_mut(&mut self, of: &Subject) -> &mut Bookmark {
        self.kept.entry(of.as_str().into()).or_insert_with(|| Bookmark::new(of.clone()))
    }

    /// The role that has the pin.
    pub fn pinned(&self, pin: Pin) -> Option<&RoleId> {
        self.pin(pin).get()?.as_ref()?.role()
    }

    /// Whether the role `id` has the pin.
    pub fn has_pin(&self, id: &RoleId, pin: Pin) -> bool {
        self.pinned(pin) == Some(id)
    }

    fn pin(&self, pin: Pin) -> &Register<Option<Subject>> {
        match pin {
            Pin::Here => &self.here,
            Pin::Want => &self.want,
        }
    }

    fn pin_mut(&mut self, pin: Pin) -> &mut Register<Option<Subject>> {
        match pin {
            Pin::Here => &mut self.here,
            Pin::Want => &mut self.want,
        }
    }

    /// The bookmark of the role `id`.
    pub fn get(&self, id: &RoleId) -> Option<&Bookmark> {
        self.kept.get(id.as_str()).filter(|bookmark| bookmark.is_present())
    }

    /// The bookmark of `of`.
    pub fn of(&self, of: &Subject) -> Option<&Bookmark> {
        self.kept(of).filter(|bookmark| bookmark.is_present())
    }

    /// What is kept about `of`, bookmarked now or once.
    pub fn kept(&self, of: &Subject) -> Option<&Bookmark> {
        self.kept.get(of.as_str())
    }

    /// Whether the role `id` is bookmarked.
    pub fn contains(&self, id: &RoleId) -> bool {
        self.get(id).is_some()
    }

    /// All bookmarks, the one added last first. Sorts them, so ask once and not for every frame.
    pub fn iter(&self) -> impl Iterator<Item = &Bookmark> {
        let mut present: Vec<&Bookmark> = self.kept.values().filter(|bookmark| bookmark.is_present()).collect();
        present.sort_unstable_by(|a, b| (b.presence.stamp(), &b.of).cmp(&(a.presence.stamp(), &a.of)));
        present.into_iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kept.values().filter(|bookmark| bookmark.is_present()).count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What an edit of the note of `of` is based on: to be asked for when the editor opens, whether or not it is
    /// bookmarked, and put into [`Change::Note`] when it closes.
    pub fn note_base(&self, of: &Subject) -> Vec<EntryId> {
        self.kept
            .get(of.as_str())
            .and_then(|bookmark| bookmark.notes.latest())
            .map(|note| note.stamp.id.clone())
            .into_iter()
            .collect()
    }

    /// The base of a text made from the note of `of` and all its conflict copies, which it then replaces.
    pub fn note_base_with_conflicts(&self, of: &Subject) -> Vec<EntryId> {
        self.kept.get(of.as_str()).map(|bookmark| bookmark.notes.all_ids()).unwrap_or_default()
    }

    /// The change that undoes `entry`, asked for before `entry` is applied.
    ///
    /// It brings back what a reader sees: presence, tags, the note's text and who had a pin. A note that took in its conflict copies
    /// becomes a conflict copy itself when it is undone, so that none of their words is lost.
    pub fn inverse(&self, entry: &Entry<Change>) -> Change {
        let of = entry.record.of().clone();
        let before = self.kept.get(of.as_str());
        match &entry.record {
            Change::Add { .. } | Change::Remove { .. } => match before {
                Some(bookmark) if bookmark.is_present() => Change::Add { of },
                _ => Change::Remove { of },
            },
            Change::Tags { .. } => {
                let tags = before.map(Bookmark::tags).unwrap_or_default();
                Change::Tags { of, tags: tags.iter().map(|tag| tag.raw.to_string()).collect() }
            }
            Change::Note { base, .. } => {
                let text = before.and_then(|bookmark| bookmark.notes.latest()).map(|note| note.raw.to_string());
                let base = if base.len() > 1 { Vec::new() } else { vec![entry.stamp.id.clone()] };
                Change::Note { of, text: text.unwrap_or_default(), base }
            }
            Change::Pin { pin, .. } | Change::Unpin { pin, .. } => match self.pin(*pin).get().cloned().flatten() {
                Some(before) => Change::Pin { of: before, pin: *pin },
                None => Change::Unpin { of, pin: *pin },
            },
        }
    }
}

impl<'a> Extend<&'a Entry<Change>> for Bookmarks {
    fn extend<T: IntoIterator<Item = &'a Entry<Change>>>(&mut self, entries: T) {
        entries.into_iter().for_each(|entry| self.apply(entry));
    }
}

impl<'a> FromIterator<&'a Entry<Change>> for Bookmarks {
    fn from_iter<T: IntoIterator<Item = &'a Entry<Change>>>(entries: T) -> Self {
        let mut bookmarks = Self::default();
        bookmarks.extend(entries);
        bookmarks
    }
}

impl Bookmark {
    fn new(of: Subject) -> Self {
        Self { of, presence: Register::default(), tags: Register::default(), notes: Notes::default() }
    }

    fn is_present(&self) -> bool {
        self.presence.get() == Some(&Presence::Added)
    }

    /// What is bookmarked.
    pub fn of(&self) -> &Subject {
        &self.of
    }

    /// When it was added.
    pub fn added(&self) -> Option<Timestamp> {
        self.presence.stamp().map(|Stamp { at, .. }| *at)
    }

    /// Its tags.
    pub fn tags(&self) -> &[Tag] {
        self.tags.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// Its note, unless that is empty.
    pub fn note(&self) -> Option<&Note> {
        self.notes.latest().filter(|note| !note.raw.is_empty())
    }

    /// Notes written elsewhere at the same time as the one that counts, earliest first.
    pub fn conflicts(&self) -> Vec<&Note> {
        self.notes.conflicts()
    }
}
