//! `rungs practice sheet`: questions on paper for a colleague who interviews you.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use super::Sitting;
use crate::catalog::Catalog;
use crate::cli::args::SheetArgs;
use crate::cli::home::Home;
use crate::cli::output::{Form, Output, message};
use crate::cli::{Exit, Failure, Outcome};
use crate::export::interview::sheet as written;
use crate::text::SafeText;

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
    let shown = SafeText::line(&path.to_string_lossy());
    let told = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::new(Exit::Unwritable, format!("{shown} is there already")),
        _ => Failure::new(Exit::Unwritable, format!("could not write {shown}: {error}")),
    };
    let mut file = File::create_new(path).map_err(told)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_data()).map_err(told)?;
    message(&format!("wrote {shown}"));
    Ok(())
}
