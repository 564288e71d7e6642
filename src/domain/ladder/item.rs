//! [`Item`]: what can be followed through the rungs of a family.

use super::grid::Grid;
use crate::domain::compare::{Names, Part, Side};
use crate::domain::{AxisId, KpiId, SkillId, ThreadId, TopicId};
use crate::text::SafeText;

/// What can be followed through the rungs of a family.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Item {
    /// A score of scope.
    Axis(AxisId),
    /// What is done in a thread.
    Thread(ThreadId),
    /// A skill.
    Skill(SkillId),
    /// A KPI.
    Kpi(KpiId),
    /// A decision right.
    Topic(TopicId),
}

impl Item {
    /// Its id.
    pub fn key(&self) -> &str {
        match self {
            Self::Axis(id) => id.as_str(),
            Self::Thread(id) => id.as_str(),
            Self::Skill(id) => id.as_str(),
            Self::Kpi(id) => id.as_str(),
            Self::Topic(id) => id.as_str(),
        }
    }

    /// What of a role it belongs to.
    pub fn part(&self) -> Part {
        match self {
            Self::Axis(_) => Part::Scope,
            Self::Thread(_) => Part::Responsibilities,
            Self::Skill(_) => Part::Skills,
            Self::Kpi(_) => Part::Kpis,
            Self::Topic(_) => Part::Decisions,
        }
    }

    /// The word for its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Axis(_) => "axis",
            Self::Thread(_) => "thread",
            Self::Skill(_) => "skill",
            Self::Kpi(_) => "kpi",
            Self::Topic(_) => "decision",
        }
    }

    /// What it is called, whether or not a rung has it.
    pub fn name(&self, names: &impl Names, rungs: &[Side<'_>]) -> SafeText {
        let framework = names.framework();
        let name = match self {
            Self::Axis(id) => framework.axes.iter().find(|axis| axis.id == *id).map(|axis| &axis.name),
            Self::Thread(id) => {
                let mut threads = rungs.iter().flat_map(|rung| &rung.family.threads);
                threads.find(|thread| thread.id == *id).map(|thread| &thread.name)
            }
            Self::Skill(id) => names.skill_name(id),
            Self::Kpi(id) => names.kpi_name(id),
            Self::Topic(id) => framework.topics.iter().find(|topic| topic.id == *id).map(|topic| &topic.name),
        };
        name.cloned().unwrap_or_else(|| SafeText::line(self.key()))
    }
}

/// Everything that any of `rungs` has, in the order in which a role is read; skills as the grid has them.
pub fn items(names: &impl Names, rungs: &[Side<'_>]) -> Vec<Item> {
    let framework = names.framework();
    let roles = || rungs.iter().map(|rung| rung.role);
    let mut items = Vec::new();
    let scored = |id: &AxisId| rungs.iter().any(|rung| framework.scope(rung.role).any(|(axis, _)| axis.id == *id));
    items.extend(framework.axes.iter().filter(|axis| scored(&axis.id)).map(|axis| Item::Axis(axis.id.clone())));
    let worked = |id: &ThreadId| roles().any(|role| role.responsibilities.iter().any(|duty| duty.thread == *id));
    let threads = rungs.first().map_or(&[][..], |rung| &rung.family.threads);
    items.extend(threads.iter().filter(|it| worked(&it.id)).map(|thread| Item::Thread(thread.id.clone())));
    items.extend(Grid::of(names, rungs).rows.into_iter().map(|row| Item::Skill(row.skill)));
    for target in roles().flat_map(|role| &role.kpis) {
        let kpi = Item::Kpi(target.kpi.clone());
        if !items.contains(&kpi) {
            items.push(kpi);
        }
    }
    let decided = |id: &TopicId| roles().any(|role| role.decisions.get(id).is_some());
    items.extend(framework.topics.iter().filter(|it| decided(&it.id)).map(|topic| Item::Topic(topic.id.clone())));
    items
}
