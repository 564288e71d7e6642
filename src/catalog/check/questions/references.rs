//! What questions name is there: what they probe, and the levels their lines are for.

use super::Asked;
use crate::catalog::check::references::{known, threads_of};
use crate::catalog::draft::{Draft, Ids};
use crate::catalog::problem::Check;
use crate::catalog::report::Report;
use crate::domain::Probe;

/// The lines of a role's own question: the rung below, the rung itself, the rung above.
pub(super) const LINES: [&str; 3] = ["below", "at", "above"];

/// Checks the references of every question.
pub(super) fn check(all: &[Asked<'_>], draft: &Draft, report: &mut Report) {
    let own: Ids = LINES.into_iter().collect();
    for asked in all {
        probes(asked, draft, report);
        let (what, ids) = if asked.role.is_some() { ("line", &own) } else { ("level", &draft.levels.ids) };
        for (line, _) in asked.question.levels.iter() {
            known(what, line, ids, report, || asked.place.then("levels").then(line.as_str()));
        }
    }
}

fn probes(asked: &Asked<'_>, draft: &Draft, report: &mut Report) {
    let Some(family) = draft.families.get(asked.family) else { return };
    for (probe, index) in asked.question.probes.iter().zip(0_usize..) {
        let place = || asked.place.then("probes").then(index);
        match Probe::of(probe) {
            Some(Probe::Skill(id)) => known("skill", id, &draft.skills.ids, report, place),
            Some(Probe::Kpi(id)) => known("KPI", id, &draft.kpis.ids, report, place),
            Some(Probe::Thread(id)) => known("thread", id, &threads_of(family), report, place),
            None => report.add(Check::UnknownId, &place(), "is none of skill:<id>, thread:<id> and kpi:<id>"),
        }
    }
}
