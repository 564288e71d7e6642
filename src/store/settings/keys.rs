//! The keys that somebody wishes otherwise, as words: what places, verbs and keys there are is known to whoever has the key
//! table.

use toml::de::{DeTable, DeValue};

use super::value::{Given, Wrong, wrong};
use crate::text::{SafeText, lines_and_columns};

/// The most wishes that are heeded.
const MOST: usize = 2_000;

/// Keys for a verb in a place: `[keys.<place>]`, `<verb> = [<key>, ..]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebinding {
    /// The place.
    pub context: Word,
    /// The verb.
    pub verb: Word,
    /// Its further keys; `none` among them takes away the ones it has.
    pub keys: Vec<Word>,
}

/// A word of the file, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// What it says.
    pub text: SafeText,
    /// Its line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
}

/// A word, and where it stands as a byte of the file.
type Spot = (usize, SafeText);

/// What is wished, with bytes for places.
#[derive(Debug, Default)]
pub(super) struct Wishes(Vec<(Spot, Spot, Vec<Spot>)>);

impl Wishes {
    /// Takes the tables under `[keys]`; what is wrong with them.
    pub(super) fn take(&mut self, tables: &DeTable<'_>, stumbled: impl Fn(usize, &Given<'_>) -> bool) -> Vec<Wrong> {
        let mut found = Vec::new();
        for (context, table) in tables {
            let DeValue::Table(verbs) = table.get_ref() else {
                if !stumbled(context.span().start, table) {
                    let text =
                        format!("keys stand under a place: [keys.families] and below it {} = ..", context.get_ref());
                    found.push((context.span().start, text));
                }
                continue;
            };
            for (verb, given) in verbs {
                if stumbled(verb.span().start, given) {
                    continue;
                }
                if self.0.len() == MOST {
                    found.push((verb.span().start, format!("is too much: {MOST} changes of keys are heeded")));
                    return found;
                }
                let spot =
                    |key: &toml::Spanned<toml::de::DeString<'_>>| (key.span().start, SafeText::line(key.get_ref()));
                match words(given) {
                    Ok(keys) => self.0.push((spot(context), spot(verb), keys)),
                    Err((at, why)) => found.push((at, format!("{} {why}", verb.get_ref()))),
                }
            }
        }
        found
    }

    /// The wishes with lines and columns of `text`, in its order.
    pub(super) fn placed(mut self, text: &str) -> Vec<Rebinding> {
        self.0.sort_by_key(|(_, (at, _), _)| *at);
        let spots = |(context, verb, keys): &(Spot, Spot, Vec<Spot>)| {
            let keys: Vec<usize> = keys.iter().map(|(at, _)| *at).collect();
            [context.0, verb.0].into_iter().chain(keys)
        };
        let mut offsets: Vec<usize> = self.0.iter().flat_map(spots).collect();
        offsets.sort_unstable();
        let places = lines_and_columns(text, offsets.iter().copied());
        let word = |(at, text): Spot| {
            let place = offsets.binary_search(&at).ok().and_then(|place| places.get(place));
            let (line, column) = place.copied().unwrap_or((1, 1));
            Word { text, line, column }
        };
        let wishes = self.0.into_iter().map(|(context, verb, keys)| Rebinding {
            context: word(context),
            verb: word(verb),
            keys: keys.into_iter().map(&word).collect(),
        });
        wishes.collect()
    }
}

/// A word or a list of them.
fn words(given: &Given<'_>) -> Result<Vec<Spot>, Wrong> {
    const WANTED: &str = "keys, such as [\"b\", \"ctrl-b\"], or \"none\"";
    let word = |item: &Given<'_>| match item.get_ref().as_str() {
        Some(text) => Ok((item.span().start, SafeText::line(text))),
        None => wrong(item, WANTED),
    };
    match given.get_ref() {
        DeValue::String(_) => Ok(vec![word(given)?]),
        DeValue::Array(list) => list.iter().map(word).collect(),
        _ => wrong(given, WANTED),
    }
}
