//! [`Sheet`]: a comparison in lines, what each of them stands for, and [`heads`], which stay above it.

use std::collections::BTreeSet;

use super::cell::{self, signed};
use super::plan::{Form, GAP, Plan, SIGN};
use crate::catalog::Catalog;
use crate::domain::compare::{Change, Column, Comparison, Part, Row as Compared, Section};
use crate::domain::{Destination, RoleId};
use crate::text::{SafeText, cut, width, wrap};
use crate::tui::cursor::Rows;
use crate::tui::document::{Piece, Row};
use crate::tui::theme::Ink;

/// How far a verdict is set in.
const INDENT: usize = 2;

/// What a sheet is laid out from, beside the comparison; another key is another sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetKey {
    /// How its rows are laid out.
    pub plan: Plan,
    /// The roles that show, by their place among all.
    pub columns: Vec<usize>,
    /// How many cells there are for text.
    pub width: usize,
    /// The sections that show their heading only.
    pub folded: BTreeSet<Part>,
    /// Which rows show.
    pub kept: Kept,
    /// Whether the roles are named above the first section: where there is no room for heads that stay.
    pub is_headed: bool,
}

/// Which rows of a comparison show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kept {
    /// All of them.
    #[default]
    All,
    /// Those in which the roles differ.
    Differences,
}

/// A comparison in lines.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The lines, and which belong together.
    pub rows: Rows<Row>,
    stops: Vec<Stop>,
}

/// What a stop is: what Enter opens and what is folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// A section's heading with its verdicts.
    Heading(Part),
    /// A row, by its section and the id by which it was aligned.
    Row(Part, SafeText),
    /// The way to a role.
    Move(SafeText, Destination),
}

impl Stop {
    /// The section it is in.
    pub fn part(&self) -> Part {
        match self {
            Self::Heading(part) | Self::Row(part, _) => *part,
            Self::Move(..) => Part::Moves,
        }
    }
}

impl Sheet {
    /// Lays `comparison` out.
    pub fn of(catalog: &Catalog, comparison: &Comparison, key: &SheetKey) -> Self {
        let mut page = Page { catalog, comparison, key, sheet: Self::default() };
        if key.is_headed {
            for row in heads(comparison, key, None, Room::Line) {
                page.sheet.rows.push(row);
            }
        }
        for section in &comparison.sections {
            page.section(section);
        }
        page.sheet
    }

    /// What the stop at `place` is.
    pub fn stop(&self, place: usize) -> Option<&Stop> {
        self.stops.get(place)
    }

    /// Where `stop` is; where it is not, its section's heading.
    pub fn position(&self, stop: &Stop) -> Option<usize> {
        let heading = || self.stops.iter().position(|other| *other == Stop::Heading(stop.part()));
        self.stops.iter().position(|other| other == stop).or_else(heading)
    }

    /// The stops that are headings.
    pub fn headings(&self) -> impl DoubleEndedIterator<Item = usize> {
        let stops = self.stops.iter().enumerate();
        stops.filter(|(_, stop)| matches!(stop, Stop::Heading(_))).map(|(place, _)| place)
    }
}

struct Page<'a> {
    catalog: &'a Catalog,
    comparison: &'a Comparison,
    key: &'a SheetKey,
    sheet: Sheet,
}

impl Page<'_> {
    fn section(&mut self, section: &Section) {
        let base = self.comparison.base;
        let is_folded = self.key.folded.contains(&section.part);
        if !self.sheet.stops.is_empty() {
            self.sheet.rows.push(Row::default());
        }
        let differ = section.rows.iter().filter(|row| row.sign(base) != Change::Same).count();
        let count = match (section.part, section.rows.len()) {
            (Part::StepUp, _) | (_, 0) => String::new(),
            (_, all) => format!("  {differ} of {all} differ"),
        };
        let mut rows = vec![Row(vec![
            Piece::new(Ink::Faint, if is_folded { "+ " } else { "- " }),
            Piece::new(Ink::Heading, section.part.title().to_uppercase()),
            Piece::new(Ink::Faint, count),
        ])];
        let shown = section.verdicts.iter().filter(|verdict| self.key.columns.contains(&verdict.side));
        for verdict in shown {
            let number = if section.verdicts.len() > 1 { format!("{}: ", verdict.side + 1) } else { String::new() };
            let room = self.key.width.saturating_sub(INDENT);
            rows.extend(wrapped(Ink::Text, &format!("{number}{}", verdict.text), room).map(|row| behind(INDENT, row)));
        }
        self.stop(Stop::Heading(section.part), rows);
        if is_folded {
            return;
        }
        for row in &section.rows {
            if self.key.kept == Kept::All || row.sign(base) != Change::Same {
                let destination = (section.part == Part::Moves).then(|| self.destination(row));
                let is_link = matches!(destination, Some(Destination::Role(_)));
                let rows = self.row(row, if is_link { Ink::Link } else { Ink::Text });
                let stop = match destination {
                    Some(destination) => Stop::Move(row.key.clone(), destination),
                    None => Stop::Row(section.part, row.key.clone()),
                };
                self.stop(stop, rows);
            }
        }
    }

    /// Where a move leads: a role of the catalog by its id, any other by its title.
    fn destination(&self, row: &Compared) -> Destination {
        let role = row.key.parse::<RoleId>().ok().filter(|role| self.catalog.rung(role).is_some());
        role.map_or_else(|| Destination::Outside(row.label.clone()), Destination::Role)
    }

    fn row(&self, row: &Compared, label: Ink) -> Vec<Row> {
        let SheetKey { plan, columns, width, .. } = self.key;
        let base = self.comparison.base;
        let sign = row.sign(base).sign();
        let label = |cells: usize| {
            let lines = wrapped(label, &row.label, cells).enumerate();
            let signed =
                lines.map(|(place, line)| if place == 0 { behind_sign(sign, line) } else { behind(SIGN, line) });
            signed.collect::<Vec<Row>>()
        };
        let cells = columns.iter().map(|side| cell::lines(row, *side, base, plan.column));
        match plan.form {
            Form::Beside(room) => abreast(label(room), plan.lead(), cells.collect(), plan.column),
            Form::Below => {
                let mut rows = label(width.saturating_sub(SIGN));
                rows.extend(abreast(Vec::new(), plan.lead(), cells.collect(), plan.column));
                rows
            }
            Form::Stacked => {
                let mut rows = label(width.saturating_sub(SIGN));
                let room = Plan::numbers(*width);
                for (side, lines) in columns.iter().zip(cells) {
                    rows.extend(lines.into_iter().enumerate().map(|(place, line)| {
                        if place > 0 {
                            return behind(room, line);
                        }
                        let Row(mut pieces) = line;
                        let number =
                            format!("{:>at$} ", side + 1, at = room.saturating_sub(if room > 2 { 2 } else { 1 }));
                        pieces.insert(0, Piece::new(Ink::Faint, format!("{number:room$}")));
                        Row(pieces)
                    }));
                }
                rows
            }
        }
    }

    fn stop(&mut self, stop: Stop, rows: Vec<Row>) {
        self.sheet.stops.push(stop);
        self.sheet.rows.push_stop(rows);
    }
}

/// How much room there is above a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// For a line for each role, or one for all beside each other.
    Line,
    /// For titles in full, and levels below them.
    Lines,
}

/// The roles that show, by number and title: beside each other as the cells below them, or under each other. The one
/// under the cursor, if there is a cursor, has a `>` and stands out.
pub(super) fn heads(comparison: &Comparison, key: &SheetKey, cursor: Option<usize>, room: Room) -> Vec<Row> {
    let shown = key.columns.iter().filter_map(|side| Some((*side, comparison.columns.get(*side)?)));
    let number = |side: usize| {
        let is_here = cursor == Some(side);
        let ink = if is_here { Ink::Selected } else { Ink::Strong };
        Piece::new(ink, format!("{}{}", if is_here { ">" } else { " " }, side + 1))
    };
    let base = |side: usize| if side == comparison.base { " (base)" } else { "" };
    let named = |side: usize, column: &Column, cells: usize| {
        let title = format!(" {}", cut(&column.title, cells.saturating_sub(3 + base(side).len())));
        Row(vec![number(side), Piece::new(Ink::Strong, title), Piece::new(Ink::Text, base(side))])
    };
    if key.plan.form == Form::Stacked {
        return shown.map(|(side, column)| named(side, column, key.width)).collect();
    }
    let cells = key.plan.column;
    let is_one_family = comparison.columns.windows(2).all(|pair| pair[0].family == pair[1].family);
    let head = |(side, column): (usize, &Column)| {
        if room == Room::Line {
            return vec![named(side, column, cells)];
        }
        let family = if is_one_family { String::new() } else { format!(", {}", column.family_name) };
        let base = if side == comparison.base { "base, " } else { "" };
        let level = format!("{base}{} {}{family}", column.rank, column.level_name);
        let mut rows: Vec<Row> =
            wrapped(Ink::Strong, &column.title, cells.saturating_sub(3)).map(|row| behind(3, row)).collect();
        if let Some(Row(first)) = rows.first_mut() {
            first.splice(..1, [number(side), Piece::new(Ink::Text, " ")]);
        }
        rows.extend(wrapped(Ink::Text, &level, cells.saturating_sub(3)).map(|row| behind(3, row)));
        rows
    };
    abreast(Vec::new(), key.plan.lead(), shown.map(head).collect(), cells)
}

/// Cells beside each other behind a first column `lead` wide, as many lines as the longest has.
fn abreast(first: Vec<Row>, lead: usize, cells: Vec<Vec<Row>>, column: usize) -> Vec<Row> {
    let height = cells.iter().map(Vec::len).chain([first.len()]).max().unwrap_or_default();
    let mut rows = first;
    rows.resize(height, Row::default());
    for row in &mut rows {
        fill(row, lead);
    }
    let mut end = lead;
    for lines in cells {
        for (row, Row(line)) in rows.iter_mut().zip(lines) {
            fill(row, end);
            row.0.extend(line);
        }
        end += column + GAP;
    }
    rows
}

/// Adds blanks until the row is `cells` wide.
fn fill(row: &mut Row, cells: usize) {
    let used: usize = row.0.iter().map(|piece| width(&piece.text)).sum();
    if used < cells {
        row.0.push(Piece::blanks(cells - used));
    }
}

fn behind(cells: usize, Row(mut pieces): Row) -> Row {
    pieces.insert(0, Piece::blanks(cells));
    Row(pieces)
}

fn behind_sign(sign: &'static str, Row(mut pieces): Row) -> Row {
    pieces.insert(0, signed(sign));
    Row(pieces)
}

fn wrapped(ink: Ink, text: &str, cells: usize) -> impl Iterator<Item = Row> {
    let lines = wrap(text, cells).into_iter();
    lines.map(move |line| Row(vec![Piece::new(ink, text.get(line).unwrap_or_default().to_owned())]))
}
