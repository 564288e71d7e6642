//! Everything the program knows while it runs. Values that update changes and view reads; states that must not happen
//! cannot be written.

use std::sync::Arc;
use std::time::Duration;

use ratatui::layout::Size;

use super::action::{Pane, Verb};
use super::bookmark_list::BookmarkList;
use super::browse::Browse;
use super::compare::Compare;
use super::gap::GapScreen;
use super::help::Help;
use super::history::History;
use super::key::Key;
use super::keymap::{Context, Keymap};
use super::ladder::{Face, LadderView};
use super::layout::{Regions, Shape, regions};
use super::map::Map;
use super::near::Near;
use super::notice::Notices;
use super::pick::Picker;
use super::practice::{Doubt, Heard, Judging, Left, Now, PracticeScreen, Stage, Turn, Writing};
use super::progress::ProgressScreen;
use super::saving::Saving;
use super::search::{Search, Searched};
use super::stories::{Page, StoriesScreen, StoryPicker};
use super::term::TermPage;
use super::theme::{Depth, Glyphs, Theme};
use super::themes::{Standing, ThemePicker};
use super::undo::Undo;
use crate::catalog::Catalog;
use crate::domain::practice::USUAL_MINUTES;
use crate::search::{Matching, Ranker};
use crate::store::{Bookmarks, Practice, Shelf};

/// The state of the program.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own: no combination is impossible")]
pub struct Model {
    /// The ladders.
    pub catalog: Arc<Catalog>,
    /// The ladders as their files have them now, until they can be shown.
    pub renewed: Option<Arc<Catalog>>,
    /// The size of the screen, in cells.
    pub size: Size,
    /// What inks look like.
    pub theme: Theme,
    /// The theme the reader chose, for the next start: another shows while they look at some, or where one stands.
    pub chosen: Theme,
    /// The theme that every start has, whatever was chosen.
    pub standing: Option<Standing>,
    /// How many colours there are for that.
    pub depth: Depth,
    /// What keys do.
    pub keys: Keymap,
    /// What frames are drawn with.
    pub glyphs: Glyphs,
    /// What the reader keeps.
    pub bookmarks: Bookmarks,
    /// What the reader says of themselves, once it was asked for.
    pub practice: Option<Practice>,
    /// Their stories, once they were asked for.
    pub stories: Option<Shelf>,
    /// The three panes. Always there, so that coming back to them loses nothing.
    pub browse: Browse,
    /// What fills the screen.
    pub screen: Screen,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// What was searched for.
    pub searched: Searched,
    /// Where the reader has been.
    pub history: History,
    /// What the program has to say.
    pub notices: Notices,
    /// What is not on disk yet.
    pub saving: Saving,
    /// What can be undone.
    pub undo: Undo,
    /// The time, once practice needs it.
    pub now: Option<Now>,
    /// What is thought of the clock that says it.
    pub clock: Doubt,
    /// The minutes of a plan nobody asked for.
    pub usual_minutes: u16,
    /// Practice that was closed before its end, the latest last.
    pub sittings: Vec<Left>,
    /// How filters match.
    pub matching: Matching,
    /// The matcher and its scratch memory.
    pub ranker: Ranker,
    /// The first key of a chord that waits for its second.
    pub chord: Option<Key>,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// Whether the window just got the focus: the click that did it only selects.
    pub refocused: bool,
    /// Whether this is the reader's first start, until the first key.
    pub welcome: bool,
    /// Whether the program is to end.
    pub over: bool,
}

/// What fills the screen.
#[derive(Debug, Default)]
pub enum Screen {
    /// The three panes.
    #[default]
    Browse,
    /// The bookmarks.
    Bookmarks(BookmarkList),
    /// Roles side by side.
    Compare(Box<Compare>),
    /// One thing through all rungs of a family, or its skills by its rungs.
    Ladder(Box<LadderView>),
    /// All families by levels.
    Map(Box<Map>),
    /// What is missing for a role.
    Gap(Box<GapScreen>),
    /// The way to a role and the roles most like it.
    Near(Box<Near>),
    /// A skill or a KPI, and who has to do with it.
    Term(Box<TermPage>),
    /// Questions for a role, answered one by one.
    Practice(Box<PracticeScreen>),
    /// How far the reader has come with a role's questions.
    Progress(Box<ProgressScreen>),
    /// Stories, and which of them shows what a role is asked.
    Stories(Box<StoriesScreen>),
}

impl Screen {
    /// The screen it was opened from, and closes back to.
    pub fn below(&self) -> Option<&Self> {
        match self {
            Self::Browse | Self::Bookmarks(_) => None,
            Self::Compare(compare) => Some(&compare.below),
            Self::Ladder(view) => Some(&view.below),
            Self::Map(map) => Some(&map.below),
            Self::Gap(screen) => Some(&screen.below),
            Self::Near(near) => Some(&near.below),
            Self::Term(page) => Some(&page.below),
            Self::Practice(screen) => Some(&screen.below),
            Self::Progress(screen) => Some(&screen.below),
            Self::Stories(screen) => Some(&screen.below),
        }
    }

    /// The screen it closes back to; the three panes for what was opened from them.
    #[must_use]
    pub fn into_below(self) -> Self {
        match self {
            Self::Browse | Self::Bookmarks(_) => Self::Browse,
            Self::Compare(compare) => compare.below,
            Self::Ladder(view) => view.below,
            Self::Map(map) => map.below,
            Self::Gap(screen) => screen.below,
            Self::Near(near) => near.below,
            Self::Term(page) => page.below,
            Self::Practice(screen) => screen.below,
            Self::Progress(screen) => screen.below,
            Self::Stories(screen) => screen.below,
        }
    }

    /// What a screen of the kind `is` would lie over, if it was opened here. Of each kind there is one at a time: else
    /// going to and fro between two of them would pile up screens to be closed one by one.
    #[must_use]
    pub fn under(mut self, is: impl Fn(&Self) -> bool) -> Self {
        if !std::iter::successors(Some(&self), |screen| screen.below()).any(&is) {
            return self;
        }
        while !is(&self) {
            self = self.into_below();
        }
        self.into_below()
    }
}

/// What lies over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// All keys, searchable and runnable.
    Help(Help),
    /// The notices of this session, from the line scrolled to.
    Messages(usize),
    /// One of all roles is being picked.
    Pick(Box<Picker>),
    /// Everything is searched.
    Search(Box<Search>),
    /// The story that was told is being picked.
    Told(Box<StoryPicker>),
    /// Themes are looked at.
    Themes(Box<ThemePicker>),
}

impl Model {
    /// The program as it opens on `catalog`, the first rung of the first family selected.
    pub fn new(catalog: Arc<Catalog>, size: Size) -> Self {
        let browse = Browse::new(&catalog);
        Self {
            catalog,
            renewed: None,
            size,
            theme: Theme::default(),
            chosen: Theme::default(),
            standing: None,
            depth: Depth::default(),
            keys: Keymap::default(),
            glyphs: Glyphs::default(),
            bookmarks: Bookmarks::default(),
            practice: None,
            stories: None,
            browse,
            screen: Screen::Browse,
            overlay: None,
            searched: Searched::default(),
            history: History::default(),
            notices: Notices::default(),
            saving: Saving::default(),
            undo: Undo::default(),
            now: None,
            clock: Doubt::default(),
            usual_minutes: USUAL_MINUTES,
            sittings: Vec::new(),
            matching: Matching::default(),
            ranker: Ranker::default(),
            chord: None,
            mouse: true,
            refocused: false,
            welcome: false,
            over: false,
        }
    }

    /// Whether practice or recalling may be on the screen, which want to know how late it is.
    pub fn is_timed(&self) -> bool {
        matches!(self.screen, Screen::Practice(_) | Screen::Stories(_))
    }

    /// What the timer on the screen has counted; `None` where none shows.
    pub fn timed(&self) -> Option<Duration> {
        match &self.screen {
            Screen::Practice(screen) if self.overlay.is_none() => Some(screen.sitting.ticking()?.at(self.now?)),
            Screen::Stories(screen) if self.overlay.is_none() => match &screen.page {
                Page::Recall(recall) if recall.waits() => Some(recall.timer.at(self.now?)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Where the explorer's panes are.
    pub fn regions(&self) -> Regions {
        let browse = &self.browse;
        regions(Shape {
            size: self.size,
            focus: browse.focus,
            zoomed: browse.zoomed,
            fields: [browse.families.filter.shows(), browse.levels.filter.shows(), browse.detail.filter.shows()],
        })
    }

    /// Part of a sentence that names the key of `verb` where the reader is, as [`Keymap::words`].
    pub fn key_words(&self, verb: Verb, words: &str) -> String {
        self.keys.words(self.context_below(), verb, words)
    }

    /// What keys mean right now.
    pub fn context(&self) -> Context {
        match (&self.overlay, &self.screen) {
            (Some(Overlay::Help(_)), _) => Context::Help,
            (Some(Overlay::Messages(_)), _) => Context::Messages,
            (Some(Overlay::Pick(_)), _) => Context::Pick,
            (Some(Overlay::Search(_)), _) => Context::Search,
            (Some(Overlay::Told(_)), _) => Context::Told,
            (Some(Overlay::Themes(_)), _) => Context::Themes,
            (None, Screen::Bookmarks(list)) if list.tags.is_some() => Context::Tags,
            (None, Screen::Gap(screen)) if screen.evidence.is_some() => Context::Evidence,
            (None, Screen::Practice(screen)) if screen.field.is_some() => Context::Line,
            (None, Screen::Bookmarks(list)) if list.is_typing() => Context::Field,
            (None, Screen::Browse) if self.browse.filter().is_typing() => Context::Field,
            (None, _) => self.context_below(),
        }
    }

    /// The context under an open help, whose verbs it lists and runs.
    pub fn context_below(&self) -> Context {
        match &self.screen {
            Screen::Bookmarks(_) => Context::Bookmarks,
            Screen::Compare(_) => Context::Compare,
            Screen::Ladder(view) => match view.set.face {
                Face::Steps => Context::Ladder,
                Face::Grid => Context::Grid,
            },
            Screen::Map(_) => Context::Map,
            Screen::Gap(_) => Context::Gap,
            Screen::Near(_) => Context::Near,
            Screen::Term(_) => Context::Term,
            Screen::Progress(_) => Context::Progress,
            Screen::Stories(screen) => match &screen.page {
                Page::Bank => Context::Stories,
                Page::Reading(_) => Context::Story,
                Page::Recall(recall) if recall.waits() => Context::Recall,
                Page::Recall(_) => Context::Recalled,
            },
            Screen::Practice(screen) => practised(&screen.sitting.stage),
            Screen::Browse => match self.browse.focus {
                Pane::Families => Context::Families,
                Pane::Levels => Context::Levels,
                Pane::Detail => Context::Detail,
            },
        }
    }
}

/// What keys mean at a stage of practice.
fn practised(stage: &Stage) -> Context {
    match stage {
        Stage::Opening | Stage::Start => Context::Start,
        Stage::Doubted(_) => Context::Clock,
        Stage::Plan(_) => Context::Plan,
        Stage::Lengths => Context::Lengths,
        Stage::WarmUp(..) => Context::WarmUp,
        Stage::Pairing(_) => Context::Pairing,
        Stage::Drill(drilling) => match (&drilling.on, drilling.heard) {
            (None, _) => Context::Summary,
            (Some(_), Heard::Waiting) => Context::Drill,
            (Some(_), Heard::Shown) => Context::Drilled,
        },
        Stage::Summary(_) => Context::Summary,
        Stage::Question(run, turn) => match turn {
            Turn::Ask(asked) => match asked.writing {
                Writing::No if run.is_asking() => Context::Interview,
                Writing::No => Context::Ask,
                Writing::Here(_) => Context::Writing,
                Writing::Aloud(_) => Context::Line,
            },
            Turn::Predict(_) => Context::Predict,
            Turn::Reveal(_) => Context::Reveal,
            Turn::FollowUp(..) if run.is_asking() => Context::Further,
            Turn::FollowUp(..) => Context::FollowUp,
            Turn::Result(kept) if kept.judging == Judging::Choosing => Context::Judge,
            Turn::Result(_) => Context::Result,
            Turn::Redo(..) => Context::OnceMore,
        },
    }
}
