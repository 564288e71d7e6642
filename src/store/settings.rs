//! [`Settings`]: what somebody wishes in `config.toml`, which the program only reads. A wrong key or value costs that key
//! alone and is a [`Finding`]; whatever the file holds, reading it ends soon and there are settings.
//!
//! One table, [`ROWS`], has all keys: reading, checking, `rungs config show` and the printed file all come from it.

mod file;
mod finding;
mod keys;
mod print;
mod read;
mod table;
mod value;

use std::path::PathBuf;

use crate::domain::practice::{Rollover, USUAL_MINUTES};

pub use file::{Asked, create};
pub use finding::{Finding, Severity, notice};
pub use keys::{Rebinding, Word};
pub use print::{commented_out, default_file};
pub use table::{ROWS, Row};
pub use value::Value;

/// What somebody wishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The name of the theme at the start; none leaves it to the one chosen last.
    pub theme: Setting<Option<Box<str>>>,
    /// Whether the mouse is ours at the start.
    pub mouse: Setting<bool>,
    /// Whether frames are drawn with ASCII; none leaves it to locale and terminal.
    pub ascii: Setting<Option<bool>>,
    /// The command line of the editor, a command line that can be split into words; empty leaves it to the environment.
    pub editor: Setting<Box<str>>,
    /// The hour at which a day of practice begins.
    pub rollover: Setting<Rollover>,
    /// Catalogs beside the embedded one, as absolute paths where the file's own directory is known.
    pub catalogs: Setting<Vec<PathBuf>>,
    /// The minutes of a plan nobody asked for.
    pub minutes: Setting<u16>,
    /// The keys that are wished otherwise, by nobody looked at yet.
    pub keys: Vec<Rebinding>,
}

/// One wish, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// What holds.
    pub value: T,
    /// The line of the file that says so, from 1; none for the default.
    pub line: Option<usize>,
}

impl<T> Setting<T> {
    /// What holds where nobody wishes anything.
    fn default_of(value: T) -> Self {
        Self { value, line: None }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Setting::default_of(None),
            mouse: Setting::default_of(true),
            ascii: Setting::default_of(None),
            editor: Setting::default_of("".into()),
            rollover: Setting::default_of(Rollover::default()),
            catalogs: Setting::default_of(Vec::new()),
            minutes: Setting::default_of(USUAL_MINUTES),
            keys: Vec::new(),
        }
    }
}
