//! What comes of an answer: signal by signal whether it was there, what more is asked, the verdict, and what is kept.

use super::asked::practice;
use super::{Known, Practising, Stage, Step};
use crate::catalog::Catalog;
use crate::cli::linear::errand::Done;
use crate::domain::pool::{Line, Pooled};
use crate::domain::practice::{Mode, Review, Tick, Verdict};
use crate::store::{EntryId, Practised, Remark};
use crate::tui::practice::{Heard, Judging, Kept, Kind, Mark, Revealed, Run};

impl Practising {
    /// Whether the signal, or the red flag, in `place` was there.
    pub(super) fn tick(
        &mut self,
        known: Known<'_>,
        run: Run,
        (mut revealed, place): (Revealed, usize),
        word: &str,
    ) -> Step {
        if word == "undo" {
            return self.goes(known, Stage::Tick(run, revealed, place.saturating_sub(1)));
        }
        let marks = self.on(known, revealed.question(), Mark::all).unwrap_or_default();
        let Some(mark) = marks.get(place) else { return self.ticked(known, run, revealed) };
        let tick = match (tick_of(word), mark) {
            (Some(Tick::Part), Mark::Flag(_)) => {
                self.stage = Stage::Tick(run, revealed, place);
                return "A red flag was heard or not: type y or n.\n".into();
            }
            (Some(tick), _) => tick,
            (None, _) => {
                self.stage = Stage::Tick(run, revealed, place);
                return NOT_A_TICK.into();
            }
        };
        revealed.set(mark, Some(tick));
        if place + 1 < marks.len() {
            return self.goes(known, Stage::Tick(run, revealed, place + 1));
        }
        self.ticked(known, run, revealed)
    }

    /// All is ticked: what more is asked, unless that was asked before.
    fn ticked(&mut self, known: Known<'_>, run: Run, revealed: Revealed) -> Step {
        match run.kind {
            Kind::Mock(_) | Kind::Pair => self.judge(known, run, revealed),
            Kind::Practice => self.follow_up(known, run, revealed, 0),
        }
    }

    /// Asks the follow-up in `place`; after the last one the answer is judged.
    pub(super) fn follow_up(&mut self, known: Known<'_>, run: Run, revealed: Revealed, place: usize) -> Step {
        let all = self.on(known, revealed.question(), |question| question.follow_ups.len());
        if all.is_some_and(|all| place < all) {
            return self.goes(known, Stage::FollowUp(run, revealed, place, Heard::Waiting));
        }
        self.judge(known, run, revealed)
    }

    /// Judges the answer, to be kept.
    pub(super) fn judge(&mut self, known: Known<'_>, run: Run, revealed: Revealed) -> Step {
        let judged = self.look(known, |scene| {
            scene.question(revealed.question(), |pooled| {
                let derived = revealed.derive(pooled.question, scene.is_first(&revealed), scene.now);
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
                text.push_str(&lines(known.catalog, pooled));
                (text, revealed.review(scene, pooled.question, (revealed.mode, derived)))
            })
        });
        // A question that is not there any more cannot be judged: there is nothing to hold an answer against.
        let Some((text, review)) = judged else { return self.next(known, run) };
        self.stage = Stage::Unkept(run, revealed);
        Step { text, errands: practice(vec![reviewed(review)]), ..Step::default() }
    }

    /// An answer is on disk: what came of it, to be looked at before the next one.
    pub(super) fn reviewed(&mut self, known: Known<'_>, entry: &EntryId, review: &Review) -> Done {
        if review.mode == Mode::Drill {
            return self.said(known, entry, review);
        }
        let story = if review.story.is_some() { ", with its story" } else { "" };
        let told = format!("Answer kept: {}{story}.\n", review.rating);
        let (mut run, revealed, before) = match std::mem::take(&mut self.stage) {
            Stage::Unkept(run, revealed) => (run, revealed, None),
            Stage::Result(run, kept) | Stage::Story(run, kept, _) => (run, kept.revealed, Some(kept.entry)),
            stage => {
                self.stage = stage;
                return (told, Vec::new());
            }
        };
        run.reviews.retain(|known| Some(known) != before.as_ref());
        run.reviews.push(entry.clone());
        let revealed = Revealed { story: review.story.clone(), ..revealed };
        let kept = Kept { revealed, entry: entry.clone(), review: review.clone(), judging: Judging::No };
        self.stage = Stage::Result(run, Box::new(kept));
        (told, Vec::new())
    }

    /// A line at what came of an answer.
    pub(super) fn result(&mut self, known: Known<'_>, run: Run, kept: Box<Kept>, (line, word): (&str, &str)) -> Step {
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let question = kept.review.question.clone();
        let remarks = match (&*first.to_lowercase(), rest.trim()) {
            ("", _) => return self.next(known, run),
            ("story", "") => return self.ask_story(known, run, kept),
            ("undo", "") => vec![Remark::Withdraw { of: kept.entry.clone() }],
            ("aside", "") => {
                let on = !known.practice.is_suspended(&question);
                vec![Remark::Practised(Practised::Suspend { question, on })]
            }
            ("flag", text) if !text.is_empty() => {
                vec![Remark::Practised(Practised::Flag { question, text: text.to_owned() })]
            }
            ("judge", said) => match verdict_of(said) {
                Some(rating) if rating == kept.review.rating => {
                    self.stage = Stage::Result(run, kept);
                    return "That is what counts already.\n".into();
                }
                Some(rating) => {
                    let review = Review { rating, ..kept.review.clone() };
                    vec![Remark::Withdraw { of: kept.entry.clone() }, reviewed(review)]
                }
                None => {
                    self.stage = Stage::Result(run, kept);
                    return "Judge it how? Type judge and not yet, thin, at level or above.\n".into();
                }
            },
            _ => {
                self.stage = Stage::Result(run, kept);
                let wrong = if word == "flag" { "Flag what? " } else { "" };
                return format!("{wrong}{}", super::help::RESULT).into();
            }
        };
        self.stage = Stage::Result(run, kept);
        Step { errands: practice(remarks), ..Step::default() }
    }

    /// The answer that was kept as `of` is taken back: its signals are ticked anew.
    pub(super) fn taken_back(&mut self, known: Known<'_>, of: &EntryId) -> String {
        match std::mem::take(&mut self.stage) {
            Stage::Result(mut run, kept) if kept.entry == *of => {
                run.reviews.retain(|known| known != of);
                let Kept { mut revealed, .. } = *kept;
                revealed.ticks.clear();
                revealed.flags.clear();
                "The verdict is taken back. Tick anew.\n".to_owned()
                    + &self.goes(known, Stage::Tick(run, revealed, 0)).text
            }
            stage => {
                self.stage = stage;
                String::new()
            }
        }
    }
}

pub(super) fn reviewed(review: Review) -> Remark {
    Remark::Practised(Practised::Review(Box::new(review)))
}

pub(super) const NOT_A_TICK: &str = "Type y for there, p for in part, n for missed.\n";

pub(super) fn tick_of(word: &str) -> Option<Tick> {
    match word {
        "y" | "yes" => Some(Tick::Hit),
        "p" | "part" => Some(Tick::Part),
        "n" | "no" => Some(Tick::Missed),
        _ => None,
    }
}

/// The verdict that `said` names, by its words or its number.
fn verdict_of(said: &str) -> Option<Verdict> {
    let said = said.to_lowercase();
    Verdict::ALL.into_iter().find(|verdict| said == verdict.words() || said == u8::from(*verdict).to_string())
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
