//! [`Glyphs`]: the characters that frames are drawn with.

use ratatui::symbols::border;

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
