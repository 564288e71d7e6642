//! The state of the three panes: what each lists, where its cursor is, what it filters.

use std::sync::Arc;

use super::action::Pane;
use super::cursor::{Cursor, Rows};
use super::document::{DocumentKey, Place, Section, Text};
use super::filter::Filter;
use crate::catalog::Catalog;
use crate::domain::{Destination, Framework, Passage, RoleId, Rung};
use crate::text::SafeText;

mod families;
mod levels;

pub use families::{FamilyList, FamilyRow};
pub use levels::{LevelList, LevelRow};

/// How many texts are kept beside the one shown, however many roles are passed before a frame is drawn.
const MOST_AHEAD: usize = 4;
/// How many texts are written before somebody asks for them: each takes a third of a millisecond behind the frame, and a family's
/// page of the catalog in memory.
const AHEAD: usize = 2;
/// How many roles can be marked for comparing.
pub const MOST_MARKS: usize = 4;

/// The three panes.
#[derive(Debug)]
pub struct Browse {
    /// The pane with the keys.
    pub focus: Pane,
    /// Whether it shows alone.
    pub zoomed: bool,
    /// The families, by department.
    pub families: FamilyList,
    /// The rungs of the family under the cursor.
    pub levels: LevelList,
    /// The role under the cursor.
    pub detail: Detail,
    /// The roles marked for comparing, in the order they were marked.
    pub marks: Vec<RoleId>,
}

/// The pane that shows a role.
#[derive(Debug, Default)]
pub struct Detail {
    /// The role's text.
    pub document: Text,
    /// Texts of other roles that the next key may ask for.
    ahead: Vec<Text>,
    /// The stop under the cursor and the first line on screen.
    pub cursor: Cursor,
    /// The sections folded, for every role alike.
    pub folded: std::collections::BTreeSet<Section>,
    /// What is looked for.
    pub filter: Filter,
    /// Where it stands.
    pub found: Vec<Place>,
    /// The stop under the cursor when the field was opened: where looking starts, and where it ends without success.
    pub origin: usize,
}

impl Detail {
    /// Shows the text that `key` is of, and keeps the one shown before for a reader who comes back.
    pub fn show(&mut self, catalog: &Arc<Catalog>, key: DocumentKey) {
        let known = self.ahead.iter().position(|text| text.key() == Some(&key));
        let text = known.map_or_else(|| Text::of(Arc::clone(catalog), key), |place| self.ahead.swap_remove(place));
        let before = std::mem::replace(&mut self.document, text);
        if self.ahead.len() < MOST_AHEAD {
            self.ahead.push(before);
        }
    }

    /// Writes the texts of the first of `roles` in the width of the one shown, and lets all others go.
    fn write_ahead(&mut self, catalog: &Arc<Catalog>, roles: Vec<RoleId>) {
        let Some(here) = self.document.key() else { return };
        let others = roles.into_iter().filter(|role| *role != here.role).take(AHEAD);
        let keys: Vec<DocumentKey> = others.map(|role| DocumentKey { role, ..here.clone() }).collect();
        self.ahead.retain(|text| text.key().is_some_and(|key| keys.contains(key)));
        for key in keys {
            if !self.ahead.iter().any(|text| text.key() == Some(&key)) {
                self.ahead.push(Text::of(Arc::clone(catalog), key));
            }
        }
        self.ahead.iter().for_each(Text::write);
    }
}

impl Browse {
    /// The panes on the first rung of the first family.
    pub fn new(catalog: &Catalog) -> Self {
        let families = FamilyList::new(catalog);
        let levels = LevelList::new(catalog, families.selected().unwrap_or(0));
        let detail = Detail { folded: Section::folded_at_first(), ..Detail::default() };
        Self { focus: Pane::default(), zoomed: false, families, levels, detail, marks: Vec::new() }
    }

    /// Has ready what the next key may ask for: the texts of the roles beside the one under the cursor, or of the best that a
    /// filter leaves, and all names when they are looked through.
    pub fn read_ahead(&mut self, catalog: &Arc<Catalog>) {
        let Self { families, levels, detail, .. } = self;
        match self.focus {
            Pane::Families => {
                if families.filter.is_typing() {
                    families.prepare(catalog);
                }
                let likely = families.likely().filter_map(|(family, rung)| levels.opens_on(catalog, family, rung));
                detail.write_ahead(catalog, likely.collect());
            }
            Pane::Levels => detail.write_ahead(catalog, levels.beside().cloned().collect()),
            Pane::Detail => {}
        }
    }

    /// The filter of the pane with the keys.
    pub fn filter(&self) -> &Filter {
        match self.focus {
            Pane::Families => &self.families.filter,
            Pane::Levels => &self.levels.filter,
            Pane::Detail => &self.detail.filter,
        }
    }

    /// The filter of the pane with the keys, to be changed.
    pub fn filter_mut(&mut self) -> &mut Filter {
        match self.focus {
            Pane::Families => &mut self.families.filter,
            Pane::Levels => &mut self.levels.filter,
            Pane::Detail => &mut self.detail.filter,
        }
    }

    /// The role under the levels' cursor: a rung, or a role people come from or go to.
    pub fn role(&self) -> Option<&RoleId> {
        self.levels.role()
    }
}

/// What filters look at for a rung: its title first, then everything else people call it.
pub(in crate::tui) fn names_of<'a>(framework: &'a Framework, rung: &'a Rung) -> impl Iterator<Item = &'a str> {
    let level = framework.level(&rung.level);
    let level = level.into_iter().flat_map(|level| std::iter::once(&level.name).chain(&level.aliases));
    std::iter::once(&rung.title).chain(rung.aliases.iter()).chain(level).map(SafeText::as_str)
}

/// The title of the role a passage leads to or from.
fn title_of(catalog: &Catalog, passage: &Passage) -> String {
    match &passage.role {
        Destination::Role(id) => catalog.rung(id).map_or_else(|| id.to_string(), |(_, rung)| rung.title.to_string()),
        Destination::Outside(title) => title.to_string(),
    }
}

/// The rows a step away from the one under the cursor.
fn beside<T>(rows: &Rows<T>, cursor: Cursor) -> impl Iterator<Item = &T> {
    let stops = [Some(cursor.stop + 1), cursor.stop.checked_sub(1)];
    stops.into_iter().flatten().filter_map(|stop| rows.get(rows.rows_of(stop).start))
}

/// The stop of the first row that `is` true of: where a value is after its rows were made anew.
fn stop_where<T>(rows: &Rows<T>, is: impl Fn(&T) -> bool) -> Option<usize> {
    (0..rows.stops()).find(|stop| rows.get(rows.rows_of(*stop).start).is_some_and(&is))
}
