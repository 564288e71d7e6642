//! [`Finding`]: something wrong with the settings, and where.

use std::fmt;

use serde::Serialize;

use super::keys::Word;
use crate::text::SafeText;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It is not as it is wished.
    Error,
    /// It is as it is wished, and may not be as it is meant.
    Warning,
}

impl Severity {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Something wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file, as it was opened.
    pub file: SafeText,
    /// The line, from 1; none where it is about the whole file.
    pub line: Option<usize>,
    /// The character within the line, from 1.
    pub column: Option<usize>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, and what would be right.
    pub text: SafeText,
}

impl Finding {
    /// What is wrong with a word of `file`.
    pub fn of_word(file: &SafeText, word: &Word, text: &str) -> Self {
        let (line, column) = (Some(word.line), Some(word.column));
        Self { file: file.clone(), line, column, severity: Severity::Error, text: SafeText::line(text) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        let warning = if self.severity == Severity::Warning { "warning: " } else { "" };
        write!(f, ": {warning}{}", self.text)
    }
}

/// One line for all `findings`: the first, how many there are, and what lists them. Nothing where nothing is wrong: a warning
/// is for whoever asks.
pub fn notice(findings: &[Finding]) -> Option<String> {
    let errors = || findings.iter().filter(|finding| finding.severity == Severity::Error);
    let first = errors().next()?;
    let name = first.file.rsplit('/').next().unwrap_or_default();
    let line = first.line.map(|line| format!(":{line}")).unwrap_or_default();
    let all = match errors().count() {
        1 => String::new(),
        all => format!("{all} problems: "),
    };
    Some(format!("{name}{line}: {} ({all}see rungs config check)", first.text))
}
