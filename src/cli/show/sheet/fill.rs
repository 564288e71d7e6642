//! From a role of the catalog to its [`Sheet`].

use super::{Ability, Asked, Duty, Foot, Measure, Rubric, Say, Scope, SetBy, Sheet, Step};
use crate::catalog::Catalog;
use crate::domain::{
    Decision, Destination, FamilyId, FamilyOutline, Kpi, KpiTarget, Move, Responsibility, Role, RoleId, Rung,
    ScopeScore, SkillUse,
};

impl<'a> Sheet<'a> {
    /// The sheet of the role `id`, where the catalog holds it.
    pub(in crate::cli::show) fn of(catalog: &'a Catalog, id: &RoleId, rubric: Rubric) -> Option<Self> {
        let (family, rung) = catalog.rung(id)?;
        let role = catalog.role(id)?;
        let pool = catalog.pool(id)?;
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
            skills: role.skills.iter().map(|used| Ability::of(catalog, used)).collect(),
            kpis: role.kpis.iter().map(|target| Measure::of(catalog, target)).collect(),
            decisions: decisions(catalog, role),
            moves: role.moves.iter().map(|step| Step::of(catalog, step)).collect(),
            interview: catalog.bank(&family.id).and_then(|bank| bank.interview.as_ref()),
            questions: pool.questions.into_iter().map(|pooled| Asked::of(pooled, rubric)).collect(),
            ask: pool.ask,
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
    let duty = |duty: &'a Responsibility| {
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

impl<'a> Ability<'a> {
    fn of(catalog: &'a Catalog, used: &'a SkillUse) -> Self {
        let SkillUse { skill, proficiency, weight, in_use } = used;
        Self {
            skill,
            skill_name: catalog.skill(skill).map_or(skill.as_str(), |it| &it.name),
            proficiency: *proficiency,
            proficiency_name: proficiency.word(),
            weight: *weight,
            in_use,
        }
    }
}

impl<'a> Measure<'a> {
    fn of(catalog: &'a Catalog, target: &'a KpiTarget) -> Self {
        let KpiTarget { kpi, target, stake } = target;
        let known: Option<&Kpi> = catalog.kpi(kpi);
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
    fn of(catalog: &'a Catalog, step: &'a Move) -> Self {
        let Move { to, kind, note } = step;
        let (to, title) = match to {
            Destination::Role(id) => (Some(id), catalog.rung(id).map_or(id.as_str(), |(_, rung)| &rung.title)),
            Destination::Outside(title) => (None, title.as_str()),
        };
        Self { to, title, kind: *kind, note }
    }
}
