//! The list of bookmarks: newest first or what a filter leaves, with tags and the note of the one under the cursor.

use super::browse::names_of;
use super::cursor::{Cursor, Rows};
use super::filter::Filter;
use super::line_edit::LineEdit;
use super::theme::Ink;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::search::{Matching, Ranker};
use crate::store::{Bookmark, Bookmarks, Subject};
use crate::text::wrap;

/// What stands above a note that was written without knowing of the other.
const ELSEWHERE: &str = "Written elsewhere at the same time (e edits both together):";

/// The list of bookmarks.
#[derive(Debug, Default)]
pub struct BookmarkList {
    /// What is typed into its filter.
    pub filter: Filter,
    /// The tags being typed for the bookmark under the cursor.
    pub tags: Option<LineEdit>,
    /// The roles bookmarked.
    pub rows: Rows<RoleId>,
    /// Its cursor.
    pub cursor: Cursor,
    /// The first line of the note on screen.
    pub note_offset: usize,
}

impl BookmarkList {
    /// All bookmarks, newest first.
    pub fn new(catalog: &Catalog, bookmarks: &Bookmarks, ranker: &mut Ranker) -> Self {
        let mut list = Self::default();
        list.refresh(catalog, bookmarks, ranker, Matching::Fuzzy);
        list
    }

    /// The role under the cursor.
    pub fn role(&self) -> Option<&RoleId> {
        self.rows.get(self.cursor.stop)
    }

    /// Whether a field has the keys.
    pub fn is_typing(&self) -> bool {
        self.tags.is_some() || self.filter.is_typing()
    }

    /// The note of the bookmark under the cursor, and what was written elsewhere at the same time, in lines for a pane
    /// `width` wide.
    pub fn note(&self, bookmarks: &Bookmarks, width: u16) -> Vec<(Ink, String)> {
        let cells = usize::from(width).saturating_sub(2);
        let Some(bookmark) = self.role().and_then(|role| bookmarks.get(role)) else { return Vec::new() };
        let Some(note) = bookmark.note() else { return vec![(Ink::Faint, "no note yet: e writes one".to_owned())] };
        let mut lines = paragraph(Ink::Text, &note.shown, cells);
        for copy in bookmark.conflicts() {
            lines.push((Ink::Text, String::new()));
            lines.extend(paragraph(Ink::Strong, ELSEWHERE, cells));
            lines.extend(paragraph(Ink::Text, &copy.shown, cells));
        }
        lines
    }

    /// Lists the bookmarks anew, the same role selected as far as it is still there.
    pub fn refresh(&mut self, catalog: &Catalog, bookmarks: &Bookmarks, ranker: &mut Ranker, matching: Matching) {
        let selected = self.role().cloned();
        let listed = bookmarks.iter().map(|bookmark| {
            let Subject::Role(role) = bookmark.of();
            (role, bookmark)
        });
        let listed: Vec<(&RoleId, &Bookmark)> = listed.collect();
        let texts: Vec<String> = listed.iter().map(|(role, bookmark)| searched(catalog, role, bookmark)).collect();
        let hits = ranker.rank(self.filter.query().trim(), matching, texts.iter().map(String::as_str));
        self.rows = Rows::default();
        for hit in hits {
            if let Some((role, _)) = listed.get(hit) {
                self.rows.push_stop([(*role).clone()]);
            }
        }
        let again = selected.and_then(|role| self.rows.iter().position(|listed| *listed == role));
        if again.is_none() {
            // Taken away elsewhere while its tags were typed.
            self.tags = None;
        }
        self.cursor.stop = again.unwrap_or(self.cursor.stop.min(self.rows.stops().saturating_sub(1)));
    }
}

fn paragraph(ink: Ink, text: &str, cells: usize) -> Vec<(Ink, String)> {
    let line = |part: &str, bytes: std::ops::Range<usize>| (ink, part.get(bytes).unwrap_or_default().to_owned());
    text.lines().flat_map(|part| wrap(part, cells).into_iter().map(move |bytes| line(part, bytes))).collect()
}

/// What the filter looks at: the role's names and its level's, its tags and its note.
fn searched(catalog: &Catalog, role: &RoleId, bookmark: &Bookmark) -> String {
    let names = catalog.rung(role).map_or_else(|| role.to_string(), |(_, rung)| names_of(catalog.framework(), rung));
    let tags = bookmark.tags().iter().map(|tag| tag.shown.as_str()).collect::<Vec<_>>().join(" ");
    format!("{names}  {tags}  {}", bookmark.note().map_or("", |note| note.shown.as_str()))
}
