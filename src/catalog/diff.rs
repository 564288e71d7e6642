//! What changed between two catalogs: things by their ids, roles row by row as they are compared.

mod roles;
mod things;

use std::collections::BTreeSet;

use super::Catalog;
use crate::domain::Question;
use crate::domain::compare::{Change, Trend, Words};
use crate::domain::diff::{Edit, Edited, Kind};
use crate::text::SafeText;

/// Everything that is not the same in `after` as in `before`: what families share first, then family by family.
pub fn diff(before: &Catalog, after: &Catalog) -> Vec<Edited> {
    let mut all = edited(things::shared(before), things::shared(after));
    let mut seen = BTreeSet::new();
    let both = after.families().iter().chain(before.families());
    for family in both.filter(|family| seen.insert(family.id.clone())) {
        let of = |catalog| things::family(catalog, &family.id).into_iter().collect();
        let mut of_family = edited(of(before), of(after));
        let banks = [before, after].map(|catalog| catalog.bank(&family.id).map_or(&[][..], |bank| &bank.questions));
        if before.outline(family.id.as_str()).is_some() && after.outline(family.id.as_str()).is_some() {
            let questions = questions(banks[0], banks[1]);
            if let Some(edited) = of_family.first_mut() {
                edited.edits.extend(questions);
            } else if !questions.is_empty() {
                of_family.push(Edited {
                    kind: Kind::Family,
                    id: family.id.to_string(),
                    name: family.name.clone(),
                    change: Change::Changed,
                    edits: questions,
                });
            }
        }
        all.extend(of_family);
        all.extend(roles::of_family(before, after, &family.id));
    }
    all
}

/// A thing with an id as a list of its fields.
struct Thing {
    kind: Kind,
    id: String,
    name: SafeText,
    fields: Vec<Field>,
}

/// A field: which it is, which of a list, and what it says.
struct Field {
    section: &'static str,
    item: SafeText,
    text: SafeText,
}

impl Field {
    fn new(section: &'static str, text: impl AsRef<str>) -> Self {
        Self::of(section, "", text)
    }

    fn of(section: &'static str, item: impl AsRef<str>, text: impl AsRef<str>) -> Self {
        Self { section, item: SafeText::line(item.as_ref()), text: SafeText::line(text.as_ref()) }
    }
}

/// What became of each thing, in the order of what is there now; what is gone stands last.
fn edited(before: Vec<Thing>, after: Vec<Thing>) -> Vec<Edited> {
    let mut gone = before;
    let mut all = Vec::new();
    for thing in after {
        let place = gone.iter().position(|other| other.kind == thing.kind && other.id == thing.id);
        let Thing { kind, id, name, fields } = thing;
        let (change, edits) = match place.map(|place| gone.remove(place)) {
            None => (Change::Added, Vec::new()),
            Some(before) => (Change::Changed, edits(before.fields, fields)),
        };
        if change == Change::Added || !edits.is_empty() {
            all.push(Edited { kind, id, name, change, edits });
        }
    }
    let removed = |Thing { kind, id, name, .. }| Edited { kind, id, name, change: Change::Removed, edits: Vec::new() };
    all.extend(gone.into_iter().map(removed));
    all
}

/// What became of each field.
fn edits(before: Vec<Field>, after: Vec<Field>) -> Vec<Edit> {
    let mut gone = before;
    let mut all = Vec::new();
    for Field { section, item, text } in after {
        let place = gone.iter().position(|other| other.section == section && other.item == item);
        let was = place.map(|place| gone.remove(place).text).unwrap_or_default();
        all.extend(Edit::of(section, item, was, text));
    }
    all.extend(
        gone.into_iter().filter_map(|field| Edit::of(field.section, field.item, field.text, SafeText::default())),
    );
    all
}

/// What became of each question. What answers it is compared and never shown.
fn questions(before: &[Question], after: &[Question]) -> Vec<Edit> {
    let edit = |question: &Question, change: Change, was: &SafeText, is: &SafeText, turn: Option<&str>| Edit {
        section: "questions",
        item: SafeText::line(question.id.as_str()),
        change,
        trend: Trend::Level,
        turn: turn.map(str::to_owned),
        before: was.clone(),
        after: is.clone(),
        words: Words::default(),
    };
    let none = SafeText::default();
    let mut all = Vec::new();
    for question in after {
        match before.iter().find(|other| other.id == question.id) {
            None => all.push(edit(question, Change::Added, &none, &question.title, None)),
            Some(was) if was.prompt != question.prompt => {
                let words = crate::domain::compare::changed_words(&was.prompt, &question.prompt);
                let edit = edit(question, Change::Changed, &was.prompt, &question.prompt, Some("asked in other words"));
                all.push(Edit { words, ..edit });
            }
            Some(was) if !is_written_alike(was, question) => {
                all.push(edit(question, Change::Changed, &was.title, &question.title, Some("judged in another way")));
            }
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|question| !after.iter().any(|other| other.id == question.id));
    all.extend(gone.map(|question| edit(question, Change::Removed, &question.title, &none, None)));
    all
}

/// Whether two questions come to the same, in whatever order their maps are written.
fn is_written_alike(one: &Question, other: &Question) -> bool {
    one == other || serde_json::to_value(one).ok() == serde_json::to_value(other).ok()
}
