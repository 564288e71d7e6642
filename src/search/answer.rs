//! [`Answer`]: the things that a query finds, the best first, and why each of them.
//!
//! Every word must stand somewhere in a thing. What a word counts is how well it stands there times what the field
//! counts; words that stand together in one line count more than words spread over a role, and a name more the more of
//! it was typed. What counts less than a share of the best is left out.

use std::cmp::Reverse;

use super::entry::{Field, Kind};
use super::facts::line_asked_for;
use super::index::Index;
use super::part::{Doc, Line, Part};
use super::query::{MOST_WORDS, Query, Reach};
use super::word::{Found, Stop, Width, in_text};

/// Hits that count less than this share of the best, in percent, are not what was meant.
const FLOOR_PERCENT: u32 = 60;
/// What all words in one line add, in percent of what they count.
const TOGETHER_PERCENT: u32 = 50;
/// What a name that was typed whole adds, in percent.
const COVERED_PERCENT: u32 = 12;
/// What is wanted without a word counts this much.
const WITHOUT_WORDS: u32 = 100;

/// What a query finds.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// What was searched for; words that nothing has are replaced by those nearest to them.
    pub query: Query,
    /// The things that were found, the best first.
    pub hits: Vec<Hit>,
    /// Words that nothing has, each with the one that was searched for in its place.
    pub near: Vec<(String, String)>,
}

/// A thing that was found, by its place in the index that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub(super) part: u8,
    pub(super) doc: u32,
    pub(super) line: u32,
    /// How many other lines of the thing have one of the words.
    pub more: u16,
    /// What it counts, to compare hits of one answer.
    pub score: u32,
}

/// The words of a query in one part.
struct Words<'a> {
    part: &'a Part,
    width: Width,
    wanted: &'a [Found],
    without: &'a [Found],
}

/// What is known of a hit before it counts.
#[derive(Default)]
struct Tally {
    /// The line that says most of what the title does not: the title is shown anyway.
    line: u32,
    strength: u8,
    more: u16,
    /// What each word counts at its best, added up.
    sum: u32,
    /// The most words of one line.
    together: u32,
    /// The name with the most of the words.
    name: Option<u32>,
}

/// All hits of `query`, the best first, nothing left out, and the places of the words that stand nowhere but with their
/// letters scattered. `None` when `stop` said so meanwhile.
pub(super) fn all_hits(index: &Index, query: &Query, width: Width, stop: Stop<'_>) -> Option<(Vec<Hit>, Vec<usize>)> {
    let mut lookup = index.recent().look_up(width);
    let mut found: Vec<(Vec<Found>, Vec<Found>)> = Vec::new();
    for part in index.parts().enumerate() {
        found.push((lookup.find(part, &query.words, stop)?, lookup.find(part, &query.without, stop)?));
    }
    let mut unknown = Vec::new();
    for (place, word) in query.words.iter().enumerate() {
        if found.iter().all(|(wanted, _)| wanted[place].texts.is_empty()) {
            unknown.push(place);
        }
        let begins_a_name = found.iter().any(|(wanted, _)| wanted[place].begins_a_name);
        if word.reach == Reach::Any && (width == Width::All || !begins_a_name) {
            for (part, (wanted, _)) in index.parts().zip(&mut found) {
                wanted[place].scattered(part, word, width);
            }
        }
    }
    let mut hits = Vec::new();
    for ((number, part), (wanted, without)) in (0..).zip(index.parts()).zip(&found) {
        let words = Words { part, width, wanted, without };
        words.hits(index, query, number, &mut hits);
        if stop() {
            return None;
        }
    }
    let order = |hit: &Hit| (Reverse(hit.score), index.doc(hit).kind, hit.part, hit.doc);
    hits.sort_unstable_by_key(order);
    for (part, (wanted, without)) in found.into_iter().enumerate() {
        lookup.keep(part, &query.words, wanted);
        lookup.keep(part, &query.without, without);
    }
    Some((hits, unknown))
}

/// Leaves out what counts too little beside the best.
pub(super) fn over_the_floor(hits: &mut Vec<Hit>) {
    let best = hits.first().map_or(0, |hit| hit.score);
    let end = hits.partition_point(|hit| hit.score * 100 >= best * FLOOR_PERCENT);
    hits.truncate(end);
}

impl Words<'_> {
    fn hits(&self, index: &Index, query: &Query, number: u8, hits: &mut Vec<Hit>) {
        let all = (1_u32 << self.wanted.len()) - 1;
        let mut has = vec![0_u32; self.part.docs.len()];
        for (place, found) in self.wanted.iter().enumerate() {
            for text in &found.texts {
                for line in self.part.lines_of(*text) {
                    has[self.part.lines[*line as usize].doc as usize] |= 1 << place;
                }
            }
        }
        for ((number_of_doc, doc), has) in (0..).zip(&self.part.docs).zip(has) {
            if has != all || !index.passes(self.part, doc, query, &|line| self.count(line) > 0) {
                continue;
            }
            let Some(mut tally) = self.tally(number_of_doc) else { continue };
            let score = if self.wanted.is_empty() {
                if let Some(number) = line_asked_for(self.part, doc, query) {
                    (tally.line, tally.strength) = (number, self.part.lines[number as usize].strength);
                }
                // The one that a facet names comes before those that have it.
                WITHOUT_WORDS * 100 + u32::from(tally.strength) + if doc.kind == Kind::Role { 0 } else { 1_000 }
            } else {
                self.score(doc, &tally)
            };
            hits.push(Hit { part: number, doc: number_of_doc, line: tally.line, more: tally.more, score });
        }
    }

    /// How many of the words stand in a line.
    fn count(&self, line: &Line) -> usize {
        self.wanted.iter().filter(|found| found.quality[line.text as usize] > 0).count()
    }

    /// Goes through the lines of a thing; `None` when a word that is not wanted stands at its head, or when only its
    /// surroundings have the words.
    fn tally(&self, doc: u32) -> Option<Tally> {
        let mut best = [0_u32; MOST_WORDS];
        let mut tally = Tally::default();
        let (mut best_line, mut best_name, mut lines) = (None, (0, 0), 0_u16);
        let title = self.part.docs[doc as usize].lines.start;
        let title = self.part.lines[title as usize].text as usize;
        for (number, line) in self.part.doc_lines(doc) {
            let text = line.text as usize;
            if self.without.iter().any(|found| found.quality[text] > 0) {
                if line.field.is_head() {
                    return None;
                }
                continue;
            }
            let (mut count, mut new, mut sum) = (0, 0, 0);
            for (found, best) in self.wanted.iter().zip(&mut best) {
                if found.quality[text] > 0 {
                    let worth = worth(found.quality[text], line);
                    *best = worth.max(*best);
                    count += 1;
                    new += u32::from(found.quality[title] == 0);
                    sum += worth;
                }
            }
            if line.field == Field::Around && self.width == Width::Likely || count == 0 && !self.wanted.is_empty() {
                continue;
            }
            // The words of a step are another role's: together they say nothing of this one.
            let is_of_another = matches!(line.field, Field::Move | Field::Entry);
            tally.together = tally.together.max(if is_of_another { count.min(1) } else { count });
            lines = lines.saturating_add(1);
            if line.field.is_name() && (count, sum) > best_name {
                best_name = (count, sum);
                tally.name = Some(line.text);
            }
            if best_line.is_none_or(|best| (new, count, sum) > best) {
                best_line = Some((new, count, sum));
                (tally.line, tally.strength) = (number, line.strength);
            }
        }
        best_line?;
        tally.sum = best.iter().sum();
        tally.more = if self.wanted.is_empty() { 0 } else { lines - 1 };
        // A word that only stands in a line with an unwanted one does not stand there.
        best.iter().take(self.wanted.len()).all(|best| *best > 0).then_some(tally)
    }

    /// What a hit counts.
    fn score(&self, doc: &Doc, tally: &Tally) -> u32 {
        let words = u32::try_from(self.wanted.len()).unwrap_or(1);
        let mut score = tally.sum / words;
        if words > 1 {
            score += score * TOGETHER_PERCENT * (tally.together - 1) / (words - 1) / 100;
        }
        if let Some(name) = tally.name {
            let whole = self.part.folded_at(name).len().max(1);
            let in_it = |found: &&Found| found.quality[name as usize] > 0;
            let typed = self.wanted.iter().filter(in_it).map(|found| found.len + 1).sum::<usize>();
            let covered = typed.saturating_sub(1).min(whole) * 100 / whole;
            score += score * COVERED_PERCENT * u32::try_from(covered).unwrap_or(0) / 10_000;
        }
        score += u32::from(tally.strength) * 10;
        score * doc.kind.percent() / 100
    }
}

/// What a word counts in a line, times a hundred.
fn worth(quality: u8, line: &Line) -> u32 {
    let quality = if line.field.is_text() { in_text(quality) } else { quality.into() };
    quality * line.field.percent()
}
