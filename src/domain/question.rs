//! Interview questions: what is asked, what a listener ticks, and how one answer is judged on different levels.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{QuestionId, SignalId};
use super::unique::UniqueMap;
use crate::text::SafeText;

/// A question a role or a family's bank asks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Question {
    /// Its id, unique within its role or bank, given by hand and never used again.
    pub id: QuestionId,
    /// Counts up when the musts among its signals change.
    pub rev: u32,
    /// What kind of question it is.
    pub kind: QuestionKind,
    /// How it is answered.
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

impl Question {
    /// The line that says how an answer is judged under `key`.
    pub fn line(&self, key: &str) -> Option<&SafeText> {
        self.levels.iter().find_map(|(known, line)| (*known == key).then_some(line))
    }
}

/// What kind of question it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
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

impl QuestionKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::SystemDesign => "system design",
            Self::Situational => "situational",
            Self::Behavioural => "behavioural",
            Self::Leadership => "leadership",
            Self::Customer => "customer",
        }
    }

    /// The forms that a question of this kind can have.
    pub fn forms(self) -> &'static [QuestionForm] {
        match self {
            Self::Technical => &[QuestionForm::Explain, QuestionForm::Hypothetical],
            Self::SystemDesign => &[QuestionForm::Design],
            Self::Situational => &[QuestionForm::Hypothetical],
            Self::Behavioural => &[QuestionForm::Past],
            Self::Leadership | Self::Customer => {
                &[QuestionForm::Past, QuestionForm::Hypothetical, QuestionForm::Explain]
            }
        }
    }
}

/// How a question is answered: it decides what a candidate is reminded of and what a listener expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionForm {
    /// "You are...": a case with facts and a clock, to be decided.
    Hypothetical,
    /// "Tell me about...": something the candidate did.
    Past,
    /// "Walk me through...": how something works.
    Explain,
    /// "Design...": something to lay out.
    Design,
}

impl QuestionForm {
    /// The word for it, as it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hypothetical => "hypothetical",
            Self::Past => "past",
            Self::Explain => "explain",
            Self::Design => "design",
        }
    }
}

/// What a question probes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Probe<'a> {
    /// A skill, by its id.
    Skill(&'a str),
    /// A piece of work of the family, by its id.
    Thread(&'a str),
    /// A KPI, by its id.
    Kpi(&'a str),
}

impl<'a> Probe<'a> {
    /// What `written` names; `None` when it is none of `skill:<id>`, `thread:<id>` and `kpi:<id>`.
    pub fn of(written: &'a str) -> Option<Self> {
        match written.split_once(':')? {
            ("skill", id) => Some(Self::Skill(id)),
            ("thread", id) => Some(Self::Thread(id)),
            ("kpi", id) => Some(Self::Kpi(id)),
            _ => None,
        }
    }
}

impl fmt::Display for Probe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Skill(id) => write!(f, "skill:{id}"),
            Self::Thread(id) => write!(f, "thread:{id}"),
            Self::Kpi(id) => write!(f, "kpi:{id}"),
        }
    }
}

/// Something a listener can tick.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Signal {
    /// Its id within the question.
    pub id: SignalId,
    /// How much it is needed.
    pub need: Need,
    /// What was said or done.
    pub text: SafeText,
}

/// How much a signal is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// An answer without it fails.
    Must,
    /// An answer at this level has it.
    Should,
    /// An answer above this level has it.
    Stretch,
}

impl Need {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::Stretch => "stretch",
        }
    }
}

/// What is asked next, and what to listen for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct FollowUp {
    /// The question.
    pub ask: SafeText,
    /// What a good answer holds.
    pub listen_for: SafeText,
}

/// Something said that should worry a listener.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct RedFlag {
    /// What is said.
    pub text: SafeText,
    /// Whether it ends the matter.
    #[serde(default)]
    pub fatal: bool,
}
