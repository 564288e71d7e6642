//! What the program has to say: one notice at a time in its line, all of them in a log.

use std::collections::VecDeque;

use crate::text::SafeText;

/// How many notices the log keeps.
const LOGGED: usize = 100;

/// Something the program has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Whether something went wrong.
    pub tone: Tone,
    /// What it says.
    pub text: SafeText,
}

/// Whether something went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It is as it should be.
    Plain,
    /// Something went wrong.
    Wrong,
}

/// The notice on screen and the ones before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notices {
    current: Option<Notice>,
    log: VecDeque<Notice>,
}

impl Notices {
    /// Says `text`.
    pub fn say(&mut self, text: &str) {
        self.show(Notice { tone: Tone::Plain, text: SafeText::line(text) });
    }

    /// Says that something went wrong.
    pub fn warn(&mut self, text: &str) {
        self.show(Notice { tone: Tone::Wrong, text: SafeText::line(text) });
    }

    /// Takes the notice off the screen; the log keeps it.
    pub fn clear(&mut self) {
        self.current = None;
    }

    /// The notice on screen.
    pub fn current(&self) -> Option<&Notice> {
        self.current.as_ref()
    }

    /// All notices kept, newest first.
    pub fn log(&self) -> impl ExactSizeIterator<Item = &Notice> {
        self.log.iter()
    }

    fn show(&mut self, notice: Notice) {
        self.log.truncate(LOGGED - 1);
        self.log.push_front(notice.clone());
        self.current = Some(notice);
    }
}
