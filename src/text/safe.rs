//! [`SafeText`]: text that cannot move the cursor, change colours, reorder its neighbours or hide itself.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::width::{cells_of, is_plain};

/// The most bytes one visible character may take (a base with its marks); the rest is dropped.
const GRAPHEME_BYTES: usize = 64;
/// The most marks without a width of their own that one base may carry.
const MARKS_PER_BASE: usize = 9;
/// The most cells one visible character may take: Korean initials and the sound marks of halfwidth kana can be chained, and no line
/// would be wide enough for one of these.
const GRAPHEME_CELLS: usize = 8;
const REPLACEMENT: char = '\u{fffd}';

/// One line of text from outside the program, cleaned once, when it came in.
///
/// Control characters show as `^X`, bidirectional overrides, private-use and unassigned characters as `�`, zero-width
/// characters are gone, line breaks and tabs are blanks, and the whole is in Unicode normal form C. Whatever draws,
/// prints or copies text takes this type, so there is one door to guard and not a hundred.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeText(Box<str>);

impl SafeText {
    /// Cleans `raw` to a single line.
    pub fn line(raw: &str) -> Self {
        Self(clean(raw, false).into())
    }

    /// Cleans `raw` and keeps its line breaks, for notes.
    pub fn lines(raw: &str) -> Self {
        Self(clean(raw, true).into())
    }

    /// Whether nothing is said: serde asks for a reference.
    pub fn is_unsaid(&self) -> bool {
        self.0.is_empty()
    }

    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for SafeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for SafeText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl From<&str> for SafeText {
    fn from(raw: &str) -> Self {
        Self::line(raw)
    }
}

impl PartialEq<str> for SafeText {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for SafeText {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl Serialize for SafeText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A text with at least one letter that is no blank.
impl JsonSchema for SafeText {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "\\S" })
    }
}

impl<'de> Deserialize<'de> for SafeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = SafeText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, raw: &str) -> Result<SafeText, E> {
                Ok(SafeText::line(raw))
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

/// The first character of `raw` that [`SafeText`] would not let through as it is, with its byte offset.
///
/// Line breaks and tabs count too: a text of the catalog is one line.
pub fn first_offence(raw: &str) -> Option<(usize, char)> {
    raw.char_indices()
        .find(|&(at, c)| !c.is_ascii_graphic() && c != ' ' && verdict(c, &raw[..at], &raw[at..]) != Verdict::Keep)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    Drop,
    Blank,
    Caret,
    Replace,
}

fn clean(raw: &str, keep_breaks: bool) -> String {
    // Most text is plain, and a comparison joins sentences that were cleaned before.
    if is_plain(raw) || keep_breaks && raw.split('\n').all(is_plain) {
        return raw.to_owned();
    }
    let mut text = cleaned_once(raw, keep_breaks);
    // A joiner is judged by its neighbours, and composing may have made others of them.
    while text.contains('\u{200d}') {
        let again = cleaned_once(&text, keep_breaks);
        if again == text {
            break;
        }
        text = again;
    }
    text
}

fn cleaned_once(raw: &str, keep_breaks: bool) -> String {
    let mut cleaned = String::with_capacity(raw.len());
    for (at, c) in raw.char_indices() {
        match verdict(c, &raw[..at], &raw[at..]) {
            Verdict::Keep => cleaned.push(c),
            Verdict::Drop => {}
            Verdict::Blank if keep_breaks && c == '\n' => cleaned.push('\n'),
            Verdict::Blank => cleaned.push(' '),
            Verdict::Caret => cleaned.extend(['^', caret(c)]),
            Verdict::Replace => cleaned.push(REPLACEMENT),
        }
    }
    let mut text = composed(cleaned);
    // What stood apart may compose once the marks between are gone, and carry too many again.
    while let Some(limited) = limited(&text) {
        text = composed(limited);
    }
    text
}

/// `text` in normal form C.
fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    }
}

fn verdict(c: char, before: &str, from: &str) -> Verdict {
    match c {
        // A Windows line end is one break, not a break and a control character.
        '\r' if from[1..].starts_with('\n') => Verdict::Drop,
        // Breaks, and the fillers of the Korean script: letters by category, blanks by look.
        '\n' | '\t' | '\u{2028}' | '\u{2029}' | '\u{3164}' | '\u{115f}' | '\u{1160}' | '\u{ffa0}' => Verdict::Blank,
        '\0'..='\x1f' | '\x7f' => Verdict::Caret,
        // A joiner between two pictographs makes one picture of them; anywhere else it only hides.
        '\u{200d}' if joins_pictures(before, &from[c.len_utf8()..]) => Verdict::Keep,
        '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{180e}' => Verdict::Drop,
        _ => match c.general_category() {
            GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
            | GeneralCategory::Surrogate => Verdict::Replace,
            // Marks are among them, and the selectors between text and picture: they stay with their base.
            _ => Verdict::Keep,
        },
    }
}

fn joins_pictures(before: &str, after: &str) -> bool {
    // What nobody has drawn yet shows as a mark of its own, which joins nothing.
    let is_picture = |c: char| {
        matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
            && c.general_category() != GeneralCategory::Unassigned
    };
    let base = before.chars().rev().find(|c| !matches!(c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'));
    base.is_some_and(is_picture) && after.chars().next().is_some_and(is_picture)
}

/// The letter after the caret: `^[` for escape, `^?` for delete.
fn caret(c: char) -> char {
    char::from_u32(u32::from(c) ^ 0x40).unwrap_or('?')
}

/// `text` with every character that is too long cut to its base; none where no character is.
fn limited(text: &str) -> Option<String> {
    let fits = |grapheme: &str| {
        let marks =
            grapheme.chars().filter(|c| UnicodeWidthStr::width(c.encode_utf8(&mut [0; 4]) as &str) == 0).count();
        grapheme.len() <= GRAPHEME_BYTES && marks <= MARKS_PER_BASE && cells_of(grapheme) <= GRAPHEME_CELLS
    };
    if text.graphemes(true).all(fits) {
        return None;
    }
    let mut limited = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        if fits(grapheme) {
            limited.push_str(grapheme);
        } else {
            limited.extend(grapheme.chars().take(1));
        }
    }
    Some(limited)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escape_sequences_become_letters() {
        assert_eq!(SafeText::line("\u{1b}[2J\u{7}"), "^[[2J^G");
        assert_eq!(SafeText::line("\u{9b}2J\u{7f}"), "\u{fffd}2J^?");
    }

    #[test]
    fn overrides_of_direction_show_and_hidden_characters_go() {
        assert_eq!(SafeText::line("admin\u{202e}\u{2066} resu"), "admin\u{fffd}\u{fffd} resu");
        assert_eq!(SafeText::line("St\u{200b}aff\u{feff}"), "Staff");
    }

    #[test]
    fn line_breaks_are_blanks_in_a_line_and_kept_in_lines() {
        assert_eq!(SafeText::line("a\r\nb\tc"), "a b c");
        assert_eq!(SafeText::lines("a\r\nb\tc"), "a\nb c");
        assert_eq!((SafeText::line("a\nb"), SafeText::lines("a\nb")), ("a b".into(), SafeText("a\nb".into())));
    }

    #[test]
    fn a_return_that_ends_no_line_shows_as_what_it_is() {
        assert_eq!(SafeText::line("Level 3\rLevel 9\r"), "Level 3^MLevel 9^M");
    }

    #[test]
    fn joined_pictures_stay_whole() {
        assert_eq!(SafeText::line("👩\u{200d}🚀 ☠\u{fe0f}"), "👩\u{200d}🚀 ☠\u{fe0f}");
    }

    #[test]
    fn letters_that_are_chained_without_end_are_cut_to_the_first() {
        assert_eq!(SafeText::line(&"\u{1112}".repeat(4)), "\u{1112}".repeat(4).as_str());
        assert_eq!(SafeText::line(&"\u{1112}".repeat(5)), "\u{1112}");
        assert_eq!(SafeText::line(&format!("\u{ff76}{}", "\u{ff9e}".repeat(9))), "\u{ff76}");
    }

    #[test]
    fn nothing_is_joined_to_a_picture_that_nobody_has_drawn() {
        assert_eq!(SafeText::line("👩\u{200d}\u{1f2e9}\u{200d}👩"), "👩\u{fffd}👩");
        // A sign that looks like a picture until it is composed.
        assert_eq!(SafeText::line("\u{2329}\u{200d}👩"), "\u{3008}👩");
    }

    #[test]
    fn a_tower_of_marks_is_cut_to_its_base() {
        let tower = format!("e{}", "\u{301}".repeat(100_000));
        assert!(SafeText::line(&tower).len() <= GRAPHEME_BYTES);
    }

    #[test]
    fn what_composes_once_a_tower_is_cut_is_composed() {
        let tower = format!("\u{ac00}{}\u{11a8}", "\u{301}".repeat(10));
        assert_eq!(SafeText::line(&tower), "\u{ac01}");
    }

    #[test]
    fn the_first_offence_is_named_with_its_place() {
        assert_eq!(first_offence("café 日本 👩\u{200d}🚀"), None);
        assert_eq!(first_offence("abc\u{202e}d"), Some((3, '\u{202e}')));
        assert_eq!(first_offence("one\ntwo"), Some((3, '\n')));
    }

    #[test]
    fn whoever_asks_for_a_text_gets_the_cleaned_letters() {
        let text = SafeText::line("a\u{7}");
        let asked: &str = text.as_ref();
        assert_eq!((text.as_str(), asked, format!("{text:>4}{text:?}")), ("a^G", "a^G", " a^G\"a^G\"".to_owned()));
        assert!(text == *"a^G" && text != *"a\u{7}" && text != "a\u{7}");
        assert!(SafeText::line("").is_unsaid() && !text.is_unsaid());
    }

    #[test]
    fn a_text_of_a_file_is_cleaned_as_it_is_read_and_must_be_a_text() {
        assert_eq!(serde_json::from_str::<SafeText>(r#""a\u001b[2J""#).unwrap(), "a^[[2J");
        let refused = serde_json::from_str::<SafeText>("7").unwrap_err().to_string();
        assert!(refused.contains("expected a text"), "{refused}");
        let schema = serde_json::to_value(schemars::schema_for!(SafeText)).unwrap();
        assert_eq!(
            (&schema["title"], &schema["type"], &schema["pattern"]),
            (&"Text".into(), &"string".into(), &"\\S".into())
        );
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(raw in any::<String>()) {
            let once = SafeText::lines(&raw);
            prop_assert_eq!(SafeText::lines(&once), once);
        }

        #[test]
        fn no_control_character_survives(raw in any::<String>()) {
            let clean = SafeText::line(&raw);
            prop_assert!(!clean.chars().any(char::is_control));
            prop_assert!(clean.graphemes(true).all(|grapheme| grapheme.len() <= GRAPHEME_BYTES));
        }
    }
}
