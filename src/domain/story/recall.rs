//! Recalling stories: a question's title, a few seconds, and the story that answers it. No memory is moved by it.

use super::Story;
use crate::domain::pool::{Pool, Pooled};
use crate::domain::practice::StudyDay;
use crate::domain::{QuestionForm, WholeQuestionId};

/// The fewest stories with which it is recalling, and not guessing.
pub const FEWEST: usize = 8;
/// Seconds for the story to come to mind.
pub const RECALL_SECONDS: u32 = 10;

/// How many of `stories` can be recalled: those that are still told.
pub fn tellable(stories: &[Story]) -> usize {
    stories.iter().filter(|story| !story.retired).count()
}

/// The questions of `pool` that a story can answer: first those about something that was done, then cases. Each day in
/// another order, so that it is not the order that is learnt.
pub fn recalled(pool: &Pool<'_>, day: StudyDay) -> Vec<WholeQuestionId> {
    let place = |form: QuestionForm| [QuestionForm::Past, QuestionForm::Hypothetical].iter().position(|it| *it == form);
    let shuffled = |pooled: &Pooled<'_>| crc32fast::hash(format!("{day} {}", pooled.id).as_bytes());
    let answered = pool.questions.iter().filter_map(|pooled| Some((place(pooled.question.form)?, pooled)));
    let mut answered: Vec<_> = answered.collect();
    answered.sort_by_key(|(place, pooled)| (*place, shuffled(pooled)));
    answered.into_iter().map(|(_, pooled)| pooled.id.clone()).collect()
}
