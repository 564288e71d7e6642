//! Words of a text and of names, made alike: small letters, no plural.

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is compared.
    pub(super) stem: String,
    /// As it is written.
    pub(super) written: String,
    /// The line of the text it stands in, from 0; lines without a word are not counted.
    pub(super) line: usize,
    /// Whether no comma, point or bracket stands between it and the word before.
    pub(super) follows: bool,
}

/// The words of `text`: letters and figures, with the signs of `C++` and `C#`.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut line = 0;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#');
    for text in text.lines() {
        let before = words.len();
        let mut follows = false;
        // A word and what stands before it, one after the other.
        for piece in text.split_inclusive(|c| !is_part(c)) {
            let written = piece.trim_matches(|c| !is_part(c)).trim_start_matches(['+', '#']);
            if !written.is_empty() {
                words.push(Word { stem: stem(written), written: written.to_owned(), line, follows });
                follows = true;
            }
            follows &= !piece.ends_with([',', ';', ':', '.', '(', ')']);
        }
        line += usize::from(words.len() > before);
    }
    words
}

/// A word in small letters, without the sign of a plural.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.to_lowercase();
    if stem.chars().count() > 3 {
        if let Some(start) = stem.strip_suffix("ies") {
            stem = format!("{start}y");
        } else if stem.ends_with('s') && !stem.ends_with("ss") {
            stem.pop();
        }
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_and_plural() {
        let stems = |text| words(text).into_iter().map(|word| word.stem).collect::<Vec<_>>();
        assert_eq!(
            stems("Double-entry ledgers, C++ & C#; SQL-queries\n\npass 3D"),
            ["double", "entry", "ledger", "c++", "c#", "sql", "query", "pass", "3d"]
        );
        assert_eq!(words("a b\n\n---\nc").iter().map(|word| word.line).collect::<Vec<_>>(), [0, 0, 1]);
    }
}
