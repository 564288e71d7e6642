//! The stories screen: the bank of stories with what the role somebody wants is asked and no story shows, one story to be
//! read, and recalling the story that answers a title. It shows titles of questions and nothing of what answers them.

mod bank;
mod draft;
mod pick;
mod reading;
mod recall;

use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::layout::Size;

use super::cursor::{Cursor, Rows};
use super::document::Row;
use super::keymap::Keymap;
use super::layout::{self, LadderRegions};
use super::model::Screen;
use super::practice::Page as Lines;
use crate::catalog::Catalog;
use crate::domain::story::{Story, StorySlug};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::{Practice, Shelf, Tellings};
use crate::text::SafeText;
pub use bank::{facts, wrong};
pub use draft::{Draft, StoryFile, Why};
pub use pick::{Of, Offer, PickRow, Prefers, StoryPicker};
pub use recall::{Met, Recall};

/// The most lines of a question's title that stay above the stories.
const HEADS: usize = 3;

/// The stories screen.
#[derive(Debug)]
pub struct StoriesScreen {
    /// The role whose questions the stories are held against; none while nobody wants one or is at one.
    pub role: Option<RoleId>,
    /// What shows.
    pub page: Page,
    /// The lines that stay above the others.
    pub heads: Vec<Row>,
    /// The lines.
    pub rows: Rows<Row>,
    /// The place in them.
    pub cursor: Cursor,
    /// What it was opened for.
    pub opened: Opened,
    /// What it was opened from, and closes back to.
    pub below: Screen,
    /// What each stop is.
    stops: Vec<Stop>,
    /// What is probed that shows its questions.
    unfolded: BTreeSet<SafeText>,
    /// The place in the bank, while something else shows.
    bank: Cursor,
    /// What the cursor is to stand on, once it is there.
    wanted: Option<Stop>,
    /// The width the lines are written for; none before they are, and when they are out of date.
    width: Option<u16>,
}

/// What shows of the stories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// All of them, and what none shows.
    Bank,
    /// One of them.
    Reading(StorySlug),
    /// One is to be recalled.
    Recall(Recall),
}

/// What the screen was opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// To look at the stories.
    Bank,
    /// To recall them; closing that closes all.
    Recall,
}

/// What the cursor can stand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// A story.
    Story(StorySlug),
    /// A file that is no story as it stands.
    Broken(PathBuf),
    /// What questions probe, as they write it.
    Probe(SafeText),
    /// A question that no story came for.
    Question(WholeQuestionId),
    /// A line to be read.
    Text,
}

/// What the lines are written from.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The ladders with their questions.
    pub catalog: &'a Catalog,
    /// The stories, once they are read.
    pub shelf: Option<&'a Shelf>,
    /// What was practised.
    pub practice: Option<&'a Practice>,
    /// What keys do.
    pub keys: Keymap,
}

impl<'a> About<'a> {
    fn stories(&self) -> &'a [Story] {
        self.shelf.map_or(&[], |shelf| &shelf.stories)
    }

    fn tellings(&self) -> Tellings {
        self.practice.map(Practice::tellings).unwrap_or_default()
    }

    /// What `written` is called in the family of `role`.
    fn probe(&self, role: Option<&RoleId>, written: &SafeText) -> SafeText {
        self.catalog.probe_name(role.map_or("", RoleId::family), written)
    }

    /// What `story` shows, by name.
    fn shows(&self, role: Option<&RoleId>, story: &Story) -> String {
        names(story.probes.iter().map(|probe| self.probe(role, probe)))
    }
}

fn names(names: impl Iterator<Item = SafeText>) -> String {
    names.map(|name| name.to_string()).collect::<Vec<_>>().join("; ")
}

impl StoriesScreen {
    /// The stories held against the questions of `role`, over `below`.
    pub fn new(role: Option<RoleId>, opened: Opened, below: Screen) -> Self {
        Self {
            role,
            page: Page::Bank,
            heads: Vec::new(),
            rows: Rows::default(),
            cursor: Cursor::default(),
            opened,
            below,
            stops: Vec::new(),
            unfolded: BTreeSet::new(),
            bank: Cursor::default(),
            wanted: None,
            width: None,
        }
    }

    /// Where everything is on a screen of `size`.
    pub fn regions(&self, size: Size) -> LadderRegions {
        layout::ladder(size, self.heads.len(), 0)
    }

    /// What is under the cursor.
    pub fn stop(&self) -> Option<&Stop> {
        self.stops.get(self.cursor.stop)
    }

    /// The story that is read, or under the cursor.
    pub fn story(&self) -> Option<&StorySlug> {
        match (&self.page, self.stop()) {
            (Page::Reading(slug), _) | (_, Some(Stop::Story(slug))) => Some(slug),
            _ => None,
        }
    }

    /// Whether there are things to stand on, and not only lines to be scrolled.
    pub fn has_stops(&self) -> bool {
        match &self.page {
            Page::Bank => true,
            Page::Reading(_) => false,
            Page::Recall(_) => self.stops.iter().any(|stop| *stop != Stop::Text),
        }
    }

    /// The stop of the first line of the next section, or of the one before.
    pub fn section(&self, next: bool) -> Option<usize> {
        let parts = self.stops.iter().map(std::mem::discriminant).collect::<Vec<_>>();
        let mut firsts = (0..parts.len()).filter(|place| *place == 0 || parts.get(place - 1) != parts.get(*place));
        let here = self.cursor.stop;
        if next { firsts.find(|first| *first > here) } else { firsts.rfind(|first| *first < here) }
    }

    /// Shows another page, from its top; the bank where it was left.
    pub fn turn(&mut self, page: Page) {
        if self.page == Page::Bank {
            self.bank = self.cursor;
        }
        self.cursor = if page == Page::Bank { self.bank } else { Cursor::default() };
        self.page = page;
        self.stops.clear();
        self.refresh();
    }

    /// Shows what comes next on the same page, from its top.
    pub fn turn_over(&mut self) {
        self.cursor = Cursor::default();
        self.stops.clear();
        self.refresh();
    }

    /// Has the cursor stand on the story called `slug`, in the bank.
    pub fn stand_on(&mut self, slug: &StorySlug) {
        if self.page == Page::Bank {
            self.wanted = Some(Stop::Story(slug.clone()));
            self.refresh();
        }
    }

    /// Shows which questions probe what is under the cursor, or no more.
    pub fn fold(&mut self) {
        let Some(Stop::Probe(probe)) = self.stop().cloned() else { return };
        if !self.unfolded.remove(&probe) {
            self.unfolded.insert(probe);
        }
        self.refresh();
    }

    /// Something was written, told or taken back: the lines are written anew.
    pub fn refresh(&mut self) {
        self.width = None;
    }

    /// Writes the lines anew where they are out of date, and keeps the cursor among them and on screen.
    pub fn settle(&mut self, about: &About<'_>, size: Size) {
        let width = layout::ladder(size, 0, 0).pane.rows.width;
        let written = self.width == Some(width);
        if !written {
            let under = self.wanted.take().or_else(|| self.stop().cloned());
            // Behind the cursor's column, and a blank before the border.
            let cells = usize::from(width).saturating_sub(2);
            self.write(about, cells);
            let again =
                under.and_then(|under| self.stops.iter().position(|stop| *stop == under && *stop != Stop::Text));
            self.cursor.stop = again.unwrap_or(self.cursor.stop);
        }
        let height = self.regions(size).pane.rows.height.into();
        if self.width.replace(width).is_some_and(|before| before != width) {
            self.cursor.reveal(&self.rows, height);
        }
        self.cursor.settle(&self.rows, height);
    }

    fn write(&mut self, about: &About<'_>, cells: usize) {
        let mut lines = Lines::new(cells);
        self.heads.clear();
        let role = self.role.as_ref();
        let mut stops = match &self.page {
            Page::Bank => bank::write(about, role, &self.unfolded, &mut lines),
            Page::Reading(slug) => {
                reading::write(about, role, slug, &mut lines);
                Vec::new()
            }
            Page::Recall(recall) => {
                if let Some(title) = recall.title(about.catalog, role).filter(|_| recall.waits()) {
                    let mut heads = Lines::new(cells);
                    heads.text(super::theme::Ink::Strong, 0, &title);
                    self.heads = heads.rows.iter().take(HEADS).cloned().collect();
                }
                recall::write(about, role, recall, &mut lines)
            }
        };
        self.rows = lines.rows;
        stops.resize(self.rows.stops(), Stop::Text);
        self.stops = stops;
    }
}
