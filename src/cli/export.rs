//! `rungs export`: roles as documents, on stdout or in a file.

use std::path::Path;

use super::args::{ExportArgs, Printed, WhichRoles};
use super::output::{Form, Output, message};
use super::{Exit, Failure, Outcome, journals, resolve, show, to_file, typed_ids};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::export::role::{self, Sheet};
use crate::export::{self, Format};
use crate::store::Places;

/// Writes the roles `args` name. One that is not found does not keep the others from being written.
pub(super) fn export(args: &ExportArgs, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let printed = printed(args, output.form())?;
    let mut exit = Exit::Done;
    let ids = ids(&args.which, places, catalog, &mut exit)?;
    let rubric = show::rubric(args.rubric);
    let sheets: Vec<Sheet<'_>> = ids.iter().filter_map(|id| show::sheet(catalog, id, rubric)).collect();
    if sheets.is_empty() {
        return Ok(exit);
    }
    let document = |format: Format| Ok(role::document(format, &catalog.framework().name, &sheets));
    let text = match printed {
        Printed::Markdown => document(Format::Markdown),
        Printed::Csv => document(Format::Csv),
        Printed::Html => document(Format::Html),
        Printed::Json => export::json(role::EXPORT_SCHEMA, &sheets).map(|json| json + "\n"),
    };
    let text = text.map_err(|error| Failure::new(Exit::Unwritable, error.to_string()))?;
    match args.output.as_deref().filter(|path| path.as_os_str() != "-") {
        None => output.text(&text)?,
        Some(path) => {
            to_file::write(path, &text, args.force)?;
            let roles = if sheets.len() == 1 { "1 role".to_owned() } else { format!("{} roles", sheets.len()) };
            message(&format!("{roles} in {}", to_file::shown(path)));
        }
    }
    Ok(exit)
}

/// What was asked for by name, else what the file's name ends in, else Markdown.
fn printed(args: &ExportArgs, form: Form) -> Result<Printed, Failure> {
    match (args.format, form) {
        (Some(printed), Form::Json) if printed != Printed::Json => {
            Err(Failure::new(Exit::Usage, "--json and --format name two forms: keep one"))
        }
        (Some(printed), _) => Ok(printed),
        (None, Form::Json) => Ok(Printed::Json),
        (None, _) => Ok(args.output.as_deref().and_then(by_ending).unwrap_or(Printed::Markdown)),
    }
}

fn by_ending(path: &Path) -> Option<Printed> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Some(Printed::Csv),
        "html" | "htm" => Some(Printed::Html),
        "json" => Some(Printed::Json),
        _ => None,
    }
}

/// The roles, each once; what is not found is told, and changes how the run ends.
fn ids(which: &WhichRoles, places: &Places, catalog: &Catalog, exit: &mut Exit) -> Result<Vec<RoleId>, Failure> {
    let mut ids: Vec<RoleId> = Vec::new();
    let mut take = |id: RoleId| {
        if !ids.contains(&id) {
            ids.push(id);
        }
    };
    if which.all {
        catalog.rungs().for_each(|(family, rung)| take(family.role_id(rung)));
    } else if which.bookmarked {
        let (_, bookmarks) = journals::bookmarks(places)?;
        for id in bookmarks.iter().flat_map(|bookmark| bookmark.of().roles()) {
            if catalog.rung(id).is_some() {
                take(id.clone());
            } else {
                message(&format!("{id} is bookmarked, but not in this catalog"));
            }
        }
        if ids.is_empty() {
            let none = "no role of this catalog is bookmarked; `rungs bookmark add ID` makes a bookmark";
            return Err(Failure::new(Exit::NothingFound, none));
        }
    } else {
        for typed in typed_ids::expanded(&which.ids)? {
            match resolve::subject(catalog, &typed) {
                Ok(of) => of.roles().iter().cloned().for_each(&mut take),
                Err(failure) => *exit = failure.tell(),
            }
        }
    }
    Ok(ids)
}
