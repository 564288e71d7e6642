//! `rungs near`: the roles nearest to one, as text, tab-separated, JSON or a document.

use std::io;

use super::args::NearArgs;
use super::output::{Form, Look, Output, Prose, Wanted};
use super::{Exit, Failure, Outcome, resolve};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::compare::Side;
use crate::domain::near::{Near, nearest};
use crate::export::near::{NearSheet, SCHEMA, report, shared_names, shared_skills};
use crate::export::{new_skills, raised_skills};

/// Room for a percentage before what is said of a role.
const INDENT: usize = 6;

/// Lists the roles nearest to the one `args` name.
pub(super) fn near(args: &NearArgs, catalog: &Catalog, output: &mut Output) -> Outcome {
    let wanted = output.wanted(&args.format)?;
    let id = resolve::role(catalog, &args.id)?;
    let unreadable = || Failure::new(Exit::Catalog, "a role of the catalog cannot be read");
    let side = catalog.side(&id).ok_or_else(unreadable)?;
    let all: Vec<Side<'_>> = catalog.sides().collect();
    let near = nearest(catalog.framework(), &side, &all, args.limit);
    match wanted {
        Wanted::Here(Form::Json) => output.json(SCHEMA, &sheets(catalog, &id, &near))?,
        Wanted::Here(Form::Plain) => plain(catalog, &near, args.header, output)?,
        Wanted::Here(Form::Table) => page(catalog, &side, &near, output)?,
        Wanted::Document(format) => output.document(format, &report(catalog, &side, &near))?,
    }
    if near.is_empty() {
        return Err(Failure::new(Exit::NothingFound, format!("no other role shares a skill with {id}")));
    }
    Ok(Exit::Done)
}

fn sheets<'a>(catalog: &'a Catalog, id: &'a RoleId, near: &[Near<'a>]) -> Vec<NearSheet<'a>> {
    near.iter().map(|near| NearSheet::of(catalog, id, near)).collect()
}

/// A record for each role.
fn plain(catalog: &Catalog, near: &[Near<'_>], header: bool, output: &mut Output) -> io::Result<()> {
    if header {
        output.line("id\ttitle\tlikeness\tshared\tnew\traised")?;
    }
    for near in near {
        let skills =
            [shared_skills(catalog, near), new_skills(catalog, &near.adds), raised_skills(catalog, &near.adds)];
        let skills = skills.map(|skills| skills.join("; ")).join("\t");
        let Side { id, role, .. } = &near.side;
        output.line(format_args!("{id}\t{}\t{}\t{skills}", role.title, near.likeness))?;
    }
    Ok(())
}

fn page(catalog: &Catalog, side: &Side<'_>, near: &[Near<'_>], output: &mut Output) -> io::Result<()> {
    if near.is_empty() {
        return Ok(());
    }
    let mut prose = Prose::new(output);
    prose.painted(0, Look::Heading, &format!("Nearest to {}", side.role.title))?;
    prose.painted(0, Look::Faint, "by the skills they share; 3->4 is from this role to that one")?;
    for near in near {
        prose.line("")?;
        let lead = format!("{}%", near.likeness);
        prose.beside(&format!("{lead:>4}  "), &near.side.role.title)?;
        prose.painted(INDENT, Look::Faint, near.side.id.as_str())?;
        prose.list(INDENT, "shares", &shared_names(catalog, near))?;
        prose.list(INDENT, "new", &new_skills(catalog, &near.adds))?;
        prose.list(INDENT, "raised", &raised_skills(catalog, &near.adds))?;
    }
    Ok(())
}
