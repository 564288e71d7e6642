//! Colours: exact ones, what stands for them in a terminal that has fewer, and how well one reads on another.

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shade {
    pub(super) exact: Color,
    pub(super) named: Color,
}

/// An ink on what lies behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) ink: Ink,
    /// The ink whose ground it stands on, where that is not its own.
    pub(super) on: Option<Ink>,
    /// From 1, which is not seen, to 21, black on white (WCAG 2).
    pub(super) contrast: f64,
}

impl Theme {
    /// Lays the theme's ground under everything that was drawn, in colours the terminal has.
    pub fn lay(&self, buffer: &mut Buffer, depth: Depth) {
        let table = self.0.table();
        let inks = table.looks.iter().flat_map(|look| [look.letters, look.paper]);
        let mut stand_ins: Vec<(Color, Color)> = Vec::new();
        for shade in [table.paper, table.letters].into_iter().chain(inks).flatten() {
            // Found once for a frame and not for each of its cells.
            if !stand_ins.iter().any(|(exact, _)| *exact == shade.exact) {
                stand_ins.push((shade.exact, depth.of(shade)));
            }
        }
        let usual = |shade: Option<Shade>| shade.map_or(Color::Reset, |shade| depth.of(shade));
        let (paper, letters) = (usual(table.paper), usual(table.letters));
        if table.paper.is_none() && table.letters.is_none() && stand_ins.iter().all(|(exact, other)| exact == other) {
            return;
        }
        let of = |colour: Color, usual: Color| {
            if colour == Color::Reset {
                return usual;
            }
            stand_ins.iter().find(|(exact, _)| *exact == colour).map_or(colour, |(_, stand_in)| *stand_in)
        };
        for cell in &mut buffer.content {
            (cell.fg, cell.bg) = (of(cell.fg, letters), of(cell.bg, paper));
        }
    }

    /// Every ink on its ground, and on those that are laid under it, as far as it is known what both look like.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair> {
        let table = self.0.table();
        let letters = move |ink: Ink| self.look(ink).letters.or(table.letters);
        let pair = move |ink: Ink, on: Option<Ink>| {
            let paper = self.look(on.unwrap_or(ink)).paper.or(table.paper)?;
            Some(Pair { ink, on, contrast: contrast(seen(letters(ink)?.exact)?, seen(paper.exact)?) })
        };
        // The row under the cursor keeps the letters of what is written in it.
        let under = move |cursor: Ink| {
            let look = self.look(cursor);
            let lays = look.paper.is_some() && look.letters.is_none();
            let inks =
                Ink::ALL.into_iter().filter(move |ink| lays && *ink != cursor && self.look(*ink).paper.is_none());
            inks.filter_map(move |ink| pair(ink, Some(cursor)))
        };
        let own = Ink::ALL.into_iter().filter_map(move |ink| pair(ink, None));
        own.chain(under(Ink::Selected)).chain(under(Ink::Resting))
    }
}

impl Depth {
    /// What stands for a colour.
    fn of(self, shade: Shade) -> Color {
        match (self, shade.exact) {
            (Self::Indexed, Color::Rgb(red, green, blue)) => Color::Indexed(nearest([red, green, blue])),
            (Self::Exact | Self::Indexed, _) => shade.exact,
            (Self::Named, _) => shade.named,
        }
    }
}

/// The sixteen, with the names that a theme's file has for them, as xterm has them. A terminal may have others.
pub(super) const SIXTEEN: [(&str, Color, [u8; 3]); 16] = [
    ("black", Color::Black, [0, 0, 0]),
    ("red", Color::Red, [205, 0, 0]),
    ("green", Color::Green, [0, 205, 0]),
    ("yellow", Color::Yellow, [205, 205, 0]),
    ("blue", Color::Blue, [0, 0, 238]),
    ("magenta", Color::Magenta, [205, 0, 205]),
    ("cyan", Color::Cyan, [0, 205, 205]),
    ("white", Color::Gray, [229, 229, 229]),
    ("bright-black", Color::DarkGray, [127, 127, 127]),
    ("bright-red", Color::LightRed, [255, 0, 0]),
    ("bright-green", Color::LightGreen, [0, 255, 0]),
    ("bright-yellow", Color::LightYellow, [255, 255, 0]),
    ("bright-blue", Color::LightBlue, [92, 92, 255]),
    ("bright-magenta", Color::LightMagenta, [255, 0, 255]),
    ("bright-cyan", Color::LightCyan, [0, 255, 255]),
    ("bright-white", Color::White, [255, 255, 255]),
];

/// The least contrast that a stand-in of the sixteen has against its ground, as xterm shows both.
const LEAST_OF_SIXTEEN: f64 = 3.0;

impl Shade {
    /// A colour by itself: of the sixteen the one that is nearest.
    pub(super) fn new(exact: Color) -> Self {
        let of = |(_, named, rgb): &(&str, Color, [u8; 3])| (*named, *rgb);
        let nearest = seen(exact).and_then(|rgb| SIXTEEN.iter().map(of).min_by_key(|(_, of)| far(*of, rgb)));
        let named = match exact {
            Color::Indexed(index) if index < 16 => SIXTEEN.get(usize::from(index)).map(|(_, named, _)| *named),
            _ => nearest.map(|(named, _)| named),
        };
        Self { exact, named: named.unwrap_or(exact) }
    }

    /// The same, with a stand-in among the sixteen that can be read on that of `paper`.
    pub(super) fn readable_on(self, paper: Self) -> Self {
        let rgb = |colour: Color| SIXTEEN.iter().find(|(_, named, _)| *named == colour).map(|(.., rgb)| *rgb);
        let (Some(letters), Some(ground), true) = (rgb(self.named), rgb(paper.named), seen(self.exact).is_some())
        else {
            return self;
        };
        if contrast(letters, ground) >= LEAST_OF_SIXTEEN {
            return self;
        }
        let is_dark = contrast([0; 3], ground) < contrast([255; 3], ground);
        Self { named: if is_dark { Color::White } else { Color::Black }, ..self }
    }
}

/// What a colour looks like wherever it is shown; none for those that the reader may have made another.
fn seen(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(index @ 16..) => Some(indexed(index)),
        _ => None,
    }
}

/// How much two colours differ, 1 to 21 (WCAG 2).
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let light = |colour: [u8; 3]| {
        let [red, green, blue] = colour.map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// How far two colours are from each other, squared.
fn far(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}

/// The values of one axis of the cube of 6 x 6 x 6 colours that 256 are made of (xterm).
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colour of the cube or of the ramp of greys behind it that is nearest. The first sixteen are the reader's own.
fn nearest(wanted: [u8; 3]) -> u8 {
    (16..=255).min_by_key(|index| far(indexed(*index), wanted)).unwrap_or_default()
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
    use ratatui::style::{Modifier, Style};

    use super::*;

    fn shown(colour: Color) -> [u8; 3] {
        match colour {
            Color::Indexed(index) => assert!(index > 15, "{index} is the reader's own"),
            Color::Reset => panic!("nobody knows what that looks like"),
            _ => {}
        }
        let named = || SIXTEEN.iter().find(|(_, known, _)| *known == colour).map(|(.., rgb)| *rgb);
        seen(colour).or_else(named).expect("a known colour")
    }

    /// A letter in `ink` as it is shown.
    fn cell(theme: &Theme, ink: Ink, depth: Depth) -> ratatui::buffer::Cell {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
        buffer.set_string(0, 0, "x", theme.style(ink));
        theme.lay(&mut buffer, depth);
        buffer[(0, 0)].clone()
    }

    /// Those with a ground of their own.
    fn grounded() -> impl Iterator<Item = Theme> {
        Theme::SHIPPED.into_iter().filter(|theme| theme.0.table().paper.is_some())
    }

    #[test]
    fn every_ink_reads_on_its_ground_at_every_depth() {
        assert_eq!(grounded().count(), 4);
        for theme in grounded() {
            let least = if theme == Theme::CONTRAST { 7.0 } else { 4.5 };
            for depth in [Depth::Exact, Depth::Indexed, Depth::Named] {
                for ink in Ink::ALL {
                    let cell = cell(&theme, ink, depth);
                    // Reversed it is the same pair.
                    let contrast = contrast(shown(cell.fg), shown(cell.bg));
                    assert!(contrast >= least, "{} {depth:?} {ink:?}: {contrast:.2}", theme.name());
                    assert!(!cell.modifier.contains(Modifier::DIM), "{} {ink:?} is dimmed", theme.name());
                }
            }
            assert_eq!(theme.pairs().count(), Ink::ALL.len(), "{}", theme.name());
            assert!(theme.pairs().all(|pair| pair.contrast >= least), "{}", theme.name());
        }
    }

    #[test]
    fn fewer_colours_are_only_ever_those_the_terminal_has() {
        for theme in grounded() {
            for (depth, fits) in [
                (Depth::Indexed, (|colour| matches!(colour, Color::Indexed(16..))) as fn(Color) -> bool),
                (Depth::Named, |colour| SIXTEEN.iter().any(|(_, known, _)| *known == colour)),
            ] {
                for ink in Ink::ALL {
                    let cell = cell(&theme, ink, depth);
                    assert!(fits(cell.fg) && fits(cell.bg), "{} {depth:?} {ink:?}: {cell:?}", theme.name());
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
    fn the_nearest_of_sixteen_is_found_and_can_be_read() {
        let of = |red, green, blue| Shade::new(Color::Rgb(red, green, blue));
        assert_eq!(of(10, 10, 10).named, Color::Black);
        assert_eq!(of(250, 250, 240).named, Color::White);
        assert_eq!(of(200, 10, 10).named, Color::Red);
        assert_eq!(Shade::new(Color::Indexed(4)).named, Color::Blue);
        assert_eq!(Shade::new(Color::Indexed(16)).named, Color::Black);
        assert_eq!(of(0, 90, 0).readable_on(of(0, 0, 0)).named, Color::White, "else it would be black on black");
        assert_eq!(of(255, 255, 230).readable_on(of(255, 255, 255)).named, Color::Black);
        assert_eq!(of(200, 10, 10).readable_on(of(255, 255, 255)).named, Color::Red);
    }

    #[test]
    fn the_terminals_own_colours_are_left_alone() {
        for theme in [Theme::TERMINAL, Theme::MONO] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
            buffer.set_string(0, 0, "x", Style::new().fg(Color::Cyan));
            let before = buffer.clone();
            theme.lay(&mut buffer, Depth::Named);
            assert_eq!(buffer, before);
            assert_eq!(theme.pairs().count(), 0, "nobody knows what they look like");
        }
    }
}
