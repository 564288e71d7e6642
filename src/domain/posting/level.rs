//! Levels that a text names: `L5` anywhere, `Senior` in its first line or just before what people are called.

use super::NamedLevel;
use super::vocabulary::{Term, Vocabulary};
use super::word::Word;

/// How many words may stand between a level and what people are called: `Senior Backend Engineer`.
const BETWEEN: usize = 2;

/// The levels that `words` name, each once, in the order of the text.
pub(super) fn named<'a>(vocabulary: &Vocabulary<'a>, words: &[Word]) -> Vec<NamedLevel<'a>> {
    let mut named: Vec<NamedLevel<'a>> = Vec::new();
    for place in 0..words.len() {
        for (level, term) in vocabulary.levels() {
            let behind = place + term.len();
            let is_known = named.iter().any(|known| known.level.id == level.id);
            if !is_known && term.fits(words, place) && is_meant(vocabulary, term, words, place, behind) {
                named.push(NamedLevel { level, words: term.name() });
            }
        }
    }
    // The first line is nearly always the job's own title; further down others are named too.
    let is_first = |named: &NamedLevel<'_>| {
        let mut terms = vocabulary.levels().filter(|(_, term)| term.name() == named.words);
        let mut starts = 0..words.iter().take_while(|word| word.line == 0).count();
        terms.any(|(_, term)| starts.any(|place| term.fits(words, place)))
    };
    if named.iter().any(is_first) {
        named.retain(is_first);
    }
    named
}

/// Whether the words of a level mean one: `lead the design` and `associate with` do not.
fn is_meant(vocabulary: &Vocabulary<'_>, term: &Term<'_>, words: &[Word], place: usize, behind: usize) -> bool {
    if term.name().chars().any(|c| c.is_ascii_digit()) {
        return true;
    }
    let is_capital = words.get(place).is_some_and(|word| word.written.starts_with(char::is_uppercase));
    let before_people = || {
        let line = words.get(place).map(|word| word.line);
        let next = words.iter().skip(behind).take(BETWEEN + 1);
        let mut next = next.take_while(|word| word.follows && Some(word.line) == line);
        // `Lead our engineers` is no level: one person is meant.
        next.any(|word| vocabulary.is_people(&word.stem) && word.written.to_lowercase() == word.stem)
    };
    let in_first_line = words.get(place).is_some_and(|word| word.line == 0) && words.iter().any(|word| word.line > 0);
    is_capital && (in_first_line || before_people())
}
