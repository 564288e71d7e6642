//! The map: all families by levels, grouped by department. The cursor stands on roles only; it passes over levels that a
//! family does not have.

use ratatui::layout::Size;

use super::action::{Motion, Way};
use super::cells::Cells;
use super::cursor::{Cursor, Rows};
use super::layout::{self, LadderRegions};
use super::model::Screen;
use crate::catalog::Catalog;
use crate::domain::{FamilyOutline, RoleId, Rung};
use crate::text::{SafeText, width};

/// Lines below the map: the role under the cursor and its headline, and what the signs mean.
const FOOT: u16 = 3;

/// All families by levels.
#[derive(Debug)]
pub struct Map {
    /// What it was opened from, and closes back to.
    pub below: Screen,
    /// The families, each under its department.
    pub rows: Rows<MapRow>,
    /// The family under the cursor.
    pub cursor: Cursor,
    /// The place of the role under the cursor among its family's rungs.
    pub rung: usize,
    /// The first level on screen.
    pub first: usize,
    /// The place of the level that the reader wants to be on: a family without it does not change that.
    wanted: usize,
}

/// A line of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapRow {
    /// A department.
    Department(SafeText),
    /// The family in this place of the catalog.
    Family(usize),
}

impl Map {
    /// The map with the cursor on the role `at`, over `below`.
    pub fn new(catalog: &Catalog, at: Option<&RoleId>, below: Screen) -> Self {
        let mut rows = Rows::default();
        let mut department = None;
        for (place, family) in catalog.families().iter().enumerate() {
            if department != Some(&family.department) {
                let name = catalog.framework().department(&family.department).map(|department| department.name.clone());
                rows.push(MapRow::Department(name.unwrap_or_else(|| SafeText::line(family.department.as_str()))));
                department = Some(&family.department);
            }
            rows.push_stop([MapRow::Family(place)]);
        }
        let mut map = Self { below, rows, cursor: Cursor::default(), rung: 0, first: 0, wanted: 0 };
        if let Some((family, rung)) = at.and_then(|at| place_of(catalog, at)) {
            (map.cursor.stop, map.rung) = (family, rung);
        }
        map.want(catalog);
        map
    }

    /// Where everything is on a screen of `size`.
    pub fn regions(size: Size) -> LadderRegions {
        layout::ladder(size, 1, FOOT)
    }

    /// Where the levels stand on a screen of `size`.
    pub fn cells(catalog: &Catalog, size: Size) -> Cells {
        let names = catalog.families().iter().map(|family| width(&family.name) + 1).max().unwrap_or_default();
        let levels = &catalog.framework().levels;
        let head = levels.iter().map(|level| width(&level.name)).max().unwrap_or_default();
        Cells::of(usize::from(Self::regions(size).pane.rows.width).saturating_sub(1), names, levels.len(), head)
    }

    /// The family and the rung under the cursor.
    pub fn here<'a>(&self, catalog: &'a Catalog) -> Option<(&'a FamilyOutline, &'a Rung)> {
        let family = self.family_at(catalog, self.cursor.stop)?;
        Some((family, family.rungs.get(self.rung)?))
    }

    /// The role under the cursor.
    pub fn role(&self, catalog: &Catalog) -> Option<RoleId> {
        self.here(catalog).map(|(family, rung)| family.role_id(rung))
    }

    fn family_at<'a>(&self, catalog: &'a Catalog, stop: usize) -> Option<&'a FamilyOutline> {
        match self.rows.get(self.rows.rows_of(stop).start)? {
            MapRow::Family(place) => catalog.families().get(*place),
            MapRow::Department(_) => None,
        }
    }

    /// Moves over the families, to the rung nearest to the level the reader wants to be on.
    pub fn travel(&mut self, catalog: &Catalog, motion: Motion, height: usize) {
        self.cursor.travel(motion, &self.rows, height);
        self.stand_near(catalog);
    }

    /// Goes to the family's next rung up or down; at an end it stays.
    pub fn step(&mut self, catalog: &Catalog, way: Way, height: usize) {
        let rungs = self.family_at(catalog, self.cursor.stop).map_or(0, |family| family.rungs.len());
        match way {
            Way::Next if self.rung + 1 < rungs => self.rung += 1,
            Way::Previous if self.rung > 0 => self.rung -= 1,
            Way::Next | Way::Previous => return,
        }
        self.want(catalog);
        self.cursor.reveal(&self.rows, height);
    }

    /// Goes to the rung nearest to the level in place `level`, else to the one that is wanted.
    pub fn go(&mut self, catalog: &Catalog, level: Option<usize>) {
        self.wanted = level.unwrap_or(self.wanted);
        self.stand_near(catalog);
    }

    /// Remembers the level the cursor is on as the one that is wanted.
    fn want(&mut self, catalog: &Catalog) {
        self.wanted = self.level(catalog).unwrap_or(self.wanted);
    }

    /// The place of the level under the cursor.
    pub fn level(&self, catalog: &Catalog) -> Option<usize> {
        self.here(catalog).and_then(|(_, rung)| level_of(catalog, rung))
    }

    fn stand_near(&mut self, catalog: &Catalog) {
        let Some(family) = self.family_at(catalog, self.cursor.stop) else { return };
        let far = |rung: &Rung| level_of(catalog, rung).map_or(usize::MAX, |level| level.abs_diff(self.wanted));
        let nearest = family.rungs.iter().enumerate().min_by_key(|(_, rung)| far(rung));
        self.rung = nearest.map_or(0, |(place, _)| place);
    }

    /// Keeps the cursor on a role and on screen.
    pub fn settle(&mut self, catalog: &Catalog, size: Size) {
        self.cursor.settle(&self.rows, Self::regions(size).pane.rows.height.into());
        let levels = catalog.framework().levels.len();
        let level = self.level(catalog).unwrap_or(0);
        self.first = Self::cells(catalog, size).first(self.first, level, levels);
    }
}

/// The place of a rung's level among the levels.
pub fn level_of(catalog: &Catalog, rung: &Rung) -> Option<usize> {
    catalog.framework().levels.iter().position(|level| level.id == rung.level)
}

/// The place of a role's family in the catalog, and of its rung in the family.
fn place_of(catalog: &Catalog, role: &RoleId) -> Option<(usize, usize)> {
    let family = catalog.families().iter().position(|family| family.id.as_str() == role.family())?;
    let rungs = &catalog.families().get(family)?.rungs;
    Some((family, rungs.iter().position(|rung| rung.slug.as_str() == role.slug())?))
}
