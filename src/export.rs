//! What leaves the program as a document, whoever asks for it: the command line today, the explorer as well. Values in,
//! text out: no files, no terminal. Knows the ladder's types and text.
//!
//! Each thing that can be exported is told once, as a [`Report`], and each [`Format`] is made from that. JSON has shapes
//! of its own, one for each thing, with a number that scripts can rely on.

mod beyond;
pub mod compare;
mod csv;
pub mod diff;
pub mod gap;
mod html;
pub mod interview;
mod json;
pub mod ladder;
mod markdown;
pub mod near;
pub mod path;
mod plain;
pub mod practice;
mod report;
pub mod role;

pub use beyond::{Adds, new_skills, raised_skills, says};
pub use json::document as json;
pub use plain::{plain, sections};
use report::{Book, Chapter};
pub use report::{Cell, Column, Para, Part, Piece, Report, Tone};

/// What a document can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Markdown with tables, as GitHub reads it.
    Markdown,
    /// One table with a name for each column.
    Csv,
    /// One page that needs no other file.
    Html,
}

impl Format {
    /// `report` in this format; it ends with a line break.
    pub fn render(self, report: &Report) -> String {
        match self {
            Self::Markdown => markdown::render(report),
            Self::Csv => csv::render(report),
            Self::Html => html::render(report),
        }
    }
}
