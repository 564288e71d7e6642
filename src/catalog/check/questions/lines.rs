//! The lines an answer is judged by: one for each level it can be judged on, no two of them the same.

use super::Asked;
use super::references::LINES;
use crate::catalog::check::counts::gap;
use crate::catalog::check::degrees::differ_in_degree;
use crate::catalog::check::ladder::rungs;
use crate::catalog::check::prose::words;
use crate::catalog::check::shingles::{Shared, shingles};
use crate::catalog::draft::{Draft, FamilyDraft};
use crate::catalog::problem::Check;
use crate::catalog::report::Report;

/// Lines that share so many in a hundred of their runs of three words do not differ.
const ALIKE: usize = 35;

/// Checks the lines of every question.
pub(super) fn check(all: &[Asked<'_>], draft: &Draft, report: &mut Report) {
    let banks: Vec<Vec<&str>> = draft.families.iter().map(|family| levels_of(family, draft)).collect();
    for asked in all {
        let wanted = match asked.role {
            Some(_) => &LINES[..],
            // Between which levels a ladder stands is not known while one of them could not be read.
            None if report.is_partial() => &[],
            None => banks.get(asked.family).map_or(&[][..], Vec::as_slice),
        };
        let lacking = wanted.iter().filter(|wanted| asked.question.line(wanted).is_none());
        gap("line for", lacking.copied(), &asked.place.then("levels"), report);
        alike(asked, report);
    }
}

/// The levels a bank's question is judged on: all from one below the lowest rung of the family to one above its highest.
fn levels_of<'a>(family: &FamilyDraft, draft: &'a Draft) -> Vec<&'a str> {
    let rungs = rungs(family, draft);
    let (Some((lowest, _)), Some((highest, _))) = (rungs.first(), rungs.last()) else { return Vec::new() };
    let levels: Vec<_> = draft.levels.values().collect();
    let first = levels.iter().position(|level| level.rank == *lowest).unwrap_or_default().saturating_sub(1);
    let last = levels.iter().position(|level| level.rank == *highest).map_or(levels.len(), |place| place + 2);
    levels.iter().take(last).skip(first).map(|level| level.id.as_str()).collect()
}

fn alike(asked: &Asked<'_>, report: &mut Report) {
    let lines: Vec<_> = asked.question.levels.iter().map(|(key, text)| (key, text, shingles(&words(text)))).collect();
    for (number, (key, text, runs)) in lines.iter().enumerate() {
        let place = || asked.place.then("levels").then(key.as_str());
        let before = || lines.iter().take(number);
        if let Some((other, ..)) = before().find(|(.., other)| Shared::of(runs, other).is_at_least(ALIKE)) {
            let text = format_args!("is nearly the line for {other}: the same answer would be judged the same there");
            report.add(Check::NearTwin, &place(), text);
        } else if let Some((other, ..)) = before().find(|(_, other, _)| differ_in_degree(other, text)) {
            let text = format_args!("differs from the line for {other} in words of degree only");
            report.add(Check::OnlyDegree, &place(), text);
        }
    }
}
