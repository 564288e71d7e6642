//! Interview questions: what they probe is there, each level has its line, and together they probe the whole role.

use std::collections::HashSet;

use super::counts::gap;
use super::references::{known, threads_of};
use crate::catalog::draft::{Draft, Entry, FamilyDraft, Ids};
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::domain::{Probe, Question, Role, Weight};
use crate::text::SafeText;

/// The lines of a role's own question: the rung below, the rung itself, the rung above.
const LINES: [&str; 3] = ["below", "at", "above"];

/// Checks the questions of every role and every family.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let lines: Ids = LINES.into_iter().collect();
    for family in &draft.families {
        let threads = threads_of(family);
        let bank = &family.bank.questions;
        let rungs: HashSet<&str> = family.roles.iter().map(|role| role.value.level.as_str()).collect();
        let levels = draft.levels.values().map(|level| level.id.as_str()).filter(|level| rungs.contains(level));
        let levels: Vec<&str> = levels.collect();
        for (question, index) in bank.iter().zip(0_usize..) {
            let place = family.place.then("questions").then(index);
            probes(question, &place, &threads, draft, report);
            level_lines(question, &place, ("level", &draft.levels.ids), &levels, report);
        }
        for (role, asked) in family.asked() {
            for (question, index) in asked.questions.iter().zip(0_usize..) {
                let place = role.place.then("questions").then(index);
                probes(question, &place, &threads, draft, report);
                level_lines(question, &place, ("line", &lines), &LINES, report);
            }
        }
        gaps(family, report);
    }
}

fn probes(question: &Question, place: &Place, threads: &Ids, draft: &Draft, report: &mut Report) {
    for (probe, index) in question.probes.iter().zip(0_usize..) {
        let place = || place.then("probes").then(index);
        match Probe::of(probe) {
            Some(Probe::Skill(id)) => known("skill", id, &draft.skills.ids, report, place),
            Some(Probe::Thread(id)) => known("thread", id, threads, report, place),
            Some(Probe::Kpi(id)) => known("KPI", id, &draft.kpis.ids, report, place),
            None => report.add(Check::UnknownId, &place(), "is none of skill:<id>, thread:<id> and kpi:<id>"),
        }
    }
}

fn level_lines(question: &Question, place: &Place, (what, ids): (&str, &Ids), wanted: &[&str], report: &mut Report) {
    let place = place.then("levels");
    for (line, _) in question.levels.iter() {
        known(what, line, ids, report, || place.then(line.as_str()));
    }
    let lacking = wanted.iter().filter(|wanted| question.levels.iter().all(|(line, _)| line != *wanted));
    gap("line for", lacking.copied(), &place, report);
}

/// Notes what a role's questions leave out. A role nobody asks anything about has no gap: questions may come later.
fn gaps(family: &FamilyDraft, report: &mut Report) {
    let bank: HashSet<&str> = all_probes(&family.bank.questions).collect();
    for (Entry { place, value: role }, asked) in family.asked() {
        if asked.questions.is_empty() && bank.is_empty() {
            continue;
        }
        let own: HashSet<&str> = all_probes(&asked.questions).collect();
        let open = |probe: &String| !bank.contains(&**probe) && !own.contains(&**probe);
        let lacking: Vec<String> = worth_probing(role).filter(open).collect();
        if !lacking.is_empty() {
            let text = format_args!("nothing in its questions or the family's probes {}", lacking.join(", "));
            report.add(Check::ProbeGap, &place.then("questions"), text);
        }
    }
}

fn all_probes(questions: &[Question]) -> impl Iterator<Item = &str> {
    questions.iter().flat_map(|question| question.probes.iter().map(SafeText::as_str))
}

/// A role's threads and its core skills, as probes are written.
fn worth_probing(role: &Role) -> impl Iterator<Item = String> {
    let mut seen = HashSet::new();
    let threads = role.responsibilities.iter().map(|responsibility| &responsibility.thread);
    let threads = threads.filter(move |thread| seen.insert(*thread)).map(|thread| format!("thread:{thread}"));
    let core = role.skills.iter().filter(|skill| skill.weight == Weight::Core);
    threads.chain(core.map(|skill| format!("skill:{}", skill.skill)))
}
