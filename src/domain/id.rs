//! Ids: short names of small letters, digits and hyphens, each with a type of its own so that none is taken for another.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// The longest id, in bytes.
const LONGEST: usize = 64;

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IdError {
    /// Empty, too long, or with a character an id cannot hold.
    #[error("an id is 1 to 64 of a-z, 0-9 and - (such as staff or payment-systems-engineer)")]
    Malformed,
    /// A role's id without the slash between family and rung.
    #[error("a role's id is <family>/<rung> (such as payment-systems-engineer/senior)")]
    NotARole,
}

fn checked(raw: &str) -> Result<Box<str>, IdError> {
    let fits = (1..=LONGEST).contains(&raw.len());
    if fits && raw.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        Ok(raw.into())
    } else {
        Err(IdError::Malformed)
    }
}

/// Reads any `FromStr` from a JSON string without keeping a copy of the string.
struct Parse<T>(std::marker::PhantomData<T>);

impl<T: FromStr<Err = IdError>> serde::de::Visitor<'_> for Parse<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_str<E: serde::de::Error>(self, raw: &str) -> Result<T, E> {
        raw.parse().map_err(E::custom)
    }
}

/// The schema of an id, as [`checked`] takes it.
fn schema(pattern: &str) -> Schema {
    json_schema!({ "type": "string", "pattern": pattern })
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(raw: &str) -> Result<Self, IdError> {
                checked(raw).map(Self)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                "Id".into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schema("^[a-z0-9-]{1,64}$")
            }
        }

        id!(@text $name);
    };
    (@text $name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self.as_str(), f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parse(std::marker::PhantomData))
            }
        }
    };
}

id!(/// A part of a company that families belong to.
    DepartmentId);
id!(/// A job family: one ladder.
    FamilyId);
id!(/// A level of the whole catalog's scale, such as `senior`.
    LevelId);
id!(/// One of the axes that scope is scored on, such as `impact`.
    AxisId);
id!(/// A kind of decision, such as `production-change`.
    TopicId);
id!(/// A kind of work that crosses families, such as `operate`.
    StrandId);
id!(/// A piece of work that runs through one family's ladder, such as `ledger`.
    ThreadId);
id!(/// A skill of the dictionary.
    SkillId);
id!(/// A KPI of the dictionary.
    KpiId);
id!(/// The part of a role's id behind the slash: its level, or a name of its own where two roles share a level.
    Slug);
id!(/// An interview question, within its role or its family's bank.
    QuestionId);
id!(/// A signal that a listener ticks, within its question.
    SignalId);

impl From<LevelId> for Slug {
    fn from(level: LevelId) -> Self {
        Self(level.0)
    }
}

/// A role: `<family>/<slug>`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleId {
    whole: Box<str>,
    slash: usize,
}

impl RoleId {
    /// The id of the rung `slug` in `family`.
    pub fn new(family: &FamilyId, slug: &Slug) -> Self {
        Self { whole: format!("{family}/{slug}").into(), slash: family.as_str().len() }
    }

    /// The family's part of the id.
    pub fn family(&self) -> &str {
        self.whole.get(..self.slash).unwrap_or_default()
    }

    /// The rung's part of the id.
    pub fn slug(&self) -> &str {
        self.whole.get(self.slash + 1..).unwrap_or_default()
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.whole
    }
}

impl FromStr for RoleId {
    type Err = IdError;

    fn from_str(raw: &str) -> Result<Self, IdError> {
        let (family, slug) = raw.split_once('/').ok_or(IdError::NotARole)?;
        checked(family)?;
        checked(slug)?;
        Ok(Self { whole: raw.into(), slash: family.len() })
    }
}

impl JsonSchema for RoleId {
    fn schema_name() -> Cow<'static, str> {
        "RoleId".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema("^[a-z0-9-]{1,64}/[a-z0-9-]{1,64}$")
    }
}

id!(@text RoleId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_small_letters_digits_and_hyphens() {
        assert!("site-reliability-2".parse::<FamilyId>().is_ok());
        for wrong in ["", "Staff", "a b", "../x", "é", &"a".repeat(65)] {
            assert_eq!(wrong.parse::<FamilyId>(), Err(IdError::Malformed), "{wrong}");
        }
    }

    #[test]
    fn a_role_id_is_family_slash_slug() {
        let id: RoleId = "payments/senior-management".parse().expect("well formed");
        assert_eq!((id.family(), id.slug()), ("payments", "senior-management"));
        assert_eq!("payments".parse::<RoleId>(), Err(IdError::NotARole));
        assert_eq!("payments/".parse::<RoleId>(), Err(IdError::Malformed));
        assert_eq!("payments/a/b".parse::<RoleId>(), Err(IdError::Malformed));
    }
}
