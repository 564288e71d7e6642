//! Plain finding: every place where a text holds the words typed.

use std::ops::Range;

use memchr::memmem;
use nucleo::chars;
use nucleo::pattern::{CaseMatching, Normalization};

use super::fold::fold;

/// The byte ranges of `text` that read like `needle`, in order and without overlaps.
///
/// Accents never matter and case only when `needle` has a capital letter. An empty needle is found nowhere.
pub fn find(text: &str, needle: &str) -> Vec<Range<usize>> {
    let mind_case = needle.chars().any(chars::is_upper_case);
    if text.is_ascii() && needle.is_ascii() {
        return find_ascii(text, needle, mind_case);
    }
    let fold = |c| fold(c, mind_case);
    let needle: Vec<char> = needle.chars().map(fold).collect();
    if needle.is_empty() {
        return Vec::new();
    }
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, fold(c))).collect();
    let end_of = |place: usize| letters.get(place).map_or(text.len(), |(at, _)| *at);
    let mut found = Vec::new();
    let mut place = 0;
    while place + needle.len() <= letters.len() {
        let same = letters[place..].iter().zip(&needle).all(|((_, letter), wanted)| letter == wanted);
        if same {
            found.push(letters[place].0..end_of(place + needle.len()));
            place += needle.len();
        } else {
            place += 1;
        }
    }
    found
}

/// The same where every byte is a letter: most texts, and many times as fast.
fn find_ascii(text: &str, needle: &str, mind_case: bool) -> Vec<Range<usize>> {
    let places = |text: &str, needle: &str| -> Vec<Range<usize>> {
        let starts = memmem::find_iter(text.as_bytes(), needle.as_bytes());
        starts.filter(|_| !needle.is_empty()).map(|start| start..start + needle.len()).collect()
    };
    if mind_case { places(text, needle) } else { places(&text.to_ascii_lowercase(), needle) }
}

/// Smart case and no accents, as [`find`] does it, in nucleo's words.
pub(super) const FOLDING: (CaseMatching, Normalization) = (CaseMatching::Smart, Normalization::Smart);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_place_is_found_whatever_the_case() {
        assert_eq!(find("Ledger, ledger and LEDGER", "ledger"), [0..6, 8..14, 19..25]);
    }

    #[test]
    fn a_capital_letter_minds_the_case() {
        assert_eq!(find("Ledger, ledger", "Ledger"), vec![0..6]);
    }

    #[test]
    fn accents_do_not_matter() {
        assert_eq!(find("the café", "cafe"), vec![4..9]);
    }

    #[test]
    fn nothing_is_found_nowhere() {
        assert!(find("ledger", "").is_empty());
        assert!(find("", "ledger").is_empty());
    }

    proptest! {
        #[test]
        fn texts_of_plain_letters_are_found_in_like_others(text in "[a-cA-C ]{0,30}", needle in "[a-cA-C ]{0,3}") {
            // A letter of another script sends the same text the long way.
            prop_assert_eq!(find(&text, &needle), find(&format!("{text}日"), &needle));
        }

        #[test]
        fn what_was_cut_out_of_a_text_is_found_in_it(text in "[a-z é日]{1,40}", from in 0_usize..20, len in 1_usize..8) {
            let needle: String = text.chars().skip(from).take(len).collect();
            prop_assert_eq!(find(&text, &needle).is_empty(), needle.is_empty());
        }
    }
}
