//! [`Edit`]: what became of one thing between two versions of a ladder, in the words of a comparison.

use std::ops::Range;

use super::compare::{Change, Trend, Words, changed_words};
use crate::text::SafeText;

/// A thing that has an id, and what of it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What it is called now, or was before it was removed.
    pub name: SafeText,
    /// What became of it.
    pub change: Change,
    /// What of it changed; nothing where it is new or gone.
    pub edits: Vec<Edit>,
}

/// What has an id in a catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A department.
    Department,
    /// A level.
    Level,
    /// An axis of scope.
    Axis,
    /// A kind of decision.
    Topic,
    /// A kind of work.
    Strand,
    /// A skill.
    Skill,
    /// A KPI.
    Kpi,
    /// A family.
    Family,
    /// A role.
    Role,
}

impl Kind {
    /// The word for one.
    pub fn word(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Level => "level",
            Self::Axis => "axis",
            Self::Topic => "decision",
            Self::Strand => "strand",
            Self::Skill => "skill",
            Self::Kpi => "KPI",
            Self::Family => "family",
            Self::Role => "role",
        }
    }
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which field, or which of its lists.
    pub section: &'static str,
    /// Which of a list: what it is called.
    pub item: SafeText,
    /// What became of it.
    pub change: Change,
    /// Which way it went.
    pub trend: Trend,
    /// What became of it in a word or two: `raised 3->4`.
    pub turn: Option<String>,
    /// What it was; empty where it is new.
    pub before: SafeText,
    /// What it is; empty where it is gone.
    pub after: SafeText,
    /// The words that changed.
    pub words: Words,
}

impl Edit {
    /// What became of a field with these texts; `None` where they are the same.
    pub fn of(section: &'static str, item: SafeText, before: SafeText, after: SafeText) -> Option<Self> {
        let change = match (before.is_empty(), after.is_empty()) {
            _ if before == after => return None,
            (true, _) => Change::Added,
            (_, true) => Change::Removed,
            _ => Change::Changed,
        };
        let words = if change == Change::Changed { changed_words(&before, &after) } else { Words::default() };
        Some(Self { section, item, change, trend: Trend::Level, turn: None, before, after, words })
    }

    /// The words to light in what it was, and in what it is; none where nearly all are new.
    pub fn lit(&self) -> (&[Range<usize>], &[Range<usize>]) {
        if self.words.is_rewritten(&self.after) { (&[], &[]) } else { (&self.words.gone, &self.words.new) }
    }
}
