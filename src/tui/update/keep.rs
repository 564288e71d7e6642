//! What a reader keeps: bookmarks, notes, tags, pins and compare marks, each undone with one key.

use super::practice;
use crate::domain::RoleId;
use crate::store::{Bookmark, Change, Entry, EntryId, Pin, Subject};
use crate::tui::action::Verb;
use crate::tui::bookmark_list::title_of;
use crate::tui::browse::MOST_MARKS;
use crate::tui::effect::{Draft, Effect, Purpose, Rescue};
use crate::tui::line_edit::LineEdit;
use crate::tui::model::{Model, Screen};
use crate::tui::undo::Step;

/// What stands between a note and its conflict copies when they are edited together.
const ELSEWHERE: &str = "\n\n--- written elsewhere at the same time ---\n\n";

/// Runs a verb on a role, or on roles side by side.
pub(super) fn run(model: &mut Model, verb: Verb, of: Subject) -> Vec<Effect> {
    match verb {
        Verb::Bookmark => return bookmark(model, of),
        Verb::Note => return vec![Effect::EditNote(draft(model, of))],
        Verb::Pin(_) | Verb::Mark => match (verb, of) {
            (Verb::Pin(pin), Subject::Role(role)) => return self::pin(model, role, pin),
            (_, Subject::Role(role)) => mark(model, role),
            (_, Subject::Set(_)) => {
                let how = model.key_words(Verb::Open, ": # opens them side by side");
                model.notices.say(&format!("These are several roles{how}."));
            }
        },
        Verb::ClearMarks if model.browse.marks.is_empty() => {
            let how = model.key_words(Verb::Mark, ": # marks one");
            model.notices.say(&format!("No role is marked{how}."));
        }
        Verb::ClearMarks => {
            remark(model, Vec::new(), Purpose::Do);
            model.notices.say(&with_undo(model, "Marks cleared."));
        }
        _ => {}
    }
    Vec::new()
}

/// Bookmarks something, or takes the bookmark away.
fn bookmark(model: &Model, of: Subject) -> Vec<Effect> {
    let bookmarked = model.bookmarks.of(&of).is_some();
    vec![Effect::Keep(vec![if bookmarked { Change::Remove { of } } else { Change::Add { of } }], Purpose::Do)]
}

/// Puts a pin on a role, or takes it off.
fn pin(model: &Model, role: RoleId, pin: Pin) -> Vec<Effect> {
    let pinned = model.bookmarks.has_pin(&role, pin);
    let of = role.into();
    let change = if pinned { Change::Unpin { of, pin } } else { Change::Pin { of, pin } };
    vec![Effect::Keep(vec![change], Purpose::Do)]
}

/// The note of something for the editor, its conflict copies below it.
fn draft(model: &Model, of: Subject) -> Draft {
    let bookmark = model.bookmarks.kept(&of);
    let texts = bookmark.into_iter().flat_map(|bookmark| bookmark.note().into_iter().chain(bookmark.conflicts()));
    let texts: Vec<&str> = texts.map(|note| &*note.raw).collect();
    let text = texts.join(ELSEWHERE);
    let base =
        if texts.len() > 1 { model.bookmarks.note_base_with_conflicts(&of) } else { model.bookmarks.note_base(&of) };
    Draft { of, text, base }
}

/// A note came back from the editor. What has a note is bookmarked too.
pub(super) fn edited(model: &mut Model, draft: Draft) -> Vec<Effect> {
    let Draft { of, text, base } = draft;
    // A text of blanks says nothing: it is no note.
    let text = if text.trim().is_empty() { String::new() } else { text };
    let before = model.bookmarks.kept(&of);
    let unchanged = before.and_then(|bookmark| bookmark.note()).map_or("", |note| &*note.raw) == text;
    let settled = before.is_none_or(|bookmark| bookmark.conflicts().is_empty());
    if unchanged && settled {
        model.notices.say("The note is as it was.");
        return Vec::new();
    }
    let add = model.bookmarks.of(&of).is_none().then(|| Change::Add { of: of.clone() });
    let note = Change::Note { of, text, base };
    vec![Effect::Keep(add.into_iter().chain([note]).collect(), Purpose::Do)]
}

/// Opens the field for the tags of the bookmark under the cursor.
pub(super) fn edit_tags(model: &mut Model) {
    let Screen::Bookmarks(list) = &mut model.screen else { return };
    let bookmark = list.subject().and_then(|of| model.bookmarks.of(of));
    let tags =
        bookmark.map(|bookmark| bookmark.tags().iter().map(|tag| tag.shown.as_str()).collect::<Vec<_>>().join(" "));
    list.tags = tags.map(|tags| LineEdit::with(&tags));
}

/// Takes the tags that were typed.
pub(super) fn tag(model: &mut Model) -> Vec<Effect> {
    let Screen::Bookmarks(list) = &mut model.screen else { return Vec::new() };
    let (Some(line), Some(of)) = (list.tags.take(), list.subject().cloned()) else { return Vec::new() };
    let mut tags: Vec<String> = Vec::new();
    for tag in line.text().split([' ', ',']).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    let before = model.bookmarks.of(&of).map(Bookmark::tags).unwrap_or_default();
    if before.iter().map(|tag| &*tag.raw).eq(tags.iter().map(String::as_str)) {
        return Vec::new();
    }
    vec![Effect::Keep(vec![Change::Tags { of, tags }], Purpose::Do)]
}

/// Marks a role for comparing, or takes its mark away.
fn mark(model: &mut Model, role: RoleId) {
    let title = title_of(&model.catalog, &role.clone().into());
    let mut marks = model.browse.marks.clone();
    if let Some(place) = marks.iter().position(|marked| *marked == role) {
        marks.remove(place);
        model.notices.say(&format!("Mark on {title} removed."));
    } else if marks.len() == MOST_MARKS {
        let how = model.key_words(Verb::ClearMarks, ": # clears the marks");
        model.notices.say(&format!("Four roles are marked, and four are the most{how}."));
        return;
    } else {
        marks.push(role);
        let how = model.key_words(Verb::Compare, " # compares.");
        model.notices.say(&format!("Marked {title} ({} of {MOST_MARKS}).{how}", marks.len()));
    }
    remark(model, marks, Purpose::Do);
}

fn remark(model: &mut Model, marks: Vec<RoleId>, purpose: Purpose) {
    let before = std::mem::replace(&mut model.browse.marks, marks);
    model.undo.remember(Step::Marks(before), purpose);
}

/// Takes the last change back.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    take(model, Purpose::Undo, "Nothing to undo.")
}

/// Makes the change last taken back again.
pub(super) fn redo(model: &mut Model) -> Vec<Effect> {
    take(model, Purpose::Redo, "Nothing to do again.")
}

fn take(model: &mut Model, purpose: Purpose, nothing: &str) -> Vec<Effect> {
    if purpose == Purpose::Undo && practice::step_back(model) {
        return Vec::new();
    }
    loop {
        if practice::holds_back(model, model.undo.next(purpose), purpose) {
            model.notices.say(nothing);
            return Vec::new();
        }
        let Some(step) = model.undo.take(purpose) else { break };
        match step {
            Step::Marks(marks) => {
                remark(model, marks, purpose);
                model.notices.say(&format!("{} marked.", model.browse.marks.len()));
            }
            Step::Say(remarks) => return vec![Effect::Say(remarks, purpose)],
            Step::Keep(changes) => return vec![Effect::Keep(changes, purpose)],
            Step::Tick { question, mark, before } => {
                if practice::untick(model, &question, &mark, before, purpose).is_none() {
                    // A tick of an answer that is not on the screen any more: there is nothing to see of it.
                    continue;
                }
            }
        }
        return Vec::new();
    }
    let of_today = (purpose == Purpose::Undo).then(|| practice::undo_of_today(model)).flatten();
    of_today.unwrap_or_else(|| {
        model.notices.say(nothing);
        Vec::new()
    })
}

/// Changes have their place in time: they count from here on, and so does what takes them back, the last one first.
pub(super) fn kept(model: &mut Model, entries: &[Entry<Change>], purpose: Purpose) {
    model.saving.again();
    let mut inverses = Vec::new();
    for entry in entries {
        inverses.insert(0, model.bookmarks.inverse(entry));
        model.bookmarks.apply(entry);
        let done = done(model, &entry.record, purpose);
        model.saving.begin(entry.stamp.id.clone(), done);
    }
    model.undo.remember(Step::Keep(inverses), purpose);
    refresh_list(model);
}

/// `what`, and how it is taken back.
pub(super) fn with_undo(model: &Model, what: &str) -> String {
    format!("{what}{}", model.key_words(Verb::Undo, " # to undo."))
}

/// What to say of a change once it is on disk.
fn done(model: &Model, change: &Change, purpose: Purpose) -> String {
    let title = title_of(&model.catalog, change.of());
    if purpose == Purpose::Do {
        let what = match change {
            Change::Add { .. } => {
                let how = [(Verb::Undo, "# to undo"), (Verb::Bookmarks, "# lists them")];
                let how = model.keys.listed(model.context_below(), " ", &how);
                let end = if how.is_empty() { "" } else { "." };
                return format!("Bookmarked {title}.{how}{end}");
            }
            Change::Remove { .. } => format!("Bookmark on {title} removed."),
            Change::Tags { .. } => "Tags kept.".to_owned(),
            Change::Note { text, .. } if text.is_empty() => "Note emptied.".to_owned(),
            Change::Note { .. } => "Note kept.".to_owned(),
            Change::Pin { pin: Pin::Here, .. } => format!("You are here: {title}."),
            Change::Pin { pin: Pin::Want, .. } => format!("You want this: {title}."),
            Change::Unpin { pin: Pin::Here, .. } => format!("You are no longer on {title}."),
            Change::Unpin { pin: Pin::Want, .. } => format!("{title} is no longer what you want."),
        };
        with_undo(model, &what)
    } else {
        match change {
            Change::Add { .. } => format!("Bookmark on {title} is back."),
            Change::Remove { .. } => format!("Bookmark on {title} removed."),
            Change::Tags { .. } => format!("Tags of {title} as they were."),
            Change::Note { .. } => format!("Note of {title} as it was."),
            Change::Pin { pin: Pin::Here, .. } => format!("You are here: {title}."),
            Change::Pin { pin: Pin::Want, .. } => format!("You want this: {title}."),
            Change::Unpin { pin: Pin::Here, .. } => format!("You are no longer on {title}."),
            Change::Unpin { pin: Pin::Want, .. } => format!("{title} is no longer what you want."),
        }
    }
}

/// Changes are on disk: only now are they called done.
pub(super) fn saved(model: &mut Model, changes: &[EntryId], caution: Option<&str>) {
    // What is kept by the way is not spoken of.
    for done in model.saving.saved(changes).into_iter().filter(|done| !done.is_empty()) {
        model.notices.say(&done);
    }
    if let Some(caution) = caution {
        model.notices.warn(caution);
    }
}

/// Tries again what could not be saved.
pub(super) fn save_again(model: &mut Model) -> Vec<Effect> {
    if nothing_refused(model) {
        return Vec::new();
    }
    model.saving.again();
    vec![Effect::SaveAgain]
}

/// Puts what could not be saved elsewhere.
pub(super) fn rescue(model: &mut Model, rescue: Rescue) -> Vec<Effect> {
    if nothing_refused(model) { Vec::new() } else { vec![Effect::Rescue(rescue)] }
}

/// Whether no change was refused, which is said.
fn nothing_refused(model: &mut Model) -> bool {
    let nothing = model.saving.refusals() == 0;
    if nothing {
        model.notices.say("There is no change that could not be saved.");
    }
    nothing
}

/// Lists the bookmarks anew after they changed.
pub(super) fn refresh_list(model: &mut Model) {
    let Model { catalog, bookmarks, ranker, matching, screen, .. } = model;
    if let Screen::Bookmarks(list) = screen {
        list.refresh(catalog, bookmarks, ranker, *matching);
    }
}
