//! The matrix: a row for each skill, a column for each level.

use super::Line;
use super::columns::Column;
use super::guess::Plan;
use super::table::Table;

/// The lines of a sheet that is a matrix: one for each cell below a level.
pub(super) fn lines<'t>(table: &'t Table, plan: &'t Plan) -> Vec<Line<'t>> {
    let (mut department, mut family, mut kind) = ("", "", "");
    let mut lines = Vec::new();
    for row in table.below(plan.header) {
        let carried = |column: Column, above: &mut &'t str| {
            let cell = plan.cell(row, column);
            if !cell.is_empty() {
                *above = cell;
            }
            *above
        };
        let row_of = Line {
            number: row.line,
            department: carried(Column::Department, &mut department),
            family: carried(Column::Family, &mut family),
            about_family: plan.cell(row, Column::AboutFamily),
            skill: plan.cell(row, Column::Skill),
            about_skill: plan.cell(row, Column::AboutSkill),
            kind: carried(Column::Kind, &mut kind),
            weight: plan.cell(row, Column::Weight),
            ..Line::default()
        };
        // A row with a name and nothing else is a heading over the rows below it.
        let cells = || plan.levels.iter().map(|level| row.cell(level.column));
        if !plan.has(Column::Kind) && !row_of.skill.is_empty() && cells().all(str::is_empty) {
            kind = row_of.skill;
            continue;
        }
        for level in &plan.levels {
            let family = if level.family.is_empty() { row_of.family } else { &level.family };
            lines.push(Line { family, level: &level.label, degree: row.cell(level.column), ..row_of });
        }
    }
    lines
}
