//! [`Doubt`]: what is thought of the clock. It is looked at once, when practice opens for the first time.

use crate::domain::practice::StudyDay;

/// What is thought of the clock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Doubt {
    /// The day the journal was touched last, where that is known.
    pub touched: Option<StudyDay>,
    /// Whether it was looked at.
    pub state: Looked,
}

/// Whether the clock was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Looked {
    /// It was not, or what was asked about it has no answer yet.
    #[default]
    NotYet,
    /// It can be right, or the reader says that it is.
    Done,
}
