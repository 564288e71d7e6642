//! [`Row`]: one thing that is compared, a cell for each role, and how each stands to the base.

use std::ops::Range;

use super::value::{Trend, Value};
use super::words::{Words, changed_words};
use crate::text::SafeText;

/// One thing that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The id by which it was aligned.
    pub key: SafeText,
    /// What it is called.
    pub label: SafeText,
    /// One for each role, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// What a role has in a row, and how that stands to what the base has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it has; `None` where the row is absent from the role.
    pub value: Option<Value>,
    /// How it stands to the base; in the base itself always the same.
    pub change: Change,
    /// Which way it goes from the base.
    pub trend: Trend,
    /// The words of its sentences that changed.
    pub words: Words,
}

/// How something stands to the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// As in the base, or absent from both.
    Same,
    /// Different.
    Changed,
    /// Absent from the base.
    Added,
    /// In the base only.
    Removed,
}

impl Change {
    /// The sign for it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Same => "=",
            Self::Changed => "~",
            Self::Added => "+",
            Self::Removed => "-",
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// How the cells of a row stand to each other, whichever is the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// All alike.
    Same,
    /// In all roles, not all alike.
    Changed,
    /// Absent from some.
    Only,
}

impl Status {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Only => "only",
        }
    }
}

impl Row {
    /// Judges each of `values` against the one in place `base`.
    pub(super) fn judged(key: SafeText, label: SafeText, values: Vec<Option<Value>>, base: usize) -> Self {
        let reference = values.get(base).cloned().flatten();
        let cells = values.into_iter().map(|value| Cell::judged(value, reference.as_ref())).collect();
        Self { key, label, cells }
    }

    /// How the row stands to its cell in place `base`: what all other cells agree on where they differ, else changed.
    pub fn sign(&self, base: usize) -> Change {
        let others = self.cells.iter().enumerate().filter(|(place, _)| *place != base);
        let mut changes = others.map(|(_, cell)| cell.change).filter(|change| *change != Change::Same);
        let first = changes.next().unwrap_or(Change::Same);
        if changes.all(|change| change == first) { first } else { Change::Changed }
    }

    /// How the cells stand to each other, whichever is the base.
    pub fn status(&self) -> Status {
        let first = self.cells.first().and_then(|cell| cell.value.as_ref());
        if self.cells.iter().any(|cell| cell.value.is_none()) {
            Status::Only
        } else if self.cells.iter().all(|cell| same(cell.value.as_ref(), first)) {
            Status::Same
        } else {
            Status::Changed
        }
    }

    /// The sentences to show of the cell in place `side`. What a skill looks like in a role is worth the room only
    /// where the roles differ in it.
    pub fn prose(&self, side: usize, base: usize) -> Option<&SafeText> {
        let value = self.cells.get(side)?.value.as_ref()?;
        let is_illustration = matches!(value, Value::Skill { .. }) && self.sign(base) == Change::Same;
        value.prose().filter(|_| !is_illustration)
    }

    /// The bytes to light in those sentences: the words that the base has not, and in the base of two those that the
    /// other has not. A text that is nearly all new is not lit: its sign says as much.
    pub fn lit(&self, side: usize, base: usize) -> &[Range<usize>] {
        let other = if side == base && self.cells.len() == 2 { 1 - side } else { side };
        let Some(Cell { value: Some(value), words, .. }) = self.cells.get(other) else { return &[] };
        if value.prose().is_none_or(|text| words.is_rewritten(text)) {
            return &[];
        }
        if side == base { &words.gone } else { &words.new }
    }

    /// What became of the base's here, in a word or two: `raised 3->4`, `gained`, `(was decides, system)`.
    pub fn turn(&self, side: usize, base: usize) -> Option<String> {
        let (before, here) = (&self.cells.get(base)?.value, &self.cells.get(side)?.value);
        match (before, here) {
            (None, Some(Value::Skill { .. })) => Some("gained".to_owned()),
            (Some(Value::Skill { .. }), None) => Some("dropped".to_owned()),
            (Some(before), Some(here)) => here.turn(before),
            _ => None,
        }
    }

    /// What the base has, in a word or two, where the cell in place `side` has something else there.
    pub fn was(&self, side: usize, base: usize) -> Option<String> {
        self.cells.get(side)?.value.as_ref()?.was(self.cells.get(base)?.value.as_ref()?)
    }
}

impl Cell {
    /// Judges `value` against what the base has.
    pub(in crate::domain) fn judged(value: Option<Value>, base: Option<&Value>) -> Self {
        let (mut trend, mut words) = (Trend::Level, Words::default());
        let change = match (&value, base) {
            (None, Some(_)) => Change::Removed,
            (Some(_), None) => Change::Added,
            (Some(here), Some(base)) if !here.is_same(base) => {
                trend = here.trend(base);
                if let (Some(here), Some(base)) = (here.compared_prose(), base.compared_prose()) {
                    words = changed_words(base, here);
                }
                Change::Changed
            }
            _ => Change::Same,
        };
        Self { value, change, trend, words }
    }
}

fn same(here: Option<&Value>, other: Option<&Value>) -> bool {
    match (here, other) {
        (Some(here), Some(other)) => here.is_same(other),
        (here, other) => here.is_none() && other.is_none(),
    }
}
