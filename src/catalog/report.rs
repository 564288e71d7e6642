//! [`Report`]: problems as they are found, counted, bounded, and in the end put into order with their positions.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use super::files::{CatalogFile, Files};
use super::locate::locate;
use super::path::{JsonPath, Segment};
use super::problem::{Check, Problem, Severity};
use crate::text::{SafeText, hint, lines_and_columns};

/// The most errors that are listed.
const LISTED: usize = 1_000;
/// The most warnings of one kind that are listed: a loud kind hides no other.
const LISTED_OF_A_KIND: usize = 200;
/// The most characters of one message.
const MESSAGE: usize = 400;
/// How many words may be compared for suggestions in all, so that a large catalog full of typing errors does not take
/// minutes to refuse.
const COMPARISONS: usize = 500_000;

/// A value's place: which file, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Its file, as a number in [`Files`].
    pub file: usize,
    pub path: JsonPath,
}

impl Place {
    /// The root of a file.
    pub(super) fn root(file: usize) -> Self {
        Self { file, path: JsonPath::default() }
    }

    /// The place one `step` further.
    pub(super) fn then(&self, step: impl Into<Segment>) -> Self {
        Self { file: self.file, path: self.path.then(step) }
    }
}

/// The problems found so far.
#[derive(Debug)]
pub(super) struct Report {
    found: Vec<Found>,
    errors: usize,
    /// How often each kind of warning was found.
    warnings: HashMap<Check, usize>,
    /// Whether parts of the catalog could not be read, so that nothing can be said about what it lacks.
    partial: bool,
    comparisons_left: usize,
    /// For each file, whether it is known to be valid: what lies over it may not make it wrong.
    proven: Vec<bool>,
}

#[derive(Debug)]
struct Found {
    check: Check,
    file: usize,
    spot: Spot,
    text: SafeText,
}

#[derive(Debug)]
enum Spot {
    File,
    Byte(usize),
    Path(JsonPath),
}

impl Report {
    /// A report on `files`, empty so far.
    pub(super) fn of(files: &Files) -> Self {
        let proven = files.files.iter().map(|file| file.proven).collect();
        let warnings = HashMap::new();
        Self { found: Vec::new(), errors: 0, warnings, partial: false, comparisons_left: COMPARISONS, proven }
    }

    /// Notes that something is wrong with the value at `place`.
    pub(super) fn add(&mut self, check: Check, place: &Place, text: impl fmt::Display) {
        self.note(check, place.file, text, || Spot::Path(place.path.clone()));
    }

    /// Notes that something is wrong at byte `offset` of a file.
    pub(super) fn add_at_byte(&mut self, check: Check, file: usize, offset: usize, text: impl fmt::Display) {
        self.note(check, file, text, || Spot::Byte(offset));
    }

    /// Notes that something is wrong with a whole file.
    pub(super) fn add_file(&mut self, check: Check, file: usize, text: impl fmt::Display) {
        self.note(check, file, text, || Spot::File);
    }

    /// What to say behind "unknown x"; nothing once too much has been compared.
    pub(super) fn hint<'a>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Cow<'static, str> {
        let candidates: Vec<&str> = candidates.into_iter().collect();
        match self.comparisons_left.checked_sub(candidates.len()) {
            Some(left) => {
                self.comparisons_left = left;
                hint(word, &candidates)
            }
            None => "".into(),
        }
    }

    /// Whether an error was found, listed or not.
    pub(super) fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether parts of the catalog could not be read.
    pub(super) fn is_partial(&self) -> bool {
        self.partial
    }

    /// The problems in the order of the files and of their places in them.
    pub(super) fn finish(self, files: &Files) -> Vec<Problem> {
        let Self { found, errors, warnings, .. } = self;
        let mut by_file: Vec<Vec<Found>> = files.files.iter().map(|_| Vec::new()).collect();
        for problem in found {
            if let Some(of_file) = by_file.get_mut(problem.file) {
                of_file.push(problem);
            }
        }
        let mut problems: Vec<Problem> =
            files.files.iter().zip(by_file).flat_map(|(file, found)| placed(file, found)).collect();
        let unlisted = warnings.values().map(|count| count.saturating_sub(LISTED_OF_A_KIND)).sum();
        problems.extend(not_listed(files, errors.saturating_sub(LISTED), unlisted));
        problems
    }

    fn note(&mut self, check: Check, file: usize, text: impl fmt::Display, spot: impl FnOnce() -> Spot) {
        if self.proven.get(file) == Some(&true) {
            return;
        }
        let (count, most) = match check.severity() {
            Severity::Error => (&mut self.errors, LISTED),
            Severity::Warning => (self.warnings.entry(check).or_default(), LISTED_OF_A_KIND),
        };
        *count += 1;
        self.partial |= check.loses_a_part();
        if *count <= most {
            let text: String = text.to_string().chars().take(MESSAGE).collect();
            self.found.push(Found { check, file, spot: spot(), text: SafeText::line(&text) });
        }
    }
}

/// The problems of one file, in the order of their places; what concerns the whole file comes first.
fn placed(file: &CatalogFile, found: Vec<Found>) -> Vec<Problem> {
    let text = match &file.text {
        Ok(text) => text,
        Err(unread) => unread.before.as_deref().unwrap_or_default(),
    };
    let paths: Vec<&JsonPath> = found.iter().filter_map(|found| found.spot.path()).collect();
    let mut located = locate(text, &paths).into_iter();
    let mut found: Vec<(Option<usize>, Found)> = found
        .into_iter()
        .map(|found| {
            let offset = match found.spot {
                Spot::File => None,
                Spot::Byte(offset) => Some(offset),
                Spot::Path(_) => located.next(),
            };
            (offset, found)
        })
        .collect();
    found.sort_by_key(|(offset, _)| *offset);
    let mut places = lines_and_columns(text, found.iter().filter_map(|(offset, _)| *offset)).into_iter();
    let problem = |(offset, found): (Option<usize>, Found)| {
        let (line, column) = offset.and_then(|_| places.next()).unzip();
        let path = found.spot.path().map(|path| SafeText::line(&path.to_string())).unwrap_or_default();
        let (check, severity) = (found.check, found.check.severity());
        Problem { severity, check, file: file.name.clone(), line, column, path, text: found.text }
    };
    found.into_iter().map(problem).collect()
}

/// One last problem that counts what there was no room for.
fn not_listed(files: &Files, errors: usize, warnings: usize) -> Option<Problem> {
    let text = match (errors, warnings) {
        (0, 0) => return None,
        (errors, 0) => format!("{errors} more errors are not listed"),
        (0, warnings) => format!("{warnings} more warnings are not listed"),
        (errors, warnings) => format!("{errors} more errors and {warnings} more warnings are not listed"),
    };
    Some(Problem {
        severity: Severity::Warning,
        check: Check::NotListed,
        file: files.files.last()?.name.clone(),
        line: None,
        column: None,
        path: SafeText::default(),
        text: SafeText::line(&text),
    })
}

impl Spot {
    fn path(&self) -> Option<&JsonPath> {
        match self {
            Self::Path(path) => Some(path),
            Self::File | Self::Byte(_) => None,
        }
    }
}
