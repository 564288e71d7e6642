//! The parts of what was typed: at blanks, but not behind a backslash and not between quotes.

/// A part, and where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Token<'a> {
    /// The part as it was typed.
    pub(in crate::search) text: &'a str,
    /// Where it begins, in bytes.
    pub(in crate::search) start: usize,
}

impl Token<'_> {
    /// Whether nothing is left of it.
    pub(in crate::search) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The parts of `typed`.
pub(in crate::search) fn tokens(typed: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    let (mut is_quoted, mut last) = (false, ' ');
    for (at, c) in typed.char_indices() {
        let is_gap = c.is_whitespace() && !is_quoted && last != '\\';
        if is_gap {
            tokens.extend(start.take().map(|start| Token { text: &typed[start..at], start }));
        } else {
            start = start.or(Some(at));
            // A quote opens at the start of a word or of a value; elsewhere it is a letter like another.
            if c == '"' && (is_quoted || last.is_whitespace() || matches!(last, ':' | '=' | '!' | '\'')) {
                is_quoted = !is_quoted;
            }
        }
        last = c;
    }
    tokens.extend(start.map(|start| Token { text: &typed[start..], start }));
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_blanks_unless_somebody_says_otherwise() {
        let texts = |typed| tokens(typed).into_iter().map(|token| token.text).collect::<Vec<_>>();
        assert_eq!(texts("  staff  kafka "), ["staff", "kafka"]);
        assert_eq!(texts("a\\ b c"), ["a\\ b", "c"]);
        assert_eq!(
            texts("\"pci dss\" x skill:\"incident command\""),
            ["\"pci dss\"", "x", "skill:\"incident command\""]
        );
        assert_eq!(texts("\"not closed yet"), ["\"not closed yet"]);
        assert_eq!(texts("3\" pipe"), ["3\"", "pipe"]);
        assert_eq!(tokens(" ab").first().map(|token| token.start), Some(1));
    }
}
