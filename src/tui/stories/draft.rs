//! A story on its way to the editor.

use std::path::PathBuf;

use crate::domain::story::StorySlug;

/// A story on its way to the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it is.
    pub file: StoryFile,
    /// What it is edited for.
    pub why: Why,
}

/// Where a story is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoryFile {
    /// In no file yet.
    New {
        /// What its file is called after.
        title: String,
        /// What it begins with.
        text: String,
    },
    /// In the file of its name.
    Kept(StorySlug),
    /// In a file that is no story as it stands.
    Broken(PathBuf),
}

/// What a story is edited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// For itself.
    Itself,
    /// As the story that was told in the answer on the screen.
    Told,
}
