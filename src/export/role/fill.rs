//! From a role of the catalog to its [`Sheet`].

use super::asked::{Asked, Rubric};
use super::sheet::{Ability, Duty, Foot, Measure, Say, Scope, SetBy, Sheet, Step};
use crate::domain::compare::Names;
use crate::domain::{
    Decision, Destination, Family, FamilyOutline, KpiTarget, Move, Responsibility, Role, ScopeScore, SkillUse, Whole,
};

impl<'a> Sheet<'a> {
    /// The sheet of a role.
    pub fn of(names: &'a impl Names, whole: Whole<'a>, rubric: Rubric) -> Self {
        let Whole { outline, side, pool } = whole;
        let (role, framework) = (side.role, names.framework());
        let department = framework.department(&outline.department);
        Self {
            title: &role.title,
            aliases: &role.aliases,
            family: &outline.id,
            family_name: &outline.name,
            department: &outline.department,
            department_name: department.map_or(outline.department.as_str(), |it| &it.name),
            level: &role.level,
            level_name: framework.level(&role.level).map_or(role.level.as_str(), |it| &it.name),
            track: role.track.as_ref(),
            rank: framework.rank(&role.level),
            origin: role.origin,
            headline: &role.headline,
            step_up: &role.step_up,
            summary: &role.summary,
            scope: scope(names, role),
            responsibilities: duties(names, side.family, role),
            skills: role.skills.iter().map(|used| Ability::of(names, used)).collect(),
            kpis: role.kpis.iter().map(|target| Measure::of(names, target)).collect(),
            decisions: decisions(names, role),
            moves: role.moves.iter().map(|step| Step::of(names, step)).collect(),
            interview: names.bank(&outline.id).and_then(|bank| bank.interview.as_ref()),
            questions: pool.questions.into_iter().map(|pooled| Asked::of(pooled, rubric)).collect(),
            ask: pool.ask,
            foot: foot(names, outline, role),
            id: side.id,
        }
    }
}

fn foot(names: &impl Names, family: &FamilyOutline, role: &Role) -> Foot {
    let here = names.framework().rank(&role.level);
    let is_below = |rank: u8| rank < here;
    let is_rung = family.rungs.iter().any(|other| is_below(names.framework().rank(&other.level)));
    if is_rung { Foot::Rung } else { Foot::Ground }
}

/// All axes: the role's own score where it has one, else its level's.
fn scope<'a>(names: &'a impl Names, role: &'a Role) -> Vec<Scope<'a>> {
    let level = names.framework().level(&role.level);
    let axes = names.framework().axes.iter();
    axes.filter_map(|axis| {
        let own = role.scope.get(&axis.id).map(|score| (score, SetBy::Role));
        let baseline = || Some((level?.scope.get(&axis.id)?, SetBy::Level));
        let (ScopeScore { score, text }, set_by) = own.or_else(baseline)?;
        Some(Scope { axis: &axis.id, axis_name: &axis.name, score: *score, text, set_by })
    })
    .collect()
}

fn duties<'a>(names: &'a impl Names, family: &'a Family, role: &'a Role) -> Vec<Duty<'a>> {
    let threads = &family.threads;
    let duty = |duty: &'a Responsibility| {
        let thread = threads.iter().find(|thread| thread.id == duty.thread);
        let strand = thread.map(|thread| &thread.strand);
        let known = names.framework().strands.iter().find(|known| Some(&known.id) == strand);
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
fn decisions<'a>(names: &'a impl Names, role: &'a Role) -> Vec<Say<'a>> {
    let topics = names.framework().topics.iter();
    topics
        .filter_map(|topic| {
            let Decision { right, reach } = *role.decisions.get(&topic.id)?;
            Some(Say { topic: &topic.id, topic_name: &topic.name, right, reach })
        })
        .collect()
}

impl<'a> Ability<'a> {
    fn of(names: &'a impl Names, used: &'a SkillUse) -> Self {
        let SkillUse { skill, proficiency, weight, in_use } = used;
        Self {
            skill,
            skill_name: names.skill_name(skill).map_or(skill.as_str(), |name| name.as_str()),
            proficiency: *proficiency,
            proficiency_name: proficiency.word(),
            weight: *weight,
            in_use,
        }
    }
}

impl<'a> Measure<'a> {
    fn of(names: &'a impl Names, target: &'a KpiTarget) -> Self {
        let KpiTarget { kpi, target, stake } = target;
        let known = names.kpi(kpi);
        Self {
            kpi,
            kpi_name: known.map_or(kpi.as_str(), |it| &it.name),
            measures: known.map(|it| &it.measures),
            unit: known.map(|it| &it.unit),
            direction: known.map(|it| it.direction),
            target,
            stake: *stake,
        }
    }
}

impl<'a> Step<'a> {
    fn of(names: &'a impl Names, step: &'a Move) -> Self {
        let Move { to, kind, note } = step;
        let (to, title) = match to {
            Destination::Role(id) => (Some(id), names.title(id).map_or(id.as_str(), |title| title.as_str())),
            Destination::Outside(title) => (None, title.as_str()),
        };
        Self { to, title, kind: *kind, note }
    }
}
