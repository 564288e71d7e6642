//! [`WholeQuestionId`]: which question of which role or bank, as histories and commands name it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::id::{FamilyId, IdError, QuestionId, RoleId};
use crate::text::SafeText;

/// A question of a role, `<family>/<slug>#<question>`, or of a family's bank, `<family>#<question>`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WholeQuestionId {
    whole: Box<str>,
    /// Where the sign between owner and question stands.
    hash: usize,
}

/// Why a text is no question's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum QuestionIdError {
    /// Nothing says where the owner ends and the question begins.
    #[error("a question's id is <family>/<rung>#<question> or <family>#<question>")]
    NotAQuestion,
    /// What stands before or behind the sign is no id.
    #[error(transparent)]
    Part(#[from] IdError),
}

impl WholeQuestionId {
    /// The id of the question `question` that only `role` is asked.
    pub fn of_role(role: &RoleId, question: &QuestionId) -> Self {
        Self { whole: format!("{role}#{question}").into(), hash: role.as_str().len() }
    }

    /// The id of the question `question` in the bank of `family`.
    pub fn of_bank(family: &FamilyId, question: &QuestionId) -> Self {
        Self { whole: format!("{family}#{question}").into(), hash: family.as_str().len() }
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// The family's part of the id.
    pub fn family(&self) -> &str {
        let owner = self.owner();
        owner.split_once('/').map_or(owner, |(family, _)| family)
    }

    /// The role that is asked; `None` for a question of a bank.
    pub fn role(&self) -> Option<RoleId> {
        self.owner().parse().ok()
    }

    /// The question's part of the id.
    pub fn question(&self) -> &str {
        self.whole.get(self.hash + 1..).unwrap_or_default()
    }

    fn owner(&self) -> &str {
        self.whole.get(..self.hash).unwrap_or_default()
    }
}

impl FromStr for WholeQuestionId {
    type Err = QuestionIdError;

    fn from_str(raw: &str) -> Result<Self, QuestionIdError> {
        let (owner, question) = raw.split_once('#').ok_or(QuestionIdError::NotAQuestion)?;
        let question: QuestionId = question.parse()?;
        if owner.contains('/') {
            Ok(Self::of_role(&owner.parse()?, &question))
        } else {
            Ok(Self::of_bank(&owner.parse()?, &question))
        }
    }
}

impl fmt::Display for WholeQuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.whole)
    }
}

impl fmt::Debug for WholeQuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.whole, f)
    }
}

impl Serialize for WholeQuestionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.whole)
    }
}

impl<'de> Deserialize<'de> for WholeQuestionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        SafeText::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_named_by_its_owner_and_its_own_id() {
        let own: WholeQuestionId = "payments/senior#lost-day".parse().expect("well formed");
        assert_eq!((own.family(), own.question()), ("payments", "lost-day"));
        assert_eq!(own.role(), "payments/senior".parse().ok());
        let bank: WholeQuestionId = "payments#lost-day".parse().expect("well formed");
        assert_eq!((bank.family(), bank.role(), bank.question()), ("payments", None, "lost-day"));
        for id in [own, bank] {
            let json = serde_json::to_string(&id).expect("JSON");
            assert_eq!(json, format!("\"{id}\""));
            assert_eq!(serde_json::from_str::<WholeQuestionId>(&json).expect("an id"), id);
        }
    }

    #[test]
    fn what_names_no_question_is_refused() {
        for (wrong, why) in [
            ("payments/senior", QuestionIdError::NotAQuestion),
            ("", QuestionIdError::NotAQuestion),
            ("payments#", IdError::Malformed.into()),
            ("#lost-day", IdError::Malformed.into()),
            ("payments/#lost-day", IdError::Malformed.into()),
            ("payments/senior/x#lost-day", IdError::Malformed.into()),
            ("payments#lost#day", IdError::Malformed.into()),
            ("Payments#lost-day", IdError::Malformed.into()),
        ] {
            assert_eq!(wrong.parse::<WholeQuestionId>(), Err(why), "{wrong}");
        }
    }
}
