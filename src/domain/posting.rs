//! [`Posting`]: a job description somebody pasted, and the roles it is nearest to. Plain matching of whole words, so that
//! each answer can say why: by titles, by skills and their other names, and by the words in which a role's own family
//! differs from the others. No guess, no network.
//!
//! ```text
//! text ── passed_over ──> what speaks of the job ── Vocabulary::read ──> Posting
//!         benefits, equal opportunity                                      ├─ levels it names
//!                                                                          ├─ skills it names, each with the words for it
//!                                                                          └─ Near: a role of each family, nearest first
//! ```

mod job;
mod level;
mod score;
mod vocabulary;
mod word;

use super::family::FamilyOutline;
use super::framework::Level;
use super::id::{RoleId, SkillId};
use super::pool::{Pool, Pooled};
use super::question::Probe;
use crate::text::SafeText;
pub use vocabulary::Vocabulary;

/// What a job description comes to.
#[derive(Debug, Clone)]
pub struct Posting<'a> {
    /// The levels it names, each with the words for it, in the order of the text.
    pub levels: Vec<NamedLevel<'a>>,
    /// The skills it names, in the order of the dictionary.
    pub skills: Vec<NamedSkill<'a>>,
    /// One role of each family that is near, the nearest first.
    pub near: Vec<Near<'a>>,
    /// How many sentences were passed over: benefits, equal opportunity, how to apply.
    pub passed_over: usize,
}

/// A level that is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NamedLevel<'a> {
    /// Which.
    pub level: &'a Level,
    /// The words for it.
    pub words: &'a SafeText,
}

/// A skill that is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSkill<'a> {
    /// Which.
    pub id: &'a SkillId,
    /// What it is called.
    pub name: &'a SafeText,
    /// The words for it.
    pub words: Vec<&'a SafeText>,
}

/// A role that a job description is near to.
#[derive(Debug, Clone)]
pub struct Near<'a> {
    /// Its family.
    pub family: &'a FamilyOutline,
    /// Its id.
    pub role: RoleId,
    /// What it is called.
    pub title: &'a SafeText,
    /// Its level.
    pub level: Option<&'a Level>,
    /// Its titles and those of its family that are named.
    pub titles: Vec<&'a SafeText>,
    /// Its skills that are named, what weighs most first.
    pub skills: Vec<&'a SafeText>,
    /// Words that few other families use, the rarest first.
    pub words: Vec<String>,
}

impl Posting<'_> {
    /// The questions of `pool` to practise for it: those first that probe most of the skills it names, else in the order of
    /// the pool.
    pub fn practise<'p, 'q>(&self, pool: &'p Pool<'q>) -> Vec<&'p Pooled<'q>> {
        let is_named = |probe: &SafeText| match Probe::of(probe) {
            Some(Probe::Skill(id)) => self.skills.iter().any(|skill| skill.id.as_str() == id),
            _ => false,
        };
        let mut questions: Vec<&Pooled<'q>> = pool.questions.iter().collect();
        let named = |pooled: &Pooled<'_>| pooled.question.probes.iter().filter(|probe| is_named(probe)).count();
        questions.sort_by_key(|pooled| std::cmp::Reverse(named(pooled)));
        questions
    }
}
