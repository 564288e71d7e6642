//! What a person does with bookmarks, and how it is written in the journal.

use serde::{Deserialize, Serialize};

use super::subject::Subject;
use crate::store::journal::{EntryId, Record};

/// A place that a reader takes on the ladders: at most one role has each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Pin {
    /// "I am here."
    Here,
    /// "I want this."
    Want,
}

impl Pin {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Here, Self::Want];

    /// The letter that stands for it on screen.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Here => "h",
            Self::Want => "w",
        }
    }
}

/// One change of the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "t")]
pub enum Change {
    /// Puts a bookmark on something.
    #[serde(rename = "bookmark.add")]
    Add {
        /// On what.
        of: Subject,
    },
    /// Takes it off again; tags and note stay for the next time.
    #[serde(rename = "bookmark.remove")]
    Remove {
        /// From what.
        of: Subject,
    },
    /// Replaces all its tags.
    #[serde(rename = "bookmark.tags")]
    Tags {
        /// Whose.
        of: Subject,
        /// The new ones, as they were typed.
        tags: Vec<String>,
    },
    /// Replaces its note.
    #[serde(rename = "bookmark.note")]
    Note {
        /// Whose.
        of: Subject,
        /// The new one, as it was typed; empty for none.
        text: String,
        /// The notes it was made from: usually one, several after a conflict, none for a first note.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        base: Vec<EntryId>,
    },
    /// Puts a pin on a role; the role that had it has it no more.
    #[serde(rename = "pin.set")]
    Pin {
        /// On what.
        of: Subject,
        /// Which.
        pin: Pin,
    },
    /// Takes a pin off: no role has it.
    #[serde(rename = "pin.clear")]
    Unpin {
        /// From what.
        of: Subject,
        /// Which.
        pin: Pin,
    },
}

impl Change {
    /// What it is about.
    pub fn of(&self) -> &Subject {
        match self {
            Self::Add { of }
            | Self::Remove { of }
            | Self::Tags { of, .. }
            | Self::Note { of, .. }
            | Self::Pin { of, .. }
            | Self::Unpin { of, .. } => of,
        }
    }
}

impl Record for Change {
    fn read(kind: &str, line: &str) -> Option<Self> {
        // One shape for each kind: a derived enum would copy all unknown fields of a newer version to look through them.
        #[derive(Deserialize)]
        struct Of {
            of: Subject,
        }
        #[derive(Deserialize)]
        struct Tags {
            of: Subject,
            tags: Vec<String>,
        }
        #[derive(Deserialize)]
        struct Note {
            of: Subject,
            text: String,
            #[serde(default)]
            base: Vec<EntryId>,
        }
        #[derive(Deserialize)]
        struct Pinned {
            of: Subject,
            pin: Pin,
        }
        fn fields<'a, T: Deserialize<'a>>(line: &'a str) -> Option<T> {
            serde_json::from_str(line).ok()
        }
        match kind {
            "bookmark.add" => fields(line).map(|Of { of }| Self::Add { of }),
            "bookmark.remove" => fields(line).map(|Of { of }| Self::Remove { of }),
            "bookmark.tags" => fields(line).map(|Tags { of, tags }| Self::Tags { of, tags }),
            "bookmark.note" => fields(line).map(|Note { of, text, base }| Self::Note { of, text, base }),
            "pin.set" => fields(line).map(|Pinned { of, pin }| Self::Pin { of, pin }),
            "pin.clear" => fields(line).map(|Pinned { of, pin }| Self::Unpin { of, pin }),
            _ => None,
        }
    }
}
