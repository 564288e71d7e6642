//! What leaves the program: one writer for stdout, one way to stderr, and the decision on form, width and colour.
//! A closed pipe comes back as an error like any other and is judged once, in [`super::failure`].

mod colour;
mod pager;
mod prose;
mod table;

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, IsTerminal, StdoutLock, Write};

use clap::builder::StyledStr;
use serde::Serialize;

use super::args::{ColourChoice, FormatArgs, Global, Printed};
use super::{Exit, Failure};
use crate::domain::Proficiency;
use crate::export;
use crate::text::SafeText;
pub(super) use colour::{Colour, Look};
use pager::Paper;
pub(super) use pager::pager;
pub(super) use prose::Prose;

/// The width of text nobody has given a width to.
const DEFAULT_WIDTH: usize = 80;

/// Something listed: a line in a table, an item in JSON.
pub(super) trait Record: Serialize {
    /// The name of its JSON shape.
    const SCHEMA: &'static str;
    /// The names of its columns.
    const COLUMNS: &'static [&'static str];

    /// Its cells, one for each column, without tabs and line breaks.
    fn cells(&self) -> Vec<Cow<'_, str>>;
}

/// Whether the columns are named where they need not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    /// On a terminal only.
    Aligned,
    /// Everywhere.
    Always,
}

/// What reads stdout, and so the form of what it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A person: aligned columns, cut to the width.
    Table,
    /// A pipe: tabs between columns, nothing cut.
    Plain,
    /// A program: JSON.
    Json,
}

/// What to print, where a document can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// What suits whatever reads stdout.
    Here(Form),
    /// A document.
    Document(export::Format),
}

/// The one writer for stdout.
pub(super) struct Output {
    stdout: Paper,
    form: Form,
    width: usize,
    colour: Colour,
}

impl Output {
    /// Looks at stdout, the environment and what was asked for, once.
    pub(super) fn new(global: &Global) -> Self {
        let stdout = io::stdout().lock();
        let form = match (global.json, stdout.is_terminal()) {
            (true, _) => Form::Json,
            (false, true) => Form::Table,
            (false, false) => Form::Plain,
        };
        let size = terminal_size(&stdout);
        let width = global.width.map(usize::from).or(size.map(|(width, _)| width)).unwrap_or(DEFAULT_WIDTH);
        let colour = Colour::decide(global.color, |name| std::env::var_os(name), stdout.is_terminal());
        let stdout = Paper::new(!global.paging.no_pager, size.map(|(_, lines)| lines));
        Self { stdout, form, width, colour }
    }

    /// Sends everything straight out from now on: whoever is asked something must see it at once.
    pub(super) fn unpaged(&mut self) {
        self.stdout = Paper::straight();
    }

    /// What reads stdout.
    pub(super) fn form(&self) -> Form {
        self.form
    }

    /// What to print when `--format` was given so.
    pub(super) fn wanted(&self, args: &FormatArgs) -> Result<Wanted, Failure> {
        let format = match args.format {
            None => return Ok(Wanted::Here(self.form)),
            Some(Printed::Json) => return Ok(Wanted::Here(Form::Json)),
            Some(Printed::Markdown) => export::Format::Markdown,
            Some(Printed::Csv) => export::Format::Csv,
            Some(Printed::Html) => export::Format::Html,
        };
        if self.form == Form::Json {
            return Err(Failure::new(Exit::Usage, "--json and --format name two forms: keep one"));
        }
        Ok(Wanted::Document(format))
    }

    /// Prints `report` as a document.
    pub(super) fn document(&mut self, format: export::Format, report: &export::Report) -> io::Result<()> {
        self.stdout.write_all(format.render(report).as_bytes())
    }

    /// Prints `text` as it is.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.stdout.write_all(text.as_bytes())
    }

    /// How many cells wide the text may be.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// `text` with its look, or as it is where there is no colour.
    pub(super) fn paint(&self, look: Look, text: &str) -> String {
        self.colour.paint(look, text)
    }

    /// Prints `records` in the form that whoever reads can use.
    pub(super) fn records<R: Record>(&mut self, records: &[R], header: Header) -> io::Result<()> {
        match self.form {
            Form::Json => self.json(R::SCHEMA, records),
            Form::Plain => {
                if header == Header::Always {
                    self.line(R::COLUMNS.join("\t"))?;
                }
                records.iter().try_for_each(|record| self.line(record.cells().join("\t")))
            }
            Form::Table => {
                let rows: Vec<_> = records.iter().map(Record::cells).collect();
                let mut lines = table::aligned(R::COLUMNS, &rows, self.width).into_iter();
                if let Some(columns) = lines.next() {
                    self.line(self.paint(Look::Heading, &columns))?;
                }
                lines.try_for_each(|line| self.line(line))
            }
        }
    }

    /// Prints `items` as JSON under the name of their shape.
    pub(super) fn json(&mut self, schema: &str, items: &[impl Serialize]) -> io::Result<()> {
        let text = export::json(schema, items)?;
        self.line(text)
    }

    /// Prints a line.
    pub(super) fn line(&mut self, text: impl Display) -> io::Result<()> {
        writeln!(self.stdout, "{text}")
    }

    /// Sends on what is still held back; until then nothing is known to be written.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }
}

/// Tells stderr something. If nobody can be told, nobody can be told that either.
pub(super) fn message(text: &str) {
    // What was typed and what files are called is part of many a message.
    drop(writeln!(io::stderr(), "rungs: {}", SafeText::lines(text)));
}

/// Prints a page of clap's on stdout.
pub(super) fn to_stdout(page: &StyledStr, choice: ColourChoice) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let colour = Colour::decide(choice, |name| std::env::var_os(name), stdout.is_terminal());
    stdout.write_all(colour.page(page).as_bytes())?;
    stdout.flush()
}

/// Prints a complaint of clap's on stderr.
pub(super) fn to_stderr(page: &StyledStr, choice: ColourChoice) {
    let mut stderr = io::stderr().lock();
    let colour = Colour::decide(choice, |name| std::env::var_os(name), stderr.is_terminal());
    drop(stderr.write_all(colour.page(page).as_bytes()));
}

/// How well a skill is asked for: `[####-] 4/5`, or that the ladder does not say.
pub(super) fn gauge(proficiency: Proficiency) -> String {
    if proficiency.is_unsaid() { proficiency.figure() } else { bar(proficiency.value(), Proficiency::HIGHEST) }
}

/// `[####--] 4/6`
pub(super) fn bar(value: u8, highest: u8) -> String {
    let filled = usize::from(value.min(highest));
    format!("[{}{}] {value}/{highest}", "#".repeat(filled), "-".repeat(usize::from(highest) - filled))
}

/// How many cells wide the terminal is, and how many lines it has.
fn terminal_size(stdout: &StdoutLock<'_>) -> Option<(usize, usize)> {
    let size = rustix::termios::tcgetwinsize(stdout).ok()?;
    (size.ws_col > 0 && size.ws_row > 0).then_some((size.ws_col.into(), size.ws_row.into()))
}
