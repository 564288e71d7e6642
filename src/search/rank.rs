//! Fuzzy ranking: which of many things have names that read like the query, best first, and by which letters.

use nucleo::Utf32Str;
use nucleo::pattern::{AtomKind, Pattern};

use super::find::FOLDING;
use super::matcher;
use super::short_list::{ShortList, in_a_row};

/// How words of a query are matched, unless they carry a sign of their own (`'exact`, `^prefix`, `suffix$`, `!not`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Matching {
    /// Letters in order, gaps allowed.
    #[default]
    Fuzzy,
    /// Letters in a row.
    Exact,
}

impl Matching {
    /// The other one.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Fuzzy => Self::Exact,
            Self::Exact => Self::Fuzzy,
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fuzzy => "fuzzy",
            Self::Exact => "exact",
        }
    }
}

/// Ranks things and lights their names, and keeps what it needs for that between queries.
#[derive(Default)]
pub struct Ranker {
    chars: Vec<char>,
    /// The query last asked for: a list is ranked and then lit row by row with the same one.
    last: Option<(String, Matching, Pattern)>,
}

impl std::fmt::Debug for Ranker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ranker")
    }
}

impl Ranker {
    /// The places of the things whose names match every word of `query`, best first; ties keep their order. Each word is
    /// looked for in each name alone. An empty query matches all.
    pub fn rank(&mut self, query: &str, matching: Matching, list: &ShortList) -> Vec<usize> {
        let pattern = pattern(&mut self.last, query, matching);
        matcher::with(|matcher| list.best_first(&pattern.atoms, matcher))
    }

    /// Which characters of `text` (grapheme clusters, from 0) match the words of `query`, in order. Words that do not
    /// occur in it light nothing: they may have matched something that is not shown.
    pub fn light(&mut self, query: &str, matching: Matching, text: &str) -> Vec<u32> {
        let Self { chars, last } = self;
        let pattern = pattern(last, query, matching);
        let text = Utf32Str::new(text, chars);
        let mut letters = Vec::new();
        matcher::with(|matcher| {
            for word in pattern.atoms.iter().filter(|word| !word.negative) {
                let row = in_a_row(word).and_then(|row| row.indices(text, matcher, &mut letters));
                row.or_else(|| word.indices(text, matcher, &mut letters));
            }
        });
        letters.sort_unstable();
        letters.dedup();
        letters
    }
}

fn pattern<'a>(last: &'a mut Option<(String, Matching, Pattern)>, query: &str, matching: Matching) -> &'a Pattern {
    let known = last.take().filter(|(text, how, _)| text == query && *how == matching);
    let (.., pattern) = last.insert(known.unwrap_or_else(|| (query.to_owned(), matching, parsed(query, matching))));
    pattern
}

fn parsed(query: &str, matching: Matching) -> Pattern {
    let (case, accents) = FOLDING;
    let mut pattern = Pattern::parse(query, case, accents);
    if matching == Matching::Exact {
        for atom in pattern.atoms.iter_mut().filter(|atom| atom.kind == AtomKind::Fuzzy) {
            atom.kind = AtomKind::Substring;
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TITLES: [&str; 4] = [
        "Payment Systems Engineer",
        "Senior Payment Systems Engineer",
        "Staff Payment Systems Engineer",
        "Web Engineer",
    ];

    fn places(query: &str, matching: Matching) -> Vec<usize> {
        ranked(query, matching, TITLES.map(|title| [title]))
    }

    fn ranked<'a>(
        query: &str,
        matching: Matching,
        names: impl IntoIterator<Item: IntoIterator<Item = &'a str>>,
    ) -> Vec<usize> {
        Ranker::default().rank(query, matching, &names.into_iter().collect())
    }

    #[test]
    fn words_match_in_any_order() {
        assert_eq!(places("paym staff", Matching::Fuzzy), [2]);
    }

    #[test]
    fn of_equal_matches_the_one_nearer_to_the_start_comes_first() {
        let names = [["Customer Support Engineer"], ["Support Engineer"]];
        assert_eq!(ranked("support", Matching::Fuzzy, names), [1, 0]);
    }

    #[test]
    fn each_word_may_be_in_another_name_and_none_is_in_two() {
        let names = [["Web Engineer", "Senior"], ["Kernel Engineer", "Senior"]];
        assert_eq!(ranked("senior web", Matching::Fuzzy, names), [0]);
        assert_eq!(ranked("^senior", Matching::Fuzzy, names), [0, 1]);
        assert_eq!(ranked("senior !web", Matching::Fuzzy, names), [1]);
        assert!(ranked("engineers", Matching::Fuzzy, names).is_empty());
    }

    #[test]
    fn the_name_that_is_shown_counts_before_another() {
        let names = [["Web Engineer", "Support Engineer"], ["Support Engineer", "Web Engineer"]];
        assert_eq!(ranked("support", Matching::Fuzzy, names), [1, 0]);
        assert_eq!(ranked("web", Matching::Fuzzy, names), [0, 1]);
        let names = [["Principal Engineer", "L5"], ["Architect", "L5"]];
        assert_eq!(ranked("l5", Matching::Fuzzy, names), [0, 1], "neither shows it");
    }

    #[test]
    fn scattered_letters_count_where_no_name_begins_with_them() {
        let names = [["Senior Kernel Engineer"], ["Staff Engineer"], ["Software Engineering Node"], ["Absent"]];
        assert_eq!(ranked("sen", Matching::Fuzzy, names), [0, 2], "in a row, or first letters");
        assert_eq!(ranked("stfeng", Matching::Fuzzy, names), [1], "nothing begins so");
        let letters = Ranker::default().light("sen", Matching::Fuzzy, "Staff of Senior");
        assert_eq!(letters, [9, 10, 11], "and not the first S");
    }

    #[test]
    fn an_empty_query_keeps_everything_in_order() {
        assert_eq!(places("", Matching::Fuzzy), [0, 1, 2, 3]);
    }

    #[test]
    fn exact_wants_the_letters_in_a_row() {
        assert_eq!(places("pymt", Matching::Fuzzy), [0, 2, 1]);
        assert!(places("pymt", Matching::Exact).is_empty());
        assert_eq!(places("!payment", Matching::Exact), [3]);
    }

    #[test]
    fn the_matched_letters_are_named() {
        let light = |text| Ranker::default().light("web staff", Matching::Fuzzy, text);
        assert_eq!(light("Web Engineer"), [0, 1, 2]);
        assert_eq!(light("Staff Web"), [0, 1, 2, 3, 4, 6, 7, 8]);
        assert!(light("Kernel").is_empty());
    }

    proptest! {
        #[test]
        fn every_lit_letter_belongs_to_the_query(query in "[a-z]{1,6}", title in prop::sample::select(&TITLES[..])) {
            for letter in Ranker::default().light(&query, Matching::Fuzzy, title) {
                let lit = title.chars().nth(letter as usize).map(|c| c.to_ascii_lowercase());
                prop_assert!(lit.is_some_and(|lit| query.contains(lit)));
            }
        }
    }
}
