//! A cell of a comparison as text: on one line for a pipe, or wrapped with its changed words lit.

use std::io;
use std::ops::Range;

use crate::cli::output::{Look, Output, bar};
use crate::domain::compare::{Cell, Change, Comparison, Row, Value};
use crate::domain::{Proficiency, ScopeScore};
use crate::text::{pad, width, wrap};

/// What stands where a role has nothing.
const ABSENT: &str = "-";
/// What stands before each of several sentences.
const BULLET: &str = "- ";

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
    // What a skill looks like in a role is worth the room only where the roles differ in it.
    let is_illustration = matches!(value, Value::Skill { .. }) && row.sign(comparison.base) == Change::Same;
    if let Some(prose) = value.prose().filter(|_| !is_illustration) {
        lines.extend(paragraphs(prose, cells, &lit(comparison, row, side)));
    }
    lines
}

/// What of a value is not a sentence, a figure as a bar.
pub(in crate::cli) fn measure(value: &Value) -> Option<String> {
    match value {
        Value::Score(scope) => Some(bar(scope.score, ScopeScore::HIGHEST)),
        Value::Skill { proficiency, weight, .. } => {
            Some(format!("{}, {}", bar(proficiency.value(), Proficiency::HIGHEST), weight.word()))
        }
        _ => value.facts().map(|facts| facts.to_string()),
    }
}

/// The words to light in a cell: those that the base has not, and in the base of two those that the other has not. A
/// text that is nearly all new is not lit: its sign says as much.
fn lit(comparison: &Comparison, row: &Row, side: usize) -> Vec<Range<usize>> {
    let other = if side == comparison.base && comparison.columns.len() == 2 { 1 - side } else { side };
    let Some(cell) = row.cells.get(other) else { return Vec::new() };
    let text = cell.value.as_ref().and_then(Value::prose);
    if text.is_none_or(|text| cell.words.is_rewritten(text)) {
        return Vec::new();
    }
    if side == comparison.base { cell.words.gone.clone() } else { cell.words.new.clone() }
}

/// Each sentence wrapped on its own, behind a bullet where there are several.
pub(in crate::cli) fn paragraphs(prose: &str, cells: usize, lit: &[Range<usize>]) -> Vec<Line> {
    let bullet = if prose.contains('\n') { BULLET } else { "" };
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in prose.split('\n') {
        for (place, line) in wrap(paragraph, cells.saturating_sub(bullet.len())).into_iter().enumerate() {
            let lead = if place == 0 { bullet.to_owned() } else { " ".repeat(bullet.len()) };
            let mut spans = vec![(None, lead)];
            spans.extend(spans_of(prose, start + line.start..start + line.end, lit));
            lines.push(Line(spans));
        }
        start += paragraph.len() + 1;
    }
    lines
}

/// A line of `text` in pieces, those within `lit` changed.
fn spans_of(text: &str, line: Range<usize>, lit: &[Range<usize>]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = line.start;
    for range in lit {
        let (from, to) = (range.start.max(at), range.end.min(line.end));
        if from < to {
            spans.push((None, text[at..from].to_owned()));
            spans.push((Some(Look::Changed), text[from..to].to_owned()));
            at = to;
        }
    }
    spans.push((None, text[at..line.end].to_owned()));
    spans
}
