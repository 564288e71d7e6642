//! `rungs practice story grid`: what no story shows, and which shows what.

use std::io;

use serde::Serialize;

use super::shelf;
use crate::catalog::Catalog;
use crate::cli::args::GridArgs;
use crate::cli::home::Home;
use crate::cli::output::{Form, Look, Output, Prose};
use crate::cli::practice::Sitting;
use crate::cli::{Exit, Outcome};
use crate::domain::compare::Column;
use crate::domain::story::{Grid, Health, Shown};
use crate::text::{SafeText, pad, width};

/// The name of the JSON shape of a [`Sheet`].
const SCHEMA: &str = "rungs.practice.grid/1";
/// The widest a name gets before the stories.
const NAME: usize = 34;

/// `rungs.practice.grid/1`: one item. Fields are added, never renamed or taken away.
///
/// `role` as in `rungs.practice.plan/1`. `probes` are `{"probe","name","questions","stories"}`, those without a story among them.
/// `health` is `{"stories","strong","failures","worn","wants"}`: names of stories that were told too often, and what is missing in
/// words.
#[derive(Debug, Serialize)]
struct Sheet<'a> {
    role: &'a Column,
    probes: Vec<Row<'a>>,
    health: HealthField<'a>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    probe: &'a SafeText,
    name: SafeText,
    questions: usize,
    stories: Vec<&'a str>,
}

impl<'a> Row<'a> {
    fn of(sitting: &Sitting<'_>, grid: &Grid<'a>, shown: &Shown<'a>) -> Self {
        Self {
            probe: shown.probe,
            name: sitting.catalog.probe_name(sitting.role.family(), shown.probe),
            questions: shown.questions,
            stories: shown.by.iter().filter_map(|place| Some(grid.stories.get(*place)?.slug.as_str())).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct HealthField<'a> {
    stories: usize,
    strong: usize,
    failures: usize,
    worn: Vec<&'a str>,
    wants: Vec<String>,
}

/// Prints the grid.
pub(super) fn grid(args: &GridArgs, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    let sitting = Sitting::of(args.role.as_deref(), home, catalog)?;
    let shelf = shelf(&home.places)?;
    let tellings = sitting.practice.tellings();
    let grid = Grid::of(&shelf.stories, &sitting.pool);
    let health = Health::of(&shelf.stories, |story| tellings.times(story));
    let rows: Vec<Row<'_>> = grid.columns.iter().map(|shown| Row::of(&sitting, &grid, shown)).collect();
    match output.form() {
        Form::Json => {
            let health = HealthField {
                stories: health.stories,
                strong: health.strong,
                failures: health.failures,
                worn: health.worn.iter().map(|(story, _)| story.slug.as_str()).collect(),
                wants: health.wants(),
            };
            output.json(SCHEMA, &[Sheet { role: &sitting.gap.target, probes: rows, health }])?;
        }
        Form::Plain => {
            for Row { probe, name, questions, stories } in &rows {
                let stories = if stories.is_empty() { "-".to_owned() } else { stories.join(", ") };
                output.line(format_args!("{probe}\t{name}\t{questions}\t{stories}"))?;
            }
        }
        Form::Table => page(&sitting, &rows, &health, output)?,
    }
    Ok(Exit::Done)
}

fn page(sitting: &Sitting<'_>, rows: &[Row<'_>], health: &Health<'_>, output: &mut Output) -> io::Result<()> {
    let mut prose = Prose::new(output);
    prose.painted(0, Look::Heading, &format!("Stories for {}", sitting.title()))?;
    prose.painted(0, Look::Faint, sitting.role.as_str())?;
    let (empty, shown): (Vec<&Row<'_>>, Vec<&Row<'_>>) = rows.iter().partition(|row| row.stories.is_empty());
    if !empty.is_empty() {
        prose.line("")?;
        for Row { name, probe, .. } in empty {
            prose.words(2, &format!("no story for {name} ({probe})"))?;
        }
    }
    if !shown.is_empty() {
        prose.line("")?;
        let widest = shown.iter().map(|row| width(&row.name)).max().unwrap_or_default().min(NAME);
        for Row { name, stories, .. } in shown {
            prose.beside(&format!("  {}  ", pad(name, widest)), &stories.join(", "))?;
        }
    }
    prose.line("")?;
    prose.words(0, &health.to_string())?;
    for want in health.wants() {
        prose.beside("  - ", &want)?;
    }
    Ok(())
}
