//! What can be typed where the cursor is: keys, and the values of a key.

use std::ops::Range;

use super::index::Index;
use super::names::{Named, key};
use super::query::{Keys, tokens};
use crate::domain::{Proficiency, Weight};

/// The most values that are offered.
const OFFERED: usize = 20;

/// What can be typed at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of what was typed that a candidate replaces.
    pub replaced: Range<usize>,
    /// What can stand there, the likeliest first.
    pub candidates: Vec<Candidate>,
}

/// Something that can be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What is typed for it.
    pub text: String,
    /// What it is, or does.
    pub about: String,
}

impl Index {
    /// What can stand in `typed` where the cursor is, `cursor` bytes from its start; nothing where a word is meant.
    pub fn complete(&self, typed: &str, cursor: usize) -> Completion {
        let cursor = (0..=cursor.min(typed.len())).rfind(|at| typed.is_char_boundary(*at)).unwrap_or(0);
        let token =
            tokens(typed).into_iter().find(|token| (token.start..=token.start + token.text.len()).contains(&cursor));
        let start = token.map_or(cursor, |token| token.start);
        let end = token.map_or(cursor, |token| token.start + token.text.len());
        let before = typed.get(start..cursor).unwrap_or_default();
        let (not, before) = before.strip_prefix('!').map_or(("", before), |rest| ("!", rest));
        let mut candidates = match before.find([':', '<', '>', '=']) {
            Some(sign) => self.values(before, sign),
            None => keys(before),
        };
        for candidate in &mut candidates {
            candidate.text.insert_str(0, not);
        }
        Completion { replaced: start..end, candidates }
    }

    /// The values of the key before `sign` that fit what is behind it.
    fn values(&self, before: &str, sign: usize) -> Vec<Candidate> {
        let (word, rest) = before.split_at(sign);
        let value = rest.trim_start_matches([':', '<', '>', '=']);
        let lead = &before[..before.len() - value.len()];
        let names = self.names();
        let typed = key(value.trim_matches('"'));
        match word.to_lowercase().as_str() {
            "level" => named(&names.levels, &typed, lead),
            "family" => named(&names.families, &typed, lead),
            "skill" => named(&names.skills, &typed, lead),
            "kpi" => named(&names.kpis, &typed, lead),
            "weight" => {
                let words = [Weight::Core, Weight::Important, Weight::Useful].map(Weight::word);
                let fitting = words.into_iter().filter(|word| word.starts_with(&typed));
                fitting.map(|word| Candidate { text: format!("{lead}{word}"), about: String::new() }).collect()
            }
            "proficiency" | "prof" => {
                let all = (1..=Proficiency::HIGHEST).filter_map(Proficiency::new);
                let fits = |known: &Proficiency| known.word().starts_with(&typed) || known.value().to_string() == typed;
                let candidate = |known: Proficiency| Candidate {
                    text: format!("{lead}{}", known.value()),
                    about: known.word().to_owned(),
                };
                all.filter(fits).map(candidate).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The keys that begin with what was typed; all of them where nothing was.
fn keys(typed: &str) -> Vec<Candidate> {
    let typed = typed.to_lowercase();
    let fitting = Keys::ALL.iter().filter(|(name, ..)| name.starts_with(&typed) && **name != *typed);
    fitting.map(|(name, _, about)| Candidate { text: (*name).to_owned(), about: (*about).to_owned() }).collect()
}

/// Those with a name that begins as typed before those with a word that does.
fn named(known: &[Named], typed: &str, lead: &str) -> Vec<Candidate> {
    let begins = known.iter().filter(|named| named.begins(typed));
    let has = known.iter().filter(|named| !named.begins(typed) && named.has(typed));
    let candidate = |named: &Named| Candidate { text: format!("{lead}{}", named.id), about: named.name.to_string() };
    begins.chain(has).take(OFFERED).map(candidate).collect()
}
