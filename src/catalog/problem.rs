//! What is wrong with a catalog, and where. Knows neither how it was found nor who is told.

use std::fmt;

use serde::Serialize;

use crate::text::SafeText;

/// Something wrong with a catalog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Whether the catalog is refused for it.
    pub severity: Severity,
    /// What found it.
    pub check: Check,
    /// The file, as it was given.
    pub file: SafeText,
    /// The line, from 1; none when the file could not be read as text.
    pub line: Option<usize>,
    /// The character within the line, from 1.
    pub column: Option<usize>,
    /// The place within the JSON, such as `roles[3].skills[2].skill`; empty for the whole file.
    pub path: SafeText,
    /// What is wrong, and what would be right.
    pub text: SafeText,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        if !self.path.is_empty() {
            write!(f, ": {}", self.path)?;
        }
        write!(f, ": {}", self.text)
    }
}

/// Whether a catalog can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The catalog is refused.
    Error,
    /// The catalog is used; somebody should look.
    Warning,
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident = $word:literal $severity:ident,)*) => {
        /// A kind of problem. Its word never changes, so that a list of accepted warnings can name it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Check {
            $($(#[$doc])* $name,)*
        }

        impl Check {
            /// Every kind there is.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word for it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// Whether a catalog is refused for it.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)*
                }
            }
        }
    };
}

checks! {
    /// A file that is missing, no regular file, or fails while it is read.
    Unreadable = "unreadable" Error,
    /// A file with nothing in it.
    EmptyFile = "empty-file" Error,
    /// A file that is not UTF-8.
    Encoding = "encoding" Error,
    /// More bytes, files, roles or entries than the program takes.
    TooMuch = "too-much" Error,
    /// Text that is not JSON, nests too deep or holds a number no computer keeps.
    Malformed = "malformed" Error,
    /// A version of the format that this program does not read.
    Version = "version" Error,
    /// JSON that is not what the format wants there: a wrong type, a missing field, a field given twice.
    Shape = "shape" Error,
    /// A control character, an override of direction, something that hides.
    UnsafeText = "unsafe-text" Error,
    /// A text with nothing in it.
    EmptyText = "empty-text" Error,
    /// A text longer than the program takes.
    LongText = "long-text" Error,
    /// An id that names nothing.
    UnknownId = "unknown-id" Error,
    /// An id that two things have, or a thing listed twice.
    DuplicateId = "duplicate-id" Error,
    /// A title that two roles of one family and track have.
    DuplicateTitle = "duplicate-title" Error,
    /// A score above the scale.
    Score = "score" Error,
    /// Levels that are not listed lowest rank first.
    LevelOrder = "level-order" Error,
    /// A promotion to a lower level.
    PromotionDown = "promotion-down" Error,
    /// Promotions that lead back to where they began.
    PromotionCircle = "promotion-circle" Error,
    /// A promotion out of the family.
    PromotionOutside = "promotion-outside" Error,
    /// A move to the role itself, an entry from the family itself.
    SelfReference = "self-reference" Error,

    /// A field the format does not have.
    UnknownField = "unknown-field" Warning,
    /// A text longer than reads well where it stands.
    Wordy = "wordy" Warning,
    /// Text that was decoded wrongly somewhere on its way.
    Mojibake = "mojibake" Warning,
    /// A catalog without a family, or a family without a role.
    Nothing = "nothing" Warning,
    /// More or fewer than a role or family should have.
    Count = "count" Warning,
    /// A topic without a decision right, an axis without a score, a level without a line.
    Gap = "gap" Warning,
    /// A level without a role between the family's lowest and highest.
    MissingRung = "missing-rung" Warning,
    /// A title that begins with another level's name.
    TitlePrefix = "title-prefix" Warning,
    /// A skill that a higher rung has less of.
    FallingProficiency = "falling-proficiency" Warning,
    /// A KPI target without a figure.
    TargetWithoutFigure = "target-without-figure" Warning,
    /// A text that is nearly the next rung's.
    NearTwin = "near-twin" Warning,
    /// A text that differs from the next rung's in words of degree only.
    OnlyDegree = "only-degree" Warning,
    /// A sentence that nearly stands elsewhere in the catalog.
    TwinSentence = "twin-sentence" Warning,
    /// A phrase that would fit any role.
    Filler = "filler" Warning,
    /// A skill that every rung has to the same degree.
    SteadySkill = "steady-skill" Warning,
    /// A thread no role works on.
    UnusedThread = "unused-thread" Warning,
    /// A skill no role asks for.
    UnusedSkill = "unused-skill" Warning,
    /// A KPI no role has a stake in.
    UnusedKpi = "unused-kpi" Warning,
    /// A thread or core skill that none of a role's questions probes.
    ProbeGap = "probe-gap" Warning,
    /// A question that probes what its role, or no role of its family, is asked for.
    ForeignProbe = "foreign-probe" Warning,
    /// Questions of other kinds than the family's mix, or a bank of too few.
    KindMix = "kind-mix" Warning,
    /// A question answered in a way that does not fit its kind.
    Form = "form" Warning,
    /// A question or a round that takes too little time or too much.
    TimeBox = "time-box" Warning,
    /// A text of a question that is too short to say anything.
    ShortText = "short-text" Warning,
    /// A case to decide without figures, days or times.
    FewFacts = "few-facts" Warning,
    /// A prompt that asks for an opinion of oneself.
    VaguePrompt = "vague-prompt" Warning,
    /// A signal that judges instead of saying what is heard.
    VagueSignal = "vague-signal" Warning,
    /// A question about what no interview may ask.
    ProtectedTopic = "protected-topic" Warning,
    /// A question that is nearly another.
    TwinQuestion = "twin-question" Warning,
    /// A question that would fit other families as well as its own.
    AnyFamily = "any-family" Warning,
    /// More problems than anybody reads.
    NotListed = "not-listed" Warning,
}

impl Check {
    /// Whether what it is about did not become part of the catalog.
    pub(super) fn loses_a_part(self) -> bool {
        matches!(
            self,
            Self::Unreadable
                | Self::EmptyFile
                | Self::Encoding
                | Self::TooMuch
                | Self::Malformed
                | Self::Version
                | Self::Shape
        )
    }
}

impl Serialize for Check {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}
