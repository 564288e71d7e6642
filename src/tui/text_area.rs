//! A text being typed, of several lines. The one file that knows `ratatui-textarea`: keys, cursor, wrapping and drawing are
//! its own; what goes in is made safe first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, Input, Key as Pressed, WrapMode};

use super::key::{Key, Name};
use crate::text::SafeText;

/// The longest text that can be typed, in bytes: an answer, not a book.
const LONGEST: usize = 64 << 10;

/// A text being typed.
#[derive(Debug, Clone)]
pub struct TextArea(ratatui_textarea::TextArea<'static>);

impl TextArea {
    /// The text `text`, the cursor at its end.
    pub fn with(text: &str) -> Self {
        let mut area = ratatui_textarea::TextArea::default();
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new().add_modifier(Modifier::REVERSED));
        let mut area = Self(area);
        // All of it, however long: it takes the place of what it came from.
        area.0.insert_str(SafeText::lines(text).as_str());
        area.0.move_cursor(CursorMove::Bottom);
        area.0.move_cursor(CursorMove::End);
        area
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.0.lines().join("\n")
    }

    /// Whether there is nothing but blanks.
    pub fn is_blank(&self) -> bool {
        self.0.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Puts `text` at the cursor, made safe and as far as there is room.
    pub fn insert(&mut self, text: &str) {
        let clean = SafeText::lines(text);
        let room = LONGEST.saturating_sub(self.0.lines().iter().map(|line| line.len() + 1).sum());
        let end = clean.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= room).last();
        self.0.insert_str(clean.get(..end.unwrap_or(0)).unwrap_or_default());
    }

    /// Takes a key, with the keys of a shell's line and the arrows; one that means nothing does nothing.
    pub fn take(&mut self, key: Key) {
        if let Some(c) = key.typed() {
            return self.insert(c.encode_utf8(&mut [0; 4]));
        }
        let pressed = match key.name {
            Name::Char(c) => Pressed::Char(c),
            Name::Named("enter") => return self.insert("\n"),
            Name::Named("backspace") => Pressed::Backspace,
            Name::Named("delete") => Pressed::Delete,
            Name::Named("up" | "shift-up") => Pressed::Up,
            Name::Named("down" | "shift-down") => Pressed::Down,
            Name::Named("left") => Pressed::Left,
            Name::Named("right") => Pressed::Right,
            Name::Named("home") => Pressed::Home,
            Name::Named("end") => Pressed::End,
            Name::Named("pgup") => Pressed::PageUp,
            Name::Named("pgdn") => Pressed::PageDown,
            Name::Named(_) => return,
        };
        self.0.input(Input { key: pressed, ctrl: key.ctrl, alt: key.alt, shift: false });
    }

    /// Draws the part with the cursor in `area`.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer) {
        (&self.0).render(area.intersection(buffer.area), buffer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_longer_than_can_be_typed_is_gone_on_with_whole_and_takes_no_more() {
        let text = "ledger\n".repeat(LONGEST / 7 + 100);
        let mut area = TextArea::with(&text);
        assert_eq!(area.text(), text);
        area.insert("more");
        assert_eq!(area.text(), text);
    }
}
