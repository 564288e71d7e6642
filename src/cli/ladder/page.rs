//! A ladder as text that fits the width.

use crate::cli::compare::cell::{Line, measure, paragraphs, wrapped};
use crate::cli::output::Look;
use crate::domain::FamilyOutline;
use crate::domain::ladder::{Grid, Ladder, Standing, Step};
use crate::text::{pad, width};

/// Below this width what a rung has stands under its name.
const LEAST_BESIDE: usize = 60;
/// How far it is set in there.
const INDENT: usize = 4;
/// The widest text is read without losing the line.
const WIDEST: usize = 100;
/// Room for what a skill is called, where its cells stand beside it.
const NAMES: std::ops::RangeInclusive<usize> = 16..=40;
/// Between a skill and its cells.
const GAP: usize = 2;
/// What the signs stand for.
const SIGNS: &str = "= as on the rung below, ~ changed, + starts, - stops";

/// One thing through all rungs.
pub(super) fn steps(family: &FamilyOutline, ladder: &Ladder, cells: usize) -> Vec<Line> {
    let title = format!("{} ({}), {}", ladder.label, ladder.item.kind(), family.name);
    let mut lines = wrapped(Some(Look::Heading), &title, cells);
    lines.extend(wrapped(None, &ladder.verdict, cells));
    lines.push(Line::default());
    let head = |step: &Step| format!("{} {} {}", step.sign(), step.role.rank, step.name);
    let widest = ladder.steps.iter().map(|step| width(&head(step))).max().unwrap_or_default() + GAP;
    let is_beside = cells >= LEAST_BESIDE && widest * 2 < cells;
    for (place, step) in ladder.steps.iter().enumerate() {
        let indent = if is_beside { widest } else { INDENT };
        let body = body(ladder, place, step, cells.saturating_sub(indent).min(WIDEST));
        if is_beside {
            let lead = |place: usize| if place == 0 { pad(&head(step), widest) } else { " ".repeat(widest) };
            lines.extend(body.into_iter().enumerate().map(|(place, line)| line.behind(lead(place))));
        } else {
            lines.extend(wrapped(None, &head(step), cells));
            lines.extend(body.into_iter().map(|line| line.behind(" ".repeat(indent))));
        }
    }
    lines.push(Line::default());
    lines.extend(wrapped(Some(Look::Faint), SIGNS, cells));
    lines
}

/// What a rung has.
fn body(ladder: &Ladder, place: usize, step: &Step, cells: usize) -> Vec<Line> {
    let Some(value) = &step.cell.value else {
        let text = if step.standing == Standing::Stops { "- (stops)" } else { "-" };
        return vec![Line::new(None, text)];
    };
    let mut lines = Vec::new();
    if let Some(measure) = measure(value) {
        let was = ladder.was(place).map(|was| format!(" (was {was})")).unwrap_or_default();
        let words = step.standing.words(ladder.item.part());
        lines.extend(wrapped(None, &format!("{measure}; {words}{was}"), cells));
    }
    if let Some(prose) = value.prose() {
        let is_rewritten = step.cell.words.is_rewritten(prose);
        lines.extend(paragraphs(prose, cells, if is_rewritten { &[] } else { &step.cell.words.new }));
    }
    lines
}

/// Skills by rungs.
pub(super) fn grid(family: &FamilyOutline, grid: &Grid, cells: usize) -> Vec<Line> {
    let columns = grid.columns.len();
    let names = grid.rows.iter().map(|row| width(&row.name)).max().unwrap_or_default().min(*NAMES.end());
    let levels = grid.columns.iter().map(|column| width(&column.level_name)).max().unwrap_or_default();
    // As wide as the names of the levels, as a few of their letters, as a figure; else under what the skill is called.
    let column = [levels, 3, 1].into_iter().find(|column| names + columns * (column + GAP) <= cells);
    let (column, names) = match column {
        Some(column) => (column, Some(names)),
        None if NAMES.start() + columns * (1 + GAP) <= cells => (1, Some(cells - columns * (1 + GAP))),
        None => (1, None),
    };
    let heads = grid.heads(column);
    let gap = " ".repeat(if names.is_none() && columns * (1 + GAP) > cells { 1 } else { GAP });
    let row = |look: Option<Look>, texts: &[String], name: &str| {
        let row = texts.iter().fold(String::new(), |row, text| row + &gap + &pad(text, column));
        match names {
            Some(names) => vec![Line::new(look, format!("{}{row}", pad(name, names)))],
            None => {
                wrapped(look, row.trim_start(), cells - gap.len()).into_iter().map(|row| row.behind(&*gap)).collect()
            }
        }
    };
    let title = format!("{}: skills by rungs", family.name);
    let mut lines = wrapped(Some(Look::Heading), &title, cells);
    lines.extend(row(Some(Look::Heading), &heads, "SKILL"));
    for skill in &grid.rows {
        let asked = skill.cells.iter();
        let asked = asked.map(|cell| cell.map_or(".".to_owned(), |asked| asked.proficiency.digit()));
        if names.is_none() {
            lines.extend(wrapped(None, &skill.name, cells));
        }
        lines.extend(row(None, &asked.collect::<Vec<_>>(), &skill.name));
    }
    lines.push(Line::default());
    let legend = "1 aware, 2 assisted, 3 independent, 4 advanced, 5 expert; . not asked for";
    lines.extend(wrapped(Some(Look::Faint), legend, cells));
    lines
}
