//! [`Name`]: a name of a short list, with what tells at a glance that a word is not in it. Most words are in few names, and
//! nucleo takes ten times as long to say so.

use memchr::memmem::Finder;
use nucleo::pattern::Atom;
use nucleo::{Utf32Str, Utf32String};

/// A name.
#[derive(Debug)]
pub(super) struct Name {
    /// As nucleo reads it.
    pub(super) text: Utf32String,
    /// The first letters of its words.
    pub(super) initials: Utf32String,
    /// In small letters; `None` where it has others than ASCII: nucleo alone knows what they are compared as.
    small: Option<Box<[u8]>>,
}

/// The letters of a word, small; `None` where a glance tells nothing: it is not wanted, or has others than ASCII.
pub(super) struct Letters(Option<Finder<'static>>);

impl Name {
    pub(super) fn new(name: &str) -> Self {
        let small = name.is_ascii().then(|| name.to_ascii_lowercase().into_bytes().into());
        Self { text: name.into(), initials: initials(name).into(), small }
    }

    /// Whether the letters can be in it in their order, whatever stands between them.
    pub(super) fn may_have(&self, letters: &Letters) -> bool {
        let (Some(small), Letters(Some(letters))) = (&self.small, letters) else { return true };
        let mut rest = small.iter();
        letters.needle().iter().all(|letter| rest.any(|other| other == letter))
    }

    /// Whether the letters can be in it in a row.
    pub(super) fn may_have_in_a_row(&self, letters: &Letters) -> bool {
        let (Some(small), Letters(Some(letters))) = (&self.small, letters) else { return true };
        letters.find(small).is_some()
    }
}

impl Letters {
    /// Those of `word`.
    pub(super) fn of(word: &Atom) -> Self {
        Self(match word.needle_text() {
            Utf32Str::Ascii(letters) if !word.negative => Some(Finder::new(&letters.to_ascii_lowercase()).into_owned()),
            _ => None,
        })
    }
}

/// The first letters of a name's words.
fn initials(name: &str) -> String {
    let mut is_inside = false;
    let begins = |letter: &char| {
        let is_letter = letter.is_alphanumeric();
        !std::mem::replace(&mut is_inside, is_letter) && is_letter
    };
    name.chars().filter(begins).collect()
}

#[cfg(test)]
mod tests {
    use nucleo::Matcher;
    use proptest::prelude::*;

    use super::super::in_a_row;
    use super::*;
    use crate::search::find::FOLDING;

    proptest! {
        #[test]
        fn a_glance_rules_out_nothing_that_nucleo_finds(name in "[a-cA-C ÄàßıİK-]{0,12}", word in "!?[\\^']?[a-cA-Cäıkß]{1,4}\\$?") {
            let (case, accents) = FOLDING;
            let (name, word) = (Name::new(&name), Atom::parse(&word, case, accents));
            let letters = Letters::of(&word);
            let mut matcher = Matcher::default();
            if word.score(name.text.slice(..), &mut matcher).is_some() {
                prop_assert!(name.may_have(&letters));
            }
            if in_a_row(&word).is_some_and(|row| row.score(name.text.slice(..), &mut matcher).is_some()) {
                prop_assert!(name.may_have_in_a_row(&letters));
            }
        }
    }

    #[test]
    fn a_glance_rules_out_what_lacks_the_letters_or_their_order() {
        let (case, accents) = FOLDING;
        let has = |name: &str, word: &str| {
            let (name, letters) = (Name::new(name), Letters::of(&Atom::parse(word, case, accents)));
            (name.may_have(&letters), name.may_have_in_a_row(&letters))
        };
        assert_eq!(has("Staff Engineer", "stfeng"), (true, false));
        assert_eq!(has("Staff Engineer", "taff"), (true, true));
        assert_eq!(has("Staff Engineer", "engs"), (false, false));
    }

    #[test]
    fn initials_are_those_of_words_of_letters_and_figures() {
        assert_eq!(initials("Senior Site-Reliability (L5) Ärztin"), "SSRLÄ");
    }
}
