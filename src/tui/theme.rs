//! What words look like: the inks that text is written in, and the themes that give inks a style.
//!
//! No meaning rests on colour alone: an ink that says something differs by weight, underline or reverse video too, or
//! stands beside a sign or a word.

mod colours;
mod glyphs;
mod own;
mod shipped;

use std::borrow::Cow;
use std::sync::Arc;

use ratatui::style::{Modifier, Style};

pub use colours::Depth;
use colours::Shade;
pub use glyphs::Glyphs;
pub use own::{LEAST_CONTRAST, Themes, parse};

/// What a piece of text is. A theme decides what that looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Body text.
    Text,
    /// Text that matters more than its neighbours.
    Strong,
    /// What a section or a group of rows is called.
    Heading,
    /// What may be overlooked without loss: captions, counts.
    Faint,
    /// Bars, ranks and other marks that guide the eye.
    Accent,
    /// Something that can be opened.
    Link,
    /// Something kept: bookmarks, marks.
    Kept,
    /// Something that went wrong.
    Wrong,
    /// The letters that matched.
    Match,
    /// Words that another text has not.
    Changed,
    /// The row under the cursor in the focused pane.
    Selected,
    /// The row under the cursor elsewhere.
    Resting,
}

impl Ink {
    /// All inks, in the order of a theme's looks.
    pub const ALL: [Self; 12] = [
        Self::Text,
        Self::Strong,
        Self::Heading,
        Self::Faint,
        Self::Accent,
        Self::Link,
        Self::Kept,
        Self::Wrong,
        Self::Match,
        Self::Changed,
        Self::Selected,
        Self::Resting,
    ];

    /// What a theme's file calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Strong => "strong",
            Self::Heading => "heading",
            Self::Faint => "faint",
            Self::Accent => "accent",
            Self::Link => "link",
            Self::Kept => "kept",
            Self::Wrong => "wrong",
            Self::Match => "match",
            Self::Changed => "changed",
            Self::Selected => "selected",
            Self::Resting => "resting",
        }
    }

    /// How it stands out where no theme says otherwise.
    const fn modifiers(self) -> Modifier {
        match self {
            Self::Text | Self::Accent => Modifier::empty(),
            Self::Strong | Self::Heading | Self::Resting | Self::Kept | Self::Wrong => Modifier::BOLD,
            Self::Faint => Modifier::DIM,
            Self::Link => Modifier::UNDERLINED,
            Self::Match | Self::Changed => Modifier::BOLD.union(Modifier::UNDERLINED),
            Self::Selected => Modifier::REVERSED,
        }
    }
}

/// A name and a style for each ink: one of those that come with the program, or somebody's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme(Origin);

/// Where a theme's table stands.
#[derive(Debug, Clone)]
enum Origin {
    Shipped(&'static Table),
    Own(Arc<Table>),
}

impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        self.table() == other.table()
    }
}

impl Eq for Origin {}

impl Origin {
    fn table(&self) -> &Table {
        match self {
            Self::Shipped(table) => table,
            Self::Own(table) => table,
        }
    }
}

/// A theme as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Table {
    name: Cow<'static, str>,
    /// What lies behind everything; none leaves it to the terminal.
    paper: Option<Shade>,
    /// The letters that no ink has a colour for; none leaves it to the terminal.
    letters: Option<Shade>,
    /// The looks of the inks, in the order of [`Ink::ALL`].
    looks: [Look; Ink::ALL.len()],
}

/// What an ink looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    letters: Option<Shade>,
    paper: Option<Shade>,
    modifiers: Modifier,
}

impl Default for Theme {
    fn default() -> Self {
        Self::TERMINAL
    }
}

impl Theme {
    /// The themes that come with the program, in the order `T` takes them.
    pub const SHIPPED: [Self; 6] =
        [Self::TERMINAL, Self::MONO, Self::LIGHT, Self::CONTRAST, Self::DARK, Self::COLOUR_BLIND];

    /// Their names.
    pub fn names() -> [&'static str; Self::SHIPPED.len()] {
        shipped::ALL.map(|table| &*table.name)
    }

    /// Its name in settings and on screen.
    pub fn name(&self) -> &str {
        &self.0.table().name
    }

    /// The one that comes with the program and is called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::SHIPPED.into_iter().find(|theme| theme.name() == name)
    }

    /// The theme after this one; after the last, or one of somebody's own, the first.
    #[must_use]
    pub fn next(&self) -> Self {
        let place = Self::SHIPPED.iter().position(|theme| theme == self);
        place.and_then(|place| Self::SHIPPED.get(place + 1).cloned()).unwrap_or_default()
    }

    /// The style of `ink`.
    pub fn style(&self, ink: Ink) -> Style {
        let look = self.look(ink);
        let style = Style::new().add_modifier(look.modifiers);
        Style { fg: look.letters.map(|shade| shade.exact), bg: look.paper.map(|shade| shade.exact), ..style }
    }

    fn look(&self, ink: Ink) -> Look {
        let plain = Look { letters: None, paper: None, modifiers: Modifier::empty() };
        self.0.table().looks.get(ink as usize).copied().unwrap_or(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inks_stand_in_the_order_of_their_looks() {
        for (place, ink) in Ink::ALL.into_iter().enumerate() {
            assert_eq!(ink as usize, place);
        }
    }

    #[test]
    fn mono_sets_no_colour() {
        for ink in Ink::ALL {
            let style = Theme::MONO.style(ink);
            assert_eq!((style.fg, style.bg), (None, None), "{ink:?}");
        }
    }

    #[test]
    fn what_says_something_says_it_without_colour_too() {
        for ink in [Ink::Selected, Ink::Match, Ink::Changed, Ink::Heading, Ink::Kept, Ink::Wrong, Ink::Link] {
            for theme in Theme::SHIPPED {
                let modifiers = |ink| theme.style(ink).add_modifier;
                assert_ne!(modifiers(ink), modifiers(Ink::Text), "{} {ink:?}", theme.name());
            }
        }
    }

    #[test]
    fn the_terminals_own_theme_never_sets_a_background_and_never_colours_body_text() {
        assert_eq!(Theme::TERMINAL.style(Ink::Text), Style::new());
        assert!(Ink::ALL.iter().all(|ink| Theme::TERMINAL.style(*ink).bg.is_none()));
    }

    #[test]
    fn the_next_theme_is_each_in_turn() {
        let mut theme = Theme::default();
        for shipped in Theme::SHIPPED {
            assert_eq!(theme, shipped);
            theme = theme.next();
        }
        assert_eq!(theme, Theme::default());
    }
}
