//! [`Document`]: something that is heard section by section: a role in full, or roles compared.

use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::compare::Change;
use crate::export::role::{self, Rubric, Sheet};
use crate::export::{Report, compare, sections};

/// Something that is heard section by section.
#[derive(Debug)]
pub(super) struct Document {
    /// The roles it is about.
    pub roles: Vec<RoleId>,
    /// What stands before the sections.
    head: Vec<String>,
    /// Each section's name, what is said of it in the list, and its lines.
    sections: Vec<(String, String, Vec<String>)>,
}

impl Document {
    /// The role `id` in full; none where the catalog does not have it.
    pub(super) fn of_role(catalog: &Catalog, id: &RoleId) -> Option<Self> {
        let sheet = Sheet::of(catalog, catalog.whole(id)?, Rubric::Hidden);
        let count =
            |lines: &[String]| if lines.len() == 1 { String::new() } else { format!(", {} lines", lines.len()) };
        Some(Self::of(vec![id.clone()], &role::report(&sheet), count))
    }

    /// What differs between `ids`, judged against the first.
    pub(super) fn of_compared(catalog: &Catalog, ids: &[RoleId]) -> Option<Self> {
        let comparison = catalog.compare(ids, 0)?;
        let differs = comparison.sections.iter().flat_map(|section| &section.rows);
        let differs = differs.filter(|row| row.sign(0) != Change::Same).count();
        let report = compare::report(&comparison.only_differences());
        // What leads a section is its verdict.
        let verdict = |lines: &[String]| lines.first().map(|line| format!(": {line}")).unwrap_or_default();
        let mut document = Self::of(ids.to_vec(), &report, verdict);
        // Signs are words here.
        document.head.retain(|line| !line.starts_with("Signs:"));
        document.head.push(format!("{differs} rows differ; those that are the same are left out."));
        Some(document)
    }

    fn of(roles: Vec<RoleId>, report: &Report, about: impl Fn(&[String]) -> String) -> Self {
        let (head, parts) = sections(report);
        let section = |(name, lines): (String, Vec<String>)| {
            let about = about(&lines);
            (name, about, lines)
        };
        Self { roles, head, sections: parts.into_iter().map(section).collect() }
    }

    /// What it is, and its sections by number.
    pub(super) fn list(&self) -> String {
        let mut text = self.head.join("\n") + "\nSections:\n";
        for (place, (name, about, _)) in self.sections.iter().enumerate() {
            text.extend([format!("{}. {name}{about}\n", place + 1)]);
        }
        text
    }

    /// How many sections it has.
    pub(super) fn len(&self) -> usize {
        self.sections.len()
    }

    /// One section, from 0.
    pub(super) fn section(&self, place: usize) -> Option<String> {
        let (name, _, lines) = self.sections.get(place)?;
        Some(format!("{name}\n{}\n", lines.join("\n")))
    }

    /// All of it.
    pub(super) fn all(&self) -> String {
        let sections = (0..self.len()).filter_map(|place| self.section(place));
        self.head.join("\n") + "\n\n" + &sections.collect::<Vec<_>>().join("\n")
    }
}
