//! Neighbouring rungs that differ in words of degree only: "complex" for "simple", "several" for "some". What a higher
//! rung asks for is another scope, not another adjective.

use super::prose::words;

/// Words that say how much and never what.
const DEGREES: &[&str] = &[
    "a",
    "advanced",
    "all",
    "always",
    "an",
    "any",
    "basic",
    "better",
    "big",
    "bigger",
    "broad",
    "broader",
    "challenging",
    "clear",
    "clearer",
    "closely",
    "complex",
    "complicated",
    "consistently",
    "critical",
    "deep",
    "deeper",
    "difficult",
    "each",
    "effective",
    "effectively",
    "efficient",
    "entire",
    "every",
    "excellent",
    "expert",
    "extensive",
    "few",
    "full",
    "fully",
    "good",
    "great",
    "greater",
    "hard",
    "harder",
    "high",
    "higher",
    "highly",
    "important",
    "independently",
    "intricate",
    "key",
    "large",
    "larger",
    "little",
    "low",
    "lower",
    "main",
    "major",
    "many",
    "minor",
    "moderate",
    "more",
    "most",
    "much",
    "often",
    "other",
    "particularly",
    "quick",
    "quickly",
    "rarely",
    "regularly",
    "routine",
    "several",
    "significant",
    "significantly",
    "simple",
    "simpler",
    "skilled",
    "small",
    "smaller",
    "some",
    "sometimes",
    "strong",
    "stronger",
    "substantial",
    "the",
    "very",
    "well",
    "whole",
    "wide",
    "wider",
];

/// Whether two texts have the same words in the same order, but for words of degree.
pub(super) fn differ_in_degree(one: &str, other: &str) -> bool {
    let content = |text: &str| -> Vec<String> {
        words(text).into_iter().filter(|word| DEGREES.binary_search(&word.as_str()).is_err()).collect()
    };
    let (one, other) = (content(one), content(other));
    !one.is_empty() && one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order_so_that_they_are_found() {
        assert!(DEGREES.is_sorted());
    }

    #[test]
    fn other_adjectives_are_no_other_job() {
        assert!(differ_in_degree("Leads some simple releases", "Leads several highly complex releases"));
        assert!(!differ_in_degree("Leads releases of a flow", "Leads releases of a region"));
    }
}
