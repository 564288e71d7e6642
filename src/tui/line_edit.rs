//! One line of text being typed, with the keys of a shell's line: ctrl-a, ctrl-e, ctrl-w, ctrl-u, alt-b, alt-f.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::key::{Key, Name};
use crate::text::SafeText;

/// The longest line, in characters.
const LONGEST: usize = 256;

/// A line being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    /// A byte offset on a character boundary.
    cursor: usize,
}

impl LineEdit {
    /// A line that holds `text`, the cursor at its end.
    pub fn with(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor.
    pub fn before_cursor(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    /// Puts `text` at the cursor, made safe and as far as there is room.
    pub fn insert(&mut self, text: &str) {
        let clean = SafeText::line(text);
        let room = LONGEST.saturating_sub(self.text.chars().count());
        let end = clean.char_indices().nth(room).map_or(clean.len(), |(at, _)| at);
        let kept = clean.get(..end).unwrap_or_default();
        self.text.insert_str(self.cursor, kept);
        self.cursor += kept.len();
    }

    /// Takes a key; `false` when the key means nothing here.
    pub fn take(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        match (key.name, key.ctrl, key.alt) {
            (Name::Named("backspace"), _, false) => self.delete_from(self.previous()),
            (Name::Named("backspace"), _, true) | (Name::Char('w'), true, _) => self.delete_from(self.word_before()),
            (Name::Named("delete"), ..) | (Name::Char('d'), true, _) => self.delete_to(self.next()),
            (Name::Char('u'), true, _) => self.delete_from(0),
            (Name::Char('k'), true, _) => self.delete_to(self.text.len()),
            (Name::Named("left"), false, false) | (Name::Char('b'), true, _) => self.cursor = self.previous(),
            (Name::Named("right"), false, false) | (Name::Char('f'), true, _) => self.cursor = self.next(),
            (Name::Named("left"), ..) | (Name::Char('b'), _, true) => self.cursor = self.word_before(),
            (Name::Named("right"), ..) | (Name::Char('f'), _, true) => self.cursor = self.word_after(),
            (Name::Named("home"), ..) | (Name::Char('a'), true, _) => self.cursor = 0,
            (Name::Named("end"), ..) | (Name::Char('e'), true, _) => self.cursor = self.text.len(),
            _ => return false,
        }
        true
    }

    fn delete_from(&mut self, start: usize) {
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    fn delete_to(&mut self, end: usize) {
        self.text.replace_range(self.cursor..end, "");
    }

    fn previous(&self) -> usize {
        GraphemeCursor::new(self.cursor, self.text.len(), true).prev_boundary(&self.text, 0).ok().flatten().unwrap_or(0)
    }

    fn next(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
        cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len())
    }

    fn word_before(&self) -> usize {
        self.before_cursor().unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let after = self.text.get(self.cursor..).unwrap_or_default();
        after.unicode_word_indices().next().map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(line: &str) -> LineEdit {
        let mut edit = LineEdit::default();
        for key in Key::parse_line(line).unwrap_or_default() {
            edit.take(key);
        }
        edit
    }

    #[test]
    fn it_edits_as_a_shell_does() {
        assert_eq!(typed("staff pay<ctrl-w>web").text(), "staff web");
        assert_eq!(typed("staff<ctrl-a>x<ctrl-k>").text(), "x");
        assert_eq!(typed("staff<alt-b>my <ctrl-e>!").text(), "my staff!");
        assert_eq!(typed("日本<backspace>").text(), "日");
        assert_eq!(typed("one two<ctrl-u>").text(), "");
    }

    #[test]
    fn what_is_pasted_is_made_safe_and_cut() {
        assert_eq!(LineEdit::with("a\u{1b}[2J\nb").text(), "a^[[2J b");
        assert_eq!(LineEdit::with(&"x".repeat(1_000_000)).text().len(), LONGEST);
    }

    proptest! {
        #[test]
        fn any_keys_leave_the_cursor_inside(line in "([a-zé日 ]|<left>|<right>|<ctrl-w>|<alt-b>|<alt-f>|<backspace>|<delete>|<ctrl-u>|<home>){0,40}") {
            let edit = typed(&line);
            prop_assert!(edit.text.is_char_boundary(edit.cursor));
        }
    }
}
