//! `rungs config path`: where things are kept.

use std::borrow::Cow;
use std::path::PathBuf;

use serde::Serialize;

use crate::cli::output::{Header, Output, Record, message};
use crate::cli::{Exit, Outcome};
use crate::store::Places;
use crate::text::SafeText;

/// Prints where this process keeps things; `settings` are where it reads them.
pub(in crate::cli) fn path(places: &Places, settings: Option<PathBuf>, output: &mut Output) -> Outcome {
    let kept = [
        ("config directory", places.config.clone()),
        ("settings", settings),
        ("bookmarks", places.bookmarks()),
        ("data directory", places.data.clone()),
        ("ratings and evidence", places.practice()),
        ("last place", places.place()),
        ("drafts of notes", places.drafts()),
    ];
    let items = kept.map(|(what, path)| PathItem::new(what, path));
    if let Some(notice) = places.notice() {
        message(notice);
    }
    output.records(&items, Header::Aligned)?;
    Ok(Exit::Done)
}

/// `rungs.path/1`: `{"what","path","exists"}`; `path` is null where nothing can be kept.
#[derive(Debug, Serialize)]
struct PathItem {
    what: &'static str,
    path: Option<SafeText>,
    exists: bool,
}

impl PathItem {
    fn new(what: &'static str, path: Option<PathBuf>) -> Self {
        let exists = path.as_ref().is_some_and(|path| path.exists());
        Self { what, path: path.map(|path| SafeText::line(&path.to_string_lossy())), exists }
    }
}

impl Record for PathItem {
    const SCHEMA: &'static str = "rungs.path/1";
    const COLUMNS: &'static [&'static str] = &["what", "state", "path"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let state = match (&self.path, self.exists) {
            (None, _) => "nowhere",
            (Some(_), true) => "there",
            (Some(_), false) => "not yet",
        };
        vec![self.what.into(), state.into(), self.path.as_deref().unwrap_or_default().into()]
    }
}
