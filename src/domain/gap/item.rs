//! [`Item`]: what can be rated and shown by evidence, with an id that holds over roles and versions of a catalog.

use std::fmt;

use serde::Serialize;

use crate::domain::id::{RoleId, SkillId, ThreadId, TopicId};

/// What can be rated.
///
/// A skill is somebody's own, whatever role asks for it. What an area of work or a decision comes to differs from rung to
/// rung, so each role has its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Item {
    /// A skill.
    Skill {
        /// Which.
        skill: SkillId,
    },
    /// An area of work, as one role has it.
    Thread {
        /// Which role.
        role: RoleId,
        /// Which area.
        thread: ThreadId,
    },
    /// A decision, as one role has it.
    Decision {
        /// Which role.
        role: RoleId,
        /// About what.
        topic: TopicId,
    },
}

/// What kind of thing is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A skill.
    Skill,
    /// An area of work.
    Thread,
    /// A decision.
    Decision,
}

impl Kind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Skill, Self::Thread, Self::Decision];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Skill => "skill",
            Self::Thread => "thread",
            Self::Decision => "decision",
        }
    }
}

impl Item {
    /// What kind of thing it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Skill { .. } => Kind::Skill,
            Self::Thread { .. } => Kind::Thread,
            Self::Decision { .. } => Kind::Decision,
        }
    }

    /// Its id within its kind.
    pub fn id(&self) -> &str {
        match self {
            Self::Skill { skill } => skill.as_str(),
            Self::Thread { thread, .. } => thread.as_str(),
            Self::Decision { topic, .. } => topic.as_str(),
        }
    }
}

/// Its kind and its id, which no other item of a role has: `skill:idempotency`.
impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind().word(), self.id())
    }
}
