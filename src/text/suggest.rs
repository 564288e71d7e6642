//! Which word somebody may have meant.

use std::borrow::Cow;

/// The least likeness, from 0 to 1, at which a word is worth naming. Two letters swapped in a short word reach it,
/// another word of the same length does not.
const FLOOR: f64 = 0.6;
/// More valid words than this are not listed whole.
const LISTED: usize = 8;

/// The `most` of `candidates` that look most like `word`, best first; none that looks like another word altogether.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let mut alike: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (likeness(&word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= FLOOR)
        .collect();
    alike.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.cmp(b)));
    alike.into_iter().take(most).map(|(_, candidate)| candidate).collect()
}

/// What to say behind "unknown x": the word that was meant, else the valid words when they are few.
pub fn hint(word: &str, candidates: &[&str]) -> Cow<'static, str> {
    if let [meant, ..] = *nearest(word, candidates.iter().copied(), 1) {
        return format!(": did you mean `{meant}`?").into();
    }
    match candidates {
        [] => ": there is none".into(),
        few if few.len() <= LISTED => format!(": one of {}", few.join(", ")).into(),
        _ => "".into(),
    }
}

/// How much two words look alike: letters left out, added, changed or swapped, against the longer length; or a word
/// that only lacks its end.
fn likeness(word: &str, candidate: &str) -> f64 {
    let begins = word.len() >= 3 && candidate.starts_with(word);
    strsim::normalized_damerau_levenshtein(word, candidate).max(if begins { 0.9 } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 5] = ["idempotency", "incident-command", "mentoring", "monitoring", "sql"];

    #[test]
    fn the_word_that_was_meant_comes_first() {
        assert_eq!(nearest("idempotancy", WORDS, 3), ["idempotency"]);
        assert_eq!(nearest("Monitorign", WORDS, 3), ["monitoring", "mentoring"]);
        assert_eq!(nearest("sqll", WORDS, 1), ["sql"]);
        assert_eq!(nearest("incident", WORDS, 1), ["incident-command"]);
    }

    #[test]
    fn another_word_altogether_is_not_offered() {
        assert_eq!(nearest("kubernetes", WORDS, 3), Vec::<&str>::new());
        assert_eq!(nearest("", WORDS, 3), Vec::<&str>::new());
        assert_eq!(hint("kubernetes", &WORDS), ": one of idempotency, incident-command, mentoring, monitoring, sql");
        assert_eq!(hint("kubernetes", &["a"; 9]), "");
        assert_eq!(hint("kubernetes", &[]), ": there is none");
    }
}
