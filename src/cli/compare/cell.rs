//! A cell of a comparison as text: on one line for a pipe, or wrapped with its changed words lit.

use std::io;
use std::ops::Range;

use crate::cli::output::{Look, Output, bar, gauge};
use crate::domain::ScopeScore;
use crate::domain::compare::{Cell, Comparison, Row, Value};
use crate::text::{listed, pad, parts, width, wrap};

/// What stands where a role has nothing.
const ABSENT: &str = "-";

/// A piece of a line, with its look.
pub(in crate::cli) type Span = (Option<Look>, String);

/// A line of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::cli) struct Line(pub Vec<Span>);

impl Line {
    /// A line of one look.
    pub(in crate::cli) fn new(look: Option<Look>, text: impl Into<String>) -> Self {
        Self(vec![(look, text.into())])
    }

    /// Adds blanks until it is `cells` wide.
    pub(super) fn padded(mut self, cells: usize) -> Self {
        let used: usize = self.0.iter().map(|(_, text)| width(text)).sum();
        self.0.push((None, pad("", cells.saturating_sub(used))));
        self
    }

    /// The line set in behind `lead`.
    pub(in crate::cli) fn behind(mut self, lead: impl Into<String>) -> Self {
        self.0.insert(0, (None, lead.into()));
        self
    }
}

/// `text` wrapped, in one look.
pub(in crate::cli) fn wrapped(look: Option<Look>, text: &str, cells: usize) -> Vec<Line> {
    wrap(text, cells).into_iter().map(|line| Line::new(look, &text[line])).collect()
}

/// Prints `lines`.
pub(in crate::cli) fn print(lines: &[Line], output: &mut Output) -> io::Result<()> {
    for line in lines {
        let painted = line.0.iter().map(|(look, text)| match look {
            Some(look) => output.paint(*look, text),
            None => text.clone(),
        });
        let text: String = painted.collect();
        output.line(text.trim_end())?;
    }
    Ok(())
}

/// The whole cell on one line: what can be said in a word or two, then its sentences.
pub(in crate::cli) fn in_a_line(cell: &Cell) -> String {
    let Some(value) = &cell.value else { return ABSENT.to_owned() };
    let facts = value.facts().map(|facts| facts.to_string());
    let prose = value.prose().map(|prose| prose.replace('\n', " / "));
    facts.into_iter().chain(prose).collect::<Vec<_>>().join(": ")
}

/// The cell in place `side` of `row`, at most `cells` wide.
pub(super) fn lines(comparison: &Comparison, row: &Row, side: usize, cells: usize) -> Vec<Line> {
    let Some(cell) = row.cells.get(side) else { return Vec::new() };
    let Some(value) = &cell.value else { return vec![Line::new(None, ABSENT)] };
    let mut lines = Vec::new();
    if let Some(lead) = measure(value) {
        let was = row.was(side, comparison.base).map(|was| format!(" (was {was})")).unwrap_or_default();
        let text = format!("{lead}{was}");
        lines.extend(wrapped(None, &text, cells));
    }
    if let Some(prose) = row.prose(side, comparison.base) {
        lines.extend(paragraphs(prose, cells, row.lit(side, comparison.base)));
    }
    lines
}

/// What of a value is not a sentence, a figure as a bar.
pub(in crate::cli) fn measure(value: &Value) -> Option<String> {
    match value {
        Value::Score(scope) => Some(bar(scope.score, ScopeScore::HIGHEST)),
        Value::Skill { proficiency, weight, .. } => Some(format!("{}, {}", gauge(*proficiency), weight.word())),
        _ => value.facts().map(|facts| facts.to_string()),
    }
}

/// The sentences of a cell, the words in `lit` marked.
pub(in crate::cli) fn paragraphs(prose: &str, cells: usize, lit: &[Range<usize>]) -> Vec<Line> {
    let line = |(lead, line): (&str, Range<usize>)| {
        let part = |(is_lit, bytes): (bool, Range<usize>)| (is_lit.then_some(Look::Changed), prose[bytes].to_owned());
        let mut spans = vec![(None, lead.to_owned())];
        spans.extend(parts(line, lit).into_iter().map(part));
        Line(spans)
    };
    listed(prose, cells).into_iter().map(line).collect()
}
