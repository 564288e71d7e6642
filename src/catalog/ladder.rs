//! [`Ladder`]: a family, its roles and their questions, each read when it is first asked for.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::asked::{AllAsked, Asked};
use super::draft::FamilyDraft;
use super::family_text::{FamilyText, RoleText};
use crate::domain::{Bank, Family, Role, RoleQuestions};

/// A family and its roles.
#[derive(Debug)]
pub(super) struct Ladder {
    /// The family's file, where it is not read yet, and how many roles it has.
    file: (&'static str, usize),
    parts: OnceLock<FamilyText>,
    family: OnceLock<Family>,
    bank: OnceLock<Bank>,
    roles: OnceLock<Vec<LadderRole>>,
}

/// A role and what it is asked.
#[derive(Debug)]
pub(super) struct LadderRole {
    /// The family's file and the role's place in it, where it is not read yet.
    file: Option<(FamilyText, usize)>,
    text: OnceLock<RoleText>,
    role: OnceLock<Role>,
    questions: OnceLock<RoleQuestions>,
}

impl Ladder {
    /// The family that is written in `text` with so many `roles`, laid out as the tests hold it.
    pub(super) fn unread(text: &'static str, roles: usize) -> Self {
        let file = (text, roles);
        Self { file, parts: OnceLock::new(), family: OnceLock::new(), bank: OnceLock::new(), roles: OnceLock::new() }
    }

    /// The family.
    pub(super) fn family(&self) -> Option<&Family> {
        get(&self.family, || self.parts()?.head())
    }

    /// Its bank of questions.
    pub(super) fn bank(&self) -> Option<&Bank> {
        get(&self.bank, || self.parts()?.tail())
    }

    /// What its bank asks, without reading what answers it and without keeping it.
    pub(super) fn asked(&self) -> Option<AllAsked> {
        let Some(bank) = self.bank.get() else { return self.parts()?.asked() };
        Some(AllAsked { ask: Vec::new(), questions: bank.questions.iter().map(Asked::from).collect() })
    }

    /// Whether it says anything about interviews; nothing is read to find out.
    pub(super) fn has_bank(&self) -> bool {
        match self.bank.get() {
            Some(bank) => bank.interview.is_some() || !bank.questions.is_empty(),
            None => self.parts().is_some_and(FamilyText::has_tail),
        }
    }

    /// Its roles, in the order of the file, which is the outline's unless somebody shuffled it.
    pub(super) fn roles(&self) -> &[LadderRole] {
        let unread = || {
            let file = *self.parts()?;
            Some((0..self.file.1).map(|place| LadderRole::unread(file, place)).collect())
        };
        get(&self.roles, unread).map_or(&[], Vec::as_slice)
    }

    /// The same for who reads one after the other: all are looked for at once.
    pub(super) fn all_roles(&self) -> &[LadderRole] {
        let roles = self.roles();
        if roles.iter().any(|role| role.text.get().is_none())
            && let Some(parts) = self.parts()
        {
            for (role, text) in roles.iter().zip(parts.roles(roles.len())) {
                role.text.get_or_init(|| text);
            }
        }
        roles
    }

    fn parts(&self) -> Option<&FamilyText> {
        get(&self.parts, || FamilyText::of(self.file.0))
    }
}

impl From<FamilyDraft> for Ladder {
    fn from(FamilyDraft { family, bank, roles, questions, .. }: FamilyDraft) -> Self {
        let roles = roles.into_iter().zip(questions).map(|(role, questions)| LadderRole {
            file: None,
            text: OnceLock::new(),
            role: OnceLock::from(role.value),
            questions: OnceLock::from(questions),
        });
        Self {
            file: ("", 0),
            parts: OnceLock::new(),
            family: OnceLock::from(family),
            bank: OnceLock::from(bank),
            roles: OnceLock::from(roles.collect::<Vec<_>>()),
        }
    }
}

impl LadderRole {
    fn unread(file: FamilyText, place: usize) -> Self {
        let (text, role, questions) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { file: Some((file, place)), text, role, questions }
    }

    /// What is written of it, looked for when it is first asked for: a file may have 180 KB.
    fn text(&self) -> Option<&RoleText> {
        get(&self.text, || self.file.and_then(|(file, place)| file.role(place)))
    }

    /// The role.
    pub(super) fn role(&self) -> Option<&Role> {
        get(&self.role, || self.text()?.body())
    }

    /// The role, without keeping it.
    pub(super) fn passing(&self) -> Option<Cow<'_, Role>> {
        self.role.get().map_or_else(|| Some(Cow::Owned(self.text()?.body()?)), |role| Some(Cow::Borrowed(role)))
    }

    /// What it is asked.
    pub(super) fn questions(&self) -> Option<&RoleQuestions> {
        get(&self.questions, || self.text()?.tail())
    }

    /// What it is asked, without reading what answers it and without keeping it.
    pub(super) fn asked(&self) -> Option<AllAsked> {
        let Some(RoleQuestions { ask, questions }) = self.questions.get() else { return self.text()?.asked() };
        Some(AllAsked { ask: ask.clone(), questions: questions.iter().map(Asked::from).collect() })
    }

    /// Whether it is asked anything; nothing is read to find out.
    pub(super) fn has_questions(&self) -> bool {
        match self.questions.get() {
            Some(asked) => !asked.questions.is_empty() || !asked.ask.is_empty(),
            None => self.text().is_some_and(RoleText::has_tail),
        }
    }
}

/// The value, read now if it was not before; `None` if it does not parse, which the tests rule out for what is embedded.
fn get<T>(value: &OnceLock<T>, read: impl FnOnce() -> Option<T>) -> Option<&T> {
    if let Some(value) = value.get() {
        return Some(value);
    }
    let read = read()?;
    Some(value.get_or_init(|| read))
}
