//! [`Index`]: everything that can be found, and the way to ask for it.

use std::sync::Arc;

use super::answer::{Answer, Hit, all_hits, over_the_floor};
use super::entry::{Field, Kind, Spot, Target};
use super::fill::{self, Kept};
use super::light::light;
use super::names::Names;
use super::near::{self, Near, nearest};
use super::part::{Doc, Line, Part};
use super::query::{Query, Word};
use super::rank::Matching;
use super::recent::Recent;
use super::word::{Found, Width};
use crate::catalog::Catalog;

/// Up to so many lines an answer takes as long as drawing it, and a key may wait for it; beyond, a letter shows at once and the
/// answer in a frame of its own.
const SMALL: usize = 20_000;

/// Everything that can be found. Two clones share what they hold.
#[derive(Debug, Clone)]
pub struct Index {
    catalog: Arc<Part>,
    kept: Arc<Part>,
    names: Arc<Names>,
    /// For each role by its number, whether it is bookmarked.
    bookmarked: Arc<[bool]>,
    /// The words of the last question.
    recent: Arc<Recent>,
}

/// A line of a thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lit<'a> {
    /// Which field it is.
    pub field: Field,
    /// What it says.
    pub text: &'a str,
    /// Which characters of it (grapheme clusters, from 0) belong to the query.
    pub letters: Vec<u32>,
    /// Where on the page of a role it is.
    pub spot: Option<&'a Spot>,
}

/// What a thing that was found is called: all that a row of a list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head<'a> {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it opens.
    pub target: &'a Target,
    /// What it is called, or the first line of what was written.
    pub title: Lit<'a>,
    /// What it belongs to: the family of a role, the role of a question or a note.
    pub under: Option<&'a str>,
}

/// A thing that was found, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'a> {
    /// What it is called.
    pub head: Head<'a>,
    /// The line that matched best; the title where that did.
    pub line: Lit<'a>,
    /// How many other lines of it have one of the words.
    pub more: u16,
}

impl Index {
    /// Everything in `catalog`, and nothing that is kept.
    pub fn of(catalog: &Catalog) -> Self {
        let part = fill::catalog(catalog);
        let names = fill::names(catalog);
        let bookmarked = vec![false; names.roles.len()].into();
        Self {
            catalog: Arc::new(part),
            kept: Arc::default(),
            names: Arc::new(names),
            bookmarked,
            recent: Arc::default(),
        }
    }

    /// The same with what a reader keeps in place of what was kept before. Takes as long as that is large.
    #[must_use]
    pub fn with(&self, kept: Kept<'_>) -> Self {
        let (part, numbers) = fill::kept(&self.names, &self.catalog, kept);
        let mut bookmarked = vec![false; self.bookmarked.len()];
        for number in numbers {
            bookmarked[number as usize] = true;
        }
        Self { kept: Arc::new(part), bookmarked: bookmarked.into(), recent: Arc::default(), ..self.clone() }
    }

    /// How many lines can be found.
    pub fn lines(&self) -> usize {
        self.catalog.lines.len() + self.kept.lines.len()
    }

    /// Every text that can be found, each once.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.parts().flat_map(|part| (0..).take(part.texts()).map(|text| part.text(text)))
    }

    /// Whether an answer takes so little that a key may wait for it.
    pub fn is_small(&self) -> bool {
        self.lines() <= SMALL
    }

    /// What was typed, taken apart.
    pub fn query(&self, typed: &str, matching: Matching) -> Query {
        Query::parse(typed, matching, &self.names)
    }

    /// What `query` finds; nothing for an empty one.
    pub fn answer(&self, query: &Query) -> Answer {
        self.answer_unless(query, &|| false).unwrap_or_default()
    }

    /// What `query` finds; `None` when `stop` said meanwhile that nobody wants to know any more.
    pub fn answer_unless(&self, query: &Query, stop: &dyn Fn() -> bool) -> Option<Answer> {
        if query.is_empty() {
            return Some(Answer { query: query.clone(), ..Answer::default() });
        }
        let (mut hits, unknown) = all_hits(self, query, Width::Likely, stop)?;
        over_the_floor(&mut hits);
        if !unknown.is_empty() {
            // Letters that are only scattered are rather a word with a wrong one, where there is such a word.
            let near = self.near(query, &unknown, if hits.is_empty() { Near::Begun } else { Near::Whole }, stop);
            if near.is_some() {
                return near;
            }
        }
        Some(Answer { query: query.clone(), hits, near: Vec::new() })
    }

    /// Every thing that has all words of `query` however scattered, the best first: what [`Index::answer`] leaves out
    /// what is not likely meant from.
    pub fn matching(&self, query: &Query) -> Vec<Hit> {
        if query.is_empty() {
            return Vec::new();
        }
        all_hits(self, query, Width::All, &|| false).unwrap_or_default().0
    }

    /// What is found when the words at these places are taken for those nearest to them; `None` when that is
    /// nothing, or `stop` said so meanwhile.
    fn near(&self, query: &Query, unknown: &[usize], near: Near, stop: &dyn Fn() -> bool) -> Option<Answer> {
        let others = unknown.iter().map(|place| nearest(self.parts(), &query.words[*place].needle, near));
        let others: Vec<Vec<&str>> = others.collect();
        let tried = if others.iter().any(Vec::is_empty) { 0 } else { near::TRIED };
        for turn in 0..tried {
            let mut changed = query.clone();
            let mut near = Vec::new();
            for (place, words) in unknown.iter().zip(&others) {
                let other = words.get(turn.min(words.len() - 1)).copied().unwrap_or_default();
                let word = &mut changed.words[*place];
                near.push((word.typed.to_string(), other.to_owned()));
                *word = Word { typed: other.into(), needle: other.into(), minds_case: false, ..word.clone() };
            }
            let (mut hits, _) = all_hits(self, &changed, Width::Likely, stop)?;
            over_the_floor(&mut hits);
            if !hits.is_empty() {
                return Some(Answer { query: changed, hits, near });
            }
        }
        None
    }

    /// Words of the texts that look like those of `query` that nothing has, up to `most` for each.
    pub fn near_words(&self, query: &Query, most: usize) -> Vec<&str> {
        let is_unknown = |word: &&Word| self.has(word, &|| false) == Some(false);
        let unknown = query.words.iter().filter(is_unknown);
        unknown.flat_map(|word| near::alike(self.parts(), &word.needle, most)).collect()
    }

    /// Whether anything has `word`.
    fn has(&self, word: &Word, stop: &dyn Fn() -> bool) -> Option<bool> {
        for part in self.parts() {
            if !Found::of(part, word, Width::All, stop)?.texts.is_empty() {
                return Some(true);
            }
        }
        Some(false)
    }

    /// What a hit of an answer of this index is called.
    pub fn head<'a>(&'a self, answer: &Answer, hit: &Hit) -> Head<'a> {
        let (part, doc) = (self.part(hit), self.doc(hit));
        Head {
            kind: doc.kind,
            target: &doc.target,
            title: lit(part, &part.lines[doc.lines.start as usize], &answer.query),
            under: Some(part.text(doc.under)).filter(|under| !under.is_empty()),
        }
    }

    /// A hit of an answer of this index, as it is shown.
    pub fn show<'a>(&'a self, answer: &Answer, hit: &Hit) -> Shown<'a> {
        let part = self.part(hit);
        let line = lit(part, &part.lines[hit.line as usize], &answer.query);
        Shown { head: self.head(answer, hit), line, more: hit.more }
    }

    /// All lines of a hit that have a word of the query, in the order of its page, for a preview: each is only looked at when
    /// it is asked for. Lines that only help to find it (a level's other names, what its family is called) are left out
    /// unless nothing else matched.
    pub fn matched<'a>(&'a self, answer: &'a Answer, hit: &'a Hit) -> impl Iterator<Item = Lit<'a>> {
        let part = self.part(hit);
        let lines = part.doc_lines(hit.doc).filter(|(_, line)| line.field != Field::Around);
        let lit = lines.map(move |(number, line)| (number, lit(part, line, &answer.query)));
        lit.filter(|(number, lit)| *number == hit.line || !lit.letters.is_empty()).map(|(_, lit)| lit)
    }

    pub(super) fn recent(&self) -> &Recent {
        &self.recent
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        [&*self.catalog, &*self.kept].into_iter()
    }

    fn part(&self, hit: &Hit) -> &Part {
        if hit.part == 0 { &self.catalog } else { &self.kept }
    }

    pub(super) fn doc(&self, hit: &Hit) -> &Doc {
        &self.part(hit).docs[hit.doc as usize]
    }

    /// Whether the role with this number is bookmarked.
    pub(super) fn is_bookmarked(&self, role: u32) -> bool {
        self.bookmarked.get(role as usize).copied().unwrap_or_default()
    }
}

fn lit<'a>(part: &'a Part, line: &Line, query: &Query) -> Lit<'a> {
    let text = part.text(line.text);
    let letters = light(&query.words, text, part.is_name(line.text));
    Lit { field: line.field, text, letters, spot: part.spot(line) }
}
