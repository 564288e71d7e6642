//! A question that is asked, and an answer that was given before anything was revealed.

use super::timer::Timer;
use crate::domain::WholeQuestionId;
use crate::tui::line_edit::LineEdit;
use crate::tui::text_area::TextArea;

/// A question that waits for its answer.
#[derive(Debug)]
pub struct Asked {
    /// The answer so far.
    pub paper: Paper,
    /// The time since it was asked.
    pub timer: Timer,
    /// How it is being answered right now.
    pub writing: Writing,
    /// Whether what belongs in such an answer shows.
    pub hint: Hint,
}

/// An answer as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The question.
    pub question: WholeQuestionId,
    /// Its file under the data directory, once there is one.
    pub file: Option<Box<str>>,
    /// The text.
    pub text: String,
}

/// How a question is being answered.
#[derive(Debug)]
pub enum Writing {
    /// Not at this moment.
    No,
    /// By typing here.
    Here(Box<TextArea>),
    /// Aloud, with a line about it being typed.
    Aloud(LineEdit),
}

/// Whether what belongs in an answer shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hint {
    /// It does not.
    #[default]
    Hidden,
    /// It does.
    Shown,
}

/// An answer that was given: from here on something may be revealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// What was written.
    pub paper: Paper,
    /// How it was given.
    pub how: How,
    /// How long it took.
    pub timer: Timer,
}

/// How an answer was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// In writing.
    Written,
    /// Aloud, and in a line.
    Aloud(String),
}

impl Committed {
    /// What was said, where it was given aloud.
    pub fn said(&self) -> Option<Box<str>> {
        match &self.how {
            How::Written => None,
            How::Aloud(line) => Some(line.as_str().into()),
        }
    }
}

impl Paper {
    /// An empty one.
    pub fn new(question: WholeQuestionId) -> Self {
        Self { question, file: None, text: String::new() }
    }

    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Asked {
    /// `paper` asked, its time counted by `timer`.
    pub fn new(paper: Paper, timer: Timer) -> Self {
        Self { paper, timer, writing: Writing::No, hint: Hint::Hidden }
    }
}
