//! `rungs practice sheet`: questions on paper for a colleague who interviews you.

use std::path::Path;

use super::Sitting;
use crate::catalog::Catalog;
use crate::cli::args::SheetArgs;
use crate::cli::home::Home;
use crate::cli::output::{Form, Output, message};
use crate::cli::{Exit, Failure, Outcome, to_file};
use crate::export::interview::sheet as written;

/// Prints the sheet, or writes it to a new file.
pub(super) fn sheet(args: &SheetArgs, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    if output.form() == Form::Json {
        let how = "a sheet is Markdown; `rungs practice ask ROLE --rubric --json` has the same as JSON";
        return Err(Failure::new(Exit::Usage, how));
    }
    let sitting = Sitting::of(args.role.as_deref(), home, catalog)?;
    let mock = sitting.desk().mock_of(args.number.into());
    let asked: Vec<_> = mock.questions.iter().filter_map(|id| sitting.pool.question(id)).collect();
    if asked.is_empty() {
        let message = format!("all questions of {} are put aside", sitting.role);
        return Err(Failure::new(Exit::NothingFound, message));
    }
    if asked.len() < usize::from(args.number) {
        message(&format!("{} has {} questions that are not put aside", sitting.role, asked.len()));
    }
    let text = written(catalog, &sitting.gap.target, &asked, sitting.pool.ask);
    match &args.output {
        None => output.text(&text)?,
        Some(path) => save(path, &text)?,
    }
    Ok(Exit::Done)
}

/// Writes `text` to a file that is not there yet: what somebody has is never written over.
pub(super) fn save(path: &Path, text: &str) -> Result<(), Failure> {
    to_file::create(path, text)?;
    message(&format!("wrote {}", to_file::shown(path)));
    Ok(())
}
