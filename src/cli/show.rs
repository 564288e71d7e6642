//! `rungs show`: roles in full, as text or JSON.

mod interview;
mod page;
mod sheet;

use super::args::ShowArgs;
use super::output::{Form, Output};
use super::{Exit, Outcome, resolve, typed_ids};
use crate::catalog::Catalog;
use sheet::{Rubric, Sheet};

/// Shows the roles `args` name. One that is not found does not keep the others from being shown.
pub(super) fn show(args: &ShowArgs, catalog: &Catalog, output: &mut Output) -> Outcome {
    let rubric = if args.rubric { Rubric::Shown } else { Rubric::Hidden };
    let mut sheets = Vec::new();
    let mut exit = Exit::Done;
    for typed in typed_ids::expanded(&args.ids)? {
        match resolve::subject(catalog, &typed) {
            Ok(of) => sheets.extend(of.roles().iter().filter_map(|id| Sheet::of(catalog, id, rubric))),
            Err(failure) => exit = failure.tell(),
        }
    }
    if output.form() == Form::Json {
        output.json(sheet::SCHEMA, &sheets)?;
        return Ok(exit);
    }
    for (place, sheet) in sheets.iter().enumerate() {
        if place > 0 {
            output.line("\n")?;
        }
        page::print(sheet, output)?;
    }
    Ok(exit)
}
