//! `rungs catalog`: what is wrong with a catalog, and what is made from one or becomes one.

mod diff;
mod import;
mod layers;
mod ledger;
mod make;
mod place;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use super::args::{CheckArgs, Global, OutlineArgs};
use super::output::{Form, Header, Output, Record, message};
use super::{Exit, Failure, Outcome, opened};
use crate::catalog::{self, Catalog, Files, Problem, Severity, Source};
pub(super) use diff::diff;
pub(super) use import::import;
pub(super) use layers::{Layer, layers, list};
pub(super) use ledger::ledger;
pub(super) use make::{export, new, schema};

/// How many warnings of a kind a person is told.
const ALIKE: usize = 20;

/// Prints all problems of a catalog.
pub(super) fn check(args: &CheckArgs, global: &Global, output: &mut Output) -> Outcome {
    let sources = args.path.as_ref().map_or_else(|| opened::asked_for(global), |path| vec![Source::Path(path.clone())]);
    let problems = catalog::check_all(&sources);
    if output.form() == Form::Table {
        told(&problems, output)?;
    } else {
        output.records(&problems, Header::Aligned)?;
    }
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    // Whoever has stopped reading need not be told the sum.
    output.flush()?;
    message(&counted(errors, problems.len() - errors));
    Ok(if errors == 0 { Exit::Done } else { Exit::Catalog })
}

/// Nothing of what is wrong may be cut off, so there is no table of it. Of a kind of warning that hundreds have, as in a
/// ladder that others wrote by other rules, the first few say what the others are.
fn told(problems: &[Problem], output: &mut Output) -> std::io::Result<()> {
    let mut of_kind: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in problems {
        let seen = of_kind.entry(problem.check.word()).or_default();
        *seen += 1;
        if *seen <= ALIKE || problem.severity == Severity::Error {
            output.line(format_args!("{}: {problem}", word(problem.severity)))?;
        }
    }
    for (kind, seen) in of_kind.into_iter().filter(|(_, seen)| *seen > ALIKE) {
        if problems.iter().any(|problem| problem.check.word() == kind && problem.severity == Severity::Warning) {
            let more = seen - ALIKE;
            output.line(format_args!("warning: {more} more of the kind {kind}: a pipe gets them all"))?;
        }
    }
    Ok(())
}

/// Prints the outline of a catalog as `data/outline.json` holds it.
pub(super) fn outline(args: &OutlineArgs, output: &mut Output) -> Outcome {
    let catalog = without_errors(&files(args.path.as_deref()))?;
    let json = catalog::outline_json(&catalog).map_err(|error| Failure::new(Exit::Catalog, error.to_string()))?;
    output.line(json.trim_end())?;
    Ok(Exit::Done)
}

fn without_errors(files: &Files) -> Result<Catalog, Failure> {
    catalog::load(files).map_err(|problems| {
        let first = problems.iter().find(|problem| problem.severity == Severity::Error);
        let first = first.map(|problem| format!("\n  {problem}")).unwrap_or_default();
        Failure::new(Exit::Catalog, format!("the catalog has errors, see `rungs catalog check`; the first:{first}"))
    })
}

fn files(path: Option<&Path>) -> Files {
    path.map_or_else(Files::embedded, Files::read)
}

fn counted(errors: usize, warnings: usize) -> String {
    let count = |number: usize, what: &str| match number {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    };
    format!("{}, {}", count(errors, "error"), count(warnings, "warning"))
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// `rungs.problem/1`: `{"severity","check","file","line","column","path","text"}`; line and column are null where a
/// file could not be read as text.
impl Record for Problem {
    const SCHEMA: &'static str = "rungs.problem/1";
    const COLUMNS: &'static [&'static str] = &["severity", "check", "file", "line", "column", "path", "text"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
        vec![
            word(self.severity).into(),
            self.check.word().into(),
            self.file.as_str().into(),
            number(self.line).into(),
            number(self.column).into(),
            self.path.as_str().into(),
            self.text.as_str().into(),
        ]
    }
}
