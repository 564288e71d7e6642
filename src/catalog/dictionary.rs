//! A dictionary as it is written, an entry a line, so that one entry can be read without the hundreds of others.

use std::sync::OnceLock;

use memchr::{memchr, memchr_iter};
use serde::Deserialize;

use super::Lazy;

/// How an entry's line begins, behind the blanks before it.
const START: &str = r#"{ "id": ""#;
const INDENT: &str = "    ";

/// The entries of a dictionary, each read when it is first asked for. An entry that is written in another way than on
/// a line of its own is not found here: whoever asks reads the whole dictionary then.
#[derive(Debug)]
pub(super) struct Dictionary<T> {
    text: &'static str,
    entries: OnceLock<Vec<Entry<T>>>,
}

/// An id, and the entry it stands for. Boxed: of hundreds, some ten are read.
type Entry<T> = (&'static str, Lazy<Box<T>, &'static str>);

impl<T: Deserialize<'static>> Dictionary<T> {
    /// The dictionary in `text`.
    pub(super) fn new(text: &'static str) -> Self {
        Self { text, entries: OnceLock::new() }
    }

    /// The entry `id`.
    pub(super) fn get(&self, id: &str) -> Option<&T> {
        let entries = self.entries.get_or_init(|| entries(self.text));
        let (_, entry) = entries.iter().find(|(known, _)| *known == id)?;
        entry.get(|line| serde_json::from_str(line.trim_end().trim_end_matches(',')).ok()).map(Box::as_ref)
    }
}

/// Looks at the start of each line: 80 KB are on the way to the first frame.
fn entries<T>(text: &'static str) -> Vec<Entry<T>> {
    let ends = memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.scan(0, |start, end| text.get(std::mem::replace(start, end + 1)..end)).filter_map(entry).collect()
}

fn entry<T>(line: &'static str) -> Option<Entry<T>> {
    let line = line.strip_prefix(INDENT)?;
    let id = line.strip_prefix(START)?;
    let end = memchr(b'"', id.as_bytes())?;
    Some((id.get(..end)?, Lazy::unparsed(line)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::embedded::{KPIS, SKILLS, terms};
    use crate::domain::{Kpi, Skill};

    #[test]
    fn every_entry_is_found_by_its_line_and_reads_as_in_the_whole() {
        let whole = terms(SKILLS, KPIS).expect("dictionaries");
        let (skills, kpis) = (Dictionary::<Skill>::new(SKILLS), Dictionary::<Kpi>::new(KPIS));
        assert!(whole.skills.len() > 50 && whole.kpis.len() > 20);
        for skill in &whole.skills {
            assert_eq!(skills.get(skill.id.as_str()), Some(skill), "skills.json: {} needs a line of its own", skill.id);
        }
        for kpi in &whole.kpis {
            assert_eq!(kpis.get(kpi.id.as_str()), Some(kpi), "kpis.json: {} needs a line of its own", kpi.id);
        }
        assert_eq!(skills.get("no-such-skill"), None);
    }
}
