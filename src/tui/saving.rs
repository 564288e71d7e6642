//! The changes on their way to disk. A change shows at once and counts at once, but it is called done only when the disk
//! has confirmed it.

use super::action::Verb;
use super::effect::Rescue;
use super::keymap::{Context, Keymap};
use super::notice::{Notice, Tone};
use crate::store::EntryId;
use crate::text::SafeText;

/// The changes that are not known to be on disk, in the order they were made.
#[derive(Debug, Default)]
pub struct Saving(Vec<Unsaved>);

#[derive(Debug)]
struct Unsaved {
    change: EntryId,
    /// What to say once it is saved.
    done: String,
    refused: bool,
}

impl Saving {
    /// Remembers a change that is on its way, and what to say once it is on disk.
    pub fn begin(&mut self, change: EntryId, done: String) {
        self.0.push(Unsaved { change, done, refused: false });
    }

    /// Takes out the `changes` that are on disk now; what to say of each.
    pub fn saved(&mut self, changes: &[EntryId]) -> Vec<String> {
        self.0.extract_if(.., |unsaved| changes.contains(&unsaved.change)).map(|unsaved| unsaved.done).collect()
    }

    /// Takes note of `changes` that could not be saved.
    pub fn refused(&mut self, changes: &[EntryId]) {
        for unsaved in self.0.iter_mut().filter(|unsaved| changes.contains(&unsaved.change)) {
            unsaved.refused = true;
        }
    }

    /// Takes note that everything is tried once more.
    pub fn again(&mut self) {
        for unsaved in &mut self.0 {
            unsaved.refused = false;
        }
    }

    /// How many changes could not be saved and are not being tried.
    pub fn refusals(&self) -> usize {
        self.0.iter().filter(|unsaved| unsaved.refused).count()
    }

    /// What stands in the notice line while nothing else is to be said: how many changes are not on disk.
    pub fn notice(&self, keys: Keymap, context: Context) -> Option<Notice> {
        let (tone, text) = match (self.refusals(), self.0.len()) {
            (0, 0) => return None,
            (0, _) => (Tone::Plain, "Saving ...".to_owned()),
            (refused, _) => {
                let changes = if refused == 1 { "1 change".to_owned() } else { format!("{refused} changes") };
                let how = [
                    (Verb::SaveAgain, "# saves again"),
                    (Verb::Rescue(Rescue::Clipboard), "# copies"),
                    (Verb::Rescue(Rescue::File), "# writes a file"),
                ];
                (Tone::Wrong, format!("NOT SAVED: {changes}{}.", keys.listed(context, ": ", &how)))
            }
        };
        Some(Notice { tone, text: SafeText::line(&text) })
    }
}
