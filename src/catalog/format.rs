//! The format written down once as a value: which fields an object has, which texts have which limits.
//!
//! The types in [`crate::domain`] say what a value becomes; this says what a person may write, for the checks that look
//! at every text of a document, known to the types or not. The tests hold the two together.

use Shape::{Any, Id, List, Map, Object, Text};

/// What may stand at a place of the document.
#[derive(Debug)]
pub(super) enum Shape {
    /// An object with these fields.
    Object(&'static [(&'static str, Shape)]),
    /// An object with an id for each key.
    Map(&'static Shape),
    /// A list.
    List(&'static Shape),
    /// A text that people read.
    Text(Limit),
    /// An id.
    Id,
    /// A number, a truth value or a word from a fixed list: the types check them.
    Any,
}

/// How long a text may be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Limit {
    /// What reads well, in characters; a text may be [`LONGEST`] all the same.
    Advised(usize),
    /// In bytes, for everything else.
    Bytes(usize),
}

/// What a limit says of a text.
#[derive(Debug)]
pub(super) enum Excess {
    /// Longer than reads well.
    Wordy(String),
    /// Longer than the program takes.
    TooLong(String),
}

/// The most characters of a text that people read whole.
const LONGEST: usize = 8_000;

/// Titles, names and other short texts.
const SHORT: Shape = Text(Limit::Bytes(512));
/// Texts without a limit of their own.
const LONG: Shape = Text(Limit::Bytes(64 << 10));
const ALIASES: Shape = List(&SHORT);
const RESPONSIBILITY: Shape = Text(Limit::Advised(240));
const SUMMARY: Shape = Text(Limit::Advised(500));
const HEADLINE: Shape = Text(Limit::Advised(160));
const STEP_UP: Shape = Text(Limit::Advised(320));
const IN_USE: Shape = Text(Limit::Advised(120));
const TARGET: Shape = Text(Limit::Advised(100));
const NOTE: Shape = Text(Limit::Advised(200));
const ABOUT: Shape = Text(Limit::Advised(240));
const ASK: Shape = Text(Limit::Advised(220));
const QUESTION_TITLE: Shape = Text(Limit::Advised(60));
const PROMPT: Shape = Text(Limit::Advised(600));
const SIGNAL: Shape = Text(Limit::Advised(160));
const LINE: Shape = Text(Limit::Advised(220));
const FOLLOW_UP: Shape = Text(Limit::Advised(200));

const SCORES: Shape = Map(&Object(&[("score", Any), ("text", SHORT)]));
const DEFINITIONS: Shape = List(&Object(&[("id", Id), ("name", SHORT), ("meaning", LONG)]));

/// `catalog.json`.
pub(super) static CATALOG: Shape = Object(&[
    ("version", Any),
    ("name", SHORT),
    ("departments", List(&Object(&[("id", Id), ("name", SHORT)]))),
    ("levels", List(&LEVEL)),
    ("axes", DEFINITIONS),
    ("topics", DEFINITIONS),
    ("strands", DEFINITIONS),
    ("skills", SKILLS),
    ("kpis", KPIS),
    ("families", List(&FAMILY)),
]);

/// `skills.json`.
pub(super) static SKILLS_FILE: Shape = Object(&[("skills", SKILLS)]);

/// `kpis.json`.
pub(super) static KPIS_FILE: Shape = Object(&[("kpis", KPIS)]);

/// A file in `families/`.
pub(super) static FAMILY: Shape = Object(&[
    ("id", Id),
    ("name", SHORT),
    ("department", Id),
    ("aliases", ALIASES),
    ("summary", SUMMARY),
    ("threads", List(&Object(&[("id", Id), ("name", SHORT), ("strand", Id)]))),
    ("entry", List(&Object(&[("from", Id), ("title", SHORT), ("note", NOTE)]))),
    ("roles", List(&ROLE)),
    ("interview", Object(&[("mix", Any), ("rounds", List(&ROUND))])),
    ("questions", QUESTIONS),
]);

const ROUND: Shape = Object(&[("name", SHORT), ("minutes", Any), ("about", ABOUT)]);

const LEVEL: Shape =
    Object(&[("id", Id), ("rank", Any), ("name", SHORT), ("aliases", ALIASES), ("meaning", LONG), ("scope", SCORES)]);

const SKILLS: Shape =
    List(&Object(&[("id", Id), ("name", SHORT), ("kind", Any), ("aliases", ALIASES), ("meaning", LONG)]));

const KPIS: Shape =
    List(&Object(&[("id", Id), ("name", SHORT), ("measures", LONG), ("unit", SHORT), ("direction", Any)]));

const ROLE: Shape = Object(&[
    ("slug", Id),
    ("level", Id),
    ("track", SHORT),
    ("title", SHORT),
    ("aliases", ALIASES),
    ("origin", Any),
    ("headline", HEADLINE),
    ("step_up", STEP_UP),
    ("summary", SUMMARY),
    ("scope", SCORES),
    ("responsibilities", List(&Object(&[("thread", Id), ("text", RESPONSIBILITY)]))),
    ("skills", List(&Object(&[("skill", Id), ("proficiency", Any), ("weight", Any), ("use", IN_USE)]))),
    ("kpis", List(&Object(&[("kpi", Id), ("target", TARGET), ("stake", Any)]))),
    ("decisions", Map(&Object(&[("right", Any), ("reach", Any)]))),
    ("moves", List(&Object(&[("to", Id), ("title", SHORT), ("kind", Any), ("note", NOTE)]))),
    ("ask", List(&ASK)),
    ("questions", QUESTIONS),
]);

const QUESTIONS: Shape = List(&Object(&[
    ("id", Id),
    ("rev", Any),
    ("kind", Any),
    ("form", Any),
    ("title", QUESTION_TITLE),
    ("minutes", Any),
    ("probes", List(&SHORT)),
    ("prompt", PROMPT),
    ("signals", List(&Object(&[("id", Id), ("need", Any), ("text", SIGNAL)]))),
    ("levels", Map(&LINE)),
    ("follow_ups", List(&Object(&[("ask", FOLLOW_UP), ("listen_for", FOLLOW_UP)]))),
    ("red_flags", List(&Object(&[("text", SIGNAL), ("fatal", Any)]))),
]));

impl Shape {
    /// What may stand under `key`; `None` if the format has no such field.
    pub(super) fn under(&self, key: &str) -> Option<&'static Shape> {
        match self {
            Object(fields) => fields.iter().find_map(|(name, shape)| (*name == key).then_some(shape)),
            Map(shape) => Some(shape),
            _ => None,
        }
    }

    /// What each element of a list may be.
    pub(super) fn element(&self) -> Option<&'static Shape> {
        match self {
            List(shape) => Some(shape),
            _ => None,
        }
    }
}

impl Limit {
    /// What is wrong with `text`, if it is too long.
    pub(super) fn exceeded_by(self, text: &str) -> Option<Excess> {
        let told = |length: usize, most: usize, unit: &str| format!("has {length} {unit}: at most {most}");
        match self {
            Self::Bytes(most) => (text.len() > most).then(|| Excess::TooLong(told(text.len(), most, "bytes"))),
            Self::Advised(most) => match text.chars().count() {
                length if length > LONGEST => Some(Excess::TooLong(told(length, LONGEST, "characters"))),
                length if length > most => {
                    Some(Excess::Wordy(format!("has {length} characters: {most} or fewer are read to the end")))
                }
                _ => None,
            },
        }
    }
}
