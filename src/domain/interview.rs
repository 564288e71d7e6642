//! What an interview consists of: for a family its rounds and its bank of questions, for a role its own questions and
//! what is worth asking back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::question::{Question, QuestionKind};
use crate::text::SafeText;

/// How a family interviews.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Interview {
    /// Which kinds of question a role of the family is asked.
    pub mix: Mix,
    /// The conversations an interview usually has, in their order.
    pub rounds: Vec<Round>,
}

/// One conversation of an interview.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Round {
    /// What it is called.
    pub name: SafeText,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What it looks at, and how it is run.
    pub about: SafeText,
}

/// Which kinds the five questions of a role have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mix {
    /// For those who build and run systems.
    Engineering,
    /// For those who work with customers.
    Customer,
    /// For those who work with policies and controls.
    Governance,
}

impl Mix {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Engineering => "engineering",
            Self::Customer => "customer",
            Self::Governance => "governance",
        }
    }

    /// The kinds of the five questions, one set for each question: it is of one kind of its set.
    pub fn kinds(self) -> [&'static [QuestionKind]; 5] {
        use QuestionKind::{Behavioural, Customer, Leadership, Situational, SystemDesign, Technical};
        match self {
            Self::Engineering => [&[Technical], &[SystemDesign], &[Situational], &[Behavioural], &[Leadership]],
            Self::Customer => [&[Customer], &[Customer], &[Technical], &[Situational], &[Behavioural]],
            Self::Governance => [&[Situational], &[Situational], &[Technical], &[Behavioural], &[Customer, Leadership]],
        }
    }
}

/// What every role of a family is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Bank {
    /// How the family interviews, where it says so.
    #[serde(default)]
    pub interview: Option<Interview>,
    /// The questions, whose lines are keyed by level.
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// What one role is asked, and what it is worth asking back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct RoleQuestions {
    /// Questions to ask the interviewer: their answers tell whether to take the job.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<SafeText>,
    /// The role's own questions, whose lines are keyed `below`, `at` and `above`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}
