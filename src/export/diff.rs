//! What changed between two versions of a ladder, as a document and as JSON.

use std::ops::Range;

use serde::Serialize;

use super::{Cell, Column, Para, Part, Report};
use crate::domain::compare::Change;
use crate::domain::diff::{Edit, Edited, Kind};
use crate::text::SafeText;

/// The name of the JSON shape of an [`Item`].
pub const SCHEMA: &str = "rungs.diff/1";

/// `rungs.diff/1`: a thing that is not the same, `{"kind","id","name","change","edits"}`, each edit
/// `{"section","item","change","trend","turn","before","after","words_gone","words_new"}`; `turn` is null where nothing can
/// be said in a word or two. A thing that is new or gone has no edits.
#[derive(Debug, Serialize)]
pub struct Item<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    change: &'static str,
    edits: Vec<Line<'a>>,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    section: &'static str,
    item: &'a str,
    change: &'static str,
    trend: &'static str,
    turn: Option<&'a str>,
    before: &'a str,
    after: &'a str,
    words_gone: Vec<&'a str>,
    words_new: Vec<&'a str>,
}

impl<'a> Item<'a> {
    /// The item of `edited`.
    pub fn of(edited: &'a Edited) -> Self {
        let Edited { kind, id, name, change, edits } = edited;
        let edits = edits.iter().map(Line::of).collect();
        Self { kind: kind.word(), id, name, change: change.word(), edits }
    }
}

impl<'a> Line<'a> {
    fn of(edit: &'a Edit) -> Self {
        let words = |text: &'a str, ranges: &[Range<usize>]| -> Vec<&'a str> {
            ranges.iter().filter_map(|range| text.get(range.clone())).collect()
        };
        Self {
            section: edit.section,
            item: &edit.item,
            change: edit.change.word(),
            trend: edit.trend.word(),
            turn: edit.turn.as_deref(),
            before: &edit.before,
            after: &edit.after,
            words_gone: words(&edit.before, &edit.words.gone),
            words_new: words(&edit.after, &edit.words.new),
        }
    }
}

/// What changed from the catalog called `before` to the one called `after`.
pub fn report(before: &str, after: &str, all: &[Edited]) -> Report {
    let columns = [("change", "Sign"), ("field", "What"), ("before", "Before"), ("after", "After")];
    Report {
        title: format!("From {before} to {after}"),
        about: vec![counted(all).into()],
        columns: columns.map(|(key, title)| Column::new(key, title)).to_vec(),
        parts: all.iter().map(part).collect(),
    }
}

fn part(edited: &Edited) -> Part {
    let about = match edited.change {
        Change::Added => vec!["new".into()],
        Change::Removed => vec!["removed".into()],
        Change::Same | Change::Changed => Vec::new(),
    };
    Part {
        key: format!("{} {}", edited.kind.word(), edited.id),
        title: headed(edited),
        about,
        rows: edited.edits.iter().map(row).collect(),
    }
}

fn row(edit: &Edit) -> Vec<Cell> {
    let what = field(edit);
    let text = |text: &SafeText, lit: &[Range<usize>]| {
        if text.is_empty() { Cell::Empty } else { Cell::Text(Para::sentences(text, lit)) }
    };
    let (gone, new) = edit.lit();
    vec![Cell::Sign(edit.change), Cell::Head(what), text(&edit.before, gone), text(&edit.after, new)]
}

/// `Skills: Idempotency, raised 3->4`
pub fn field(edit: &Edit) -> String {
    let item = if edit.item.is_empty() { String::new() } else { format!(": {}", edit.item) };
    let turn = edit.turn.as_ref().map(|turn| format!(", {turn}")).unwrap_or_default();
    format!("{}{item}{turn}", edit.section)
}

/// `role payments/senior, Senior Engineer`
pub fn headed(edited: &Edited) -> String {
    format!("{} {}, {}", edited.kind.word(), edited.id, edited.name)
}

/// How many things of each kind came, went and changed, in words.
pub fn counted(all: &[Edited]) -> String {
    const KINDS: [Kind; 9] = [
        Kind::Role,
        Kind::Family,
        Kind::Level,
        Kind::Skill,
        Kind::Kpi,
        Kind::Axis,
        Kind::Topic,
        Kind::Strand,
        Kind::Department,
    ];
    let plural = |kind: Kind| match kind {
        Kind::Family => "families".to_owned(),
        Kind::Axis => "axes".to_owned(),
        _ => format!("{}s", kind.word()),
    };
    let count = |kind: Kind, change: Change| {
        let number = all.iter().filter(|edited| edited.kind == kind && edited.change == change).count();
        let noun = if number == 1 { kind.word().to_owned() } else { plural(kind) };
        (number > 0).then(|| format!("{number} {noun} {}", change.word()))
    };
    let counts: Vec<String> = KINDS
        .into_iter()
        .flat_map(|kind| [Change::Added, Change::Removed, Change::Changed].map(|change| count(kind, change)))
        .flatten()
        .collect();
    if counts.is_empty() { "no differences".to_owned() } else { counts.join(", ") }
}
