//! `rungs show`: roles in full, as text, JSON or a document.

mod interview;
mod page;

use super::args::ShowArgs;
use super::output::{Form, Output, Wanted};
use super::{Exit, Outcome, resolve, typed_ids};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::export::role::{self, Rubric, Sheet};

/// Shows the roles `args` name. One that is not found does not keep the others from being shown.
pub(super) fn show(args: &ShowArgs, catalog: &Catalog, output: &mut Output) -> Outcome {
    let wanted = output.wanted(&args.format)?;
    let mut sheets = Vec::new();
    let mut exit = Exit::Done;
    for typed in typed_ids::expanded(&args.ids)? {
        match resolve::subject(catalog, &typed) {
            Ok(of) => sheets.extend(of.roles().iter().filter_map(|id| sheet(catalog, id, rubric(args.rubric)))),
            Err(failure) => exit = failure.tell(),
        }
    }
    match wanted {
        Wanted::Here(Form::Json) => output.json(role::SCHEMA, &sheets)?,
        Wanted::Document(_) if sheets.is_empty() => {}
        Wanted::Document(format) => output.text(&role::document(format, &catalog.framework().name, &sheets))?,
        Wanted::Here(Form::Plain | Form::Table) => {
            for (place, sheet) in sheets.iter().enumerate() {
                if place > 0 {
                    output.line("\n")?;
                }
                page::print(sheet, output)?;
            }
        }
    }
    Ok(exit)
}

/// The role `id` as every form of it shows it.
pub(super) fn sheet<'a>(catalog: &'a Catalog, id: &RoleId, rubric: Rubric) -> Option<Sheet<'a>> {
    Some(Sheet::of(catalog, catalog.whole(id)?, rubric))
}

/// What `--rubric` says.
pub(super) fn rubric(is_asked_for: bool) -> Rubric {
    if is_asked_for { Rubric::Shown } else { Rubric::Hidden }
}
