//! A path as a document.

use serde::Serialize;

use super::beyond::{Adds, skill_name, topic_name};
use super::{Cell, Column as Heading, Para, Part, Report};
use crate::domain::compare::{Change, Column, Names, Value};
use crate::domain::paths::{Path, Step};
use crate::domain::{Decision, MoreSay, MoreSkill, Proficiency};
use crate::text::SafeText;

/// The name of the JSON shape of a [`PathSheet`].
pub const SCHEMA: &str = "rungs.path/1";

/// `rungs.path/1`: one item, or none where there is no path. Fields are added, never renamed or taken away.
///
/// `{"from","to","gap","steps"}` with a role as `{"id","title","level","level_name","rank","family","family_name"}`. A step
/// has `to`, `way` (`promotion`, `lateral`, `specialise`, `to management`, `entry` or `next rung`), `note` (null for a rung
/// that no move names), and `adds`, what it asks beyond the role before it: see [`Adds`]. `gap` is the sum over all steps.
#[derive(Debug, Serialize)]
pub struct PathSheet<'a> {
    from: Column,
    to: Option<Column>,
    gap: u32,
    steps: Vec<StepField<'a>>,
}

#[derive(Debug, Serialize)]
struct StepField<'a> {
    to: Column,
    way: &'static str,
    note: Option<&'a str>,
    adds: Adds<'a>,
}

impl<'a> PathSheet<'a> {
    /// The sheet of `path`.
    pub fn of(names: &'a impl Names, path: &Path<'a>) -> Self {
        let step = |step: &Step<'a>| StepField {
            to: Column::of(names, &step.to),
            way: step.way.words(),
            note: step.note.map(SafeText::as_str),
            adds: Adds::of(names, &step.gap),
        };
        Self {
            from: Column::of(names, &path.from),
            to: path.steps.last().map(|step| Column::of(names, &step.to)),
            gap: path.points(),
            steps: path.steps.iter().map(step).collect(),
        }
    }
}

/// `path` as a document: a part for each step, with a row for each skill and decision that it adds.
pub fn report(names: &impl Names, path: &Path<'_>) -> Report {
    let end = path.steps.last().map_or(&path.from, |step| &step.to);
    let sum = match path.steps.len() {
        1 => format!("1 step, gap {}.", path.points()),
        steps => format!("{steps} steps, gap {}.", path.points()),
    };
    Report {
        title: format!("From {} to {}", path.from.role.title, end.role.title),
        about: vec![
            format!("{} to {}: {sum}", path.from.id, end.id).into(),
            "A gap is the sum over the skills a step asks beyond the role before it: steps of proficiency that are \
             missing, times the weight (useful 1, important 2, core 3)."
                .into(),
        ],
        columns: vec![
            Heading::new("sign", "Sign"),
            Heading::new("asked", "Skill or decision"),
            Heading::new("before", "Before"),
            Heading::new("here", "Asked"),
            Heading::new("weight", "Weight"),
            Heading::new("points", "Gap"),
        ],
        parts: path.steps.iter().enumerate().map(|(place, step)| part(names, place + 1, step)).collect(),
    }
}

fn part(names: &impl Names, number: usize, step: &Step<'_>) -> Part {
    let way = match step.note {
        Some(note) => Para::of(step.way.words(), note),
        None => step.way.words().into(),
    };
    let skills = step.gap.skills.iter().map(|more| skill(names, more));
    let decisions = step.gap.decisions.iter().map(|more| decision(names, more));
    Part {
        key: step.to.id.to_string(),
        title: format!("{number} {}", step.to.role.title),
        about: vec![way, format!("{}: gap {}", step.to.id, step.gap.points()).into()],
        rows: skills.chain(decisions).collect(),
    }
}

fn skill(names: &impl Names, more: &MoreSkill<'_>) -> Vec<Cell> {
    vec![
        Cell::Sign(more.held.map_or(Change::Added, |_| Change::Changed)),
        Cell::Head(skill_name(names, more.skill).to_owned()),
        Cell::text(more.held.map(Proficiency::figure).unwrap_or_default()),
        Cell::text(more.asked.figure()),
        Cell::text(more.weight.word()),
        Cell::text(more.points().to_string()),
    ]
}

fn decision(names: &impl Names, more: &MoreSay<'_>) -> Vec<Cell> {
    let facts = |decision: Decision| Value::Decision(decision).facts().map(|facts| facts.to_string());
    vec![
        Cell::Sign(more.before.map_or(Change::Added, |_| Change::Changed)),
        Cell::Head(topic_name(names, more.topic).to_owned()),
        Cell::text(more.before.and_then(facts).unwrap_or_default()),
        Cell::text(facts(more.here).unwrap_or_default()),
        Cell::Empty,
        Cell::Empty,
    ]
}
