//! Plain finding: every place where a text holds the words typed.

use std::ops::Range;

use nucleo::chars;
use nucleo::pattern::{CaseMatching, Normalization};

use super::fold::fold;

/// The byte ranges of `text` that read like `needle`, in order and without overlaps.
///
/// Accents never matter and case only when `needle` has a capital letter. An empty needle is found nowhere.
pub fn find(text: &str, needle: &str) -> Vec<Range<usize>> {
    let mind_case = needle.chars().any(chars::is_upper_case);
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
        fn what_was_cut_out_of_a_text_is_found_in_it(text in "[a-z é日]{1,40}", from in 0_usize..20, len in 1_usize..8) {
            let needle: String = text.chars().skip(from).take(len).collect();
            prop_assert_eq!(find(&text, &needle).is_empty(), needle.is_empty());
        }
    }
}
