//! What a career ladder is: families, levels, roles, skills, KPIs and decision rights, in the field's own words.
//!
//! No files, no clock, no screen: everything here is a value, and [`crate::text::SafeText`] is all it knows of the
//! rest of the program.

mod beyond;
pub mod compare;
mod decision;
pub mod diff;
mod family;
mod framework;
pub mod gap;
mod id;
mod interview;
pub mod ladder;
mod later;
pub mod near;
pub mod paths;
pub mod pool;
pub mod posting;
pub mod practice;
mod question;
mod question_id;
mod role;
pub mod story;
mod terms;
mod unique;
mod whole;

pub use beyond::{Beyond, MoreSay, MoreSkill};
pub use decision::{Decision, Reach, Right};
pub use family::{Entry, Family, FamilyOutline, Outline, Passage, Rung, Thread};
pub use framework::{Axis, Department, Framework, Level, Strand, Topic};
pub use id::{
    AxisId, DepartmentId, FamilyId, IdError, KpiId, LevelId, QuestionId, RoleId, SignalId, SkillId, Slug, StrandId,
    ThreadId, TopicId,
};
pub use interview::{Bank, Interview, Mix, RoleQuestions, Round};
pub use later::Later;
pub use question::{FollowUp, Need, Probe, Question, QuestionForm, QuestionKind, RedFlag, Signal};
pub use question_id::{QuestionIdError, WholeQuestionId};
pub use role::{
    Destination, KpiTarget, Move, MoveKind, Origin, Proficiency, Responsibility, Role, ScopeScore, SkillUse, Stake,
    Weight,
};
pub use terms::{Direction, Kpi, Skill, SkillKind, Terms};
pub use unique::UniqueMap;
pub use whole::Whole;
