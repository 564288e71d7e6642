//! [`Sheet`]: a ladder as it is printed as JSON.

use serde::Serialize;

use crate::domain::compare::Column;
use crate::domain::ladder::{Grid, GridRow, Ladder, Step};
use crate::domain::{FamilyId, FamilyOutline, Proficiency, RoleId, SkillId, Weight};
use crate::export::compare::Held;

/// The name of the JSON shape of a [`Sheet`].
pub const SCHEMA: &str = "rungs.ladder/1";

/// `rungs.ladder/1`: one item, `{"family","family_name","rungs","skills","followed"}`. Fields are added, never renamed or
/// taken away.
///
/// `rungs` are the roles, lowest first, each `{"id","title","level","level_name","rank","family","family_name"}`. One of
/// the other two is null. `skills` are the skills by rungs: `{"skill","name","cells"}` with a cell for each rung, null
/// where it is not asked for, else `{"proficiency","weight"}`. `followed` is one thing through the rungs:
/// `{"kind","id","name","verdict","steps"}`; `kind` is `skill`, `thread`, `kpi`, `axis` or `decision`. A step is
/// `{"role","below","sign","stands","value","words_new"}`: `below` is the role it is judged against, null for the lowest;
/// `stands` is `absent`, `starts`, `returns`, `same`, `raised`, `lowered`, `shifted`, `changed` or `stops`; `value` is
/// null where the role has nothing, else as in `rungs.compare/1`.
#[derive(Debug, Serialize)]
pub struct Sheet<'a> {
    family: &'a FamilyId,
    family_name: &'a str,
    rungs: Vec<Column>,
    skills: Option<Vec<Row<'a>>>,
    followed: Option<Followed<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    skill: &'a SkillId,
    name: &'a str,
    cells: Vec<Option<Cell>>,
}

#[derive(Debug, Serialize)]
struct Cell {
    proficiency: Proficiency,
    weight: Weight,
}

#[derive(Debug, Serialize)]
struct Followed<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    verdict: &'a str,
    steps: Vec<Field<'a>>,
}

#[derive(Debug, Serialize)]
struct Field<'a> {
    role: &'a RoleId,
    below: Option<&'a RoleId>,
    sign: &'static str,
    stands: &'static str,
    value: Option<Held<'a>>,
    words_new: Vec<&'a str>,
}

impl<'a> Sheet<'a> {
    /// Skills by rungs.
    pub fn of_grid(family: &'a FamilyOutline, grid: &'a Grid) -> Self {
        let rungs = grid.columns.clone();
        let skills = grid.rows.iter().map(Row::of).collect();
        Self { family: &family.id, family_name: &family.name, rungs, skills: Some(skills), followed: None }
    }

    /// One thing through the rungs.
    pub fn of_item(family: &'a FamilyOutline, ladder: &'a Ladder) -> Self {
        let rungs = ladder.steps.iter().map(|step| step.role.clone()).collect();
        let followed = Followed {
            kind: ladder.item.kind(),
            id: ladder.item.key(),
            name: &ladder.label,
            verdict: &ladder.verdict,
            steps: ladder.steps.iter().map(|step| Field::of(step, &ladder.steps)).collect(),
        };
        Self { family: &family.id, family_name: &family.name, rungs, skills: None, followed: Some(followed) }
    }
}

impl<'a> Row<'a> {
    fn of(row: &'a GridRow) -> Self {
        let cells = row.cells.iter();
        let cells = cells.map(|cell| cell.map(|cell| Cell { proficiency: cell.proficiency, weight: cell.weight }));
        Self { skill: &row.skill, name: &row.name, cells: cells.collect() }
    }
}

impl<'a> Field<'a> {
    fn of(step: &'a Step, steps: &'a [Step]) -> Self {
        let prose = step.cell.value.as_ref().and_then(|value| value.prose());
        let words = step.cell.words.new.iter().filter_map(|range| prose?.get(range.clone()));
        Self {
            role: &step.role.id,
            below: step.below.and_then(|below| steps.get(below)).map(|below| &below.role.id),
            sign: step.sign(),
            stands: step.standing.id(),
            value: step.cell.value.as_ref().map(Held::of),
            words_new: words.collect(),
        }
    }
}
