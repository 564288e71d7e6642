//! Frames as bytes: ratatui's backend into memory. A cell is a few bytes here and not four calls of a formatter, which
//! took half of a frame's time; and a colour is written only where a cell has one, so `NO_COLOR` needs no care.

use std::io;
use std::mem;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// A frame is shown when it is there as a whole.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// No style at all, as every frame begins and ends.
const PLAIN: &[u8] = b"\x1b[0m";

/// What modifiers are in a style's sequence.
const MODIFIERS: [(Modifier, u16); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// The terminal's sixteen colours in the order of their codes.
const COLOURS: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The bytes of the frame that is being drawn.
#[derive(Debug)]
pub struct Ansi {
    bytes: Vec<u8>,
    size: Size,
}

impl Ansi {
    /// For a screen of `size`, of whose cells nothing is known yet.
    pub fn new(size: Size) -> Self {
        Self { bytes: begun(8 << 10), size }
    }

    /// The frame drawn since the last one was taken.
    pub fn take(&mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(END);
        let next = begun(self.bytes.len());
        mem::replace(&mut self.bytes, next)
    }

    /// Clears the screen, whatever is on it.
    pub fn wipe(&mut self) {
        self.bytes.extend_from_slice(PLAIN);
        self.bytes.extend_from_slice(b"\x1b[2J");
    }

    fn move_to(&mut self, x: u16, y: u16) {
        self.bytes.extend_from_slice(b"\x1b[");
        self.number(y + 1);
        self.bytes.push(b';');
        self.number(x + 1);
        self.bytes.push(b'H');
    }

    /// To the cell at `x` of the row that the cursor is in at `from`, the left of it: half as long as a place of the screen.
    fn go_right(&mut self, from: u16, x: u16) {
        self.bytes.extend_from_slice(b"\x1b[");
        self.number(x - from);
        self.bytes.push(b'C');
    }

    fn style(&mut self, Look { fg, bg, modifier }: Look) {
        self.bytes.extend_from_slice(b"\x1b[0");
        for (_, code) in MODIFIERS.iter().filter(|(flag, _)| modifier.contains(*flag)) {
            self.parameters(&[*code]);
        }
        self.colour(fg, 30);
        self.colour(bg, 40);
        self.bytes.push(b'm');
    }

    /// A colour of letters (`ground` is 30) or behind them (40).
    fn colour(&mut self, colour: Color, ground: u16) {
        match colour {
            Color::Reset => {}
            Color::Indexed(index) => self.parameters(&[ground + 8, 5, index.into()]),
            Color::Rgb(red, green, blue) => self.parameters(&[ground + 8, 2, red.into(), green.into(), blue.into()]),
            named => {
                let codes = (ground..ground + 8).chain(ground + 60..ground + 68);
                let code = COLOURS.iter().zip(codes).find_map(|(known, code)| (*known == named).then_some(code));
                self.parameters(code.as_slice());
            }
        }
    }

    fn parameters(&mut self, codes: &[u16]) {
        for code in codes {
            self.bytes.push(b';');
            self.number(*code);
        }
    }

    fn number(&mut self, number: u16) {
        if number > 9 {
            self.number(number / 10);
        }
        self.bytes.push(b"0123456789"[usize::from(number % 10)]);
    }
}

/// Room for a frame, begun.
fn begun(room: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(room);
    bytes.extend_from_slice(BEGIN);
    bytes
}

/// What a cell looks like apart from what it says.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Backend for Ansi {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, cells: I) -> io::Result<()> {
        let mut look = Look::default();
        // Where the next cell would be written, and whether the terminal's cursor is there for sure.
        let mut next = None;
        let mut is_sure = false;
        for (x, y, cell) in cells {
            match next {
                Some(here) if here == (x, y) => {}
                // Behind a cell that may be two wide the cursor is put where it belongs rather than guessed.
                Some((from, row)) if is_sure && row == y && from < x => self.go_right(from, x),
                _ => self.move_to(x, y),
            }
            next = Some((x + 1, y));
            is_sure = cell.symbol().is_ascii();
            let new = Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
            if new != look {
                self.style(new);
                look = new;
            }
            self.bytes.extend_from_slice(cell.symbol().as_bytes());
        }
        if look != Look::default() {
            self.bytes.extend_from_slice(PLAIN);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.bytes.extend_from_slice(b"\x1b[?25l");
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.bytes.extend_from_slice(b"\x1b[?25h");
        Ok(())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        self.move_to(x, y);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let code: &[u8] = match clear_type {
            ClearType::All => b"\x1b[2J",
            ClearType::AfterCursor => b"\x1b[J",
            ClearType::BeforeCursor => b"\x1b[1J",
            ClearType::CurrentLine => b"\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[K",
        };
        self.bytes.extend_from_slice(code);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn drawn(ansi: &mut Ansi, from: &Buffer, to: &Buffer) -> String {
        ansi.draw(from.diff_iter(to)).expect("memory");
        String::from_utf8(ansi.take()).expect("text")
    }

    fn text(style: Style) -> String {
        let area = Rect::new(0, 0, 3, 2);
        let mut to = Buffer::empty(area);
        to.set_string(1, 1, "ab", style);
        drawn(&mut Ansi::new(area.as_size()), &Buffer::empty(area), &to)
    }

    #[test]
    fn a_run_of_cells_is_one_move_and_its_letters() {
        assert_eq!(text(Style::new()), "\x1b[?2026h\x1b[2;2Hab\x1b[?2026l");
    }

    #[test]
    fn behind_a_wide_character_the_cursor_is_put_where_it_belongs() {
        let area = Rect::new(0, 0, 6, 1);
        let mut to = Buffer::empty(area);
        to.set_string(0, 0, "日a", Style::new());
        let frame = drawn(&mut Ansi::new(area.as_size()), &Buffer::empty(area), &to);
        assert_eq!(frame, "\x1b[?2026h\x1b[1;1H日\x1b[1;3Ha\x1b[?2026l");
    }

    #[test]
    fn over_cells_that_stay_the_cursor_goes_right() {
        let area = Rect::new(0, 0, 9, 1);
        let mut to = Buffer::empty(area);
        to.set_string(0, 0, "a b  c", Style::new());
        let frame = drawn(&mut Ansi::new(area.as_size()), &Buffer::empty(area), &to);
        assert_eq!(frame, "\x1b[?2026h\x1b[1;1Ha\x1b[1Cb\x1b[2Cc\x1b[?2026l");
    }

    #[test]
    fn a_style_says_all_that_it_is_and_ends_with_its_run() {
        let style =
            Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED).fg(Color::LightRed).bg(Color::Cyan);
        assert_eq!(text(style), "\x1b[?2026h\x1b[2;2H\x1b[0;1;4;91;46mab\x1b[0m\x1b[?2026l");
        let style = Style::new().fg(Color::Indexed(208)).bg(Color::Rgb(0, 12, 255));
        assert_eq!(text(style), "\x1b[?2026h\x1b[2;2H\x1b[0;38;5;208;48;2;0;12;255mab\x1b[0m\x1b[?2026l");
    }

    fn modifier() -> impl Strategy<Value = Modifier> {
        let intensity = prop::sample::select(vec![Modifier::empty(), Modifier::BOLD, Modifier::DIM]);
        let others = Modifier::ITALIC | Modifier::UNDERLINED | Modifier::REVERSED;
        (intensity, any::<u16>())
            .prop_map(move |(intensity, bits)| intensity | Modifier::from_bits_truncate(bits) & others)
    }

    fn style() -> impl Strategy<Value = Style> {
        let colour = || {
            let indexed = any::<u8>().prop_map(Color::Indexed);
            let rgb = any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Color::Rgb(red, green, blue));
            prop_oneof![Just(Color::Reset), prop::sample::select(&COLOURS[..]), indexed, rgb]
        };
        (colour(), colour(), modifier())
            .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
    }

    /// A word on each row.
    fn buffer() -> impl Strategy<Value = Buffer> {
        prop::collection::vec((0_u16..12, "[a-zé ]{0,6}", style()), 4).prop_map(|words| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 4));
            for (y, (x, word, style)) in (0..).zip(words) {
                buffer.set_string(x, y, word, style);
            }
            buffer
        })
    }

    fn told(colour: Color) -> vt100::Color {
        match colour {
            Color::Reset => vt100::Color::Default,
            Color::Indexed(index) => vt100::Color::Idx(index),
            Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
            named => {
                let index = COLOURS.iter().position(|known| *known == named);
                vt100::Color::Idx(index.and_then(|index| u8::try_from(index).ok()).expect("sixteen"))
            }
        }
    }

    proptest! {
        #[test]
        fn a_terminal_shows_frame_after_frame_what_was_drawn(frames in prop::collection::vec(buffer(), 1..5)) {
            let size = [4, 12].map(|cells| NonZero::new(cells).expect("some"));
            let mut terminal = vt100::Parser::new(size[0], size[1], 0);
            let mut ansi = Ansi::new(Size::new(12, 4));
            let mut before = Buffer::empty(Rect::new(0, 0, 12, 4));
            for frame in frames {
                terminal.process(drawn(&mut ansi, &before, &frame).as_bytes());
                for (x, y, cell) in Buffer::filled(frame.area, Cell::new("no word")).diff_iter(&frame) {
                    let shown = terminal.screen().cell(y, x).expect("on the screen");
                    prop_assert_eq!(shown.contents().trim(), cell.symbol().trim(), "{},{}", x, y);
                    prop_assert_eq!([shown.fgcolor(), shown.bgcolor()], [told(cell.fg), told(cell.bg)]);
                    let flags = [
                        (shown.bold(), Modifier::BOLD),
                        (shown.dim(), Modifier::DIM),
                        (shown.italic(), Modifier::ITALIC),
                        (shown.underline(), Modifier::UNDERLINED),
                        (shown.inverse(), Modifier::REVERSED),
                    ];
                    for (shown, flag) in flags {
                        prop_assert_eq!(shown, cell.modifier.contains(flag), "{:?}", flag);
                    }
                }
                before = frame;
            }
        }
    }
}
