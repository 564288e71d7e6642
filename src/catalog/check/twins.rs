//! Sentences that stand twice: nearly the same words about two roles, anywhere in the catalog.

use std::collections::HashMap;

use super::prose::{Prose, prose, words};
use super::shingles::{SHINGLE, Shared, shingles};
use crate::catalog::draft::Draft;
use crate::catalog::problem::Check;
use crate::catalog::report::Report;

/// Shorter sentences are alike by chance.
const FEWEST_WORDS: usize = 7;
/// Sentences that share more than so many in a hundred of their runs are twins.
const TWINS: usize = 50;
/// How many earlier sentences with the same three words are looked at: a phrase that is everywhere tells nothing.
const CANDIDATES: usize = 32;

/// A sentence as its runs of three words, each as one number, smallest first.
struct Sentence {
    text: usize,
    shingles: Vec<u64>,
}

/// Checks every sentence against all before it.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let texts: Vec<Prose<'_>> = prose(draft).collect();
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (text, written) in texts.iter().enumerate() {
        for sentence in written.text.split(['.', ';', ':']) {
            let shingles = shingles(&words(sentence));
            if shingles.len() + SHINGLE <= FEWEST_WORDS {
                continue;
            }
            let rare = rare(&shingles);
            let mut candidates: Vec<usize> =
                rare.iter().filter_map(|run| holders.get(run)).flatten().copied().collect();
            candidates.sort_unstable();
            candidates.dedup();
            let twin = candidates.iter().filter_map(|place| sentences.get(*place)).find(|other| {
                texts.get(other.text).is_some_and(|other| is_other(other, written))
                    && Shared::of(&other.shingles, &shingles).is_more_than(TWINS)
            });
            if let Some(other) = twin.and_then(|twin| texts.get(twin.text)) {
                let said = format_args!("says nearly what is said of {}: \"{}\"", other.role.title, sentence.trim());
                report.add(Check::TwinSentence, &written.place(), said);
            }
            for run in rare {
                let holders = holders.entry(*run).or_default();
                if holders.len() < CANDIDATES {
                    holders.push(sentences.len());
                }
            }
            sentences.push(Sentence { text, shingles });
        }
    }
}

/// Two texts about different things: not one text with itself, and not the same thing on neighbouring rungs, which
/// is looked at as a whole elsewhere.
fn is_other(one: &Prose<'_>, other: &Prose<'_>) -> bool {
    let same_family = one.family == other.family;
    let same_text = same_family && one.rung == other.rung && one.place() == other.place();
    let neighbours = same_family && one.rung.abs_diff(other.rung) == 1 && one.topic == other.topic;
    !same_text && !neighbours
}

/// The part of the runs that two sentences sharing more than half of all their runs must share one of: in a common
/// order the first half and one more.
fn rare(shingles: &[u64]) -> &[u64] {
    shingles.get(..shingles.len() / 2 + 1).unwrap_or(shingles)
}
