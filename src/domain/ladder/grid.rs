//! [`Grid`]: the skills of a family by its rungs, each cell how well it is asked for there.

use std::cmp::Reverse;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::compare::{Column, Names, Side};
use crate::domain::{Proficiency, SkillId, SkillUse, Weight};
use crate::text::{SafeText, width};

/// How many letters of a level say which it is.
const SHORT: usize = 3;

/// The skills of a family by its rungs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The rungs, lowest first: one for each column.
    pub columns: Vec<Column>,
    /// The skills that any rung asks for: by the rung where they start, then the heaviest first.
    pub rows: Vec<GridRow>,
}

/// A skill on all rungs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// Which skill.
    pub skill: SkillId,
    /// What it is called.
    pub name: SafeText,
    /// One for each rung; `None` where it is not asked for.
    pub cells: Vec<Option<Asked>>,
}

/// How a rung asks for a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// How well.
    pub proficiency: Proficiency,
    /// How much it weighs.
    pub weight: Weight,
}

impl Grid {
    /// The skills of `rungs`, all of one family, lowest first.
    pub fn of(names: &impl Names, rungs: &[Side<'_>]) -> Self {
        let mut rows: Vec<GridRow> = Vec::new();
        for (place, rung) in rungs.iter().enumerate() {
            for SkillUse { skill, proficiency, weight, .. } in &rung.role.skills {
                let asked = Some(Asked { proficiency: *proficiency, weight: *weight });
                if let Some(row) = rows.iter_mut().find(|row| row.skill == *skill) {
                    if let Some(cell) = row.cells.get_mut(place) {
                        *cell = asked;
                    }
                    continue;
                }
                let name = names.skill_name(skill).cloned().unwrap_or_else(|| SafeText::line(skill.as_str()));
                let mut cells = vec![None; rungs.len()];
                if let Some(cell) = cells.get_mut(place) {
                    *cell = asked;
                }
                rows.push(GridRow { skill: skill.clone(), name, cells });
            }
        }
        // Skills that start together and weigh the same keep the order in which their role names them.
        rows.sort_by_key(GridRow::start);
        Self { columns: rungs.iter().map(|rung| Column::of(names, rung)).collect(), rows }
    }
}

impl Grid {
    /// What the columns are called in at most `cells` each.
    pub fn heads(&self, cells: usize) -> Vec<String> {
        heads(&self.columns.iter().map(|column| (column.level_name.as_str(), column.rank)).collect::<Vec<_>>(), cells)
    }
}

/// What levels, each with its rank, are called in at most `cells`: their names, the first letters of these, or their
/// ranks; all of them the same way.
pub fn heads(levels: &[(&str, u8)], cells: usize) -> Vec<String> {
    if levels.iter().all(|(name, _)| width(name) <= cells) {
        return levels.iter().map(|(name, _)| (*name).to_owned()).collect();
    }
    let starts: Vec<String> = levels.iter().map(|(name, _)| name.graphemes(true).take(SHORT).collect()).collect();
    // Lead and Leader would be one: then no name says which column it is, and a rank does.
    let is_clear = |start: &String, name: &str| {
        starts.iter().zip(levels).all(|(other, (other_name, _))| other != start || *other_name == name)
    };
    if starts.iter().zip(levels).all(|(start, (name, _))| width(start) <= cells && is_clear(start, name)) {
        return starts;
    }
    levels.iter().map(|(_, rank)| rank.to_string()).collect()
}

impl GridRow {
    /// The first rung that asks for it, and how much it weighs there.
    fn start(&self) -> (usize, Reverse<Option<Weight>>) {
        let start = self.cells.iter().position(Option::is_some).unwrap_or(self.cells.len());
        (start, Reverse(self.cells.get(start).copied().flatten().map(|asked| asked.weight)))
    }
}
