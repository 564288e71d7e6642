//! [`Beyond`]: what one role asks beyond another, skill by skill and decision by decision, and one figure for it.

use std::cmp::Reverse;

use super::compare::{Trend, Value};
use super::decision::{Decision, Right};
use super::id::{SkillId, TopicId};
use super::role::{Proficiency, Role, Weight};

/// What one role asks beyond another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beyond<'a> {
    /// Skills that are new or raised, the one that adds most first.
    pub skills: Vec<MoreSkill<'a>>,
    /// Decisions with a say that is new or more, in the order of the role.
    pub decisions: Vec<MoreSay<'a>>,
}

/// A skill that is asked for beyond what is had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreSkill<'a> {
    /// Which skill.
    pub skill: &'a SkillId,
    /// How well it is had; `None` where it is new.
    pub held: Option<Proficiency>,
    /// How well it is asked for, always better than it is had.
    pub asked: Proficiency,
    /// How much it weighs where it is asked for.
    pub weight: Weight,
}

/// A decision with a say that is new or more: a right or a reach that rises while the other does not fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreSay<'a> {
    /// The kind of decision.
    pub topic: &'a TopicId,
    /// The say there was; `None` where there was none.
    pub before: Option<Decision>,
    /// The say there is.
    pub here: Decision,
}

impl<'a> Beyond<'a> {
    /// What `to` asks beyond `from`.
    pub fn of(from: &Role, to: &'a Role) -> Self {
        let mut skills: Vec<MoreSkill<'a>> = more_skills(from, to).collect();
        skills.sort_by_key(|skill| Reverse(skill.points()));
        let decisions = to.decisions.iter().filter_map(|(topic, here)| {
            let before = from.decisions.get(topic).copied().filter(|before| before.right != Right::None);
            let more = match before {
                None => here.right != Right::None,
                Some(before) => Value::Decision(*here).trend(&Value::Decision(before)) == Trend::Up,
            };
            more.then_some(MoreSay { topic, before, here: *here })
        });
        Self { skills, decisions: decisions.collect() }
    }

    /// The gap in one figure: the sum of [`MoreSkill::points`].
    pub fn points(&self) -> u32 {
        self.skills.iter().map(MoreSkill::points).sum()
    }
}

/// [`Beyond::points`] without the rest.
pub(super) fn points(from: &Role, to: &Role) -> u32 {
    more_skills(from, to).map(|skill| skill.points()).sum()
}

fn more_skills<'a>(from: &Role, to: &'a Role) -> impl Iterator<Item = MoreSkill<'a>> {
    to.skills.iter().filter_map(|used| {
        let held = from.skills.iter().find(|known| known.skill == used.skill).map(|known| known.proficiency);
        let more = MoreSkill { skill: &used.skill, held, asked: used.proficiency, weight: used.weight };
        held.is_none_or(|held| held < used.proficiency).then_some(more)
    })
}

impl MoreSkill<'_> {
    /// What it adds to the gap: the steps of proficiency from what is had (0 where it is new) to what is asked, times
    /// the [`factor`](Weight::factor) of its weight where it is asked for.
    pub fn points(&self) -> u32 {
        let held = self.held.map_or(0, Proficiency::value);
        u32::from(self.asked.value().saturating_sub(held)) * self.weight.factor()
    }
}
