//! [`nearest`]: the roles most like one, by the skills they share.
//!
//! **The measure.** A skill counts in a role with its proficiency (1 to 5) times the [`factor`](super::Weight::factor) of its
//! weight, and with 0 where the role does not ask for it. Two roles are as alike as the sum over all skills of the lesser
//! of both counts is of the sum of the greater: nothing shared is 0, the same list is 100 percent. It is the same from
//! either side. Whole percents, rounded down, and at least 1 where anything is shared: with a dozen skills a role, less
//! than one percent says nothing. Of those equally alike the one that shares more skills comes first, then the one on the
//! nearer level, then the order of the catalog.

use std::cmp::Reverse;

use super::beyond::Beyond;
use super::compare::Side;
use super::framework::Framework;
use super::id::SkillId;
use super::role::{Proficiency, Role, SkillUse};

/// How many near roles are worth a look.
pub const NEAREST: usize = 20;

/// A role that is like another.
#[derive(Debug, Clone)]
pub struct Near<'a> {
    /// The role.
    pub side: Side<'a>,
    /// How alike the two are, 1 to 100 percent.
    pub likeness: u8,
    /// The skills of both, the one that counts most in both first.
    pub shared: Vec<SharedSkill<'a>>,
    /// What the role would add.
    pub adds: Beyond<'a>,
}

/// A skill that two roles ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedSkill<'a> {
    /// Which skill.
    pub skill: &'a SkillId,
    /// How well the one asks for it.
    pub here: Proficiency,
    /// How well the near role asks for it.
    pub there: Proficiency,
}

/// The roles of `all` most like `role`, at most `most` of them; itself and those that share no skill with it are none.
pub fn nearest<'a>(framework: &Framework, role: &Side<'a>, all: &[Side<'a>], most: usize) -> Vec<Near<'a>> {
    let rank = framework.rank(&role.role.level);
    let others = all.iter().filter(|other| other.id != role.id);
    let mut alike: Vec<(&Side<'a>, Likeness, u8)> = others
        .filter_map(|other| {
            let apart = framework.rank(&other.role.level).abs_diff(rank);
            Some((other, likeness(role.role, other.role)?, apart))
        })
        .collect();
    alike.sort_by_key(|(_, like, apart)| (Reverse(like.percent), Reverse(like.shared), *apart));
    alike.truncate(most);
    let near = |(other, like, _): (&Side<'a>, Likeness, u8)| Near {
        side: other.clone(),
        likeness: like.percent,
        shared: shared(role.role, other.role),
        adds: Beyond::of(role.role, other.role),
    };
    alike.into_iter().map(near).collect()
}

/// How alike two roles are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Likeness {
    /// 1 to 100 percent.
    pub percent: u8,
    /// How many skills both ask for.
    pub shared: usize,
}

/// How alike two roles are; `None` where they share no skill.
pub(super) fn likeness(one: &Role, other: &Role) -> Option<Likeness> {
    let (mut shared, mut least) = (0, 0);
    for (here, there) in pairs(one, other) {
        shared += 1;
        least += count(here).min(count(there));
    }
    let all = |role: &Role| role.skills.iter().map(count).sum::<u32>();
    // The lesser and the greater of two counts come to both counts together.
    let greatest = (all(one) + all(other)).saturating_sub(least);
    let percent = u8::try_from((100 * least).checked_div(greatest)?.clamp(1, 100)).ok()?;
    (shared > 0).then_some(Likeness { percent, shared })
}

fn shared<'a>(one: &'a Role, other: &'a Role) -> Vec<SharedSkill<'a>> {
    let mut shared: Vec<_> = pairs(one, other).collect();
    shared.sort_by_key(|(here, there)| Reverse(count(here).min(count(there))));
    let skill = |(here, there): (&'a SkillUse, &'a SkillUse)| SharedSkill {
        skill: &here.skill,
        here: here.proficiency,
        there: there.proficiency,
    };
    shared.into_iter().map(skill).collect()
}

fn pairs<'a>(one: &'a Role, other: &'a Role) -> impl Iterator<Item = (&'a SkillUse, &'a SkillUse)> {
    one.skills.iter().filter_map(|here| Some((here, other.skills.iter().find(|there| there.skill == here.skill)?)))
}

fn count(used: &SkillUse) -> u32 {
    // A skill that is asked for without saying how well is asked for all the same.
    u32::from(used.proficiency.value().max(1)) * used.weight.factor()
}
