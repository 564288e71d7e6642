//! A hit as a line of a table, a record or JSON.

use std::borrow::Cow;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::cli::output::{Look, Output, Record};
use crate::search::{Lit, Shown};
use crate::text::{cut, width};

/// What stands before a text whose start is left out.
const LEFT_OUT: &str = "~";
/// How much of a text stands before the letters that matched.
const BEFORE: usize = 12;

/// `rungs.search/1`: a thing that was found. Fields are added, never renamed or taken away.
///
/// `kind` is role, family, skill, kpi, story, note, bookmark or question, `id` what commands take for it, `under` what it
/// belongs to (or null). `field` says where the words stand, `text` what stands there, `letters` which of its characters
/// (grapheme clusters, from 0) match, and `more` how many other lines of the thing have one of the words.
#[derive(Debug, Serialize)]
pub(super) struct Item<'a> {
    pub(super) kind: &'static str,
    id: &'a str,
    title: &'a str,
    under: Option<&'a str>,
    field: &'static str,
    text: &'a str,
    letters: &'a [u32],
    more: u16,
    #[serde(skip)]
    lit_title: &'a Lit<'a>,
}

impl<'a> Item<'a> {
    /// The item for a hit.
    pub(super) fn of(shown: &'a Shown<'a>) -> Self {
        Self {
            kind: shown.head.kind.word(),
            id: shown.head.target.id(),
            title: shown.head.title.text,
            under: shown.head.under,
            field: shown.line.field.word(),
            text: shown.line.text,
            letters: &shown.line.letters,
            more: shown.more,
            lit_title: &shown.head.title,
        }
    }

    /// How wide its title is.
    pub(super) fn title_width(&self) -> usize {
        width(self.title)
    }

    /// Its title in `cells` cells, the letters that match lit.
    pub(super) fn title(&self, cells: usize, output: &Output) -> String {
        let shown = cut(self.title, cells);
        let gap = cells.saturating_sub(width(&shown));
        format!("{}{:gap$}", painted(&shown, &self.lit_title.letters, 0, output), "")
    }

    /// Where the words stand in at most `cells` cells: the field and its text, from shortly before the first letter that
    /// matches; what the thing belongs to where the words stand in its title.
    pub(super) fn place(&self, cells: usize, output: &Output) -> String {
        if self.text == self.title {
            return output.paint(Look::Faint, &cut(self.under.unwrap_or_default(), cells));
        }
        let lead = cut(self.field, cells).into_owned();
        let Some(room) = cells.checked_sub(width(&lead) + 2).filter(|room| *room > BEFORE) else {
            return output.paint(Look::Faint, &lead);
        };
        let first = self.letters.first().map_or(0, |first| *first as usize);
        let from = if width(self.text) <= room || first <= BEFORE { 0 } else { first - BEFORE };
        let start = self.text.grapheme_indices(true).nth(from).map_or(0, |(start, _)| start);
        let sign = if from > 0 { LEFT_OUT } else { "" };
        let shown = cut(&self.text[start..], room - sign.len());
        format!("{}  {sign}{}", output.paint(Look::Faint, &lead), painted(&shown, self.letters, from, output))
    }
}

/// `text`, which begins with the character number `from` of what `letters` count in, with those lit.
fn painted(text: &str, letters: &[u32], from: usize, output: &Output) -> String {
    let mut painted = String::new();
    let mut run = String::new();
    for (place, character) in text.graphemes(true).enumerate() {
        let is_lit = u32::try_from(place + from).is_ok_and(|place| letters.binary_search(&place).is_ok());
        if is_lit {
            run.push_str(character);
            continue;
        }
        if !run.is_empty() {
            painted.push_str(&output.paint(Look::Found, &std::mem::take(&mut run)));
        }
        painted.push_str(character);
    }
    if !run.is_empty() {
        painted.push_str(&output.paint(Look::Found, &run));
    }
    painted
}

impl Record for Item<'_> {
    const SCHEMA: &'static str = "rungs.search/1";
    const COLUMNS: &'static [&'static str] = &["id", "kind", "title", "field", "text"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        [self.id, self.kind, self.title, self.field, self.text].map(Cow::Borrowed).to_vec()
    }
}
