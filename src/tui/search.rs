//! The search over everything: what is typed, what was found, and what shows of it. The query and the place in its hits
//! outlive the popup, as [`Searched`].

use super::cursor::{Cursor, Rows};
use super::line_edit::LineEdit;
use crate::search::{Head, Hit, Index, Matching, Shown, Sought};

/// How many searches are remembered.
const RECENT: usize = 12;

/// What was searched for, while no search is open.
#[derive(Debug, Default)]
pub struct Searched {
    /// What was typed last.
    pub typed: String,
    /// Which of its hits the cursor was on.
    pub stop: usize,
    /// Searches that led somewhere, the latest first.
    pub recent: Vec<String>,
    /// What can be found, once it is made.
    pub index: Option<Index>,
}

/// The open search.
#[derive(Debug)]
pub struct Search {
    /// What is typed.
    pub line: LineEdit,
    /// Whether that is the last search, as it was left: typing begins another.
    pub kept: bool,
    /// The rows: hits, or earlier searches where nothing is typed.
    pub rows: Rows<Row>,
    /// Its cursor.
    pub cursor: Cursor,
    /// What was found last.
    pub sought: Option<Sought>,
    /// What was asked for last.
    asked: Option<(String, Matching)>,
    /// The hit to stand on, once there are any.
    resume: usize,
}

/// A row of the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A hit of the answer.
    Hit(Hit),
    /// An earlier search.
    Recent(String),
}

/// What stands under the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// What was typed is wrong in a part, which is left out.
    Wrong(String),
    /// Words that nothing has, and what was looked for in their place.
    Near(String),
    /// What can be typed where the cursor is.
    Values(Vec<String>),
    /// What may be typed at all.
    Syntax,
}

impl Searched {
    /// Notes that `search` led somewhere, and where it was left.
    pub fn remember(&mut self, search: &Search) {
        search.line.text().clone_into(&mut self.typed);
        self.stop = search.cursor.stop;
        let typed = self.typed.trim();
        if !typed.is_empty() {
            self.recent.retain(|recent| recent != typed);
            self.recent.insert(0, typed.to_owned());
            self.recent.truncate(RECENT);
        }
    }
}

impl Search {
    /// The search as it was left.
    pub fn new(searched: &Searched) -> Self {
        let mut search = Self {
            line: LineEdit::with(&searched.typed),
            kept: !searched.typed.is_empty(),
            rows: Rows::default(),
            cursor: Cursor::default(),
            sought: None,
            asked: None,
            resume: searched.stop,
        };
        search.list(&searched.recent);
        search
    }

    /// What is to be asked for by now, if it was not.
    pub fn question(&mut self, matching: Matching) -> Option<String> {
        let is_asked = self.asked.as_ref().is_some_and(|(typed, how)| typed == self.line.text() && *how == matching);
        if is_asked {
            return None;
        }
        let typed = self.line.text().to_owned();
        self.asked = Some((typed.clone(), matching));
        Some(typed)
    }

    /// Takes an answer; one to what is no longer typed is left out.
    pub fn take(&mut self, sought: Sought, recent: &[String]) {
        if sought.typed != self.line.text() {
            return;
        }
        self.sought = Some(sought);
        self.list(recent);
        self.cursor = Cursor::default();
        self.cursor.stop = std::mem::take(&mut self.resume).min(self.rows.stops().saturating_sub(1));
    }

    fn list(&mut self, recent: &[String]) {
        self.rows = Rows::default();
        if self.line.text().trim().is_empty() {
            for typed in recent {
                self.rows.push_stop([Row::Recent(typed.clone())]);
            }
            return;
        }
        let hits = self.sought.iter().flat_map(|sought| &sought.answer.hits);
        for hit in hits {
            self.rows.push_stop([Row::Hit(*hit)]);
        }
    }

    /// What is under the cursor.
    pub fn selected(&self) -> Option<&Row> {
        self.rows.get(self.cursor.stop)
    }

    /// What a hit is called.
    pub fn head(&self, hit: &Hit) -> Option<Head<'_>> {
        let sought = self.sought.as_ref()?;
        Some(sought.index.head(&sought.answer, hit))
    }

    /// A hit as it is shown.
    pub fn shown(&self, hit: &Hit) -> Option<Shown<'_>> {
        let sought = self.sought.as_ref()?;
        Some(sought.index.show(&sought.answer, hit))
    }

    /// What would complete what is being typed at the cursor, when that is at the end: the letters that are missing.
    pub fn completion(&self) -> Option<String> {
        let (typed, sought) = (self.line.text(), self.sought.as_ref()?);
        let at_end = self.line.before_cursor().len() == typed.len();
        let completion = sought.index.complete(typed, typed.len());
        let begun = typed.get(completion.replaced.clone()).filter(|begun| at_end && !begun.is_empty())?;
        let fits = |candidate: &str| candidate.strip_prefix(begun).filter(|rest| !rest.is_empty()).map(str::to_owned);
        completion.candidates.iter().find_map(|candidate| fits(&candidate.text))
    }

    /// What stands under the field.
    pub fn advice(&self) -> Advice {
        let Some(sought) = &self.sought else { return Advice::Syntax };
        let query = &sought.answer.query;
        let cursor = self.line.before_cursor().len();
        let candidates = sought.index.complete(self.line.text(), cursor).candidates;
        if !candidates.is_empty() && !self.line.text().is_empty() {
            return Advice::Values(candidates.into_iter().map(|candidate| candidate.text).collect());
        }
        if let Some(complaint) = query.complaints().first() {
            return Advice::Wrong(complaint.line());
        }
        if !sought.answer.near.is_empty() {
            let near = sought.answer.near.iter().map(|(typed, near)| format!("nothing has {typed}; near: {near}"));
            return Advice::Near(near.collect::<Vec<_>>().join(", "));
        }
        Advice::Syntax
    }
}
