//! [`Anchors`]: what GitHub calls the headings of a page, so that a list can lead to them.

use std::collections::HashMap;

/// The headings of a page so far.
#[derive(Debug, Default)]
pub(super) struct Anchors(HashMap<String, usize>);

impl Anchors {
    /// The anchor of the next heading: its words in small letters with hyphens between them, and a number where there
    /// was such a heading before.
    pub(super) fn of(&mut self, heading: &str) -> String {
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
        let slug: String = heading.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-");
        let mut anchor = slug.clone();
        while self.0.contains_key(&anchor) {
            let seen = self.0.entry(slug.clone()).or_default();
            *seen += 1;
            anchor = format!("{slug}-{seen}");
        }
        self.0.insert(anchor.clone(), 0);
        anchor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_that_was_there_before_gets_a_number() {
        let mut anchors = Anchors::default();
        let headings = ["Skills", "C# and .NET / Cloud", "Skills", "Skills 1", "skills", "Größe & Maß", "Skills-1"];
        let found: Vec<String> = headings.iter().map(|heading| anchors.of(heading)).collect();
        let wanted = ["skills", "c-and-net--cloud", "skills-1", "skills-1-1", "skills-2", "größe--maß", "skills-1-2"];
        assert_eq!(found, wanted);
    }
}
