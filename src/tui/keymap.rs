//! The one key table: what each key does where. Look-up, hints, help, palette and the README's table all come from it.
//!
//! Every verb can be reached by a letter, digit or sign that no terminal, editor or keyboard driver swallows.

mod changed;
mod context;
mod names;
mod print;
mod table;

use super::action::Verb;
use super::key::Key;
pub use changed::Complaint;
pub use context::Context;
pub use print::toml;
pub use table::table;

/// A row of the key table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What it does.
    pub verb: Verb,
    /// Where it holds.
    pub contexts: &'static [Context],
    /// Its keys, the one shown in hints first. Two keys with a blank between are a chord.
    pub keys: &'static [&'static str],
    /// Its word in the footer; none when it is not worth the room there.
    pub hint: Option<&'static str>,
    /// What it does, for help.
    pub help: &'static str,
}

/// What keys pressed so far come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// A verb.
    Verb(Verb),
    /// The first key of a chord.
    Chord,
    /// Nothing.
    Nothing,
}

/// What keys do: the table, or what somebody made of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keymap {
    /// The rows that hold instead of the table's. They are made once, at the start, and stay until the end.
    changed: Option<&'static [Binding]>,
}

impl Keymap {
    /// What `key` means in `context`, after the first key of a chord if there was one.
    pub fn lookup(self, context: Context, chord: Option<Key>, key: Key) -> Lookup {
        let mut is_chord = false;
        for binding in self.bindings(context) {
            for keys in binding.keys {
                match (keys.split_once(' '), chord) {
                    (None, None) if Key::parse(keys) == Some(key) => return Lookup::Verb(binding.verb),
                    (Some((first, second)), Some(pressed)) => {
                        if Key::parse(first) == Some(pressed) && Key::parse(second) == Some(key) {
                            return Lookup::Verb(binding.verb);
                        }
                    }
                    (Some((first, _)), None) => is_chord |= Key::parse(first) == Some(key),
                    (None, _) => {}
                }
            }
        }
        if is_chord { Lookup::Chord } else { Lookup::Nothing }
    }

    /// The rows that hold in `context`, in the order of the table. One that was left without keys is among them.
    pub fn bindings(self, context: Context) -> impl Iterator<Item = &'static Binding> {
        let built_in = self.changed.is_none().then(table).into_iter().flatten();
        let rows = self.changed.unwrap_or_default().iter().chain(built_in);
        rows.filter(move |binding| binding.contexts.contains(&context))
    }

    /// The key that is shown for `verb` in `context`: the first there, of more than one; none where it has none.
    pub fn key(self, context: Context, verb: Verb) -> Option<&'static str> {
        self.bindings(context).filter(|row| row.verb == verb).find_map(|row| row.keys.first().copied())
    }

    /// `words`, which are part of a sentence, with that key in the place of their `#`; nothing where it has none, so that no
    /// sentence names a key that does something else.
    pub fn words(self, context: Context, verb: Verb, words: &str) -> String {
        self.key(context, verb).map(|key| words.replacen('#', key, 1)).unwrap_or_default()
    }

    /// Those of `all` that have a key, as [`Self::words`], with commas between them and `before` in front of the first.
    pub fn listed(self, context: Context, before: &str, all: &[(Verb, &str)]) -> String {
        let words = all.iter().map(|(verb, words)| self.words(context, *verb, words));
        let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
        if words.is_empty() { String::new() } else { format!("{before}{}", words.join(", ")) }
    }

    /// The second keys of the chords that begin with `first` in `context`, each with what it does.
    pub fn continuations(self, context: Context, first: Key) -> impl Iterator<Item = (&'static str, &'static Binding)> {
        self.bindings(context).flat_map(move |binding| {
            let chords = binding.keys.iter().filter_map(|keys| keys.split_once(' '));
            let mine = chords.filter(move |(start, _)| Key::parse(start) == Some(first));
            mine.map(move |(_, second)| (second, binding))
        })
    }
}

/// `words` that begin a sentence: a key with a name, as `enter` is, begins it with a capital, and a letter is the key it is.
pub fn sentence(words: &str) -> String {
    let name = words.split(' ').next().unwrap_or_default();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if name.len() > 1 && !name.contains('-') => first.to_uppercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// The whole table in Markdown, for the README.
pub fn markdown() -> String {
    let row = |binding: &Binding| {
        let keys: Vec<String> = binding.keys.iter().map(|keys| format!("`{keys}`")).collect();
        format!("| {} | {} | {} |\n", keys.join(" "), places(binding.contexts), binding.help)
    };
    let head = "| Key | Where | What |\n|---|---|---|\n".to_owned();
    std::iter::once(head).chain(table().map(row)).collect()
}

/// Where a binding holds, in words.
fn places(contexts: &[Context]) -> String {
    let misses = |context: &Context| !contexts.contains(context);
    if !Context::ALL.iter().any(misses) {
        return "anywhere".to_owned();
    }
    let named = table::SETS.iter().find(|(set, _)| *set == contexts);
    named.map_or_else(
        || contexts.iter().map(|context| context.name()).collect::<Vec<_>>().join(", "),
        |(_, words)| (*words).to_owned(),
    )
}
