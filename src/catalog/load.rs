//! From files to a checked [`Catalog`], or to everything that is wrong with them.

use super::files::Files;
use super::ladder::Ladder;
use super::problem::Problem;
use super::report::Report;
use super::{Catalog, Lazy, check, outline, reader};

/// The catalog in `files`. What somebody should only look at is told by [`super::check()`].
///
/// # Errors
///
/// Everything it is refused for.
pub fn load(files: &Files) -> Result<Catalog, Vec<Problem>> {
    let mut report = Report::of(files);
    let draft = reader::read(files, &mut report);
    check::errors(&draft, &mut report);
    if report.has_errors() {
        return Err(report.finish(files));
    }
    let (framework, terms, mut families) = draft.into_parts();
    outline::sort(&mut families, &framework);
    let outline = outline::derive(&families);
    let ladders = families.into_iter().map(Ladder::from).collect();
    let terms = Lazy::parsed(terms);
    Ok(Catalog { framework, outline, lines: None, terms, ladders })
}
