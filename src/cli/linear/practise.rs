//! [`Practising`]: a sitting in lines: the question, the answer aloud or in a line, then signal by signal whether it was there,
//! then the verdict. The same desk, the same verdicts and the same journal as on the screen.

mod judged;
mod menu;

use std::collections::VecDeque;
use std::time::Duration;

use super::session::{Keep, Moment};
use crate::catalog::Catalog;
use crate::domain::gap::Gap;
use crate::domain::practice::{Desk, Mode, Prediction, Scheduler, Tick, Ticks};
use crate::domain::{Question, RoleId, SignalId, WholeQuestionId};
use crate::store::{Entry, EntryId, Practice, Practised, Remark, Session as Sitting};

/// What a line in practice leads to.
#[derive(Debug, Default)]
pub(super) struct Step {
    /// What is said.
    pub text: String,
    /// What is to be kept after that is said.
    pub keep: Vec<Keep>,
    /// What follows.
    pub then: Then,
}

/// What follows on a line, after what is to be kept of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Then {
    /// Another line.
    #[default]
    Waits,
    /// The next question or signal, or the end of them.
    GoesOn,
    /// Practice is left.
    Leaves,
}

impl From<String> for Step {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// A sitting.
#[derive(Debug)]
pub(super) struct Practising {
    role: RoleId,
    /// The role the reader holds, which plans begin from.
    here: Option<RoleId>,
    minutes: u16,
    stage: Stage,
    /// The questions still to be asked.
    rest: VecDeque<WholeQuestionId>,
    /// Answers of a mock interview that wait for their signals.
    waiting: VecDeque<Answer>,
    /// Signals still to be said.
    weak: VecDeque<(WholeQuestionId, SignalId)>,
    mode: Mode,
    began: Duration,
    /// What was kept of this sitting.
    reviews: Vec<EntryId>,
}

#[derive(Debug)]
enum Stage {
    Menu,
    Ask {
        question: WholeQuestionId,
        since: Duration,
    },
    Predict(Answer),
    /// What is ticked next: signals by their place, then red flags.
    Tick(Answer, usize),
    FollowUp(Answer, usize, Heard),
    Drill {
        question: WholeQuestionId,
        signal: SignalId,
        since: Duration,
        heard: Heard,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    Waiting,
    Shown,
}

/// An answer on its way to be kept.
#[derive(Debug, Clone)]
struct Answer {
    question: WholeQuestionId,
    secs: u32,
    said: String,
    predicted: Option<Prediction>,
    ticks: Ticks,
    flags: Vec<u8>,
}

impl Practising {
    /// Practice for `role`, by somebody who holds `here`.
    pub(super) fn new(
        catalog: &Catalog,
        role: RoleId,
        here: Option<RoleId>,
        minutes: u16,
        now: Moment,
    ) -> Result<Self, String> {
        let pool = catalog.pool(&role).ok_or_else(|| format!("{role} is not in this catalog."))?;
        if pool.questions.is_empty() {
            return Err("Nobody has written questions for this role yet.".to_owned());
        }
        let (rest, waiting, weak) = (VecDeque::new(), VecDeque::new(), VecDeque::new());
        let (stage, mode, reviews) = (Stage::Menu, Mode::Practice, Vec::new());
        Ok(Self { role, here, minutes, stage, rest, waiting, weak, mode, began: now.passed, reviews })
    }

    /// What to type at.
    pub(super) fn prompt(&self) -> &'static str {
        match &self.stage {
            Stage::Menu => "Practice number or word: ",
            Stage::Ask { .. } => "Your answer in a line, or Enter when you said it aloud: ",
            Stage::Predict(_) => "How did it do? 1 not yet, 2 close, 3 at level, or Enter: ",
            Stage::Tick(..) => "y, p or n: ",
            Stage::FollowUp(_, _, Heard::Waiting) => "Enter when you said it: ",
            Stage::FollowUp(_, _, Heard::Shown) => "Enter goes on: ",
            Stage::Drill { heard: Heard::Waiting, .. } => "Say it aloud, then Enter: ",
            Stage::Drill { heard: Heard::Shown, .. } => "Was it in what you said? y, p or n: ",
        }
    }

    /// Takes a line.
    pub(super) fn answer(&mut self, catalog: &Catalog, practice: &Practice, line: &str, now: Moment) -> Step {
        let word = line.to_lowercase();
        match (std::mem::replace(&mut self.stage, Stage::Menu), &*word) {
            (Stage::Menu, _) => self.choose(catalog, practice, &word, now),
            (_, "stop" | "back") => {
                let keep = self.end(now);
                Step { text: self.here(catalog, practice), keep, then: Then::Waits }
            }
            (stage, "help" | "?") => {
                self.stage = stage;
                "Answer aloud or in a line; then say of each signal whether it was there: y yes, p in part, n no. \
                 skip: the next question. stop: back to the list of practice. quit: the end.\n"
                    .to_owned()
                    .into()
            }
            (Stage::Ask { .. }, "skip") => self.next(catalog, practice, now),
            (Stage::Ask { question, since }, _) => {
                let secs = u32::try_from(now.passed.saturating_sub(since).as_secs()).unwrap_or(u32::MAX);
                let (ticks, flags) = (Ticks::new(), Vec::new());
                self.stage =
                    Stage::Predict(Answer { question, secs, said: line.to_owned(), predicted: None, ticks, flags });
                Step::default()
            }
            (Stage::Predict(answer), _) => self.predict(catalog, practice, answer, &word, now),
            (Stage::Tick(answer, place), _) => self.tick(catalog, practice, answer, place, (&word, now)),
            (Stage::FollowUp(answer, place, Heard::Waiting), _) => {
                let text = self.on(catalog, &answer.question, |question| {
                    let next = question.follow_ups.get(place);
                    next.map(|next| format!("Listen for: {}\n", next.listen_for)).unwrap_or_default()
                });
                self.stage = Stage::FollowUp(answer, place, Heard::Shown);
                text.unwrap_or_default().into()
            }
            (Stage::FollowUp(answer, place, Heard::Shown), _) => {
                self.follow_up(catalog, practice, answer, place + 1, now)
            }
            (Stage::Drill { question, signal, since, heard: Heard::Waiting }, _) => {
                let text = self.on(catalog, &question, |asked| {
                    let known = asked.signals.iter().find(|known| known.id == signal);
                    known.map(|known| format!("It was: {}\n", known.text)).unwrap_or_default()
                });
                self.stage = Stage::Drill { question, signal, since, heard: Heard::Shown };
                text.unwrap_or_default().into()
            }
            (Stage::Drill { question, signal, since, heard: Heard::Shown }, _) => {
                if let Some(tick) = tick_of(&word) {
                    return self.drilled(catalog, (question, signal, tick), since, now);
                }
                self.stage = Stage::Drill { question, signal, since, heard: Heard::Shown };
                not_a_tick()
            }
        }
    }

    /// The next question or signal, or the end of them.
    pub(super) fn go_on(&mut self, catalog: &Catalog, practice: &Practice, now: Moment) -> String {
        let step = if self.mode == Mode::Drill {
            self.next_weak(catalog, practice, now)
        } else {
            self.next(catalog, practice, now)
        };
        step.text
    }

    /// What is to be kept when the sitting ends here.
    pub(super) fn end(&mut self, now: Moment) -> Vec<Keep> {
        (self.rest, self.waiting, self.weak) = (VecDeque::new(), VecDeque::new(), VecDeque::new());
        self.sitting(now)
    }

    /// An answer is on disk: what is said to that, and the sitting where that was its last.
    pub(super) fn kept(&mut self, entry: &Entry<Remark>, now: Moment) -> (String, Vec<Keep>) {
        match &entry.record {
            Remark::Practised(Practised::Review(review)) => {
                self.reviews.push(entry.stamp.id.clone());
                let told = match review.mode {
                    Mode::Drill => "Kept; it does not change when the question comes back.\n".to_owned(),
                    _ => format!("Answer kept: {}.\n", review.rating),
                };
                let is_last = self.rest.is_empty() && self.waiting.is_empty() && self.weak.is_empty();
                (told, if is_last { self.sitting(now) } else { Vec::new() })
            }
            _ => (String::new(), Vec::new()),
        }
    }

    /// The sitting that has answers, to be kept.
    fn sitting(&mut self, now: Moment) -> Vec<Keep> {
        let reviews = std::mem::take(&mut self.reviews);
        if reviews.is_empty() {
            return Vec::new();
        }
        let secs = u32::try_from(now.passed.saturating_sub(self.began).as_secs()).unwrap_or(u32::MAX);
        let session =
            Sitting { role: self.role.clone(), mode: self.mode, minutes: self.minutes, secs, reviews, moment: now.at };
        vec![Keep::Practice(Box::new(Remark::Practised(Practised::Session(session))))]
    }

    /// The next question; after the last one of a mock interview its signals, else the end.
    fn next(&mut self, catalog: &Catalog, practice: &Practice, now: Moment) -> Step {
        while let Some(id) = self.rest.pop_front() {
            let left = self.rest.len();
            let asked = self.on(catalog, &id, |question| {
                let after = if left == 0 { "the last".to_owned() } else { format!("{left} after it") };
                format!(
                    "Question: {}. {}, {} minutes, {after}.\n{}\n",
                    question.title,
                    question.kind.word(),
                    question.minutes,
                    question.prompt
                )
            });
            if let Some(text) = asked {
                self.stage = Stage::Ask { question: id, since: now.passed };
                return text.into();
            }
        }
        match self.waiting.pop_front() {
            Some(answer) => {
                let title = self.on(catalog, &answer.question, |question| question.title.to_string());
                let head = format!("Now the signals of: {}.\n", title.unwrap_or_default());
                let step = self.ask_tick(catalog, answer, 0);
                Step { text: head + &step.text, ..step }
            }
            None => self.over(catalog, practice),
        }
    }

    fn over(&mut self, catalog: &Catalog, practice: &Practice) -> Step {
        self.stage = Stage::Menu;
        format!("That was the last one.\n{}", self.here(catalog, practice)).into()
    }

    fn predict(&mut self, catalog: &Catalog, practice: &Practice, answer: Answer, word: &str, now: Moment) -> Step {
        let figure = word.parse::<u8>().ok().and_then(|figure| Prediction::try_from(figure).ok());
        if figure.is_none() && !word.is_empty() {
            self.stage = Stage::Predict(answer);
            return "Type 1, 2, 3 or nothing.\n".to_owned().into();
        }
        let answer = Answer { predicted: figure, ..answer };
        if self.mode == Mode::Mock {
            self.waiting.push_back(answer);
            return self.next(catalog, practice, now);
        }
        self.ask_tick(catalog, answer, 0)
    }

    /// Asks of the signal, or the red flag, in `place`.
    fn ask_tick(&mut self, catalog: &Catalog, answer: Answer, place: usize) -> Step {
        let text = self.on(catalog, &answer.question, |question| {
            let signals = question.signals.len();
            if let Some(signal) = question.signals.get(place) {
                return format!("Signal {} of {signals}, a {}: {}\n", place + 1, signal.need.word(), signal.text);
            }
            let flag = place.checked_sub(signals).and_then(|place| question.red_flags.get(place));
            let ends = |fatal| if fatal { ", which ends it" } else { "" };
            flag.map(|flag| format!("Red flag{}: {} Was that said? y or n.\n", ends(flag.fatal), flag.text))
                .unwrap_or_default()
        });
        self.stage = Stage::Tick(answer, place);
        text.unwrap_or_default().into()
    }

    fn tick(
        &mut self,
        catalog: &Catalog,
        practice: &Practice,
        mut answer: Answer,
        place: usize,
        (word, now): (&str, Moment),
    ) -> Step {
        let Some(tick) = tick_of(word) else {
            self.stage = Stage::Tick(answer, place);
            return not_a_tick();
        };
        let id = answer.question.clone();
        let all = self.on(catalog, &id, |question| {
            let signals = question.signals.len();
            match question.signals.get(place) {
                Some(signal) => drop(answer.ticks.insert(signal.id.clone(), tick)),
                None if tick == Tick::Hit => answer.flags.extend(u8::try_from(place - signals)),
                None => {}
            }
            signals + question.red_flags.len()
        });
        if place + 1 < all.unwrap_or_default() {
            return self.ask_tick(catalog, answer, place + 1);
        }
        self.follow_up(catalog, practice, answer, 0, now)
    }

    /// Asks the follow-up in `place`; after the last one the answer is judged.
    fn follow_up(&mut self, catalog: &Catalog, practice: &Practice, answer: Answer, place: usize, now: Moment) -> Step {
        let asked = self.on(catalog, &answer.question, |question| {
            question.follow_ups.get(place).map(|next| format!("Follow-up: {}\n", next.ask))
        });
        match asked.flatten() {
            Some(text) => {
                self.stage = Stage::FollowUp(answer, place, Heard::Waiting);
                text.into()
            }
            None => self.judge(catalog, practice, answer, now),
        }
    }

    /// Looks at a question as the role is asked it.
    fn on<T>(&self, catalog: &Catalog, id: &WholeQuestionId, look: impl FnOnce(&Question) -> T) -> Option<T> {
        catalog.pool(&self.role)?.question(id).map(|pooled| look(pooled.question))
    }

    /// Looks at all questions with what was answered to them.
    fn desk<T>(&self, catalog: &Catalog, practice: &Practice, look: impl FnOnce(&Desk<'_>) -> T) -> Option<T> {
        let pool = catalog.pool(&self.role)?;
        let scheduler = Scheduler::default();
        let from = self.here.as_ref().filter(|here| **here != self.role).and_then(|here| catalog.side(here));
        let gap = catalog
            .side(&self.role)
            .map(|target| Gap::of(catalog, &target, from.as_ref(), |item| practice.account(item)));
        let history = |id: &WholeQuestionId| practice.history(id, &scheduler);
        Some(look(&Desk::of(&pool, history, |id| practice.is_suspended(id), gap.as_ref())))
    }
}

fn tick_of(word: &str) -> Option<Tick> {
    match word {
        "y" | "yes" => Some(Tick::Hit),
        "p" | "part" => Some(Tick::Part),
        "n" | "no" => Some(Tick::Missed),
        _ => None,
    }
}

fn not_a_tick() -> Step {
    "Type y for there, p for in part, n for missed.\n".to_owned().into()
}
