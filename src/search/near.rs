//! One wrong letter: the words of the texts nearest to one that nothing has.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use memchr::memmem;

use super::fold::is_of_word;
use super::part::Part;

/// The fewest letters of a word in which one may be wrong.
pub(super) const FEWEST: usize = 5;
/// The most: no language writes longer words, and what is longer is not compared with each of a hundred thousand.
const MOST: usize = 60;
/// How many words are tried in place of one.
pub(super) const TRIED: usize = 4;

/// Which words may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// Whole ones.
    Whole,
    /// Those that only begin so too.
    Begun,
}

impl Part {
    /// The words of all texts that are long enough to be meant with a wrong letter, those of names and those that are
    /// said most first. Told once.
    fn words(&self) -> &[Box<str>] {
        self.words.get_or_init(|| {
            let mut counts: HashMap<&[u8], usize, RandomState> = HashMap::default();
            for word in self.folded.split(|byte| !is_of_word(*byte)).filter(|word| word.len() + 1 >= FEWEST) {
                *counts.entry(word).or_default() += 1;
            }
            let names =
                self.names.iter().flat_map(|text| self.folded[self.folded_at(*text)].split(|b| !is_of_word(*b)));
            for word in names {
                counts.entry(word).and_modify(|count| *count += 1_000);
            }
            let mut words: Vec<(usize, &[u8])> = counts.into_iter().map(|(word, count)| (count, word)).collect();
            words.sort_unstable_by(|(a, one), (b, other)| b.cmp(a).then(one.cmp(other)));
            words.into_iter().filter_map(|(_, word)| Some(std::str::from_utf8(word).ok()?.into())).collect()
        })
    }
}

/// The words of `parts` that differ from `typed` in one letter (left out, added, changed or swapped with the next),
/// whole words before those that begin so; for a word of fewer than five letters only the one that it is the plural of, and none
/// for one of more than sixty.
pub(super) fn nearest<'a>(mut parts: impl Iterator<Item = &'a Part>, typed: &str, near: Near) -> Vec<&'a str> {
    let letters: Vec<char> = typed.chars().collect();
    if let (true, Some(one)) = (letters.len() < FEWEST, typed.strip_suffix('s')) {
        return parts.find_map(|part| whole_word(part, one)).into_iter().collect();
    }
    if !(FEWEST..=MOST).contains(&letters.len()) || !letters.iter().all(|letter| letter.is_alphanumeric()) {
        return Vec::new();
    }
    let (mut whole, mut begun): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for word in parts.flat_map(Part::words) {
        let count = word.chars().count();
        if count + 1 < letters.len() {
            continue;
        }
        if count <= letters.len() + 1 && differs_in_one(word, typed) {
            whole.push(word);
        } else if near == Near::Begun && begun.len() < TRIED {
            let begins = (letters.len()..=letters.len() + 1).any(|end| differs_in_one(start(word, end), typed));
            begun.extend(begins.then_some(&**word));
        }
    }
    whole.extend(begun);
    whole.dedup();
    whole.truncate(TRIED);
    whole
}

/// The `most` words of `parts` that look like `typed`.
pub(super) fn alike<'a>(parts: impl Iterator<Item = &'a Part>, typed: &str, most: usize) -> Vec<&'a str> {
    crate::text::nearest(typed, parts.flat_map(Part::words).map(|word| &**word), most)
}

/// `word`, where it is one of the words of `part`; a letter alone is none.
fn whole_word<'a>(part: &'a Part, word: &str) -> Option<&'a str> {
    let is_of_word_at = |place: usize| part.folded.get(place).copied().is_some_and(is_of_word);
    let is_whole = |at: &usize| (*at == 0 || !is_of_word_at(at - 1)) && !is_of_word_at(at + word.len());
    let mut places = memmem::find_iter(&part.folded, word.as_bytes()).filter(is_whole);
    let at = places.next().filter(|_| word.len() > 1 && word.bytes().all(is_of_word))?;
    std::str::from_utf8(&part.folded[at..at + word.len()]).ok()
}

fn start(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

fn differs_in_one(word: &str, typed: &str) -> bool {
    strsim::osa_distance(word, typed) == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::entry::{Field, Kind, Target};
    use crate::search::part::{Builder, NONE};

    #[test]
    fn one_letter_may_be_wrong_in_a_word_of_five() {
        let mut build = Builder::default();
        let target = Target::Skill("reconciliation".parse().expect("an id"));
        build.doc(Kind::Skill, target, Field::Title, "Reconciliation of ledgers by hand", NONE);
        let part = build.finish();
        let near = |typed| nearest(std::iter::once(&part), typed, Near::Begun);
        assert_eq!(near("reconcilation"), ["reconciliation"]);
        assert_eq!(near("reconciilation"), ["reconciliation"]);
        assert_eq!(near("reconciloation"), ["reconciliation"]);
        assert_eq!(near("recnoc"), ["reconciliation"], "the start of a word");
        assert_eq!(nearest(std::iter::once(&part), "recnoc", Near::Whole), Vec::<&str>::new());
        assert_eq!(near("ledegrs"), ["ledgers"]);
        assert_eq!(near("recnociloation"), Vec::<&str>::new(), "two are wrong");
        assert_eq!(near("hnad"), Vec::<&str>::new(), "four letters");
        assert_eq!((near("ofs"), near("bys")), (vec!["of"], vec!["by"]), "but the plural of a word");
        assert_eq!((near("leds"), near("hans"), near("s")), (vec![], vec![], vec![]), "no part of one");
    }
}
