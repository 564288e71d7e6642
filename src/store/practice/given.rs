//! [`Given`]: an answer of a mock interview that was given and is not judged yet; [`Waiting`]: what of such an interview is
//! left when the program ended in its middle.

use std::collections::BTreeMap;

use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

use super::Practice;
use crate::domain::practice::{Mode, Moment, Prediction};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::journal::EntryId;

/// An answer that was given before anything was revealed. Each says all that is known of its sitting, so that any one of them
/// is enough to go on from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Given {
    /// The question.
    #[serde(rename = "q")]
    pub question: WholeQuestionId,
    /// The role it was asked for.
    pub role: RoleId,
    /// When, by the wall.
    #[serde(flatten)]
    pub moment: Moment,
    /// How it came to be asked.
    pub mode: Mode,
    /// Seconds from the question to the answer, suspended time not counted.
    pub secs: u32,
    /// How it was thought to do, once that was said.
    #[serde(rename = "pred", default, skip_serializing_if = "Option::is_none")]
    pub predicted: Option<Prediction>,
    /// The file of the answer, under the data directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Box<str>>,
    /// An answer given aloud, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Box<str>>,
    /// The entry of the first answer of the sitting; none where this is that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<EntryId>,
    /// The minutes the sitting was to take.
    pub minutes: u16,
    /// The seconds it had taken by then.
    pub spent: u32,
    /// All its questions, in the order they are asked.
    pub questions: Vec<WholeQuestionId>,
    /// Which of them is aimed at the weakest spot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub curveball: Option<WholeQuestionId>,
}

/// How much of a mock interview is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Over {
    /// Nothing more is asked; what was answered is judged.
    Asking,
    /// It is left, and what was answered is not judged.
    All,
}

/// A mock interview that was left half way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting<'a> {
    /// The entry of its first answer.
    pub sitting: EntryId,
    /// When its first answer was given, by the wall.
    pub since: Zoned,
    /// The answer given last, which says all that is known of it.
    pub last: &'a Given,
    /// What was answered and is not judged, in the order it was asked.
    pub given: Vec<&'a Given>,
    /// All its answers, the earliest first, those among them that were given anew; with their entries.
    pub all: Vec<(&'a EntryId, &'a Given)>,
    /// The questions that were not asked.
    pub unasked: &'a [WholeQuestionId],
}

/// One answer with its place in time.
type Placed<'a> = (Timestamp, &'a EntryId, &'a Given);

impl Practice {
    /// The mock interview for `role` that was left half way, the latest if there are several. One is left where an answer of
    /// it is not judged, by a later answer in a mock interview, and nobody said that it is over.
    pub fn waiting(&self, role: &RoleId) -> Option<Waiting<'_>> {
        let given = self.sittings.given.iter().filter(|(id, (_, given))| given.role == *role && self.stands(id));
        let mut sittings: BTreeMap<&EntryId, Vec<Placed<'_>>> = BTreeMap::new();
        for (id, (at, given)) in given {
            sittings.entry(given.sitting.as_ref().unwrap_or(id)).or_default().push((*at, id, given));
        }
        let waiting = sittings.into_iter().filter_map(|(sitting, given)| self.left_of(sitting, given));
        waiting.max_by_key(|(at, _)| *at).map(|(_, waiting)| waiting)
    }

    /// What is left of one, if anything is, with the time of its last answer.
    fn left_of<'a>(
        &'a self,
        sitting: &EntryId,
        mut given: Vec<Placed<'a>>,
    ) -> Option<((Timestamp, &'a EntryId), Waiting<'a>)> {
        let is_over = |what: Over| {
            let over = self.sittings.over.get(sitting).into_iter().flatten();
            over.filter(|(id, _)| self.stands(id)).any(|(_, (_, over))| *over == what)
        };
        given.sort_unstable_by_key(|(at, id, _)| (*at, *id));
        let (first, last) = (given.first().copied()?, given.last().copied()?);
        let questions = &last.2.questions;
        let place = |of: &Given| questions.iter().position(|question| *question == of.question);
        let asked = given.iter().filter_map(|(_, _, given)| place(given)).max()?;
        let unasked = if is_over(Over::Asking) { &[] } else { questions.get(asked + 1..).unwrap_or_default() };
        // Of each question the answer that was given last.
        let latest: BTreeMap<usize, Placed<'a>> = given.iter().filter_map(|it| Some((place(it.2)?, *it))).collect();
        let open: Vec<_> = latest.into_values().filter(|it| !self.is_judged(*it)).map(|(.., given)| given).collect();
        if open.is_empty() || is_over(Over::All) {
            return None;
        }
        let since = first.2.moment.wall(first.0);
        let all = given.iter().map(|(_, id, given)| (*id, *given)).collect();
        let waiting = Waiting { sitting: sitting.clone(), since, last: last.2, given: open, all, unasked };
        Some(((last.0, last.1), waiting))
    }

    /// Whether an answer was judged after it was given.
    fn is_judged(&self, (at, id, given): Placed<'_>) -> bool {
        let reviews = self.sittings.reviews.get(&given.question).into_iter().flatten();
        let mut later = reviews.filter(|(review, (then, _))| self.stands(review) && (at, id) < (*then, *review));
        later.any(|(_, (_, review))| review.mode == given.mode && review.role == given.role)
    }
}
