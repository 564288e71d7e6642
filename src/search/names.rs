//! [`Names`]: what facets can be asked for, by every name it has: levels, families, skills, KPIs; and the roles by number.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::fold::{folded, is_of_word};
use crate::domain::RoleId;

/// Everything a facet can name.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The levels, lowest first.
    pub(super) levels: Vec<Named>,
    /// The families, in the order of the outline.
    pub(super) families: Vec<Named>,
    /// The skills, in the order of the dictionary.
    pub(super) skills: Vec<Named>,
    /// The KPIs, in the order of the dictionary.
    pub(super) kpis: Vec<Named>,
    /// Every role's number.
    pub(super) roles: HashMap<RoleId, u32>,
}

/// Something with an id and names.
#[derive(Debug)]
pub(super) struct Named {
    /// Its id.
    pub(super) id: Box<str>,
    /// What it is called first.
    pub(super) name: Box<str>,
    /// Every name of it, the id among them, each on a line.
    names: Box<str>,
    /// The same in small letters with one blank between words, made when a facet first asks for them.
    keys: OnceLock<Vec<String>>,
    /// What it is about.
    about: Box<str>,
}

impl Named {
    /// Something called `name`, and what else it is called.
    pub(super) fn new<'a>(id: &'a str, name: &'a str, others: impl IntoIterator<Item = &'a str>, about: &str) -> Self {
        let names = [id, name].into_iter().chain(others).fold(String::new(), |names, name| names + name + "\n");
        Self { id: id.into(), name: name.into(), names: names.into(), keys: OnceLock::new(), about: about.into() }
    }

    fn keys(&self) -> &[String] {
        self.keys.get_or_init(|| self.names.lines().map(key).collect())
    }

    /// Whether one of its names is `typed`.
    fn is(&self, typed: &str) -> bool {
        self.keys().iter().any(|key| *key == typed)
    }

    /// Whether one of its names begins with `typed`.
    pub(super) fn begins(&self, typed: &str) -> bool {
        self.keys().iter().any(|key| key.starts_with(typed))
    }

    /// Whether a word of its names begins with `typed`.
    pub(super) fn has(&self, typed: &str) -> bool {
        self.keys().iter().any(|key| has_word(key, typed))
    }
}

/// A name as it is compared: small letters, and a blank for what stands between words.
pub(super) fn key(name: &str) -> String {
    let folded = folded(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split([' ', '-', '_']).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

fn has_word(text: &str, typed: &str) -> bool {
    let starts = text.match_indices(typed).map(|(at, _)| at);
    starts.into_iter().any(|at| at == 0 || !text.as_bytes().get(at - 1).copied().is_some_and(is_of_word))
}

/// The places of those that are called `typed`; otherwise of those with a word that begins so; otherwise of those that
/// are about it.
pub(super) fn meant(known: &[Named], typed: &str) -> Vec<u16> {
    let typed = key(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let those = |is: &dyn Fn(&Named) -> bool| -> Vec<u16> {
        (0..).zip(known).filter_map(|(place, named)| is(named).then_some(place)).collect()
    };
    let called = those(&|named| named.is(&typed));
    if !called.is_empty() {
        return called;
    }
    let with_word = those(&|named| named.has(&typed));
    if with_word.is_empty() { those(&|named| has_word(&folded(&named.about), &typed)) } else { with_word }
}

/// The place of the one that is called `typed`, whole.
pub(super) fn called(known: &[Named], typed: &str) -> Option<usize> {
    let typed = key(typed);
    known.iter().position(|named| named.is(&typed))
}

/// The name nearest to `typed`: one that begins so, or that differs in a letter or two.
pub(super) fn nearest<'a>(known: &'a [Named], typed: &str) -> Option<&'a str> {
    let typed = key(typed);
    let begins = known.iter().find(|named| !typed.is_empty() && named.begins(&typed));
    let like = || {
        let likeness = |named: &Named| named.keys().iter().map(|key| near(key, &typed)).fold(0.0, f64::max);
        let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        best.filter(|named| likeness(named) >= LIKE)
    };
    begins.or_else(like).map(|named| &*named.id)
}

/// How alike two names must be for one to be offered in place of the other, from 0 to 1.
const LIKE: f64 = 0.6;

/// How alike two names are; a word of several counts as well as the whole.
fn near(key: &str, typed: &str) -> f64 {
    let likeness = |word| strsim::normalized_damerau_levenshtein(word, typed);
    key.split(' ').map(likeness).fold(likeness(key), f64::max)
}
