//! Threads, skills and KPIs that no role has. Only for catalogs that could be read whole.

use std::collections::HashSet;

use crate::catalog::draft::Draft;
use crate::catalog::problem::Check;
use crate::catalog::report::Report;
use crate::domain::Role;

/// Checks the threads of every family and the two dictionaries.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for family in draft.families.iter().filter(|family| !family.roles.is_empty()) {
        let used: HashSet<_> = family.roles.iter().flat_map(|role| threads(&role.value)).collect();
        for (thread, index) in family.family.threads.iter().zip(0_usize..) {
            if !used.contains(thread.id.as_str()) {
                let text = format_args!("no role of the family works on the thread `{}`", thread.id);
                report.add(Check::UnusedThread, &family.place.then("threads").then(index), text);
            }
        }
    }
    if draft.families.is_empty() {
        return;
    }
    let roles = || draft.families.iter().flat_map(|family| &family.roles).map(|role| &role.value);
    let skills: HashSet<_> = roles().flat_map(|role| &role.skills).map(|skill| &skill.skill).collect();
    for skill in draft.skills.entries.iter().filter(|skill| !skills.contains(&skill.value.id)) {
        let text = format_args!("no role asks for the skill `{}`", skill.value.id);
        report.add(Check::UnusedSkill, &skill.place, text);
    }
    let kpis: HashSet<_> = roles().flat_map(|role| &role.kpis).map(|kpi| &kpi.kpi).collect();
    for kpi in draft.kpis.entries.iter().filter(|kpi| !kpis.contains(&kpi.value.id)) {
        let text = format_args!("no role has a stake in the KPI `{}`", kpi.value.id);
        report.add(Check::UnusedKpi, &kpi.place, text);
    }
}

fn threads(role: &Role) -> impl Iterator<Item = &str> {
    role.responsibilities.iter().map(|responsibility| responsibility.thread.as_str())
}
