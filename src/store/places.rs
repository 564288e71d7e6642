//! Where things are kept: the config directory for what a person writes and keeps under version control, the data
//! directory for what the program gathers. Knows names of files, not what is in them.

use std::env;
use std::ffi::OsString;
use std::path::{self, PathBuf};

use directories::ProjectDirs;

/// The two directories; one is `None` if it cannot be told where it is, and nothing is kept there then.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// Bookmarks, settings and catalogs.
    pub config: Option<PathBuf>,
    /// Practice, answers, stories, drafts and the last place.
    pub data: Option<PathBuf>,
}

/// The directories given on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explicit {
    /// `--config-dir`.
    pub config: Option<PathBuf>,
    /// `--data-dir`.
    pub data: Option<PathBuf>,
}

impl Places {
    /// The places of this process: its arguments, its environment, its system's custom.
    pub fn of_this_process(explicit: Explicit) -> Self {
        // What somebody types counts from where they stand.
        let absolute = |given: Option<PathBuf>| given.map(|given| path::absolute(&given).unwrap_or(given));
        let explicit = Explicit { config: absolute(explicit.config), data: absolute(explicit.data) };
        let custom = || {
            ProjectDirs::from("", "", "rungs").map_or_else(Self::default, |project| Self {
                config: Some(project.config_dir().to_owned()),
                data: Some(project.data_dir().to_owned()),
            })
        };
        Self::find(explicit, |name| env::var_os(name), custom)
    }

    /// For each directory the first that is given: explicitly, by `RUNGS_*_DIR`, by an absolute `XDG_*_HOME` (on macOS
    /// too), by the system's custom. A relative one would move with the current directory, so it is none at all.
    /// `custom` is asked at most once, and only where it counts: without `HOME` it looks through the system's users.
    pub fn find(
        explicit: Explicit,
        variable: impl Fn(&str) -> Option<OsString>,
        custom: impl FnOnce() -> Self,
    ) -> Self {
        let variable = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let xdg = |name| variable(name).filter(|home| home.is_absolute()).map(|home| home.join("rungs"));
        let config = explicit.config.or_else(|| variable("RUNGS_CONFIG_DIR")).or_else(|| xdg("XDG_CONFIG_HOME"));
        let data = explicit.data.or_else(|| variable("RUNGS_DATA_DIR")).or_else(|| xdg("XDG_DATA_HOME"));
        let custom = if config.is_none() || data.is_none() { custom() } else { Self::default() };
        let (config, data) = (config.or(custom.config), data.or(custom.data));
        Self { config: config.filter(|config| config.is_absolute()), data: data.filter(|data| data.is_absolute()) }
    }

    /// What to say once when a directory is missing.
    pub fn notice(&self) -> Option<&'static str> {
        match (&self.config, &self.data) {
            (Some(_), Some(_)) => None,
            (None, Some(_)) => Some("bookmarks are not kept: no config directory (set RUNGS_CONFIG_DIR)"),
            (Some(_), None) => Some("ratings and the last place are not kept: no data directory (set RUNGS_DATA_DIR)"),
            (None, None) => Some("nothing is kept: no directories (set RUNGS_CONFIG_DIR and RUNGS_DATA_DIR)"),
        }
    }

    /// The journal of bookmarks.
    pub fn bookmarks(&self) -> Option<PathBuf> {
        in_directory(self.config.as_ref(), "bookmarks.jsonl")
    }

    /// The settings, which the program only reads.
    pub fn settings(&self) -> Option<PathBuf> {
        in_directory(self.config.as_ref(), "config.toml")
    }

    /// The directory of a person's own catalogs, which the program only reads.
    pub fn catalogs(&self) -> Option<PathBuf> {
        in_directory(self.config.as_ref(), "catalogs")
    }

    /// The directory of a person's own themes, which the program only reads.
    pub fn themes(&self) -> Option<PathBuf> {
        in_directory(self.config.as_ref(), "themes")
    }

    /// The journal of practice.
    pub fn practice(&self) -> Option<PathBuf> {
        in_directory(self.data.as_ref(), "practice.jsonl")
    }

    /// The directory of written answers.
    pub fn answers(&self) -> Option<PathBuf> {
        in_directory(self.data.as_ref(), "answers")
    }

    /// The directory of stories.
    pub fn stories(&self) -> Option<PathBuf> {
        in_directory(self.data.as_ref(), "stories")
    }

    /// Where the reader was.
    pub fn place(&self) -> Option<PathBuf> {
        in_directory(self.data.as_ref(), "place.json")
    }

    /// The directory of notes that are in an editor.
    pub fn drafts(&self) -> Option<PathBuf> {
        in_directory(self.data.as_ref(), "drafts")
    }
}

fn in_directory(directory: Option<&PathBuf>, name: &str) -> Option<PathBuf> {
    directory.map(|directory| directory.join(name))
}
