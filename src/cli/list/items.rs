//! The shapes of what `rungs list` prints. Fields are added to them, never renamed or taken away.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::output::Record;
use crate::domain::{
    DepartmentId, FamilyId, FamilyOutline, Level, LevelId, Origin, RoleId, Rung, Skill, SkillId, SkillKind,
};
use crate::text::SafeText;

/// `rungs.families/1`: `{"id","name","aliases","department","department_name","roles"}`; `roles` counts the chosen
/// ones.
#[derive(Debug, Serialize)]
pub(super) struct FamilyItem<'a> {
    id: &'a FamilyId,
    name: &'a SafeText,
    aliases: &'a [SafeText],
    department: &'a DepartmentId,
    department_name: &'a str,
    pub(super) roles: usize,
}

impl<'a> FamilyItem<'a> {
    /// The item of `family`, `roles` of whose roles are chosen.
    pub(super) fn new(catalog: &'a Catalog, family: &'a FamilyOutline, roles: usize) -> Self {
        let FamilyOutline { id, name, aliases, department, .. } = family;
        let department_name = catalog.framework().department(department).map_or(department.as_str(), |it| &it.name);
        Self { id, name, aliases, department, department_name, roles }
    }
}

impl Record for FamilyItem<'_> {
    const SCHEMA: &'static str = "rungs.families/1";
    const COLUMNS: &'static [&'static str] = &["id", "name", "department", "roles"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.id.as_str().into(),
            self.name.as_str().into(),
            self.department_name.into(),
            self.roles.to_string().into(),
        ]
    }
}

/// `rungs.levels/1`: `{"id","name","aliases","rank","meaning","roles"}`; `roles` counts the chosen ones.
#[derive(Debug, Serialize)]
pub(super) struct LevelItem<'a> {
    id: &'a LevelId,
    name: &'a SafeText,
    aliases: &'a [SafeText],
    rank: u8,
    meaning: &'a SafeText,
    pub(super) roles: usize,
}

impl<'a> LevelItem<'a> {
    /// The item of `level`, which `roles` of the chosen roles are on.
    pub(super) fn new(level: &'a Level, roles: usize) -> Self {
        let Level { id, name, aliases, rank, meaning, .. } = level;
        Self { id, name, aliases, rank: *rank, meaning, roles }
    }
}

impl Record for LevelItem<'_> {
    const SCHEMA: &'static str = "rungs.levels/1";
    const COLUMNS: &'static [&'static str] = &["id", "name", "rank", "roles", "meaning"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.id.as_str().into(),
            self.name.as_str().into(),
            self.rank.to_string().into(),
            self.roles.to_string().into(),
            self.meaning.as_str().into(),
        ]
    }
}

/// `rungs.list/1`:
/// `{"id","title","family","family_name","department","level","track","rank","origin","headline"}`; `track` is null
/// where the ladder does not fork.
#[derive(Debug, Serialize)]
pub(super) struct RoleItem<'a> {
    id: RoleId,
    title: &'a SafeText,
    family: &'a FamilyId,
    family_name: &'a SafeText,
    department: &'a DepartmentId,
    level: &'a LevelId,
    track: Option<&'a SafeText>,
    rank: u8,
    origin: Origin,
    headline: &'a SafeText,
}

impl<'a> RoleItem<'a> {
    /// The item of a rung of `family`.
    pub(super) fn new(catalog: &Catalog, family: &'a FamilyOutline, rung: &'a Rung) -> Self {
        Self {
            id: family.role_id(rung),
            title: &rung.title,
            family: &family.id,
            family_name: &family.name,
            department: &family.department,
            level: &rung.level,
            track: rung.track.as_ref(),
            rank: catalog.framework().rank(&rung.level),
            origin: rung.origin,
            headline: &rung.headline,
        }
    }
}

impl Record for RoleItem<'_> {
    const SCHEMA: &'static str = "rungs.list/1";
    const COLUMNS: &'static [&'static str] = &["id", "level", "title", "headline"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.id.as_str().into(),
            self.level.as_str().into(),
            self.title.as_str().into(),
            self.headline.as_str().into(),
        ]
    }
}

/// `rungs.skills/1`: `{"id","name","aliases","kind","meaning","roles"}`; `roles` counts the chosen ones that ask for
/// it; `kind` is null where the catalog does not say.
#[derive(Debug, Serialize)]
pub(super) struct SkillItem<'a> {
    id: &'a SkillId,
    name: &'a SafeText,
    aliases: &'a [SafeText],
    kind: Option<SkillKind>,
    meaning: &'a SafeText,
    pub(super) roles: usize,
}

impl<'a> SkillItem<'a> {
    /// The item of `skill`, which `roles` of the chosen roles ask for.
    pub(super) fn new(skill: &'a Skill, roles: usize) -> Self {
        let Skill { id, name, aliases, kind, meaning } = skill;
        Self { id, name, aliases, kind: *kind, meaning, roles }
    }
}

impl Record for SkillItem<'_> {
    const SCHEMA: &'static str = "rungs.skills/1";
    const COLUMNS: &'static [&'static str] = &["id", "name", "kind", "roles", "meaning"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.id.as_str().into(),
            self.name.as_str().into(),
            self.kind.map(SkillKind::word).unwrap_or_default().into(),
            self.roles.to_string().into(),
            self.meaning.as_str().into(),
        ]
    }
}
