//! [`Finding`]: something wrong with the settings, and where.

use std::fmt;

use serde::Serialize;

use super::keys::Word;
use crate::text::SafeText;

/// Something wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file, as it was opened.
    pub file: SafeText,
    /// The line, from 1; none where it is about the whole file.
    pub line: Option<usize>,
    /// The character within the line, from 1.
    pub column: Option<usize>,
    /// What is wrong, and what would be right.
    pub text: SafeText,
}

impl Finding {
    /// What is wrong with a word of `file`.
    pub fn of_word(file: &SafeText, word: &Word, text: &str) -> Self {
        Self { file: file.clone(), line: Some(word.line), column: Some(word.column), text: SafeText::line(text) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.text)
    }
}

/// One line for all `findings`: the first, how many there are, and what lists them. Nothing where there is none.
pub fn notice(findings: &[Finding]) -> Option<String> {
    let first = findings.first()?;
    let name = first.file.rsplit('/').next().unwrap_or_default();
    let line = first.line.map(|line| format!(":{line}")).unwrap_or_default();
    let all = match findings.len() {
        1 => String::new(),
        all => format!("{all} problems: "),
    };
    Some(format!("{name}{line}: {} ({all}see rungs config check)", first.text))
}
