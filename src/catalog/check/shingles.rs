//! Runs of three words as numbers: two texts that share many of them say nearly the same.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many words in a row are compared.
pub(super) const SHINGLE: usize = 3;

/// Every run of three words, smallest number first; of a shorter text the whole.
pub(super) fn shingles<W: AsRef<str>>(words: &[W]) -> Vec<u64> {
    let number = |run: &[W]| {
        let mut hasher = DefaultHasher::new();
        for word in run {
            word.as_ref().hash(&mut hasher);
        }
        hasher.finish()
    };
    let runs: HashSet<u64> = words.windows(SHINGLE.min(words.len()).max(1)).map(number).collect();
    let mut runs: Vec<u64> = runs.into_iter().collect();
    runs.sort_unstable();
    runs
}

/// How much two texts share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shared {
    /// The runs both have.
    both: usize,
    /// The runs either has.
    either: usize,
}

impl Shared {
    /// What `one` and `other` share.
    pub(super) fn of(one: &[u64], other: &[u64]) -> Self {
        let both = one.iter().filter(|run| other.binary_search(run).is_ok()).count();
        Self { both, either: one.len() + other.len() - both }
    }

    /// Whether it is at least `percent` of all.
    pub(super) fn is_at_least(self, percent: usize) -> bool {
        self.both > 0 && self.both * 100 >= self.either * percent
    }

    /// Whether it is more than `percent` of all.
    pub(super) fn is_more_than(self, percent: usize) -> bool {
        self.both * 100 > self.either * percent
    }
}
