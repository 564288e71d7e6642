//! The help: every key, those of the present pane first, searched by typing and run by enter.

use super::action::Verb;
use super::cursor::{Cursor, Rows};
use super::keymap::{Binding, Context, Keymap};
use super::line_edit::LineEdit;
use crate::search::{Matching, Ranker};

/// The open help.
#[derive(Debug)]
pub struct Help {
    /// What has the keys under it.
    pub context: Context,
    /// What keys do.
    keys: Keymap,
    /// What is searched for.
    pub line: LineEdit,
    /// Its lines.
    pub rows: Rows<HelpRow>,
    /// Its cursor.
    pub cursor: Cursor,
}

/// A line of the help.
#[derive(Debug, Clone, Copy)]
pub enum HelpRow {
    /// What the lines below it have in common.
    Caption(&'static str),
    /// A key and what it does.
    Binding(&'static Binding),
}

impl Help {
    /// All keys, with those of `context` first.
    pub fn new(context: Context, keys: Keymap) -> Self {
        Self { context, keys, line: LineEdit::default(), rows: grouped(context, keys), cursor: Cursor::default() }
    }

    /// Lists the keys that match what is typed, by key or by description. A slash before it is from elsewhere, where it begins a
    /// search; alone it is the key.
    pub fn refilter(&mut self, ranker: &mut Ranker) {
        let typed = self.line.text().trim();
        let query = typed.strip_prefix('/').filter(|rest| !rest.is_empty()).unwrap_or(typed);
        self.cursor = Cursor::default();
        self.rows = if query.is_empty() {
            grouped(self.context, self.keys)
        } else {
            matching(ranker, query, self.context, self.keys)
        };
    }

    /// The verb under the cursor.
    pub fn verb(&self) -> Option<Verb> {
        match self.rows.get(self.rows.rows_of(self.cursor.stop).start)? {
            HelpRow::Binding(binding) => Some(binding.verb),
            HelpRow::Caption(_) => None,
        }
    }
}

/// The keys that hold here, then those of the fields, which help itself cannot run.
fn grouped(context: Context, keys: Keymap) -> Rows<HelpRow> {
    let mut rows = Rows::default();
    let only_here = |binding: &&Binding| binding.contexts.len() < 3;
    rows.push(HelpRow::Caption(context.name()));
    for binding in keys.bindings(context).filter(only_here) {
        rows.push_stop([HelpRow::Binding(binding)]);
    }
    rows.push(HelpRow::Caption("everywhere"));
    for binding in keys.bindings(context).filter(|binding| !only_here(binding)) {
        rows.push_stop([HelpRow::Binding(binding)]);
    }
    rows.push(HelpRow::Caption("while typing"));
    for binding in keys.bindings(Context::Field) {
        rows.push(HelpRow::Binding(binding));
    }
    rows
}

fn matching(ranker: &mut Ranker, query: &str, context: Context, keys: Keymap) -> Rows<HelpRow> {
    let here: Vec<&'static Binding> = keys.bindings(context).collect();
    let texts: Vec<String> =
        here.iter().map(|binding| format!("{} {}", binding.keys.join(" "), binding.help)).collect();
    let mut rows = Rows::default();
    for hit in ranker.rank(query, Matching::Exact, &texts.iter().map(|text| [text.as_str()]).collect()) {
        if let Some(binding) = here.get(hit) {
            rows.push_stop([HelpRow::Binding(binding)]);
        }
    }
    rows
}
