//! [`Mock`]: a rehearsed interview of so many minutes. It begins with a question that is not scored, has as many kinds
//! among the others as it can, and puts the one that probes the weakest spot where nobody expects it: last but one.

use std::cmp::Reverse;

use super::history::History;
use crate::domain::WholeQuestionId;
use crate::domain::question::QuestionKind;

/// How long a mock interview takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// 20 minutes, two questions.
    Short,
    /// 45 minutes, four questions.
    Usual,
    /// 60 minutes, five questions.
    Long,
}

impl Length {
    /// All of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::Short, Self::Usual, Self::Long];

    /// Its minutes.
    pub fn minutes(self) -> u16 {
        match self {
            Self::Short => 20,
            Self::Usual => 45,
            Self::Long => 60,
        }
    }

    /// How many of its questions count.
    pub fn questions(self) -> usize {
        match self {
            Self::Short => 2,
            Self::Usual => 4,
            Self::Long => 5,
        }
    }

    /// The one of so many minutes.
    pub fn of(minutes: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|length| length.minutes() == minutes)
    }
}

/// A question that a mock interview could ask.
#[derive(Debug, Clone, Copy)]
pub struct Askable<'a> {
    /// Which.
    pub question: &'a WholeQuestionId,
    /// What kind it is.
    pub kind: QuestionKind,
    /// Musts it has.
    pub musts: usize,
    /// Musts that were hit when it was last answered.
    pub musts_hit: usize,
    /// How it was answered so far.
    pub history: &'a History,
}

/// The questions of a mock interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mock {
    /// The ones that count, in the order they are asked.
    pub questions: Vec<WholeQuestionId>,
    /// Which of them is aimed at the weakest spot.
    pub curveball: Option<WholeQuestionId>,
}

impl Mock {
    /// The mock interview of `length` out of `pool`, which is in the order of the role. What was answered longest ago, or
    /// never, comes before the rest; fewer than there should be when the pool is smaller.
    pub fn of(pool: &[Askable<'_>], length: Length) -> Self {
        Self::with(pool, length.questions())
    }

    /// As [`Self::of`], with so many questions that count.
    pub fn with(pool: &[Askable<'_>], questions: usize) -> Self {
        let weakest = pool.iter().filter(|it| !it.history.is_new()).max_by_key(|it| {
            (it.musts.saturating_sub(it.musts_hit), Reverse(it.history.verdict()), Reverse(it.question))
        });
        let weakest = weakest.filter(|it| it.musts_hit < it.musts);
        let mut rest: Vec<&Askable<'_>> =
            pool.iter().filter(|it| weakest.is_none_or(|weakest| weakest.question != it.question)).collect();
        rest.sort_by_key(|it| it.history.last_day());
        let wanted = questions.saturating_sub(usize::from(weakest.is_some()));
        let mut picked: Vec<&Askable<'_>> = Vec::new();
        while picked.len() < wanted && !rest.is_empty() {
            let times = |kind: QuestionKind| {
                picked.iter().chain(weakest.as_slice()).filter(|picked| picked.kind == kind).count()
            };
            // The kind that is asked least so far; of these the one answered longest ago, which stands first.
            let rarest = rest.iter().map(|it| times(it.kind)).min();
            let place = rest.iter().position(|it| Some(times(it.kind)) == rarest).unwrap_or(0);
            let next = rest.remove(place);
            picked.push(next);
        }
        let mut questions: Vec<WholeQuestionId> = picked.into_iter().map(|it| it.question.clone()).collect();
        let curveball = weakest.map(|it| it.question.clone());
        if let Some(curveball) = &curveball {
            questions.insert(questions.len().saturating_sub(1), curveball.clone());
        }
        Self { questions, curveball }
    }
}
