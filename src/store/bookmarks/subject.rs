//! What a bookmark can be of, and how that is written.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::compare::{FEWEST_SIDES, MOST_SIDES};
use crate::domain::{IdError, RoleId};

/// What stands between the roles of a set. No id has it.
const BETWEEN: char = '+';

/// What a bookmark can be of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// A role.
    Role(RoleId),
    /// Roles side by side. A program that does not know sets leaves the lines about them alone.
    Set(RoleSet),
}

/// Two to four different roles, in the order of their columns: `payments/senior+payments/staff`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleSet {
    whole: Box<str>,
    ids: Vec<RoleId>,
}

impl RoleSet {
    /// The set of `ids`; `None` unless they are two to four and all different.
    pub fn new(ids: Vec<RoleId>) -> Option<Self> {
        let are_different = ids.iter().enumerate().all(|(place, id)| !ids.iter().take(place).any(|other| other == id));
        let whole = ids.iter().map(RoleId::as_str).collect::<Vec<_>>().join(&BETWEEN.to_string());
        let fits = (FEWEST_SIDES..=MOST_SIDES).contains(&ids.len()) && are_different;
        fits.then(|| Self { whole: whole.into(), ids })
    }

    /// Its roles.
    pub fn ids(&self) -> &[RoleId] {
        &self.ids
    }
}

impl Subject {
    /// It as it is written, which no other subject is.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Role(id) => id.as_str(),
            Self::Set(set) => &set.whole,
        }
    }

    /// Its roles: one, or those of a set.
    pub fn roles(&self) -> &[RoleId] {
        match self {
            Self::Role(id) => std::slice::from_ref(id),
            Self::Set(set) => &set.ids,
        }
    }

    /// The role, if it is one.
    pub fn role(&self) -> Option<&RoleId> {
        match self {
            Self::Role(id) => Some(id),
            Self::Set(_) => None,
        }
    }
}

impl From<RoleId> for Subject {
    fn from(id: RoleId) -> Self {
        Self::Role(id)
    }
}

impl From<RoleSet> for Subject {
    fn from(set: RoleSet) -> Self {
        Self::Set(set)
    }
}

impl FromStr for Subject {
    type Err = IdError;

    fn from_str(raw: &str) -> Result<Self, IdError> {
        if !raw.contains(BETWEEN) {
            return raw.parse().map(Self::Role);
        }
        let ids = raw.split(BETWEEN).map(str::parse).collect::<Result<Vec<RoleId>, _>>()?;
        RoleSet::new(ids).map(Self::Set).ok_or(IdError::NotARole)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        raw.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_read_back_as_they_are_written() {
        for written in ["payments/mid", "payments/mid+support/mid", "a/b+c/d+e/f+g/h"] {
            let subject: Subject = written.parse().expect(written);
            assert_eq!((subject.as_str(), subject.roles().len()), (written, written.split('+').count()));
            assert_eq!(subject.to_string(), written);
            if let Subject::Set(set) = &subject {
                assert_eq!(set.ids(), subject.roles());
            }
            let json = serde_json::to_string(&subject).expect("JSON");
            assert_eq!(serde_json::from_str::<Subject>(&json).ok(), Some(subject));
        }
    }

    #[test]
    fn a_set_is_two_to_four_different_roles() {
        for wrong in ["a/b+", "a/b+a/b", "a/b+c", "a/b+c/d+e/f+g/h+i/j", "+", "a/b c/d"] {
            assert!(wrong.parse::<Subject>().is_err(), "{wrong}");
        }
    }
}
