//! A family: one ladder. Whole ([`Family`]), and as the outline that lists need ([`FamilyOutline`]).

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::{DepartmentId, FamilyId, LevelId, RoleId, Slug, StrandId, ThreadId};
use super::later::Later;
use super::role::{Destination, MoveKind, Origin};
use crate::text::SafeText;

/// A family without its roles and its questions: what runs through the whole ladder.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Family {
    /// Its id.
    pub id: FamilyId,
    /// What it is called.
    pub name: SafeText,
    /// What the family does, in a sentence or two.
    #[serde(default)]
    pub summary: SafeText,
    /// The pieces of work that run through the ladder, in the order they are shown.
    #[serde(default)]
    pub threads: Vec<Thread>,
    /// Where people come from.
    #[serde(default)]
    pub entry: Vec<Entry>,
}

/// A piece of work that runs through one ladder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Thread {
    /// Its id within the family.
    pub id: ThreadId,
    /// What it is called.
    pub name: SafeText,
    /// The kind of work it is.
    pub strand: StrandId,
}

/// A role outside the family that people come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The role they held.
    pub from: Destination,
    /// What carries over and what they must learn.
    pub note: SafeText,
}

/// An entry as it is written: exactly one of `from` and `title`.
impl JsonSchema for Entry {
    fn schema_name() -> Cow<'static, str> {
        "Entry".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let note = generator.subschema_for::<SafeText>();
        Destination::schema("from", &[("note", note)], generator)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            from: Option<RoleId>,
            title: Option<SafeText>,
            note: SafeText,
        }
        let Written { from, title, note } = Written::deserialize(deserializer)?;
        Ok(Self { from: Destination::one_of(from, title, "from")?, note })
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            from: Option<&'a RoleId>,
            #[serde(skip_serializing_if = "Option::is_none")]
            title: Option<&'a SafeText>,
            note: &'a SafeText,
        }
        let (from, title) = self.from.parts();
        Written { from, title, note: &self.note }.serialize(serializer)
    }
}

/// All families of a catalog, as far as lists need them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Outline {
    /// The families, by department and name.
    pub families: Vec<FamilyOutline>,
}

/// A family as lists need it: its rungs by title, and who comes and goes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct FamilyOutline {
    /// Its id.
    pub id: FamilyId,
    /// What it is called.
    pub name: SafeText,
    /// What else it is called.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub aliases: Later<Vec<SafeText>>,
    /// The department it belongs to.
    pub department: DepartmentId,
    /// Its rungs, lowest rank first.
    pub rungs: Vec<Rung>,
    /// The roles that people come from to its lowest rung, outside the family.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub from: Later<Vec<Passage>>,
    /// The roles that people go to from its highest rung, outside the family.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub to: Later<Vec<Passage>>,
}

impl FamilyOutline {
    /// The id of its rung `slug`.
    pub fn role_id(&self, rung: &Rung) -> RoleId {
        RoleId::new(&self.id, &rung.slug)
    }

    /// The rung whose slug is `slug`.
    pub fn rung(&self, slug: &str) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.slug.as_str() == slug)
    }
}

/// A role as lists need it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Rung {
    /// The part of its id behind the slash.
    pub slug: Slug,
    /// Its level.
    pub level: LevelId,
    /// Which of two ladders it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<SafeText>,
    /// What it is called.
    pub title: SafeText,
    /// What else it is called.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub aliases: Later<Vec<SafeText>>,
    /// Whether a source document names it.
    pub origin: Origin,
    /// The job in one sentence.
    pub headline: Later<SafeText>,
}

fn is_empty<T: DeserializeOwned>(list: &Later<Vec<T>>) -> bool {
    list.is_empty()
}

/// A role outside a family that people come from or go to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub struct Passage {
    /// The other role.
    pub role: Destination,
    /// What kind of step it is; an entry written by the family itself has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<MoveKind>,
}

/// In the outline a role is its id and a role outside the catalog `"= its title"`, which no id can be.
impl Serialize for Destination {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Role(id) => id.serialize(serializer),
            Self::Outside(title) => serializer.collect_str(&format_args!("= {title}")),
        }
    }
}

impl<'de> Deserialize<'de> for Destination {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = SafeText::deserialize(deserializer)?;
        match written.strip_prefix("= ") {
            Some(title) => Ok(Self::Outside(SafeText::line(title))),
            None => written.parse().map(Self::Role).map_err(serde::de::Error::custom),
        }
    }
}
