//! Decision rights: who decides what, and how far it reaches.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a role may do about one kind of decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
pub struct Decision {
    /// The part the role has in it.
    pub right: Right,
    /// How far a decision of this role reaches.
    pub reach: Reach,
}

/// The part a role has in a decision, from none to the last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// Others decide and tell.
    None,
    /// Is asked before it is decided.
    Consulted,
    /// Brings the proposal that others decide on.
    Recommends,
    /// Decides.
    Decides,
    /// Signs off what others decide.
    Approves,
}

impl Right {
    /// The word for it, as the data writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Consulted => "consulted",
            Self::Recommends => "recommends",
            Self::Decides => "decides",
            Self::Approves => "approves",
        }
    }
}

/// How far a decision reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// One's own work.
    OwnWork,
    /// A system or a flow.
    System,
    /// One team.
    Team,
    /// Several teams.
    Teams,
    /// The organisation.
    Organisation,
}

impl Reach {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::OwnWork => "own work",
            Self::System => "system",
            Self::Team => "team",
            Self::Teams => "teams",
            Self::Organisation => "organisation",
        }
    }
}
