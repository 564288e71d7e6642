//! The themes that come with the program.

use std::borrow::Cow;

use ratatui::style::{Color, Modifier};

use super::colours::Shade;
use super::{Ink, Look, Origin, Table, Theme};

/// The colours that differ from those of text.
struct Accents {
    faint: Option<Shade>,
    accent: Option<Shade>,
    kept: Option<Shade>,
    wrong: Option<Shade>,
    matched: Option<Shade>,
}

const fn table(name: &'static str, ground: Option<(Shade, Shade)>, accents: &Accents) -> Table {
    let mut looks = [Look { letters: None, paper: None, modifiers: Modifier::empty() }; Ink::ALL.len()];
    let mut place = 0;
    while place < Ink::ALL.len() {
        let ink = Ink::ALL[place];
        let letters = match ink {
            Ink::Text | Ink::Strong | Ink::Link | Ink::Changed | Ink::Selected | Ink::Resting => None,
            Ink::Faint => accents.faint,
            Ink::Heading | Ink::Accent => accents.accent,
            Ink::Kept => accents.kept,
            Ink::Wrong => accents.wrong,
            Ink::Match => accents.matched,
        };
        // A colour of its own says how faint it is; what a terminal makes of dimmed letters is anybody's guess.
        let modifiers = match (ink, letters) {
            (Ink::Faint, Some(_)) => Modifier::empty(),
            _ => ink.modifiers(),
        };
        looks[place] = Look { letters, paper: None, modifiers };
        place += 1;
    }
    let (paper, letters) = match ground {
        Some((paper, letters)) => (Some(paper), Some(letters)),
        None => (None, None),
    };
    Table { name: Cow::Borrowed(name), paper, letters, looks }
}

/// The colour of its own name.
const fn named(colour: Color) -> Shade {
    Shade { exact: colour, named: colour }
}

const fn shade(red: u8, green: u8, blue: u8, named: Color) -> Shade {
    Shade { exact: Color::Rgb(red, green, blue), named }
}

/// Only accents that read on light and dark grounds alike.
static TERMINAL: Table = table(
    "terminal",
    None,
    &Accents {
        faint: None,
        accent: Some(named(Color::Cyan)),
        kept: Some(named(Color::Magenta)),
        wrong: Some(named(Color::Red)),
        matched: Some(named(Color::Green)),
    },
);

static MONO: Table =
    table("mono", None, &Accents { faint: None, accent: None, kept: None, wrong: None, matched: None });

static LIGHT: Table = table(
    "light",
    Some((shade(255, 255, 255, Color::White), shade(18, 18, 18, Color::Black))),
    &Accents {
        faint: Some(shade(95, 95, 95, Color::Black)),
        accent: Some(shade(0, 95, 135, Color::Blue)),
        kept: Some(shade(135, 0, 95, Color::Magenta)),
        wrong: Some(shade(175, 0, 0, Color::Red)),
        matched: Some(shade(0, 95, 0, Color::Blue)),
    },
);

static CONTRAST: Table = table(
    "contrast",
    Some((shade(0, 0, 0, Color::Black), shade(255, 255, 255, Color::White))),
    &Accents {
        faint: Some(shade(215, 215, 215, Color::White)),
        accent: Some(shade(95, 255, 255, Color::LightCyan)),
        kept: Some(shade(255, 175, 255, Color::LightYellow)),
        wrong: Some(shade(255, 135, 135, Color::LightYellow)),
        matched: Some(shade(255, 255, 95, Color::LightGreen)),
    },
);

static DARK: Table = table(
    "dark",
    Some((shade(28, 28, 28, Color::Black), shade(218, 218, 218, Color::White))),
    &Accents {
        faint: Some(shade(158, 158, 158, Color::White)),
        accent: Some(shade(95, 215, 215, Color::LightCyan)),
        kept: Some(shade(215, 175, 255, Color::LightYellow)),
        wrong: Some(shade(255, 135, 135, Color::LightYellow)),
        matched: Some(shade(135, 215, 95, Color::LightGreen)),
    },
);

/// Sky blue and orange beside yellow (Okabe and Ito, Color Universal Design): no two that differ by red and green alone.
static COLOUR_BLIND: Table = table(
    "cvd",
    Some((shade(18, 18, 18, Color::Black), shade(228, 228, 228, Color::White))),
    &Accents {
        faint: Some(shade(168, 168, 168, Color::White)),
        accent: Some(shade(86, 180, 233, Color::LightCyan)),
        kept: Some(shade(230, 159, 0, Color::LightYellow)),
        wrong: Some(shade(255, 135, 0, Color::LightYellow)),
        matched: Some(shade(240, 228, 66, Color::LightCyan)),
    },
);

/// All of them, in the order of [`Theme::SHIPPED`].
pub(super) static ALL: [&Table; 6] = [&TERMINAL, &MONO, &LIGHT, &CONTRAST, &DARK, &COLOUR_BLIND];

impl Theme {
    /// The terminal's own colours: its sixteen names for accents, its default for text, no background anywhere.
    pub const TERMINAL: Self = Self(Origin::Shipped(&TERMINAL));
    /// No colour at all. Chosen under `NO_COLOR`.
    pub const MONO: Self = Self(Origin::Shipped(&MONO));
    /// Dark letters on white, whatever the terminal's colours are.
    pub const LIGHT: Self = Self(Origin::Shipped(&LIGHT));
    /// White and bright letters on black, each at least 7:1 against it.
    pub const CONTRAST: Self = Self(Origin::Shipped(&CONTRAST));
    /// Light letters on dark grey, whatever the terminal's colours are.
    pub const DARK: Self = Self(Origin::Shipped(&DARK));
    /// Blue and orange on dark: no two colours that many people cannot tell apart.
    pub const COLOUR_BLIND: Self = Self(Origin::Shipped(&COLOUR_BLIND));
}
