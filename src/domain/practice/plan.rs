//! [`Plan`]: which questions to practise today, in so many minutes. What is due comes before what is new, what has faded
//! most before the rest, and nothing is random: the same history gives the same plan.
//!
//! | When | What | In which order |
//! |---|---|---|
//! | no interview | what is due, then at most two new ones | least likely to sit first; then by gap |
//! | one to come | new ones, as many a day as bring all in before its last days; then what is due | the same |
//! | within four days of it | what was not yet answered in these days, whatever memory says; then the rest | by gap and missed musts |
//! | when asked for more | new ones, then what is due next | by gap; by day |
//!
//! Of equal gap the role's own questions come before those of its family's bank, which other roles are asked too.
//!
//! No question is new in the last four days, unless that is all there is: somebody who starts so late.

mod apart;
mod words;

use std::cmp::Reverse;

use super::day::StudyDay;
use super::history::History;
use super::interview_day::{InterviewDay, WINDOW};
use super::verdict::Verdict;
use crate::domain::WholeQuestionId;

/// Minutes beside the time box of each question, for looking at the signals.
const REVEAL: u16 = 3;
/// The minutes of a plan nobody asked for.
pub const USUAL_MINUTES: u16 = 15;
/// How many new questions a session has, unless the interview asks for more.
const NEW: usize = 2;

/// A question that could be practised.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// Which.
    pub question: &'a WholeQuestionId,
    /// Its time box, in minutes.
    pub minutes: u8,
    /// The first thing it probes: two in a row that probe the same teach less.
    pub probe: &'a str,
    /// Where what it probes stands in the gap to the target, the widest first; the same for all where no gap is known.
    pub gap: usize,
    /// Musts it has.
    pub musts: usize,
    /// Musts that were hit when it was last answered.
    pub musts_hit: usize,
    /// How it was answered so far.
    pub history: &'a History,
}

/// What a plan is made for.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// The day.
    pub today: StudyDay,
    /// The minutes there are.
    pub minutes: u16,
    /// The interview, if there is one.
    pub interview: Option<InterviewDay>,
    /// How many questions beyond the ordinary ones are wanted.
    pub more: usize,
}

/// Which questions to practise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The questions, in the order they are asked.
    pub steps: Vec<Step>,
    /// The minutes they take.
    pub minutes: u16,
    /// What is left until the interview.
    pub outlook: Option<Outlook>,
    /// When the next question comes back, of those that are not planned.
    pub next: Option<StudyDay>,
}

/// One question of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub question: WholeQuestionId,
    /// The minutes it takes, with the look at its signals.
    pub minutes: u16,
    /// Why it is asked.
    pub why: Why,
}

/// Why a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It was to come back by now.
    Due {
        /// Days since it was last answered.
        days: u16,
        /// How that went.
        last: Verdict,
    },
    /// It was never answered.
    New,
    /// The interview is near.
    Near {
        /// Musts that were missed when it was last answered.
        missed: usize,
    },
    /// More was asked for; it would come back in so many days.
    Early {
        /// Days until it is due.
        days: u16,
    },
}

/// What is left until the interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    /// Days until the interview; 0 on its day.
    pub days: u16,
    /// How many questions fit in what is left of its last four days, at so many minutes each.
    pub fit: usize,
    /// How many there are.
    pub all: usize,
}

impl Plan {
    /// The plan for `wish` out of `candidates`.
    pub fn of(candidates: &[Candidate<'_>], wish: Wish) -> Self {
        let queue = queue(candidates, wish);
        let mut minutes = 0;
        let mut steps = Vec::new();
        for step in queue {
            // One question at least, or there would be no way to begin.
            if steps.is_empty() || minutes + step.minutes <= wish.minutes {
                minutes += step.minutes;
                steps.push(step);
            }
        }
        let probe = |step: &Step| {
            let candidate = candidates.iter().find(|candidate| *candidate.question == step.question);
            candidate.map_or("", |candidate| candidate.probe)
        };
        let steps = apart::apart(steps.into_iter().map(|step| (probe(&step), step)).collect());
        let planned = |candidate: &&Candidate<'_>| steps.iter().any(|step| step.question == *candidate.question);
        let next = candidates.iter().filter(|candidate| !planned(candidate)).filter_map(|it| it.due(wish)).min();
        Self { steps, minutes, outlook: outlook(candidates, wish), next }
    }
}

impl Candidate<'_> {
    /// When it comes back.
    fn due(&self, wish: Wish) -> Option<StudyDay> {
        self.history.comes_back(self.question, wish.interview, wish.today)
    }

    fn cost(&self) -> u16 {
        u16::from(self.minutes) + REVEAL
    }

    /// Whether it was answered in the last days before `interview`.
    fn is_done(&self, interview: InterviewDay) -> bool {
        self.history.last_day().is_some_and(|last| interview.is_near(last))
    }

    fn step(&self, why: Why) -> Step {
        Step { question: self.question.clone(), minutes: self.cost(), why }
    }

    /// Whether other roles of the family are asked it too.
    fn is_of_bank(&self) -> bool {
        self.question.role().is_none()
    }

    /// How many musts the last answer missed.
    fn missed(&self) -> usize {
        self.musts.saturating_sub(self.musts_hit)
    }
}

/// All that may be asked today, what matters most first.
fn queue(candidates: &[Candidate<'_>], wish: Wish) -> Vec<Step> {
    let today = wish.today;
    let open = |candidate: &&Candidate<'_>| candidate.history.last_day().is_none_or(|last| last < today);
    let (seen, mut new): (Vec<&Candidate<'_>>, Vec<&Candidate<'_>>) =
        candidates.iter().filter(open).partition(|candidate| candidate.history.last_day().is_some());
    let quota = Quota::of(new.len(), candidates, wish);
    new.sort_by_key(|candidate| (candidate.gap, candidate.is_of_bank(), candidate.question));
    let mut new = new.into_iter().take(quota.most).map(|candidate| candidate.step(Why::New));
    let mut steps = match wish.interview.filter(|interview| interview.is_near(today)) {
        Some(interview) => {
            let (done, open) = seen.iter().copied().partition(|candidate| candidate.is_done(interview));
            [sprint(open), new.collect(), sprint(done)].concat()
        }
        None => [new.by_ref().take(quota.first).collect(), due(&seen, wish), new.collect()].concat(),
    };
    let mut early: Vec<_> = seen.iter().filter_map(|candidate| Some((candidate.due(wish)?, *candidate))).collect();
    early.retain(|(_, candidate)| steps.iter().all(|step| step.question != *candidate.question));
    early.sort_by_key(|(due, candidate)| (*due, candidate.question));
    let early = early.into_iter().map(|(due, candidate)| candidate.step(Why::Early { days: days(today, due) }));
    steps.extend(early.take(wish.more));
    steps
}

/// What is due, least likely to sit first.
fn due(seen: &[&Candidate<'_>], wish: Wish) -> Vec<Step> {
    let is_due = |candidate: &&Candidate<'_>| candidate.due(wish).is_some_and(|due| due <= wish.today);
    let mut due: Vec<&Candidate<'_>> = seen.iter().copied().filter(is_due).collect();
    let sits = |candidate: &Candidate<'_>| candidate.history.retrievability(wish.today).unwrap_or(0.0);
    due.sort_by(|one, other| sits(one).total_cmp(&sits(other)).then_with(|| one.question.cmp(other.question)));
    let why = |candidate: &Candidate<'_>| Why::Due {
        days: candidate.history.last_day().map_or(0, |last| days(last, wish.today)),
        last: candidate.history.verdict().unwrap_or(Verdict::NotYet),
    };
    due.into_iter().map(|candidate| candidate.step(why(candidate))).collect()
}

/// Everything seen once more, whatever memory says.
fn sprint(mut seen: Vec<&Candidate<'_>>) -> Vec<Step> {
    seen.sort_by_key(|it| (it.gap, Reverse(it.missed()), it.is_of_bank(), it.question));
    seen.into_iter().map(|candidate| candidate.step(Why::Near { missed: candidate.missed() })).collect()
}

/// How many new questions a day has.
#[derive(Debug, Clone, Copy)]
struct Quota {
    /// So many before all else: they cannot wait.
    first: usize,
    /// So many in all.
    most: usize,
}

impl Quota {
    /// The quota of a day on which `new` questions out of `all` are left.
    fn of(new: usize, all: &[Candidate<'_>], wish: Wish) -> Self {
        let today = wish.today;
        let (first, most) = match wish.interview.filter(|interview| !interview.is_over(today)) {
            // Nobody learns anything new the day before, unless there is nothing else.
            Some(interview) if interview.is_near(today) => {
                let before =
                    |it: &Candidate<'_>| it.history.counted().any(|review| review.moment.day < interview.window());
                (0, if all.iter().any(before) { 0 } else { new })
            }
            // What is not seen by then is not seen again in the last days: it cannot wait for what is due.
            Some(interview) => {
                let daily = new.div_ceil(days(today, interview.window()).into());
                (daily, daily.max(NEW))
            }
            None => (0, NEW),
        };
        let first_seen =
            |it: &&Candidate<'_>| it.history.counted().next().is_some_and(|review| review.moment.day == today);
        let done = all.iter().filter(first_seen).count();
        Self { first: first.saturating_sub(done), most: most.saturating_sub(done).saturating_add(wish.more) }
    }
}

/// How many questions fit in what is left of the last four days, if there is an interview to come.
fn outlook(candidates: &[Candidate<'_>], wish: Wish) -> Option<Outlook> {
    let interview = wish.interview?;
    let left = interview.days_from(wish.today);
    let left_days = u16::try_from(left).ok()?;
    let fit = candidates.iter().filter(|candidate| candidate.is_done(interview)).count();
    let open = candidates.iter().filter(|candidate| !candidate.is_done(interview));
    let mut costs: Vec<u16> = open.map(Candidate::cost).collect();
    costs.sort_unstable();
    let mut costs = costs.into_iter().peekable();
    let mut more = 0;
    for _ in 0..left_days.min(WINDOW) {
        let mut minutes = 0;
        while let Some(cost) = costs.next_if(|cost| minutes == 0 || minutes + cost <= wish.minutes) {
            minutes += cost;
            more += 1;
        }
    }
    Some(Outlook { days: left_days, fit: fit + more, all: candidates.len() })
}

/// The days from one day to a later one.
fn days(from: StudyDay, to: StudyDay) -> u16 {
    u16::try_from(from.days_until(to).max(0)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
