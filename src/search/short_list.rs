//! [`ShortList`]: things with what each is called, laid out so that a name that many have is looked at once.
//!
//! Letters may be scattered only where nobody can mean less: when a word of any name begins with what was typed, a name must have the
//! letters in a row or as the first letters of its words. Else three letters would leave nearly everything.

use std::cmp::Reverse;
use std::collections::HashMap;

use nucleo::Matcher;
use nucleo::pattern::{Atom, AtomKind};

use self::name::{Letters, Name};

mod name;

/// Hits that score under this share of the best are scattered letters, not what was meant.
const FLOOR_PERCENT: u32 = 80;
/// Behind the end of every name that is shown: a catalog takes none so long.
const BEHIND: u32 = 1_000;

/// Things in their order, each with its names, the one that is shown first.
#[derive(Debug, Default)]
pub struct ShortList {
    /// Every name once: many rungs share those of their level.
    names: Vec<Name>,
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
                    list.names.push(Name::new(name));
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
    fn of(atom: &'a Atom, names: &[Name], matcher: &mut Matcher) -> Self {
        let letters = Letters::of(atom);
        let begun = in_a_row(atom).and_then(|row| begun(&row, atom, &letters, names, matcher));
        let mut any = |name: &Name| anywhere(atom, &letters, name, matcher);
        Self { atom, matches: begun.unwrap_or_else(|| names.iter().map(&mut any).collect()) }
    }

    /// How well the best of `names` matches; a word that is not wanted must be in none of them.
    fn best(&self, names: &[usize]) -> Option<u32> {
        let scores = names.iter().map(|name| self.of_name(*name).map(|found| found.score));
        let best = if self.atom.negative { scores.min() } else { scores.max() };
        best.flatten().map(u32::from)
    }

    /// Where it begins in the name that is shown, behind every end where only another of them has it.
    fn begin(&self, shown: usize, names: &[usize], all: &[Name], matcher: &mut Matcher) -> u32 {
        let (Some(name), Some(found)) = (all.get(shown), self.of_name(shown)) else { return BEHIND };
        if self.best(&[shown]) != self.best(names) {
            return BEHIND;
        }
        let look = || {
            let mut letters = Vec::new();
            self.atom.indices(name.text.slice(..), matcher, &mut letters);
            letters.into_iter().min()
        };
        found.start.or_else(look).unwrap_or(BEHIND)
    }

    fn of_name(&self, name: usize) -> Option<Match> {
        self.matches.get(name).copied().flatten()
    }
}

fn anywhere(atom: &Atom, letters: &Letters, name: &Name, matcher: &mut Matcher) -> Option<Match> {
    let score = name.may_have(letters).then(|| atom.score(name.text.slice(..), matcher))??;
    Some(Match { score, start: None })
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
fn begun(
    row: &Atom,
    atom: &Atom,
    letters: &Letters,
    names: &[Name],
    matcher: &mut Matcher,
) -> Option<Vec<Option<Match>>> {
    let mut found = Vec::new();
    let mut begins = false;
    let mut in_a_row = |name: &Name| {
        found.clear();
        let text = name.text.slice(..);
        let score = name.may_have_in_a_row(letters).then(|| row.indices(text, matcher, &mut found))??;
        let start = found.first().copied();
        let before = start.and_then(|start| start.checked_sub(1));
        begins |= before.is_none_or(|before| !text.get(before).is_alphanumeric());
        Some(Match { score, start })
    };
    let mut all: Vec<Option<Match>> = names.iter().map(&mut in_a_row).collect();
    if !begins {
        return None;
    }
    for (found, name) in all.iter_mut().zip(names).filter(|(found, _)| found.is_none()) {
        if row.score(name.initials.slice(..), matcher).is_some() {
            *found = anywhere(atom, letters, name, matcher);
        }
    }
    Some(all)
}
