//! A ladder as a document: the skills by the rungs, or one thing through all rungs.

mod sheet;

use super::{Cell, Column as Heading, Para, Part, Report};
use crate::domain::FamilyOutline;
use crate::domain::ladder::{Grid, GridRow, Ladder, Standing, Step};
pub use sheet::{SCHEMA, Sheet};

/// The skills of `family` by its rungs as a document, a column for each rung.
pub fn grid_report(family: &FamilyOutline, grid: &Grid) -> Report {
    let rungs = grid.columns.iter().map(|column| Heading::new(column.id.as_str(), &column.title));
    let row = |row: &GridRow| {
        let cells = row.cells.iter().map(|cell| match cell {
            Some(asked) => Cell::text(format!("{}, {}", asked.proficiency.figure(), asked.weight.word())),
            None => Cell::Empty,
        });
        let heads = [Cell::Head(row.name.to_string()), Cell::text(row.skill.as_str())];
        heads.into_iter().chain(cells).collect()
    };
    Report {
        title: format!("{}: skills by rungs", family.name),
        about: vec![
            "How well each rung asks for a skill: 1 aware, 2 assisted, 3 independent, 4 advanced, 5 expert.".into(),
        ],
        columns: [Heading::new("skill", "Skill"), Heading::new("id", "Id")].into_iter().chain(rungs).collect(),
        parts: vec![one_part("skills", grid.rows.iter().map(row).collect())],
    }
}

/// One thing through all rungs of `family` as a document, a row for each rung.
pub fn steps_report(family: &FamilyOutline, ladder: &Ladder) -> Report {
    let row = |(place, step): (usize, &Step)| {
        vec![
            sign(step),
            Cell::Head(step.role.title.to_string()),
            Cell::text(step.role.id.as_str()),
            Cell::text(step.standing.id()),
            value(ladder, place, step),
        ]
    };
    Report {
        title: format!("{}: {}", family.name, ladder.label),
        about: vec![ladder.verdict.as_str().into(), "Each rung is judged against the one below it.".into()],
        columns: vec![
            Heading::new("change", "Sign"),
            Heading::new("title", "Rung"),
            Heading::new("id", "Id"),
            Heading::new("stands", "Stands"),
            Heading::new(ladder.item.kind(), &ladder.label),
        ],
        parts: vec![one_part("rungs", ladder.steps.iter().enumerate().map(row).collect())],
    }
}

fn one_part(key: &str, rows: Vec<Vec<Cell>>) -> Part {
    Part { key: key.to_owned(), title: String::new(), about: Vec::new(), rows }
}

fn sign(step: &Step) -> Cell {
    if step.standing == Standing::Absent { Cell::Empty } else { Cell::Sign(step.cell.change) }
}

fn value(ladder: &Ladder, place: usize, step: &Step) -> Cell {
    let Some(value) = &step.cell.value else { return Cell::Empty };
    let facts = value
        .facts()
        .map(|facts| Para::aside(&facts.to_string(), ladder.was(place).map(|was| format!(" (was {was})"))));
    let words = &step.cell.words;
    let sentences = value.prose().map(|prose| {
        let lit = if words.is_rewritten(prose) { &[][..] } else { &words.new[..] };
        Para::sentences(prose, lit)
    });
    Cell::Text(facts.into_iter().chain(sentences.into_iter().flatten()).collect())
}
