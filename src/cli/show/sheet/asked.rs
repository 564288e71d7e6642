//! A question as a role is asked it, with or without how an answer is judged.

use serde::Serialize;

use crate::domain::pool::{Lines, Pooled, Source};
use crate::domain::{FollowUp, QuestionForm, QuestionKind, RedFlag, Signal, WholeQuestionId};
use crate::text::SafeText;

/// A question of the role's own or of its family's bank.
#[derive(Debug, Serialize)]
pub(in crate::cli::show) struct Asked<'a> {
    pub(in crate::cli::show) id: WholeQuestionId,
    pub(in crate::cli::show) source: Source,
    rev: u32,
    pub(in crate::cli::show) title: &'a SafeText,
    pub(in crate::cli::show) kind: QuestionKind,
    form: QuestionForm,
    pub(in crate::cli::show) minutes: u8,
    probes: &'a [SafeText],
    pub(in crate::cli::show) prompt: &'a SafeText,
    /// Null unless it was asked for: who has read it cannot practise the question any more.
    pub(in crate::cli::show) rubric: Option<Judged<'a>>,
}

/// How an answer is judged.
#[derive(Debug, Serialize)]
pub(in crate::cli::show) struct Judged<'a> {
    pub(in crate::cli::show) signals: &'a [Signal],
    /// One rung below this one, on it, and one above; null where the scale ends.
    pub(in crate::cli::show) levels: Beside<'a>,
    pub(in crate::cli::show) follow_ups: &'a [FollowUp],
    pub(in crate::cli::show) red_flags: &'a [RedFlag],
}

/// The lines of the rungs around the role's.
#[derive(Debug, Serialize)]
pub(in crate::cli::show) struct Beside<'a> {
    pub(in crate::cli::show) below: Option<&'a SafeText>,
    pub(in crate::cli::show) at: Option<&'a SafeText>,
    pub(in crate::cli::show) above: Option<&'a SafeText>,
}

/// Whether a sheet says how answers are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli::show) enum Rubric {
    Hidden,
    Shown,
}

impl<'a> Asked<'a> {
    /// The question `pooled`.
    pub(super) fn of(pooled: Pooled<'a>, rubric: Rubric) -> Self {
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
