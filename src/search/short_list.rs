//! [`ShortList`]: things with what each is called, laid out so that a name that many have is looked at once.
//!
//! Letters may be scattered only where nobody can mean less: when a word of any name begins with what was typed, a name must have the
//! letters in a row or as the first letters of its words. Else three letters would leave nearly everything.

use std::cmp::Reverse;
use std::collections::HashMap;

use nucleo::pattern::{Atom, AtomKind};
use nucleo::{Matcher, Utf32Str, Utf32String};

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

/// A word of a query, with how each name matches it.
struct Word<'a> {
    atom: &'a Atom,
    matches: Vec<Option<Match>>,
}

/// How a name matches a word.
#[derive(Clone, Copy)]
struct Match {
    score: u16,
    /// Where in the name, as far as that is known without looking again.
    start: Option<u32>,
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
        let begun = in_a_row(atom).and_then(|row| begun(&row, atom, names, matcher));
        let mut any = |name: &Utf32String| anywhere(atom, name, matcher);
        Self { atom, matches: begun.unwrap_or_else(|| names.iter().map(&mut any).collect()) }
    }

    /// How well the best of `names` matches; a word that is not wanted must be in none of them.
    fn best(&self, names: &[usize]) -> Option<u32> {
        let scores = names.iter().map(|name| self.of_name(*name).map(|found| found.score));
        let best = if self.atom.negative { scores.min() } else { scores.max() };
        best.flatten().map(u32::from)
    }

    /// Where it begins in the name that is shown, behind every end where only another of them has it.
    fn begin(&self, shown: usize, names: &[usize], texts: &[Utf32String], matcher: &mut Matcher) -> u32 {
        let (Some(text), Some(found)) = (texts.get(shown), self.of_name(shown)) else { return BEHIND };
        if self.best(&[shown]) != self.best(names) {
            return BEHIND;
        }
        let look = || {
            let mut letters = Vec::new();
            self.atom.indices(text.slice(..), matcher, &mut letters);
            letters.into_iter().min()
        };
        found.start.or_else(look).unwrap_or(BEHIND)
    }

    fn of_name(&self, name: usize) -> Option<Match> {
        self.matches.get(name).copied().flatten()
    }
}

fn anywhere(atom: &Atom, name: &Utf32String, matcher: &mut Matcher) -> Option<Match> {
    atom.score(name.slice(..), matcher).map(|score| Match { score, start: None })
}

/// The same word with its letters in a row; `None` where they must be so anyway, or in another way.
pub(super) fn in_a_row(atom: &Atom) -> Option<Atom> {
    (atom.kind == AtomKind::Fuzzy).then(|| {
        let mut row = atom.clone();
        row.kind = AtomKind::Substring;
        row
    })
}

/// How names match that have the letters in a row, or as first letters of their words; `None` when no word of them begins so.
fn begun(row: &Atom, atom: &Atom, names: &[Utf32String], matcher: &mut Matcher) -> Option<Vec<Option<Match>>> {
    let mut letters = Vec::new();
    let mut begins = false;
    let mut in_a_row = |name: &Utf32String| {
        letters.clear();
        let score = row.indices(name.slice(..), matcher, &mut letters)?;
        let start = letters.first().copied();
        let before = start.and_then(|start| start.checked_sub(1));
        begins |= before.is_none_or(|before| !name.slice(..).get(before).is_alphanumeric());
        Some(Match { score, start })
    };
    let mut all: Vec<Option<Match>> = names.iter().map(&mut in_a_row).collect();
    if !begins {
        return None;
    }
    let mut chars = Vec::new();
    for (found, name) in all.iter_mut().zip(names).filter(|(found, _)| found.is_none()) {
        if row.score(Utf32Str::new(&initials(name.slice(..)), &mut chars), matcher).is_some() {
            *found = anywhere(atom, name, matcher);
        }
    }
    Some(all)
}

/// The first letters of a name's words.
fn initials(name: Utf32Str<'_>) -> String {
    let mut is_inside = false;
    let begins = |letter: &char| {
        let is_letter = letter.is_alphanumeric();
        !std::mem::replace(&mut is_inside, is_letter) && is_letter
    };
    name.chars().filter(begins).collect()
}
