//! [`Sheet`]: a role with the names behind its ids, as it is shown and printed as JSON.

use serde::Serialize;

use super::asked::Asked;
use crate::domain::{
    AxisId, DepartmentId, Direction, FamilyId, Interview, KpiId, LevelId, MoveKind, Origin, Proficiency, Reach, Right,
    RoleId, SkillId, Stake, StrandId, ThreadId, TopicId, Weight,
};
use crate::text::SafeText;

/// The name of the JSON shape of a [`Sheet`].
pub const SCHEMA: &str = "rungs.role/1";

/// `rungs.role/1`: every field of a role, ids with names. Fields are added, never renamed or taken away.
///
/// `{"id","title","aliases","family","family_name","department","department_name","level","level_name","track","rank",
/// "origin","headline","step_up","summary"}` and the lists `scope`, `responsibilities`, `skills`, `kpis`, `decisions`,
/// `moves`, `questions`, whose items are the structs below, field by field; `interview` is `{"mix","rounds"}`, each round
/// `{"name","minutes","about"}`, and `ask` a list of texts.
#[derive(Debug, Serialize)]
pub struct Sheet<'a> {
    pub(crate) id: RoleId,
    pub(crate) title: &'a SafeText,
    pub(crate) aliases: &'a [SafeText],
    pub(super) family: &'a FamilyId,
    pub(crate) family_name: &'a str,
    pub(super) department: &'a DepartmentId,
    pub(crate) department_name: &'a str,
    pub(super) level: &'a LevelId,
    pub(crate) level_name: &'a str,
    pub(crate) track: Option<&'a SafeText>,
    pub(super) rank: u8,
    pub(super) origin: Origin,
    pub(crate) headline: &'a SafeText,
    pub(crate) step_up: &'a SafeText,
    pub(crate) summary: &'a SafeText,
    pub(crate) scope: Vec<Scope<'a>>,
    pub(crate) responsibilities: Vec<Duty<'a>>,
    pub(crate) skills: Vec<Ability<'a>>,
    pub(crate) kpis: Vec<Measure<'a>>,
    pub(crate) decisions: Vec<Say<'a>>,
    pub(crate) moves: Vec<Step<'a>>,
    /// Null where the family does not say how it interviews.
    pub(crate) interview: Option<&'a Interview>,
    pub(crate) questions: Vec<Asked<'a>>,
    /// What is worth asking the interviewer.
    pub(crate) ask: &'a [SafeText],
    /// Whether the step up is from a rung below or into the family.
    #[serde(skip)]
    pub(crate) foot: Foot,
}

/// What is below a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foot {
    /// Nothing: it is the lowest rung.
    Ground,
    /// Another rung.
    Rung,
}

/// A score on one axis, the role's own or its level's.
#[derive(Debug, Serialize)]
pub(crate) struct Scope<'a> {
    pub(super) axis: &'a AxisId,
    pub(crate) axis_name: &'a str,
    pub(crate) score: u8,
    pub(crate) text: &'a SafeText,
    pub(super) set_by: SetBy,
}

/// Who says so.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum SetBy {
    Level,
    Role,
}

/// A responsibility.
#[derive(Debug, Serialize)]
pub(crate) struct Duty<'a> {
    pub(crate) thread: &'a ThreadId,
    pub(crate) thread_name: &'a str,
    pub(super) strand: Option<&'a StrandId>,
    pub(crate) strand_name: Option<&'a str>,
    pub(crate) text: &'a SafeText,
}

/// A skill the role asks for.
#[derive(Debug, Serialize)]
pub(crate) struct Ability<'a> {
    pub(super) skill: &'a SkillId,
    pub(crate) skill_name: &'a str,
    pub(crate) proficiency: Proficiency,
    pub(super) proficiency_name: &'static str,
    pub(crate) weight: Weight,
    #[serde(rename = "use")]
    pub(crate) in_use: &'a SafeText,
}

/// A KPI with its target.
#[derive(Debug, Serialize)]
pub(crate) struct Measure<'a> {
    pub(super) kpi: &'a KpiId,
    pub(crate) kpi_name: &'a str,
    pub(super) measures: Option<&'a SafeText>,
    pub(crate) unit: Option<&'a SafeText>,
    pub(crate) direction: Option<Direction>,
    pub(crate) target: &'a SafeText,
    pub(crate) stake: Stake,
}

/// A decision right.
#[derive(Debug, Serialize)]
pub(crate) struct Say<'a> {
    pub(super) topic: &'a TopicId,
    pub(crate) topic_name: &'a str,
    pub(crate) right: Right,
    pub(crate) reach: Reach,
}

/// A move; `to` is null where it leads to a role the catalog does not hold.
#[derive(Debug, Serialize)]
pub(crate) struct Step<'a> {
    pub(crate) to: Option<&'a RoleId>,
    pub(crate) title: &'a str,
    pub(crate) kind: MoveKind,
    pub(crate) note: &'a SafeText,
}
