//! What a person keeps, safe on disk: [`Bookmarks`] and [`Practice`], each in a [`Journal`] that is only ever appended
//! to, the [`Place`] the reader was at, the [`Draft`] of a note, and the files of [`Answers`]. Knows files and the
//! ladder's ids; nothing of catalogs or screens.
//!
//! ```text
//! Places ── where the files are
//! Journal ─ read, stamp, append ── Saver: the same on a thread, so that no key ever waits for a disk
//!    ├─ Entry<Change> ── Bookmarks: the fold over all entries, a value without any file behind it
//!    └─ Entry<Remark> ── Practice: the same for what somebody says of themselves
//! ```

mod answers;
mod bookmarks;
mod clock;
mod disk;
mod draft;
mod journal;
mod new_file;
mod place;
mod places;
mod practice;
mod register;
mod rescue;
mod saver;
mod settings;
mod stories;
mod themes;

pub use answers::{AnswerError, Answers};
pub use bookmarks::{Bookmark, Bookmarks, Change, Note, Pin, RoleSet, Subject, Tag};
pub use clock::{Clock, Stopwatch};
pub use draft::{Draft, DraftError};
pub use journal::{
    Entry, EntryId, Fault, Findings, Inspection, Journal, LONGEST_RECORD, Lock, Quarantine, QuarantineAge, READER,
    ReadError, Reading, Record, SaveError, Saved, Stamp, Stamper, Step, What, inspect, lines,
};
pub use new_file::write_new;
pub use place::{Place, PlaceError};
pub use places::{Explicit, Places};
pub use practice::{Given, Over, Practice, Practised, Remark, Session, Tellings, Told, Waiting};
pub use rescue::{rescue, rescue_text};
pub use saver::{NotSaved, Report, Saver, UnderWay};
pub use settings::{
    Asked, Finding, ROWS as SETTINGS, Rebinding, Row, Setting, Settings, Severity, Value, Word, commented_out,
    create as create_settings, default_file, notice,
};
pub use stories::{Broken, Shelf, ShelfState, Stories, StoryError, blank as blank_story};
pub use themes::{ThemeFile, theme_file, theme_files};
