//! A cell of a comparison in lines: a bar or a word or two, what became of the base's, and the sentences with the words
//! that changed.

use std::ops::Range;

use crate::domain::ScopeScore;
use crate::domain::compare::{Row as Compared, Value};
use crate::text::{listed, parts, width, wrap};
use crate::tui::document::{Piece, Row, bar, gauge};
use crate::tui::theme::Ink;

use super::plan::SIGN;

/// What stands where a role has nothing.
const ABSENT: &str = "-";

/// The lines of the cell in place `side`, at most `cells` wide. With more than two roles each cell has its own sign: that
/// of the row does not say which of them differs.
pub(super) fn lines(row: &Compared, side: usize, base: usize, cells: usize) -> Vec<Row> {
    if row.cells.len() == 2 {
        return plain(row, side, base, cells);
    }
    let sign = row.cells.get(side).filter(|_| side != base).map_or(" ", |cell| cell.change.sign());
    let lines = plain(row, side, base, cells.saturating_sub(SIGN)).into_iter().enumerate();
    let signed = lines.map(|(place, Row(mut pieces))| {
        pieces.insert(0, if place == 0 { signed(sign) } else { Piece::new(Ink::Text, "  ") });
        Row(pieces)
    });
    signed.collect()
}

/// A sign with its blank. What is the same may be overlooked.
pub(in crate::tui) fn signed(sign: &'static str) -> Piece {
    let ink = if sign == "=" { Ink::Faint } else { Ink::Strong };
    Piece::new(ink, format!("{sign} "))
}

fn plain(row: &Compared, side: usize, base: usize, cells: usize) -> Vec<Row> {
    let value = row.cells.get(side).and_then(|cell| cell.value.as_ref());
    let turn = row.turn(side, base);
    let Some(value) = value else {
        let turn = turn.map(|turn| Piece::new(Ink::Strong, format!(" {turn}")));
        return vec![Row(std::iter::once(Piece::new(Ink::Faint, ABSENT)).chain(turn).collect())];
    };
    let mut lines = facts(value, turn.as_deref(), cells);
    if let Some(prose) = row.prose(side, base) {
        lines.extend(sentences(prose, row.lit(side, base), cells));
    }
    lines
}

/// Sentences, the words in `lit` changed.
pub(in crate::tui) fn sentences(prose: &str, lit: &[Range<usize>], cells: usize) -> Vec<Row> {
    let part = |(is_lit, bytes): (bool, Range<usize>)| {
        let ink = if is_lit { Ink::Changed } else { Ink::Text };
        Piece::new(ink, prose.get(bytes).unwrap_or_default().to_owned())
    };
    let line = |(lead, line): (&'static str, Range<usize>)| {
        let lead = (!lead.is_empty()).then(|| Piece::new(Ink::Text, lead));
        Row(lead.into_iter().chain(parts(line, lit).into_iter().map(part)).collect())
    };
    listed(prose, cells).into_iter().map(line).collect()
}

/// What is not a sentence, a measure as a bar; behind it what became of the base's.
pub(in crate::tui) fn facts(value: &Value, turn: Option<&str>, cells: usize) -> Vec<Row> {
    let Some(facts) = value.facts() else { return Vec::new() };
    let (measure, words) = match value {
        Value::Score(scope) => (bar(scope.score, ScopeScore::HIGHEST), String::new()),
        Value::Skill { proficiency, weight, .. } => (gauge(*proficiency), format!(" {}", weight.word())),
        _ => (Vec::new(), facts.to_string()),
    };
    let text: String = measure.iter().map(|piece| &*piece.text).chain([&*words]).collect();
    let turned = text.len();
    let text = turn.map_or_else(|| text.clone(), |turn| format!("{text} {turn}"));
    if width(&text) <= cells {
        let turn =
            text.get(turned..).filter(|turn| !turn.is_empty()).map(|turn| Piece::new(Ink::Strong, turn.to_owned()));
        let words = Piece::new(Ink::Accent, words);
        return vec![Row(measure.into_iter().chain([words]).chain(turn).collect())];
    }
    let line = |line: Range<usize>| {
        let part = |(is_turn, bytes): (bool, Range<usize>)| {
            let ink = if is_turn { Ink::Strong } else { Ink::Accent };
            Piece::new(ink, text.get(bytes).unwrap_or_default().to_owned())
        };
        Row(parts(line, std::slice::from_ref(&(turned..text.len()))).into_iter().map(part).collect())
    };
    wrap(&text, cells).into_iter().map(line).collect()
}
