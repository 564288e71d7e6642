//! `rungs path`: the way from one role to another, as text, tab-separated, JSON or a document.

use std::io;

use super::args::PathArgs;
use super::output::{Form, Look, Output, Prose, Wanted};
use super::{Exit, Failure, Outcome, resolve};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::compare::Side;
use crate::domain::paths::{NoPath, Path, Paths};
use crate::export::path::{PathSheet, SCHEMA, report};
use crate::export::{new_skills, raised_skills, says};

/// Room for a step's number before what is said of it.
const INDENT: usize = 4;

/// Finds the way that `args` ask for.
pub(super) fn path(args: &PathArgs, catalog: &Catalog, output: &mut Output) -> Outcome {
    let wanted = output.wanted(&args.format)?;
    let (from, to) = (resolve::role(catalog, &args.from)?, resolve::role(catalog, &args.to)?);
    if from == to {
        return Err(Failure::new(Exit::Usage, format!("{from} is both ends: a path needs two roles")));
    }
    match Paths::of(catalog.framework(), catalog.sides().collect()).find(&from, &to) {
        Ok(path) => {
            match wanted {
                Wanted::Here(Form::Json) => output.json(SCHEMA, &[PathSheet::of(catalog, &path)])?,
                Wanted::Here(Form::Plain) => plain(catalog, &path, args.header, output)?,
                Wanted::Here(Form::Table) => page(catalog, &path, output)?,
                Wanted::Document(format) => output.document(format, &report(catalog, &path))?,
            }
            Ok(Exit::Done)
        }
        Err(no_path) => {
            if wanted == Wanted::Here(Form::Json) {
                output.json(SCHEMA, &[] as &[PathSheet<'_>])?;
            }
            Err(Failure::new(Exit::NothingFound, told(&from, &to, &no_path)))
        }
    }
}

/// Why there is nothing to show, and what comes nearest.
fn told(from: &RoleId, to: &RoleId, no_path: &NoPath<'_>) -> String {
    let reached = match no_path.reached {
        0 => "no step of the catalog leads anywhere from there".to_owned(),
        1 => "one role can be reached from there, and it is another".to_owned(),
        reached => format!("{reached} roles can be reached from there, and it is none of them"),
    };
    let nearest = no_path.nearest.as_ref().and_then(|(path, likeness)| {
        let Side { id, role, .. } = &path.steps.last()?.to;
        let steps = steps(path.steps.len());
        Some(format!("  nearest to it is {id}, {} ({likeness}% alike, {steps})", role.title))
    });
    let back = no_path.back.map(|back| format!("  the other way round there is a path of {}", steps(back)));
    let first = format!("no path from {from} to {to}: {reached}");
    [Some(first), nearest, back].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn steps(count: usize) -> String {
    if count == 1 { "1 step".to_owned() } else { format!("{count} steps") }
}

/// A record for each role on the way, where it starts included.
fn plain(catalog: &Catalog, path: &Path<'_>, header: bool, output: &mut Output) -> io::Result<()> {
    if header {
        output.line("id\ttitle\tstep\tgap\tnew\traised\tdecisions")?;
    }
    output.line(format_args!("{}\t{}\tstart\t0\t\t\t", path.from.id, path.from.role.title))?;
    for step in &path.steps {
        let asked = [new_skills(catalog, &step.gap), raised_skills(catalog, &step.gap), says(catalog, &step.gap)];
        let asked = asked.map(|asked| asked.join("; ")).join("\t");
        let (id, title) = (&step.to.id, &step.to.role.title);
        output.line(format_args!("{id}\t{title}\t{}\t{}\t{asked}", step.way.words(), step.gap.points()))?;
    }
    Ok(())
}

fn page(catalog: &Catalog, path: &Path<'_>, output: &mut Output) -> io::Result<()> {
    let mut prose = Prose::new(output);
    prose.painted(0, Look::Heading, &format!("From {}", path.from.role.title))?;
    prose.painted(0, Look::Faint, path.from.id.as_str())?;
    prose.words(0, &format!("{}, gap {}", steps(path.steps.len()), path.points()))?;
    for (place, step) in path.steps.iter().enumerate() {
        prose.line("")?;
        prose.beside(&format!("{:>2}  ", place + 1), &step.to.role.title)?;
        prose.painted(INDENT, Look::Faint, step.to.id.as_str())?;
        let note = step.note.map(|note| format!(": {note}")).unwrap_or_default();
        prose.words(INDENT, &format!("{}{note}", step.way.words()))?;
        prose.words(INDENT, &format!("gap {}", step.gap.points()))?;
        prose.list(INDENT, "new", &new_skills(catalog, &step.gap))?;
        prose.list(INDENT, "raised", &raised_skills(catalog, &step.gap))?;
        prose.list(INDENT, "gains", &says(catalog, &step.gap))?;
    }
    Ok(())
}
