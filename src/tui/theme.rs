//! What words look like: the inks that text is written in, the themes that give inks a style, and the glyphs of borders.
//!
//! No meaning rests on colour alone: an ink that says something differs by weight, underline or reverse video too, or
//! stands beside a sign or a word.

mod colours;

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

pub use colours::Depth;

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

/// A set of styles for the inks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own colours: its sixteen names for accents, its default for text, no background anywhere.
    #[default]
    Terminal,
    /// No colour at all. Chosen under `NO_COLOR`.
    Mono,
    /// Dark letters on white, whatever the terminal's colours are.
    Light,
    /// White and bright letters on black, each at least 7:1 against it.
    Contrast,
}

impl Theme {
    /// All themes, in the order `T` takes them.
    pub const ALL: [Self; 4] = [Self::Terminal, Self::Mono, Self::Light, Self::Contrast];

    /// Its name in settings and on screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Mono => "mono",
            Self::Light => "light",
            Self::Contrast => "contrast",
        }
    }

    /// The theme called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The theme after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|theme| *theme == self).unwrap_or(0);
        Self::ALL.get(place + 1).copied().unwrap_or_default()
    }

    /// The style of `ink`.
    pub fn style(self, ink: Ink) -> Style {
        let style = match ink {
            Ink::Text | Ink::Accent => Style::new(),
            Ink::Strong | Ink::Heading | Ink::Resting | Ink::Kept | Ink::Wrong => {
                Style::new().add_modifier(Modifier::BOLD)
            }
            Ink::Faint => Style::new().add_modifier(Modifier::DIM),
            Ink::Link => Style::new().add_modifier(Modifier::UNDERLINED),
            Ink::Match | Ink::Changed => Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Ink::Selected => Style::new().add_modifier(Modifier::REVERSED),
        };
        let colour = match self {
            Self::Terminal => ink.accent(),
            Self::Mono => None,
            Self::Light | Self::Contrast => self.colour(ink),
        };
        match colour {
            // A colour of its own says how faint it is; what a terminal makes of dimmed letters is anybody's guess.
            Some(Color::Rgb(..)) => style.remove_modifier(Modifier::DIM).fg(colour.unwrap_or_default()),
            Some(colour) => style.fg(colour),
            None => style,
        }
    }
}

impl Ink {
    /// Its colour where a theme has colours. Only accents that read on light and dark grounds alike.
    fn accent(self) -> Option<Color> {
        match self {
            Self::Heading | Self::Accent => Some(Color::Cyan),
            Self::Kept => Some(Color::Magenta),
            Self::Wrong => Some(Color::Red),
            Self::Match => Some(Color::Green),
            Self::Text | Self::Strong | Self::Faint | Self::Link | Self::Changed | Self::Selected | Self::Resting => {
                None
            }
        }
    }
}

/// The characters that frames are drawn with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Box-drawing characters.
    #[default]
    Lines,
    /// Plain ASCII, for terminals and locales without them.
    Ascii,
}

impl Glyphs {
    /// The border of a pane. Focus shows in the border itself, not in its colour.
    pub fn border(self, focused: bool) -> border::Set<'static> {
        match (self, focused) {
            (Self::Lines, true) => border::DOUBLE,
            (Self::Lines, false) => border::PLAIN,
            (Self::Ascii, true) => ASCII_FOCUSED,
            (Self::Ascii, false) => ASCII,
        }
    }

    /// A horizontal rule's character.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Lines => "─",
            Self::Ascii => "-",
        }
    }
}

const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

const ASCII_FOCUSED: border::Set<'static> = border::Set {
    top_left: "#",
    top_right: "#",
    bottom_left: "#",
    bottom_right: "#",
    vertical_left: "#",
    vertical_right: "#",
    horizontal_top: "=",
    horizontal_bottom: "=",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mono_sets_no_colour() {
        for ink in INKS {
            let style = Theme::Mono.style(ink);
            assert_eq!((style.fg, style.bg), (None, None), "{ink:?}");
        }
    }

    #[test]
    fn what_says_something_says_it_without_colour_too() {
        for ink in [Ink::Selected, Ink::Match, Ink::Changed, Ink::Heading, Ink::Kept, Ink::Wrong, Ink::Link] {
            assert_ne!(Theme::Mono.style(ink), Theme::Mono.style(Ink::Text), "{ink:?}");
        }
    }

    #[test]
    fn the_terminals_own_theme_never_sets_a_background_and_never_colours_body_text() {
        assert_eq!(Theme::Terminal.style(Ink::Text), Style::new());
        assert!(INKS.iter().all(|ink| Theme::Terminal.style(*ink).bg.is_none()));
    }

    pub(super) const INKS: [Ink; 12] = [
        Ink::Text,
        Ink::Strong,
        Ink::Heading,
        Ink::Faint,
        Ink::Accent,
        Ink::Link,
        Ink::Kept,
        Ink::Wrong,
        Ink::Match,
        Ink::Changed,
        Ink::Selected,
        Ink::Resting,
    ];
}
