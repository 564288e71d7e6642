//! What is wrong with a catalog. One file for each group of checks; a check reads the draft and writes the report.

mod counts;
mod degrees;
mod duplicates;
mod filler;
mod ladder;
mod moves;
mod neighbours;
mod prose;
mod questions;
mod references;
mod scores;
mod shingles;
pub(super) mod texts;
mod twins;
mod unused;

use super::draft::Draft;
use super::files::Files;
use super::problem::Problem;
use super::reader;
use super::report::Report;

/// Everything that is wrong with the catalog in `files`, in the order of the files.
pub fn check(files: &Files) -> Vec<Problem> {
    let mut report = Report::of(files);
    let draft = reader::read(files, &mut report);
    errors(&draft, &mut report);
    warnings(&draft, &mut report);
    report.finish(files)
}

/// Notes what a catalog is refused for: whoever opens one waits for this.
pub(super) fn errors(draft: &Draft, report: &mut Report) {
    references::check(draft, report);
    duplicates::check(draft, report);
    scores::check(draft, report);
    moves::check(draft, report);
    questions::errors(draft, report);
}

/// Notes what somebody should look at: of a large catalog it takes ten times as long.
fn warnings(draft: &Draft, report: &mut Report) {
    counts::check(draft, report);
    ladder::check(draft, report);
    neighbours::check(draft, report);
    twins::check(draft, report);
    filler::check(draft, report);
    questions::warnings(draft, report);
    if !report.is_partial() {
        unused::check(draft, report);
    }
}
