//! The list of bookmarks: newest first or what a filter leaves, with tags and the note of the one under the cursor.

use super::action::Verb;
use super::browse::names_of;
use super::cursor::{Cursor, Rows};
use super::filter::Filter;
use super::keymap::{Context, Keymap};
use super::line_edit::LineEdit;
use super::theme::Ink;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::search::{Matching, Ranker};
use crate::store::{Bookmark, Bookmarks, Subject};
use crate::text::wrap;

/// What stands above a note that was written without knowing of the other.
const ELSEWHERE: &str = "Written elsewhere at the same time";

/// The list of bookmarks.
#[derive(Debug, Default)]
pub struct BookmarkList {
    /// What is typed into its filter.
    pub filter: Filter,
    /// The tags being typed for the bookmark under the cursor.
    pub tags: Option<LineEdit>,
    /// What is bookmarked.
    pub rows: Rows<Subject>,
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

    /// What is under the cursor.
    pub fn subject(&self) -> Option<&Subject> {
        self.rows.get(self.cursor.stop)
    }

    /// The role under the cursor, unless a set is there.
    pub fn role(&self) -> Option<&RoleId> {
        self.subject()?.role()
    }

    /// Whether a field has the keys.
    pub fn is_typing(&self) -> bool {
        self.tags.is_some() || self.filter.is_typing()
    }

    /// The note of the bookmark under the cursor, and what was written elsewhere at the same time, in lines for a pane
    /// `width` wide. Above it the titles of a set in full, which the list has to cut.
    pub fn note(&self, catalog: &Catalog, bookmarks: &Bookmarks, keys: Keymap, width: u16) -> Vec<(Ink, String)> {
        let cells = usize::from(width).saturating_sub(2);
        let mut lines = Vec::new();
        if let Some(of @ Subject::Set(_)) = self.subject() {
            lines = paragraph(Ink::Strong, &title_of(catalog, of), cells);
            lines.push((Ink::Text, String::new()));
        }
        let Some(bookmark) = self.subject().and_then(|of| bookmarks.of(of)) else { return Vec::new() };
        let Some(note) = bookmark.note() else {
            let how = keys.words(Context::Bookmarks, Verb::Note, ": # writes one");
            lines.push((Ink::Faint, format!("no note yet{how}")));
            return lines;
        };
        lines.extend(paragraph(Ink::Text, &note.shown, cells));
        for copy in bookmark.conflicts() {
            lines.push((Ink::Text, String::new()));
            let how = keys.words(Context::Bookmarks, Verb::Note, " (# edits both together)");
            lines.extend(paragraph(Ink::Strong, &format!("{ELSEWHERE}{how}:"), cells));
            lines.extend(paragraph(Ink::Text, &copy.shown, cells));
        }
        lines
    }

    /// Lists the bookmarks anew, the same one selected as far as it is still there.
    pub fn refresh(&mut self, catalog: &Catalog, bookmarks: &Bookmarks, ranker: &mut Ranker, matching: Matching) {
        let selected = self.subject().cloned();
        let listed: Vec<&Bookmark> = bookmarks.iter().collect();
        let list = listed.iter().map(|bookmark| searched(catalog, bookmark)).collect();
        let hits = ranker.rank(self.filter.query().trim(), matching, &list);
        self.rows = Rows::default();
        for hit in hits {
            if let Some(bookmark) = listed.get(hit) {
                self.rows.push_stop([bookmark.of().clone()]);
            }
        }
        let again = selected.and_then(|of| self.rows.iter().position(|listed| *listed == of));
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

/// What a bookmark is called on screen: the title of its role, or those of its roles.
pub fn title_of(catalog: &Catalog, of: &Subject) -> String {
    let title = |role: &RoleId| catalog.rung(role).map_or_else(|| role.to_string(), |(_, rung)| rung.title.to_string());
    of.roles().iter().map(title).collect::<Vec<_>>().join(" + ")
}

/// What the filter looks at: the names of the roles and of their levels, the tags and the note.
fn searched<'a>(catalog: &'a Catalog, bookmark: &'a Bookmark) -> Vec<&'a str> {
    let mut names = Vec::new();
    for role in bookmark.of().roles() {
        match catalog.rung(role) {
            Some((_, rung)) => names.extend(names_of(catalog.framework(), rung)),
            None => names.push(role.as_str()),
        }
    }
    names.extend(bookmark.tags().iter().map(|tag| tag.shown.as_str()));
    names.extend(bookmark.note().map(|note| note.shown.as_str()));
    names
}
