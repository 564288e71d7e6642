//! `rungs practice flags`: what was noted to be wrong with questions.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::output::{Header, Output, Record};
use crate::cli::{Exit, Failure, Outcome, journals};
use crate::domain::WholeQuestionId;
use crate::domain::practice::{Moment, Rollover};
use crate::store::{Clock, Places, Stamp};
use crate::text::SafeText;

/// `rungs.practice.flag/1`: a note on a question, `{"question","title","text","at"}`; `title` is null for one that the catalog
/// does not hold, `at` is in UTC.
#[derive(Debug, Serialize)]
struct Flag {
    question: WholeQuestionId,
    title: Option<SafeText>,
    text: SafeText,
    at: Timestamp,
    /// The day on the reader's wall.
    #[serde(skip)]
    day: String,
}

impl Record for Flag {
    const SCHEMA: &'static str = "rungs.practice.flag/1";
    const COLUMNS: &'static [&'static str] = &["question", "day", "note", "title"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let title = self.title.as_deref().unwrap_or("(not in this catalog)");
        vec![self.question.as_str().into(), (&self.day).into(), self.text.as_str().into(), title.into()]
    }
}

/// Lists the notes.
pub(super) fn flags(places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let (_, practice) = journals::practice(places)?;
    let clock = Clock::of_this_process();
    let flag = |(stamp, question, text): (Stamp, &'_ WholeQuestionId, SafeText)| Flag {
        title: super::question(catalog, question).map(|question| question.title.clone()),
        question: question.clone(),
        text,
        at: stamp.at,
        day: Moment::of(stamp.at, clock.zone(), Rollover::default()).wall(stamp.at).date().to_string(),
    };
    let flags: Vec<_> = practice.flags().into_iter().map(flag).collect();
    output.records(&flags, Header::Aligned)?;
    if flags.is_empty() {
        return Err(Failure::new(Exit::NothingFound, "nothing was noted to be wrong with a question"));
    }
    Ok(Exit::Done)
}
