//! The framework all families share: departments, levels, scope axes, decision topics and strands of work.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{AxisId, DepartmentId, LevelId, StrandId, TopicId};
use super::role::{Role, ScopeScore};
use super::unique::UniqueMap;
use crate::text::SafeText;

/// What is the same for every family of a catalog.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Serialize)]
pub struct Framework {
    /// The version of the format, 1.
    #[schemars(extend("const" = 1))]
    pub version: u32,
    /// What the catalog is called.
    pub name: SafeText,
    /// Departments, in the order they are shown.
    pub departments: Vec<Department>,
    /// The levels, lowest rank first.
    pub levels: Vec<Level>,
    /// The axes that scope is scored on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub axes: Vec<Axis>,
    /// The kinds of decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// The kinds of work that threads belong to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strands: Vec<Strand>,
}

impl Framework {
    /// The level `id`.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The rank of the level `id`; 0 for one the framework does not know.
    pub fn rank(&self, id: &LevelId) -> u8 {
        self.level(id).map_or(0, |level| level.rank)
    }

    /// The scope of `role` on every axis: its own score where it has one, else its level's.
    pub fn scope<'a>(&'a self, role: &'a Role) -> impl Iterator<Item = (&'a Axis, &'a ScopeScore)> {
        let baseline = self.level(&role.level).map(|level| &level.scope);
        self.axes.iter().filter_map(move |axis| {
            let score = role.scope.get(&axis.id).or_else(|| baseline?.get(&axis.id))?;
            Some((axis, score))
        })
    }

    /// The department `id`.
    pub fn department(&self, id: &DepartmentId) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == *id)
    }
}

/// A part of a company.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// What it is called.
    pub name: SafeText,
}

/// A level of the catalog's scale.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Serialize)]
pub struct Level {
    /// Its id.
    pub id: LevelId,
    /// Its place on the scale, from 1.
    pub rank: u8,
    /// What it is called.
    pub name: SafeText,
    /// What else companies call it: `L5`, `IC4`, `SDE III`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<SafeText>,
    /// What it means in any family.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub meaning: SafeText,
    /// The scope of a role on this level, unless the role says otherwise.
    #[serde(default, skip_serializing_if = "UniqueMap::is_empty")]
    pub scope: UniqueMap<AxisId, ScopeScore>,
}

/// An axis that scope is scored on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Axis {
    /// Its id.
    pub id: AxisId,
    /// What it is called.
    pub name: SafeText,
    /// What its lowest and its highest score mean.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub meaning: SafeText,
}

/// A kind of decision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// What it is called.
    pub name: SafeText,
    /// What it takes in.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub meaning: SafeText,
}

/// A kind of work that crosses families.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Strand {
    /// Its id.
    pub id: StrandId,
    /// What it is called.
    pub name: SafeText,
    /// What it takes in.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub meaning: SafeText,
}
