//! Ladders in the real world: files that may change while they are open.

use std::sync::Arc;

use super::Live;
use crate::catalog::Problem;
use crate::tui::effect::{Ladders, Outcome};

impl Live {
    /// The ladders as they are now, if their files changed since they were looked at; or why they stay as they were.
    pub(super) fn ladders_changed(&mut self) -> Option<Outcome> {
        Some(match self.watched.as_mut()?.reopened()? {
            Ok(catalog) => Outcome::Renewed(Ladders(Arc::new(catalog))),
            Err(problems) => Outcome::Failed(problems.first().map_or_else(String::new, unread)),
        })
    }
}

/// What is wrong with the files, in a line: the name of the file is enough for whoever has just saved it.
fn unread(first: &Problem) -> String {
    let name = first.file.rsplit('/').next().unwrap_or_default();
    let place = first.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{name}{place}: {}. The catalog stays as it was.", first.text.trim_end_matches(['.', '?']))
}
