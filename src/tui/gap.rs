//! The gap screen: what a role asks beside how the reader rates themselves, in lines for a width.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ratatui::layout::Size;

use super::cursor::{Cursor, Rows};
use super::document::{Piece, Row};
use super::layout::{self, CompareRegions};
use super::line_edit::LineEdit;
use super::model::Screen;
use super::theme::Ink;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::gap::{Gap, Item, Need, Section, State};
use crate::store::Practice;
use crate::text::{pad, wrap};

/// Below this width what is asked stands under what it is called.
const LEAST_BESIDE: usize = 60;
/// Room for what a thing is called, where what is asked stands beside it.
const LABEL: usize = 26;
/// The sign with its blank.
const SIGN: usize = 2;

/// The gap screen.
#[derive(Debug)]
pub struct GapScreen {
    /// The role to reach; none while the reader has neither a role they hold nor one they want.
    pub target: Option<RoleId>,
    /// The role the reader holds, for what it asks.
    pub from: Option<RoleId>,
    /// What shows.
    pub shown: Shown,
    /// The evidence being typed for what is under the cursor.
    pub evidence: Option<LineEdit>,
    /// The lines.
    pub rows: Rows<Row>,
    /// Its cursor.
    pub cursor: Cursor,
    /// What it was opened from, and closes back to.
    pub below: Screen,
    /// What stands between the reader and the role.
    gap: Option<Gap>,
    /// What is listed, in its order. It stays while the reader rates, so that nothing jumps away under the cursor.
    order: Vec<Item>,
    /// The width the lines are made for.
    width: usize,
}

/// What of the gap shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Everything that is asked.
    All,
    /// What was not met when this was chosen.
    Open,
}

impl GapScreen {
    /// The gap to `target` for a reader who holds `from`, opened over `below`.
    pub fn new(target: Option<RoleId>, from: Option<RoleId>, below: Screen) -> Self {
        // Who holds the very role has nothing to compare it with.
        let from = from.filter(|from| target.as_ref() != Some(from));
        Self {
            target,
            from,
            shown: Shown::All,
            evidence: None,
            rows: Rows::default(),
            cursor: Cursor::default(),
            below,
            gap: None,
            order: Vec::new(),
            width: 0,
        }
    }

    /// Where everything is.
    pub fn regions(&self, size: Size) -> CompareRegions {
        layout::compare(size, 0)
    }

    /// What stands between the reader and the role.
    pub fn gap(&self) -> Option<&Gap> {
        self.gap.as_ref()
    }

    /// The gap with what is listed only, what matters most first.
    pub fn as_listed(&self) -> Option<Gap> {
        let mut gap = self.gap.clone()?;
        for section in &mut gap.sections {
            section.needs.retain(|need| self.order.contains(&need.item));
        }
        Some(gap)
    }

    /// What is under the cursor.
    pub fn need(&self) -> Option<&Need> {
        let item = self.order.get(self.cursor.stop)?;
        self.gap.as_ref()?.needs().find(|need| need.item == *item)
    }

    /// Lists everything anew, what matters most first, with the cursor on the same thing as far as it still shows.
    pub fn list(&mut self, catalog: &Catalog, practice: &Practice) {
        let under = self.order.get(self.cursor.stop).cloned();
        self.judge(catalog, practice);
        let shows = |need: &&Need| self.shown == Shown::All || need.state() != State::Met;
        let needs = self.gap.iter().flat_map(Gap::needs).filter(shows);
        self.order = needs.map(|need| need.item.clone()).collect();
        let again = under.and_then(|item| self.order.iter().position(|listed| *listed == item));
        self.cursor.stop = again.unwrap_or(self.cursor.stop);
        self.write();
    }

    /// Forgets order and cursor: what was listed before anything was known is no choice of the reader.
    pub fn start_over(&mut self) {
        self.order.clear();
        self.cursor = Cursor::default();
    }

    /// Takes in what the reader says by now, in the order that is listed.
    pub fn refresh(&mut self, catalog: &Catalog, practice: &Practice) {
        self.judge(catalog, practice);
        self.write();
    }

    fn judge(&mut self, catalog: &Catalog, practice: &Practice) {
        let side = |id: &Option<RoleId>| id.as_ref().and_then(|id| catalog.side(id));
        let target = side(&self.target);
        let gap = |target| Gap::of(catalog, &target, side(&self.from).as_ref(), |item| practice.account(item));
        self.gap = target.map(gap);
    }

    /// Makes the lines fit a screen of `size`, and keeps the cursor in them.
    pub fn settle(&mut self, size: Size) {
        let area = self.regions(size).pane.rows;
        // Behind the cursor's column, and a blank before the border.
        let width = usize::from(area.width).saturating_sub(2);
        if width != self.width {
            self.width = width;
            self.write();
            self.cursor.reveal(&self.rows, area.height.max(1).into());
        }
        self.cursor.settle(&self.rows, area.height.max(1).into());
    }

    /// The stop of the first thing in the next section, or in the one before.
    pub fn section(&self, next: bool) -> Option<usize> {
        let kind = |stop: usize| self.order.get(stop).map(Item::kind);
        let here = kind(self.cursor.stop);
        let mut firsts = (0..self.order.len()).filter(|stop| *stop == 0 || kind(*stop) != kind(stop - 1));
        if next { firsts.find(|stop| *stop > self.cursor.stop) } else { firsts.rfind(|stop| kind(*stop) < here) }
    }

    /// Writes the lines: the verdict, then each section under its own.
    fn write(&mut self) {
        self.rows = Rows::default();
        let Some(gap) = &self.gap else { return };
        let mut rows = Rows::default();
        let width = self.width.max(1);
        lines(Ink::Strong, 0, &gap.verdict(), width).for_each(|row| rows.push(row));
        if let Some(from) = &gap.from {
            lines(Ink::Faint, 0, &format!("from {}", from.title), width).for_each(|row| rows.push(row));
        }
        for section in &gap.sections {
            let listed: Vec<&Need> = self.listed(section).collect();
            rows.push(Row::default());
            lines(Ink::Heading, 0, &section.part().title().to_uppercase(), width).for_each(|row| rows.push(row));
            lines(Ink::Text, SIGN, &section.verdict, width).for_each(|row| rows.push(row));
            for need in listed {
                rows.push_stop(stop(need, width));
            }
        }
        self.rows = rows;
    }

    /// What of `section` is listed, in that order.
    fn listed<'a>(&self, section: &'a Section) -> impl Iterator<Item = &'a Need> {
        self.order.iter().filter_map(|item| section.needs.iter().find(|need| need.item == *item))
    }
}

/// Sign, name and facts; under them evidence and earlier ratings.
fn stop(need: &Need, width: usize) -> Vec<Row> {
    let sign = pad(need.state().sign(need.item.kind()), SIGN);
    let ink = if need.state() == State::Met { Ink::Faint } else { Ink::Text };
    let facts = need.facts();
    let mut rows: Vec<Row> = Vec::new();
    if width >= LEAST_BESIDE {
        let (names, facts) = (cut(&need.label, LABEL), cut(&facts, width - SIGN - LABEL - 2));
        for place in 0..names.len().max(facts.len()) {
            let sign = if place == 0 { sign.clone() } else { pad("", SIGN) };
            let name = pad(names.get(place).copied().unwrap_or_default(), LABEL + 2);
            let fact = facts.get(place).copied().unwrap_or_default();
            rows.push(Row(vec![piece(Ink::Strong, sign), piece(Ink::Text, name), piece(ink, fact)]));
        }
    } else {
        rows.extend(lines(Ink::Text, SIGN, &need.label, width));
        if let Some(Row(first)) = rows.first_mut() {
            first.splice(..1, [piece(Ink::Strong, sign)]);
        }
        rows.extend(lines(ink, 2 * SIGN, &facts, width));
    }
    for evidence in &need.account.evidence {
        rows.extend(lines(Ink::Kept, 2 * SIGN, &format!("* {evidence}"), width));
    }
    let earlier = need.account.earlier_words(day);
    rows.extend(earlier.iter().flat_map(|earlier| lines(Ink::Faint, 2 * SIGN, earlier, width)));
    rows
}

/// The day, in UTC: what the journal says.
pub(in crate::tui) fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// `text` in lines set in by `indent`.
fn lines(ink: Ink, indent: usize, text: &str, width: usize) -> impl Iterator<Item = Row> {
    let cut = cut(text, width.saturating_sub(indent).max(1)).into_iter();
    cut.map(|line| Row(vec![piece(Ink::Text, pad("", indent)), piece(ink, line)])).collect::<Vec<_>>().into_iter()
}

fn cut(text: &str, cells: usize) -> Vec<&str> {
    wrap(text, cells).into_iter().map(|line| text.get(line).unwrap_or_default()).collect()
}

fn piece(ink: Ink, text: impl Into<String>) -> Piece {
    Piece { ink, text: text.into().into() }
}
