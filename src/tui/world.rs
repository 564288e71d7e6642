//! The world outside the model: disk, clock, editor, terminal. One for real ([`Live`]), one in memory for rehearsals.

mod answers;
mod ladders;
mod seeking;
mod stories;

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, io};

use super::clipboard::Route;
use super::effect::{Draft, Effect, Ladders, Outcome, Rescue};
use super::practice::{Now, Paper};
use super::theme::Themes;
use super::{clipboard, editor, signals, terminal};
use crate::catalog::Watched;
use crate::domain::practice::Rollover;
use crate::search::{Matching, Seeker};
use crate::store::{
    self, Answers, Bookmarks, Change, Clock, Places, Practice, Record, Remark, Report, Saver, Settings, ShelfState,
    Stopwatch, Stories,
};
use crate::text::SafeText;

/// How long an end waits for what is still being saved: longer than saving waits for its turn, so that nothing is lost
/// to another program that holds the journal.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);

/// Carries out effects.
pub trait World {
    /// Carries out an effect; what came of it, as far as that is known at once.
    fn perform(&mut self, effect: Effect) -> Option<Outcome>;

    /// What became known since it was last asked.
    fn news(&mut self) -> Option<Outcome> {
        None
    }

    /// Begins what can wait until the frame is on the screen. Asked after each.
    fn drawn(&mut self) {}

    /// Whether news are to be expected.
    fn is_busy(&self) -> bool {
        false
    }

    /// How late it is.
    fn now(&mut self) -> Now;

    /// Looks for what others changed meanwhile. Asked at each key and when the window gets the focus.
    fn look(&mut self) -> Option<Outcome> {
        None
    }
}

/// The real world.
#[derive(Debug)]
pub struct Live {
    bookmarks: Saver<Change>,
    practice: Saver<Remark>,
    /// Whether practice is on screen or may be: from then on changes of others are looked for.
    practice_read: bool,
    drafts: Option<PathBuf>,
    /// The editor of the settings, empty for that of the environment.
    editor: Box<str>,
    /// The hour at which days begin.
    rollover: Rollover,
    answers: Answers,
    stories: Stories,
    /// The files of stories as they were read; none while nobody asked for them.
    stories_seen: Option<ShelfState>,
    /// Answers whose text no file holds, in the order they were given.
    unwritten: Vec<Paper>,
    /// What finds, once somebody searched, and in which ladders.
    seeker: Option<(Ladders, Seeker)>,
    /// What it is to be asked next.
    question: Option<(String, Matching)>,
    /// The files of the ladders, where there are any.
    watched: Option<Watched>,
    /// The clock, with a watch that runs since it was first asked for: a start without practice asks for neither.
    clock: Option<(Clock, Stopwatch)>,
    /// Drafts whose texts were taken over but may not be on disk yet.
    handed_back: Vec<store::Draft>,
    /// Where a file may be written with what could not be saved.
    refuges: Vec<PathBuf>,
    themes: Themes,
}

impl Live {
    /// The world that keeps bookmarks and remarks with these, as `settings` wish.
    pub fn new(
        bookmarks: Saver<Change>,
        practice: Saver<Remark>,
        places: &Places,
        settings: &Settings,
        watched: Option<Watched>,
    ) -> Self {
        let refuges = places.data.iter().cloned().chain([env::temp_dir()]).collect();
        let (drafts, answers) = (places.drafts(), Answers::new(places.data.clone()));
        let (stories, handed_back) = (Stories::new(places.stories()), Vec::new());
        let unwritten = Vec::new();
        Self {
            bookmarks,
            practice,
            practice_read: false,
            drafts,
            editor: settings.editor.value.clone(),
            rollover: settings.rollover.value,
            answers,
            stories,
            stories_seen: None,
            unwritten,
            seeker: None,
            question: None,
            watched,
            clock: None,
            handed_back,
            refuges,
            themes: Themes::default(),
        }
    }

    /// The same, with the reader's own themes.
    #[must_use]
    pub fn with_themes(self, themes: Themes) -> Self {
        Self { themes, ..self }
    }

    /// Waits for what is being saved, tries once more what was not, puts what is left in a file of its own, and says all
    /// that went wrong.
    pub fn finish(&mut self) -> Vec<String> {
        self.save_again();
        let mut wrong = finish(&mut self.bookmarks);
        wrong.extend(finish(&mut self.practice));
        if self.bookmarks.unsaved().len() + self.practice.unsaved().len() > 0 {
            wrong.push(match self.rescue(Rescue::File) {
                Outcome::Told(what) | Outcome::Failed(what) => what,
                _ => String::new(),
            });
        }
        wrong.extend(self.finish_answers());
        self.discard_drafts();
        wrong
    }

    /// Tries once more to put each answer in its file, then in a file elsewhere; one that nothing takes is told word by word.
    fn finish_answers(&mut self) -> Vec<String> {
        let mut wrong = Vec::new();
        for paper in std::mem::take(&mut self.unwritten) {
            let Outcome::AnswerStuck(Paper { question, text, .. }, _) = self.keep_answer(paper) else { continue };
            let refuges: Vec<&Path> = self.refuges.iter().map(PathBuf::as_path).collect();
            wrong.push(match store::rescue_text(&text, ".md", &refuges) {
                Ok(path) => format!("Your answer to {question} is in {}.", path.display()),
                Err(error) => {
                    let text = SafeText::lines(&text);
                    format!("NOT SAVED: no file takes your answer to {question} ({error}). It is:\n{text}")
                }
            });
        }
        wrong
    }

    /// A draft has served when its text is on disk.
    fn discard_drafts(&mut self) {
        if self.bookmarks.unsaved().len() == 0 {
            self.handed_back.drain(..).for_each(store::Draft::discard);
        }
    }

    fn save_again(&mut self) {
        self.bookmarks.save_again();
        self.practice.save_again();
    }

    fn rescue(&self, rescue: Rescue) -> Outcome {
        match rescue {
            Rescue::File => {
                let refuges: Vec<&Path> = self.refuges.iter().map(PathBuf::as_path).collect();
                let files = [
                    rescued(&self.bookmarks, "bookmarks.jsonl", &refuges),
                    rescued(&self.practice, "practice.jsonl", &refuges),
                ];
                match files.into_iter().flatten().collect::<io::Result<Vec<String>>>() {
                    Ok(told) => Outcome::Told(told.join(" ")),
                    Err(error) => Outcome::Failed(format!("No file takes what could not be saved: {error}")),
                }
            }
            Rescue::Clipboard => {
                let count = self.bookmarks.unsaved().len() + self.practice.unsaved().len();
                let lines = store::lines(self.bookmarks.unsaved())
                    .and_then(|lines| Ok(lines + &store::lines(self.practice.unsaved())?));
                match lines {
                    Ok(lines) if lines.len() > clipboard::MOST => {
                        Outcome::Failed("NOT COPIED: too long for most terminals; a file takes it.".to_owned())
                    }
                    Ok(lines) => copied(&format!("unsaved changes ({count})"), &lines),
                    Err(error) => Outcome::Failed(format!("NOT COPIED: {error}")),
                }
            }
        }
    }

    fn clock(&mut self) -> &(Clock, Stopwatch) {
        let rollover = self.rollover;
        self.clock.get_or_insert_with(|| {
            let clock = Clock::of_this_process().with_rollover(rollover);
            let watch = clock.stopwatch();
            (clock, watch)
        })
    }

    /// Reads what the reader said of themselves; what is not on disk yet counts all the same.
    fn read_practice(&mut self) -> Outcome {
        self.practice_read = true;
        match self.practice.read() {
            Ok(reading) => {
                let mut practice: Practice = reading.entries.iter().collect();
                practice.extend(self.practice.unsaved());
                let touched = self.practice.touched().map(|at| self.clock().0.day_of(at));
                Outcome::PracticeRead { practice: Box::new(practice), notice: reading.findings.notice(), touched }
            }
            Err(error) => Outcome::Failed(error.to_string()),
        }
    }

    fn edit(&mut self, draft: Draft) -> Outcome {
        let Some(drafts) = &self.drafts else {
            return Outcome::Failed("Notes need a data directory for their drafts (set RUNGS_DATA_DIR).".to_owned());
        };
        match editor::edit(&self.editor, drafts, &draft.text) {
            Ok((text, file)) => {
                self.handed_back.push(file);
                if text == draft.text {
                    self.discard_drafts();
                }
                Outcome::Edited(Draft { text, ..draft })
            }
            Err(why) => Outcome::Failed(why),
        }
    }
}

impl World for Live {
    fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        match effect {
            Effect::Keep(changes, purpose) => {
                self.save_again();
                Some(Outcome::Kept(changes.into_iter().map(|change| self.bookmarks.keep(change)).collect(), purpose))
            }
            Effect::Say(remarks, purpose) => {
                self.save_again();
                Some(Outcome::Said(remarks.into_iter().map(|remark| self.practice.keep(remark)).collect(), purpose))
            }
            Effect::ReadPractice => Some(self.read_practice()),
            Effect::SaveAgain => {
                self.save_again();
                None
            }
            Effect::Rescue(rescue) => Some(self.rescue(rescue)),
            Effect::Copy { what, text } => Some(copied(&what, &text)),
            Effect::Export { name, text } => Some(exported(&name, &text)),
            Effect::EditNote(draft) => Some(self.edit(draft)),
            Effect::EditAnswer(paper) => Some(self.edit_answer(paper)),
            Effect::KeepAnswer(paper) => Some(self.keep_answer(paper)),
            Effect::ReadAnswer(paper) => Some(self.read_answer(paper)),
            Effect::ReadStories => Some(self.read_stories()),
            Effect::ReadThemes => {
                let (themes, findings) = self.themes.all();
                Some(Outcome::Themes { themes, notice: store::notice(&findings) })
            }
            Effect::EditStory(draft) => Some(self.edit_story(draft)),
            Effect::Time => Some(Outcome::Time(self.now())),
            Effect::Index { ladders, bookmarks } => self.index(ladders, *bookmarks),
            Effect::Seek { typed, matching } => {
                self.question = Some((typed, matching));
                None
            }
            Effect::Mouse(on) => terminal::set_mouse(on).err().map(|error| Outcome::Failed(error.to_string())),
            Effect::Suspend => signals::suspend().err().map(|why| Outcome::Failed(why.to_owned())),
            // The runtime's own: it has the frames.
            Effect::Redraw => None,
        }
    }

    fn news(&mut self) -> Option<Outcome> {
        if let Some(found) = self.found() {
            return Some(found);
        }
        let outcome = match self.bookmarks.report() {
            Some(report) => reported(report),
            None => reported(self.practice.report()?),
        };
        self.discard_drafts();
        Some(outcome)
    }

    fn drawn(&mut self) {
        self.seek();
    }

    fn is_busy(&self) -> bool {
        self.bookmarks.pending() + self.practice.pending() > 0 || self.is_seeking()
    }

    fn now(&mut self) -> Now {
        let (clock, watch) = self.clock();
        // A watch that stands, as that of a stopped clock, counts nothing that could be taken off.
        Now { passed: watch.elapsed().saturating_sub(signals::stopped()), moment: clock.moment() }
    }

    fn look(&mut self) -> Option<Outcome> {
        if let Some(ladders) = self.ladders_changed() {
            return Some(ladders);
        }
        if !self.bookmarks.changed_elsewhere() {
            let practice = self.practice_read && self.practice.changed_elsewhere();
            return if practice { Some(self.read_practice()) } else { self.stories_changed() };
        }
        match self.bookmarks.read() {
            Ok(reading) => {
                let mut bookmarks: Bookmarks = reading.entries.iter().collect();
                // What is not on disk yet counts all the same.
                bookmarks.extend(self.bookmarks.unsaved());
                Some(Outcome::Reloaded(Box::new(bookmarks)))
            }
            Err(error) => Some(Outcome::Failed(error.to_string())),
        }
    }
}

/// Asks the terminal to put `text`, which is `what`, on the clipboard. That it did nobody knows, so it is not said.
fn copied(what: &str, text: &str) -> Outcome {
    let Some(route) = Route::of(|name| env::var_os(name)) else {
        return Outcome::Failed("NOT COPIED: this terminal obeys no sequence that would do it.".to_owned());
    };
    match terminal::present(route.request(text).as_bytes()) {
        Ok(()) => Outcome::Told(format!("Sent {route}: {what}")),
        Err(error) => Outcome::Failed(format!("NOT COPIED: {error}")),
    }
}

/// Writes a document to a file of its own, where the reader is.
fn exported(name: &str, text: &str) -> Outcome {
    match env::current_dir().and_then(|here| store::write_new(&here, name, text)) {
        Ok(path) => Outcome::Told(format!("Written to {}", path.display())),
        Err(error) => Outcome::Failed(format!("NOT WRITTEN: no new file takes it in the current directory: {error}")),
    }
}

/// Waits for what `saver` is saving, and says what went wrong.
fn finish<R: Record + Clone + Send + 'static>(saver: &mut Saver<R>) -> Vec<String> {
    let reports = saver.finish(PATIENCE);
    let mut wrong: Vec<String> =
        reports.into_iter().filter_map(Result::err).map(|not_saved| not_saved.error.to_string()).collect();
    let late = saver.pending();
    if late > 0 {
        wrong.push(format!("NOT SAVED: the disk does not answer; changes that may be lost: {late}"));
    }
    wrong
}

/// Puts what `saver` could not save in a file of its own and says where it belongs; nothing where there is nothing.
fn rescued<R: Record + Clone + Send + 'static>(
    saver: &Saver<R>,
    name: &str,
    refuges: &[&Path],
) -> Option<io::Result<String>> {
    let unsaved = saver.unsaved();
    let count = unsaved.len();
    let journal = saver.path().map_or_else(|| name.into(), Path::to_string_lossy);
    let told = |path: PathBuf| {
        let advice = format!("its lines, added to the end of {journal}, are kept");
        format!("Unsaved changes ({count}) are in {}: {advice}.", path.display())
    };
    (count > 0).then(|| store::rescue(unsaved, refuges).map(told))
}

/// What became of entries, as the model hears it.
fn reported<R>(report: Report<R>) -> Outcome {
    match report {
        Ok(saved) => {
            let caution = saved.caution();
            Outcome::Saved { changes: saved.entries, caution }
        }
        Err(not_saved) => {
            let changes = not_saved.entries.into_iter().map(|entry| entry.stamp.id).collect();
            Outcome::NotSaved { changes, why: not_saved.error.to_string() }
        }
    }
}
