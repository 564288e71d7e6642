//! Stories and their files.

use std::fs;
use std::path::{Path, PathBuf};

use super::Live;
use crate::domain::story::StorySlug;
use crate::store::{Shelf, StoryError};
use crate::tui::editor::Editor;
use crate::tui::effect::Outcome;
use crate::tui::stories::{Draft, StoryFile};

impl Live {
    /// Reads the stories; from now on changes of their files are looked for.
    pub(super) fn read_stories(&mut self) -> Outcome {
        match self.shelf() {
            Ok(read) => Outcome::Stories(Box::new(read)),
            Err(error) => Outcome::Failed(error.to_string()),
        }
    }

    /// The stories, where a file came, went or was written since they were read; nothing while nobody asked for them.
    pub(super) fn stories_changed(&mut self) -> Option<Outcome> {
        let seen = self.stories_seen.as_ref()?;
        (self.stories.state() != *seen).then(|| self.read_stories())
    }

    fn shelf(&mut self) -> Result<Shelf, StoryError> {
        // Looked at first: what is written while they are read is seen the next time.
        self.stories_seen = Some(self.stories.state());
        self.stories.read()
    }

    /// Opens the editor on a story. A new one in which nothing was written is not kept.
    pub(super) fn edit_story(&mut self, Draft { file, why }: Draft) -> Outcome {
        let editor = match Editor::of_this_process(&self.editor) {
            Ok(editor) => editor,
            Err(why) => return Outcome::Failed(why),
        };
        let (path, begun) = match self.file(file) {
            Ok(file) => file,
            Err(error) => return Outcome::Failed(error.to_string()),
        };
        let trouble = editor.open(&path).err();
        let is_new = begun.is_some();
        let untouched = begun.is_some_and(|text| fs::read_to_string(&path).is_ok_and(|written| written == text));
        if untouched {
            let _ = fs::remove_file(&path);
        }
        let path = if is_new { self.stories.settle(path) } else { path };
        let slug = (!untouched).then(|| slug_of(&path)).flatten();
        match self.shelf() {
            Ok(read) => Outcome::StoryEdited { slug, why, shelf: Box::new(read), trouble },
            Err(error) => Outcome::Failed(error.to_string()),
        }
    }

    /// Where a story is, and what a new one begins with.
    fn file(&self, file: StoryFile) -> Result<(PathBuf, Option<String>), StoryError> {
        match file {
            StoryFile::New { title, text } => Ok((self.stories.begin(&title, &text)?, Some(text))),
            StoryFile::Kept(slug) => Ok((self.stories.path(&slug).ok_or(StoryError::Nowhere)?, None)),
            StoryFile::Broken(path) => Ok((path, None)),
        }
    }
}

fn slug_of(path: &Path) -> Option<StorySlug> {
    path.file_name()?.to_str().and_then(StorySlug::named)
}
