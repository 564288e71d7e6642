//! [`Errand`]: what a line asks of the disk or of an editor, and [`Books`], which do it. What came of it goes back to the
//! session, which says what follows.

use std::collections::VecDeque;
use std::fmt::Display;

use super::session::{Reply, Session};
use crate::cli::{Exit, Failure, journals};
use crate::store::{AnswerError, Answers, Change, Clock, Journal, Remark, Stories};
use crate::tui::editor::Editor;
use crate::tui::practice::Paper;

/// Something to be done before anything is said.
#[derive(Debug, PartialEq)]
pub(super) enum Errand {
    /// Keep a bookmark.
    Bookmark(Change),
    /// Keep what was practised: all of it or none.
    Practice(Vec<Remark>),
    /// Put an answer in its file.
    Write(Paper),
    /// Read an answer from its file.
    Read(Paper),
    /// Open the editor on an answer.
    Edit(Paper),
    /// Read the stories.
    Stories,
}

/// Where things are kept.
pub(super) struct Books<'a> {
    pub bookmarks: Journal<Change>,
    pub practice: Journal<Remark>,
    pub answers: Answers,
    pub stories: Stories,
    /// The editor that the settings name.
    pub editor: &'a str,
    pub clock: &'a Clock,
    /// Whether all could be kept.
    pub stuck: Stuck,
}

/// Whether something could not be kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Stuck {
    /// All is kept.
    #[default]
    Never,
    /// Something is not.
    Once,
}

/// What came of an errand: what is said to it, and what is to be done besides.
pub(super) type Done = (String, Vec<Errand>);

impl Books<'_> {
    /// Does what `reply` asks for, and what follows from that; what is said to it all.
    pub(super) fn run(&mut self, reply: Reply, session: &mut Session<'_>) -> String {
        let Reply { mut text, errands, mut goes_on } = reply;
        let mut errands = VecDeque::from(errands);
        loop {
            while let Some(errand) = errands.pop_front() {
                match self.errand(errand, session) {
                    Ok((told, more)) => {
                        text.push_str(&told);
                        errands.extend(more);
                    }
                    Err(why) => {
                        self.stuck = Stuck::Once;
                        text.extend([why, "\n".to_owned()]);
                    }
                }
            }
            if !goes_on {
                return text;
            }
            let next = session.go_on();
            text.push_str(&next.text);
            errands.extend(next.errands);
            goes_on = next.goes_on;
        }
    }

    /// How it all ended.
    pub(super) fn exit(&self) -> Exit {
        match self.stuck {
            Stuck::Never => Exit::Done,
            Stuck::Once => Exit::Unwritable,
        }
    }

    fn errand(&mut self, errand: Errand, session: &mut Session<'_>) -> Result<Done, String> {
        let failed = |failure: Failure| not_saved(failure.message());
        match errand {
            Errand::Bookmark(change) => {
                let entries = journals::keep_all(&mut self.bookmarks, vec![change]).map_err(failed)?;
                Ok((entries.iter().map(|entry| session.bookmarked(entry)).collect(), Vec::new()))
            }
            Errand::Practice(remarks) => {
                let entries = journals::keep_all(&mut self.practice, remarks).map_err(failed)?;
                Ok(session.practised(&entries))
            }
            Errand::Write(paper) => {
                let paper = self.write(paper).map_err(not_saved)?;
                Ok((String::new(), session.written(paper)))
            }
            Errand::Read(mut paper) => {
                let read = self.read(&paper);
                let told = read.as_ref().err().map(|error| format!("{error}\n")).unwrap_or_default();
                paper.text = read.unwrap_or_default();
                Ok((told, session.written(paper)))
            }
            Errand::Edit(paper) => self.edit(paper, session),
            Errand::Stories => Ok((
                match self.stories.read() {
                    Ok(stories) => session.shelved(stories),
                    Err(error) => format!("{error}\n"),
                },
                Vec::new(),
            )),
        }
    }

    /// Puts an answer in its file, in a new one where it has none.
    fn write(&self, mut paper: Paper) -> Result<Paper, AnswerError> {
        let file = match paper.file.take() {
            Some(file) => file,
            None => self.answers.begin(&paper.question, self.clock.now())?,
        };
        self.answers.write(&file, &paper.text)?;
        Ok(Paper { file: Some(file), ..paper })
    }

    fn read(&self, paper: &Paper) -> Result<String, AnswerError> {
        self.answers.read(paper.file.as_deref().unwrap_or_default())
    }

    /// Has an answer written in the editor. What that saved counts, however it ended.
    fn edit(&self, paper: Paper, session: &mut Session<'_>) -> Result<Done, String> {
        let editor = match Editor::of_this_process(self.editor) {
            Ok(editor) => editor,
            Err(why) => return Ok((without_editor(&why), Vec::new())),
        };
        let mut paper = self.write(paper).map_err(not_saved)?;
        let path = self.answers.path(paper.file.as_deref().unwrap_or_default()).map_err(not_saved)?;
        let ended = editor.open_from_shell(&path);
        paper.text = self.read(&paper).map_err(not_saved)?;
        match ended {
            Ok(()) => Ok(session.edited(paper)),
            Err(why) => Ok((without_editor(&why), session.written(paper))),
        }
    }
}

fn not_saved(error: impl Display) -> String {
    format!("NOT SAVED: {error}")
}

fn without_editor(why: &str) -> String {
    format!("{why}. Type the answer here instead.\n")
}
