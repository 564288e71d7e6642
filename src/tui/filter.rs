//! The filter of a pane: nothing, a field being typed into, or a query that is kept.

use super::line_edit::LineEdit;

/// The filter of a pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Filter {
    /// Everything shows.
    #[default]
    Off,
    /// The field has the keys.
    Typing(LineEdit),
    /// The query holds, the list has the keys.
    Kept(LineEdit),
}

impl Filter {
    /// What is looked for; empty when nothing is.
    pub fn query(&self) -> &str {
        self.line().map_or("", LineEdit::text)
    }

    /// The field, when it shows.
    pub fn line(&self) -> Option<&LineEdit> {
        match self {
            Self::Off => None,
            Self::Typing(line) | Self::Kept(line) => Some(line),
        }
    }

    /// The field, when it has the keys.
    pub fn typing(&mut self) -> Option<&mut LineEdit> {
        match self {
            Self::Typing(line) => Some(line),
            Self::Off | Self::Kept(_) => None,
        }
    }

    /// Whether the field has the keys.
    pub fn is_typing(&self) -> bool {
        matches!(self, Self::Typing(_))
    }

    /// Whether the field shows.
    pub fn shows(&self) -> bool {
        *self != Self::Off
    }

    /// Gives the field the keys, with the query it had.
    pub fn open(&mut self) {
        *self = Self::Typing(std::mem::take(self).into_line());
    }

    /// Takes the query as it is; an empty one is none.
    pub fn accept(&mut self) {
        let line = std::mem::take(self).into_line();
        *self = if line.text().is_empty() { Self::Off } else { Self::Kept(line) };
    }

    fn into_line(self) -> LineEdit {
        match self {
            Self::Off => LineEdit::default(),
            Self::Typing(line) | Self::Kept(line) => line,
        }
    }
}
