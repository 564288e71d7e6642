//! [`Practising`]: a sitting in lines: the question, the answer aloud or in lines, then signal by signal whether it was there,
//! then the verdict. The same runs, the same verdicts, the same files and the same journal as on the screen, so that one goes
//! on where the other was left.

mod asked;
mod drill;
mod help;
mod judged;
mod left;
mod menu;
mod told;

use super::errand::{Done, Errand};
use crate::catalog::Catalog;
use crate::domain::{Question, RoleId, WholeQuestionId};
use crate::store::{Entry, Practice, Practised, Remark, Shelf};
use crate::text::SafeText;
use crate::tui::keymap::Keymap;
use crate::tui::practice::{Committed, Drilling, Heard, Kept, Kind, Mark, Now, Paper, Revealed, Run, Scene, Timer};
use crate::tui::stories::StoryPicker;

/// What practice is made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// The ladders with their questions.
    pub catalog: &'a Catalog,
    /// What was practised so far.
    pub practice: &'a Practice,
    /// The stories.
    pub shelf: &'a Shelf,
    /// The time.
    pub now: Now,
}

/// What a line in practice leads to.
#[derive(Debug, Default)]
pub(super) struct Step {
    /// What is said.
    pub text: String,
    /// What is to be done before that is said.
    pub errands: Vec<Errand>,
    /// What follows.
    pub then: Then,
}

/// What follows on a line, after what is to be done for it.
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

impl From<&str> for Step {
    fn from(text: &str) -> Self {
        text.to_owned().into()
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
    /// Answers begun and left, to be gone on with.
    papers: Vec<Paper>,
}

#[derive(Debug, Default)]
enum Stage {
    /// What is to be practised?
    #[default]
    Menu,
    /// Something is read first, then it goes on.
    Between(Run),
    /// A question waits for its answer.
    Ask(Run, Paper, Timer),
    /// It was answered; how did it do?
    Predict(Run, Committed),
    /// In a mock interview: one more thing is asked.
    Further(Run, Revealed, usize),
    /// What is ticked next, by its place.
    Tick(Run, Revealed, usize),
    /// One more thing is asked, and what to listen for.
    FollowUp(Run, Revealed, usize, Heard),
    /// It is judged and not kept so far.
    Unkept(Run, Revealed),
    /// It is kept.
    Result(Run, Box<Kept>),
    /// Which story did it tell?
    Story(Run, Box<Kept>, Box<StoryPicker>),
    /// Signals that were missed are said one after another.
    Drill(Drilling),
}

impl Practising {
    /// Practice for `role`, by somebody who holds `here`.
    pub(super) fn new(catalog: &Catalog, role: RoleId, here: Option<RoleId>, minutes: u16) -> Result<Self, String> {
        let pool = catalog.pool(&role).ok_or_else(|| format!("{role} is not in this catalog."))?;
        if pool.questions.is_empty() {
            return Err("Nobody has written questions for this role yet.".to_owned());
        }
        Ok(Self { role, here, minutes, stage: Stage::Menu, papers: Vec::new() })
    }

    /// What to type at.
    pub(super) fn prompt(&self) -> &'static str {
        match &self.stage {
            Stage::Menu | Stage::Between(_) => "Practice number or word: ",
            Stage::Ask(_, paper, _) if paper.is_blank() => "Your answer, or Enter when you said it aloud: ",
            Stage::Ask(..) => "More of it, or Enter when that was all: ",
            Stage::Predict(..) => "How did it do? 1 not yet, 2 close, 3 at level, or Enter: ",
            Stage::Tick(..) => "y, p or n: ",
            Stage::Further(..) | Stage::FollowUp(.., Heard::Waiting) => "Enter when you said it: ",
            Stage::FollowUp(.., Heard::Shown) => "Enter goes on: ",
            Stage::Unkept(..) => "Enter tries to keep it once more: ",
            Stage::Result(..) => "Enter goes on, story says which you told, help has more: ",
            Stage::Story(..) => "Story number, a part of a title, none, or Enter for no change: ",
            Stage::Drill(Drilling { heard: Heard::Waiting, .. }) => "Say it aloud, then Enter: ",
            Stage::Drill(_) => "Was it in what you said? y, p or n: ",
        }
    }

    /// Takes a line.
    pub(super) fn answer(&mut self, known: Known<'_>, line: &str) -> Step {
        let word = line.trim().to_lowercase();
        match &*word {
            "stop" | "back" if !matches!(self.stage, Stage::Menu) => {
                let mut step = self.leave(known);
                step.text.push_str(&self.asks(known));
                return step;
            }
            "help" | "?" => return self.help().into(),
            "again" => return self.asks(known).into(),
            _ => {}
        }
        match std::mem::take(&mut self.stage) {
            Stage::Menu => self.choose(known, &word),
            Stage::Between(run) => self.next(known, run),
            Stage::Ask(run, paper, timer) => self.asked(known, run, (paper, timer), (line, &word)),
            Stage::Predict(run, committed) => self.predict(known, run, committed, &word),
            Stage::Further(run, revealed, _) if word == "finish" => self.finish(known, run, Some(revealed)),
            Stage::Further(run, revealed, place) if word.is_empty() => self.further(known, run, revealed, place + 1),
            Stage::Tick(run, revealed, place) => self.tick(known, run, (revealed, place), &word),
            Stage::FollowUp(run, revealed, place, heard) if word.is_empty() => match heard {
                Heard::Waiting => self.goes(known, Stage::FollowUp(run, revealed, place, Heard::Shown)),
                Heard::Shown => self.follow_up(known, run, revealed, place + 1),
            },
            Stage::FollowUp(run, revealed, ..) if word == "skip" => self.judge(known, run, revealed),
            Stage::Unkept(run, _) if word == "skip" => self.next(known, run),
            Stage::Unkept(run, revealed) => self.judge(known, run, revealed),
            Stage::Result(run, kept) => self.result(known, run, kept, (line.trim(), &word)),
            Stage::Story(run, kept, picker) => self.pick(known, run, (kept, picker), line.trim()),
            Stage::Drill(drilling) => self.drilled(known, drilling, &word),
            stage @ (Stage::Further(..) | Stage::FollowUp(..)) => {
                self.stage = stage;
                "What more is asked is said aloud and not kept: Enter goes on, help lists the words.\n".into()
            }
        }
    }

    /// The next question, or the end of them.
    pub(super) fn go_on(&mut self, known: Known<'_>) -> Step {
        match std::mem::take(&mut self.stage) {
            Stage::Between(run) => self.next(known, run),
            stage => {
                self.stage = stage;
                Step::default()
            }
        }
    }

    /// Goes to `stage`, which is said.
    fn goes(&mut self, known: Known<'_>, stage: Stage) -> Step {
        self.stage = stage;
        self.asks(known).into()
    }

    /// What is asked now.
    pub(super) fn asks(&self, known: Known<'_>) -> String {
        let more = |revealed: &Revealed, place: usize| {
            let asked = |question: &Question| Some(format!("Follow-up: {}\n", question.follow_ups.get(place)?.ask));
            self.on(known, revealed.question(), asked).flatten().unwrap_or_default()
        };
        match &self.stage {
            Stage::Menu => self.menu(known),
            Stage::Between(_) | Stage::Predict(..) | Stage::Unkept(..) => String::new(),
            Stage::Ask(run, paper, _) => self.question(known, run, paper),
            Stage::Further(_, revealed, place) | Stage::FollowUp(_, revealed, place, Heard::Waiting) => {
                more(revealed, *place)
            }
            Stage::FollowUp(_, revealed, place, Heard::Shown) => {
                let heard = |question: &Question| {
                    Some(format!("Listen for: {}\n", question.follow_ups.get(*place)?.listen_for))
                };
                self.on(known, revealed.question(), heard).flatten().unwrap_or_default()
            }
            Stage::Tick(_, revealed, place) => self.mark(known, revealed, *place),
            Stage::Result(_, kept) => format!("Answer kept: {}.\n", kept.review.rating),
            Stage::Story(_, _, picker) => told::offers(picker),
            Stage::Drill(drilling) => self.weak(known, drilling),
        }
    }

    /// Something practised is on disk.
    pub(super) fn kept(&mut self, known: Known<'_>, entries: &[Entry<Remark>]) -> Done {
        let mut done = Done::default();
        let replaced = entries.iter().any(|entry| matches!(entry.record, Remark::Practised(Practised::Review(_))));
        for entry in entries {
            let (text, errands) = match &entry.record {
                Remark::Practised(Practised::Given(given)) => {
                    if let Some(Run { kind: Kind::Mock(interview), .. }) = self.run_mut() {
                        interview.kept_as(&given.question, &entry.stamp.id);
                    }
                    continue;
                }
                Remark::Practised(Practised::Review(review)) => self.reviewed(known, &entry.stamp.id, review),
                Remark::Practised(Practised::Flag { .. }) => ("Flag kept.\n".to_owned(), Vec::new()),
                Remark::Practised(Practised::Suspend { on, .. }) => {
                    (if *on { "Put aside: it is asked no more.\n" } else { "Taken up again.\n" }.to_owned(), Vec::new())
                }
                Remark::Practised(Practised::Over { what: crate::store::Over::All, .. }) => {
                    let text = "The mock interview is left; what was written stays in its files.\n".to_owned();
                    (text + &self.asks(known), Vec::new())
                }
                Remark::Withdraw { of } if !replaced => (self.taken_back(known, of), Vec::new()),
                _ => continue,
            };
            done.0.push_str(&text);
            done.1.extend(errands);
        }
        done
    }

    fn run_mut(&mut self) -> Option<&mut Run> {
        match &mut self.stage {
            Stage::Between(run)
            | Stage::Ask(run, ..)
            | Stage::Predict(run, _)
            | Stage::Further(run, ..)
            | Stage::Tick(run, ..)
            | Stage::FollowUp(run, ..)
            | Stage::Unkept(run, ..)
            | Stage::Result(run, _)
            | Stage::Story(run, ..) => Some(run),
            Stage::Menu | Stage::Drill(_) => None,
        }
    }

    /// The signal, or the red flag, in `place`.
    fn mark(&self, known: Known<'_>, revealed: &Revealed, place: usize) -> String {
        let text = self.on(known, revealed.question(), |question| {
            let signals = question.signals.len();
            match Mark::all(question).get(place)? {
                Mark::Signal(id) => {
                    let signal = question.signals.iter().find(|signal| signal.id == *id)?;
                    let need = signal.need.word();
                    Some(format!("Signal {} of {signals}, a {need}: {}\n", place + 1, signal.text))
                }
                Mark::Flag(flag) => {
                    let flag = question.red_flags.get(usize::from(*flag))?;
                    let ends = if flag.fatal { ", which ends it" } else { "" };
                    Some(format!("Red flag{ends}: {}. Was that said? y or n.\n", flag.text))
                }
            }
        });
        text.flatten().unwrap_or_default()
    }

    /// Looks at a question as the role is asked it.
    fn on<T>(&self, known: Known<'_>, id: &WholeQuestionId, look: impl FnOnce(&Question) -> T) -> Option<T> {
        known.catalog.pool(&self.role)?.question(id).map(|pooled| look(pooled.question))
    }

    /// Looks at what practice for the role is made from.
    fn look<T>(&self, known: Known<'_>, look: impl FnOnce(&Scene<'_>) -> T) -> T {
        let Known { catalog, practice, shelf, now } = known;
        let here = self.here.as_ref().filter(|here| catalog.rung(here).is_some());
        look(&Scene { catalog, practice, stories: Some(shelf), role: &self.role, here, keys: Keymap::default(), now })
    }
}

/// Puts `line` behind what there is of an answer.
fn append(paper: &mut Paper, line: &str) {
    if !paper.text.is_empty() && !paper.text.ends_with('\n') {
        paper.text.push('\n');
    }
    paper.text.extend([SafeText::line(line).as_str(), "\n"]);
}
