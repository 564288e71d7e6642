//! [`Query`]: what was typed, taken apart into words, kinds and facets, with what is wrong in it.
//!
//! ```text
//! staff kafka      both words, in any order, anywhere in a thing
//! 'led  "pci dss"  these letters in a row          ^staff  begins a text     work$  ends one     !web  without
//! role:  q:ledger  only things of a kind           level:staff  family:web  skill:sql  kpi:latency  weight:core
//! proficiency>=4  level>=staff  bookmarked         !level:mid   without
//! ```

mod facet;
mod token;

use std::collections::BTreeSet;

use super::entry::Kind;
use super::fold::folded;
use super::names::Names;
use super::rank::Matching;
pub(super) use facet::{Facet, Filter, Keep, Keys};
pub(super) use token::{Token, tokens};

/// The most words that are looked for; further ones are left out.
pub(super) const MOST_WORDS: usize = 16;

/// Words that say nothing of what somebody wants: with others they are left out.
const SAY_NOTHING: [&str; 22] = [
    "a",
    "about",
    "an",
    "and",
    "are",
    "for",
    "from",
    "in",
    "is",
    "it",
    "of",
    "one",
    "or",
    "question",
    "questions",
    "role",
    "roles",
    "that",
    "the",
    "to",
    "who",
    "with",
];

/// What was typed, as it is searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The words that are wanted.
    pub(super) words: Vec<Word>,
    /// The words that are not.
    pub(super) without: Vec<Word>,
    /// The kinds that are wanted; all when it names none.
    pub(super) kinds: BTreeSet<Kind>,
    /// What else is asked of a thing.
    pub(super) filters: Vec<Filter>,
    /// What is wrong in what was typed.
    complaints: Vec<Complaint>,
}

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it was typed.
    pub(super) typed: Box<str>,
    /// In small letters without accents.
    pub(super) needle: Box<str>,
    /// Whether its case matters.
    pub(super) minds_case: bool,
    /// Whether it begins a text.
    pub(super) begins: bool,
    /// Whether it ends one.
    pub(super) ends: bool,
    /// How far its letters may be from each other.
    pub(super) reach: Reach,
}

/// How far the letters of a word may be from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// In a row.
    Row,
    /// In a row, or the first letters of words, or scattered where no name has the word.
    Any,
}

/// Something wrong in what was typed. It is left out of the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The part that is wrong, as it was typed.
    pub typed: String,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl Complaint {
    /// Both in a line: `level:staf`: no such level; staff?
    pub fn line(&self) -> String {
        format!("`{}`: {}", self.typed, self.what)
    }
}

impl Query {
    /// Takes `typed` apart. Facets are looked up in `names`.
    pub(super) fn parse(typed: &str, matching: Matching, names: &Names) -> Self {
        let mut query = Self::default();
        let mut bare = Vec::new();
        for token in tokens(typed) {
            match facet::read(token, names) {
                facet::Reading::Word(word) => query.word(word, matching),
                facet::Reading::Kind(kind, word) => {
                    query.kinds.insert(kind);
                    if !word.is_empty() {
                        query.word(word, matching);
                    }
                }
                facet::Reading::Bare(kind) => bare.push(kind),
                facet::Reading::Filter(filter) => query.filters.push(filter),
                facet::Reading::Wrong(what) => {
                    query.complaints.push(Complaint { typed: token.text.to_owned(), what });
                }
            }
        }
        // Beside another facet it is one that is still to be typed: no skill is on a level, and everything would be gone meanwhile.
        if query.filters.is_empty() {
            query.kinds.extend(bare);
        }
        let says = |word: &Word| word.reach == Reach::Row || !SAY_NOTHING.contains(&&*word.typed);
        if query.words.iter().any(says) {
            query.words.retain(says);
        }
        query
    }

    fn word(&mut self, token: Token<'_>, matching: Matching) {
        let (text, is_wanted) = match token.text.strip_prefix('!') {
            Some(rest) => (rest, false),
            None => (token.text, true),
        };
        let Some(word) = Word::of(text, matching, is_wanted) else { return };
        let list = if is_wanted { &mut self.words } else { &mut self.without };
        if list.len() < MOST_WORDS && !list.contains(&word) {
            list.push(word);
        }
    }

    /// What is wrong in what was typed.
    pub fn complaints(&self) -> &[Complaint] {
        &self.complaints
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.without.is_empty() && self.kinds.is_empty() && self.filters.is_empty()
    }

    /// Limits it to these kinds, beside those it names; does nothing when there are none.
    #[must_use]
    pub fn of_kinds(mut self, kinds: impl IntoIterator<Item = Kind>) -> Self {
        self.kinds.extend(kinds);
        self
    }
}

impl Word {
    /// What `text` stands for, with its signs; `None` when nothing but signs is there.
    fn of(text: &str, matching: Matching, is_wanted: bool) -> Option<Self> {
        let (text, is_exact) = match text.strip_prefix('\'') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let (text, begins) = text.strip_prefix('^').map_or((text, false), |rest| (rest, true));
        let (text, ends) = text.strip_suffix('$').map_or((text, false), |rest| (rest, true));
        let (text, is_quoted) = match text.strip_prefix('"') {
            Some(rest) => (rest.strip_suffix('"').unwrap_or(rest), true),
            None => (text, false),
        };
        let plain = text.replace("\\ ", " ");
        let plain = plain.trim();
        let is_row = is_exact || begins || ends || is_quoted || !is_wanted || matching == Matching::Exact;
        (!plain.is_empty()).then(|| Self {
            typed: plain.into(),
            needle: folded(plain).into(),
            minds_case: plain.chars().any(nucleo::chars::is_upper_case),
            begins,
            ends,
            reach: if is_row { Reach::Row } else { Reach::Any },
        })
    }
}
