//! `rungs practice progress`: how far somebody has come, in counts.

use std::io;

use serde::Serialize;

use super::Sitting;
use crate::catalog::Catalog;
use crate::cli::args::ProgressArgs;
use crate::cli::home::Home;
use crate::cli::output::{Form, Look, Output, Prose};
use crate::cli::{Exit, Outcome};
use crate::domain::compare::Column;
use crate::domain::practice::{ProbeRow, Progress, Standing};
use crate::text::{SafeText, pad, width};

/// The name of the JSON shape of a [`Sheet`].
const SCHEMA: &str = "rungs.practice.progress/1";
/// The widest a name gets before the letters.
const NAME: usize = 34;

/// `rungs.practice.progress/1`: one item. Fields are added, never renamed or taken away.
///
/// `role` as in `rungs.practice.plan/1`; `practised` and `musts` are `{"count","of"}`; `freshness` has `fresh`, `fading`, `stale`
/// and `new`, which was never answered; `predictions` has `made`, `foreseen`, `at_level`, how often that was predicted, and `were`,
/// how often it then was so; `probes` are `{"probe","name","questions","letters"}`, the latest letter last.
#[derive(Debug, Serialize)]
struct Sheet<'a> {
    role: &'a Column,
    practised: Count,
    musts: Count,
    freshness: Standing,
    predictions: Predictions,
    probes: Vec<Row<'a>>,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct Count {
    count: usize,
    of: usize,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct Predictions {
    made: usize,
    foreseen: usize,
    at_level: usize,
    were: usize,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    probe: &'a str,
    name: SafeText,
    questions: usize,
    letters: &'a str,
}

/// Prints the counts.
pub(super) fn progress(args: &ProgressArgs, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    let sitting = Sitting::of(args.role.as_deref(), home, catalog)?;
    let progress = sitting.desk().progress();
    let sheet = sheet(&sitting, &progress);
    match output.form() {
        Form::Json => output.json(SCHEMA, &[sheet])?,
        Form::Plain => plain(&sheet, output)?,
        Form::Table => page(&sitting, &sheet, output)?,
    }
    Ok(Exit::Done)
}

fn sheet<'a>(sitting: &'a Sitting<'_>, progress: &'a Progress) -> Sheet<'a> {
    let today = sitting.clock.today();
    let freshness = sitting.desk().questions().iter().map(|place| place.history.freshness(today)).collect();
    let name = |probe| sitting.catalog.probe_name(sitting.role.family(), probe);
    let row = |row: &'a ProbeRow| Row {
        probe: &row.probe,
        name: name(&row.probe),
        questions: row.questions,
        letters: &row.letters,
    };
    let calibration = progress.calibration;
    Sheet {
        role: &sitting.gap.target,
        practised: Count { count: progress.practised.0, of: progress.practised.1 },
        musts: Count { count: progress.musts.0, of: progress.musts.1 },
        freshness,
        predictions: Predictions {
            made: calibration.predicted,
            foreseen: calibration.foreseen,
            at_level: calibration.at_level,
            were: calibration.were,
        },
        probes: progress.probes.iter().map(row).collect(),
    }
}

/// What is counted, its name, how many, of how many.
fn counts(sheet: &Sheet<'_>) -> [(&'static str, &'static str, Count); 8] {
    let Standing { fresh, fading, stale, new } = sheet.freshness;
    let Predictions { made, foreseen, at_level, were } = sheet.predictions;
    let all = sheet.practised.of;
    let of = |count, of| Count { count, of };
    [
        ("practised", "Questions practised", sheet.practised),
        ("musts", "Musts shown cold, latest answer", sheet.musts),
        ("fresh", "Fresh", of(fresh, all)),
        ("fading", "Fading", of(fading, all)),
        ("stale", "Stale", of(stale, all)),
        ("new", "Never answered", of(new, all)),
        ("foreseen", "Came as predicted", of(foreseen, made)),
        ("at-level", "At level when predicted so", of(were, at_level)),
    ]
}

fn plain(sheet: &Sheet<'_>, output: &mut Output) -> io::Result<()> {
    for (what, name, Count { count, of }) in counts(sheet) {
        output.line(format_args!("{what}\t{name}\t{count}\t{of}\t-"))?;
    }
    for Row { probe, name, questions, letters } in &sheet.probes {
        let (answers, letters) = (letters.len(), if letters.is_empty() { "-" } else { letters });
        output.line(format_args!("{probe}\t{name}\t{answers}\t{questions}\t{letters}"))?;
    }
    Ok(())
}

fn page(sitting: &Sitting<'_>, sheet: &Sheet<'_>, output: &mut Output) -> io::Result<()> {
    let mut prose = Prose::new(output);
    prose.painted(0, Look::Heading, &format!("Progress for {}", sitting.title()))?;
    prose.painted(0, Look::Faint, sitting.role.as_str())?;
    prose.line("")?;
    let counts = counts(sheet);
    for (_, name, Count { count, of }) in &counts[..2] {
        prose.beside(&format!("  {}  ", pad(name, NAME)), &format!("{count} of {of}"))?;
    }
    let Standing { fresh, fading, stale, new } = sheet.freshness;
    let words = format!("{fresh} fresh, {fading} fading, {stale} stale, {new} never answered");
    prose.beside(&format!("  {}  ", pad("Questions", NAME)), &words)?;
    let Predictions { made, foreseen, at_level, were } = sheet.predictions;
    if made > 0 {
        let words = format!("{foreseen} of {made}; at level predicted {at_level} times, it was {were}");
        prose.beside(&format!("  {}  ", pad("Came as predicted", NAME)), &words)?;
    }
    prose.line("")?;
    prose.painted(0, Look::Heading, "BY WHAT IS PROBED")?;
    prose.painted(2, Look::Faint, "last five answers: n not yet, t thin, A at level, + above; the latest last")?;
    let widest = sheet.probes.iter().map(|row| width(&row.name)).max().unwrap_or_default().min(NAME);
    for Row { name, questions, letters, .. } in &sheet.probes {
        let s = if *questions == 1 { "" } else { "s" };
        prose
            .beside(&format!("  {}  ", pad(letters, 5)), &format!("{}  {questions} question{s}", pad(name, widest)))?;
    }
    Ok(())
}
