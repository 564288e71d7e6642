//! What questions name is there: what they probe, and the levels their lines are for.

use super::Asked;
use crate::catalog::check::references::known;
use crate::catalog::draft::{Draft, Ids};
use crate::catalog::problem::Check;
use crate::catalog::report::Report;
use crate::domain::Probe;

/// The lines of a role's own question: the rung below, the rung itself, the rung above.
pub(super) const LINES: [&str; 3] = ["below", "at", "above"];

/// Checks the references of every question.
pub(super) fn check(all: &[Asked<'_>], draft: &Draft, report: &mut Report) {
    let own: Ids = LINES.into_iter().collect();
    let threads: Vec<Ids> = draft.families.iter().map(|family| draft.threads_of(family)).collect();
    for asked in all {
        if let Some(threads) = threads.get(asked.family) {
            probes(asked, threads, draft, report);
        }
        let (what, ids) = if asked.role.is_some() { ("line", &own) } else { ("level", &draft.levels.ids) };
        for (line, _) in asked.question.levels.iter() {
            known(what, line, ids, report, || asked.place.then("levels").then(line.as_str()));
        }
    }
}

fn probes(asked: &Asked<'_>, threads: &Ids, draft: &Draft, report: &mut Report) {
    for (probe, index) in asked.question.probes.iter().zip(0_usize..) {
        let place = || asked.place.then("probes").then(index);
        match Probe::of(probe) {
            Some(Probe::Skill(id)) => known("skill", id, &draft.skills.ids, report, place),
            Some(Probe::Kpi(id)) => known("KPI", id, &draft.kpis.ids, report, place),
            Some(Probe::Thread(id)) => known("thread", id, threads, report, place),
            None => report.add(Check::UnknownId, &place(), "is none of skill:<id>, thread:<id> and kpi:<id>"),
        }
    }
}
