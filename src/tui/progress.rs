//! The progress screen: how far the reader has come with a role's questions, in counts. It says what was asked and how
//! that went, and nothing of what answers it.

mod page;

use std::collections::BTreeSet;

use ratatui::layout::Size;

use super::cursor::{Cursor, Rows};
use super::document::Row;
use super::keymap::Keymap;
use super::layout::{self, LadderRegions};
use super::model::Screen;
use crate::catalog::Catalog;
use crate::domain::practice::StudyDay;
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::Practice;
use crate::text::SafeText;
use page::Page;

/// The progress screen.
#[derive(Debug)]
pub struct ProgressScreen {
    /// The role whose questions they are; none while the reader is at no role and keeps none.
    pub role: Option<RoleId>,
    /// The lines.
    pub rows: Rows<Row>,
    /// Its cursor.
    pub cursor: Cursor,
    /// What it was opened from, and closes back to.
    pub below: Screen,
    /// What each stop is.
    stops: Vec<Stop>,
    /// What shows more than its line.
    unfolded: BTreeSet<Stop>,
    /// The day that counts as today, once it is known.
    today: Option<StudyDay>,
    /// The width the lines are written for; none before they are, and when they are out of date.
    width: Option<u16>,
}

/// What the cursor can stand on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// The counts above everything.
    Counts,
    /// What the letters mean.
    Legend,
    /// What questions probe, as they write it.
    Probe(SafeText),
    /// A question.
    Question(WholeQuestionId),
}

impl ProgressScreen {
    /// How far the reader has come with the questions of `role`, over `below`.
    pub fn new(role: Option<RoleId>, below: Screen) -> Self {
        Self {
            role,
            rows: Rows::default(),
            cursor: Cursor::default(),
            below,
            stops: Vec::new(),
            unfolded: BTreeSet::new(),
            today: None,
            width: None,
        }
    }

    /// Where everything is on a screen of `size`.
    pub fn regions(size: Size) -> LadderRegions {
        layout::ladder(size, 0, 0)
    }

    /// What is under the cursor.
    pub fn stop(&self) -> Option<&Stop> {
        self.stops.get(self.cursor.stop)
    }

    /// It is this day.
    pub fn set_today(&mut self, today: StudyDay) {
        if self.today != Some(today) {
            self.today = Some(today);
            self.refresh();
        }
    }

    /// Something was answered, taken back or put aside: the lines are written anew.
    pub fn refresh(&mut self) {
        self.width = None;
    }

    /// Shows the rest of what is under the cursor, or only its line again; on what has no rest, that of everything.
    pub fn fold(&mut self) {
        let Some(stop) = self.stop().cloned() else { return };
        if matches!(stop, Stop::Counts | Stop::Legend) {
            return self.fold_all();
        }
        if !self.unfolded.remove(&stop) {
            self.unfolded.insert(stop);
        }
        self.refresh();
    }

    /// Shows the rest of everything, or only the lines again.
    pub fn fold_all(&mut self) {
        let all: BTreeSet<Stop> = self.stops.iter().cloned().collect();
        self.unfolded = if self.unfolded == all { BTreeSet::new() } else { all };
        self.refresh();
    }

    /// The stop of the first line of the next section, or of the one before.
    pub fn section(&self, next: bool) -> Option<usize> {
        let probes = self.stops.iter().position(|stop| matches!(stop, Stop::Probe(_)));
        let questions = self.stops.iter().position(|stop| matches!(stop, Stop::Question(_)));
        let mut firsts = [Some(0), probes, questions].into_iter().flatten();
        let here = self.cursor.stop;
        if next { firsts.find(|first| *first > here) } else { firsts.rfind(|first| *first < here) }
    }

    /// Writes the lines anew where they are out of date, and keeps the cursor among them and on screen.
    pub fn settle(&mut self, catalog: &Catalog, practice: Option<&Practice>, keys: Keymap, size: Size) {
        let area = Self::regions(size).pane.rows;
        if let (Some(role), Some(today)) = (&self.role, self.today)
            && self.width != Some(area.width)
        {
            let under = self.stop().cloned();
            // Behind the cursor's column, and a blank before the border.
            let mut page = Page::new(usize::from(area.width).saturating_sub(2), today, &self.unfolded);
            page.write(catalog, practice, keys, role);
            (self.rows, self.stops) = page.done();
            let first = self.width.replace(area.width).is_none() && under.is_none();
            let again = under.and_then(|under| self.stops.iter().position(|stop| *stop == under));
            self.cursor.stop = again.unwrap_or(self.cursor.stop);
            if !first {
                self.cursor.reveal(&self.rows, area.height.into());
            }
        }
        self.cursor.settle(&self.rows, area.height.into());
    }
}
