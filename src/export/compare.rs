//! A comparison as a document.

mod sheet;

use super::{Cell, Column as Heading, Para, Part, Report};
use crate::domain::compare::{Change, Column, Comparison, Row, Section, Verdict};
pub(super) use sheet::Held;
pub use sheet::{SCHEMA, Sheet};

/// `comparison` as a document: a part for each section, led by its verdicts, with a column for each role.
pub fn report(comparison: &Comparison) -> Report {
    let titles: Vec<&str> = comparison.columns.iter().map(|column| column.title.as_str()).collect();
    let (last, others) = titles.split_last().unwrap_or((&"", &[]));
    let title = |place| called(comparison, place);
    let role = |(place, column): (usize, &Column)| {
        Para::of(&title(place), &format!("{}, {}, {}", column.level_name, column.family_name, column.id))
    };
    let columns = comparison.columns.iter().enumerate();
    let signs = "Signs: = the same, ~ changed, + not in the base, - in the base only; words that differ are marked";
    let heads = [Heading::new("change", "Sign"), Heading::new("row", "What")];
    let roles = columns.clone().map(|(place, column)| Heading::new(column.id.as_str(), &title(place)));
    Report {
        title: format!("{} and {last}", others.join(", ")),
        about: columns.map(role).chain([signs.into()]).collect(),
        columns: heads.into_iter().chain(roles).collect(),
        parts: comparison.sections.iter().map(|section| part(comparison, section)).collect(),
    }
}

/// What the role in `place` is called, and whether it is the base.
fn called(comparison: &Comparison, place: usize) -> String {
    let title = comparison.columns.get(place).map(|column| column.title.as_str()).unwrap_or_default();
    if place == comparison.base { format!("{title} (base)") } else { title.to_owned() }
}

fn part(comparison: &Comparison, section: &Section) -> Part {
    let verdict = |verdict: &Verdict| match section.verdicts.len() {
        0 | 1 => verdict.text.as_str().into(),
        _ => Para::of(&called(comparison, verdict.side), &verdict.text),
    };
    Part {
        key: section.part.id().to_owned(),
        title: section.part.title().to_owned(),
        about: section.verdicts.iter().map(verdict).collect(),
        rows: section.rows.iter().map(|row| cells(row, comparison.base)).collect(),
    }
}

fn cells(row: &Row, base: usize) -> Vec<Cell> {
    let heads = [Cell::Sign(row.sign(base)), Cell::Head(row.label.to_string())];
    heads.into_iter().chain((0..row.cells.len()).map(|side| cell(row, side, base))).collect()
}

/// What can be said in a word or two, with what became of it where the base has it too; below it the sentences.
fn cell(row: &Row, side: usize, base: usize) -> Cell {
    let Some(cell) = row.cells.get(side) else { return Cell::Empty };
    let Some(value) = &cell.value else { return Cell::Empty };
    let turn = row.turn(side, base).filter(|_| cell.change == Change::Changed);
    let turn = turn.map(|turn| if turn.starts_with('(') { format!(" {turn}") } else { format!("; {turn}") });
    let facts = value.facts().map(|facts| Para::aside(&facts.to_string(), turn));
    let sentences = row.prose(side, base).map(|prose| Para::sentences(prose, row.lit(side, base)));
    Cell::Text(facts.into_iter().chain(sentences.into_iter().flatten()).collect())
}
