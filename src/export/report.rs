//! [`Report`]: a document in a neutral shape, from which each format is made.

use std::ops::Range;

use crate::domain::compare::Change;
use crate::text::SafeText;

/// A title, what there is to say about it, and rows in parts that share their columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What it is.
    pub title: String,
    /// Paragraphs below the title.
    pub about: Vec<Para>,
    /// The columns of all rows.
    pub columns: Vec<Column>,
    /// The rows.
    pub parts: Vec<Part>,
}

/// Several documents in one, behind a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Book {
    /// What it is.
    pub(super) title: String,
    /// The documents.
    pub(super) chapters: Vec<Chapter>,
}

/// One of several documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chapter {
    /// Its name for a program, which no other chapter has.
    pub(super) key: String,
    /// What the list says of it behind its title.
    pub(super) about: String,
    /// The document.
    pub(super) report: Report,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name for a program.
    pub key: String,
    /// Its name for a reader.
    pub title: String,
}

/// Rows that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name for a program.
    pub key: String,
    /// Its heading; empty where the document has one part only.
    pub title: String,
    /// What is said before the rows.
    pub about: Vec<Para>,
    /// A cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands where a row meets a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// How the row stands to something.
    Sign(Change),
    /// What the row is about.
    Head(String),
    /// Paragraphs.
    Text(Vec<Para>),
}

/// A paragraph, in pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Para(pub Vec<Piece>);

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// How it stands out.
    pub tone: Tone,
    /// Its text, without line breaks.
    pub text: String,
}

/// How a piece of text stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Not at all.
    Plain,
    /// Whole words that another text has not.
    Changed,
    /// A name before what is said of it.
    Strong,
    /// For a reader only, not part of the value.
    Aside,
}

impl Column {
    /// A column of these names.
    pub fn new(key: &str, title: &str) -> Self {
        Self { key: key.to_owned(), title: title.to_owned() }
    }
}

impl Cell {
    /// A cell of one plain paragraph, or an empty one.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(vec![Para::from(text)]) }
    }

    /// What it holds, on as many lines as it has paragraphs, without what is only for a reader.
    pub fn value(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Sign(change) => change.word().to_owned(),
            Self::Head(text) => text.clone(),
            Self::Text(paras) => paras.iter().map(Para::value).collect::<Vec<_>>().join("\n"),
        }
    }
}

impl Para {
    /// A name and what is said of it.
    pub fn of(name: &str, text: &str) -> Self {
        let piece = |tone, text: String| Piece { tone, text };
        Self(vec![piece(Tone::Strong, name.to_owned()), piece(Tone::Plain, format!(": {text}"))])
    }

    /// What is so, and what a reader is told beside it.
    pub fn aside(text: &str, aside: Option<String>) -> Self {
        let plain = Piece { tone: Tone::Plain, text: text.to_owned() };
        let aside = aside.map(|text| Piece { tone: Tone::Aside, text });
        Self([plain].into_iter().chain(aside).collect())
    }

    /// The sentences of `text`, one a line, those bytes changed that are in `lit`.
    pub fn sentences(text: &SafeText, lit: &[Range<usize>]) -> Vec<Self> {
        let mut start = 0;
        let sentence = |line: &str| {
            let parts = crate::text::parts(start..start + line.len(), lit);
            start += line.len() + 1;
            let tone = |is_lit| if is_lit { Tone::Changed } else { Tone::Plain };
            Self(
                parts.into_iter().map(|(is_lit, at)| Piece { tone: tone(is_lit), text: text[at].to_owned() }).collect(),
            )
        };
        text.split('\n').map(sentence).collect()
    }

    fn value(&self) -> String {
        self.0.iter().filter(|piece| piece.tone != Tone::Aside).map(|piece| piece.text.as_str()).collect()
    }
}

impl<T: Into<String>> From<T> for Para {
    fn from(text: T) -> Self {
        Self(vec![Piece { tone: Tone::Plain, text: text.into() }])
    }
}
