//! A path as a document.

use serde::Serialize;

use super::beyond::Adds;
use super::head::Head;
use crate::domain::compare::{Column, Names};
use crate::domain::paths::{Path, Step};
use crate::text::SafeText;

/// The name of the JSON shape of a [`PathSheet`].
pub const SCHEMA: &str = "rungs.path/1";

/// `rungs.path/1`: one item, or none where there is no path. Fields are added, never renamed or taken away.
///
/// `{"from","to","gap","steps"}` with a role as `{"id","title","level","level_name","rank","family","family_name"}`. A step
/// has `to`, `way` (`promotion`, `lateral`, `specialise`, `to management`, `entry` or `next rung`), `note` (null for a rung
/// that no move names), and `adds`, what it asks beyond the role before it: see [`Adds`]. `gap` is the sum over all steps.
#[derive(Debug, Serialize)]
pub struct PathSheet<'a> {
    from: Head,
    to: Option<Head>,
    gap: u32,
    steps: Vec<StepField<'a>>,
}

#[derive(Debug, Serialize)]
struct StepField<'a> {
    to: Head,
    way: &'static str,
    note: Option<&'a str>,
    adds: Adds<'a>,
}

impl<'a> PathSheet<'a> {
    /// The sheet of `path`.
    pub fn of(names: &'a impl Names, path: &Path<'a>) -> Self {
        let step = |step: &Step<'a>| StepField {
            to: Column::of(names, &step.to).into(),
            way: step.way.words(),
            note: step.note.map(SafeText::as_str),
            adds: Adds::of(names, &step.gap),
        };
        Self {
            from: Column::of(names, &path.from).into(),
            to: path.steps.last().map(|step| Column::of(names, &step.to).into()),
            gap: path.points(),
            steps: path.steps.iter().map(step).collect(),
        }
    }
}
