//! [`Prose`]: paragraphs for a person at a terminal, wrapped to a width that reads well.

use std::io;

use super::{Look, Output};
use crate::text::{pad, width, wrap};

/// Text wider than this tires the eye.
const WIDEST: usize = 100;
/// The least room for words beside something else; with less they stand below it.
const LEAST_BESIDE: usize = 30;
/// Room for a word that says what follows, with two blanks.
const LABEL: usize = 8;

/// Writes paragraphs.
pub(in crate::cli) struct Prose<'o> {
    output: &'o mut Output,
    /// How many cells wide lines get at most.
    pub(in crate::cli) width: usize,
}

impl<'o> Prose<'o> {
    /// Paragraphs on `output`.
    pub(in crate::cli) fn new(output: &'o mut Output) -> Self {
        Self { width: output.width().min(WIDEST), output }
    }

    /// One line as it is.
    pub(in crate::cli) fn line(&mut self, text: &str) -> io::Result<()> {
        self.output.line(text)
    }

    /// A paragraph, set in by `indent`.
    pub(in crate::cli) fn words(&mut self, indent: usize, text: &str) -> io::Result<()> {
        self.set_in(indent, None, text)
    }

    /// A paragraph with a look, set in by `indent`.
    pub(in crate::cli) fn painted(&mut self, indent: usize, look: Look, text: &str) -> io::Result<()> {
        self.set_in(indent, Some(look), text)
    }

    fn set_in(&mut self, indent: usize, look: Option<Look>, text: &str) -> io::Result<()> {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            let line = &text[line];
            let painted = look.map_or_else(|| line.to_owned(), |look| self.output.paint(look, line));
            self.output.line(format_args!("{:indent$}{painted}", ""))?;
        }
        Ok(())
    }

    /// A paragraph that starts behind `lead` and keeps to its right, or stands below it where that is too narrow.
    pub(in crate::cli) fn beside(&mut self, lead: &str, text: &str) -> io::Result<()> {
        let indent = width(lead);
        let room = self.width.saturating_sub(indent);
        if room < LEAST_BESIDE && width(text) > room {
            self.words(2, lead.trim())?;
            return self.words(4, text);
        }
        for (place, line) in wrap(text, room).into_iter().enumerate() {
            let lead = if place == 0 { lead.to_owned() } else { " ".repeat(indent) };
            self.output.line(format!("{lead}{}", &text[line]).trim_end())?;
        }
        Ok(())
    }

    /// A list on as few lines as it takes, behind the word for it, set in by `indent`; nothing where it is empty.
    pub(in crate::cli) fn list(&mut self, indent: usize, label: &str, items: &[impl AsRef<str>]) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        self.beside(
            &format!("{:indent$}{}", "", pad(label, LABEL)),
            &items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("; "),
        )
    }
}
