//! Which letters of a text belong to the words of a query, to be shown so.

use std::ops::Range;

use nucleo::Utf32Str;
use nucleo::pattern::{Atom, AtomKind};
use unicode_segmentation::UnicodeSegmentation;

use super::find::{FOLDING, find};
use super::fold::{fold, is_of_word};
use super::matcher;
use super::query::{Reach, Word};
use crate::text::is_plain;

/// The characters of `text` (grapheme clusters, from 0) that belong to `words`, in order. In a name a word that does not
/// stand there lights the first letters of words, or letters scattered over it.
pub(super) fn light(words: &[Word], text: &str, is_name: bool) -> Vec<u32> {
    let mut letters = Vec::new();
    let mut bytes: Vec<Range<usize>> = Vec::new();
    for word in words {
        let places = places(word, text);
        if !places.is_empty() {
            bytes.extend(places);
        } else if is_name && word.reach == Reach::Any {
            match initials(word, text) {
                Some(places) => bytes.extend(places),
                None => letters.extend(scattered(word, text)),
            }
        }
    }
    let lit = |at: usize| bytes.iter().any(|range| range.contains(&at));
    if !bytes.is_empty() {
        let is_lit = |(place, at): (u32, usize)| lit(at).then_some(place);
        if is_plain(text) {
            letters.extend((0..).zip(0..text.len()).filter_map(is_lit));
        } else {
            let starts = text.grapheme_indices(true).map(|(at, _)| at);
            letters.extend((0..).zip(starts).filter_map(is_lit));
        }
    }
    letters.sort_unstable();
    letters.dedup();
    letters
}

/// Where a word stands in a row: at the starts of words where it does so, else anywhere.
fn places(word: &Word, text: &str) -> Vec<Range<usize>> {
    let mut all = find(text, &word.typed);
    all.retain(|place| (!word.begins || place.start == 0) && (!word.ends || place.end == text.len()));
    let begins = |place: &Range<usize>| {
        let before = text[..place.start].bytes().next_back();
        !before.is_some_and(is_of_word) || !text.as_bytes().get(place.start).copied().is_some_and(is_of_word)
    };
    if all.iter().any(begins) {
        all.retain(begins);
    }
    all
}

/// The first letters of as many words in a row as the query's word has letters.
fn initials(word: &Word, text: &str) -> Option<Vec<Range<usize>>> {
    let mut starts: Vec<(usize, char)> = Vec::new();
    let mut is_inside = false;
    for (at, c) in text.char_indices() {
        let is_letter = c.is_alphanumeric();
        if is_letter && !is_inside {
            starts.push((at, c));
        }
        is_inside = is_letter;
    }
    let typed: Vec<char> = word.needle.chars().collect();
    let fits = |run: &&[(usize, char)]| run.iter().zip(&typed).all(|((_, c), typed)| fold(*c, false) == *typed);
    let run = (typed.len() > 1).then(|| starts.windows(typed.len()).rfind(|run| fits(run)))??;
    Some(run.iter().map(|(at, c)| *at..at + c.len_utf8()).collect())
}

fn scattered(word: &Word, text: &str) -> Vec<u32> {
    let (case, accents) = FOLDING;
    let atom = Atom::new(&word.typed, case, accents, AtomKind::Fuzzy, false);
    let (mut chars, mut letters) = (Vec::new(), Vec::new());
    matcher::with(|matcher| atom.indices(Utf32Str::new(text, &mut chars), matcher, &mut letters));
    letters
}
