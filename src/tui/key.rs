//! A key as a person names it: `j`, `G`, `ctrl-d`, `enter`. Read from the terminal's events, written in hints and help.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub name: Name,
    /// Whether ctrl is held.
    pub ctrl: bool,
    /// Whether alt is held.
    pub alt: bool,
}

/// Which key it is. Shift is part of a character (`G`), and of `BackTab` and the shifted arrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Name {
    /// A character.
    Char(char),
    /// A key with a name of its own.
    Named(&'static str),
}

/// Every key with a name of its own.
const NAMES: [(&str, KeyCode); 27] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("f1", KeyCode::F(1)),
    ("insert", KeyCode::Insert),
    ("f2", KeyCode::F(2)),
    ("f3", KeyCode::F(3)),
    ("f4", KeyCode::F(4)),
    ("f5", KeyCode::F(5)),
    ("f6", KeyCode::F(6)),
    ("f7", KeyCode::F(7)),
    ("f8", KeyCode::F(8)),
    ("f9", KeyCode::F(9)),
    ("f10", KeyCode::F(10)),
    ("f11", KeyCode::F(11)),
    ("f12", KeyCode::F(12)),
];

/// The arrows that shift makes other keys of.
const SHIFTED: [(&str, KeyCode); 2] = [("shift-up", KeyCode::Up), ("shift-down", KeyCode::Down)];

impl Key {
    /// The key behind an event; `None` for a release and for keys without a name here.
    pub fn of(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let named =
            |list: &[(&'static str, KeyCode)]| list.iter().find(|(_, code)| *code == event.code).map(|(name, _)| *name);
        let name = match event.code {
            KeyCode::Char(c) => Name::Char(c),
            _ => Name::Named(shift.then(|| named(&SHIFTED)).flatten().or_else(|| named(&NAMES))?),
        };
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        Some(Self { name, ctrl, alt: event.modifiers.contains(KeyModifiers::ALT) }.unified())
    }

    /// The key that `text` names, such as `j`, `ctrl-d`, `alt-left`, `space` or `enter`.
    pub fn parse(text: &str) -> Option<Self> {
        let (ctrl, text) = text.strip_prefix("ctrl-").map_or((false, text), |rest| (true, rest));
        let (alt, text) = text.strip_prefix("alt-").map_or((false, text), |rest| (true, rest));
        let mut chars = text.chars();
        let name = match (chars.next(), chars.next()) {
            (Some(c), None) => Name::Char(c),
            _ if text == "space" => Name::Char(' '),
            _ if text == "lt" => Name::Char('<'),
            _ => Name::Named(NAMES.iter().chain(&SHIFTED).find(|(name, _)| *name == text).map(|(name, _)| *name)?),
        };
        Some(Self { name, ctrl, alt }.unified())
    }

    /// Every name that is more than a character.
    pub fn names() -> Vec<&'static str> {
        NAMES.iter().chain(&SHIFTED).map(|(name, _)| *name).chain(["space"]).collect()
    }

    /// The keys that a line such as `jj/staff<enter><ctrl-d>` types; `<lt>` is the character `<`.
    ///
    /// # Errors
    ///
    /// The name between `<` and `>` that is no key.
    pub fn parse_line(line: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
            if let Some((name, after)) = named {
                keys.push(Self::parse(name).ok_or_else(|| name.to_owned())?);
                rest = after;
            } else {
                keys.push(Self { name: Name::Char(c), ctrl: false, alt: false });
                rest = &rest[c.len_utf8()..];
            }
        }
        Ok(keys)
    }

    /// The character it types into a field.
    pub fn typed(self) -> Option<char> {
        match self.name {
            Name::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Terminals send some keys under two names: ctrl-h is backspace, ctrl-i tab, ctrl-m enter, ctrl-`[` escape.
    fn unified(self) -> Self {
        let name = match self.name {
            Name::Char('h') if self.ctrl => "backspace",
            Name::Char('i') if self.ctrl => "tab",
            Name::Char('m' | 'j') if self.ctrl => "enter",
            Name::Char('[') if self.ctrl => "esc",
            _ => return self,
        };
        Self { name: Name::Named(name), ctrl: false, alt: self.alt }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match self.name {
            Name::Char(' ') => f.write_str("space"),
            Name::Char(c) => write!(f, "{c}"),
            Name::Named(name) => f.write_str(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_and_its_release_are_one_key() {
        let mut event = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::NONE);
        assert_eq!(Key::of(event), Key::parse("j"));
        event.kind = KeyEventKind::Release;
        assert_eq!(Key::of(event), None);
    }

    #[test]
    fn names_read_back_as_they_are_written() {
        for name in ["j", "G", "ctrl-d", "alt-left", "enter", "shift-tab", "shift-up", "space", "f1", "?"] {
            assert_eq!(Key::parse(name).map(|key| key.to_string()).as_deref(), Some(name));
        }
        assert_eq!(Key::parse("hyper-x"), None);
    }

    #[test]
    fn a_line_of_keys_mixes_letters_and_names() {
        let keys = Key::parse_line("j/a<enter><lt>").map(|keys| keys.iter().map(Key::to_string).collect::<Vec<_>>());
        assert_eq!(keys, Ok(["j", "/", "a", "enter", "<"].map(str::to_owned).to_vec()));
        assert_eq!(Key::parse_line("<entr>"), Err("entr".to_owned()));
    }
}
