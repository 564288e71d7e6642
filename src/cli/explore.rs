//! `rungs` alone: the explorer, where there is a terminal to draw on.

use std::io::{self, IsTerminal};

use super::{Exit, Failure, Outcome};

/// Opens the explorer.
///
/// Keys come from the terminal itself, so stdin may be a pipe; stdout must be a terminal.
pub(super) fn explore() -> Outcome {
    if !io::stdout().is_terminal() {
        return Err(Failure::new(
            Exit::Usage,
            "the explorer needs a terminal; in a pipe or a script use `rungs list`, `rungs show`, `rungs bookmark`, \
             `rungs catalog` or `rungs config` (see `rungs --help`)",
        ));
    }
    Ok(Exit::Done)
}
