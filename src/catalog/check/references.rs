//! Ids that name something: each must be there.

use crate::catalog::draft::{Draft, Ids};
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::domain::{AxisId, Destination, Role, ScopeScore, UniqueMap};

/// Checks every reference but those of questions.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for level in &draft.levels.entries {
        scope(&level.value.scope, &level.place, draft, report);
    }
    for family in &draft.families {
        let place = &family.place;
        known("department", family.department.as_str(), &draft.departments.ids, report, || place.then("department"));
        for (thread, index) in family.family.threads.iter().zip(0_usize..) {
            let at = || place.then("threads").then(index).then("strand");
            known("strand", thread.strand.as_str(), &draft.strands.ids, report, at);
        }
        for (entry, index) in family.family.entry.iter().zip(0_usize..) {
            destination(&entry.from, draft, report, || place.then("entry").then(index).then("from"));
        }
        let threads = draft.threads_of(family);
        for role in &family.roles {
            references_of(&role.value, &role.place, &threads, draft, report);
        }
    }
}

fn references_of(role: &Role, place: &Place, threads: &Ids, draft: &Draft, report: &mut Report) {
    let at = |list: &str, index: usize, field: &str| place.then(list).then(index).then(field);
    known("level", role.level.as_str(), &draft.levels.ids, report, || place.then("level"));
    scope(&role.scope, place, draft, report);
    for (responsibility, index) in role.responsibilities.iter().zip(0..) {
        known("thread", responsibility.thread.as_str(), threads, report, || at("responsibilities", index, "thread"));
    }
    for (skill, index) in role.skills.iter().zip(0..) {
        known("skill", skill.skill.as_str(), &draft.skills.ids, report, || at("skills", index, "skill"));
    }
    for (kpi, index) in role.kpis.iter().zip(0..) {
        known("KPI", kpi.kpi.as_str(), &draft.kpis.ids, report, || at("kpis", index, "kpi"));
    }
    for (topic, _) in role.decisions.iter() {
        let at = || place.then("decisions").then(topic.as_str());
        known("decision topic", topic.as_str(), &draft.topics.ids, report, at);
    }
    for (step, index) in role.moves.iter().zip(0..) {
        destination(&step.to, draft, report, || at("moves", index, "to"));
    }
}

fn scope(scope: &UniqueMap<AxisId, ScopeScore>, place: &Place, draft: &Draft, report: &mut Report) {
    for (axis, _) in scope.iter() {
        known("scope axis", axis.as_str(), &draft.axes.ids, report, || place.then("scope").then(axis.as_str()));
    }
}

fn destination(to: &Destination, draft: &Draft, report: &mut Report, place: impl FnOnce() -> Place) {
    if let Destination::Role(role) = to {
        known("role", role.as_str(), &draft.roles, report, place);
    }
}

/// Notes an `id` that is not among `ids`, with the one that may have been meant.
pub(super) fn known(what: &str, id: &str, ids: &Ids, report: &mut Report, place: impl FnOnce() -> Place) {
    if !ids.allow(id) {
        let hint = report.hint(id, ids.iter());
        report.add(Check::UnknownId, &place(), format_args!("unknown {what} `{id}`{hint}"));
    }
}
