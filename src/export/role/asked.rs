//! A question as a role is asked it, with or without how an answer is judged.

use serde::Serialize;

use crate::domain::pool::{Lines, Pooled, Source};
use crate::domain::{FollowUp, QuestionForm, QuestionKind, RedFlag, Signal, WholeQuestionId};
use crate::text::SafeText;

/// A question of the role's own or of its family's bank.
#[derive(Debug, Serialize)]
pub(crate) struct Asked<'a> {
    pub(crate) id: WholeQuestionId,
    pub(crate) source: Source,
    rev: u32,
    pub(crate) title: &'a SafeText,
    pub(crate) kind: QuestionKind,
    form: QuestionForm,
    pub(crate) minutes: u8,
    probes: &'a [SafeText],
    pub(crate) prompt: &'a SafeText,
    /// Null unless it was asked for: who has read it cannot practise the question any more.
    pub(crate) rubric: Option<Judged<'a>>,
}

/// How an answer is judged.
#[derive(Debug, Serialize)]
pub(crate) struct Judged<'a> {
    pub(crate) signals: &'a [Signal],
    /// One rung below this one, on it, and one above; null where the scale ends.
    pub(crate) levels: Beside<'a>,
    pub(crate) follow_ups: &'a [FollowUp],
    pub(crate) red_flags: &'a [RedFlag],
}

/// The lines of the rungs around the role's.
#[derive(Debug, Serialize)]
pub(crate) struct Beside<'a> {
    pub(crate) below: Option<&'a SafeText>,
    pub(crate) at: Option<&'a SafeText>,
    pub(crate) above: Option<&'a SafeText>,
}

/// Whether a sheet says how answers are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rubric {
    /// It does not.
    Hidden,
    /// It does.
    Shown,
}

impl<'a> Asked<'a> {
    /// The question `pooled`.
    pub(crate) fn of(pooled: Pooled<'a>, rubric: Rubric) -> Self {
        let Pooled { id, source, question, lines: Lines { below, at, above } } = pooled;
        let levels = Beside {
            below: below.map(|line| line.text),
            at: at.map(|line| line.text),
            above: above.map(|line| line.text),
        };
        let judged = Judged {
            signals: &question.signals,
            levels,
            follow_ups: &question.follow_ups,
            red_flags: &question.red_flags,
        };
        Self {
            id,
            source,
            rev: question.rev,
            title: &question.title,
            kind: question.kind,
            form: question.form,
            minutes: question.minutes,
            probes: &question.probes,
            prompt: &question.prompt,
            rubric: (rubric == Rubric::Shown).then_some(judged),
        }
    }
}
