//! The notes of one bookmark: the one that counts, and those nobody has built upon since, kept as conflict copies.

use std::collections::{BTreeMap, HashSet};

use crate::store::journal::{EntryId, Stamp};
use crate::text::SafeText;

/// A text a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// When it was written, and the id that an edit of it names as its base.
    pub stamp: Stamp,
    /// As it was written, for the editor.
    pub raw: Box<str>,
    /// As it may be shown.
    pub shown: SafeText,
}

impl Note {
    pub(super) fn new(stamp: &Stamp, raw: &str) -> Self {
        Self { stamp: stamp.clone(), raw: raw.into(), shown: SafeText::lines(raw) }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Notes {
    /// The latest of all.
    latest: Option<Note>,
    /// Those that no other names as its base. More than one: written without knowing of each other.
    tips: BTreeMap<EntryId, Note>,
    /// All ids named as a base, also of notes that come later in the file.
    built_upon: HashSet<EntryId>,
}

impl Notes {
    pub(super) fn add(&mut self, note: Note, base: &[EntryId]) {
        for id in base {
            self.tips.remove(id);
            self.built_upon.insert(id.clone());
        }
        if !self.built_upon.contains(&note.stamp.id) {
            // Two notes under one id, as a damaged copy of a line may be: the greater one, whichever came first.
            let known = self.tips.remove(&note.stamp.id);
            let tip = known.map_or_else(|| note.clone(), |known| known.max(note.clone()));
            self.tips.insert(note.stamp.id.clone(), tip);
        }
        self.latest = self.latest.take().max(Some(note));
    }

    pub(super) fn latest(&self) -> Option<&Note> {
        self.latest.as_ref()
    }

    /// Texts that would be lost: not the latest, built upon by nobody, and saying something else.
    pub(super) fn conflicts(&self) -> Vec<&Note> {
        let Some(latest) = &self.latest else { return Vec::new() };
        let lost = |note: &&Note| note.raw != latest.raw && !note.raw.trim().is_empty();
        let mut lost: Vec<&Note> = self.tips.values().filter(lost).collect();
        lost.sort_unstable();
        lost
    }

    /// The ids of the latest and of all tips.
    pub(super) fn all_ids(&self) -> Vec<EntryId> {
        let latest = self.latest.iter().map(|note| &note.stamp.id).filter(|id| !self.tips.contains_key(*id));
        self.tips.keys().chain(latest).cloned().collect()
    }
}
