//! From a spreadsheet to a catalog: text in, a catalog and everything that was guessed or not understood out.
//!
//! ```text
//! bytes -> decode -> table -> columns -> long | matrix -> levels -> build -> Written
//! ```
//!
//! Sheets say who needs what in two forms. **Long**: a row for each role and skill. **Matrix**: a row for each skill, a
//! column for each level. Both become [`Line`]s, and what follows knows only those. Nothing here reads or writes files.

mod build;
mod columns;
mod decode;
mod degrees;
mod guess;
mod levels;
mod long;
mod matrix;
mod names;
mod prose;
mod remark;
mod skills;
mod table;
mod titles;

use std::fmt;

use thiserror::Error;

use super::files::Files;
use super::problem::{Problem, Severity};
use super::written::Written;
use super::{check, problem};
use crate::domain::Framework;
use crate::text::nearest;
pub use columns::Column;
pub use decode::{Encoding, decode};
pub use remark::{Remark, Topic};

/// How a sheet is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A row for each role and skill.
    Long,
    /// A row for each skill, a column for each level.
    Matrix,
}

impl Form {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Matrix => "matrix",
        }
    }
}

/// What whoever imports a sheet says of it. What is not said is guessed from the sheet.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// What the catalog is called; a sheet that names no family is one of this name.
    pub name: String,
    /// The character between two cells.
    pub delimiter: Option<u8>,
    /// How the sheet is laid out.
    pub form: Option<Form>,
    /// What some columns hold, by their headers.
    pub columns: Vec<(Column, String)>,
    /// The levels, lowest first: their names, or how titles on them begin.
    pub levels: Vec<String>,
    /// The words for how well a skill is had, least first.
    pub degrees: Vec<String>,
}

/// A catalog made from a sheet.
#[derive(Debug)]
pub struct Import {
    /// The catalog.
    pub catalog: Written,
    /// What was read into it, and what was not: in the order it should be told.
    pub remarks: Vec<Remark>,
    /// How many warnings a check of it gives.
    pub warnings: usize,
}

/// Why nothing can be made from a sheet.
#[derive(Debug, Error)]
pub enum ImportError {
    /// No row with anything in it.
    #[error("the sheet is empty")]
    Empty,
    /// A row that is no CSV.
    #[error("line {line}: {message}")]
    Malformed {
        /// The line, from 1.
        line: u64,
        /// What the parser says.
        message: String,
    },
    /// A column that is not there.
    #[error("no column is called \"{wanted}\"{}", told_columns(.headers, .meant.as_deref()))]
    NoColumn {
        /// The header that was asked for.
        wanted: String,
        /// What was meant.
        meant: Option<String>,
        /// All headers.
        headers: Vec<String>,
    },
    /// Headers that tell nothing.
    #[error("it is not clear what the columns hold{}\nsay it with --skill, --level and the like", told_columns(.headers, None))]
    Unclear {
        /// All headers.
        headers: Vec<String>,
    },
    /// A sheet without a single row that could be used.
    #[error("no row below the headers (line {header}) names a role or a skill")]
    NoRows {
        /// The line of the headers.
        header: u64,
    },
    /// What came of it would be refused.
    #[error("what comes of it would be no catalog: {}", first(.0))]
    Refused(Vec<Problem>),
    /// What came of it could not be written down.
    #[error("what comes of it cannot be written as JSON: {0}")]
    Unwritten(#[from] serde_json::Error),
}

fn told_columns(headers: &[String], meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!(": did you mean \"{meant}\"?"),
        None => format!(": the sheet has {}", headers.join(", ")),
    }
}

fn first(problems: &[Problem]) -> String {
    let errors = problems.iter().filter(|problem| problem.severity == problem::Severity::Error);
    errors.map(ToString::to_string).next().unwrap_or_default()
}

/// One thing a sheet says: that a role asks for a skill, or, without one, that there is such a role. What a sheet does
/// not say is empty.
#[derive(Debug, Clone, Copy, Default)]
struct Line<'t> {
    /// The line of the file, from 1.
    number: u64,
    department: &'t str,
    family: &'t str,
    about_family: &'t str,
    level: &'t str,
    title: &'t str,
    about_role: &'t str,
    track: &'t str,
    skill: &'t str,
    about_skill: &'t str,
    kind: &'t str,
    degree: &'t str,
    in_use: &'t str,
    weight: &'t str,
}

/// Makes a catalog from the sheet `text`. Levels that `scale` knows by a name or an alias get its ids.
///
/// # Errors
///
/// When nothing can be made of it, with what to do.
pub fn import(text: &str, said: &Said, scale: &Framework) -> Result<Import, ImportError> {
    let table = table::read(text, said.delimiter)?;
    let mut remarks = Vec::new();
    let plan = guess::plan(&table, said, &mut remarks)?;
    let lines = match plan.form {
        Form::Long => long::lines(&table, &plan, &mut remarks),
        Form::Matrix => matrix::lines(&table, &plan),
    };
    if lines.is_empty() {
        return Err(ImportError::NoRows { header: table.line_of(plan.header) });
    }
    let catalog = build::catalog(&lines, plan.form, said, scale, &mut remarks);
    if catalog.counts().1 == 0 {
        return Err(ImportError::NoRows { header: table.line_of(plan.header) });
    }
    let problems = check(&Files::one("the sheet", catalog.one()?));
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(ImportError::Refused(problems));
    }
    remarks.sort_by_key(|remark| (remark.topic, remark.line));
    Ok(Import { catalog, remarks, warnings: problems.len() })
}

/// A header that `wanted` may mean: the same but for case and blanks.
fn find_header(headers: &[String], wanted: &str) -> Result<usize, ImportError> {
    let plain = names::plain(wanted);
    headers.iter().position(|header| names::plain(header) == plain).ok_or_else(|| ImportError::NoColumn {
        wanted: wanted.to_owned(),
        meant: meant(headers, &plain),
        headers: headers.iter().filter(|header| !header.is_empty()).cloned().collect(),
    })
}

/// The header that looks most like `wanted`.
fn meant(headers: &[String], wanted: &str) -> Option<String> {
    let plains: Vec<String> = headers.iter().map(|header| names::plain(header)).collect();
    let nearest = nearest(wanted, plains.iter().map(String::as_str), 1).first().copied()?;
    headers.iter().zip(&plains).find(|(_, plain)| *plain == nearest).map(|(header, _)| header.clone())
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
