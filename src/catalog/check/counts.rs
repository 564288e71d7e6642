//! How many of each a role and a family should have, and what should be said about every one of a list.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::catalog::draft::{Draft, List};
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::domain::Role;

const THREADS: RangeInclusive<usize> = 5..=8;
const SKILLS: RangeInclusive<usize> = 8..=12;
const KPIS: RangeInclusive<usize> = 4..=6;
/// The most responsibilities of a role in one thread.
const PER_THREAD: usize = 2;

/// Checks families, roles and levels.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for level in &draft.levels.entries {
        let lacking = draft.axes.values().filter(|axis| level.value.scope.get(&axis.id).is_none());
        gap("score on", lacking.map(|axis| axis.id.as_str()), &level.place.then("scope"), report);
    }
    let told = Told::of(draft);
    for family in &draft.families {
        if told.threads {
            count(family.family.threads.len(), &THREADS, "threads", &family.place, report);
        }
        for role in &family.roles {
            of_role(&role.value, &role.place, &told, draft, report);
        }
    }
    if !report.is_partial() {
        nothing(draft, report);
    }
}

/// What a catalog tells of its ladders at all. A company that keeps no KPIs lacks none.
struct Told {
    threads: bool,
    skills: bool,
    kpis: bool,
}

impl Told {
    fn of(draft: &Draft) -> Self {
        let roles = || draft.families.iter().flat_map(|family| &family.roles).map(|role| &role.value);
        Self {
            threads: draft.families.iter().any(|family| !family.family.threads.is_empty()),
            skills: roles().any(|role| !role.skills.is_empty()),
            kpis: roles().any(|role| !role.kpis.is_empty()),
        }
    }
}

fn of_role(role: &Role, place: &Place, told: &Told, draft: &Draft, report: &mut Report) {
    if told.skills {
        count(role.skills.len(), &SKILLS, "skills", place, report);
    }
    if told.kpis {
        count(role.kpis.len(), &KPIS, "kpis", place, report);
    }
    let mut per_thread = HashMap::new();
    for responsibility in &role.responsibilities {
        *per_thread.entry(&responsibility.thread).or_insert(0_usize) += 1;
    }
    let mut crowded: Vec<_> = per_thread.into_iter().filter(|(_, count)| *count > PER_THREAD).collect();
    crowded.sort();
    for (thread, count) in crowded {
        let text = format_args!("has {count} in the thread `{thread}`: 1 or {PER_THREAD} say more");
        report.add(Check::Count, &place.then("responsibilities"), text);
    }
    let List { entries: topics, .. } = &draft.topics;
    let lacking = topics.iter().filter(|topic| role.decisions.get(&topic.value.id).is_none());
    gap("decision right for", lacking.map(|topic| topic.value.id.as_str()), &place.then("decisions"), report);
}

/// Notes a list of more or fewer than `wanted`.
pub(super) fn count(count: usize, wanted: &RangeInclusive<usize>, field: &str, place: &Place, report: &mut Report) {
    if !wanted.contains(&count) {
        let (least, most) = (wanted.start(), wanted.end());
        let right = if least == most { least.to_string() } else { format!("{least} to {most}") };
        report.add(Check::Count, &place.then(field), format_args!("has {count} entries: {right} are right"));
    }
}

/// Notes what nothing is said about, all in one problem.
pub(super) fn gap<'a>(what: &str, lacking: impl Iterator<Item = &'a str>, place: &Place, report: &mut Report) {
    let lacking: Vec<&str> = lacking.collect();
    if !lacking.is_empty() {
        report.add(Check::Gap, place, format_args!("has no {what} {}", lacking.join(", ")));
    }
}

fn nothing(draft: &Draft, report: &mut Report) {
    if draft.families.is_empty() {
        report.add(Check::Nothing, &Place::root(0), "has no family: there is nothing to browse");
    }
    for family in draft.families.iter().filter(|family| family.roles.is_empty()) {
        report.add(Check::Nothing, &family.place.then("roles"), "has no role");
    }
}
