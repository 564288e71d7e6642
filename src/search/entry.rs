//! What can be found: the kinds of things, the fields their lines are from, and the places that a hit opens.

use crate::domain::story::StorySlug;
use crate::domain::{AxisId, Destination, FamilyId, KpiId, RoleId, SkillId, ThreadId, TopicId, WholeQuestionId};
use crate::store::Subject;

/// What kind of thing was found, in the order that equals are listed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A role.
    Role,
    /// A family: one ladder.
    Family,
    /// A skill of the dictionary.
    Skill,
    /// A KPI of the dictionary.
    Kpi,
    /// A story the reader tells.
    Story,
    /// A note on a bookmark.
    Note,
    /// A bookmark, by its tags.
    Bookmark,
    /// An interview question: its title and what is asked, never what answers it.
    Question,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Role, Self::Family, Self::Skill, Self::Kpi, Self::Story, Self::Note, Self::Bookmark, Self::Question];

    /// The word for it, which is also what limits a search to it (`skill:`).
    pub fn word(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Family => "family",
            Self::Skill => "skill",
            Self::Kpi => "kpi",
            Self::Story => "story",
            Self::Note => "note",
            Self::Bookmark => "bookmark",
            Self::Question => "question",
        }
    }

    /// The kind called `word`: its word, or `q` for a question.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        Self::ALL.into_iter().find(|kind| kind.word() == word || *kind == Self::Question && word == "q")
    }

    /// What a hit of this kind counts, in percent: a question is meant less often than a role of the same words.
    pub(super) fn percent(self) -> u32 {
        match self {
            Self::Role | Self::Family => 100,
            Self::Skill => 95,
            Self::Kpi => 93,
            Self::Story | Self::Note | Self::Bookmark => 96,
            Self::Question => 85,
        }
    }
}

/// Which field of a thing a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What it is called.
    Title,
    /// What else it is called.
    Alias,
    /// What people also type for a skill.
    Synonym,
    /// The level of a role, under all its names.
    Level,
    /// The family of a role, under all its names.
    Family,
    /// The department of a family.
    Department,
    /// Which of two ladders a role belongs to.
    Track,
    /// The job in one sentence.
    Headline,
    /// What changes from the rung below.
    StepUp,
    /// The job, or the family, in a few sentences.
    Summary,
    /// A score of scope, in words.
    Scope,
    /// Something the role does.
    Responsibility,
    /// A skill the role asks for.
    Skill,
    /// What else that skill is called.
    SkillAlias,
    /// What a skill looks like in the role.
    Use,
    /// A KPI of the role.
    Kpi,
    /// Its target.
    Target,
    /// A decision right.
    Decision,
    /// A step to another role.
    Move,
    /// A piece of work that runs through the ladder.
    Thread,
    /// Where people come from.
    Entry,
    /// What a skill means, or a KPI measures.
    Meaning,
    /// What is asked.
    Prompt,
    /// What is worth asking the interviewer.
    Ask,
    /// The tags of a bookmark.
    Tags,
    /// A line of a note.
    Note,
    /// A line of a story.
    Story,
    /// Something known of the thing's surroundings: a question's role. It helps words to match and is no hit itself.
    Around,
}

impl Field {
    /// The words for it, as a heading says them.
    pub fn words(self) -> &'static str {
        match self {
            Self::Title => "TITLE",
            Self::Alias => "ALSO CALLED",
            Self::Synonym => "KNOWN BY",
            Self::Level => "LEVEL",
            Self::Family => "FAMILY",
            Self::Department => "DEPARTMENT",
            Self::Track => "TRACK",
            Self::Headline => "HEADLINE",
            Self::StepUp => "WHAT CHANGES",
            Self::Summary => "SUMMARY",
            Self::Scope => "SCOPE",
            Self::Responsibility => "RESPONSIBILITIES",
            Self::Skill | Self::SkillAlias | Self::Use => "SKILLS",
            Self::Kpi | Self::Target => "KPIS",
            Self::Decision => "DECISION RIGHTS",
            Self::Move => "MOVES",
            Self::Thread => "WORK",
            Self::Entry => "PEOPLE COME FROM",
            Self::Meaning => "MEANING",
            Self::Prompt => "QUESTION",
            Self::Ask => "WORTH ASKING BACK",
            Self::Tags => "TAGS",
            Self::Note => "NOTE",
            Self::Story => "STORY",
            Self::Around => "OF",
        }
    }

    /// The word for it, as a column and JSON say it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Alias | Self::Synonym => "alias",
            Self::Level => "level",
            Self::Family => "family",
            Self::Department => "department",
            Self::Track => "track",
            Self::Headline => "headline",
            Self::StepUp => "step-up",
            Self::Summary => "summary",
            Self::Scope => "scope",
            Self::Responsibility => "responsibility",
            Self::Skill | Self::SkillAlias => "skill",
            Self::Use => "use",
            Self::Kpi => "kpi",
            Self::Target => "target",
            Self::Decision => "decision",
            Self::Move => "move",
            Self::Thread => "thread",
            Self::Entry => "entry",
            Self::Meaning => "meaning",
            Self::Prompt => "prompt",
            Self::Ask => "ask",
            Self::Tags => "tags",
            Self::Note => "note",
            Self::Story => "story",
            Self::Around => "around",
        }
    }

    /// What a match in it counts, in percent: title and other names before skills before texts.
    pub(super) fn percent(self) -> u32 {
        match self {
            Self::Title => 100,
            Self::Alias => 98,
            Self::Synonym => 91,
            Self::Level => 90,
            Self::Skill => 86,
            Self::Family | Self::SkillAlias | Self::Tags => 80,
            Self::Kpi => 78,
            Self::Track | Self::Department | Self::Thread | Self::Note | Self::Decision => 72,
            Self::Headline | Self::Responsibility | Self::Prompt => 70,
            Self::StepUp | Self::Summary | Self::Move | Self::Entry | Self::Meaning | Self::Story => 68,
            Self::Use | Self::Target | Self::Scope | Self::Ask => 66,
            Self::Around => 60,
        }
    }

    /// Whether it is what a thing is called, so that scattered letters and initials may mean it.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Title | Self::Alias | Self::Synonym)
    }

    /// Whether it is a text of many words, in which a word that was hardly begun says little.
    pub(super) fn is_text(self) -> bool {
        matches!(
            self,
            Self::Headline
                | Self::StepUp
                | Self::Summary
                | Self::Scope
                | Self::Responsibility
                | Self::Use
                | Self::Target
                | Self::Move
                | Self::Entry
                | Self::Meaning
                | Self::Prompt
                | Self::Ask
                | Self::Note
                | Self::Story
        )
    }

    /// Whether a word that is not wanted excludes the whole thing when it stands here.
    pub(super) fn is_head(self) -> bool {
        self.is_name() || matches!(self, Self::Level | Self::Family | Self::Department | Self::Track | Self::Tags)
    }
}

/// What a hit opens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A role.
    Role(RoleId),
    /// A family.
    Family(FamilyId),
    /// A skill.
    Skill(SkillId),
    /// A KPI.
    Kpi(KpiId),
    /// A question, of a role or of a family's bank.
    Question(WholeQuestionId),
    /// What is bookmarked: a role, or roles side by side.
    Kept(Subject),
    /// A story.
    Story(StorySlug),
}

impl Target {
    /// The id of what it opens, as commands take it.
    pub fn id(&self) -> &str {
        match self {
            Self::Role(id) => id.as_str(),
            Self::Family(id) => id.as_str(),
            Self::Skill(id) => id.as_str(),
            Self::Kpi(id) => id.as_str(),
            Self::Question(id) => id.as_str(),
            Self::Kept(of) => of.as_str(),
            Self::Story(slug) => slug.as_str(),
        }
    }
}

/// Where on the page of a role a line is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Spot {
    /// What it is called, and the headline.
    Title,
    /// What changes from the rung below.
    StepUp,
    /// The summary.
    Summary,
    /// A score of scope.
    Axis(AxisId),
    /// What it does in a thread.
    Thread(ThreadId),
    /// A skill.
    Skill(SkillId),
    /// A KPI.
    Kpi(KpiId),
    /// A decision right.
    Topic(TopicId),
    /// A move.
    Move(Destination),
    /// An interview question.
    Question(WholeQuestionId),
    /// Something worth asking back, by its place.
    Ask(usize),
}
