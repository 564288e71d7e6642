//! [`Rating`]: how somebody judges themselves, of a skill by the catalog's scale, of anything else by who does it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use super::item::Kind;
use crate::domain::role::Proficiency;

/// How somebody judges themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Rating {
    /// Of a skill: how well they have it.
    Grade(Grade),
    /// Of an area of work or a decision: how far they do it on their own.
    Support(Support),
}

/// How well somebody has a skill, 0 to 5: none, then as [`Proficiency`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Grade(u8);

/// How far somebody does a thing on their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Support {
    /// Not yet.
    No,
    /// With somebody beside them.
    WithSupport,
    /// Alone.
    Alone,
}

impl Grade {
    /// `value`, when it is 0 to 5.
    pub fn new(value: u8) -> Option<Self> {
        (value <= Proficiency::HIGHEST).then_some(Self(value))
    }

    /// 0 to 5.
    pub fn value(self) -> u8 {
        self.0
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        Proficiency::new(self.0).map_or("none", Proficiency::word)
    }
}

/// `3/5`
impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0, Proficiency::HIGHEST)
    }
}

impl<'de> Deserialize<'de> for Grade {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = u8::deserialize(deserializer)?;
        Self::new(value).ok_or_else(|| serde::de::Error::custom(format_args!("{value} is no grade: 0 to 5")))
    }
}

impl Support {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::No, Self::WithSupport, Self::Alone];

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::WithSupport => "with support",
            Self::Alone => "alone",
        }
    }
}

impl Rating {
    /// Whether something of `kind` can be rated so.
    pub fn fits(self, kind: Kind) -> bool {
        matches!(self, Self::Grade(_)) == (kind == Kind::Skill)
    }

    /// The rating of something of `kind` that the figure stands for: 0 to 5 for a skill; 0 for no, 1 for with support,
    /// 2 for alone.
    pub fn figure(kind: Kind, figure: u8) -> Option<Self> {
        match kind {
            Kind::Skill => Grade::new(figure).map(Self::Grade),
            Kind::Thread | Kind::Decision => Support::ALL.get(usize::from(figure)).copied().map(Self::Support),
        }
    }

    /// The rating of something of `kind` that was typed: a figure, a word, or the start of one.
    pub fn typed(kind: Kind, typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase().replace(['-', '_'], " ");
        if let Ok(figure) = typed.parse() {
            return Self::figure(kind, figure);
        }
        let all = (0..=Proficiency::HIGHEST).filter_map(|figure| Self::figure(kind, figure));
        let begins = |rating: &Self| {
            let words = rating.words();
            words.starts_with(&typed) || words.strip_prefix("with ").is_some_and(|words| words.starts_with(&typed))
        };
        let mut meant = all.filter(|rating| !typed.is_empty() && begins(rating));
        let first = meant.next()?;
        meant.next().is_none().then_some(first)
    }

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Grade(grade) => grade.word(),
            Self::Support(support) => support.words(),
        }
    }
}

/// `3/5` or `with support`.
impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Grade(grade) => grade.fmt(f),
            Self::Support(support) => f.write_str(support.words()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_is_typed_as_a_figure_or_a_word() {
        let skill = |typed| Rating::typed(Kind::Skill, typed).map(|rating| rating.to_string());
        assert_eq!(
            ["0", "5", "none", "Adv", "ind"].map(skill),
            ["0/5", "5/5", "0/5", "4/5", "3/5"].map(|it| Some(it.to_owned()))
        );
        // Aware, assisted and advanced all begin so.
        assert_eq!(["6", "a", "", "alone", "-1"].map(skill), [const { None }; 5]);
        let work = |typed| Rating::typed(Kind::Thread, typed).map(|rating| rating.to_string());
        assert_eq!(work("with-support").as_deref(), Some("with support"));
        assert_eq!((work("n").as_deref(), work("2").as_deref()), (Some("no"), Some("alone")));
        assert_eq!((work("s"), work("support")), (work("1"), work("1")));
        assert_eq!((work("3"), work("expert")), (None, None));
    }
}
