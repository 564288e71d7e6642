//! Letters as they are compared: without accents, and small unless somebody typed a capital.

use nucleo::chars;
use unicode_normalization::UnicodeNormalization;

/// The letter that `c` is compared as.
pub(super) fn fold(c: char, mind_case: bool) -> char {
    // Most letters: the tables of the others would take ten times as long.
    if c.is_ascii() {
        return if mind_case { c } else { c.to_ascii_lowercase() };
    }
    // The base letter without its accents.
    let plain = std::iter::once(c).nfd().next().unwrap_or(c);
    if mind_case { plain } else { chars::to_lower_case(plain) }
}

/// Writes `text` in small letters without accents behind `folded`.
pub(super) fn fold_into(folded: &mut Vec<u8>, text: &str) {
    if text.is_ascii() {
        let start = folded.len();
        folded.extend_from_slice(text.as_bytes());
        folded[start..].make_ascii_lowercase();
    } else {
        let mut bytes = [0; 4];
        for c in text.chars() {
            folded.extend_from_slice(fold(c, false).encode_utf8(&mut bytes).as_bytes());
        }
    }
}

/// `text` in small letters without accents.
pub(super) fn folded(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().map(|c| fold(c, false)).collect() }
}

/// Whether a byte of folded text belongs to a word: letters and figures, and all of what is not ASCII.
pub(super) fn is_of_word(byte: u8) -> bool {
    OF_WORD[usize::from(byte)]
}

/// Told once for each byte: it is asked of every byte of a company's catalog.
static OF_WORD: [bool; 256] = {
    let mut of_word = [true; 256];
    let mut byte: u8 = 0;
    while byte.is_ascii() {
        of_word[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    of_word
};
