//! Words as they are compared, and ids made from them.

use std::collections::{HashMap, HashSet};

/// The longest id, in bytes.
const LONGEST: usize = 64;

/// `text` in small letters and digits, one blank between two words.
pub(super) fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#').filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether `text` only says that nothing is said.
pub(super) fn says_nothing(text: &str) -> bool {
    const FOR_NOTHING: &[&str] =
        &["", "?", "n a", "na", "none", "not applicable", "not in use", "not set", "not stated", "tbc", "tbd", "todo"];
    FOR_NOTHING.contains(&plain(text).as_str())
}

/// `text`, or nothing where it only says that nothing is said.
pub(super) fn said(text: &str) -> &str {
    if says_nothing(text) { "" } else { text }
}

/// Ids that no two things share.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// The last number that stands behind each.
    last: HashMap<String, usize>,
}

impl Ids {
    /// An id for what is called `name`, `fallback` where its letters make none.
    pub(super) fn make(&mut self, name: &str, fallback: &str) -> String {
        let slug = slug(name);
        self.unique(if slug.is_empty() { fallback } else { &slug })
    }

    /// `slug`, with a number behind it where it is taken.
    pub(super) fn unique(&mut self, slug: &str) -> String {
        let mut id = slug.to_owned();
        while !self.taken.insert(id.clone()) {
            let last = self.last.entry(slug.to_owned()).or_insert(1);
            *last += 1;
            let end = format!("-{last}");
            id = format!("{}{end}", slug.get(..LONGEST - end.len()).unwrap_or(slug).trim_end_matches('-'));
        }
        id
    }

    /// Whether `id` is taken.
    pub(super) fn has(&self, id: &str) -> bool {
        self.taken.contains(id)
    }
}

/// The letters of `text` that an id can hold: marks fall off, signs become hyphens.
pub(super) fn slug(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let spelt = text.replace('+', " plus ").replace('#', " sharp ").replace('&', " and ").replace('ß', "ss");
    let ascii = |c: char| c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase());
    let mut slug = String::new();
    for c in spelt.nfd().filter(|&c| !unicode_normalization::char::is_combining_mark(c) && c != '\'' && c != '’') {
        match ascii(c) {
            Some(letter) => slug.push(letter),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    let cut = slug.get(..LONGEST).unwrap_or(&slug);
    cut.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_letters_of_a_name() {
        assert_eq!(slug("Quality assurance (QAT)"), "quality-assurance-qat");
        assert_eq!(slug("Développement C++ & l’UX"), "developpement-c-plus-plus-and-lux");
        assert_eq!(slug("日本"), "");
        assert!(slug(&"word ".repeat(40)).len() <= LONGEST);
    }

    #[test]
    fn no_two_things_get_one_id() {
        let mut ids = Ids::default();
        assert_eq!(ids.make("Test it", "skill"), "test-it");
        assert_eq!(ids.make("test-it", "skill"), "test-it-2");
        assert_eq!(ids.make("日本", "skill"), "skill");
        let long = "x".repeat(64);
        assert_eq!(ids.make(&long, "skill"), long);
        assert_eq!(ids.make(&long, "skill"), format!("{}-2", "x".repeat(62)));
    }

    #[test]
    fn what_says_nothing_is_nothing() {
        assert_eq!((said("N/A"), said("NOT IN USE"), said(" - "), said("0")), ("", "", "", "0"));
    }
}
