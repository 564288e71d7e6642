//! The ladder of a family: one thing through all its rungs, or its skills by its rungs. What the reader set is in
//! [`Setting`]; what it looks like is made from that when it changed, and only then.

mod steps;

use ratatui::layout::Size;

use super::cells::Cells;
use super::cursor::{Cursor, Rows};
use super::document::Row;
use super::layout::{self, LadderRegions};
use super::model::Screen;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::ladder::{Grid, GridRow, Item, Ladder, items};
use crate::text::width;

/// The height from which what is followed, and its verdict, stay above the rungs.
const HEADED: u16 = 9;
/// The most lines of verdict that stay there.
const VERDICT: usize = 3;
/// Lines below the grid.
const FOOT: u16 = 1;

/// What of a ladder shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// One thing through all rungs.
    Steps,
    /// Skills by rungs.
    Grid,
}

/// What the reader set: enough to open the screen again as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The place of the family in the catalog.
    pub family: usize,
    /// What of its ladder shows.
    pub face: Face,
    /// What is followed; none until something was.
    pub item: Option<Item>,
    /// The rung under the cursor, by its place from the lowest: of the steps and of the grid's columns alike.
    pub rung: usize,
    /// The first line of the steps on screen.
    pub offset: usize,
    /// The skill under the cursor of the grid, and the first on screen.
    pub skill: Cursor,
    /// The first column of the grid on screen.
    pub first: usize,
}

/// The ladder of a family.
#[derive(Debug)]
pub struct LadderView {
    /// What the reader set.
    pub set: Setting,
    /// What it was opened from, and closes back to.
    pub below: Screen,
    /// Its skills by its rungs.
    pub grid: Grid,
    /// The skills, a row each.
    pub skills: Rows<usize>,
    /// What is followed through the rungs.
    pub ladder: Option<Ladder>,
    /// That in lines, a stop for each rung.
    pub steps: Rows<Row>,
    /// What stays above them.
    pub heads: Vec<Row>,
    /// Everything that can be followed.
    items: Vec<Item>,
    /// What the steps were made from: a width, and whether what stays above them does.
    made: Option<(usize, bool)>,
}

impl Setting {
    /// The ladder of the role `id` from there: `item` followed, or the grid without one. `None` for a role that the
    /// catalog does not have.
    pub fn new(catalog: &Catalog, id: &RoleId, item: Option<Item>) -> Option<Self> {
        let family = catalog.families().iter().position(|family| family.id.as_str() == id.family())?;
        let rung = catalog.families().get(family)?.rungs.iter().position(|rung| rung.slug.as_str() == id.slug())?;
        let face = if item.is_some() { Face::Steps } else { Face::Grid };
        Some(Self { family, face, item, rung, offset: 0, skill: Cursor::default(), first: 0 })
    }
}

impl LadderView {
    /// The screen as `set` says, over `below`.
    pub fn new(catalog: &Catalog, set: Setting, below: Screen) -> Self {
        let rungs = catalog.families().get(set.family).map_or(Vec::new(), |family| catalog.ladder_of(family));
        let (grid, items) = (Grid::of(catalog, &rungs), items(catalog, &rungs));
        let mut skills = Rows::default();
        for place in 0..grid.rows.len() {
            skills.push_stop([place]);
        }
        let (steps, heads) = (Rows::default(), Vec::new());
        let mut view = Self { set, below, grid, skills, ladder: None, steps, heads, items, made: None };
        view.stand_on_skill();
        view
    }

    /// Where everything is on a screen of `size`.
    pub fn regions(&self, size: Size) -> LadderRegions {
        match self.set.face {
            Face::Steps => layout::ladder(size, self.heads.len(), FOOT),
            Face::Grid => layout::ladder(size, 1, FOOT),
        }
    }

    /// Where the columns of the grid stand on a screen of `size`.
    pub fn cells(&self, size: Size) -> Cells {
        let area = layout::ladder(size, 1, FOOT).pane.rows;
        let names = self.grid.rows.iter().map(|row| width(&row.name)).max().unwrap_or_default();
        let head = self.grid.columns.iter().map(|column| width(&column.level_name)).max().unwrap_or_default();
        Cells::of(usize::from(area.width).saturating_sub(1), names, self.grid.columns.len(), head)
    }

    /// The skill under the grid's cursor.
    pub fn skill(&self) -> Option<&GridRow> {
        self.grid.rows.get(self.set.skill.stop)
    }

    /// The role on the rung under the cursor.
    pub fn role(&self) -> Option<&RoleId> {
        self.grid.columns.get(self.set.rung).map(|column| &column.id)
    }

    /// The place of what is followed among everything that can be, counted from 1, and how much that is.
    pub fn place(&self) -> Option<(usize, usize)> {
        let item = self.set.item.as_ref()?;
        Some((self.items.iter().position(|known| known == item)? + 1, self.items.len()))
    }

    /// What is followed after or before the present item; around the ends.
    pub fn beside(&self, forward: bool) -> Option<&Item> {
        let last = self.items.len().checked_sub(1)?;
        let here = self.set.item.as_ref().and_then(|item| self.items.iter().position(|known| known == item));
        let place = match (here, forward) {
            (None, _) => 0,
            (Some(here), true) => {
                if here == last {
                    0
                } else {
                    here + 1
                }
            }
            (Some(here), false) => here.checked_sub(1).unwrap_or(last),
        };
        self.items.get(place)
    }

    /// Follows `item` through the rungs; the cursor stays on its rung.
    pub fn follow(&mut self, item: Item) {
        self.set.face = Face::Steps;
        if self.set.item.as_ref() != Some(&item) {
            (self.set.item, self.set.offset, self.made, self.ladder) = (Some(item), 0, None, None);
        }
        self.stand_on_skill();
    }

    /// In the grid the cursor stands on the skill that is followed.
    fn stand_on_skill(&mut self) {
        let Some(Item::Skill(skill)) = &self.set.item else { return };
        if let Some(place) = self.grid.rows.iter().position(|row| row.skill == *skill) {
            self.set.skill.stop = place;
        }
    }

    /// The steps as a list has them: the rung under the cursor and the first line on screen.
    pub fn cursor(&self) -> Cursor {
        Cursor { stop: self.set.rung, offset: self.set.offset }
    }

    /// Puts the cursor of the steps.
    pub fn put(&mut self, cursor: Cursor) {
        (self.set.rung, self.set.offset) = (cursor.stop, cursor.offset);
    }

    /// Makes anew what depends on what changed, and keeps all inside the screen.
    pub fn settle(&mut self, catalog: &Catalog, size: Size) {
        self.set.rung = self.set.rung.min(self.grid.columns.len().saturating_sub(1));
        match self.set.face {
            Face::Steps => self.settle_steps(catalog, size),
            Face::Grid => {
                let height = self.regions(size).pane.rows.height.into();
                self.set.skill.settle(&self.skills, height);
                self.set.first = self.cells(size).first(self.set.first, self.set.rung, self.grid.columns.len());
            }
        }
    }

    fn settle_steps(&mut self, catalog: &Catalog, size: Size) {
        let Some(item) = &self.set.item else { return };
        if self.ladder.is_none() {
            let rungs = catalog.families().get(self.set.family).map_or(Vec::new(), |family| catalog.ladder_of(family));
            self.ladder = Some(Ladder::of(catalog, &rungs, item.clone()));
        }
        let Some(ladder) = &self.ladder else { return };
        let area = layout::ladder(size, 0, FOOT).pane.rows;
        let (cells, is_headed) = (usize::from(area.width).saturating_sub(1), area.height >= HEADED);
        let is_new = self.made != Some((cells, is_headed));
        if is_new {
            let mut heads = steps::heads(ladder, cells);
            self.heads = if is_headed && heads.len() <= VERDICT + 2 { heads.split_off(0) } else { Vec::new() };
            self.steps = steps::rows(ladder, heads, cells);
            self.made = Some((cells, is_headed));
        }
        let height = self.regions(size).pane.rows.height.into();
        let mut cursor = self.cursor();
        if is_new {
            cursor.reveal(&self.steps, height);
        } else {
            cursor.settle(&self.steps, height);
        }
        self.put(cursor);
    }
}
