//! Fuzzy ranking: which of many texts read like the query, best first, and by which letters.

use nucleo::pattern::{AtomKind, Pattern};
use nucleo::{Config, Matcher, Utf32Str};

use super::find::FOLDING;

/// Hits that score under this share of the best are scattered letters, not what was meant.
const FLOOR_PERCENT: u32 = 55;

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

/// A text that matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its place among the texts that were ranked.
    pub place: usize,
    /// Which of its characters (grapheme clusters, from 0) matched, in order.
    pub letters: Vec<u32>,
}

/// nucleo's matcher with its scratch memory, kept between queries.
#[derive(Default)]
pub struct Ranker {
    /// Made at the first query: its tables are 135 KB that the first frame does not need.
    matcher: Option<Matcher>,
    chars: Vec<char>,
}

impl std::fmt::Debug for Ranker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ranker")
    }
}

impl Ranker {
    /// The texts that match every word of `query`, best first; ties keep their order. An empty query matches all.
    pub fn rank<'a>(&mut self, query: &str, matching: Matching, texts: impl IntoIterator<Item = &'a str>) -> Vec<Hit> {
        let pattern = pattern(query, matching);
        let matcher = self.matcher.get_or_insert_with(|| Matcher::new(Config::DEFAULT));
        let mut scored: Vec<(u32, Hit)> = Vec::new();
        for (place, text) in texts.into_iter().enumerate() {
            let mut letters = Vec::new();
            let haystack = Utf32Str::new(text, &mut self.chars);
            if let Some(score) = pattern.indices(haystack, matcher, &mut letters) {
                letters.sort_unstable();
                letters.dedup();
                scored.push((score, Hit { place, letters }));
            }
        }
        let best = scored.iter().map(|(score, _)| *score).max().unwrap_or(0);
        scored.retain(|(score, _)| score * 100 >= best * FLOOR_PERCENT);
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored.into_iter().map(|(_, hit)| hit).collect()
    }
}

fn pattern(query: &str, matching: Matching) -> Pattern {
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
        Ranker::default().rank(query, matching, TITLES).into_iter().map(|hit| hit.place).collect()
    }

    #[test]
    fn words_match_in_any_order() {
        assert_eq!(places("paym staff", Matching::Fuzzy), [2]);
    }

    #[test]
    fn an_empty_query_keeps_everything_in_order() {
        assert_eq!(places("", Matching::Fuzzy), [0, 1, 2, 3]);
    }

    #[test]
    fn exact_wants_the_letters_in_a_row() {
        assert_eq!(places("pymt", Matching::Fuzzy), [0, 1, 2]);
        assert!(places("pymt", Matching::Exact).is_empty());
        assert_eq!(places("!payment", Matching::Exact), [3]);
    }

    #[test]
    fn the_matched_letters_are_named() {
        let hits = Ranker::default().rank("web", Matching::Fuzzy, TITLES);
        assert_eq!(hits, [Hit { place: 3, letters: vec![0, 1, 2] }]);
    }

    proptest! {
        #[test]
        fn every_lit_letter_belongs_to_the_query(query in "[a-z]{1,6}") {
            for hit in Ranker::default().rank(&query, Matching::Fuzzy, TITLES) {
                for letter in hit.letters {
                    let lit = TITLES[hit.place].chars().nth(letter as usize).map(|c| c.to_ascii_lowercase());
                    prop_assert!(lit.is_some_and(|lit| query.contains(lit)));
                }
            }
        }
    }
}
