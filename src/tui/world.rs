//! The world outside the model: disk, clock, editor, terminal. One for real ([`Live`]), one in memory for rehearsals.

use std::path::PathBuf;
use std::time::Duration;

use super::effect::{Draft, Effect, Outcome};
use super::{editor, signals, terminal};
use crate::store::{Bookmarks, Change, NotSaved, Places, Saver};

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
    /// What could not be saved yet; tried again with the next change and when the program ends.
    unsaved: Vec<NotSaved<Change>>,
}

impl Live {
    /// The world with the bookmarks of `saver`.
    pub fn new(saver: Saver<Change>, places: &Places) -> Self {
        Self { bookmarks: saver, drafts: places.drafts(), unsaved: Vec::new() }
    }

    /// Waits for what is being saved, tries once more what was not, and says what is lost.
    pub fn finish(&mut self) -> Vec<String> {
        self.retry();
        let reports = self.bookmarks.finish(PATIENCE);
        let lost = reports.into_iter().filter_map(Result::err).map(|not_saved| not_saved.error.to_string());
        let late = self.bookmarks.pending();
        let late = (late > 0).then(|| format!("NOT SAVED: the disk does not answer; changes that may be lost: {late}"));
        lost.chain(late).collect()
    }

    fn retry(&mut self) {
        for not_saved in self.unsaved.drain(..) {
            self.bookmarks.retry(not_saved);
        }
    }

    fn edit(&self, draft: Draft) -> Outcome {
        let Some(drafts) = &self.drafts else {
            return Outcome::Failed("Notes need a data directory for their drafts (set RUNGS_DATA_DIR).".to_owned());
        };
        match editor::edit(drafts, &draft.text) {
            Ok(text) => Outcome::Edited(Draft { text, ..draft }),
            Err(why) => Outcome::Failed(why),
        }
    }
}

impl World for Live {
    fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        match effect {
            Effect::Keep(change, purpose) => {
                self.retry();
                Some(Outcome::Kept(self.bookmarks.keep(change), purpose))
            }
            Effect::EditNote(draft) => Some(self.edit(draft)),
            Effect::Mouse(on) => terminal::set_mouse(on).err().map(|error| Outcome::Failed(error.to_string())),
            Effect::Suspend => signals::suspend().err().map(|why| Outcome::Failed(why.to_owned())),
            // The runtime's own: it has the frames.
            Effect::Redraw => None,
        }
    }

    fn news(&mut self) -> Option<Outcome> {
        loop {
            match self.bookmarks.report()? {
                Ok(saved) => {
                    if let Some(caution) = saved.caution() {
                        return Some(Outcome::Failed(caution.to_owned()));
                    }
                }
                Err(not_saved) => {
                    let why = format!("{} (it is tried again with the next change and at the end)", not_saved.error);
                    self.unsaved.push(not_saved);
                    return Some(Outcome::Failed(why));
                }
            }
        }
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
                bookmarks.extend(self.unsaved.iter().flat_map(|not_saved| &not_saved.entries));
                Some(Outcome::Reloaded(Box::new(bookmarks)))
            }
            Err(error) => Some(Outcome::Failed(error.to_string())),
        }
    }
}
