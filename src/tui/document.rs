//! A role as text: its sections wrapped to a width, folded as asked, with what each line stands for.
//! Built once for a role and a width and kept; drawing only looks at the rows on screen.

mod interview;
mod sections;
mod text;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::cursor::Rows;
use super::theme::Ink;
use crate::catalog::Catalog;
use crate::domain::{AxisId, Destination, KpiId, RoleId, SkillId, ThreadId, TopicId, WholeQuestionId};
use crate::search;
pub(super) use sections::{bar, gauge};
pub use text::Text;

/// What a document is built from; another key is another document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentKey {
    /// The role.
    pub role: RoleId,
    /// The width in cells.
    pub width: u16,
    /// The sections that show their heading only.
    pub folded: BTreeSet<Section>,
    /// The key that asks a question of it, where one does.
    pub asks: Option<&'static str>,
}

/// A role's text.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The lines, and which belong together.
    pub rows: Rows<Row>,
    /// What each stop of the rows is.
    stops: Vec<Stop>,
}

/// A line of pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row(pub Vec<Piece>);

/// A piece of a line, in one ink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is written in.
    pub ink: Ink,
    /// What it says; blanks and fixed words need no copy of their own.
    pub text: Cow<'static, str>,
}

/// What a stop is: what Enter opens, what is folded, what is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// The title and the headline.
    Title,
    /// A section's heading.
    Heading(Section),
    /// The text of a section that is one text.
    Text(Section),
    /// A score of scope.
    Axis(AxisId),
    /// What the role does in a thread, or that it does nothing there.
    Thread(ThreadId),
    /// A skill.
    Skill(SkillId),
    /// A KPI.
    Kpi(KpiId),
    /// A decision right.
    Topic(TopicId),
    /// A move.
    Move(Destination),
    /// A round of its interview, by its place.
    Round(usize),
    /// An interview question.
    Question(WholeQuestionId),
    /// Something worth asking the interviewer, by its place.
    Ask(usize),
}

/// A section of a role's text, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What changes from the rung below.
    StepUp,
    /// The job in a few sentences.
    Summary,
    /// Scope on every axis.
    Scope,
    /// What the role does, by thread.
    Responsibilities,
    /// What it must be able to do.
    Skills,
    /// What it is measured by.
    Kpis,
    /// What it decides.
    Decisions,
    /// Where people go from here.
    Moves,
    /// How its interview goes: rounds, questions, what is worth asking back.
    Interview,
}

impl Section {
    /// All sections.
    pub const ALL: [Self; 9] = [
        Self::StepUp,
        Self::Summary,
        Self::Scope,
        Self::Responsibilities,
        Self::Skills,
        Self::Kpis,
        Self::Decisions,
        Self::Moves,
        Self::Interview,
    ];

    /// What is folded until a reader opens it: questions are read from the catalog for who wants to see them.
    pub fn folded_at_first() -> BTreeSet<Self> {
        BTreeSet::from([Self::Interview])
    }

    /// Its name on disk.
    pub fn name(self) -> &'static str {
        match self {
            Self::StepUp => "step-up",
            Self::Summary => "summary",
            Self::Scope => "scope",
            Self::Responsibilities => "responsibilities",
            Self::Skills => "skills",
            Self::Kpis => "kpis",
            Self::Decisions => "decisions",
            Self::Moves => "moves",
            Self::Interview => "interview",
        }
    }

    /// The section called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }
}

/// A place where the text holds what was looked for; more than one row when it runs over a line's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The rows and the bytes of each row's text.
    pub parts: Vec<(usize, Range<usize>)>,
}

impl Document {
    /// The text of a role; empty when the catalog does not have it.
    pub fn build(catalog: &Catalog, key: &DocumentKey) -> Self {
        sections::build(catalog, key).unwrap_or_default()
    }

    /// What the stop at `place` is.
    pub fn stop(&self, place: usize) -> Option<&Stop> {
        self.stops.get(place)
    }

    /// The first stop that `is` true of.
    pub fn position(&self, is: impl Fn(&Stop) -> bool) -> Option<usize> {
        self.stops.iter().position(is)
    }

    /// The section the stop at `place` is in: the last heading at or above it.
    pub fn section_at(&self, place: usize) -> Option<Section> {
        let above = self.stops.iter().take(place + 1).rev();
        above.into_iter().find_map(|stop| if let Stop::Heading(section) = stop { Some(*section) } else { None })
    }

    /// The stops that are headings.
    pub fn headings(&self) -> impl DoubleEndedIterator<Item = usize> {
        let headings = self.stops.iter().enumerate();
        headings.filter(|(_, stop)| matches!(stop, Stop::Heading(_))).map(|(place, _)| place)
    }

    /// Every place that reads like `needle`. A line's end counts as a blank.
    pub fn find(&self, needle: &str) -> Vec<Place> {
        let mut text = String::new();
        // Where each row's own text begins in `text`, and how many bytes of indent it leaves out.
        let mut starts: Vec<(usize, usize)> = Vec::with_capacity(self.rows.len());
        for row in self.rows.iter() {
            let line = row.text();
            let indent = line.len() - line.trim_start().len();
            starts.push((text.len(), indent));
            text.push_str(line.trim());
            text.push(' ');
        }
        let place = |found: Range<usize>| {
            let first = starts.partition_point(|(start, _)| *start <= found.start).saturating_sub(1);
            let rows = starts.iter().enumerate().skip(first).take_while(|(_, (start, _))| *start < found.end);
            let parts = rows.map(|(row, (start, indent))| {
                let end = starts.get(row + 1).map_or(text.len(), |(next, _)| *next) - 1;
                let from = found.start.max(*start) - start + indent;
                (row, from..found.end.min(end).max(*start) - start + indent)
            });
            Place { parts: parts.filter(|(_, bytes)| !bytes.is_empty()).collect() }
        };
        search::find(&text, needle).into_iter().map(place).collect()
    }
}

impl Row {
    /// The row without its inks.
    pub fn text(&self) -> String {
        self.0.iter().map(|piece| &*piece.text).collect()
    }

    /// The row further in by `blanks`.
    #[must_use]
    fn set_in(mut self, blanks: usize) -> Self {
        self.0.insert(0, Piece::blanks(blanks));
        self
    }
}

impl Piece {
    /// A piece in `ink`.
    pub fn new(ink: Ink, text: impl Into<Cow<'static, str>>) -> Self {
        Self { ink, text: text.into() }
    }

    /// So many blanks, as long as they are few without a place in memory of their own: most lines begin with some.
    pub fn blanks(count: usize) -> Self {
        const SOME: &str = "                                        ";
        Self::new(Ink::Text, SOME.get(..count).map_or_else(|| " ".repeat(count).into(), Cow::Borrowed))
    }
}
