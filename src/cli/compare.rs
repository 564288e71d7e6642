//! `rungs compare`: two to four roles side by side, as text, tab-separated, JSON or a document.

pub(super) mod cell;
mod page;

use super::args::CompareArgs;
use super::output::{Form, Output, Wanted};
use super::{Exit, Failure, Outcome, resolve, typed_ids};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::compare::{Comparison, FEWEST_SIDES, MOST_SIDES};
use crate::export::compare as document;

/// Compares the roles `args` name. One that is not found leaves nothing to compare.
pub(super) fn compare(args: &CompareArgs, catalog: &Catalog, output: &mut Output) -> Outcome {
    let wrong = |message: String| Failure::new(Exit::Usage, message);
    let wanted = output.wanted(&args.format)?;
    let typed = typed_ids::expanded(&args.ids)?;
    let mut ids: Vec<RoleId> = Vec::with_capacity(typed.len());
    for typed in typed {
        for id in resolve::subject(catalog, &typed)?.roles() {
            if ids.contains(id) {
                return Err(wrong(format!("{id} is named twice: a role is the same as itself")));
            }
            ids.push(id.clone());
        }
    }
    if !(FEWEST_SIDES..=MOST_SIDES).contains(&ids.len()) {
        return Err(wrong(format!("compare takes {FEWEST_SIDES} to {MOST_SIDES} roles, not {}", ids.len())));
    }
    let base = usize::from(args.base) - 1;
    if base >= ids.len() {
        return Err(wrong(format!("--base {} is none of the {} roles", args.base, ids.len())));
    }
    let unreadable = || Failure::new(Exit::Catalog, "a role of the catalog cannot be read");
    let comparison = catalog.compare(&ids, base).ok_or_else(unreadable)?;
    let comparison = if args.only_diff { comparison.only_differences() } else { comparison };
    match wanted {
        Wanted::Here(Form::Json) => output.json(document::SCHEMA, &[document::Sheet::of(&comparison)])?,
        Wanted::Here(Form::Plain) => plain(&comparison, args.header, output)?,
        Wanted::Here(Form::Table) => page::print(&comparison, output)?,
        Wanted::Document(format) => output.document(format, &document::report(&comparison))?,
    }
    Ok(Exit::Done)
}

/// A record for each row.
fn plain(comparison: &Comparison, header: bool, output: &mut Output) -> std::io::Result<()> {
    if header {
        let ids: Vec<&str> = comparison.columns.iter().map(|column| column.id.as_str()).collect();
        output.line(format_args!("section\tsign\trow\t{}", ids.join("\t")))?;
    }
    for section in &comparison.sections {
        for row in &section.rows {
            let cells: Vec<String> = row.cells.iter().map(cell::in_a_line).collect();
            let sign = row.sign(comparison.base).sign();
            output.line(format_args!("{}\t{sign}\t{}\t{}", section.part.id(), row.label, cells.join("\t")))?;
        }
    }
    Ok(())
}
