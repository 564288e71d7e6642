//! The shape of a bookmark as it is printed.

use std::borrow::Cow;

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::output::Record;
use crate::domain::{FamilyId, FamilyOutline, RoleId, Rung};
use crate::store::{Bookmark, Subject};
use crate::text::SafeText;

/// What stands in the place of a title that is not known.
const MISSING: &str = "(not in this catalog)";

/// `rungs.bookmark/1`: `{"id","roles","title","family","family_name","missing","tags","added","note"}`. `added` is in UTC.
/// Of roles side by side, `id` and `title` have those of all with `+` between, and family is null unless they share one.
/// Where the catalog does not hold all `roles`, `missing` is true and title and family are null.
#[derive(Debug, Serialize)]
pub(super) struct BookmarkItem<'a> {
    id: &'a Subject,
    roles: &'a [RoleId],
    title: Option<String>,
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
        let roles = bookmark.of().roles();
        let known: Option<Vec<(&FamilyOutline, &Rung)>> = roles.iter().map(|id| catalog.rung(id)).collect();
        let families = known.iter().flatten().map(|(family, _)| *family);
        // Of a set across families there is no one family.
        let family = families.clone().next().filter(|first| families.clone().all(|family| family.id == first.id));
        let titles = known.as_ref().map(|known| known.iter().map(|(_, rung)| rung.title.as_str()).collect::<Vec<_>>());
        Self {
            id: bookmark.of(),
            roles,
            title: titles.map(|titles| titles.join(" + ")),
            family: family.map(|family| &family.id),
            family_name: family.map(|family| &family.name),
            missing: known.is_none(),
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
            self.title.as_deref().unwrap_or(MISSING).into(),
            self.family_name.map_or("", SafeText::as_str).into(),
            tags.join(",").into(),
            self.day.as_deref().unwrap_or_default().into(),
            self.note.and_then(|note| note.lines().next()).unwrap_or_default().into(),
        ]
    }
}
