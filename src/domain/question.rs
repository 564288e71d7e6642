//! Interview questions: what is asked, what a listener ticks, and how one answer is judged on different levels.

use serde::{Deserialize, Serialize};

use super::id::{QuestionId, SignalId};
use super::unique::UniqueMap;
use crate::text::SafeText;

/// A question a role or a family's bank asks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Question {
    /// Its id, unique within its role or bank, given by hand and never used again.
    pub id: QuestionId,
    /// Counts up when the musts among its signals change.
    pub rev: u32,
    /// What kind of question it is.
    pub kind: QuestionKind,
    /// Whether it asks for a case or for the past.
    pub form: QuestionForm,
    /// A few words to find it by.
    pub title: SafeText,
    /// The time box, in minutes.
    pub minutes: u8,
    /// What it probes: `skill:<id>`, `thread:<id>` or `kpi:<id>`.
    pub probes: Vec<SafeText>,
    /// What is asked.
    pub prompt: SafeText,
    /// What a listener ticks.
    pub signals: Vec<Signal>,
    /// How an answer is judged: `below`, `at` and `above` for a role's question, level ids for a bank's.
    pub levels: UniqueMap<SafeText, SafeText>,
    /// What is asked next.
    pub follow_ups: Vec<FollowUp>,
    /// What should worry a listener.
    pub red_flags: Vec<RedFlag>,
}

/// What kind of question it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// Knowledge at work.
    Technical,
    /// A system to lay out.
    SystemDesign,
    /// A case to decide.
    Situational,
    /// Something the candidate did.
    Behavioural,
    /// Direction and people.
    Leadership,
    /// A conversation with a customer.
    Customer,
}

/// Whether a question asks for a case or for the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionForm {
    /// "You are…"
    Hypothetical,
    /// "Tell me about a time…"
    Past,
}

/// Something a listener can tick.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Signal {
    /// Its id within the question.
    pub id: SignalId,
    /// How much it is needed.
    pub need: Need,
    /// What was said or done.
    pub text: SafeText,
}

/// How much a signal is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// An answer without it fails.
    Must,
    /// An answer at this level has it.
    Should,
    /// An answer above this level has it.
    Stretch,
}

/// What is asked next, and what to listen for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct FollowUp {
    /// The question.
    pub ask: SafeText,
    /// What a good answer holds.
    pub listen_for: SafeText,
}

/// Something said that should worry a listener.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct RedFlag {
    /// What is said.
    pub text: SafeText,
    /// Whether it ends the matter.
    #[serde(default)]
    pub fatal: bool,
}
