//! Search in the real world: the index on a thread of its own, made when somebody searches for the first time.

use super::Live;
use crate::search::{Index, Kept, Seeker};
use crate::store::Bookmarks;
use crate::tui::effect::{Ladders, Outcome};

impl Live {
    /// Has what is kept found as it is now, and the ladders with it.
    pub(super) fn index(&mut self, ladders: Ladders, bookmarks: Bookmarks) -> Option<Outcome> {
        // A story that cannot be read is named where stories are listed.
        let stories = self.stories.read().map(|shelf| shelf.stories).unwrap_or_default();
        let with_kept = move |index: &Index| index.with(Kept { bookmarks: &bookmarks, stories: &stories });
        // What is found in ladders that are no longer open is nobody's.
        if let Some((_, seeker)) = self.seeker.as_mut().filter(|(known, _)| *known == ladders) {
            seeker.change(with_kept);
            return None;
        }
        let Ladders(catalog) = ladders.clone();
        match Seeker::start(move || with_kept(&Index::of(&catalog))) {
            Ok(seeker) => {
                self.seeker = Some((ladders, seeker));
                None
            }
            Err(error) => Some(Outcome::Failed(format!("Nothing can be searched: {error}"))),
        }
    }

    /// Asks for what was typed last, now that it stands on the screen: a thread that is woken before may take this one's
    /// place on its processor, and the letter shows milliseconds later.
    pub(super) fn seek(&mut self) {
        if let (Some((_, seeker)), Some((typed, matching))) = (&mut self.seeker, self.question.take()) {
            seeker.ask(&typed, matching);
        }
    }

    /// What was found since.
    pub(super) fn found(&mut self) -> Option<Outcome> {
        self.seeker.as_mut()?.1.answer().map(|sought| Outcome::Found(Box::new(sought)))
    }

    /// Whether something is still being looked for.
    pub(super) fn is_seeking(&self) -> bool {
        self.seeker.as_ref().is_some_and(|(_, seeker)| seeker.is_busy())
    }
}
