//! [`Value`]: what a role has in one row, and which way it goes from one value to another.

use std::cmp::Ordering;
use std::fmt;

use crate::domain::decision::{Decision, Right};
use crate::domain::role::{MoveKind, Proficiency, ScopeScore, Stake, Weight};
use crate::text::SafeText;

/// What a role has in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Sentences, one a line.
    Text(SafeText),
    /// A score on an axis of scope.
    Score(ScopeScore),
    /// How well a skill is asked for.
    Skill {
        /// How well.
        proficiency: Proficiency,
        /// How much it weighs.
        weight: Weight,
        /// What it looks like in the role: an illustration, which is shown but not compared, except where nothing else says
        /// how well the skill is asked for.
        in_use: SafeText,
    },
    /// What a KPI should come to.
    Kpi {
        /// What part the role has in it.
        stake: Stake,
        /// The figure.
        target: SafeText,
    },
    /// What may be decided, and how far it reaches.
    Decision(Decision),
    /// A step to another role.
    Move {
        /// What kind of step.
        kind: MoveKind,
        /// What it takes.
        note: SafeText,
    },
}

/// Which way something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trend {
    /// Neither up nor down.
    Level,
    /// More is asked or allowed.
    Up,
    /// Less is asked or allowed.
    Down,
    /// More in one way, less in another: a right that falls while its reach widens.
    Mixed,
}

impl Trend {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Up => "up",
            Self::Down => "down",
            Self::Mixed => "mixed",
        }
    }
}

impl From<Ordering> for Trend {
    fn from(order: Ordering) -> Self {
        match order {
            Ordering::Less => Self::Down,
            Ordering::Equal => Self::Level,
            Ordering::Greater => Self::Up,
        }
    }
}

impl Value {
    /// The sentences of it.
    pub fn prose(&self) -> Option<&SafeText> {
        match self {
            Self::Text(text) | Self::Score(ScopeScore { text, .. }) => Some(text),
            Self::Skill { in_use: text, .. } | Self::Kpi { target: text, .. } | Self::Move { note: text, .. } => {
                Some(text)
            }
            Self::Decision(_) => None,
        }
    }

    /// The sentences of it that are compared.
    pub(super) fn compared_prose(&self) -> Option<&SafeText> {
        match self {
            Self::Skill { proficiency, .. } if !proficiency.is_unsaid() => None,
            _ => self.prose(),
        }
    }

    /// What of it is not a sentence; a text has none.
    pub fn facts(&self) -> Option<Facts<'_>> {
        (!matches!(self, Self::Text(_))).then_some(Facts(self))
    }

    /// What of `base`'s facts is no longer so.
    pub(in crate::domain) fn was(&self, base: &Self) -> Option<String> {
        if let (Self::Skill { proficiency, weight, .. }, Self::Skill { proficiency: p, weight: w, .. }) = (self, base) {
            match (proficiency == p, weight == w) {
                (true, true) => return None,
                (true, false) => return Some(w.word().to_owned()),
                (false, true) => return Some(p.figure()),
                (false, false) => {}
            }
        }
        let (here, base) = (self.facts()?.to_string(), base.facts()?.to_string());
        (here != base).then_some(base)
    }

    /// What became of `base`: which way a score went, and what else is no longer so.
    pub(super) fn turn(&self, base: &Self) -> Option<String> {
        let step = |up: &str, down: &str, from: u8, to: u8| match to.cmp(&from) {
            Ordering::Equal => None,
            Ordering::Greater => Some(format!("{up} {from}->{to}")),
            Ordering::Less => Some(format!("{down} {from}->{to}")),
        };
        match (base, self) {
            (Self::Score(from), Self::Score(to)) => step("wider", "narrower", from.score, to.score),
            (
                Self::Skill { proficiency: from, weight: before, .. },
                Self::Skill { proficiency: to, weight: after, .. },
            ) => {
                // What is not said is neither more nor less.
                let step = if from.is_unsaid() || to.is_unsaid() {
                    (from != to).then(|| format!("was {}", from.figure()))
                } else {
                    step("raised", "lowered", from.value(), to.value())
                };
                let weight = (before != after).then(|| format!("(was {})", before.word()));
                let turns: Vec<String> = step.into_iter().chain(weight).collect();
                (!turns.is_empty()).then(|| turns.join(" "))
            }
            _ => self.was(base).map(|was| format!("(was {was})")),
        }
    }

    /// Whether both come to the same. For a skill that is its proficiency and weight, and where neither side says how well,
    /// what it looks like in the role; a right to nothing is the same whatever its reach.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Skill { proficiency, weight, in_use },
                Self::Skill { proficiency: p, weight: w, in_use: other_use },
            ) => proficiency == p && weight == w && (!proficiency.is_unsaid() || in_use == other_use),
            (Self::Decision(here), Self::Decision(other)) if here.right == Right::None => other.right == Right::None,
            _ => self == other,
        }
    }

    /// Whether only the words are others: of a skill that neither side says how well it is asked for, and that weighs the
    /// same.
    pub(in crate::domain) fn is_retold(&self, base: &Self) -> bool {
        let (Self::Skill { proficiency, weight, .. }, Self::Skill { proficiency: p, weight: w, .. }) = (self, base)
        else {
            return false;
        };
        proficiency.is_unsaid() && p.is_unsaid() && weight == w && !self.is_same(base)
    }

    /// Which way it goes from `base` to here. What has no more and less is level.
    pub fn trend(&self, base: &Self) -> Trend {
        match (self, base) {
            (Self::Score(here), Self::Score(base)) => here.score.cmp(&base.score).into(),
            (Self::Skill { proficiency: here, .. }, Self::Skill { proficiency: base, .. })
                if here.is_unsaid() || base.is_unsaid() =>
            {
                Trend::Level
            }
            (Self::Skill { proficiency: here, .. }, Self::Skill { proficiency: base, .. }) => here.cmp(base).into(),
            (Self::Kpi { stake: here, .. }, Self::Kpi { stake: base, .. }) => here.cmp(base).into(),
            (Self::Decision(here), Self::Decision(base)) => say(*here, *base),
            _ => Trend::Level,
        }
    }

    /// How far it is from `base`, to find what changed most.
    pub(super) fn distance(&self, base: &Self) -> u8 {
        match (self, base) {
            (Self::Score(here), Self::Score(base)) => here.score.abs_diff(base.score),
            (Self::Skill { proficiency: here, .. }, Self::Skill { proficiency: base, .. }) => {
                here.value().abs_diff(base.value())
            }
            (Self::Kpi { stake: here, .. }, Self::Kpi { stake: base, .. }) => (*here as u8).abs_diff(*base as u8),
            (Self::Decision(_), Self::Decision(_)) if self.is_same(base) => 0,
            (Self::Decision(here), Self::Decision(base)) => {
                (here.right as u8).abs_diff(base.right as u8) + (here.reach as u8).abs_diff(base.reach as u8)
            }
            _ => 0,
        }
    }
}

/// A right and its reach are two things, and a reach without a right is nothing.
fn say(here: Decision, base: Decision) -> Trend {
    if here.right == Right::None || base.right == Right::None {
        return here.right.cmp(&base.right).into();
    }
    match (here.right.cmp(&base.right), here.reach.cmp(&base.reach)) {
        (Ordering::Less, Ordering::Greater) | (Ordering::Greater, Ordering::Less) => Trend::Mixed,
        (right, reach) => right.then(reach).into(),
    }
}

/// What of a [`Value`] is not a sentence, in words: `4/5, core`, `recommends, teams`.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a>(&'a Value);

impl fmt::Display for Facts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Text(_) => Ok(()),
            Value::Score(scope) => write!(f, "{}/{}", scope.score, ScopeScore::HIGHEST),
            Value::Skill { proficiency, weight, .. } => {
                write!(f, "{}, {}", proficiency.figure(), weight.word())
            }
            Value::Kpi { stake, .. } => f.write_str(stake.word()),
            Value::Decision(Decision { right: Right::None, .. }) => f.write_str(Right::None.word()),
            Value::Decision(Decision { right, reach }) => write!(f, "{}, {}", right.word(), reach.words()),
            Value::Move { kind, .. } => f.write_str(kind.words()),
        }
    }
}
