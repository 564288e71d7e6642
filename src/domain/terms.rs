//! The two dictionaries: skills and KPIs. One entry for one thing, whatever a family calls it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{KpiId, SkillId};
use crate::text::SafeText;

/// Skills and KPIs of a catalog.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// The skills, in the order of the file.
    pub skills: Vec<Skill>,
    /// The KPIs, in the order of the file.
    pub kpis: Vec<Kpi>,
}

impl Terms {
    /// The skill `id`.
    pub fn skill(&self, id: &SkillId) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id == *id)
    }

    /// The KPI `id`.
    pub fn kpi(&self, id: &KpiId) -> Option<&Kpi> {
        self.kpis.iter().find(|kpi| kpi.id == *id)
    }
}

/// A skill that roles ask for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// What it is called.
    pub name: SafeText,
    /// What kind of skill it is, where the catalog says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SkillKind>,
    /// What else people type for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<SafeText>,
    /// What it means to have it, in a line.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub meaning: SafeText,
}

/// What kind of skill it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkillKind {
    /// Building and running systems.
    Technical,
    /// Knowing a field: its rules, its counterparts, its money.
    Domain,
    /// Ways of working that any field uses.
    Practice,
    /// Working with and through people.
    People,
}

impl SkillKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::Domain => "domain",
            Self::Practice => "practice",
            Self::People => "people",
        }
    }
}

/// Something measured that roles have a stake in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Kpi {
    /// Its id.
    pub id: KpiId,
    /// What it is called.
    pub name: SafeText,
    /// What is counted over what.
    pub measures: SafeText,
    /// The unit of the figure.
    pub unit: SafeText,
    /// Which way is better.
    pub direction: Direction,
}

/// Which way a figure should move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// It should stay inside a band.
    Hold,
}

impl Direction {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Up => "more is better",
            Self::Down => "less is better",
            Self::Hold => "held in a band",
        }
    }
}
