//! The compare screen: two to four roles side by side, row by row. What the reader set is in [`Setting`]; what it looks
//! like is laid out from that when it changed, and only then.

mod cell;
mod plan;
mod sheet;

use std::collections::BTreeSet;

use ratatui::layout::Size;

use super::action::{Verb, Way};
use super::cursor::Cursor;
use super::document::Row;
use super::keymap::{Context, Keymap};
use super::layout::{self, CompareRegions};
use super::model::Screen;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::compare::{Comparison, FEWEST_SIDES, Part};
pub(in crate::tui) use cell::{facts, sentences, signed};
use plan::Plan;
pub use sheet::{Kept, Sheet, Stop};
use sheet::{Room, SheetKey, heads};

/// The height from which the roles stay named above the rows, and from which they do so in full.
const HEADED: (u16, u16) = (9, 14);

/// What the reader set: enough to open the screen again as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The roles, in the order of their columns.
    pub ids: Vec<RoleId>,
    /// The place of the one the others are judged against.
    pub base: usize,
    /// The place of the one under the cursor.
    pub column: usize,
    /// Where columns page: how many of those beside the base are left of the screen.
    pub first: usize,
    /// The sections that show their heading only.
    pub folded: BTreeSet<Part>,
    /// Which rows show.
    pub kept: Kept,
    /// The row under the cursor and the first line on screen.
    pub cursor: Cursor,
}

/// The compare screen.
#[derive(Debug)]
pub struct Compare {
    /// What the reader set.
    pub set: Setting,
    /// What it was opened from, and closes back to.
    pub below: Screen,
    /// The rows in lines.
    pub sheet: Sheet,
    /// The roles by name, above the rows.
    pub heads: Vec<Row>,
    /// What both were made from.
    comparison: Option<Comparison>,
    key: SheetKey,
}

impl Setting {
    /// The roles `ids` beside each other, judged against the first; the cursor on the second, the one it is about.
    pub fn new(ids: Vec<RoleId>) -> Self {
        let (folded, kept, cursor) = (BTreeSet::new(), Kept::All, Cursor::default());
        Self { ids, base: 0, column: 1, first: 0, folded, kept, cursor }
    }

    /// The role under the cursor.
    pub fn role(&self) -> Option<&RoleId> {
        self.ids.get(self.column)
    }
}

impl Compare {
    /// The screen as `set` says, over `below`.
    pub fn new(set: Setting, below: Screen) -> Self {
        let (sheet, heads, key) = (Sheet::default(), Vec::new(), SheetKey::default());
        Self { set, below, sheet, heads, comparison: None, key }
    }

    /// Where everything is on a screen of `size`.
    pub fn regions(&self, size: Size) -> CompareRegions {
        layout::compare(size, self.head_lines(size))
    }

    /// The lines above the rows: the roles by name, and a rule where there is room for one.
    fn head_lines(&self, size: Size) -> usize {
        let has_rule = layout::compare(size, 0).pane.rows.height >= HEADED.1 && !self.heads.is_empty();
        self.heads.len() + usize::from(has_rule)
    }

    /// The roles that show, by their place among all: not all of them where columns page.
    pub fn columns(&self) -> &[usize] {
        &self.key.columns
    }

    /// The role of the column at cell `x` of the text.
    pub fn column_at(&self, x: usize) -> Option<usize> {
        self.key.columns.get(self.key.plan.column_at(x)?).copied()
    }

    /// What the comparison says of the roles; `None` when one of them cannot be read.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.comparison.as_ref()
    }

    /// The section under the cursor.
    pub fn part(&self) -> Option<Part> {
        self.sheet.stop(self.set.cursor.stop).map(Stop::part)
    }

    /// Makes anew what depends on what changed, with the cursor on the same row, and keeps all inside the screen.
    pub fn settle(&mut self, catalog: &Catalog, size: Size) {
        let set = &mut self.set;
        let sides = set.ids.len();
        set.base = set.base.min(sides.saturating_sub(1));
        set.column = set.column.min(sides.saturating_sub(1));
        let known = self.comparison.as_ref();
        let is_known = known
            .is_some_and(|known| known.base == set.base && known.columns.iter().map(|column| &column.id).eq(&set.ids));
        if !is_known {
            self.comparison = catalog.compare(&set.ids, set.base);
        }
        let area = layout::compare(size, 0).pane.rows;
        let width = usize::from(area.width).saturating_sub(1);
        let plan = Plan::of(size.width, width, sides);
        set.show_column(plan.shown);
        let key = SheetKey {
            plan,
            columns: plan.columns(sides, set.base, set.first),
            width,
            folded: set.folded.clone(),
            kept: set.kept,
            is_headed: area.height < HEADED.0,
        };
        let Some(comparison) = &self.comparison else {
            (self.sheet, self.heads) = (Sheet::default(), Vec::new());
            return;
        };
        self.heads = match area.height {
            height if height < HEADED.0 => Vec::new(),
            height if height < HEADED.1 => heads(comparison, &key, Some(set.column), Room::Line),
            _ => heads(comparison, &key, Some(set.column), Room::Lines),
        };
        let height = layout::compare(size, self.head_lines(size)).pane.rows.height.into();
        let set = &mut self.set;
        if !is_known || self.key != key {
            let stop = self.sheet.stop(set.cursor.stop).cloned();
            self.sheet = Sheet::of(catalog, comparison, &key);
            self.key = key;
            if let Some(place) = stop.and_then(|stop| self.sheet.position(&stop)) {
                set.cursor.stop = place;
                set.cursor.reveal(&self.sheet.rows, height);
            }
        }
        set.cursor.settle(&self.sheet.rows, height);
    }
}

impl Setting {
    /// Pages the columns so that the one under the cursor is among the `shown`.
    fn show_column(&mut self, shown: usize) {
        let beside = shown.saturating_sub(1).max(1);
        let others = self.ids.len().saturating_sub(1);
        if self.column != self.base {
            let place = if self.column > self.base { self.column - 1 } else { self.column };
            self.first = self.first.min(place).max((place + 1).saturating_sub(beside));
        }
        self.first = self.first.min(others.saturating_sub(beside));
    }
}

/// What `c` compares: the roles marked, if there are two or more; one that is marked with the role `here`; else `here`
/// with the next rung of its ladder, the highest with the one below it. Roles that the catalog does not have are left
/// out.
///
/// # Errors
///
/// What to do instead, in a sentence.
pub fn meant(
    catalog: &Catalog,
    marks: &[RoleId],
    here: Option<&RoleId>,
    (keys, context): (Keymap, Context),
) -> Result<Vec<RoleId>, String> {
    let known = |role: &&RoleId| catalog.rung(role).is_some();
    let marked: Vec<RoleId> = marks.iter().filter(known).cloned().collect();
    let here = here.filter(known).cloned();
    match (&marked[..], here) {
        (marked, _) if marked.len() >= FEWEST_SIDES => Ok(marked.to_vec()),
        ([mark], Some(here)) if *mark != here => Ok(vec![mark.clone(), here]),
        ([role], _) => beside(catalog, role, (keys, context)),
        (_, Some(here)) => beside(catalog, &here, (keys, context)),
        (_, None) => {
            let how = [(Verb::Mark, "# marks roles"), (Verb::Compare, "# compares two or more")];
            Err(format!("No role here to compare{}.", keys.listed(context, ": ", &how)))
        }
    }
}

fn beside(catalog: &Catalog, role: &RoleId, (keys, context): (Keymap, Context)) -> Result<Vec<RoleId>, String> {
    let above = rungs(catalog, role, Way::Next).into_iter().next();
    let below = || rungs(catalog, role, Way::Previous).into_iter().next();
    match (above, below) {
        (Some(above), _) => Ok(vec![role.clone(), above]),
        (None, below) => below().map(|below| vec![below, role.clone()]).ok_or_else(|| {
            let how = [(Verb::Mark, "mark it and another with #"), (Verb::Compare, "then #")];
            format!("The only rung of its ladder{}.", keys.listed(context, ": ", &how))
        }),
    }
}

/// The other rungs of the ladder that `role` stands on, above it or below it, the nearest first.
pub fn rungs(catalog: &Catalog, role: &RoleId, way: Way) -> Vec<RoleId> {
    let Some(family) = catalog.outline(role.family()) else { return Vec::new() };
    let ids: Vec<RoleId> = family.rungs.iter().map(|rung| family.role_id(rung)).collect();
    let Some(place) = ids.iter().position(|id| id == role) else { return Vec::new() };
    match way {
        Way::Next => ids.into_iter().skip(place + 1).collect(),
        Way::Previous => ids.into_iter().take(place).rev().collect(),
    }
}
