//! The world outside the model: disk, clock, editor, terminal. One for real ([`Live`]), one in memory for rehearsals.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, io};

use super::effect::{Draft, Effect, Outcome, Rescue};
use super::{editor, signals, terminal};
use crate::store::{self, Bookmarks, Change, Places, Saver};

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

    /// Whether news are to be expected.
    fn is_busy(&self) -> bool {
        false
    }

    /// Looks for what others changed meanwhile. Asked at each key and when the window gets the focus.
    fn look(&mut self) -> Option<Outcome> {
        None
    }
}

/// The real world.
#[derive(Debug)]
pub struct Live {
    bookmarks: Saver<Change>,
    drafts: Option<PathBuf>,
    /// Drafts whose texts were taken over but may not be on disk yet.
    handed_back: Vec<store::Draft>,
    /// Where a file may be written with what could not be saved.
    refuges: Vec<PathBuf>,
}

impl Live {
    /// The world with the bookmarks of `saver`.
    pub fn new(saver: Saver<Change>, places: &Places) -> Self {
        let refuges = places.data.iter().cloned().chain([env::temp_dir()]).collect();
        Self { bookmarks: saver, drafts: places.drafts(), handed_back: Vec::new(), refuges }
    }

    /// Waits for what is being saved, tries once more what was not, puts what is left in a file of its own, and says all
    /// that went wrong.
    pub fn finish(&mut self) -> Vec<String> {
        self.bookmarks.save_again();
        let reports = self.bookmarks.finish(PATIENCE);
        let mut wrong: Vec<String> =
            reports.into_iter().filter_map(Result::err).map(|not_saved| not_saved.error.to_string()).collect();
        let late = self.bookmarks.pending();
        if late > 0 {
            wrong.push(format!("NOT SAVED: the disk does not answer; changes that may be lost: {late}"));
        }
        if self.bookmarks.unsaved().len() > 0 {
            wrong.push(match self.rescue(Rescue::File) {
                Outcome::Told(what) | Outcome::Failed(what) => what,
                _ => String::new(),
            });
        }
        self.discard_drafts();
        wrong
    }

    /// A draft has served when its text is on disk.
    fn discard_drafts(&mut self) {
        if self.bookmarks.unsaved().len() == 0 {
            self.handed_back.drain(..).for_each(store::Draft::discard);
        }
    }

    fn rescue(&self, rescue: Rescue) -> Outcome {
        let unsaved = self.bookmarks.unsaved();
        let (count, journal) = (unsaved.len(), self.bookmarks.path());
        let journal = journal.map_or_else(|| "bookmarks.jsonl".into(), Path::to_string_lossy);
        let advice = format!("its lines, added to the end of {journal}, are kept");
        match rescue {
            Rescue::File => {
                let refuges: Vec<&Path> = self.refuges.iter().map(PathBuf::as_path).collect();
                match store::rescue(unsaved, &refuges) {
                    Ok(path) => {
                        Outcome::Told(format!("Unsaved changes ({count}) are in {}: {advice}.", path.display()))
                    }
                    Err(error) => Outcome::Failed(format!("No file takes what could not be saved: {error}")),
                }
            }
            Rescue::Clipboard => {
                let copied = store::lines(unsaved).map_err(io::Error::from).and_then(|lines| terminal::copy(&lines));
                match copied {
                    Ok(()) => {
                        Outcome::Told(format!("Unsaved changes ({count}) sent to the terminal's clipboard (OSC 52)."))
                    }
                    Err(error) => Outcome::Failed(format!("They could not be copied: {error}")),
                }
            }
        }
    }

    fn edit(&mut self, draft: Draft) -> Outcome {
        let Some(drafts) = &self.drafts else {
            return Outcome::Failed("Notes need a data directory for their drafts (set RUNGS_DATA_DIR).".to_owned());
        };
        match editor::edit(drafts, &draft.text) {
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
                self.bookmarks.save_again();
                Some(Outcome::Kept(changes.into_iter().map(|change| self.bookmarks.keep(change)).collect(), purpose))
            }
            Effect::SaveAgain => {
                self.bookmarks.save_again();
                None
            }
            Effect::Rescue(rescue) => Some(self.rescue(rescue)),
            Effect::EditNote(draft) => Some(self.edit(draft)),
            Effect::Mouse(on) => terminal::set_mouse(on).err().map(|error| Outcome::Failed(error.to_string())),
            Effect::Suspend => signals::suspend().err().map(|why| Outcome::Failed(why.to_owned())),
            // The runtime's own: it has the frames.
            Effect::Redraw => None,
        }
    }

    fn news(&mut self) -> Option<Outcome> {
        let outcome = match self.bookmarks.report()? {
            Ok(saved) => {
                let caution = saved.caution();
                Outcome::Saved { changes: saved.entries, caution }
            }
            Err(not_saved) => {
                let changes = not_saved.entries.into_iter().map(|entry| entry.stamp.id).collect();
                Outcome::NotSaved { changes, why: not_saved.error.to_string() }
            }
        };
        self.discard_drafts();
        Some(outcome)
    }

    fn is_busy(&self) -> bool {
        self.bookmarks.pending() > 0
    }

    fn look(&mut self) -> Option<Outcome> {
        if !self.bookmarks.changed_elsewhere() {
            return None;
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
