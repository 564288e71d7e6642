//! The colours of themes that have their own: exact ones, and what stands for them in a terminal that has fewer.

use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::{Ink, Theme};

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Depth {
    /// Sixteen million.
    #[default]
    Exact,
    /// 256, of which the first sixteen are whatever the reader made of them.
    Indexed,
    /// Sixteen, by name.
    Named,
}

/// A colour, and which of the sixteen reads as well on the theme's ground.
type Shade = (Color, Color);

const fn shade(red: u8, green: u8, blue: u8, named: Color) -> Shade {
    (Color::Rgb(red, green, blue), named)
}

/// Behind everything, and the letters on it, of `light`.
const LIGHT: [Shade; 7] = [
    shade(255, 255, 255, Color::White),
    shade(18, 18, 18, Color::Black),
    shade(95, 95, 95, Color::Black),
    shade(0, 95, 135, Color::Blue),
    shade(135, 0, 95, Color::Magenta),
    shade(175, 0, 0, Color::Red),
    shade(0, 95, 0, Color::Blue),
];

/// The same of `contrast`.
const CONTRAST: [Shade; 7] = [
    shade(0, 0, 0, Color::Black),
    shade(255, 255, 255, Color::White),
    shade(215, 215, 215, Color::White),
    shade(95, 255, 255, Color::LightCyan),
    shade(255, 175, 255, Color::LightYellow),
    shade(255, 135, 135, Color::LightYellow),
    shade(255, 255, 95, Color::LightGreen),
];

impl Theme {
    /// The colours of a theme that has its own: its ground first.
    fn shades(self) -> Option<&'static [Shade; 7]> {
        match self {
            Self::Terminal | Self::Mono => None,
            Self::Light => Some(&LIGHT),
            Self::Contrast => Some(&CONTRAST),
        }
    }

    /// The colour of `ink` where the theme has colours of its own.
    pub(super) fn colour(self, ink: Ink) -> Option<Color> {
        let [_, _, faint, accent, kept, wrong, matched] = self.shades()?;
        let (colour, _) = match ink {
            Ink::Text | Ink::Strong | Ink::Link | Ink::Changed | Ink::Selected | Ink::Resting => return None,
            Ink::Faint => faint,
            Ink::Heading | Ink::Accent => accent,
            Ink::Kept => kept,
            Ink::Wrong => wrong,
            Ink::Match => matched,
        };
        Some(*colour)
    }

    /// Lays the theme's ground under everything that was drawn, in colours the terminal has.
    pub fn lay(self, buffer: &mut Buffer, depth: Depth) {
        let Some(shades) = self.shades() else { return };
        // Found once for a frame and not for each of its cells.
        let stand_ins = shades.map(|shade| (shade.0, depth.of(shade)));
        let [(_, ground), (_, text), ..] = stand_ins;
        let of = |colour: Color, usual: Color| {
            let known = stand_ins.iter().find(|(exact, _)| *exact == colour).map(|(_, stand_in)| *stand_in);
            if colour == Color::Reset { usual } else { known.unwrap_or(colour) }
        };
        for cell in &mut buffer.content {
            (cell.fg, cell.bg) = (of(cell.fg, text), of(cell.bg, ground));
        }
    }
}

impl Depth {
    /// What stands for a colour.
    fn of(self, (exact, named): Shade) -> Color {
        match (self, exact) {
            (Self::Exact, _) => exact,
            (Self::Indexed, Color::Rgb(red, green, blue)) => Color::Indexed(nearest([red, green, blue])),
            (Self::Indexed | Self::Named, _) => named,
        }
    }
}

/// The values of one axis of the cube of 6 x 6 x 6 colours that 256 are made of (xterm).
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colour of the cube or of the ramp of greys behind it that is nearest. The first sixteen are the reader's own.
fn nearest(wanted: [u8; 3]) -> u8 {
    let far = |index: &u8| -> u32 {
        indexed(*index).iter().zip(wanted).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    (16..=255).min_by_key(far).unwrap_or_default()
}

/// What one of the 256 looks like; black for the first sixteen.
fn indexed(index: u8) -> [u8; 3] {
    let step = |place: u8| STEPS.get(usize::from(place % 6)).copied().unwrap_or_default();
    match index {
        0..16 => [0; 3],
        16..232 => [(index - 16) / 36, (index - 16) / 6, index - 16].map(step),
        232.. => [8 + (index - 232) * 10; 3],
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::tui::theme::tests::INKS;

    /// The sixteen as xterm has them.
    const XTERM: [(Color, [u8; 3]); 9] = [
        (Color::Black, [0, 0, 0]),
        (Color::Red, [205, 0, 0]),
        (Color::Blue, [0, 0, 238]),
        (Color::Magenta, [205, 0, 205]),
        (Color::Cyan, [0, 205, 205]),
        (Color::LightGreen, [0, 255, 0]),
        (Color::LightYellow, [255, 255, 0]),
        (Color::LightCyan, [0, 255, 255]),
        (Color::White, [255, 255, 255]),
    ];

    fn shown(colour: Color) -> [u8; 3] {
        match colour {
            Color::Rgb(red, green, blue) => [red, green, blue],
            Color::Indexed(index) => {
                assert!(index > 15, "{index} is the reader's own");
                indexed(index)
            }
            named => XTERM.iter().find(|(known, _)| *known == named).map(|(_, rgb)| *rgb).expect("a known colour"),
        }
    }

    /// How much two colours differ, 1 to 21 (WCAG 2).
    fn contrast(one: Color, other: Color) -> f64 {
        let light = |colour: Color| {
            let [red, green, blue] = shown(colour).map(|value| {
                let value = f64::from(value) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (light(one), light(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_ink_reads_on_its_ground_at_every_depth() {
        for (theme, least) in [(Theme::Light, 4.5), (Theme::Contrast, 7.0)] {
            for depth in [Depth::Exact, Depth::Indexed, Depth::Named] {
                for ink in INKS {
                    let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
                    buffer.set_string(0, 0, "x", theme.style(ink));
                    theme.lay(&mut buffer, depth);
                    let cell = &buffer[(0, 0)];
                    // Reversed it is the same pair.
                    let contrast = contrast(cell.fg, cell.bg);
                    assert!(contrast >= least, "{theme:?} {depth:?} {ink:?}: {contrast:.2}");
                    assert!(!cell.modifier.contains(ratatui::style::Modifier::DIM), "{theme:?} {ink:?} is dimmed");
                }
            }
        }
    }

    #[test]
    fn fewer_colours_are_only_ever_those_the_terminal_has() {
        for theme in [Theme::Light, Theme::Contrast] {
            for (depth, fits) in [
                (Depth::Indexed, (|colour| matches!(colour, Color::Indexed(16..))) as fn(Color) -> bool),
                (Depth::Named, |colour| XTERM.iter().any(|(known, _)| *known == colour)),
            ] {
                for ink in INKS {
                    let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
                    buffer.set_string(0, 0, "x", theme.style(ink));
                    theme.lay(&mut buffer, depth);
                    let cell = &buffer[(0, 0)];
                    assert!(fits(cell.fg) && fits(cell.bg), "{theme:?} {depth:?} {ink:?}: {cell:?}");
                }
            }
        }
    }

    #[test]
    fn the_nearest_of_256_is_found() {
        assert_eq!(nearest([0, 0, 0]), 16);
        assert_eq!(nearest([255, 255, 255]), 231);
        assert_eq!(nearest([0, 95, 135]), 24);
        assert_eq!(nearest([18, 18, 18]), 233);
        assert_eq!(nearest([130, 2, 90]), 89);
    }

    #[test]
    fn the_terminals_own_colours_are_left_alone() {
        for theme in [Theme::Terminal, Theme::Mono] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
            buffer.set_string(0, 0, "x", Style::new().fg(Color::Cyan));
            let before = buffer.clone();
            theme.lay(&mut buffer, Depth::Named);
            assert_eq!(buffer, before);
        }
    }
}
