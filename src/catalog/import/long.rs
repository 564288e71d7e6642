//! The long form: a row for each role and skill. What a cell leaves blank stands above it.

use super::Line;
use super::columns::Column;
use super::guess::Plan;
use super::names::said;
use super::remark::Remark;
use super::table::{Row, Table};

/// The lines of a sheet in the long form.
pub(super) fn lines<'t>(table: &'t Table, plan: &Plan, remarks: &mut Vec<Remark>) -> Vec<Line<'t>> {
    let mut above = Line::default();
    let mut lines = Vec::new();
    let headers = table.rows.get(plan.header).map(Row::cells);
    for row in table.below(plan.header).filter(|row| Some(row.cells()) != headers) {
        let line = read(row, plan);
        let here = carried(line, above);
        if [here.family, here.level, here.title].iter().all(|cell| said(cell).is_empty()) {
            let written = row.cells().iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
            remarks.push(Remark::row(row.line, written, "left out: it names no role, and none stands above it"));
            continue;
        }
        above = here;
        lines.push(here);
    }
    lines
}

fn read<'t>(row: &'t Row, plan: &Plan) -> Line<'t> {
    let cell = |column| plan.cell(row, column);
    Line {
        number: row.line,
        department: cell(Column::Department),
        family: cell(Column::Family),
        about_family: cell(Column::AboutFamily),
        level: cell(Column::Level),
        title: cell(Column::Title),
        about_role: cell(Column::AboutRole),
        track: cell(Column::Track),
        skill: cell(Column::Skill),
        about_skill: cell(Column::AboutSkill),
        kind: cell(Column::Kind),
        degree: cell(Column::Degree),
        in_use: cell(Column::InUse),
        weight: cell(Column::Weight),
    }
}

/// `line` with what merged cells leave blank in it. A new family or role starts anew: nothing of another's is its own.
fn carried<'t>(line: Line<'t>, above: Line<'t>) -> Line<'t> {
    let mut here = line;
    let is_new_family = !line.family.is_empty() && line.family != above.family;
    if line.department.is_empty() {
        here.department = above.department;
    }
    if line.family.is_empty() {
        here.family = above.family;
    }
    let is_new_role = !line.title.is_empty() || !line.level.is_empty();
    if !is_new_family && !is_new_role {
        (here.level, here.title, here.track) = (above.level, above.title, above.track);
    } else if !is_new_family && line.level.is_empty() && line.title == above.title {
        here.level = above.level;
    }
    let asks = !line.degree.is_empty() || !line.in_use.is_empty();
    if line.skill.is_empty() && asks && is_new_role {
        // The skill is what is merged: one skill, a row for each level.
        (here.skill, here.about_skill, here.kind) = (above.skill, above.about_skill, above.kind);
    }
    here
}
