//! `rungs practice log`: all answers that were not undone.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::args::LogArgs;
use crate::cli::output::{Header, Output, Record};
use crate::cli::{Exit, Failure, Outcome, journals};
use crate::domain::practice::{Mode, Prediction, Review, StudyDay, Ticks, Verdict};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::{EntryId, Places, Stamp};
use crate::text::SafeText;

/// What stands where there is nothing.
const ABSENT: &str = "-";

/// `rungs.practice.log/1`: an answer. Fields are added, never renamed or taken away.
///
/// `at` is the time on its writer's wall with its distance from UTC, `day` the study day it counts for. `derived` is the verdict
/// that followed from the ticks and `rating` the one that counts: `not yet`, `thin`, `at level`, `above`. `predicted` is null or
/// `not yet`, `close`, `at level`. `ticks` has `y`, `p` or `n` by signal, `flags` the places of red flags that were heard.
/// `said`, `answer` (a file under the data directory) and `story` may be null.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    id: EntryId,
    at: String,
    day: StudyDay,
    question: &'a WholeQuestionId,
    rev: u32,
    role: &'a RoleId,
    mode: Mode,
    derived: &'static str,
    rating: &'static str,
    predicted: Option<&'static str>,
    seconds: u32,
    cold: bool,
    ticks: &'a Ticks,
    flags: &'a [u8],
    said: Option<SafeText>,
    answer: Option<SafeText>,
    story: Option<SafeText>,
}

impl<'a> Entry<'a> {
    fn of(Stamp { at, id }: Stamp, review: &'a Review) -> Self {
        let text = |text: &Option<Box<str>>| text.as_deref().map(SafeText::line);
        Self {
            id,
            at: review.moment.wall(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            day: review.moment.day,
            question: &review.question,
            rev: review.rev,
            role: &review.role,
            mode: review.mode,
            derived: Verdict::words(review.derived),
            rating: Verdict::words(review.rating),
            predicted: review.predicted.map(Prediction::words),
            seconds: review.secs,
            cold: review.cold,
            ticks: &review.ticks,
            flags: &review.flags,
            said: text(&review.said),
            answer: text(&review.answer),
            story: text(&review.story),
        }
    }
}

impl Record for Entry<'_> {
    const SCHEMA: &'static str = "rungs.practice.log/1";
    const COLUMNS: &'static [&'static str] =
        &["at", "question", "role", "mode", "derived", "rating", "predicted", "seconds", "story", "answer"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let text = |text: &'_ Option<SafeText>| Cow::from(text.as_deref().unwrap_or(ABSENT).to_owned());
        vec![
            (&self.at).into(),
            self.question.as_str().into(),
            self.role.as_str().into(),
            self.mode.word().into(),
            self.derived.into(),
            self.rating.into(),
            self.predicted.unwrap_or(ABSENT).into(),
            self.seconds.to_string().into(),
            text(&self.story),
            text(&self.answer),
        ]
    }
}

/// Lists the answers.
pub(super) fn log(args: &LogArgs, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let (_, practice) = journals::practice(places)?;
    let role = match &args.role {
        Some(typed) => Some(super::role(Some(typed), &journals::bookmarks(places)?.1, catalog)?),
        None => None,
    };
    let log = practice.log().into_iter().filter(|(_, review)| role.as_ref().is_none_or(|role| review.role == *role));
    let answers: Vec<_> = log.map(|(stamp, review)| Entry::of(stamp, review)).collect();
    output.records(&answers, Header::Aligned)?;
    if answers.is_empty() {
        let of = role.map(|role| format!(" for {role}")).unwrap_or_default();
        return Err(Failure::new(Exit::NothingFound, format!("no answer was given{of} yet")));
    }
    Ok(Exit::Done)
}
