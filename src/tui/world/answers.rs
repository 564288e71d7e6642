//! Answers in the real world: files, and the editor on them.

use jiff::Timestamp;

use super::{Live, World};
use crate::store::AnswerError;
use crate::tui::editor::Editor;
use crate::tui::effect::Outcome;
use crate::tui::practice::Paper;

impl Live {
    /// Makes a file for an answer that has none.
    fn begun(&mut self, paper: &mut Paper) -> Result<(), AnswerError> {
        if paper.file.is_none() {
            self.now();
            let now = self.clock.as_ref().map_or(Timestamp::UNIX_EPOCH, |(clock, _)| clock.now());
            paper.file = Some(self.answers.begin(&paper.question, now)?);
        }
        Ok(())
    }

    /// Puts an answer in its file; its name with it, once there is one.
    pub(super) fn keep_answer(&mut self, mut paper: Paper) -> Outcome {
        let mut keep = || {
            self.begun(&mut paper)?;
            self.answers.write(paper.file.as_deref().unwrap_or_default(), &paper.text)
        };
        let kept = keep();
        self.unwritten.retain(|known| known.question != paper.question);
        match kept {
            Ok(()) => Outcome::AnswerKept(paper),
            Err(error) => {
                self.unwritten.push(paper.clone());
                Outcome::AnswerStuck(paper, format!("NOT SAVED: {error}"))
            }
        }
    }

    pub(super) fn edit_answer(&mut self, paper: Paper) -> Outcome {
        let editor = match Editor::of_this_process(&self.editor) {
            Ok(editor) => editor,
            Err(why) => return Outcome::AnswerStuck(paper, format!("{why}; type it here, or answer aloud")),
        };
        let mut paper = match self.keep_answer(paper) {
            Outcome::AnswerKept(paper) => paper,
            stuck => return stuck,
        };
        let name = paper.file.clone().unwrap_or_default();
        let ended = self.answers.path(&name).map_err(|error| error.to_string()).and_then(|path| editor.open(&path));
        // What an editor saved before it failed is an answer begun, too.
        match (self.answers.read(&name), ended) {
            (Ok(text), ended) => {
                paper.text = text;
                match ended {
                    Ok(()) => Outcome::Answered(paper),
                    Err(why) => Outcome::AnswerStuck(paper, format!("{why}; the answer so far is kept in {name}")),
                }
            }
            (Err(error), Ok(())) => Outcome::AnswerStuck(paper, error.to_string()),
            (Err(_), Err(why)) => Outcome::AnswerStuck(paper, why),
        }
    }

    pub(super) fn read_answer(&self, mut paper: Paper) -> Outcome {
        match self.answers.read(paper.file.as_deref().unwrap_or_default()) {
            Ok(text) => {
                paper.text = text;
                Outcome::AnswerKept(paper)
            }
            Err(error) => Outcome::AnswerStuck(paper, error.to_string()),
        }
    }
}
