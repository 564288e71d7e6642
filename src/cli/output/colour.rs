//! Whether a stream gets colour, decided once for each stream, and the few looks that text can have.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::builder::styling::Style;

use crate::cli::args::ColourChoice;
use crate::text::SafeText;

/// Whether escape codes for colour and bold letters may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Colour {
    /// They may.
    On,
    /// Not one of them.
    Off,
}

/// How a piece of text stands out. Never the only carrier of a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Look {
    /// The title of a section or of columns.
    Heading,
    /// Something to be passed over.
    Faint,
    /// Words that another text has not.
    Changed,
    /// Letters that were looked for.
    Found,
}

impl Colour {
    /// `--color`, then `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR` and `TERM`, then whether a terminal reads.
    pub(in crate::cli) fn decide(
        choice: ColourChoice,
        variable: impl Fn(&str) -> Option<OsString>,
        reads_a_terminal: bool,
    ) -> Self {
        let is = |name: &str, value: &str| variable(name).is_some_and(|found| found == value);
        let is_set = |name: &str| variable(name).is_some_and(|found| !found.is_empty());
        let on = match choice {
            ColourChoice::Always => true,
            ColourChoice::Never => false,
            ColourChoice::Auto if is_set("NO_COLOR") => false,
            ColourChoice::Auto if is_set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") => true,
            ColourChoice::Auto if is("CLICOLOR", "0") || is("TERM", "dumb") => false,
            ColourChoice::Auto => reads_a_terminal,
        };
        if on { Self::On } else { Self::Off }
    }

    /// `text` with its look.
    pub(super) fn paint(self, look: Look, text: &str) -> String {
        let style = match look {
            Look::Heading => Style::new().bold(),
            Look::Faint => Style::new().dimmed(),
            Look::Changed | Look::Found => Style::new().bold().underline(),
        };
        match self {
            Self::On => format!("{style}{text}{style:#}"),
            Self::Off => text.to_owned(),
        }
    }

    /// A page of clap's, with its styles or without.
    pub(super) fn page(self, page: &StyledStr) -> String {
        match self {
            Self::On => styled(&page.ansi().to_string()),
            Self::Off => SafeText::lines(&page.to_string()).to_string(),
        }
    }
}

/// `page` with its styles and nothing else that a terminal obeys: clap says back what was typed as it was typed.
fn styled(page: &str) -> String {
    let mut pieces = page.split("\u{1b}[");
    let mut safe = SafeText::lines(pieces.next().unwrap_or_default()).to_string();
    for piece in pieces {
        let codes = piece.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(piece.len());
        let (style, text) = match piece.split_at(codes) {
            (codes, rest) if rest.starts_with('m') => (format!("\u{1b}[{codes}m"), &rest[1..]),
            _ => ("^[[".to_owned(), piece),
        };
        safe.push_str(&style);
        safe.push_str(&SafeText::lines(text));
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(choice: ColourChoice, variables: &[(&str, &str)], reads_a_terminal: bool) -> Colour {
        let find = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
        Colour::decide(choice, find, reads_a_terminal)
    }

    #[test]
    fn a_page_keeps_its_styles_and_nothing_else_of_a_terminals() {
        let page = "\u{1b}[1;31merror:\u{1b}[0m no \u{1b}]0;x\u{7}\u{1b}[2J\u{9b}2J\u{1b}\nUsage\u{1b}[";
        assert_eq!(styled(page), "\u{1b}[1;31merror:\u{1b}[0m no ^[]0;x^G^[[2J\u{fffd}2J^[\nUsage^[[");
    }

    #[test]
    fn what_was_typed_wins_over_every_variable() {
        assert_eq!(decided(ColourChoice::Always, &[("NO_COLOR", "1"), ("TERM", "dumb")], false), Colour::On);
        assert_eq!(decided(ColourChoice::Never, &[("CLICOLOR_FORCE", "1")], true), Colour::Off);
    }

    #[test]
    fn the_variables_are_asked_in_their_order() {
        let auto = |variables: &[(&str, &str)], terminal| decided(ColourChoice::Auto, variables, terminal);
        assert_eq!(auto(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], true), Colour::Off);
        assert_eq!(auto(&[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")], false), Colour::On);
        assert_eq!(auto(&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0"), ("TERM", "dumb")], false), Colour::On);
        assert_eq!(auto(&[("CLICOLOR_FORCE", "0")], false), Colour::Off);
        assert_eq!(auto(&[("CLICOLOR_FORCE", "0")], true), Colour::On);
        assert_eq!(auto(&[("CLICOLOR", "0")], true), Colour::Off);
        assert_eq!(auto(&[("TERM", "dumb")], true), Colour::Off);
        assert_eq!(auto(&[], true), Colour::On);
        assert_eq!(auto(&[], false), Colour::Off);
    }
}
