//! [`Sheet`]: a role with the names behind its ids, as it is shown and printed as JSON.

use serde::{Serialize, Serializer};

use crate::catalog::Catalog;
use crate::domain::{
    AxisId, Decision, DepartmentId, Destination, Direction, FamilyId, FamilyOutline, FollowUp, KpiId, LevelId, Move,
    MoveKind, Origin, Proficiency, Question, QuestionForm, QuestionId, QuestionKind, Reach, RedFlag, Right, Role,
    RoleId, Rung, ScopeScore, Signal, SkillId, Stake, StrandId, ThreadId, TopicId, UniqueMap, Weight,
};
use crate::text::SafeText;

/// The name of the JSON shape of a [`Sheet`].
pub(super) const SCHEMA: &str = "rungs.role/1";

/// `rungs.role/1`: every field of a role, ids with names. Fields are added, never renamed or taken away.
///
/// `{"id","title","aliases","family","family_name","department","department_name","level","level_name","track","rank",
/// "origin","headline","step_up","summary"}` and the lists `scope`, `responsibilities`, `skills`, `kpis`, `decisions`,
/// `moves`, `questions`, whose items are the structs below, field by field.
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
    pub(super) questions: Vec<Asked<'a>>,
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

/// A question of the role's own.
#[derive(Debug, Serialize)]
pub(super) struct Asked<'a> {
    id: &'a QuestionId,
    rev: u32,
    pub(super) title: &'a SafeText,
    kind: QuestionKind,
    form: QuestionForm,
    pub(super) minutes: u8,
    probes: &'a [SafeText],
    pub(super) prompt: &'a SafeText,
    signals: &'a [Signal],
    #[serde(serialize_with = "as_object")]
    levels: &'a UniqueMap<SafeText, SafeText>,
    follow_ups: &'a [FollowUp],
    red_flags: &'a [RedFlag],
}

impl<'a> Sheet<'a> {
    /// The sheet of the role `id`, where the catalog holds it.
    pub(super) fn of(catalog: &'a Catalog, id: &RoleId) -> Option<Self> {
        let (family, rung) = catalog.rung(id)?;
        let role = catalog.role(id)?;
        let framework = catalog.framework();
        Some(Self {
            id: id.clone(),
            title: &role.title,
            aliases: &role.aliases,
            family: &family.id,
            family_name: &family.name,
            department: &family.department,
            department_name: framework.department(&family.department).map_or(family.department.as_str(), |it| &it.name),
            level: &role.level,
            level_name: framework.level(&role.level).map_or(role.level.as_str(), |it| &it.name),
            track: role.track.as_ref(),
            rank: framework.rank(&role.level),
            origin: role.origin,
            headline: &role.headline,
            step_up: &role.step_up,
            summary: &role.summary,
            scope: scope(catalog, role),
            responsibilities: duties(catalog, &family.id, role),
            skills: role
                .skills
                .iter()
                .map(|used| Ability {
                    skill: &used.skill,
                    skill_name: catalog.skill(&used.skill).map_or(used.skill.as_str(), |it| &it.name),
                    proficiency: used.proficiency,
                    proficiency_name: used.proficiency.word(),
                    weight: used.weight,
                    in_use: &used.in_use,
                })
                .collect(),
            kpis: role
                .kpis
                .iter()
                .map(|target| {
                    let kpi = catalog.kpi(&target.kpi);
                    Measure {
                        kpi: &target.kpi,
                        kpi_name: kpi.map_or(target.kpi.as_str(), |it| &it.name),
                        measures: kpi.map(|it| &it.measures),
                        unit: kpi.map(|it| &it.unit),
                        direction: kpi.map(|it| it.direction),
                        target: &target.target,
                        stake: target.stake,
                    }
                })
                .collect(),
            decisions: decisions(catalog, role),
            moves: role.moves.iter().map(|step| Step::of(catalog, step)).collect(),
            questions: role.questions.iter().map(Asked::of).collect(),
            foot: foot(catalog, family, rung),
        })
    }
}

fn foot(catalog: &Catalog, family: &FamilyOutline, rung: &Rung) -> Foot {
    let rank = |rung: &Rung| catalog.framework().rank(&rung.level);
    if family.rungs.iter().any(|other| rank(other) < rank(rung)) { Foot::Rung } else { Foot::Ground }
}

/// All axes: the role's own score where it has one, else its level's.
fn scope<'a>(catalog: &'a Catalog, role: &'a Role) -> Vec<Scope<'a>> {
    let level = catalog.framework().level(&role.level);
    let axes = catalog.framework().axes.iter();
    axes.filter_map(|axis| {
        let own = role.scope.get(&axis.id).map(|score| (score, SetBy::Role));
        let baseline = || Some((level?.scope.get(&axis.id)?, SetBy::Level));
        let (ScopeScore { score, text }, set_by) = own.or_else(baseline)?;
        Some(Scope { axis: &axis.id, axis_name: &axis.name, score: *score, text, set_by })
    })
    .collect()
}

fn duties<'a>(catalog: &'a Catalog, family: &FamilyId, role: &'a Role) -> Vec<Duty<'a>> {
    let threads = catalog.family(family).map_or(&[][..], |family| &family.threads);
    let duty = |duty: &'a crate::domain::Responsibility| {
        let thread = threads.iter().find(|thread| thread.id == duty.thread);
        let strand = thread.map(|thread| &thread.strand);
        let known = catalog.framework().strands.iter().find(|known| Some(&known.id) == strand);
        Duty {
            thread: &duty.thread,
            thread_name: thread.map_or(duty.thread.as_str(), |it| &it.name),
            strand,
            strand_name: known.map(|it| it.name.as_str()),
            text: &duty.text,
        }
    };
    role.responsibilities.iter().map(duty).collect()
}

/// The rights in the order of the framework's topics.
fn decisions<'a>(catalog: &'a Catalog, role: &'a Role) -> Vec<Say<'a>> {
    let topics = catalog.framework().topics.iter();
    topics
        .filter_map(|topic| {
            let Decision { right, reach } = *role.decisions.get(&topic.id)?;
            Some(Say { topic: &topic.id, topic_name: &topic.name, right, reach })
        })
        .collect()
}

impl<'a> Step<'a> {
    fn of(catalog: &'a Catalog, step: &'a Move) -> Self {
        let Move { to, kind, note } = step;
        let (to, title) = match to {
            Destination::Role(id) => (Some(id), catalog.rung(id).map_or(id.as_str(), |(_, rung)| &rung.title)),
            Destination::Outside(title) => (None, title.as_str()),
        };
        Self { to, title, kind: *kind, note }
    }
}

impl<'a> Asked<'a> {
    fn of(question: &'a Question) -> Self {
        let Question { id, rev, kind, form, title, minutes, probes, prompt, signals, levels, follow_ups, red_flags } =
            question;
        Self {
            id,
            rev: *rev,
            title,
            kind: *kind,
            form: *form,
            minutes: *minutes,
            probes,
            prompt,
            signals,
            levels,
            follow_ups,
            red_flags,
        }
    }
}

fn as_object<S: Serializer>(map: &UniqueMap<SafeText, SafeText>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(map.iter())
}
