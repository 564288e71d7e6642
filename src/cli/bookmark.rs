//! `rungs bookmark`: the bookmarks of the explorer, from the command line. They are kept in one journal, so both can
//! be used at the same time.

mod item;

use super::args::{AddArgs, BookmarkCommand, BookmarkListArgs, RemoveArgs};
use super::output::{Header, Output, message};
use super::{Exit, Failure, Outcome, journals, resolve, typed_ids};
use crate::catalog::Catalog;
use crate::store::{Bookmark, Bookmarks, Change, Entry, Journal, Places, Subject};
use item::BookmarkItem;

/// Does what `command` asks with the bookmarks at `places`.
pub(super) fn bookmark(command: &BookmarkCommand, places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let mut kept = Kept::read(places)?;
    match command {
        BookmarkCommand::Add(args) => add(args, &mut kept, catalog, output),
        BookmarkCommand::Remove(args) => remove(args, &mut kept, catalog, output),
        BookmarkCommand::List(args) => list(args, &kept, catalog, output),
    }
}

/// Adds what is found, prints their bookmarks as they are then, and names those that are not found.
fn add(args: &AddArgs, kept: &mut Kept, catalog: &Catalog, output: &mut Output) -> Outcome {
    let mut exit = Exit::Done;
    let mut subjects: Vec<Subject> = Vec::new();
    for typed in typed_ids::expanded(&args.ids)? {
        match resolve::subject(catalog, &typed) {
            Ok(of) if subjects.contains(&of) => {}
            Ok(of) => subjects.push(of),
            Err(failure) => exit = failure.tell(),
        }
    }
    for of in &subjects {
        kept.add(of, &args.tags, args.note.as_deref());
    }
    kept.save()?;
    let items =
        subjects.iter().filter_map(|of| kept.bookmarks.of(of)).map(|bookmark| BookmarkItem::new(catalog, bookmark));
    output.records(&items.collect::<Vec<_>>(), Header::Aligned)?;
    Ok(exit)
}

/// Removes the bookmarks that are there, prints them as they were, and names those that are not there.
fn remove(args: &RemoveArgs, kept: &mut Kept, catalog: &Catalog, output: &mut Output) -> Outcome {
    let mut exit = Exit::Done;
    let mut removed: Vec<Bookmark> = Vec::new();
    for typed in typed_ids::expanded(&args.ids)? {
        match kept.meant(catalog, &typed) {
            Ok(bookmark) => {
                let bookmark = bookmark.clone();
                kept.change(Change::Remove { of: bookmark.of().clone() });
                removed.push(bookmark);
            }
            Err(failure) => exit = failure.tell(),
        }
    }
    kept.save()?;
    let items = removed.iter().map(|bookmark| BookmarkItem::new(catalog, bookmark));
    output.records(&items.collect::<Vec<_>>(), Header::Aligned)?;
    Ok(exit)
}

fn list(args: &BookmarkListArgs, kept: &Kept, catalog: &Catalog, output: &mut Output) -> Outcome {
    let items: Vec<_> = kept.bookmarks.iter().map(|bookmark| BookmarkItem::new(catalog, bookmark)).collect();
    if items.is_empty() {
        message("no bookmarks yet; `rungs bookmark add ID` makes one");
    }
    output.records(&items, if args.header { Header::Always } else { Header::Aligned })?;
    Ok(Exit::Done)
}

/// The bookmarks, their journal, and the changes that are not in it yet.
struct Kept {
    journal: Journal<Change>,
    bookmarks: Bookmarks,
    unsaved: Vec<Entry<Change>>,
}

impl Kept {
    fn read(places: &Places) -> Result<Self, Failure> {
        let (journal, entries) = journals::read(places.bookmarks(), "bookmarks")?;
        Ok(Self { bookmarks: entries.iter().collect(), journal, unsaved: Vec::new() })
    }

    fn change(&mut self, change: Change) {
        let entry = self.journal.entry(change);
        self.bookmarks.apply(&entry);
        self.unsaved.push(entry);
    }

    /// Bookmarks `of` with these tags and this note; what is so already makes no change.
    fn add(&mut self, of: &Subject, tags: &[String], note: Option<&str>) {
        let of = of.clone();
        if self.bookmarks.of(&of).is_none() {
            self.change(Change::Add { of: of.clone() });
        }
        let bookmark = self.bookmarks.of(&of);
        let old: Vec<String> = bookmark.iter().flat_map(|it| it.tags()).map(|tag| tag.raw.to_string()).collect();
        let is_new = |tag: &&String| !tag.is_empty() && !old.contains(*tag);
        let new: Vec<String> = tags.iter().filter(is_new).cloned().collect();
        let old_note = bookmark.and_then(Bookmark::note).map(|note| note.raw.to_string()).unwrap_or_default();
        if !new.is_empty() {
            self.change(Change::Tags { of: of.clone(), tags: [old, new].concat() });
        }
        if let Some(text) = note.filter(|text| *text != old_note) {
            let base = self.bookmarks.note_base(&of);
            self.change(Change::Note { of, text: text.to_owned(), base });
        }
    }

    /// The bookmark meant by `typed`: the id of a role that the catalog may hold no longer, or of
    /// roles side by side, or what stands for a role.
    fn meant(&self, catalog: &Catalog, typed: &str) -> Result<&Bookmark, Failure> {
        let by_id = typed.parse::<Subject>().ok().and_then(|of| self.bookmarks.of(&of));
        if let Some(bookmark) = by_id {
            return Ok(bookmark);
        }
        let of = resolve::subject(catalog, typed)?;
        self.bookmarks
            .of(&of)
            .ok_or_else(|| Failure::new(Exit::NothingFound, format!("{of} is not among the bookmarks")))
    }

    fn save(&mut self) -> Result<(), Failure> {
        if !self.unsaved.is_empty() {
            journals::append(&mut self.journal, &self.unsaved)?;
            self.unsaved.clear();
        }
        Ok(())
    }
}
