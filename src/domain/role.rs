//! A role: one rung of a family's ladder, and everything it asks for.

mod moves;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::decision::Decision;
use super::id::{AxisId, KpiId, LevelId, SkillId, Slug, ThreadId, TopicId};
use super::unique::UniqueMap;
use crate::text::SafeText;
pub use moves::{Destination, Move, MoveKind};

/// One rung of a family's ladder. What it is asked stands beside it.
///
/// What a ladder does not say of its rungs is left out, and empty here.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Serialize)]
pub struct Role {
    /// The part of its id behind the slash; its level's id when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<Slug>,
    /// Its level.
    pub level: LevelId,
    /// Which of two ladders it belongs to, where a family forks (management beside technical).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<SafeText>,
    /// What it is called.
    pub title: SafeText,
    /// What else it is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<SafeText>,
    /// Whether a source document names this rung.
    #[serde(default)]
    pub origin: Origin,
    /// The job in one sentence, first person.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub headline: SafeText,
    /// What changes from the rung below; on the lowest rung, what entry takes and from where.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub step_up: SafeText,
    /// The job in two to four sentences.
    #[serde(default, skip_serializing_if = "SafeText::is_unsaid")]
    pub summary: SafeText,
    /// Where its scope differs from its level's.
    #[serde(default, skip_serializing_if = "UniqueMap::is_empty")]
    pub scope: UniqueMap<AxisId, ScopeScore>,
    /// What it does, by thread.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsibilities: Vec<Responsibility>,
    /// What it must be able to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillUse>,
    /// What it is measured by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<KpiTarget>,
    /// What it decides.
    #[serde(default, skip_serializing_if = "UniqueMap::is_empty")]
    pub decisions: UniqueMap<TopicId, Decision>,
    /// Where people go from here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
}

impl Role {
    /// A role on the level `level` of which nothing else is known.
    pub fn of_level(level: LevelId) -> Self {
        Self {
            slug: None,
            level,
            track: None,
            title: SafeText::default(),
            aliases: Vec::new(),
            origin: Origin::default(),
            headline: SafeText::default(),
            step_up: SafeText::default(),
            summary: SafeText::default(),
            scope: UniqueMap::default(),
            responsibilities: Vec::new(),
            skills: Vec::new(),
            kpis: Vec::new(),
            decisions: UniqueMap::default(),
            moves: Vec::new(),
        }
    }

    /// The part of its id behind the slash.
    pub fn slug(&self) -> Slug {
        self.slug.clone().unwrap_or_else(|| self.level.clone().into())
    }
}

/// Where a role comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A source document names it.
    #[default]
    Seed,
    /// Added to complete a ladder; no source document names it.
    Extended,
}

/// A score on one axis of scope.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct ScopeScore {
    /// 0 to 6.
    #[schemars(range(max = 6))]
    pub score: u8,
    /// What that is, in a few words.
    pub text: SafeText,
}

impl ScopeScore {
    /// The highest score.
    pub const HIGHEST: u8 = 6;
}

/// Something the role does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Responsibility {
    /// The thread it belongs to.
    pub thread: ThreadId,
    /// What it does, in a sentence.
    pub text: SafeText,
}

/// A skill the role asks for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct SkillUse {
    /// Which skill.
    pub skill: SkillId,
    /// How well, where the ladder says so.
    #[serde(default, skip_serializing_if = "Proficiency::is_unsaid")]
    pub proficiency: Proficiency,
    /// How much it weighs.
    #[serde(default)]
    pub weight: Weight,
    /// What it looks like in this role.
    #[serde(rename = "use", default, skip_serializing_if = "SafeText::is_unsaid")]
    pub in_use: SafeText,
}

/// How well a skill is had, 1 to 5: aware, assisted, independent, advanced, expert. A ladder that asks for a skill
/// without saying how well has the default, 0, which is less than any other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema, Serialize)]
pub struct Proficiency(#[schemars(range(min = 1, max = 5))] u8);

impl Proficiency {
    /// The highest proficiency.
    pub const HIGHEST: u8 = 5;

    /// `value`, when it is 1 to 5.
    pub fn new(value: u8) -> Option<Self> {
        (1..=Self::HIGHEST).contains(&value).then_some(Self(value))
    }

    /// 1 to 5.
    pub fn value(self) -> u8 {
        self.0
    }

    /// Whether the ladder does not say how well.
    pub fn is_unsaid(&self) -> bool {
        self.0 == 0
    }

    /// As a figure: `4`, or `?` where the ladder does not say how well.
    pub fn digit(self) -> String {
        if self.is_unsaid() { "?".to_owned() } else { self.0.to_string() }
    }

    /// As a figure on its scale: `4/5`, or `not said` where the ladder does not say how well.
    pub fn figure(self) -> String {
        if self.is_unsaid() { "not said".to_owned() } else { format!("{}/{}", self.0, Self::HIGHEST) }
    }

    /// As a figure with its word: `4/5 advanced`; the word alone where the ladder does not say how well.
    pub fn degree(self) -> String {
        if self.is_unsaid() { self.word().to_owned() } else { format!("{} {}", self.figure(), self.word()) }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self.0 {
            0 => "not said how well",
            1 => "aware",
            2 => "assisted",
            3 => "independent",
            4 => "advanced",
            _ => "expert",
        }
    }
}

impl<'de> Deserialize<'de> for Proficiency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = u8::deserialize(deserializer)?;
        Self::new(value).ok_or_else(|| serde::de::Error::custom(format_args!("{value} is no proficiency: 1 to 5")))
    }
}

/// How much a skill weighs in a role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Makes the job easier.
    Useful,
    /// Needed most weeks; what a ladder means that does not say.
    #[default]
    Important,
    /// The job cannot be done without it.
    Core,
}

impl Weight {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Useful => "useful",
            Self::Important => "important",
            Self::Core => "core",
        }
    }

    /// What it counts in a measure: useful 1, important 2, core 3.
    pub fn factor(self) -> u32 {
        match self {
            Self::Useful => 1,
            Self::Important => 2,
            Self::Core => 3,
        }
    }
}

/// A KPI with this role's target.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct KpiTarget {
    /// Which KPI.
    pub kpi: KpiId,
    /// The figure, with its base and window.
    pub target: SafeText,
    /// What part the role has in it.
    pub stake: Stake,
}

/// The part a role has in a KPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stake {
    /// Reads it and reacts.
    Watch,
    /// Moves it with others.
    Contribute,
    /// Answers for it.
    Own,
}

impl Stake {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Watch => "watch",
            Self::Contribute => "contribute",
            Self::Own => "own",
        }
    }
}
