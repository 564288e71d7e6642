//! What questions probe is asked of the role at all, and together is the whole role.

use std::collections::HashSet;

use super::Asked;
use crate::catalog::draft::{Draft, Entry, FamilyDraft};
use crate::catalog::problem::Check;
use crate::catalog::report::Report;
use crate::domain::{Probe, Question, Role, Weight};

/// Checks the probes of every question, and those of every role and its family together.
pub(super) fn check(all: &[Asked<'_>], draft: &Draft, report: &mut Report) {
    for asked in all {
        foreign(asked, draft, report);
    }
    for family in &draft.families {
        gaps(family, report);
    }
}

fn foreign(asked: &Asked<'_>, draft: &Draft, report: &mut Report) {
    // A role that could not be read may have had it.
    if report.is_partial() {
        return;
    }
    let Some(family) = draft.families.get(asked.family) else { return };
    for (probe, index) in asked.question.probes.iter().zip(0_usize..) {
        let is_foreign = match Probe::of(probe) {
            Some(Probe::Skill(id)) => {
                let has = |role: &Role| role.skills.iter().any(|used| used.skill.as_str() == id);
                draft.skills.ids.allow(id) && !of_whom(asked, family, has)
            }
            Some(Probe::Kpi(id)) => {
                let has = |role: &Role| role.kpis.iter().any(|target| target.kpi.as_str() == id);
                draft.kpis.ids.allow(id) && !of_whom(asked, family, has)
            }
            Some(Probe::Thread(_)) | None => false,
        };
        if is_foreign {
            let whom = if asked.role.is_some() { "the role" } else { "any role of the family" };
            let place = asked.place.then("probes").then(index);
            report.add(Check::ForeignProbe, &place, format_args!("`{probe}` is not asked of {whom}"));
        }
    }
}

/// Whether the role that asks the question, or for a bank any role of the family, has what is probed.
fn of_whom(asked: &Asked<'_>, family: &FamilyDraft, has: impl Fn(&Role) -> bool) -> bool {
    match asked.role {
        Some(role) => has(&role.value),
        None => family.roles.iter().any(|role| has(&role.value)),
    }
}

/// Notes what a role's questions leave out. A role nobody asks anything about has no gap: questions may come later.
fn gaps(family: &FamilyDraft, report: &mut Report) {
    let bank: HashSet<Probe<'_>> = all_probes(&family.bank.questions).collect();
    for (Entry { place, value: role }, asked) in family.asked() {
        if asked.questions.is_empty() && bank.is_empty() {
            continue;
        }
        let own: HashSet<Probe<'_>> = all_probes(&asked.questions).collect();
        let open = |probe: &Probe<'_>| !bank.contains(probe) && !own.contains(probe);
        let lacking: Vec<String> = worth_probing(role).filter(open).map(|probe| probe.to_string()).collect();
        if !lacking.is_empty() {
            let text = format_args!("nothing in its questions or the family's probes {}", lacking.join(", "));
            report.add(Check::ProbeGap, &place.then("questions"), text);
        }
    }
}

fn all_probes(questions: &[Question]) -> impl Iterator<Item = Probe<'_>> {
    questions.iter().flat_map(|question| question.probes.iter().filter_map(|probe| Probe::of(probe)))
}

/// A role's threads and its core skills.
fn worth_probing(role: &Role) -> impl Iterator<Item = Probe<'_>> {
    let mut seen = HashSet::new();
    let threads = role.responsibilities.iter().map(|responsibility| Probe::Thread(responsibility.thread.as_str()));
    let core = role.skills.iter().filter(|skill| skill.weight == Weight::Core);
    let threads = threads.filter(move |thread| seen.insert(*thread));
    threads.chain(core.map(|skill| Probe::Skill(skill.skill.as_str())))
}
