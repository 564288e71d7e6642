//! The one key table: what each key does where. Look-up, hints, help, palette and the README's table all come from it.
//!
//! Every verb can be reached by a letter, digit or sign that no terminal, editor or keyboard driver swallows.

mod table;

use super::action::Verb;
use super::key::Key;
pub use table::table;

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
}

impl Context {
    /// All contexts.
    pub const ALL: [Self; 44] = [
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
        }
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

/// A row of the key table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What it does.
    pub verb: Verb,
    /// Where it holds.
    pub contexts: &'static [Context],
    /// Its keys, the one shown in hints first. Two keys with a blank between are a chord.
    pub keys: &'static [&'static str],
    /// Its word in the footer; none when it is not worth the room there.
    pub hint: Option<&'static str>,
    /// What it does, for help.
    pub help: &'static str,
}

/// What keys pressed so far come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// A verb.
    Verb(Verb),
    /// The first key of a chord.
    Chord,
    /// Nothing.
    Nothing,
}

/// What `key` means in `context`, after the first key of a chord if there was one.
pub fn lookup(context: Context, chord: Option<Key>, key: Key) -> Lookup {
    let mut is_chord = false;
    for binding in bindings(context) {
        for keys in binding.keys {
            match (keys.split_once(' '), chord) {
                (None, None) if Key::parse(keys) == Some(key) => return Lookup::Verb(binding.verb),
                (Some((first, second)), Some(pressed)) => {
                    if Key::parse(first) == Some(pressed) && Key::parse(second) == Some(key) {
                        return Lookup::Verb(binding.verb);
                    }
                }
                (Some((first, _)), None) => is_chord |= Key::parse(first) == Some(key),
                (None, _) => {}
            }
        }
    }
    if is_chord { Lookup::Chord } else { Lookup::Nothing }
}

/// The rows that hold in `context`, in the order of the table.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    table().filter(move |binding| binding.contexts.contains(&context))
}

/// The second keys of the chords that begin with `first` in `context`, each with what it does.
pub fn continuations(context: Context, first: Key) -> impl Iterator<Item = (&'static str, &'static Binding)> {
    bindings(context).flat_map(move |binding| {
        let chords = binding.keys.iter().filter_map(|keys| keys.split_once(' '));
        let mine = chords.filter(move |(start, _)| Key::parse(start) == Some(first));
        mine.map(move |(_, second)| (second, binding))
    })
}

/// The whole table in Markdown, for the README.
pub fn markdown() -> String {
    let row = |binding: &Binding| {
        let keys: Vec<String> = binding.keys.iter().map(|keys| format!("`{keys}`")).collect();
        format!("| {} | {} | {} |\n", keys.join(" "), places(binding.contexts), binding.help)
    };
    let head = "| Key | Where | What |\n|---|---|---|\n".to_owned();
    std::iter::once(head).chain(table().map(row)).collect()
}

/// Where a binding holds, in words.
fn places(contexts: &[Context]) -> String {
    let misses = |context: &Context| !contexts.contains(context);
    if !Context::ALL.iter().any(misses) {
        return "anywhere".to_owned();
    }
    let named = table::SETS.iter().find(|(set, _)| *set == contexts);
    named.map_or_else(
        || contexts.iter().map(|context| context.name()).collect::<Vec<_>>().join(", "),
        |(_, words)| (*words).to_owned(),
    )
}
