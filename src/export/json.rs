//! JSON: indented everywhere, so that it reads and compares the same in a terminal and in a file.

use std::fmt::Write;

use serde::Serialize;

use crate::text::first_offence;

/// `items` under the name of their shape, without a line break at the end.
///
/// # Errors
///
/// When an item does not want to be written.
pub fn document(schema: &str, items: &[impl Serialize]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Document<'a, T> {
        schema: &'a str,
        items: &'a [T],
    }
    Ok(escaped(serde_json::to_string_pretty(&Document { schema, items })?))
}

/// Writes as `\uXXXX` what a terminal might obey. JSON itself asks for that below U+0020 only; everything beyond ASCII
/// stands inside a string, so it can be written so wherever it is met.
fn escaped(json: String) -> String {
    let harmless = |c: char| c.is_ascii() && c != '\x7f' || first_offence(c.encode_utf8(&mut [0; 4])).is_none();
    if json.chars().all(harmless) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if harmless(c) {
            safe.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_might_obey_is_escaped_and_comes_back_the_same() {
        let text = "a\u{9b}2J\u{7f}\u{202e}\u{e0041}\u{2028}\u{1b}[0m é 日本 👩\u{200d}🚀";
        let json = document("s/1", &[text]).unwrap_or_default();
        assert!(json.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}' && c != '\u{2028}'), "{json}");
        assert!(json.contains("\\u009b2J\\u007f\\u202e\\udb40\\udc41\\u2028\\u001b[0m é 日本"), "{json}");
        let read: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
        assert_eq!(read["items"][0], text);
    }
}
