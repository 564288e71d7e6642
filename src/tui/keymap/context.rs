//! [`Context`]: what has the keys.

/// What stands in the settings for every place but those where one types.
pub(super) const EVERYWHERE: &str = "everywhere";

/// What keys mean depends on what has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The families pane.
    Families,
    /// The levels pane.
    Levels,
    /// The role's text.
    Detail,
    /// The bookmarks.
    Bookmarks,
    /// Roles side by side.
    Compare,
    /// One thing through all rungs.
    Ladder,
    /// Skills by rungs.
    Grid,
    /// Families by levels.
    Map,
    /// The way to a role and the roles most like it.
    Near,
    /// How far the reader has come with a role's questions.
    Progress,
    /// The stories.
    Stories,
    /// One story.
    Story,
    /// A title that waits for its story.
    Recall,
    /// What a title met, and how all went.
    Recalled,
    /// The clock of the machine, asked about.
    Clock,
    /// Practice before its first plan.
    Start,
    /// The plan of practice.
    Plan,
    /// How long a mock interview is to be.
    Lengths,
    /// What a mock interview begins with.
    WarmUp,
    /// A question of a mock interview waiting for its answer.
    Interview,
    /// One more thing asked in a mock interview.
    Further,
    /// Which question a colleague asked.
    Pairing,
    /// A signal that was missed, to be said.
    Drill,
    /// The same, shown.
    Drilled,
    /// A question waiting for its answer.
    Ask,
    /// An answer being typed.
    Writing,
    /// A line being typed in practice.
    Line,
    /// An answer given, and nothing revealed.
    Predict,
    /// An answer beside its signals.
    Reveal,
    /// One more thing asked.
    FollowUp,
    /// What came of an answer.
    Result,
    /// A verdict being put in place of the derived one.
    Judge,
    /// One signal once more.
    OnceMore,
    /// The end of what was planned.
    Summary,
    /// A filter being typed.
    Field,
    /// Tags being typed.
    Tags,
    /// What is missing for a role.
    Gap,
    /// Evidence being typed.
    Evidence,
    /// The help, with its field.
    Help,
    /// The messages.
    Messages,
    /// A role being picked, with its field.
    Pick,
    /// Everything being searched.
    Search,
    /// A skill or a KPI.
    Term,
    /// The story that was told being picked, with its field.
    Told,
    /// Themes being looked at.
    Themes,
}

impl Context {
    /// All contexts.
    pub const ALL: [Self; 45] = [
        Self::Families,
        Self::Levels,
        Self::Detail,
        Self::Bookmarks,
        Self::Compare,
        Self::Ladder,
        Self::Grid,
        Self::Map,
        Self::Gap,
        Self::Near,
        Self::Progress,
        Self::Stories,
        Self::Story,
        Self::Recall,
        Self::Recalled,
        Self::Clock,
        Self::Start,
        Self::Plan,
        Self::Lengths,
        Self::WarmUp,
        Self::Interview,
        Self::Further,
        Self::Pairing,
        Self::Drill,
        Self::Drilled,
        Self::Ask,
        Self::Writing,
        Self::Line,
        Self::Predict,
        Self::Reveal,
        Self::FollowUp,
        Self::Result,
        Self::Judge,
        Self::OnceMore,
        Self::Summary,
        Self::Field,
        Self::Tags,
        Self::Evidence,
        Self::Help,
        Self::Messages,
        Self::Pick,
        Self::Told,
        Self::Themes,
        Self::Search,
        Self::Term,
    ];

    /// What help calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Families => "families",
            Self::Levels => "levels",
            Self::Detail => "role",
            Self::Bookmarks => "bookmarks",
            Self::Compare => "compare",
            Self::Ladder => "ladder",
            Self::Grid => "skills by rungs",
            Self::Map => "map",
            Self::Near => "near",
            Self::Progress => "progress",
            Self::Stories => "stories",
            Self::Story => "story",
            Self::Recall => "recall",
            Self::Recalled => "recalled",
            Self::Clock => "clock",
            Self::Start => "practice",
            Self::Plan => "plan",
            Self::Lengths => "mock",
            Self::WarmUp => "warm-up",
            Self::Interview => "interview",
            Self::Further => "one more thing",
            Self::Pairing => "asked by a colleague",
            Self::Drill => "drill",
            Self::Drilled => "drilled",
            Self::Ask => "question",
            Self::Writing => "writing",
            Self::Line => "a line",
            Self::Predict => "prediction",
            Self::Reveal => "signals",
            Self::FollowUp => "follow-up",
            Self::Result => "result",
            Self::Judge => "verdict",
            Self::OnceMore => "once more",
            Self::Summary => "summary",
            Self::Field => "typing",
            Self::Tags => "tags",
            Self::Gap => "gap",
            Self::Evidence => "evidence",
            Self::Help => "help",
            Self::Messages => "messages",
            Self::Pick => "picking",
            Self::Search => "search",
            Self::Term => "skill or KPI",
            Self::Told => "picking a story",
            Self::Themes => "themes",
        }
    }

    /// What the settings call it: its name, with hyphens.
    pub fn key(self) -> String {
        self.name().to_lowercase().replace(' ', "-")
    }

    /// Whether a name in the settings is about it: its own, or the one for every place but those where one types.
    pub fn is_meant_by(self, name: &str) -> bool {
        if name == EVERYWHERE { !self.is_field() } else { self.key() == name }
    }

    /// Whether a typed character belongs to a text there.
    pub fn is_field(self) -> bool {
        matches!(
            self,
            Self::Field
                | Self::Tags
                | Self::Evidence
                | Self::Writing
                | Self::Line
                | Self::Help
                | Self::Pick
                | Self::Search
                | Self::Told
        )
    }
}
