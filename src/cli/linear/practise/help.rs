//! The words of practice, by what is asked.

use super::{Practising, Stage};
use crate::tui::practice::{Drilling, Heard};

/// What can be typed once an answer is kept.
pub(super) const RESULT: &str = "Enter: the next question. story: which of your stories you told. \
    judge and not yet, thin, at level or above: your own verdict. undo: take the verdict back and tick anew. \
    flag and what is wrong: a note about the question. aside: ask this question no more, or again.\n";

const ANYWHERE: &str = "again: this once more. stop: back to the list of practice; what you wrote is kept. \
    quit: the end, and nothing is lost.\n";

impl Practising {
    /// What can be typed now.
    pub(super) fn help(&self) -> String {
        let mock = "finish: ask nothing more and judge what was answered. ";
        let ticks = "y: it was there. p: in part. n: missed.";
        let here = match &self.stage {
            Stage::Menu | Stage::Between(_) => {
                return "Type a number of the list. again: the list once more. back: leave practice. quit: the end. In a \
                        question you answer aloud or in lines, then say of each signal whether it was there.\n"
                    .to_owned();
            }
            Stage::Ask(run, ..) => {
                let mock = if run.is_asking() { mock } else { "" };
                format!(
                    "Type your answer, as many lines as you like; an empty line ends it, and each is kept as you type it. \
                     Enter alone: you answered aloud. edit: write it in your editor. skip: the next question. {mock}\n"
                )
            }
            Stage::Predict(run, _) => {
                let mock = if run.is_asking() { mock } else { "" };
                format!("1: not yet. 2: close. 3: at level. Enter: no guess. {mock}\n")
            }
            Stage::Further(..) => format!("Answer aloud. Enter: go on. {mock}\n"),
            Stage::Tick(..) => format!("{ticks} undo: the signal before.\n"),
            Stage::FollowUp(..) => "Answer aloud. Enter: what to listen for, then go on. skip: no more of them.\n".to_owned(),
            Stage::Unkept(..) => "Enter: try to keep it once more. skip: go on without it.\n".to_owned(),
            Stage::Result(..) => RESULT.to_owned(),
            Stage::Story(..) => "A number: that story was told. A part of a title: only those that have it. none: no story \
                                 was told. Enter: leave it as it is. A new story begins outside, with: rungs practice story \
                                 new TITLE --edit\n"
                .to_owned(),
            Stage::Drill(Drilling { heard: Heard::Waiting, .. }) => {
                "Say aloud what was missing. Enter: what it was. skip: the next one.\n".to_owned()
            }
            Stage::Drill(_) => format!("{ticks} skip: the next one.\n"),
        };
        here.replace(". \n", ".\n") + ANYWHERE
    }
}
