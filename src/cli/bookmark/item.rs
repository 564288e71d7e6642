//! The shape of a bookmark as it is printed.

use std::borrow::Cow;

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::output::Record;
use crate::domain::{FamilyId, FamilyOutline, Rung};
use crate::store::{Bookmark, Subject};
use crate::text::SafeText;

/// What stands in the place of a title that is not known.
const MISSING: &str = "(not in this catalog)";

/// `rungs.bookmark/1`: `{"id","title","family","family_name","missing","tags","added","note"}`. `added` is in UTC. Of a
/// role that the catalog does not hold, `missing` is true and title and family are null.
#[derive(Debug, Serialize)]
pub(super) struct BookmarkItem<'a> {
    id: &'a Subject,
    title: Option<&'a SafeText>,
    family: Option<&'a FamilyId>,
    family_name: Option<&'a SafeText>,
    missing: bool,
    tags: Vec<&'a SafeText>,
    added: Option<String>,
    /// The same as a day where the reader lives.
    #[serde(skip)]
    day: Option<String>,
    note: Option<&'a SafeText>,
}

impl<'a> BookmarkItem<'a> {
    /// The item of `bookmark`.
    pub(super) fn new(catalog: &'a Catalog, bookmark: &'a Bookmark) -> Self {
        let Subject::Role(id) = bookmark.of();
        let (family, rung): (Option<&FamilyOutline>, Option<&Rung>) = catalog.rung(id).unzip();
        Self {
            id: bookmark.of(),
            title: rung.map(|rung| &rung.title),
            family: family.map(|family| &family.id),
            family_name: family.map(|family| &family.name),
            missing: rung.is_none(),
            tags: bookmark.tags().iter().map(|tag| &tag.shown).collect(),
            added: bookmark.added().map(|added| added.to_string()),
            day: bookmark.added().map(|added| added.to_zoned(TimeZone::system()).date().to_string()),
            note: bookmark.note().map(|note| &note.shown),
        }
    }
}

impl Record for BookmarkItem<'_> {
    const SCHEMA: &'static str = "rungs.bookmark/1";
    const COLUMNS: &'static [&'static str] = &["id", "title", "family", "tags", "added", "note"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let tags: Vec<&str> = self.tags.iter().map(|tag| tag.as_str()).collect();
        vec![
            self.id.as_str().into(),
            self.title.map_or(MISSING, SafeText::as_str).into(),
            self.family_name.map_or("", SafeText::as_str).into(),
            tags.join(",").into(),
            self.day.as_deref().unwrap_or_default().into(),
            self.note.and_then(|note| note.lines().next()).unwrap_or_default().into(),
        ]
    }
}
