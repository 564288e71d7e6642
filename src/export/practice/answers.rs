//! Answers as a document: question by question, each answer with its day, its verdict and its words.

use jiff::Timestamp;

use super::{Notes, clock};
use crate::domain::compare::Column;
use crate::domain::pool::Pooled;
use crate::domain::practice::{Prediction, Review};
use crate::export::markdown::{Blocks, escaped};
use crate::text::SafeText;

/// A question with its answers.
#[derive(Debug, Clone)]
pub struct Answered<'a> {
    /// The question.
    pub pooled: &'a Pooled<'a>,
    /// Its answers, the earliest first.
    pub answers: Vec<Answer<'a>>,
    /// What somebody noted about the question for themselves.
    pub notes: Vec<SafeText>,
}

/// An answer with its words.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// When it was given.
    pub at: Timestamp,
    /// How it did.
    pub review: &'a Review,
    /// What was written, or said in a line; `None` where no file holds it any more.
    pub text: Option<SafeText>,
}

/// The answers to the questions of `role`.
pub fn answers(role: &Column, answered: &[Answered<'_>], notes: Notes) -> String {
    let mut blocks = Blocks::default();
    blocks.heading(1, &format!("Answers: {}", role.title));
    for Answered { pooled, answers, notes: own } in answered {
        let question = pooled.question;
        blocks.heading(2, &question.title);
        blocks.markdown(format!("`{}`: {}, {} minutes", pooled.id, question.kind.word(), question.minutes));
        blocks.quoted(&question.prompt);
        for answer in answers {
            one(answer, pooled, &mut blocks);
        }
        if notes == Notes::Shared {
            blocks.items("-", own.iter().map(|note| format!("Note: {}", escaped(note))));
        }
    }
    blocks.end()
}

fn one(Answer { at, review, text }: &Answer<'_>, pooled: &Pooled<'_>, blocks: &mut Blocks) {
    let wall = review.moment.wall(*at).strftime("%Y-%m-%d %H:%M");
    blocks.heading(3, &format!("{wall}: {}", review.rating));
    let mut facts = vec![format!("{} of {}:00", clock(review.secs), pooled.question.minutes)];
    if review.derived != review.rating {
        facts.push(format!("{} by the ticks", review.derived));
    }
    if let Some(predicted) = review.predicted {
        facts.push(format!("predicted {}", Prediction::words(predicted)));
    }
    if !review.mode.is_cold() || review.mode.word() != "practice" {
        facts.push(review.mode.word().to_owned());
    }
    if let Some(story) = &review.story {
        facts.push(format!("story {story}"));
    }
    blocks.words(&facts.join("; "));
    match text.as_ref().filter(|text| !text.trim().is_empty()) {
        Some(text) => blocks.written(text),
        None => blocks.markdown("[no words are kept of this answer]".replace('[', "\\[").replace(']', "\\]")),
    }
}
