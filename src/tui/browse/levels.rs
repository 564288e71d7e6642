//! The levels pane: the rungs of one family between the roles that people come from and go to.

use super::{beside, names_of, stop_where, title_of};
use crate::catalog::Catalog;
use crate::domain::{Destination, Passage, RoleId, Rung};
use crate::search::{Matching, Ranker};
use crate::tui::cursor::{Cursor, Rows};
use crate::tui::filter::Filter;

/// The levels pane.
#[derive(Debug)]
pub struct LevelList {
    /// The place of its family in the catalog's list.
    pub family: usize,
    /// What is typed into its filter.
    pub filter: Filter,
    /// Its lines.
    pub rows: Rows<LevelRow>,
    /// Its cursor.
    pub cursor: Cursor,
    /// The rank the reader last chose: another family opens on its nearest rung.
    rank: u8,
    /// The role last under the cursor, for when a filter left none.
    chosen: Option<RoleId>,
}

/// A line of the levels pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelRow {
    /// What the lines below it are.
    Caption(&'static str),
    /// A role outside the family.
    Passage {
        /// Where it is.
        role: Destination,
        /// What it is called.
        title: String,
    },
    /// A rung of the family.
    Rung {
        /// Its id.
        id: RoleId,
        /// Its place among the family's rungs.
        place: usize,
        /// The letters of its title that matched the filter.
        letters: Vec<u32>,
    },
}

impl LevelRow {
    /// The role of the catalog that the line stands for.
    pub fn role(&self) -> Option<&RoleId> {
        match self {
            Self::Rung { id, .. } | Self::Passage { role: Destination::Role(id), .. } => Some(id),
            Self::Caption(_) | Self::Passage { role: Destination::Outside(_), .. } => None,
        }
    }
}

impl LevelList {
    /// The rungs of the family at `family`, the lowest selected.
    pub fn new(catalog: &Catalog, family: usize) -> Self {
        let rows = ladder(catalog, family);
        let mut list = Self { family, filter: Filter::Off, rows, cursor: Cursor::default(), rank: 1, chosen: None };
        list.stand_at_top(0);
        list
    }

    /// The role under the cursor.
    pub fn role(&self) -> Option<&RoleId> {
        self.rows.get(self.rows.rows_of(self.cursor.stop).start)?.role()
    }

    /// The place of the rung under the cursor, when it is one of the family's own.
    pub fn rung(&self) -> Option<usize> {
        match self.rows.get(self.rows.rows_of(self.cursor.stop).start)? {
            LevelRow::Rung { place, .. } => Some(*place),
            LevelRow::Caption(_) | LevelRow::Passage { .. } => None,
        }
    }

    /// The rung under the cursor or nearest to it.
    pub fn nearest_rung(&self) -> Option<&RoleId> {
        let here = self.rows.rows_of(self.cursor.stop).start;
        let rungs = self.rows.iter().enumerate().filter(|(_, row)| matches!(row, LevelRow::Rung { .. }));
        rungs.min_by_key(|(place, _)| place.abs_diff(here)).and_then(|(_, row)| row.role())
    }

    /// Lists another family, on the rung `found` or on the one nearest to the rank last chosen.
    pub fn show(&mut self, catalog: &Catalog, family: usize, found: Option<usize>) {
        self.family = family;
        self.filter = Filter::Off;
        self.rows = ladder(catalog, family);
        self.cursor = Cursor::default();
        let place = found.or_else(|| self.nearest_to_rank(catalog, family)).unwrap_or(0);
        self.stand_at_top(place);
    }

    /// The role that [`LevelList::show`] would open `family` on.
    pub fn opens_on(&self, catalog: &Catalog, family: usize, found: Option<usize>) -> Option<RoleId> {
        let place = found.or_else(|| self.nearest_to_rank(catalog, family))?;
        let family = catalog.families().get(family)?;
        family.rungs.get(place).map(|rung| family.role_id(rung))
    }

    /// The rung of a family that is nearest to the rank last chosen.
    fn nearest_to_rank(&self, catalog: &Catalog, family: usize) -> Option<usize> {
        let rungs = catalog.families().get(family)?.rungs.iter().enumerate();
        let distance = |(_, rung): &(usize, &Rung)| catalog.framework().rank(&rung.level).abs_diff(self.rank);
        rungs.min_by_key(distance).map(|(place, _)| place)
    }

    /// The roles a step away from the one under the cursor.
    pub fn beside(&self) -> impl Iterator<Item = &RoleId> {
        beside(&self.rows, self.cursor).filter_map(LevelRow::role)
    }

    /// Puts the cursor on a role; `false` when it is not listed.
    pub fn select(&mut self, role: &RoleId) -> bool {
        let stop = stop_where(&self.rows, |row| row.role() == Some(role));
        self.cursor.stop = stop.unwrap_or(self.cursor.stop);
        stop.is_some()
    }

    /// Puts the cursor on the rung at `place`, the lowest rung on top where not all rows have room: rungs matter more
    /// than where people come from.
    fn stand_at_top(&mut self, place: usize) {
        let is_rung = |row: &LevelRow, at: usize| matches!(row, LevelRow::Rung { place, .. } if *place == at);
        let lowest = stop_where(&self.rows, |row| is_rung(row, 0)).unwrap_or(0);
        self.cursor.stop = stop_where(&self.rows, |row| is_rung(row, place)).unwrap_or(0);
        self.cursor.offset = self.rows.rows_of(lowest).start;
    }

    /// Remembers the rank of the rung under the cursor as the reader's choice.
    pub fn remember_rank(&mut self, catalog: &Catalog) {
        let rung = self.rung().and_then(|place| catalog.families().get(self.family)?.rungs.get(place));
        self.rank = rung.map_or(self.rank, |rung| catalog.framework().rank(&rung.level));
    }

    /// Lists what the filter leaves, best first; without a query the whole ladder, with the same role selected.
    pub fn refilter(&mut self, catalog: &Catalog, ranker: &mut Ranker, matching: Matching) {
        self.chosen = self.role().cloned().or(self.chosen.take());
        let query = self.filter.query().trim();
        if query.is_empty() {
            self.rows = ladder(catalog, self.family);
        } else if let Some(family) = catalog.families().get(self.family) {
            self.rows = Rows::default();
            let list = family.rungs.iter().map(|rung| names_of(catalog.framework(), rung)).collect();
            for place in ranker.rank(query, matching, &list) {
                let Some(rung) = family.rungs.get(place) else { continue };
                let letters = ranker.light(query, matching, &rung.title);
                self.rows.push_stop([LevelRow::Rung { id: family.role_id(rung), place, letters }]);
            }
        }
        if !(query.is_empty() && self.chosen.clone().is_some_and(|role| self.select(&role))) {
            self.cursor = Cursor::default();
        }
    }
}

/// The whole ladder, lowest rung first, with who comes above it and who goes below.
fn ladder(catalog: &Catalog, family: usize) -> Rows<LevelRow> {
    let mut rows = Rows::default();
    let Some(family) = catalog.families().get(family) else { return rows };
    let passages = |rows: &mut Rows<LevelRow>, caption: &'static str, passages: &[Passage]| {
        if !passages.is_empty() {
            rows.push(LevelRow::Caption(caption));
        }
        for passage in passages {
            let row = LevelRow::Passage { role: passage.role.clone(), title: title_of(catalog, passage) };
            // Only what can be opened is worth a stop of the cursor.
            match passage.role {
                Destination::Role(_) => rows.push_stop([row]),
                Destination::Outside(_) => rows.push(row),
            }
        }
    };
    passages(&mut rows, "people come from", &family.from);
    rows.push(LevelRow::Caption("rungs"));
    for (place, rung) in family.rungs.iter().enumerate() {
        rows.push_stop([LevelRow::Rung { id: family.role_id(rung), place, letters: Vec::new() }]);
    }
    passages(&mut rows, "people go on to", &family.to);
    rows
}
