//! [`drill`]: signals that were missed in the last two answers, one at a time, ninety seconds each. It moves no memory.

use super::history::History;
use crate::domain::WholeQuestionId;
use crate::domain::question::{Need, Question, Signal};

/// Seconds for one signal.
pub const DRILL_SECONDS: u32 = 90;

/// One signal to say out loud.
#[derive(Debug, Clone, Copy)]
pub struct Prompt<'a> {
    /// Whose question it is.
    pub id: &'a WholeQuestionId,
    /// The question.
    pub question: &'a Question,
    /// What was missed.
    pub signal: &'a Signal,
}

/// What was missed in the last two answers to each of the questions: musts before shoulds, then in the given order.
pub fn drill<'a>(
    questions: impl IntoIterator<Item = (&'a WholeQuestionId, &'a Question, &'a History)>,
) -> Vec<Prompt<'a>> {
    let mut prompts: Vec<Prompt<'a>> = Vec::new();
    for (id, question, history) in questions {
        let missed = history.missed(question);
        let signals = missed.filter_map(|missed| question.signals.iter().find(|signal| signal.id == *missed));
        prompts.extend(signals.map(|signal| Prompt { id, question, signal }));
    }
    prompts.sort_by_key(|prompt| prompt.signal.need != Need::Must);
    prompts
}
