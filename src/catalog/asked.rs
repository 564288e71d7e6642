//! [`Asked`]: what may be read of a question before it is answered. What answers it is passed over, not read and hidden.

use std::borrow::Cow;

use serde::Deserialize;

use super::Catalog;
use super::ladder::Ladder;
use crate::domain::{FamilyOutline, QuestionId, Role, Rung};
use crate::text::SafeText;

/// A question without anything that answers it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Asked {
    /// Its id, within its role or its family's bank.
    pub id: QuestionId,
    /// A few words to find it by.
    pub title: SafeText,
    /// What it probes, as questions write it.
    pub probes: Vec<SafeText>,
    /// What is asked.
    pub prompt: SafeText,
}

/// What a role or a family's bank asks, and what is worth asking back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct AllAsked {
    /// Questions to ask the interviewer.
    #[serde(default)]
    pub ask: Vec<SafeText>,
    /// The questions.
    #[serde(default)]
    pub questions: Vec<Asked>,
}

impl From<&crate::domain::Question> for Asked {
    fn from(question: &crate::domain::Question) -> Self {
        let crate::domain::Question { id, title, probes, prompt, .. } = question;
        Self { id: id.clone(), title: title.clone(), probes: probes.clone(), prompt: prompt.clone() }
    }
}

impl Catalog {
    /// What the bank of `family` asks every role. Nothing of it is kept in memory.
    pub fn asked_of_all(&self, family: &FamilyOutline) -> AllAsked {
        self.ladder(family.id.as_str()).and_then(Ladder::asked).unwrap_or_default()
    }

    /// The role on `rung` of `family` with what it is asked beside that, for who looks at all of them: nothing of it is
    /// kept in memory. `None` if it cannot be read.
    pub fn passing(&self, family: &FamilyOutline, rung: &Rung) -> Option<(Cow<'_, Role>, AllAsked)> {
        let place = family.rungs.iter().position(|known| known.slug == rung.slug)?;
        let roles = self.ladder(family.id.as_str())?.all_roles();
        // A file may have its roles in another order than the outline.
        let mut likely_first = roles.get(place).into_iter().chain(roles);
        likely_first.find_map(|text| {
            let role = text.passing()?;
            (role.slug() == rung.slug).then(|| (role, text.asked().unwrap_or_default()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_what_the_questions_ask() {
        let unread = Catalog::embedded().expect("embedded");
        let mut questions = 0;
        for (family, rung) in unread.rungs() {
            let (role, before) = unread.passing(family, rung).expect("a role");
            assert_eq!(role.slug(), rung.slug);
            let whole = unread.questions(&family.role_id(rung)).expect("questions");
            let wanted: Vec<Asked> = whole.questions.iter().map(Asked::from).collect();
            assert_eq!((&before.questions, &before.ask), (&wanted, &whole.ask));
            assert_eq!(Some(&*role), unread.role(&family.role_id(rung)));
            assert_eq!(unread.passing(family, rung), Some((role, before)), "the same once they are read");
            questions += wanted.len();
        }
        for family in unread.families() {
            let before = unread.asked_of_all(family);
            let bank = unread.bank(&family.id).expect("a bank");
            assert_eq!(before.questions, bank.questions.iter().map(Asked::from).collect::<Vec<_>>());
            questions += bank.questions.len();
        }
        assert!(questions > 500, "{questions}");
    }
}
