//! [`Head`]: a role as every JSON document names it.

use serde::Serialize;

use crate::domain::compare::Column;
use crate::domain::{FamilyId, LevelId, RoleId};
use crate::text::SafeText;

/// `{"id","title","level","level_name","rank","family","family_name"}`
#[derive(Debug, Clone, Serialize)]
pub struct Head {
    /// Its id.
    pub id: RoleId,
    /// What it is called.
    pub title: SafeText,
    /// Its level.
    pub level: LevelId,
    /// What its level is called.
    pub level_name: SafeText,
    /// The place of its level on the scale, from 1.
    pub rank: u8,
    /// Its family.
    pub family: FamilyId,
    /// What its family is called.
    pub family_name: SafeText,
}

impl From<Column> for Head {
    fn from(column: Column) -> Self {
        let Column { id, title, level, level_name, rank, family, family_name } = column;
        Self { id, title, level, level_name, rank, family, family_name }
    }
}
