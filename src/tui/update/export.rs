//! What a screen shows, taken elsewhere: onto the clipboard, or into a file.

use super::ladder;
use crate::domain::RoleId;
use crate::export::Format;
use crate::text::SafeText;
use crate::tui::action::{Copied, Pane, Verb};
use crate::tui::bookmark_list::title_of;
use crate::tui::clipboard::MOST;
use crate::tui::effect::Effect;
use crate::tui::export::{Form, Written, in_full, written};
use crate::tui::model::{Model, Screen};

/// Sends `what` to the clipboard.
pub(super) fn copy(model: &mut Model, what: Copied) -> Vec<Effect> {
    let (name, text) = match what {
        Copied::Names => listed(meant(model).into_iter().map(|meant| meant.name), "names"),
        Copied::Ids => listed(meant(model).into_iter().map(|meant| meant.id), "ids"),
        Copied::Whole(form) => {
            let Some((of, Written { text, .. })) = document(model, form) else { return Vec::new() };
            (format!("{of}, as {}", form.name()), text)
        }
    };
    if text.is_empty() {
        model.notices.say("Nothing here to copy.");
        return Vec::new();
    }
    match sent(name, &text) {
        Ok(effect) => vec![effect],
        Err(instead) => {
            let how = model.key_words(Verb::Export(Form::Document(Format::Markdown)), ": # writes a file");
            model.notices.say(&format!("{instead}{how}."));
            Vec::new()
        }
    }
}

/// Writes what shows to a file.
pub(super) fn write(model: &mut Model, form: Form) -> Vec<Effect> {
    let file = document(model, form);
    file.map(|(_, Written { name, text })| Effect::Export { name, text }).into_iter().collect()
}

/// A role or a family.
struct Meant {
    name: String,
    id: String,
}

/// What is meant where nothing is named: the family or the roles under the cursor, or else what is marked.
fn meant(model: &Model) -> Vec<Meant> {
    let is_family = matches!(model.screen, Screen::Browse) && model.browse.focus == Pane::Families;
    if is_family && model.browse.marks.is_empty() {
        let family = model.browse.families.selected().and_then(|place| model.catalog.families().get(place));
        return family
            .map(|family| Meant { name: family.name.to_string(), id: family.id.to_string() })
            .into_iter()
            .collect();
    }
    let named = |role: RoleId| Meant { id: role.to_string(), name: title_of(&model.catalog, &role.into()) };
    roles(model).into_iter().map(named).collect()
}

/// The roles that are meant: those that lie side by side, those that are marked, the one under the cursor or the several
/// of a bookmark.
fn roles(model: &Model) -> Vec<RoleId> {
    match &model.screen {
        Screen::Compare(compare) => compare.set.ids.clone(),
        Screen::Gap(_) | Screen::Progress(_) => ladder::role_here(model).into_iter().collect(),
        _ if !model.browse.marks.is_empty() => model.browse.marks.clone(),
        Screen::Bookmarks(list) => list.subject().map(|of| of.roles().to_vec()).unwrap_or_default(),
        _ => ladder::role_here(model).into_iter().collect(),
    }
}

/// One thing a line, and what all of it is in a few words.
fn listed(things: impl Iterator<Item = String>, called: &str) -> (String, String) {
    let things: Vec<String> = things.collect();
    let text = things.join("\n");
    (if things.len() == 1 { text.clone() } else { format!("{} {called}", things.len()) }, text)
}

/// The document that the screen is, or else the roles that are meant in full, and what that is in a few words.
fn document(model: &mut Model, form: Form) -> Option<(String, Written)> {
    let whole = written(model, form).map(|written| ("what shows".to_owned(), written));
    let in_full = || {
        let ids = roles(model);
        let (of, _) = listed(ids.iter().map(|id| title_of(&model.catalog, &id.clone().into())), "roles");
        Some((of, in_full(&model.catalog, &ids, form)?))
    };
    match whole.or_else(in_full) {
        Some((of, Ok(written))) => return Some((of, written)),
        Some((_, Err(why))) => model.notices.warn(&format!("It could not be written: {why}")),
        None => model.notices.say("Nothing here to copy or to write."),
    }
    None
}

/// The effect that sends `text`, which is `what`, to the clipboard, or what to do instead. A line break at its end would
/// run a command that is pasted into a shell.
fn sent(what: String, text: &str) -> Result<Effect, String> {
    let text = SafeText::lines(text.trim_end_matches('\n'));
    let thousands = text.len().div_ceil(1000);
    if text.len() > MOST {
        return Err(format!("Too long for most terminals to copy ({thousands} kB)"));
    }
    Ok(Effect::Copy { what, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_would_drop_is_not_sent() {
        let longest = "x".repeat(MOST);
        let text = SafeText::line(&longest);
        assert_eq!(sent("It".to_owned(), &format!("{longest}\n\n")), Ok(Effect::Copy { what: "It".to_owned(), text }));
        let instead = "Too long for most terminals to copy (75 kB)";
        assert_eq!(sent("It".to_owned(), &(longest + "x")), Err(instead.to_owned()));
    }
}
