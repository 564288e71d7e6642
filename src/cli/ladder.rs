//! `rungs ladder`: one thing through all rungs of a family, or its skills by its rungs; as text, tab-separated, JSON
//! or a document.

mod page;

use std::io;

use super::args::{ItemArgs, LadderArgs};
use super::compare::cell;
use super::output::{Form, Output, Wanted};
use super::{Exit, Failure, Outcome, resolve};
use crate::catalog::Catalog;
use crate::domain::compare::Side;
use crate::domain::ladder::{Grid, Item, Ladder, items};
use crate::export::ladder::{SCHEMA, Sheet, grid_report, steps_report};
use crate::text::SafeText;

/// Shows the ladder `args` ask for.
pub(super) fn ladder(args: &LadderArgs, catalog: &Catalog, output: &mut Output) -> Outcome {
    let wanted = output.wanted(&args.format)?;
    let family = resolve::family(catalog, &args.family)?;
    let rungs = catalog.ladder_of(family);
    if let Some(item) = item(catalog, &rungs, &args.item)? {
        let ladder = Ladder::of(catalog, &rungs, item);
        match wanted {
            Wanted::Here(Form::Json) => output.json(SCHEMA, &[Sheet::of_item(family, &ladder)])?,
            Wanted::Here(Form::Plain) => plain_steps(&ladder, args.header, output)?,
            Wanted::Here(Form::Table) => cell::print(&page::steps(family, &ladder, output.width()), output)?,
            Wanted::Document(format) => output.document(format, &steps_report(family, &ladder))?,
        }
    } else {
        let grid = Grid::of(catalog, &rungs);
        match wanted {
            Wanted::Here(Form::Json) => output.json(SCHEMA, &[Sheet::of_grid(family, &grid)])?,
            Wanted::Here(Form::Plain) => plain_grid(&grid, args.header, output)?,
            Wanted::Here(Form::Table) => cell::print(&page::grid(family, &grid, output.width()), output)?,
            Wanted::Document(format) => output.document(format, &grid_report(family, &grid))?,
        }
    }
    Ok(Exit::Done)
}

/// What `args` name, of what the rungs have.
fn item(catalog: &Catalog, rungs: &[Side<'_>], args: &ItemArgs) -> Result<Option<Item>, Failure> {
    let ItemArgs { skill, thread, kpi, axis, decision } = args;
    let asked = [(skill, "skill"), (thread, "thread"), (kpi, "kpi"), (axis, "axis"), (decision, "decision")];
    let Some((typed, kind)) = asked.into_iter().find_map(|(typed, kind)| Some((typed.as_deref()?, kind))) else {
        return Ok(None);
    };
    let items: Vec<(Item, SafeText)> = items(catalog, rungs)
        .into_iter()
        .filter(|item| item.kind() == kind)
        .map(|item| (item.clone(), item.name(catalog, rungs)))
        .collect();
    let known = items.iter().map(|(item, name)| {
        let aliases = match item {
            Item::Skill(id) => catalog.skill(id).map_or(&[][..], |skill| &skill.aliases),
            _ => &[],
        };
        (item, item.key(), resolve::names(name, aliases))
    });
    let family = rungs.first().map_or("this family", |rung| rung.family.name.as_str());
    resolve::one_of(typed, &format!("{} of {family}", if kind == "kpi" { "KPI" } else { kind }), known)
        .map(|item| Some(item.clone()))
}

/// A record for each rung.
fn plain_steps(ladder: &Ladder, header: bool, output: &mut Output) -> io::Result<()> {
    if header {
        output.line(format_args!("id\tlevel\tsign\tstands\t{}", ladder.item.kind()))?;
    }
    for step in &ladder.steps {
        let (role, standing) = (&step.role, step.standing.id());
        let value = cell::in_a_line(&step.cell);
        output.line(format_args!("{}\t{}\t{}\t{standing}\t{value}", role.id, role.level, step.sign().trim()))?;
    }
    Ok(())
}

/// A record for each skill.
fn plain_grid(grid: &Grid, header: bool, output: &mut Output) -> io::Result<()> {
    if header {
        let ids: Vec<&str> = grid.columns.iter().map(|column| column.id.as_str()).collect();
        output.line(format_args!("skill\tname\t{}", ids.join("\t")))?;
    }
    for row in &grid.rows {
        let cells = row.cells.iter();
        let cells = cells.map(|cell| cell.map_or("-".to_owned(), |asked| asked.proficiency.digit()));
        output.line(format_args!("{}\t{}\t{}", row.skill, row.name, cells.collect::<Vec<_>>().join("\t")))?;
    }
    Ok(())
}
