//! [`Debrief`]: what a rehearsed interview comes to: how each answer did and how long it took, which story was told twice,
//! and at most three things to change next time.

use super::review::Review;
use super::verdict::Tick;
use crate::domain::question::{Need, Question};

/// How many things to change are named: more than three are changed by nobody.
const CHANGES: usize = 3;

/// What a rehearsed interview comes to.
#[derive(Debug, Clone)]
pub struct Debrief<'a> {
    /// The answers, in their order, each with its question where the catalog still has it.
    pub answers: Vec<(&'a Review, Option<&'a Question>)>,
    /// Stories that were told more than once, with how often.
    pub repeated: Vec<(&'a str, usize)>,
    /// What to change next time, what matters most first.
    pub changes: Vec<Change<'a>>,
}

/// Something to change next time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    /// Not to say what ends an interview.
    LeaveOut {
        /// The question.
        question: &'a Question,
        /// What was said.
        flag: &'a str,
    },
    /// To say what was not said.
    Say {
        /// The question.
        question: &'a Question,
        /// What was missing.
        signal: &'a str,
    },
    /// To tell another story.
    OtherStory {
        /// Which was told more than once.
        story: &'a str,
        /// How often.
        times: usize,
    },
    /// To come to an end.
    Shorter {
        /// The question.
        question: &'a Question,
        /// How long the answer took, in seconds.
        secs: u32,
    },
}

impl<'a> Debrief<'a> {
    /// What `answers` come to.
    pub fn of(answers: Vec<(&'a Review, Option<&'a Question>)>) -> Self {
        let mut told: Vec<(&str, usize)> = Vec::new();
        for story in answers.iter().filter_map(|(review, _)| review.story.as_deref()) {
            match told.iter_mut().find(|(known, _)| *known == story) {
                Some((_, times)) => *times += 1,
                None => told.push((story, 1)),
            }
        }
        told.retain(|(_, times)| *times > 1);
        let changes = changes(&answers, &told);
        Self { answers, repeated: told, changes }
    }
}

/// What ends an interview first, then the musts, a story told twice, the clock, and what else was missing. Of each kind first
/// one of each question.
fn changes<'a>(answers: &[(&'a Review, Option<&'a Question>)], repeated: &[(&'a str, usize)]) -> Vec<Change<'a>> {
    let known = || answers.iter().filter_map(|(review, question)| Some((*review, (*question)?)));
    let flags = known().map(|(review, question)| {
        let heard = review.flags.iter().filter_map(|place| question.red_flags.get(usize::from(*place)));
        let change = |flag: &'a crate::domain::RedFlag| Change::LeaveOut { question, flag: &flag.text };
        let (fatal, other): (Vec<_>, Vec<_>) = heard.partition(|flag| flag.fatal);
        fatal.into_iter().chain(other).map(change).collect::<Vec<_>>()
    });
    let missing = |need: Need| {
        known().map(move |(review, question)| {
            let signals = question.signals.iter().filter(move |signal| signal.need == need);
            let missed = signals.filter(|signal| review.ticks.get(&signal.id) != Some(&Tick::Hit));
            missed.map(|signal| Change::Say { question, signal: &signal.text }).collect::<Vec<_>>()
        })
    };
    let stories = repeated.iter().map(|(story, times)| Change::OtherStory { story, times: *times });
    let late = known().filter(|(review, question)| review.secs > u32::from(question.minutes) * 60);
    let late = late.map(|(review, question)| Change::Shorter { question, secs: review.secs });
    let mut changes = in_turn(&flags.collect::<Vec<_>>());
    changes.extend(in_turn(&missing(Need::Must).collect::<Vec<_>>()));
    changes.extend(stories);
    changes.extend(late);
    changes.extend(in_turn(&missing(Need::Should).collect::<Vec<_>>()));
    changes.truncate(CHANGES);
    changes
}

/// The first of each list, then the second of each, and so on.
fn in_turn<T: Copy>(lists: &[Vec<T>]) -> Vec<T> {
    let longest = lists.iter().map(Vec::len).max().unwrap_or_default();
    (0..longest).flat_map(|place| lists.iter().filter_map(move |list| list.get(place).copied())).collect()
}
