//! `rungs catalog new`, `schema` and `export`: catalogs as files.

use super::place::{self, Place};
use crate::catalog::{Written, example, schema_json};
use crate::cli::args::{ExportCatalogArgs, Global, NewArgs};
use crate::cli::output::{Output, message};
use crate::cli::to_file::shown;
use crate::cli::{Exit, Failure, Outcome, opened};

fn unwritten(error: &serde_json::Error) -> Failure {
    Failure::new(Exit::Unwritable, error.to_string())
}

/// Writes a small example into a folder.
pub(in crate::cli) fn new(args: &NewArgs) -> Outcome {
    if Place::Folder(args.folder.clone()).is_taken() {
        let message = format!("{} is there already: a new ladder takes a folder of its own", shown(&args.folder));
        return Err(Failure::new(Exit::Unwritable, message));
    }
    place::fill(&args.folder, &example().map_err(|error| unwritten(&error))?)?;
    let shown = shown(&args.folder);
    message(&format!(
        "a ladder of three rungs in {shown}: `rungs --catalog {shown}` opens it, its README.md explains it"
    ));
    Ok(Exit::Done)
}

/// Prints the schema.
pub(in crate::cli) fn schema(output: &mut Output) -> Outcome {
    output.text(&schema_json().map_err(|error| unwritten(&error))?)?;
    Ok(Exit::Done)
}

/// Writes the catalog that is open.
pub(in crate::cli) fn export(args: &ExportCatalogArgs, global: &Global, output: &mut Output) -> Outcome {
    let catalog = opened::open_for_good(global)?;
    let written = Written::from(catalog);
    match &args.output {
        None => output.text(&written.one().map_err(|error| unwritten(&error))?)?,
        Some(path) => {
            let place = Place::of(path);
            place.check(args.force)?;
            let shown = place::write(&place, &written)?;
            message(&format!("{} in {shown}", place::counted(&written)));
        }
    }
    Ok(Exit::Done)
}
