//! [`ShortList`]: things with what each is called, laid out so that a name that many have is looked at once.

use std::cmp::Reverse;
use std::collections::HashMap;

use nucleo::pattern::Atom;
use nucleo::{Matcher, Utf32String};

/// Hits that score under this share of the best are scattered letters, not what was meant.
const FLOOR_PERCENT: u32 = 80;
/// Behind the end of every name that is shown: a catalog takes none so long.
const BEHIND: u32 = 1_000;

/// Things in their order, each with its names, the one that is shown first.
#[derive(Debug, Default)]
pub struct ShortList {
    /// Every name once: many rungs share those of their level.
    names: Vec<Utf32String>,
    /// The names of one thing behind those of another.
    by_thing: Vec<usize>,
    /// Where the names of each thing end.
    ends: Vec<usize>,
}

/// A word of a query, with how well each name matches it.
struct Word<'a> {
    atom: &'a Atom,
    scores: Vec<Option<u16>>,
}

impl<'a, N: IntoIterator<Item = &'a str>> FromIterator<N> for ShortList {
    fn from_iter<T: IntoIterator<Item = N>>(things: T) -> Self {
        let mut list = Self::default();
        let mut known = HashMap::new();
        for names in things {
            for name in names {
                let place = *known.entry(name).or_insert(list.names.len());
                if place == list.names.len() {
                    list.names.push(name.into());
                }
                list.by_thing.push(place);
            }
            list.ends.push(list.by_thing.len());
        }
        list
    }
}

impl ShortList {
    /// The places of the things that match every word of `atoms` nearly as well as the best does, best first; ties keep their
    /// order. Each word is looked for in each name alone.
    pub(super) fn best_first(&self, atoms: &[Atom], matcher: &mut Matcher) -> Vec<usize> {
        let words: Vec<Word<'_>> = atoms.iter().map(|atom| Word::of(atom, &self.names, matcher)).collect();
        let score = |names: &[usize]| words.iter().map(|word| word.best(names)).sum::<Option<u32>>();
        let scored = self.things().enumerate().filter_map(|(place, names)| Some((score(names)?, place, names)));
        let mut scored: Vec<(u32, usize, &[usize])> = scored.collect();
        let best = scored.iter().map(|(score, ..)| *score).max().unwrap_or(0);
        scored.retain(|(score, ..)| score * 100 >= best * FLOOR_PERCENT);
        // Of two equal matches the one nearer to the start of what is shown is meant.
        let mut begin = |names: &[usize]| {
            let shown = names.first().copied().unwrap_or_default();
            words.iter().map(|word| word.begin(shown, names, &self.names, matcher)).sum::<u32>()
        };
        scored.sort_by_cached_key(|(score, _, names)| (Reverse(*score), begin(names)));
        scored.into_iter().map(|(_, place, _)| place).collect()
    }

    fn things(&self) -> impl Iterator<Item = &[usize]> {
        let mut start = 0;
        self.ends
            .iter()
            .map(move |end| self.by_thing.get(std::mem::replace(&mut start, *end)..*end).unwrap_or_default())
    }
}

impl<'a> Word<'a> {
    fn of(atom: &'a Atom, names: &[Utf32String], matcher: &mut Matcher) -> Self {
        Self { atom, scores: names.iter().map(|name| atom.score(name.slice(..), matcher)).collect() }
    }

    /// How well the best of `names` matches; a word that is not wanted must be in none of them.
    fn best(&self, names: &[usize]) -> Option<u32> {
        let scores = names.iter().map(|name| self.scores.get(*name).copied().flatten());
        let best = if self.atom.negative { scores.min() } else { scores.max() };
        best.flatten().map(u32::from)
    }

    /// Where it begins in the name that is shown, behind every end where only another of them has it.
    fn begin(&self, shown: usize, names: &[usize], texts: &[Utf32String], matcher: &mut Matcher) -> u32 {
        let Some(text) = texts.get(shown) else { return 0 };
        let mut letters = Vec::new();
        if self.best(&[shown]) == self.best(names) {
            self.atom.indices(text.slice(..), matcher, &mut letters);
        }
        letters.into_iter().min().unwrap_or(BEHIND)
    }
}
