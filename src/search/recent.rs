//! [`Recent`]: where the words of the last question stand. Whoever types on asks for all of them again but the last one.

use std::sync::{Mutex, PoisonError};

use super::part::Part;
use super::query::Word;
use super::word::{Found, Stop, Width};

/// The words of the last question, until the next one takes them.
#[derive(Debug, Default)]
pub(super) struct Recent(Mutex<Vec<Known>>);

/// Where a word stands in a part.
#[derive(Debug)]
struct Known {
    /// Which part, by its place in the index.
    part: usize,
    word: Word,
    width: Width,
    found: Found,
}

/// What is known while a question is answered.
#[derive(Debug)]
pub(super) struct Lookup<'a> {
    recent: &'a Recent,
    known: Vec<Known>,
    width: Width,
}

impl Recent {
    /// Takes what is known, for a question of this width.
    pub(super) fn look_up(&self, width: Width) -> Lookup<'_> {
        let known = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        Lookup { recent: self, known, width }
    }
}

impl Lookup<'_> {
    /// Where `words` stand in `part`; `None` when `stop` said so meanwhile.
    pub(super) fn find(&mut self, part: (usize, &Part), words: &[Word], stop: Stop<'_>) -> Option<Vec<Found>> {
        let (place, part) = part;
        let find = |word: &Word| {
            let is_it = |known: &Known| known.part == place && known.width == self.width && known.word == *word;
            match self.known.iter().position(is_it) {
                Some(known) => Some(self.known.swap_remove(known).found),
                None => Found::of(part, word, self.width, stop),
            }
        };
        words.iter().map(find).collect()
    }

    /// Keeps where `words` stand in a part for the next question. What was scattered over names says more than where a word
    /// stands, and is not kept.
    pub(super) fn keep(&mut self, part: usize, words: &[Word], found: Vec<Found>) {
        let width = self.width;
        let of = words.iter().zip(found).filter(|(_, found)| !found.is_scattered);
        let known = of.map(|(word, found)| Known { part, word: word.clone(), width, found });
        self.recent.0.lock().unwrap_or_else(PoisonError::into_inner).extend(known);
    }
}
