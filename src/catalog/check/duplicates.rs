//! Things listed twice within a family, a role or a question. Ids of whole lists are looked at while they are read.

use std::collections::HashSet;
use std::hash::Hash;

use crate::catalog::draft::Draft;
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::domain::{Question, Role};

/// Checks every family, role and question.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for family in &draft.families {
        let place = &family.place;
        let threads = family.family.threads.iter().map(|thread| &thread.id);
        for (index, id) in repeated(threads) {
            let text = format_args!("another thread of the family has the id `{id}`");
            report.add(Check::DuplicateId, &place.then("threads").then(index).then("id"), text);
        }
        questions(&family.bank.questions, place, report);
        let titles = family.roles.iter().map(|role| (role.value.track.as_deref(), role.value.title.to_lowercase()));
        for (index, _) in repeated(titles) {
            if let Some(role) = family.roles.get(index) {
                let text = format_args!("another role of the family has the title {:?}", role.value.title);
                report.add(Check::DuplicateTitle, &role.place.then("title"), text);
            }
        }
        for (role, asked) in family.asked() {
            within_a_role(&role.value, &role.place, report);
            questions(&asked.questions, &role.place, report);
        }
    }
}

fn within_a_role(role: &Role, place: &Place, report: &mut Report) {
    for (index, id) in repeated(role.skills.iter().map(|skill| &skill.skill)) {
        let place = place.then("skills").then(index).then("skill");
        report.add(Check::DuplicateId, &place, format_args!("the role has the skill `{id}` already"));
    }
    for (index, id) in repeated(role.kpis.iter().map(|kpi| &kpi.kpi)) {
        let place = place.then("kpis").then(index).then("kpi");
        report.add(Check::DuplicateId, &place, format_args!("the role has the KPI `{id}` already"));
    }
}

fn questions(questions: &[Question], place: &Place, report: &mut Report) {
    let place = place.then("questions");
    for (index, id) in repeated(questions.iter().map(|question| &question.id)) {
        let text = format_args!("another question beside it has the id `{id}`");
        report.add(Check::DuplicateId, &place.then(index).then("id"), text);
    }
    for (question, index) in questions.iter().zip(0_usize..) {
        for (signal, id) in repeated(question.signals.iter().map(|signal| &signal.id)) {
            let place = place.then(index).then("signals").then(signal).then("id");
            report.add(Check::DuplicateId, &place, format_args!("another signal of the question has the id `{id}`"));
        }
    }
}

/// The items that came before, with their places in the list.
fn repeated<T: Hash + Eq + Clone>(items: impl Iterator<Item = T>) -> Vec<(usize, T)> {
    let mut seen = HashSet::new();
    items.enumerate().filter(|(_, item)| !seen.insert(item.clone())).collect()
}
