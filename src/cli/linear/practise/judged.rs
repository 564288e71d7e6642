//! What comes of an answer, and of a signal said in a drill: the verdict, and what is kept.

use std::time::Duration;

use super::{Answer, Heard, Practising, Stage, Step, Then};
use crate::catalog::Catalog;
use crate::cli::linear::session::{Keep, Moment};
use crate::domain::pool::{Line, Pooled};
use crate::domain::practice::{Evidence, Review, Scheduler, Tick, Time, derive};
use crate::domain::{SignalId, WholeQuestionId};
use crate::store::{Practice, Practised, Remark};

impl Practising {
    /// Judges the answer, to be kept.
    pub(super) fn judge(&mut self, catalog: &Catalog, practice: &Practice, answer: Answer, now: Moment) -> Step {
        let history = practice.history(&answer.question, &Scheduler::default());
        let judged = catalog.pool(&self.role).and_then(|pool| {
            let pooled = pool.question(&answer.question)?;
            let time = Time::Seconds(answer.secs);
            let evidence = Evidence { ticks: &answer.ticks, flags: &answer.flags, time, first: history.is_new() };
            let derived = derive(pooled.question, evidence);
            let (musts, shoulds) = (derived.musts, derived.shoulds);
            let mut text = format!(
                "Verdict: {}, {}; {} of {} musts, {} of {} shoulds.\n",
                derived.verdict,
                derived.reason.words(),
                musts.0,
                musts.1,
                shoulds.0,
                shoulds.1
            );
            text.push_str(&lines(catalog, pooled));
            Some((text, pooled.question.rev, derived.verdict))
        });
        let Some((text, rev, verdict)) = judged else { return self.next(catalog, practice, now) };
        let review = Review {
            question: answer.question,
            rev,
            role: self.role.clone(),
            moment: now.at,
            mode: self.mode,
            secs: answer.secs,
            predicted: answer.predicted,
            ticks: answer.ticks,
            flags: answer.flags,
            derived: verdict,
            rating: verdict,
            cold: history.last_day().is_none_or(|last| last < now.at.day),
            answer: None,
            said: Some(answer.said.into()),
            story: None,
        };
        Step { text, keep: vec![reviewed(review)], then: Then::GoesOn }
    }

    /// The next signal to be said, or the end.
    pub(super) fn next_weak(&mut self, catalog: &Catalog, practice: &Practice, now: Moment) -> Step {
        while let Some((question, signal)) = self.weak.pop_front() {
            let text = self.on(catalog, &question, |asked| {
                let need = asked.signals.iter().find(|known| known.id == signal)?.need.word();
                Some(format!("{}\n{}\nA {need} was missing. What was it?\n", asked.title, asked.prompt))
            });
            if let Some(text) = text.flatten() {
                self.stage = Stage::Drill { question, signal, since: now.passed, heard: Heard::Waiting };
                return text.into();
            }
        }
        self.over(catalog, practice)
    }

    pub(super) fn drilled(
        &mut self,
        catalog: &Catalog,
        (question, signal, tick): (WholeQuestionId, SignalId, Tick),
        since: Duration,
        now: Moment,
    ) -> Step {
        let rev = self.on(catalog, &question, |asked| asked.rev).unwrap_or_default();
        let secs = u32::try_from(now.passed.saturating_sub(since).as_secs()).unwrap_or(u32::MAX);
        let review = Review::drilled(self.role.clone(), (question, rev), (signal, tick), now.at, secs);
        Step { keep: vec![reviewed(review)], then: Then::GoesOn, ..Step::default() }
    }
}

fn reviewed(review: Review) -> Keep {
    Keep::Practice(Box::new(Remark::Practised(Practised::Review(Box::new(review)))))
}

/// How the same answer is judged one level below, here and one level above.
fn lines(catalog: &Catalog, pooled: &Pooled<'_>) -> String {
    let lines = &pooled.lines;
    let line = |(place, line): (&str, Option<Line<'_>>)| {
        let Line { level, text } = line?;
        let name = level.and_then(|level| catalog.framework().level(level)).map(|level| format!(", {}", level.name));
        Some(format!("{place}{}: {text}\n", name.unwrap_or_default()))
    };
    [("One level below", lines.below), ("At the level", lines.at), ("One level above", lines.above)]
        .into_iter()
        .filter_map(line)
        .collect()
}
