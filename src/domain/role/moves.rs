//! Steps from a role to another, in the catalog or outside, and how they are written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::id::RoleId;
use crate::text::SafeText;

/// A step from one role to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Where it leads.
    pub to: Destination,
    /// What kind of step it is.
    pub kind: MoveKind,
    /// What it takes.
    pub note: SafeText,
}

/// Where a move leads, or where an entry comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Destination {
    /// A role of the catalog, which can be opened.
    Role(RoleId),
    /// A role the catalog does not hold, by its title.
    Outside(SafeText),
}

/// What kind of step a move is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MoveKind {
    /// The next rung.
    Promotion,
    /// Another family on about the same level.
    Lateral,
    /// Narrower and deeper.
    Specialise,
    /// From doing to leading people.
    ToManagement,
}

impl MoveKind {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Promotion => "promotion",
            Self::Lateral => "lateral",
            Self::Specialise => "specialise",
            Self::ToManagement => "to management",
        }
    }
}

/// A step as it is written: exactly one of `to` and `title`.
impl JsonSchema for Move {
    fn schema_name() -> Cow<'static, str> {
        "Move".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (kind, note) = (generator.subschema_for::<MoveKind>(), generator.subschema_for::<SafeText>());
        Destination::schema("to", &[("kind", kind), ("note", note)], generator)
    }
}

impl<'de> Deserialize<'de> for Move {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            to: Option<RoleId>,
            title: Option<SafeText>,
            kind: MoveKind,
            note: SafeText,
        }
        let Written { to, title, kind, note } = Written::deserialize(deserializer)?;
        let to = Destination::one_of(to, title, "to")?;
        Ok(Self { to, kind, note })
    }
}

impl Serialize for Move {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            to: Option<&'a RoleId>,
            #[serde(skip_serializing_if = "Option::is_none")]
            title: Option<&'a SafeText>,
            kind: MoveKind,
            note: &'a SafeText,
        }
        let (to, title) = self.to.parts();
        Written { to, title, kind: self.kind, note: &self.note }.serialize(serializer)
    }
}

impl Destination {
    /// The role's id, or the title of a role that the catalog does not hold.
    pub(in crate::domain) fn parts(&self) -> (Option<&RoleId>, Option<&SafeText>) {
        match self {
            Self::Role(id) => (Some(id), None),
            Self::Outside(title) => (None, Some(title)),
        }
    }

    /// The schema of something that leads to a destination: a role's id under `key` or a title, and `others`, which must
    /// be there.
    pub(in crate::domain) fn schema(key: &str, others: &[(&str, Schema)], generator: &mut SchemaGenerator) -> Schema {
        let (id, title) = (generator.subschema_for::<RoleId>(), generator.subschema_for::<SafeText>());
        let either = [(key, &id), ("title", &title)];
        let others = || others.iter().map(|(name, schema)| (*name, schema));
        let properties: BTreeMap<&str, &Schema> = either.into_iter().chain(others()).collect();
        let required: Vec<&str> = others().map(|(name, _)| name).collect();
        json_schema!({
            "type": "object",
            "properties": properties,
            "required": required,
            "oneOf": [{ "required": [key] }, { "required": ["title"] }],
        })
    }

    /// Exactly one of a role's id (written under the key `key`) and a title.
    pub(in crate::domain) fn one_of<E: serde::de::Error>(
        role: Option<RoleId>,
        title: Option<SafeText>,
        key: &str,
    ) -> Result<Self, E> {
        match (role, title) {
            (Some(role), None) => Ok(Self::Role(role)),
            (None, Some(title)) => Ok(Self::Outside(title)),
            (None, None) => Err(E::custom(format_args!(
                "needs `{key}` (a role's id) or `title` (of a role that is not in the catalog)"
            ))),
            (Some(_), Some(_)) => Err(E::custom(format_args!("has both `{key}` and `title`: keep one"))),
        }
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(id) => id.fmt(f),
            Self::Outside(title) => title.fmt(f),
        }
    }
}
