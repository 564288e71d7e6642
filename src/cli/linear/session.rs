//! [`Session`]: where somebody is, and what a line they type leads to. No stdin, no disk and no clock: what is to be kept is
//! said, and comes back when it is.

use std::time::Duration;

mod compared;
mod pages;

use super::document::Document;
use super::find::{self, Found};
use super::practise::{Practising, Step, Then};
use crate::catalog::Catalog;
use crate::cli::resolve;
use crate::domain::{RoleId, practice};
use crate::search::Target;
use crate::store::{Bookmarks, Change, Entry, Practice, Remark};
use crate::text::SafeText;

const HELP: &str = "Type a number to choose from the list, or one of these words:\n\
    families: all families\n\
    show ROLE: a role, by its id, its title or a part of either, such as payment:senior\n\
    search WORDS: find roles, skills, KPIs and questions\n\
    compare ROLE ROLE: two roles; compare ROLE: this one and another; compare: this one and the next rung\n\
    bookmark: keep the role you are at, or take the bookmark away\n\
    bookmarks: the roles you keep\n\
    practice: interview questions for the role you are at; practice ROLE: for another\n\
    all: the whole text of a role or a comparison\n\
    again: the list once more\n\
    back: to where you were before\n\
    help: this\n\
    quit: the end; the end of input ends it too\n";

/// This moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// As it is written with an answer.
    pub at: practice::Moment,
    /// The time since the start.
    pub passed: Duration,
}

/// Something to be kept.
#[derive(Debug, PartialEq)]
pub(super) enum Keep {
    /// A bookmark.
    Bookmark(Change),
    /// Something practised.
    Practice(Box<Remark>),
}

/// What a line leads to.
#[derive(Debug, Default)]
pub(super) struct Reply {
    /// What is said, whole lines.
    pub text: String,
    /// What is to be kept after that is said.
    pub keep: Vec<Keep>,
    /// Whether practice goes on by itself, once that is kept.
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
    Practice(Box<Practising>),
}

/// Somebody who types lines.
pub(super) struct Session<'a> {
    catalog: &'a Catalog,
    bookmarks: Bookmarks,
    practice: Practice,
    minutes: u16,
    place: Place,
    back: Vec<Place>,
    over: bool,
}

impl<'a> Session<'a> {
    /// At the families, with what is kept; plans take so many minutes.
    pub(super) fn new(catalog: &'a Catalog, bookmarks: Bookmarks, practice: Practice, minutes: u16) -> Self {
        Self { catalog, bookmarks, practice, minutes, place: Place::Families, back: Vec::new(), over: false }
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
    pub(super) fn begin_practice(&mut self, role: RoleId, now: Moment) -> String {
        self.practise(role, now).text
    }

    /// What to type at.
    pub(super) fn prompt(&self) -> &'static str {
        match &self.place {
            Place::Families => "Family number or word: ",
            Place::Family(_) | Place::Roles(_) => "Role number or word: ",
            Place::Document(_) => "Section number or word: ",
            Place::Hits(..) => "Number or word: ",
            Place::Practice(practising) => practising.prompt(),
        }
    }

    /// Whether it is over.
    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Takes a line.
    pub(super) fn answer(&mut self, line: &str, now: Moment) -> Reply {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let (word, rest) = (word.to_lowercase(), rest.trim());
        if rest.is_empty() && ["quit", "exit", "q"].contains(&&*word) && !self.takes_any_word(&word) {
            self.over = true;
            return Reply { text: "Good bye.\n".to_owned(), keep: self.end(now), goes_on: false };
        }
        if let Place::Practice(practising) = &mut self.place {
            let step = practising.answer(self.catalog, &self.practice, line, now);
            return self.after(step);
        }
        if let Ok(number) = word.parse::<usize>()
            && rest.is_empty()
        {
            return self.choose(number);
        }
        match &*word {
            "" | "again" | "a" => self.here().into(),
            "help" | "h" | "?" => HELP.to_owned().into(),
            "back" | "b" => self.go_back(),
            "families" | "home" => self.open(Place::Families),
            "search" | "s" | "find" if rest.is_empty() => {
                "Search for what? Type search and some words.\n".to_owned().into()
            }
            "search" | "s" | "find" => self.search(rest),
            "show" if rest.is_empty() => {
                "Show which role? Type show and a part of its id or title.\n".to_owned().into()
            }
            "show" => self.with_role(rest, |session, role| session.open_role(&role)),
            "all" => match &self.place {
                Place::Document(document) => document.all().into(),
                _ => "There is no text here: choose a role first.\n".to_owned().into(),
            },
            "compare" | "c" => self.compare(rest),
            "bookmark" if rest.is_empty() => self.here_or_say(Self::bookmark),
            "bookmark" => self.with_role(rest, Self::bookmark),
            "bookmarks" => self.list_bookmarks(),
            "practice" | "practise" | "p" if rest.is_empty() => {
                self.here_or_say(|session, role| session.practise(role, now))
            }
            "practice" | "practise" | "p" => self.with_role(rest, |session, role| session.practise(role, now)),
            _ => format!("{} is no word here. Type help for the words.\n", SafeText::line(line)).into(),
        }
    }

    /// Goes on in practice, after something was kept or could not be.
    pub(super) fn go_on(&mut self, now: Moment) -> String {
        match &mut self.place {
            Place::Practice(practising) => practising.go_on(self.catalog, &self.practice, now),
            _ => String::new(),
        }
    }

    /// What is to be kept when it ends here.
    pub(super) fn end(&mut self, now: Moment) -> Vec<Keep> {
        match &mut self.place {
            Place::Practice(practising) => practising.end(now),
            _ => Vec::new(),
        }
    }

    /// A bookmark is on disk.
    pub(super) fn kept(&mut self, entry: &Entry<Change>) -> String {
        self.bookmarks.apply(entry);
        let title = |of: &crate::store::Subject| {
            of.roles().iter().map(|role| self.title(role)).collect::<Vec<_>>().join(" and ")
        };
        match &entry.record {
            Change::Add { of } => format!("Bookmarked {}.\n", title(of)),
            Change::Remove { of } => format!("Bookmark on {} removed.\n", title(of)),
            _ => "Kept.\n".to_owned(),
        }
    }

    /// Something practised is on disk: what is said to that, and what is to be kept besides.
    pub(super) fn practised(&mut self, entry: &Entry<Remark>, now: Moment) -> (String, Vec<Keep>) {
        self.practice.apply(entry);
        match &mut self.place {
            Place::Practice(practising) => practising.kept(entry, now),
            _ => (String::new(), Vec::new()),
        }
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
            Place::Practice(practising) => practising.here(self.catalog, &self.practice),
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

    fn choose(&mut self, number: usize) -> Reply {
        let place = number.checked_sub(1);
        let (count, opened) = match &self.place {
            Place::Families => {
                let count = self.catalog.families().len();
                (count, place.filter(|place| *place < count).map(Place::Family))
            }
            Place::Family(family) => {
                let family = self.catalog.families().get(*family);
                let rungs = family.map_or(&[][..], |family| &family.rungs);
                let role =
                    family.zip(place.and_then(|place| rungs.get(place))).map(|(family, rung)| family.role_id(rung));
                (rungs.len(), role.and_then(|role| Document::of_role(self.catalog, &role)).map(Place::Document))
            }
            Place::Document(document) => {
                if let Some(section) = place.and_then(|place| document.section(place)) {
                    return section.into();
                }
                (document.len(), None)
            }
            Place::Roles(roles) => {
                let role = place.and_then(|place| roles.get(place));
                (roles.len(), role.and_then(|role| Document::of_role(self.catalog, role)).map(Place::Document))
            }
            Place::Hits(_, targets) => {
                if let Some(target) = place.and_then(|place| targets.get(place)).cloned() {
                    return self.follow(&target);
                }
                (targets.len(), None)
            }
            Place::Practice(_) => (0, None),
        };
        match opened {
            Some(place) => self.open(place),
            None => format!("There is no {number}: the list goes from 1 to {count}.\n").into(),
        }
    }

    /// Opens what was found.
    fn follow(&mut self, target: &Target) -> Reply {
        if let Target::Family(id) = target {
            let place = self.catalog.families().iter().position(|family| family.id == *id);
            return place.map(|place| self.open(Place::Family(place))).unwrap_or_default();
        }
        match (&find::roles(target)[..], target) {
            ([role], _) => self.open_role(role),
            ([], Target::Skill(id)) => self.search(&format!("skill:{id}")),
            ([], _) => format!("It has no page here: {} is its id.\n", target.id()).into(),
            (several, _) => self.open_compared(several),
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

    fn here_or_say(&mut self, then: impl FnOnce(&mut Self, RoleId) -> Reply) -> Reply {
        match self.role() {
            Some(role) => then(self, role),
            None => "You are at no role: choose one, or type its id behind the word.\n".to_owned().into(),
        }
    }

    fn with_role(&mut self, typed: &str, then: impl FnOnce(&mut Self, RoleId) -> Reply) -> Reply {
        match resolve::role(self.catalog, typed) {
            Ok(role) => then(self, role),
            Err(failure) => format!("{}\n", failure.message()).into(),
        }
    }

    fn bookmark(&mut self, role: RoleId) -> Reply {
        let is_there = self.bookmarks.contains(&role);
        let of = role.into();
        let change = if is_there { Change::Remove { of } } else { Change::Add { of } };
        Reply { keep: vec![Keep::Bookmark(change)], ..Reply::default() }
    }

    fn list_bookmarks(&mut self) -> Reply {
        let roles = self.bookmarks.iter().filter_map(|bookmark| bookmark.of().role().cloned());
        let roles: Vec<RoleId> = roles.filter(|role| self.catalog.rung(role).is_some()).collect();
        if roles.is_empty() {
            return "No role is bookmarked: bookmark keeps the one you are at.\n".to_owned().into();
        }
        self.open(Place::Roles(roles))
    }

    fn search(&mut self, typed: &str) -> Reply {
        let Found { text, targets } = find::find(&find::index(self.catalog, &self.bookmarks), typed);
        if targets.is_empty() { text.into() } else { self.open(Place::Hits(text, targets)) }
    }

    fn practise(&mut self, role: RoleId, now: Moment) -> Reply {
        let here = self.bookmarks.pinned(crate::store::Pin::Here).cloned();
        match Practising::new(self.catalog, role, here, self.minutes, now) {
            Ok(practising) => self.open(Place::Practice(Box::new(practising))),
            Err(why) => format!("{why}\n").into(),
        }
    }

    /// What a line in practice leads to.
    fn after(&mut self, step: Step) -> Reply {
        let Step { text, keep, then } = step;
        if then == Then::Leaves {
            let back = self.go_back();
            return Reply { text: text + &back.text, keep, goes_on: false };
        }
        Reply { text, keep, goes_on: then == Then::GoesOn }
    }
}
