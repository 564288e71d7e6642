//! Where a word stands in the texts of a [`Part`], and how well: as a whole word, as a start of one, inside one, as the
//! first letters of a name's words, or with its letters scattered over a name.

use memchr::memmem;
use nucleo::Utf32Str;
use nucleo::pattern::{Atom, AtomKind};

use super::find::{FOLDING, find};
use super::fold::is_of_word;
use super::matcher;
use super::part::Part;
use super::query::{Reach, Word};

/// A whole word.
const WHOLE: u8 = 100;
/// A whole word but for an `s` behind it.
const PLURAL: u8 = 95;
/// The first letters of all words of a name.
const INITIALS: u8 = 85;
/// A word that begins so counts from here up to [`WHOLE`] less ten, by how much of it was typed.
const START: u8 = 50;
/// Letters in the midst of a word count from here up to twice as much.
const INSIDE: u8 = 25;
/// Letters scattered over a name count this much at most.
const SCATTERED: u32 = 45;
/// Scattered letters whose score is under this share of the best they could have are not what was meant.
const SCATTERED_PERCENT: u32 = 60;

/// How well a word stands in each text of a part: 0 where it does not, up to 100.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) quality: Vec<u8>,
    /// The texts it stands in, in no order.
    pub(super) texts: Vec<u32>,
    /// Whether it begins a word of a name.
    pub(super) begins_a_name: bool,
    /// Whether its letters were looked for scattered over names too.
    pub(super) is_scattered: bool,
    /// How many bytes of it there are.
    pub(super) len: usize,
}

/// How much of what a word might mean counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// As a reader wants it: one or two letters at the starts of words; letters scattered only of a word that begins no
    /// name, and only as far as it is likely meant.
    Likely,
    /// All there is: what the floor is taken from.
    All,
}

/// Said when a newer question makes an answer worthless.
pub(super) type Stop<'a> = &'a dyn Fn() -> bool;

/// How many places are looked at before somebody asks whether the answer is still wanted.
const AT_ONCE: usize = 1 << 16;

impl Found {
    /// Where `word` stands in `part`; `None` when `stop` said so meanwhile.
    pub(super) fn of(part: &Part, word: &Word, width: Width, stop: Stop<'_>) -> Option<Self> {
        let mut found = Self {
            quality: vec![0; part.texts()],
            texts: Vec::new(),
            begins_a_name: false,
            is_scattered: false,
            len: word.needle.len(),
        };
        found.in_a_row(part, word, width, stop)?;
        if word.reach == Reach::Any && (2..=8).contains(&word.needle.len()) {
            found.as_initials(part, word);
        }
        Some(found)
    }

    fn note(&mut self, text: u32, quality: u8) {
        let known = &mut self.quality[text as usize];
        if *known == 0 {
            self.texts.push(text);
        }
        *known = quality.max(*known);
    }

    fn in_a_row(&mut self, part: &Part, word: &Word, width: Width, stop: Stop<'_>) -> Option<()> {
        let needle = word.needle.as_bytes();
        // A letter or two stand in the midst of everything, and nobody means that.
        let starts_only = width == Width::Likely && needle.len() <= 2 && needle.iter().all(|byte| is_of_word(*byte));
        let begins = |at: &usize| !starts_only || *at == 0 || !is_of_word(part.folded[*at - 1]);
        let mut text = 0;
        let mut last_wrong = None;
        for (count, at) in places(&part.folded, needle).filter(begins).enumerate() {
            if count % AT_ONCE == AT_ONCE - 1 && stop() {
                return None;
            }
            text = part.text_at(at, text);
            let known = self.quality[text as usize];
            if known == WHOLE || last_wrong == Some(text) {
                continue;
            }
            let place = part.folded_at(text);
            let end = at + needle.len();
            if word.begins && at != place.start || word.ends && end != place.end {
                continue;
            }
            if word.minds_case && find(part.text(text), &word.typed).is_empty() {
                last_wrong = Some(text);
                continue;
            }
            // The midst of a word adds nothing to the start of one.
            if known >= START && at > place.start && is_of_word(part.folded[at - 1]) {
                continue;
            }
            let quality = quality(&part.folded[place.start..place.end], at - place.start, needle.len());
            self.note(text, quality);
            if quality >= START && !self.begins_a_name {
                self.begins_a_name = part.is_name(text);
            }
        }
        (!stop()).then_some(())
    }

    /// Finds `pse` in Payment Systems Engineer.
    fn as_initials(&mut self, part: &Part, word: &Word) {
        let needle = word.needle.as_bytes();
        for at in memmem::find_iter(&part.initials, needle) {
            let place = part.initials_of.partition_point(|(start, _)| *start as usize <= at).saturating_sub(1);
            let Some((start, text)) = part.initials_of.get(place) else { continue };
            let is_end = part.initials.get(at + needle.len()) == Some(&b'\n');
            let quality = match (at == *start as usize, is_end) {
                (true, true) => INITIALS,
                // Without the level before it: the rest is still a name.
                (false, true) => INITIALS - 10,
                (true, false) => START + 10,
                (false, false) => INSIDE,
            };
            // Two letters begin too many names.
            if is_end || needle.len() > 2 {
                self.note(*text, quality);
            }
        }
    }

    /// Finds letters that are scattered over a name, such as `stfpay` in Staff Payment Systems Engineer. All of them
    /// count when all is asked for, else those that are near enough to be meant.
    pub(super) fn scattered(&mut self, part: &Part, word: &Word, width: Width) {
        self.is_scattered = true;
        let (case, accents) = FOLDING;
        let atom = Atom::new(&word.typed, case, accents, AtomKind::Fuzzy, false);
        let mut chars = Vec::new();
        let mut score = |text| matcher::with(|matcher| atom.score(Utf32Str::new(text, &mut chars), matcher));
        let Some(best) = score(&word.typed) else { return };
        for text in &part.names {
            if self.quality[*text as usize] != 0 {
                continue;
            }
            let score = score(part.text(*text));
            let share = score.map_or(0, |score| u32::from(score) * 100 / u32::from(best.max(1))).min(100);
            if share >= SCATTERED_PERCENT || width == Width::All && score.is_some() {
                self.note(*text, u8::try_from(share * SCATTERED / 100).unwrap_or_default().max(1));
            }
        }
    }
}

/// Where `needle` stands in `texts`: one letter stands in every word, and is found five times as fast as several.
fn places(texts: &[u8], needle: &[u8]) -> impl Iterator<Item = usize> {
    let one = if let [letter] = needle { Some(*letter) } else { None };
    let (one, several) = match one {
        Some(letter) => (Some(memchr::memchr_iter(letter, texts)), None),
        None => (None, Some(memmem::find_iter(texts, needle))),
    };
    one.into_iter().flatten().chain(several.into_iter().flatten())
}

/// How well the letters from `at` on, `len` bytes of them, stand in `text`.
fn quality(text: &[u8], at: usize, len: usize) -> u8 {
    let is_of_word_at = |place: usize| text.get(place).copied().is_some_and(is_of_word);
    let begins = at == 0 || !is_of_word_at(at - 1) || !is_of_word_at(at);
    let end = at + len;
    let ends = !is_of_word_at(end) || !is_of_word_at(end - 1);
    if begins && ends {
        return WHOLE;
    }
    let is_plural = text.get(end) == Some(&b's') && !is_of_word_at(end + 1);
    if begins && is_plural {
        return PLURAL;
    }
    let before = if begins { 0 } else { text[..at].iter().rev().take_while(|byte| is_of_word(**byte)).count() };
    let behind = text[end..].iter().take_while(|byte| is_of_word(**byte)).count();
    let (from, room) = if begins { (START, WHOLE - 10 - START) } else { (INSIDE, INSIDE) };
    from + u8::try_from(usize::from(room) * len / (before + len + behind)).unwrap_or(0)
}

/// What a quality counts in a text of several words: a word that was hardly begun begins too many of them.
pub(super) fn in_text(quality: u8) -> u32 {
    let quality = u32::from(quality);
    let (start, whole) = (u32::from(START), u32::from(WHOLE - 10));
    match quality {
        q if q > whole => q,
        q if q >= start => q * (70 + 30 * (q - start) / (whole - start)) / 100,
        q => q * 70 / 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_word_is_better_than_its_start_and_that_than_its_midst() {
        let at = |text: &str, needle: &str| quality(text.as_bytes(), text.find(needle).expect(needle), needle.len());
        assert_eq!(at("the ledger, closed", "ledger"), WHOLE);
        assert_eq!(at("two ledgers", "ledger"), PLURAL);
        assert_eq!(at("c++ code", "c++"), WHOLE);
        assert!(at("two ledgers", "ledg") > at("two ledgers", "le"));
        assert!(at("two ledgers", "le") > at("two ledgers", "edgers"));
        assert!(at("two ledgers", "edgers") > at("two ledgers", "dg"));
    }
}
