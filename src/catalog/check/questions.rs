//! Interview questions: what they probe, how their lines differ, what they hold, and whether they are this job's alone.

mod counts;
mod lines;
mod mix;
mod probes;
mod references;
mod swap;
mod text;
mod twins;
mod wording;

use crate::catalog::draft::{Draft, Entry, FamilyDraft};
use crate::catalog::report::{Place, Report};
use crate::domain::{Question, Role};
pub(super) use text::Part;

/// A question with its place and whoever asks it.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    /// Its family, as a number in the draft.
    pub family: usize,
    /// The role that asks it; none for a question of the family's bank.
    pub role: Option<&'a Entry<Role>>,
    /// The question.
    pub question: &'a Question,
    /// Where it stands.
    pub place: Place,
}

/// Every question of the draft, family by family, its bank first.
pub(super) fn asked(draft: &Draft) -> Vec<Asked<'_>> {
    draft.families.iter().enumerate().flat_map(|(family, written)| of_family(family, written)).collect()
}

fn of_family(family: usize, written: &FamilyDraft) -> impl Iterator<Item = Asked<'_>> {
    let bank = written.bank.questions.iter().enumerate();
    let bank = bank.map(move |(index, question)| Asked {
        family,
        role: None,
        question,
        place: written.place.then("questions").then(index),
    });
    let own = written.asked().flat_map(move |(role, asked)| {
        asked.questions.iter().enumerate().map(move |(index, question)| Asked {
            family,
            role: Some(role),
            question,
            place: role.place.then("questions").then(index),
        })
    });
    bank.chain(own)
}

/// Notes what questions probe that is not there.
pub(super) fn errors(draft: &Draft, report: &mut Report) {
    references::check(&asked(draft), draft, report);
}

/// Notes what somebody should look at in the questions of every role and every family.
pub(super) fn warnings(draft: &Draft, report: &mut Report) {
    let all = asked(draft);
    probes::check(&all, draft, report);
    lines::check(&all, draft, report);
    counts::check(&all, report);
    mix::check(&all, draft, report);
    wording::check(&all, report);
    twins::check(&all, report);
    swap::check(&all, draft, report);
}
