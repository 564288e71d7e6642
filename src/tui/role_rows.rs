//! [`RoleRows`]: a text in which each stop is a role, as the near screen and the pages of skills and KPIs have it, and the
//! [`Writer`] it is written with.

use std::ops::Range;

use ratatui::layout::Size;

use super::cursor::{Cursor, Rows};
use super::document::{Piece, Row};
use super::layout::{self, LadderRegions};
use super::theme::Ink;
use crate::domain::RoleId;
use crate::text::{width, wrap};

/// A text in which each stop is a role.
#[derive(Debug, Default)]
pub struct RoleRows {
    /// The lines.
    pub rows: Rows<Row>,
    roles: Vec<RoleId>,
    width: Option<u16>,
}

/// The lines while they are written.
#[derive(Debug)]
pub struct Writer {
    /// How many cells a line has.
    pub cells: usize,
    rows: Rows<Row>,
    roles: Vec<RoleId>,
}

impl RoleRows {
    /// Where everything is on a screen of `size`.
    pub fn regions(size: Size) -> LadderRegions {
        layout::ladder(size, 0, 0)
    }

    /// The role under the cursor.
    pub fn role(&self, cursor: Cursor) -> Option<&RoleId> {
        self.roles.get(cursor.stop)
    }

    /// Writes the lines anew when the width changed, and keeps the cursor among them and on screen.
    pub fn settle(&mut self, cursor: &mut Cursor, size: Size, write: impl FnOnce(&mut Writer)) {
        let area = Self::regions(size).pane.rows;
        if self.width != Some(area.width) {
            let first = self.width.is_none();
            let cells = usize::from(area.width).saturating_sub(2).max(1);
            let mut writer = Writer { cells, rows: Rows::default(), roles: Vec::new() };
            write(&mut writer);
            *self = Self { rows: writer.rows, roles: writer.roles, width: Some(area.width) };
            if !first {
                cursor.reveal(&self.rows, area.height.into());
            }
        }
        cursor.settle(&self.rows, area.height.into());
    }
}

impl Writer {
    /// An empty line.
    pub fn gap(&mut self) {
        self.rows.push(Row::default());
    }

    /// What a part is called, with what there is to say of it beside, or below where there is no room.
    pub fn heading(&mut self, ink: Ink, name: &str, facts: &str) {
        if facts.is_empty() || width(name) + 2 + width(facts) <= self.cells {
            let facts = Piece::new(Ink::Faint, format!("  {facts}"));
            self.rows.push(Row(vec![Piece::new(ink, name.to_owned()), facts]));
        } else {
            self.words(0, ink, name);
            self.words(2, Ink::Faint, facts);
        }
    }

    /// Lines that are no stop.
    pub fn words(&mut self, indent: usize, ink: Ink, text: &str) {
        for row in self.wrapped(indent, ink, text) {
            self.rows.push(row);
        }
    }

    /// `text` in lines.
    pub fn wrapped(&self, indent: usize, ink: Ink, text: &str) -> Vec<Row> {
        let line = |bytes: Range<usize>| {
            Row(vec![Piece::blanks(indent), Piece::new(ink, text.get(bytes).unwrap_or_default().to_owned())])
        };
        wrap(text, self.cells.saturating_sub(indent).max(1)).into_iter().map(line).collect()
    }

    /// The lines of a role.
    pub fn stop(&mut self, role: RoleId, rows: Vec<Row>) {
        self.roles.push(role);
        self.rows.push_stop(rows);
    }
}
