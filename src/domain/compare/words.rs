//! Which words of a text changed against another.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The byte ranges of the words that one text has and the other has not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// In the text of the base: words that are gone.
    pub gone: Vec<Range<usize>>,
    /// In the other text: words that are new.
    pub new: Vec<Range<usize>>,
}

/// The words that changed from `before` to `after`. Neighbouring words are one range; all words outside the ranges are
/// the same in both, in the same order. Where a look at the words alone, in whatever order, shows that `after` is
/// rewritten, all words of both are changed: to find the few that happen to stand in both would take most of the time
/// of a comparison, and nobody reads them.
pub fn changed_words(before: &str, after: &str) -> Words {
    let (old, new) = (places(before), places(after));
    if is_too_much(surely_new(before, &old, after, &new), after) {
        return Words { gone: span(&old).into_iter().collect(), new: span(&new).into_iter().collect() };
    }
    let old_words: Vec<&str> = old.iter().map(|word| &before[word.clone()]).collect();
    let new_words: Vec<&str> = new.iter().map(|word| &after[word.clone()]).collect();
    let mut words = Words::default();
    for step in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        if !matches!(step, DiffOp::Equal { .. }) {
            words.gone.extend(span(&old[step.old_range()]));
            words.new.extend(span(&new[step.new_range()]));
        }
    }
    words
}

impl Words {
    /// Whether so much of `after` is new that lighting it would light nearly everything.
    pub fn is_rewritten(&self, after: &str) -> bool {
        is_too_much(self.new.iter().map(ExactSizeIterator::len).sum(), after)
    }
}

/// Whether `new` bytes are so much of `text`.
fn is_too_much(new: usize, text: &str) -> bool {
    new * 3 > text.len() * 2
}

/// The bytes of the words of `after` that `before` has not, or not as often.
fn surely_new(before: &str, old: &[Range<usize>], after: &str, new: &[Range<usize>]) -> usize {
    let sorted = |text: &str, places: &[Range<usize>]| {
        let mut words: Vec<(u64, usize)> =
            places.iter().map(|word| (number(&text.as_bytes()[word.clone()]), word.len())).collect();
        words.sort_unstable();
        words
    };
    let (old, new) = (sorted(before, old), sorted(after, new));
    let mut left = old.into_iter().peekable();
    let mut surely_new = 0;
    for (word, bytes) in new {
        while left.next_if(|(other, _)| *other < word).is_some() {}
        if left.next_if(|(other, _)| *other == word).is_none() {
            surely_new += bytes;
        }
    }
    surely_new
}

/// A number for a word. Two words with one number make two texts look more alike than they are, never less.
fn number(word: &[u8]) -> u64 {
    word.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Where the words are.
fn places(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let place = |word: &str| {
        let start = at;
        at += word.len() + 1;
        start..start + word.len()
    };
    text.split([' ', '\n']).map(place).filter(|word| !word.is_empty()).collect()
}

/// From the first word to the last.
fn span(words: &[Range<usize>]) -> Option<Range<usize>> {
    Some(words.first()?.start..words.last()?.end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn outside(text: &str, ranges: &[Range<usize>]) -> Vec<String> {
        let words = places(text).into_iter();
        let kept = words.filter(|word| !ranges.iter().any(|range| range.start <= word.start && word.end <= range.end));
        kept.map(|word| text[word].to_owned()).collect()
    }

    #[test]
    fn a_word_in_the_middle_is_found_in_both_texts() {
        let (before, after) = ("Leads reviews for the team", "Leads design reviews for several teams");
        let words = changed_words(before, after);
        let lit = |text: &'static str, ranges: &[Range<usize>]| {
            ranges.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>()
        };
        assert_eq!(lit("Leads reviews for the team", &words.gone), ["the team"]);
        assert_eq!(lit("Leads design reviews for several teams", &words.new), ["design", "several teams"]);
        assert!(!words.is_rewritten(after));
    }

    #[test]
    fn a_text_with_no_word_in_common_is_rewritten() {
        assert!(changed_words("Owns one flow", "Sells a product").is_rewritten("Sells a product"));
        assert_eq!(changed_words("Owns one flow", "Owns one flow"), Words::default());
    }

    proptest! {
        #[test]
        fn a_look_at_the_words_calls_nothing_rewritten_that_is_not(before in "[abc ]{0,40}", after in "[abc ]{0,40}") {
            let (old, new) = (places(&before), places(&after));
            let old_words: Vec<&str> = old.iter().map(|word| &before[word.clone()]).collect();
            let new_words: Vec<&str> = new.iter().map(|word| &after[word.clone()]).collect();
            let steps = capture_diff_slices(Algorithm::Myers, &old_words, &new_words);
            let ranges = steps.iter().filter(|step| !matches!(step, DiffOp::Equal { .. }));
            let slow = Words { new: ranges.filter_map(|step| span(&new[step.new_range()])).collect(), gone: Vec::new() };
            prop_assert_eq!(changed_words(&before, &after).is_rewritten(&after), slow.is_rewritten(&after));
        }

        #[test]
        fn words_outside_the_ranges_are_the_same_in_both(before in "[abé \n]{0,40}", after in "[abé \n]{0,40}") {
            let words = changed_words(&before, &after);
            prop_assert_eq!(outside(&before, &words.gone), outside(&after, &words.new));
        }
    }
}
