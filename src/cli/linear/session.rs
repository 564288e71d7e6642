//! [`Session`]: where somebody is, and what a line they type leads to. No stdin, no disk and no clock: what is to be kept is
//! said, and comes back when it is.

mod chosen;
mod compared;
mod help;
mod pages;
mod stories;

use super::document::Document;
use super::errand::{Done, Errand};
use super::find::{self, Found};
use super::practise::{Known, Practising, Step, Then};
use crate::catalog::Catalog;
use crate::cli::resolve;
use crate::domain::RoleId;
use crate::search::Target;
use crate::store::{Bookmarks, Change, Entry, Pin, Practice, Remark, Shelf};
use crate::text::SafeText;
use crate::tui::practice::{Now, Paper};

/// What a line leads to.
#[derive(Debug, Default)]
pub(super) struct Reply {
    /// What is said, whole lines.
    pub text: String,
    /// What is to be done before that is said.
    pub errands: Vec<Errand>,
    /// Whether practice goes on by itself, once that is done.
    pub goes_on: bool,
}

impl From<String> for Reply {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// Where somebody is.
#[derive(Debug)]
enum Place {
    Families,
    Family(usize),
    Document(Document),
    Roles(Vec<RoleId>),
    Hits(String, Vec<Target>),
    Stories,
    Practice(Box<Practising>),
}

/// What is kept, as it is known now.
#[derive(Debug)]
pub(super) struct Kept {
    pub bookmarks: Bookmarks,
    pub practice: Practice,
    pub shelf: Shelf,
}

/// Somebody who types lines.
pub(super) struct Session<'a> {
    catalog: &'a Catalog,
    kept: Kept,
    minutes: u16,
    now: Now,
    place: Place,
    back: Vec<Place>,
    over: bool,
}

impl<'a> Session<'a> {
    /// At the families, with what is kept; plans take so many minutes.
    pub(super) fn new(catalog: &'a Catalog, kept: Kept, minutes: u16, now: Now) -> Self {
        Self { catalog, kept, minutes, now, place: Place::Families, back: Vec::new(), over: false }
    }

    /// The first words.
    pub(super) fn begin(&mut self) -> String {
        format!("rungs, career ladders. Type a number or a word; help lists the words.\n{}", self.here())
    }

    /// The first words, at a role.
    pub(super) fn begin_at(&mut self, role: &RoleId) -> String {
        self.open_role(role).text
    }

    /// The first words, at the practice of a role.
    pub(super) fn begin_practice(&mut self, role: RoleId) -> String {
        self.practise(role).text
    }

    /// What to type at.
    pub(super) fn prompt(&self) -> &'static str {
        match &self.place {
            Place::Families => "Family number or word: ",
            Place::Family(_) | Place::Roles(_) => "Role number or word: ",
            Place::Document(_) => "Section number or word: ",
            Place::Stories => "Story number or word: ",
            Place::Hits(..) => "Number or word: ",
            Place::Practice(practising) => practising.prompt(),
        }
    }

    /// Whether it is over.
    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Takes a line.
    pub(super) fn answer(&mut self, line: &str, now: Now) -> Reply {
        self.now = now;
        let typed = line.trim();
        let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let (word, rest) = (word.to_lowercase(), rest.trim());
        if rest.is_empty() && ["quit", "exit", "q"].contains(&&*word) && !self.takes_any_word(&word) {
            self.over = true;
            let end = self.end(now);
            return Reply { text: end.text + "Good bye.\n", ..end };
        }
        if let (Place::Practice(practising), known) = self.practising() {
            let step = practising.answer(known, line);
            return self.after(step);
        }
        if let Ok(number) = word.parse::<usize>()
            && rest.is_empty()
        {
            return self.choose(number);
        }
        self.word(&word, rest, typed)
    }

    /// Follows a word, with what stands behind it.
    fn word(&mut self, word: &str, rest: &str, typed: &str) -> Reply {
        match word {
            "" | "again" | "a" => self.here().into(),
            "help" | "h" | "?" => self.help().into(),
            "back" | "b" => self.go_back(),
            "families" | "home" => self.open(Place::Families),
            "search" | "s" | "find" if rest.is_empty() => {
                "Search for what? Type search and some words, such as search senior payment.\n".to_owned().into()
            }
            "search" | "s" | "find" => self.search(rest),
            "show" if rest.is_empty() => {
                "Show which role? Type show and a part of its id or title, such as show payment:senior.\n"
                    .to_owned()
                    .into()
            }
            "show" => self.with_role(rest, |session, role| session.open_role(&role)),
            "all" => match &self.place {
                Place::Document(document) => document.all().into(),
                _ => "There is no text here: choose a role first, or type show and its id.\n".to_owned().into(),
            },
            "compare" | "c" => self.compare(rest),
            "bookmark" if rest.is_empty() => self.here_or_say("bookmark", Self::bookmark),
            "bookmark" => self.with_role(rest, Self::bookmark),
            "bookmarks" => self.list_bookmarks(),
            "practice" | "practise" | "p" if rest.is_empty() => self.here_or_say("practice", Self::practise),
            "practice" | "practise" | "p" => self.with_role(rest, Self::practise),
            "stories" => self.open_stories(),
            "story" => self.find_story(rest),
            "quit" | "exit" | "q" => "Type quit alone to end.\n".to_owned().into(),
            _ => format!("{} is no word here. Type help for the words.\n", SafeText::line(typed)).into(),
        }
    }

    /// Goes on in practice, after what was to be done is done.
    pub(super) fn go_on(&mut self) -> Reply {
        match self.practising() {
            (Place::Practice(practising), known) => {
                let step = practising.go_on(known);
                self.after(step)
            }
            _ => Reply::default(),
        }
    }

    /// What is to be kept when it ends here.
    pub(super) fn end(&mut self, now: Now) -> Reply {
        self.now = now;
        match self.practising() {
            (Place::Practice(practising), known) => {
                let step = practising.leave(known);
                self.after(step)
            }
            _ => Reply::default(),
        }
    }

    /// A bookmark is on disk.
    pub(super) fn bookmarked(&mut self, entry: &Entry<Change>) -> String {
        self.kept.bookmarks.apply(entry);
        let title = |of: &crate::store::Subject| {
            of.roles().iter().map(|role| self.title(role)).collect::<Vec<_>>().join(" and ")
        };
        match &entry.record {
            Change::Add { of } => format!("Bookmarked {}.\n", title(of)),
            Change::Remove { of } => format!("Bookmark on {} removed.\n", title(of)),
            _ => "Kept.\n".to_owned(),
        }
    }

    /// Something practised is on disk.
    pub(super) fn practised(&mut self, entries: &[Entry<Remark>]) -> Done {
        self.kept.practice.extend(entries);
        match self.practising() {
            (Place::Practice(practising), known) => practising.kept(known, entries),
            _ => Done::default(),
        }
    }

    /// An answer is in its file, or came from there.
    pub(super) fn written(&mut self, paper: Paper) -> Vec<Errand> {
        match self.practising() {
            (Place::Practice(practising), known) => practising.written(known, paper),
            _ => Vec::new(),
        }
    }

    /// The editor is done with an answer.
    pub(super) fn edited(&mut self, paper: Paper) -> Done {
        match self.practising() {
            (Place::Practice(practising), known) => practising.edited(known, paper),
            _ => Done::default(),
        }
    }

    /// The stories are read.
    pub(super) fn shelved(&mut self, stories: Shelf) -> String {
        self.kept.shelf = stories;
        match self.practising() {
            (Place::Practice(practising), known) => practising.shelved(known),
            _ => self.here(),
        }
    }

    /// The place, and what practice there is made from.
    fn practising(&mut self) -> (&mut Place, Known<'_>) {
        let Kept { practice, shelf, .. } = &self.kept;
        (&mut self.place, Known { catalog: self.catalog, practice, shelf, now: self.now })
    }

    fn known(&self) -> Known<'_> {
        let Kept { practice, shelf, .. } = &self.kept;
        Known { catalog: self.catalog, practice, shelf, now: self.now }
    }

    /// Whether a word is an answer where it could also end everything.
    fn takes_any_word(&self, word: &str) -> bool {
        word == "q" && matches!(self.place, Place::Practice(_))
    }

    fn title(&self, role: &RoleId) -> String {
        self.catalog.rung(role).map_or_else(|| role.to_string(), |(_, rung)| rung.title.to_string())
    }

    /// The place in words.
    fn here(&self) -> String {
        match &self.place {
            Place::Families => self.families(),
            Place::Family(place) => {
                self.catalog.families().get(*place).map(|family| self.family(family)).unwrap_or_default()
            }
            Place::Document(document) => self.document(document),
            Place::Roles(roles) => self.roles(roles),
            Place::Hits(text, _) => text.clone(),
            Place::Stories => self.stories(),
            Place::Practice(practising) => practising.asks(self.known()),
        }
    }

    /// Goes to `place`, from where `back` comes back.
    fn open(&mut self, place: Place) -> Reply {
        let before = std::mem::replace(&mut self.place, place);
        self.back.push(before);
        self.here().into()
    }

    fn go_back(&mut self) -> Reply {
        match self.back.pop() {
            Some(place) => {
                self.place = place;
                self.here().into()
            }
            None => "There is nothing to go back to. Type quit to end.\n".to_owned().into(),
        }
    }

    fn open_role(&mut self, role: &RoleId) -> Reply {
        match Document::of_role(self.catalog, role) {
            Some(document) => self.open(Place::Document(document)),
            None => format!("{role} is not in this catalog.\n").into(),
        }
    }

    /// The role that this place is about.
    fn role(&self) -> Option<RoleId> {
        match &self.place {
            Place::Document(document) => document.roles.first().cloned(),
            _ => None,
        }
    }

    fn here_or_say(&mut self, word: &str, then: impl FnOnce(&mut Self, RoleId) -> Reply) -> Reply {
        match self.role() {
            Some(role) => then(self, role),
            None => format!("You are at no role: choose one, or type {word} and its id.\n").into(),
        }
    }

    fn with_role(&mut self, typed: &str, then: impl FnOnce(&mut Self, RoleId) -> Reply) -> Reply {
        match resolve::role(self.catalog, typed) {
            Ok(role) => then(self, role),
            Err(failure) => format!("{}\n", failure.message()).into(),
        }
    }

    fn bookmark(&mut self, role: RoleId) -> Reply {
        let is_there = self.kept.bookmarks.contains(&role);
        let of = role.into();
        let change = if is_there { Change::Remove { of } } else { Change::Add { of } };
        Reply { errands: vec![Errand::Bookmark(change)], ..Reply::default() }
    }

    fn list_bookmarks(&mut self) -> Reply {
        let roles = self.kept.bookmarks.iter().filter_map(|bookmark| bookmark.of().role().cloned());
        let roles: Vec<RoleId> = roles.filter(|role| self.catalog.rung(role).is_some()).collect();
        if roles.is_empty() {
            return "No role is bookmarked: bookmark keeps the one you are at.\n".to_owned().into();
        }
        self.open(Place::Roles(roles))
    }

    fn search(&mut self, typed: &str) -> Reply {
        let Found { text, targets } = find::find(&find::index(self.catalog, &self.kept), typed);
        if targets.is_empty() { text.into() } else { self.open(Place::Hits(text, targets)) }
    }

    fn practise(&mut self, role: RoleId) -> Reply {
        let here = self.kept.bookmarks.pinned(Pin::Here).cloned();
        match Practising::new(self.catalog, role, here, self.minutes) {
            Ok(practising) => self.open(Place::Practice(Box::new(practising))),
            Err(why) => format!("{why}\n").into(),
        }
    }

    /// What a line in practice leads to.
    fn after(&mut self, step: Step) -> Reply {
        let Step { text, errands, then } = step;
        match then {
            Then::Waits => Reply { text, errands, goes_on: false },
            Then::GoesOn => Reply { text, errands, goes_on: true },
            Then::Leaves => Reply { text: text + &self.go_back().text, errands, goes_on: false },
        }
    }
}
