//! What update wants from the world, and what comes back. Values only: the runtime carries them out.

use std::sync::Arc;

use super::practice::{Now, Paper};
use super::stories::{Draft as StoryDraft, Why};
use super::theme::Theme;
use crate::catalog::Catalog;
use crate::domain::practice::StudyDay;
use crate::domain::story::StorySlug;
use crate::search::{Matching, Sought};
use crate::store::{Bookmarks, Change, Entry, EntryId, Practice, Remark, Shelf, Subject};
use crate::text::SafeText;

/// Something only the world can do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Keep changes on disk; they are undone together.
    Keep(Vec<Change>, Purpose),
    /// Keep what the reader says of themselves; it is undone together.
    Say(Vec<Remark>, Purpose),
    /// Read what they said before.
    ReadPractice,
    /// Try again to keep what could not be kept.
    SaveAgain,
    /// Put what could not be kept elsewhere.
    Rescue(Rescue),
    /// Ask for something to be put on the clipboard.
    Copy {
        /// What it is, to end a sentence.
        what: String,
        /// All of it, without a line break at its end.
        text: SafeText,
    },
    /// Write a document to a new file in the current directory.
    Export {
        /// What the file is called; another gets a number.
        name: String,
        /// All of it.
        text: String,
    },
    /// Open the editor on a note.
    EditNote(Draft),
    /// Open the editor on an answer in its file, which is made if there is none yet.
    EditAnswer(Paper),
    /// Keep an answer in its file, which is made if there is none yet.
    KeepAnswer(Paper),
    /// Read an answer from its file.
    ReadAnswer(Paper),
    /// Read the themes there are.
    ReadThemes,
    /// Read the stories.
    ReadStories,
    /// Open the editor on a story in its file, which is made if it is a new one.
    EditStory(StoryDraft),
    /// Say how late it is.
    Time,
    /// Make what can be found of these ladders and of what is kept.
    Index {
        /// The ladders.
        ladders: Ladders,
        /// The bookmarks with their tags and notes; the world knows the stories.
        bookmarks: Box<Bookmarks>,
    },
    /// Find what was typed, in place of what was asked for before.
    Seek {
        /// What was typed.
        typed: String,
        /// How words match.
        matching: Matching,
    },
    /// Leave the mouse to the terminal (`false`) or take it.
    Mouse(bool),
    /// Draw every cell anew.
    Redraw,
    /// Stop, and give the shell its terminal back.
    Suspend,
}

/// Why a change is made: what becomes of the change that takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The reader asked for it.
    Do,
    /// It takes another back.
    Undo,
    /// It makes another again.
    Redo,
    /// It follows from the change before it, and is undone with that.
    Also,
    /// It is kept by the way: no change of the reader's, and never taken back.
    Aside,
}

/// Where to put what could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rescue {
    /// On the clipboard.
    Clipboard,
    /// In a file of its own.
    File,
}

/// A note on its way to the editor or back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose note it is.
    pub of: Subject,
    /// Its text.
    pub text: String,
    /// The notes it is made from.
    pub base: Vec<EntryId>,
}

/// Ladders on their way into the world, the same where they are in the same place in memory.
#[derive(Debug, Clone)]
pub struct Ladders(pub Arc<Catalog>);

impl PartialEq for Ladders {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What became of an effect, or what the world noticed by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Changes got their place in time and are on their way to disk.
    Kept(Vec<Entry<Change>>, Purpose),
    /// Changes are on disk.
    Saved {
        /// Which.
        changes: Vec<EntryId>,
        /// What should be known although all went well.
        caution: Option<&'static str>,
    },
    /// Changes are not on disk.
    NotSaved {
        /// Which.
        changes: Vec<EntryId>,
        /// Why, in a sentence.
        why: String,
    },
    /// Remarks got their places in time and are on their way to disk.
    Said(Vec<Entry<Remark>>, Purpose),
    /// What was said before, or what others said meanwhile.
    PracticeRead {
        /// All of it.
        practice: Box<Practice>,
        /// What there is to say about the journal.
        notice: Option<String>,
        /// The day the journal was touched last.
        touched: Option<StudyDay>,
    },
    /// The ladders' files were changed: this is what they hold now.
    Renewed(Ladders),
    /// The journal on disk holds what others wrote meanwhile.
    Reloaded(Box<Bookmarks>),
    /// The editor is done.
    Edited(Draft),
    /// An answer is in its file, as the editor left it.
    Answered(Paper),
    /// An answer is in its file, or was read from it.
    AnswerKept(Paper),
    /// The editor, or the disk, did not do its part; the answer is as far as it got.
    AnswerStuck(Paper, String),
    /// The themes there are.
    Themes {
        /// All of them, those that come with the program first.
        themes: Vec<Theme>,
        /// What is wrong with the files of the others.
        notice: Option<String>,
    },
    /// The stories as their files are.
    Stories(Box<Shelf>),
    /// The editor is done with a story.
    StoryEdited {
        /// Which; none where nothing was written, or its file has no name of a story.
        slug: Option<StorySlug>,
        /// What it was edited for.
        why: Why,
        /// The stories as their files are now.
        shelf: Box<Shelf>,
        /// What the editor did not do, in a sentence.
        trouble: Option<String>,
    },
    /// It is this late.
    Time(Now),
    /// What was typed is found.
    Found(Box<Sought>),
    /// Something is done, in a sentence.
    Told(String),
    /// Something could not be done, in a sentence.
    Failed(String),
}
