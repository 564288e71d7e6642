//! The families pane: departments and their families, or what a filter leaves of them, best first.

use std::cell::OnceCell;

use super::{beside, names_of, stop_where};
use crate::catalog::Catalog;
use crate::search::{Matching, Ranker, ShortList};
use crate::text::SafeText;
use crate::tui::cursor::{Cursor, Rows};
use crate::tui::filter::Filter;

/// The families pane.
#[derive(Debug)]
pub struct FamilyList {
    /// What is typed into its filter.
    pub filter: Filter,
    /// Its lines.
    pub rows: Rows<FamilyRow>,
    /// Its cursor.
    pub cursor: Cursor,
    /// What the filter looks at, gathered once.
    listed: OnceCell<Listed>,
}

/// All families and their rungs, with what they are called.
#[derive(Debug)]
struct Listed {
    names: ShortList,
    /// For each the family's place in the catalog's list, and the rung's place in the family.
    places: Vec<(usize, Option<usize>)>,
}

/// A line of the families pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FamilyRow {
    /// A department's name, with how many families it has.
    Department(SafeText, usize),
    /// A family.
    Family {
        /// Its place in the catalog's list.
        place: usize,
        /// The rung whose title matched the filter, when it was not the family's name.
        rung: Option<usize>,
        /// The letters of the name shown that matched.
        letters: Vec<u32>,
    },
}

impl FamilyRow {
    /// The place of the family that the line stands for.
    pub fn family(&self) -> Option<usize> {
        self.place().map(|(family, _)| family)
    }

    /// The place of the family, and of the rung that was found in it.
    fn place(&self) -> Option<(usize, Option<usize>)> {
        match self {
            Self::Department(..) => None,
            Self::Family { place, rung, .. } => Some((*place, *rung)),
        }
    }
}

impl FamilyList {
    /// All families, by department.
    pub fn new(catalog: &Catalog) -> Self {
        let (filter, rows) = (Filter::Off, by_department(catalog));
        Self { filter, rows, cursor: Cursor::default(), listed: OnceCell::new() }
    }

    /// The place of the family under the cursor; `None` when nothing is listed.
    pub fn selected(&self) -> Option<usize> {
        self.under_cursor().and_then(FamilyRow::family)
    }

    /// The rung that the filter found in the family under the cursor.
    pub fn found_rung(&self) -> Option<usize> {
        self.under_cursor()?.place()?.1
    }

    /// Puts the cursor on the family at `place`; `false` when the filter hides it.
    pub fn select(&mut self, place: usize) -> bool {
        let stop = stop_where(&self.rows, |row| row.family() == Some(place));
        self.cursor.stop = stop.unwrap_or(self.cursor.stop);
        stop.is_some()
    }

    /// Lists what the filter leaves, best first; without a query everything, with the family `selected`.
    pub fn refilter(&mut self, catalog: &Catalog, ranker: &mut Ranker, matching: Matching, selected: usize) {
        let query = self.filter.query().trim();
        if query.is_empty() {
            self.rows = by_department(catalog);
            self.select(selected);
        } else {
            self.rows = best_first(catalog, self.listed(catalog), ranker, query, matching);
            self.cursor = Cursor::default();
        }
    }

    /// The families that the next key may lead to, each with the rung that was found in it: of what a filter leaves the best,
    /// else those a step away.
    pub fn likely(&self) -> impl Iterator<Item = (usize, Option<usize>)> {
        let is_whole = self.filter.query().is_empty();
        let rows: Vec<_> =
            if is_whole { beside(&self.rows, self.cursor).collect() } else { self.rows.iter().collect() };
        rows.into_iter().filter_map(FamilyRow::place)
    }

    /// Gathers what the filter will look at.
    pub fn prepare(&self, catalog: &Catalog) {
        self.listed(catalog);
    }

    fn listed(&self, catalog: &Catalog) -> &Listed {
        self.listed.get_or_init(|| listed(catalog))
    }

    fn under_cursor(&self) -> Option<&FamilyRow> {
        self.rows.get(self.rows.rows_of(self.cursor.stop).start)
    }
}

fn by_department(catalog: &Catalog) -> Rows<FamilyRow> {
    let mut rows = Rows::default();
    for department in &catalog.framework().departments {
        let families = catalog.families().iter().enumerate().filter(|(_, family)| family.department == department.id);
        let places: Vec<usize> = families.map(|(place, _)| place).collect();
        if places.is_empty() {
            continue;
        }
        rows.push(FamilyRow::Department(department.name.clone(), places.len()));
        for place in places {
            rows.push_stop([FamilyRow::Family { place, rung: None, letters: Vec::new() }]);
        }
    }
    rows
}

fn listed(catalog: &Catalog) -> Listed {
    let (mut names, mut places) = (Vec::new(), Vec::new());
    for (place, family) in catalog.families().iter().enumerate() {
        names
            .push(std::iter::once(&family.name).chain(family.aliases.iter()).map(SafeText::as_str).collect::<Vec<_>>());
        places.push((place, None));
        for (at, rung) in family.rungs.iter().enumerate() {
            names.push(names_of(catalog.framework(), rung).collect());
            places.push((place, Some(at)));
        }
    }
    Listed { names: names.into_iter().collect(), places }
}

/// Ranks the names of all families together with the names of all their rungs; a family shows by its best.
fn best_first(
    catalog: &Catalog,
    all: &Listed,
    ranker: &mut Ranker,
    query: &str,
    matching: Matching,
) -> Rows<FamilyRow> {
    let mut rows = Rows::default();
    let mut listed = vec![false; catalog.families().len()];
    for hit in ranker.rank(query, matching, &all.names) {
        let Some(&(place, rung)) = all.places.get(hit) else { continue };
        let (Some(listed), Some(family)) = (listed.get_mut(place), catalog.families().get(place)) else { continue };
        if !std::mem::replace(listed, true) {
            let shown = rung.and_then(|rung| family.rungs.get(rung)).map_or(&family.name, |rung| &rung.title);
            let letters = ranker.light(query, matching, shown);
            rows.push_stop([FamilyRow::Family { place, rung, letters }]);
        }
    }
    rows
}
