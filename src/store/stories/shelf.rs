//! [`Shelf`]: the stories of all files, and the files that are none as they stand.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::read;
use crate::domain::story::{Story, StorySlug};
use crate::store::disk::{self, Purpose};
use crate::text::SafeText;

/// The longest story, in bytes.
const LONGEST: u64 = 256 << 10;

/// All stories there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The stories, by the names of their files.
    pub stories: Vec<Story>,
    /// Files that are no story as they stand.
    pub broken: Vec<Broken>,
}

/// A file that is no story as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1; `None` where the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong, and what would be right.
    pub what: SafeText,
}

impl Shelf {
    /// The stories that the texts of these files tell, for who has no disk.
    pub fn of_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut shelf = Self::default();
        for (name, text) in files {
            let path = PathBuf::from(name);
            let story =
                slug_of(&path).and_then(|slug| read::story(slug, text).map_err(|(line, what)| (Some(line), what)));
            shelf.put(path, story);
        }
        shelf
    }

    /// The story called `slug`.
    pub fn story(&self, slug: &StorySlug) -> Option<&Story> {
        self.stories.iter().find(|story| story.slug == *slug)
    }

    /// What is wrong with the file of the story called `slug`.
    pub fn wrong(&self, slug: &StorySlug) -> Option<&Broken> {
        self.broken.iter().find(|broken| slug_of(&broken.path).is_ok_and(|broken| broken == *slug))
    }

    pub(super) fn put(&mut self, path: PathBuf, story: Result<Story, Wrong>) {
        match story {
            Ok(story) => self.stories.push(story),
            Err((line, what)) => self.broken.push(Broken { path, line, what: SafeText::line(&what) }),
        }
    }
}

impl Broken {
    /// The name of its file.
    pub fn name(&self) -> SafeText {
        SafeText::line(&self.path.file_name().unwrap_or_default().to_string_lossy())
    }
}

/// The line, where it is one, and what is wrong there.
type Wrong = (Option<usize>, String);

pub(super) fn is_story(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with('.') && path.extension().is_some_and(|extension| extension == "md")
}

/// The story in the file at `path`, or the line and what is wrong there.
pub(super) fn read_file(path: &Path) -> Result<Story, Wrong> {
    let slug = slug_of(path)?;
    let mut bytes = Vec::new();
    let read = disk::open(path, Purpose::Read).and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes));
    read.map_err(|error| (None, format!("cannot be read: {error}")))?;
    if bytes.len() as u64 > LONGEST {
        return Err((None, format!("is longer than {} KiB", LONGEST >> 10)));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        (Some(line), "is not UTF-8; save the file as UTF-8".to_owned())
    })?;
    read::story(slug, &text).map_err(|(line, what)| (Some(line), what))
}

fn slug_of(path: &Path) -> Result<StorySlug, Wrong> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.parse().map_err(|()| {
        (None, "a story's file is named in small letters, figures and hyphens, such as two-ledgers.md".to_owned())
    })
}
