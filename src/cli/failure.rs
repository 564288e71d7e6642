//! [`Failure`]: why a subcommand stops, and how the run ends because of it.

use std::io;

use super::{Exit, output};

/// Why a subcommand stops: what stderr is told and how the run ends.
#[derive(Debug)]
pub(super) struct Failure {
    exit: Exit,
    /// Empty when there is nothing to tell.
    message: String,
}

impl Failure {
    /// A failure that ends the run as `exit`.
    pub(super) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into() }
    }

    /// What there is to tell.
    pub(super) fn message(&self) -> &str {
        &self.message
    }

    /// Tells it on stderr and says how the run ends.
    pub(super) fn tell(self) -> Exit {
        if !self.message.is_empty() {
            output::message(&self.message);
        }
        self.exit
    }
}

/// An error while writing to stdout: a reader who has had enough (`| head -1`) is a normal end.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::new(Exit::Done, ""),
            _ => Self::new(Exit::Unwritable, format!("could not write the output: {error}")),
        }
    }
}
