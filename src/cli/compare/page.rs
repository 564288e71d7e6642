//! A comparison as text that fits the width: roles beside each other, or under each other where that is too narrow.

use std::io;

use super::cell::{self, Line, wrapped};
use crate::cli::output::{Look, Output};
use crate::domain::compare::{Column, Comparison, Row, Section};

/// Below this width roles stand under each other.
const LEAST_ABREAST: usize = 60;
/// A column is never narrower: text squeezed into less is no longer read.
const LEAST_COLUMN: usize = 24;
/// A column wider than this tires the eye.
const WIDEST_COLUMN: usize = 60;
/// Room for what a row is called, where it stands beside its cells.
const LABEL: usize = 18;
/// The sign with its blank.
const SIGN: usize = 2;
/// Between two columns.
const GAP: usize = 2;
/// Before what a role has, where roles stand under each other: room for the role's number.
const NUMBER: usize = 7;

/// How a row is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Label and cells on the same lines.
    Beside { column: usize },
    /// The label on a line of its own, the cells beside each other below it.
    Below { column: usize },
    /// The label on a line of its own, the cells below it and below each other.
    Stacked { column: usize },
}

impl Layout {
    fn of(width: usize, sides: usize) -> Self {
        let room = |taken: usize| width.saturating_sub(taken + GAP * sides.saturating_sub(1)) / sides.max(1);
        let fits = |column: &usize| width >= LEAST_ABREAST && *column >= LEAST_COLUMN;
        let (beside, below) = (room(SIGN + LABEL + GAP), room(SIGN));
        if fits(&beside) {
            Self::Beside { column: beside.min(WIDEST_COLUMN) }
        } else if fits(&below) {
            Self::Below { column: below }
        } else {
            Self::Stacked { column: width.saturating_sub(NUMBER) }
        }
    }
}

/// Prints `comparison`.
pub(super) fn print(comparison: &Comparison, output: &mut Output) -> io::Result<()> {
    cell::print(&lines(comparison, output.width()), output)
}

fn lines(comparison: &Comparison, width: usize) -> Vec<Line> {
    let layout = Layout::of(width, comparison.columns.len());
    let mut lines = heads(comparison, layout, width);
    for section in &comparison.sections {
        lines.push(Line::default());
        lines.extend(wrapped(Some(Look::Heading), &section.part.title().to_uppercase(), width));
        lines.extend(verdicts(section, width));
        lines.extend(section.rows.iter().flat_map(|row| of_row(comparison, row, layout, width)));
    }
    lines
}

/// Which column is which role.
fn heads(comparison: &Comparison, layout: Layout, width: usize) -> Vec<Line> {
    let head = |place: usize, column: &Column, cells: usize| {
        let base = if place == comparison.base { " (base)" } else { "" };
        let mut lines = wrapped(Some(Look::Heading), &format!("{} {}{base}", place + 1, column.title), cells);
        lines.extend(wrapped(None, &format!("{}, {}", column.level_name, column.family_name), cells));
        lines.extend(wrapped(Some(Look::Faint), column.id.as_str(), cells));
        lines
    };
    let columns = comparison.columns.iter().enumerate();
    match layout {
        Layout::Beside { column: cells } | Layout::Below { column: cells } => {
            let lead = if matches!(layout, Layout::Beside { .. }) { SIGN + LABEL + GAP } else { SIGN };
            let heads: Vec<_> = columns.map(|(place, column)| head(place, column, cells)).collect();
            abreast(&[], lead, &heads, cells)
        }
        Layout::Stacked { .. } => columns.flat_map(|(place, column)| head(place, column, width)).collect(),
    }
}

/// What the section comes to, for each role by its number where there are several.
fn verdicts(section: &Section, width: usize) -> Vec<Line> {
    let several = section.verdicts.len() > 1;
    let lines = section.verdicts.iter().flat_map(|verdict| {
        let text = if several { format!("{}: {}", verdict.side + 1, verdict.text) } else { verdict.text.to_string() };
        wrapped(None, &text, width.saturating_sub(SIGN))
    });
    lines.map(|line| line.behind(" ".repeat(SIGN))).collect()
}

fn of_row(comparison: &Comparison, row: &Row, layout: Layout, width: usize) -> Vec<Line> {
    let sign = row.sign(comparison.base).sign();
    let label = |cells: usize| -> Vec<Line> {
        let lines = wrapped(None, &row.label, cells).into_iter().enumerate();
        lines.map(|(place, line)| line.behind(format!("{} ", if place == 0 { sign } else { " " }))).collect()
    };
    let cells = |column: usize| (0..row.cells.len()).map(move |side| cell::lines(comparison, row, side, column));
    match layout {
        Layout::Beside { column } => {
            abreast(&label(LABEL), SIGN + LABEL + GAP, &cells(column).collect::<Vec<_>>(), column)
        }
        Layout::Below { column } => {
            let mut lines = label(width.saturating_sub(SIGN));
            lines.extend(abreast(&[], SIGN, &cells(column).collect::<Vec<_>>(), column));
            lines
        }
        Layout::Stacked { column } => {
            let mut lines = label(width.saturating_sub(SIGN));
            for (side, cell) in cells(column).enumerate() {
                let number = |place: usize| if place == 0 { format!("    {}  ", side + 1) } else { " ".repeat(NUMBER) };
                lines.extend(cell.into_iter().enumerate().map(|(place, line)| line.behind(number(place))));
            }
            lines
        }
    }
}

/// Cells beside each other behind a first column `lead` wide, as many lines as the longest has.
fn abreast(first: &[Line], lead: usize, cells: &[Vec<Line>], column: usize) -> Vec<Line> {
    let height = cells.iter().map(Vec::len).chain([first.len()]).max().unwrap_or_default();
    let line = |place: usize| {
        let mut spans = first.get(place).cloned().unwrap_or_default().padded(lead).0;
        for cell in cells {
            spans.extend(cell.get(place).cloned().unwrap_or_default().padded(column + GAP).0);
        }
        Line(spans)
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_never_squeezed_below_24_cells() {
        assert_eq!(Layout::of(120, 2), Layout::Beside { column: 48 });
        assert_eq!(Layout::of(80, 2), Layout::Beside { column: 28 });
        assert_eq!(Layout::of(80, 3), Layout::Below { column: 24 });
        assert_eq!(Layout::of(80, 4), Layout::Stacked { column: 73 });
        assert_eq!(Layout::of(60, 2), Layout::Below { column: 28 });
        assert_eq!(Layout::of(59, 2), Layout::Stacked { column: 52 });
        assert_eq!(Layout::of(1000, 2), Layout::Beside { column: WIDEST_COLUMN });
    }
}
