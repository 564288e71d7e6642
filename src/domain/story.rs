//! [`Story`]: something somebody did, told so that it can be told again, and the [`Grid`] of stories by what a role is asked.
//! Values only: where stories are kept, and how often each was told, others know.

mod grid;
mod health;
mod recall;

use std::fmt;
use std::str::FromStr;

use crate::text::SafeText;
pub use grid::{Grid, Shown};
pub use health::Health;
pub use recall::{FEWEST, RECALL_SECONDS, recalled, tellable};

/// Something somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The name of its file, without the ending.
    pub slug: StorySlug,
    /// What it is called.
    pub title: SafeText,
    /// When it was, as its teller says it: `2026-03`, `spring 2025`.
    pub when: Option<SafeText>,
    /// What it shows, as questions write what they probe.
    pub probes: Vec<SafeText>,
    /// A figure with what it is a part of and how long it took.
    pub metric: Option<SafeText>,
    /// What would have happened otherwise.
    pub stakes: Option<SafeText>,
    /// How good it is.
    pub strength: Option<Strength>,
    /// Whether it tells of something that went wrong.
    pub failure: bool,
    /// Whether it is told no more.
    pub retired: bool,
    /// What was written under each heading, in the order of [`Heading::ALL`]; empty where nothing was.
    pub parts: [SafeText; Heading::ALL.len()],
}

/// A heading of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// One sentence that says it all.
    Headline,
    /// What fits in half a minute.
    ThirtySeconds,
    /// Where and when.
    Situation,
    /// What was to be done, by whom.
    Task,
    /// What was done; most of the time goes here.
    Action,
    /// What came of it, in figures.
    Result,
    /// What its teller would change.
    Change,
}

/// How good a story is, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Strength(u8);

/// The name of a story's file without its ending: small letters, figures and single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StorySlug(Box<str>);

impl Heading {
    /// All of them, in the order of a file.
    pub const ALL: [Self; 7] =
        [Self::Headline, Self::ThirtySeconds, Self::Situation, Self::Task, Self::Action, Self::Result, Self::Change];

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Headline => "Headline",
            Self::ThirtySeconds => "30 seconds",
            Self::Situation => "Situation",
            Self::Task => "Task",
            Self::Action => "Action",
            Self::Result => "Result",
            Self::Change => "What I would change",
        }
    }
}

impl Story {
    /// What was written under `heading`.
    pub fn part(&self, heading: Heading) -> &SafeText {
        &self.parts[heading as usize]
    }

    /// Whether it shows `probe`.
    pub fn shows(&self, probe: &str) -> bool {
        self.probes.iter().any(|shown| *shown == *probe)
    }
}

impl Strength {
    /// `value`, when it is 1 to 5.
    pub fn new(value: i64) -> Option<Self> {
        u8::try_from(value).ok().filter(|value| (1..=5).contains(value)).map(Self)
    }

    /// 1 to 5.
    pub fn value(self) -> u8 {
        self.0
    }
}

impl StorySlug {
    /// The slug that `title` makes; `None` where it has neither letters nor figures of the alphabet.
    pub fn of_title(title: &str) -> Option<Self> {
        let small = title.to_lowercase();
        let words = small.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let slug: String = words.take(WORDS).collect::<Vec<_>>().join("-");
        (!slug.is_empty()).then(|| Self(slug.into()))
    }

    /// The story that an answer names: by its slug, or by its file.
    pub fn named(name: &str) -> Option<Self> {
        let file = name.rsplit('/').next().unwrap_or(name);
        file.strip_suffix(".md").unwrap_or(file).parse().ok()
    }

    /// That of a story whose title makes no name.
    pub fn nameless() -> Self {
        Self("story".into())
    }

    /// The same with a number behind it.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        Self(format!("{self}-{number}").into())
    }

    /// It as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The most words of a title that its slug has.
const WORDS: usize = 8;

impl FromStr for StorySlug {
    type Err = ();

    fn from_str(raw: &str) -> Result<Self, ()> {
        let is_part = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if raw.split('-').all(is_part) { Ok(Self(raw.into())) } else { Err(()) }
    }
}

impl fmt::Display for StorySlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_makes_the_name_of_a_file() {
        let slug = |title| StorySlug::of_title(title).map(|slug| slug.to_string());
        assert_eq!(slug("Two ledgers, one night!").as_deref(), Some("two-ledgers-one-night"));
        assert_eq!(slug("../../etc/passwd").as_deref(), Some("etc-passwd"));
        assert_eq!(slug("a b c d e f g h i j").as_deref(), Some("a-b-c-d-e-f-g-h"));
        assert_eq!(slug("???"), None);
    }

    #[test]
    fn an_answer_names_a_story_by_its_slug_or_its_file() {
        let slug = |name| StorySlug::named(name).map(|slug| slug.to_string());
        for name in ["missing-cent", "missing-cent.md", "stories/missing-cent.md"] {
            assert_eq!(slug(name).as_deref(), Some("missing-cent"), "{name}");
        }
        for name in ["", "../x.md/..", "a--b", "A", "a b"] {
            assert_eq!(slug(name), None, "{name}");
        }
    }
}
