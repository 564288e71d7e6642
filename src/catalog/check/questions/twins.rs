//! Questions that are nearly another: the same case under another name, or the same signals under another case.

use std::collections::HashMap;

use super::Asked;
use crate::catalog::check::prose::words;
use crate::catalog::check::shingles::{Shared, shingles};
use crate::catalog::problem::Check;
use crate::catalog::report::Report;

/// Questions that share so many in a hundred of their runs of three words are twins.
const TWINS: usize = 35;
/// How many earlier questions with the same three words are looked at: a phrase that is everywhere tells nothing.
const CANDIDATES: usize = 32;

/// Checks every question against all before it, by what is asked and by what is listened for.
pub(super) fn check(all: &[Asked<'_>], report: &mut Report) {
    let asked = |asked: &Asked<'_>| format!("{} {}", asked.question.title, asked.question.prompt);
    let heard = |asked: &Asked<'_>| {
        asked.question.signals.iter().map(|signal| signal.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    compare(all, asked, ("prompt", "asks nearly what"), report);
    compare(all, heard, ("signals", "listens for nearly what"), report);
}

fn compare(all: &[Asked<'_>], text: impl Fn(&Asked<'_>) -> String, (field, does): (&str, &str), report: &mut Report) {
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut before: Vec<Vec<u64>> = Vec::with_capacity(all.len());
    for (number, asked) in all.iter().enumerate() {
        let runs = shingles(&words(&text(asked)));
        let mut sharing: Vec<usize> = runs.iter().filter_map(|run| holders.get(run)).flatten().copied().collect();
        sharing.sort_unstable();
        // Most share a phrase or two: twins share at least so much of this one's own runs.
        let shares_enough = |same: &&[usize]| same.len() * 100 >= runs.len() * TWINS;
        let candidates = sharing.chunk_by(|one, other| one == other).filter(shares_enough);
        let mut candidates = candidates.filter_map(|same| same.first().copied());
        let is_twin =
            |other: &usize| before.get(*other).is_some_and(|other| Shared::of(&runs, other).is_at_least(TWINS));
        if let Some(other) = candidates.find(is_twin).and_then(|other| all.get(other)) {
            let text = format_args!("{does} \"{}\" does", other.question.title);
            report.add(Check::TwinQuestion, &asked.place.then(field), text);
        }
        for run in &runs {
            let holders = holders.entry(*run).or_default();
            if holders.len() < CANDIDATES {
                holders.push(number);
            }
        }
        before.push(runs);
    }
}
