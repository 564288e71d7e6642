//! The sentences that a person wrote about the job: what the checks of writing read, each with its place.

use super::ladder::rungs;
use crate::catalog::draft::{Draft, Entry, FamilyDraft};
use crate::catalog::report::Place;
use crate::domain::{Role, SkillId, ThreadId};

/// A text of a role.
#[derive(Debug)]
pub(super) struct Prose<'a> {
    /// Its family, as a number in the draft.
    pub family: usize,
    /// Its rung, counted from the lowest of the family.
    pub rung: usize,
    /// Its role, for messages.
    pub role: &'a Role,
    /// What it is about: texts about the same thing on two rungs belong together.
    pub topic: Topic<'a>,
    /// What it says.
    pub text: &'a str,
    place: &'a Place,
    step: (&'static str, Option<usize>, &'static str),
}

/// What a text is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic<'a> {
    /// The job in a sentence.
    Headline,
    /// What changes from the rung below.
    StepUp,
    /// The job in a few sentences.
    Summary,
    /// What is done in a thread.
    Thread(&'a ThreadId),
    /// What a skill looks like.
    Skill(&'a SkillId),
    /// What a move takes.
    Move,
}

impl Prose<'_> {
    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        let (list, index, field) = self.step;
        match index {
            Some(index) => self.place.then(list).then(index).then(field),
            None => self.place.then(list),
        }
    }
}

/// Every text of every role whose level is known, family by family, lowest rung first.
pub(super) fn prose(draft: &Draft) -> impl Iterator<Item = Prose<'_>> {
    draft.families.iter().enumerate().flat_map(|(family, written)| of_family(draft, family, written))
}

fn of_family<'a>(draft: &'a Draft, family: usize, written: &'a FamilyDraft) -> impl Iterator<Item = Prose<'a>> {
    let rungs = rungs(written, draft).into_iter().enumerate();
    rungs.flat_map(move |(rung, (_, role))| of_role(family, rung, role))
}

fn of_role(family: usize, rung: usize, Entry { place, value: role }: &Entry<Role>) -> Vec<Prose<'_>> {
    let text = |topic, text, step| Prose { family, rung, role, topic, text, place, step };
    let mut texts = vec![
        text(Topic::Headline, role.headline.as_str(), ("headline", None, "")),
        text(Topic::StepUp, role.step_up.as_str(), ("step_up", None, "")),
        text(Topic::Summary, role.summary.as_str(), ("summary", None, "")),
    ];
    let done = role.responsibilities.iter().enumerate();
    texts.extend(done.map(|(index, done)| {
        text(Topic::Thread(&done.thread), done.text.as_str(), ("responsibilities", Some(index), "text"))
    }));
    let skills = role.skills.iter().enumerate();
    texts
        .extend(skills.map(|(index, used)| {
            text(Topic::Skill(&used.skill), used.in_use.as_str(), ("skills", Some(index), "use"))
        }));
    let moves = role.moves.iter().enumerate();
    texts.extend(moves.map(|(index, step)| text(Topic::Move, step.note.as_str(), ("moves", Some(index), "note"))));
    texts
}

/// The words of a text, small letters only.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
