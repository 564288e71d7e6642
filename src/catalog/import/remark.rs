//! [`Remark`]: one thing that was read out of a sheet, guessed, or not understood.

use crate::text::SafeText;

/// What a remark is about, in the order remarks are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// How the sheet is laid out.
    Sheet,
    /// What a column was taken for.
    Column,
    /// A column that nothing was taken from.
    Unused,
    /// A level, and what it came from.
    Level,
    /// A word for how well a skill is had, and the degree it was taken for.
    Degree,
    /// A family.
    Family,
    /// A role.
    Role,
    /// A skill.
    Skill,
    /// A row or cell that was read in another way than it stands, or not at all.
    Row,
}

impl Topic {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Column => "column",
            Self::Unused => "unused",
            Self::Level => "level",
            Self::Degree => "degree",
            Self::Family => "family",
            Self::Role => "role",
            Self::Skill => "skill",
            Self::Row => "row",
        }
    }
}

/// One thing that was read out of a sheet, guessed, or not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub topic: Topic,
    /// The line of the file, from 1, where it is about one.
    pub line: Option<u64>,
    /// What stands in the sheet.
    pub written: SafeText,
    /// What became of it; empty for nothing.
    pub became: SafeText,
    /// How that came about, or how much of it there is.
    pub note: SafeText,
}

impl Remark {
    /// A remark without a line.
    pub(super) fn new(topic: Topic, written: &str, became: &str, note: &str) -> Self {
        let text = SafeText::line;
        Self { topic, line: None, written: text(written), became: text(became), note: text(note) }
    }

    /// A remark about the row on `line`.
    pub(super) fn row(line: u64, written: &str, note: &str) -> Self {
        let written: String = written.chars().take(120).collect();
        Self { line: Some(line), ..Self::new(Topic::Row, &written, "", note) }
    }
}
