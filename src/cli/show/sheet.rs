//! [`Sheet`]: a role with the names behind its ids, as it is shown and printed as JSON.

mod asked;
mod fill;

use serde::Serialize;

pub(super) use asked::{Asked, Judged, Rubric};

use crate::domain::{
    AxisId, DepartmentId, Direction, FamilyId, Interview, KpiId, LevelId, MoveKind, Origin, Proficiency, Reach, Right,
    RoleId, SkillId, Stake, StrandId, ThreadId, TopicId, Weight,
};
use crate::text::SafeText;

/// The name of the JSON shape of a [`Sheet`].
pub(super) const SCHEMA: &str = "rungs.role/1";

/// `rungs.role/1`: every field of a role, ids with names. Fields are added, never renamed or taken away.
///
/// `{"id","title","aliases","family","family_name","department","department_name","level","level_name","track","rank",
/// "origin","headline","step_up","summary"}` and the lists `scope`, `responsibilities`, `skills`, `kpis`, `decisions`,
/// `moves`, `questions`, whose items are the structs below, field by field; `interview` is `{"mix","rounds"}`, each round
/// `{"name","minutes","about"}`, and `ask` a list of texts.
#[derive(Debug, Serialize)]
pub(super) struct Sheet<'a> {
    pub(super) id: RoleId,
    pub(super) title: &'a SafeText,
    pub(super) aliases: &'a [SafeText],
    family: &'a FamilyId,
    pub(super) family_name: &'a str,
    department: &'a DepartmentId,
    pub(super) department_name: &'a str,
    level: &'a LevelId,
    pub(super) level_name: &'a str,
    pub(super) track: Option<&'a SafeText>,
    rank: u8,
    origin: Origin,
    pub(super) headline: &'a SafeText,
    pub(super) step_up: &'a SafeText,
    pub(super) summary: &'a SafeText,
    pub(super) scope: Vec<Scope<'a>>,
    pub(super) responsibilities: Vec<Duty<'a>>,
    pub(super) skills: Vec<Ability<'a>>,
    pub(super) kpis: Vec<Measure<'a>>,
    pub(super) decisions: Vec<Say<'a>>,
    pub(super) moves: Vec<Step<'a>>,
    /// Null where the family does not say how it interviews.
    pub(super) interview: Option<&'a Interview>,
    pub(super) questions: Vec<Asked<'a>>,
    /// What is worth asking the interviewer.
    pub(super) ask: &'a [SafeText],
    /// Whether the step up is from a rung below or into the family.
    #[serde(skip)]
    pub(super) foot: Foot,
}

/// What is below a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foot {
    /// Nothing: it is the lowest rung.
    Ground,
    /// Another rung.
    Rung,
}

/// A score on one axis, the role's own or its level's.
#[derive(Debug, Serialize)]
pub(super) struct Scope<'a> {
    axis: &'a AxisId,
    pub(super) axis_name: &'a str,
    pub(super) score: u8,
    pub(super) text: &'a SafeText,
    set_by: SetBy,
}

/// Who says so.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum SetBy {
    Level,
    Role,
}

/// A responsibility.
#[derive(Debug, Serialize)]
pub(super) struct Duty<'a> {
    pub(super) thread: &'a ThreadId,
    pub(super) thread_name: &'a str,
    strand: Option<&'a StrandId>,
    pub(super) strand_name: Option<&'a str>,
    pub(super) text: &'a SafeText,
}

/// A skill the role asks for.
#[derive(Debug, Serialize)]
pub(super) struct Ability<'a> {
    skill: &'a SkillId,
    pub(super) skill_name: &'a str,
    pub(super) proficiency: Proficiency,
    proficiency_name: &'static str,
    pub(super) weight: Weight,
    #[serde(rename = "use")]
    pub(super) in_use: &'a SafeText,
}

/// A KPI with its target.
#[derive(Debug, Serialize)]
pub(super) struct Measure<'a> {
    kpi: &'a KpiId,
    pub(super) kpi_name: &'a str,
    measures: Option<&'a SafeText>,
    pub(super) unit: Option<&'a SafeText>,
    pub(super) direction: Option<Direction>,
    pub(super) target: &'a SafeText,
    pub(super) stake: Stake,
}

/// A decision right.
#[derive(Debug, Serialize)]
pub(super) struct Say<'a> {
    topic: &'a TopicId,
    pub(super) topic_name: &'a str,
    pub(super) right: Right,
    pub(super) reach: Reach,
}

/// A move; `to` is null where it leads to a role the catalog does not hold.
#[derive(Debug, Serialize)]
pub(super) struct Step<'a> {
    pub(super) to: Option<&'a RoleId>,
    pub(super) title: &'a str,
    pub(super) kind: MoveKind,
    pub(super) note: &'a SafeText,
}
