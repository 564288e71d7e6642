//! [`Desk`]: a role's questions with everything that was answered to them: where plans, mock interviews, drills and
//! progress are made. What screens and commands share, so that both ask the same.

use std::collections::BTreeSet;

use super::day::StudyDay;
use super::drill::{Prompt, drill};
use super::history::History;
use super::interview_day::InterviewDay;
use super::mock::{Askable, Length, Mock};
use super::plan::{Candidate, Plan, Wish};
use super::progress::Progress;
use crate::domain::WholeQuestionId;
use crate::domain::gap::{Gap, Item, State};
use crate::domain::pool::{Pool, Pooled};
use crate::domain::question::{Need, Question};

/// A role's questions with everything that was answered to them.
#[derive(Debug)]
pub struct Desk<'a> {
    places: Vec<OnDesk<'a>>,
}

/// One question with its answers.
#[derive(Debug)]
pub struct OnDesk<'a> {
    /// The question, as the role is asked it.
    pub pooled: &'a Pooled<'a>,
    /// Its answers.
    pub history: History,
    /// Whether it is put aside.
    pub aside: bool,
    /// Where what it probes stands in the gap; the last place for what is in none.
    gap: usize,
}

impl<'a> Desk<'a> {
    /// The questions of `pool`, each with its history, and whether it is put aside. With a `gap` what it probes widest
    /// comes first among the new ones.
    pub fn of(
        pool: &'a Pool<'_>,
        history: impl Fn(&WholeQuestionId) -> History,
        is_aside: impl Fn(&WholeQuestionId) -> bool,
        gap: Option<&Gap>,
    ) -> Self {
        let open = gap.map(open).unwrap_or_default();
        let place = |question: &Question| {
            let probes = question.probes.iter();
            let places = probes.filter_map(|probe| open.iter().position(|open| **probe == **open));
            places.min().unwrap_or(usize::MAX)
        };
        let on_desk = |pooled: &'a Pooled<'_>| OnDesk {
            pooled,
            history: history(&pooled.id),
            aside: is_aside(&pooled.id),
            gap: place(pooled.question),
        };
        Self { places: pool.questions.iter().map(on_desk).collect() }
    }

    /// All questions, those put aside among them, in the order of the pool.
    pub fn questions(&self) -> &[OnDesk<'a>] {
        &self.places
    }

    /// The question `id`.
    pub fn question(&self, id: &WholeQuestionId) -> Option<&OnDesk<'a>> {
        self.places.iter().find(|place| place.pooled.id == *id)
    }

    /// What to practise for `wish`, without the questions that somebody would rather not be asked now.
    pub fn plan(&self, wish: Wish, without: &BTreeSet<WholeQuestionId>) -> Plan {
        let wanted = self.open().filter(|place| !without.contains(&place.pooled.id));
        let candidates: Vec<Candidate<'_>> = wanted
            .map(|place| Candidate {
                question: &place.pooled.id,
                minutes: place.pooled.question.minutes,
                probe: place.pooled.question.probes.first().map_or("", |probe| probe.as_str()),
                gap: place.gap,
                musts: place.musts(),
                musts_hit: place.history.musts_hit(place.pooled.question),
                history: &place.history,
            })
            .collect();
        Plan::of(&candidates, wish)
    }

    /// The questions of a mock interview of `length`.
    pub fn mock(&self, length: Length) -> Mock {
        self.mock_of(length.questions())
    }

    /// As [`Self::mock`], with so many questions that count.
    pub fn mock_of(&self, questions: usize) -> Mock {
        let askable: Vec<Askable<'_>> = self
            .open()
            .map(|place| Askable {
                question: &place.pooled.id,
                kind: place.pooled.question.kind,
                musts: place.musts(),
                musts_hit: place.history.musts_hit(place.pooled.question),
                history: &place.history,
            })
            .collect();
        Mock::with(&askable, questions)
    }

    /// The signals that were missed lately.
    pub fn drill(&self) -> Vec<Prompt<'_>> {
        drill(self.open().map(|place| (&place.pooled.id, place.pooled.question, &place.history)))
    }

    /// How far somebody has come.
    pub fn progress(&self) -> Progress {
        Progress::of(self.places.iter().map(|place| (place.pooled.question, &place.history)))
    }

    fn open(&self) -> impl Iterator<Item = &OnDesk<'a>> {
        self.places.iter().filter(|place| !place.aside)
    }
}

impl OnDesk<'_> {
    /// When it comes back, for somebody with an interview on that day: as plans have it.
    pub fn due(&self, interview: Option<InterviewDay>, today: StudyDay) -> Option<StudyDay> {
        self.history.comes_back(&self.pooled.id, interview, today)
    }

    /// How many musts it has.
    pub fn musts(&self) -> usize {
        self.pooled.question.signals.iter().filter(|signal| signal.need == Need::Must).count()
    }
}

/// What of the gap is not met, as questions name it, what matters most first.
fn open(gap: &Gap) -> Vec<String> {
    let open = gap.needs().filter(|need| need.state() != State::Met);
    let probe = |item: &Item| match item {
        Item::Skill { skill } => Some(format!("skill:{skill}")),
        Item::Thread { thread, .. } => Some(format!("thread:{thread}")),
        Item::Decision { .. } => None,
    };
    open.filter_map(|need| probe(&need.item)).collect()
}

#[cfg(test)]
mod tests;
