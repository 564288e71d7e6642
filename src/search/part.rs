//! [`Part`]: things and their lines, laid out so that one look over one piece of memory finds a word in all of them.
//!
//! ```text
//! texts   "payment systems engineer\nreconciliation\n..."   each text once, in small letters without accents
//! lines   text ── doc, field, spot                          a text that many things have is many lines
//! docs    lines a..b, what it opens, what facets ask for     a role, a skill, a question, a note
//! ```

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use foldhash::fast::RandomState;
use memchr::memchr;

use super::entry::{Field, Kind, Spot, Target};
use super::fold::{fold_into, is_of_word};

/// Nothing, where a number stands for a place.
pub(super) const NONE: u32 = u32::MAX;

/// About how much a role comes to, with its questions.
const BYTES_OF_ROLE: usize = 10_000;
const TEXTS_OF_ROLE: usize = 80;
const LINES_OF_ROLE: usize = 200;
const KNOWN_OF_ROLE: usize = 20;
const SPOTS_OF_ROLE: usize = 15;

/// Things that can be found.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// All texts as they are shown, one after the other.
    shown: String,
    /// All texts in small letters without accents, a line break behind each.
    pub(super) folded: Vec<u8>,
    /// Where each text begins in both, and where the last one ends.
    starts: Vec<(u32, u32)>,
    /// The first letters of the words of names, a line break behind each, and where each begins with the name it is of.
    pub(super) initials: Vec<u8>,
    pub(super) initials_of: Vec<(u32, u32)>,
    /// The texts that things go by. What a question is called is a sentence: nobody types its initials, and every third letter of
    /// a word that nothing has is somewhere in it.
    pub(super) names: Vec<u32>,
    /// Lines in the order of docs.
    pub(super) lines: Vec<Line>,
    /// Where the lines of each text begin in `lines_by_text`.
    first_line: Vec<u32>,
    lines_by_text: Vec<u32>,
    pub(super) docs: Vec<Doc>,
    /// The doc of each role, by its number.
    roles: Vec<u32>,
    spots: Vec<Spot>,
    pub(super) uses: Vec<Use>,
    /// The words of all texts, told when a word is not among them.
    pub(super) words: OnceLock<Vec<Box<str>>>,
}

/// A text in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) text: u32,
    pub(super) doc: u32,
    spot: u32,
    pub(super) field: Field,
    /// What orders lines that match alike: how much a skill weighs and how well it must be had.
    pub(super) strength: u8,
}

/// A thing that can be found.
#[derive(Debug)]
pub(super) struct Doc {
    pub(super) kind: Kind,
    pub(super) target: Target,
    /// Its lines; the first is its title.
    pub(super) lines: Range<u32>,
    /// The text that says what it belongs to.
    pub(super) under: u32,
    pub(super) facts: Facts,
}

/// What facets ask of a thing.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// The role it is or belongs to, by its number.
    pub(super) role: Option<u32>,
    /// Its level, by its place on the scale.
    pub(super) level: Option<u8>,
    /// Its family, by its place in the outline.
    pub(super) family: Option<u16>,
    /// The skills and KPIs it has to do with.
    pub(super) uses: Range<u32>,
}

/// A skill or a KPI that a thing has to do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) what: Term,
    /// How well, 1 to 5; 0 where nothing says so.
    pub(super) proficiency: u8,
    /// How much, 1 to 3; 0 where nothing says so.
    pub(super) weight: u8,
    /// The line that says so.
    pub(super) line: u32,
}

/// A skill or a KPI, by its place in the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Term {
    Skill(u16),
    Kpi(u16),
}

/// A number that counts what is in memory; there is no more than fits.
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(NONE)
}

impl Part {
    /// How many texts there are.
    pub(super) fn texts(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The text as it is shown.
    pub(super) fn text(&self, text: u32) -> &str {
        let place = text as usize;
        let (Some((from, _)), Some((to, _))) = (self.starts.get(place), self.starts.get(place + 1)) else { return "" };
        self.shown.get(*from as usize..*to as usize).unwrap_or_default()
    }

    /// The bytes of the text in `folded`, without the line break.
    pub(super) fn folded_at(&self, text: u32) -> Range<usize> {
        let place = text as usize;
        self.starts[place].1 as usize..self.starts[place + 1].1 as usize - 1
    }

    /// The first text from `from` on whose end is behind the byte `at` of `folded`.
    pub(super) fn text_at(&self, at: usize, from: u32) -> u32 {
        let mut text = from as usize;
        // Most words are found every few texts or hardly ever.
        for _ in 0..8 {
            if self.starts[text + 1].1 as usize > at {
                return small(text);
            }
            text += 1;
        }
        // The others are near rather than far too: ever longer steps, then the middle of the last one.
        let (mut near, mut step) = (text + 1, 8);
        while self.starts.get(near + step).is_some_and(|(_, start)| *start as usize <= at) {
            near += step;
            step *= 2;
        }
        let far = (near + step).min(self.starts.len());
        let behind = self.starts[near..far].partition_point(|(_, start)| *start as usize <= at);
        small(near + behind - 1)
    }

    /// The lines that are this text.
    pub(super) fn lines_of(&self, text: u32) -> &[u32] {
        let place = text as usize;
        &self.lines_by_text[self.first_line[place] as usize..self.first_line[place + 1] as usize]
    }

    /// The lines of a doc with their numbers.
    pub(super) fn doc_lines(&self, doc: u32) -> impl Iterator<Item = (u32, &Line)> {
        let range = self.docs[doc as usize].lines.clone();
        range.clone().zip(&self.lines[range.start as usize..range.end as usize])
    }

    /// The role with this number.
    pub(super) fn role(&self, number: u32) -> Option<&Doc> {
        self.docs.get(*self.roles.get(number as usize)? as usize)
    }

    /// Whether a text is what something is called.
    pub(super) fn is_name(&self, text: u32) -> bool {
        self.names.binary_search(&text).is_ok()
    }

    /// Where on the page of a role a line is.
    pub(super) fn spot(&self, line: &Line) -> Option<&Spot> {
        self.spots.get(line.spot as usize)
    }

    /// The skills and KPIs of a doc.
    pub(super) fn uses_of(&self, doc: &Doc) -> &[Use] {
        self.uses.get(doc.facts.uses.start as usize..doc.facts.uses.end as usize).unwrap_or_default()
    }
}

/// A part being made.
#[derive(Debug, Default)]
pub(super) struct Builder {
    part: Part,
    /// Texts that are said again and again, and names.
    known: HashMap<Box<str>, u32, RandomState>,
    spots: HashMap<Spot, u32, RandomState>,
}

impl Builder {
    /// A builder with room for so many roles: to grow step by step would copy everything a dozen times.
    pub(super) fn for_roles(roles: usize) -> Self {
        let mut builder = Self::default();
        let Part { shown, folded, starts, lines, lines_by_text, .. } = &mut builder.part;
        shown.reserve(roles * BYTES_OF_ROLE);
        folded.reserve(roles * BYTES_OF_ROLE);
        starts.reserve(roles * TEXTS_OF_ROLE);
        lines.reserve(roles * LINES_OF_ROLE);
        lines_by_text.reserve(roles * LINES_OF_ROLE);
        builder.known.reserve(roles * KNOWN_OF_ROLE);
        builder.spots.reserve(roles * SPOTS_OF_ROLE);
        builder
    }

    /// A text that is said once.
    pub(super) fn text(&mut self, shown: &str) -> u32 {
        let Part { shown: all, folded, starts, .. } = &mut self.part;
        if starts.is_empty() {
            starts.push((0, 0));
        }
        let start = all.len();
        if memchr(b'\n', shown.as_bytes()).is_none() {
            all.push_str(shown);
        } else {
            // A break would end the text before its end.
            all.push_str(&shown.replace('\n', " "));
        }
        fold_into(folded, &all[start..]);
        folded.push(b'\n');
        starts.push((small(all.len()), small(folded.len())));
        small(starts.len() - 2)
    }

    /// A text that may have been said before.
    pub(super) fn known(&mut self, shown: &str) -> u32 {
        if let Some(text) = self.known.get(shown) {
            return *text;
        }
        let text = self.text(shown);
        self.known.insert(shown.into(), text);
        text
    }

    /// A place on a role's page.
    pub(super) fn spot(&mut self, spot: Spot) -> u32 {
        let next = small(self.spots.len());
        *self.spots.entry(spot).or_insert(next)
    }

    /// Begins a thing whose first line is `written`; what is added from now on belongs to it.
    pub(super) fn doc(&mut self, kind: Kind, target: Target, field: Field, written: &str, spot: u32) {
        let line = small(self.part.lines.len());
        let uses = small(self.part.uses.len());
        let facts = Facts { uses: uses..uses, ..Facts::default() };
        self.part.docs.push(Doc { kind, target, lines: line..line, under: NONE, facts });
        self.name(field, written, spot);
    }

    /// Says what the thing belongs to, in a line that is around it.
    pub(super) fn under(&mut self, shown: &str) {
        let text = self.known(shown);
        self.line(Field::Around, text, NONE, 0);
        if let Some(doc) = self.part.docs.last_mut() {
            doc.under = text;
        }
    }

    /// Notes that the thing being made is a role. Returns its number: they count from 0.
    pub(super) fn role(&mut self) -> u32 {
        self.part.roles.push(small(self.part.docs.len() - 1));
        small(self.part.roles.len() - 1)
    }

    /// What facets may ask of the thing being made, beside what it has to do with.
    pub(super) fn facts(&mut self, facts: &Facts) {
        if let Some(doc) = self.part.docs.last_mut() {
            let uses = doc.facts.uses.clone();
            doc.facts = Facts { uses, ..facts.clone() };
        }
    }

    /// A line of it. Returns its number.
    pub(super) fn line(&mut self, field: Field, text: u32, spot: u32, strength: u8) -> u32 {
        let line = small(self.part.lines.len());
        let doc = small(self.part.docs.len().saturating_sub(1));
        self.part.lines.push(Line { text, doc, spot, field, strength });
        if let Some(doc) = self.part.docs.last_mut() {
            doc.lines.end = line + 1;
        }
        line
    }

    /// A line of it that nothing else says.
    pub(super) fn say(&mut self, field: Field, shown: &str, spot: u32) -> u32 {
        let text = self.text(shown);
        self.line(field, text, spot, 0)
    }

    /// A line of it that others may say too.
    pub(super) fn name(&mut self, field: Field, shown: &str, spot: u32) -> u32 {
        let text = self.known(shown);
        self.line(field, text, spot, 0)
    }

    /// Something it has to do with.
    pub(super) fn uses(&mut self, used: Use) {
        self.part.uses.push(used);
        let end = small(self.part.uses.len());
        if let Some(doc) = self.part.docs.last_mut() {
            doc.facts.uses.end = end;
        }
    }

    /// The part, its tables made.
    pub(super) fn finish(self) -> Part {
        let Self { mut part, spots, .. } = self;
        let mut spots: Vec<(u32, Spot)> = spots.into_iter().map(|(spot, number)| (number, spot)).collect();
        spots.sort_unstable_by_key(|(number, _)| *number);
        part.spots = spots.into_iter().map(|(_, spot)| spot).collect();
        if part.starts.is_empty() {
            part.starts.push((0, 0));
        }
        part.shown.shrink_to_fit();
        part.folded.shrink_to_fit();
        part.lines.shrink_to_fit();
        part.sort_lines_by_text();
        part.note_names();
        part
    }
}

impl Part {
    fn sort_lines_by_text(&mut self) {
        let mut first = vec![0_u32; self.texts() + 1];
        for line in &self.lines {
            first[line.text as usize + 1] += 1;
        }
        for text in 1..first.len() {
            first[text] += first[text - 1];
        }
        let mut next = first.clone();
        self.lines_by_text.resize(self.lines.len(), 0);
        for (number, line) in self.lines.iter().enumerate() {
            let place = &mut next[line.text as usize];
            self.lines_by_text[*place as usize] = small(number);
            *place += 1;
        }
        self.first_line = first;
    }

    fn note_names(&mut self) {
        let mut is_name = vec![false; self.texts()];
        let is_sentence = |line: &Line| self.docs[line.doc as usize].kind == Kind::Question;
        for line in self.lines.iter().filter(|line| line.field.is_name() && !is_sentence(line)) {
            is_name[line.text as usize] = true;
        }
        self.names = (0..).zip(is_name).filter_map(|(text, is_name)| is_name.then_some(text)).collect();
        for place in 0..self.names.len() {
            let text = self.names[place];
            let folded = &self.folded[self.folded_at(text)];
            let start = self.initials.len();
            self.initials.extend(folded.split(|byte| !is_of_word(*byte)).filter_map(|word| word.first()));
            // Of one word the initial is its start, and half a character is none.
            if self.initials.len() - start > 1 && self.initials[start..].is_ascii() {
                self.initials_of.push((small(start), text));
                self.initials.push(b'\n');
            } else {
                self.initials.truncate(start);
            }
        }
    }
}
