//! One thing through all rungs, in lines.

use crate::domain::compare::Value;
use crate::domain::ladder::{Ladder, Standing, Step};
use crate::text::{pad, width, wrap};
use crate::tui::compare::{facts, sentences, signed};
use crate::tui::cursor::Rows;
use crate::tui::document::{Piece, Row};
use crate::tui::theme::Ink;

/// Below this width what a rung has stands under its name.
const NARROW: usize = 60;
/// How far it is set in there.
const INDENT: usize = 4;
/// The sign with its blank.
const SIGN: usize = 2;
/// Between a rung and what it has.
const GAP: usize = 2;
/// What stands where a rung has nothing.
const ABSENT: &str = "-";

/// What is followed, what that comes to, and a blank line.
pub(super) fn heads(ladder: &Ladder, cells: usize) -> Vec<Row> {
    let mut heads = wrapped(Ink::Strong, &ladder.label, cells);
    heads.extend(wrapped(Ink::Accent, &ladder.verdict, cells));
    heads.push(Row::default());
    heads
}

/// A stop for each rung, below `heads`.
pub(super) fn rows(ladder: &Ladder, heads: Vec<Row>, cells: usize) -> Rows<Row> {
    let mut rows = Rows::default();
    for head in heads {
        rows.push(head);
    }
    let name = |step: &Step| format!("{} {}", step.role.rank, step.name);
    let widest = ladder.steps.iter().map(|step| width(&name(step))).max().unwrap_or_default();
    let lead = SIGN + widest + GAP;
    let is_beside = cells >= NARROW && lead * 2 < cells;
    for (place, step) in ladder.steps.iter().enumerate() {
        let head = |name: &str| vec![signed(step.sign()), Piece::new(Ink::Strong, name.to_owned())];
        let lines = if is_beside {
            let mut lines = body(ladder, place, step, cells.saturating_sub(lead));
            let head = head(&pad(&name(step), widest + GAP));
            for (line, Row(pieces)) in lines.iter_mut().enumerate() {
                let before = if line == 0 { head.clone() } else { vec![Piece::blanks(lead)] };
                pieces.splice(0..0, before);
            }
            lines
        } else {
            let named = wrapped(Ink::Strong, &name(step), cells.saturating_sub(SIGN));
            let mut lines: Vec<Row> = named
                .into_iter()
                .enumerate()
                .map(|(line, row)| behind(if line == 0 { signed(step.sign()) } else { Piece::blanks(SIGN) }, row))
                .collect();
            let body = body(ladder, place, step, cells.saturating_sub(INDENT));
            lines.extend(body.into_iter().map(|row| behind(Piece::blanks(INDENT), row)));
            lines
        };
        rows.push_stop(lines);
    }
    rows
}

/// What a rung has.
fn body(ladder: &Ladder, place: usize, step: &Step, cells: usize) -> Vec<Row> {
    let words = step.standing.words(ladder.item.part());
    let Some(value) = &step.cell.value else {
        let words = (!words.is_empty()).then(|| Piece::new(Ink::Strong, format!(" {words}")));
        return vec![Row(std::iter::once(Piece::new(Ink::Faint, ABSENT)).chain(words).collect())];
    };
    let was = ladder.was(place).map(|was| format!(" (was {was})")).unwrap_or_default();
    let turn = (step.standing != Standing::Same).then(|| format!(" {words}{was}"));
    let mut lines = facts(value, turn.as_deref(), cells);
    if let Some(prose) = value.prose() {
        // Where nearly all is new the sign says as much; an illustration is not compared.
        let is_lit = !step.cell.words.is_rewritten(prose) && !matches!(value, Value::Skill { .. });
        lines.extend(sentences(prose, if is_lit { &step.cell.words.new } else { &[] }, cells));
    }
    lines
}

fn behind(lead: Piece, Row(mut pieces): Row) -> Row {
    pieces.insert(0, lead);
    Row(pieces)
}

fn wrapped(ink: Ink, text: &str, cells: usize) -> Vec<Row> {
    let line = |line: std::ops::Range<usize>| Row(vec![Piece::new(ink, text.get(line).unwrap_or_default().to_owned())]);
    wrap(text, cells).into_iter().map(line).collect()
}
