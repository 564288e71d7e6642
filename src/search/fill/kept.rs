//! The lines of what a reader keeps: tags, notes and stories.

use crate::domain::story::{Heading, Story};
use crate::domain::{Probe, RoleId};
use crate::search::entry::{Field, Kind, Target};
use crate::search::names::{Names, called};
use crate::search::part::{Builder, NONE, Part, Term, Use};
use crate::store::{Bookmark, Bookmarks, Subject};

/// What a reader keeps, as far as it is searched.
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    /// The bookmarks, with tags and notes.
    pub bookmarks: &'a Bookmarks,
    /// The stories.
    pub stories: &'a [Story],
}

/// What is kept, as a part, and the numbers of the roles that are bookmarked.
pub(in crate::search) fn kept(names: &Names, titles: &Part, kept: Kept<'_>) -> (Part, Vec<u32>) {
    let mut filling = Filling { build: Builder::default(), names, titles };
    let mut bookmarked = Vec::new();
    for bookmark in kept.bookmarks.iter() {
        if let Some(number) = bookmark.of().role().and_then(|id| names.roles.get(id)) {
            bookmarked.push(*number);
        }
        filling.tags(bookmark);
        filling.note(bookmark);
    }
    kept.stories.iter().for_each(|story| filling.story(story));
    (filling.build.finish(), bookmarked)
}

struct Filling<'a> {
    build: Builder,
    names: &'a Names,
    /// The part that has the roles.
    titles: &'a Part,
}

impl Filling<'_> {
    fn title(&self, id: &RoleId) -> String {
        let doc = self.names.roles.get(id).and_then(|number| self.titles.role(*number));
        let line = doc.and_then(|doc| self.titles.lines.get(doc.lines.start as usize));
        line.map_or_else(|| id.to_string(), |line| self.titles.text(line.text).to_owned())
    }

    fn subject(&self, of: &Subject) -> String {
        of.roles().iter().map(|id| self.title(id)).collect::<Vec<_>>().join(" + ")
    }

    /// Facts of the role that is bookmarked, for facets; a set has none.
    fn facts(&mut self, of: &Subject) {
        let number = of.role().and_then(|id| self.names.roles.get(id)).copied();
        if let Some(role) = number.and_then(|number| self.titles.role(number)) {
            self.build.facts(&role.facts);
        }
    }

    fn tags(&mut self, bookmark: &Bookmark) {
        if bookmark.tags().is_empty() {
            return;
        }
        let title = self.subject(bookmark.of());
        let tags: Vec<&str> = bookmark.tags().iter().map(|tag| tag.shown.as_str()).collect();
        self.begin(Kind::Bookmark, bookmark.of(), &tags.join(" "), &title, Field::Tags);
    }

    fn note(&mut self, bookmark: &Bookmark) {
        let Some(note) = bookmark.note() else { return };
        let title = self.subject(bookmark.of());
        let mut lines = note.shown.lines().map(str::trim).filter(|line| !line.is_empty());
        let Some(first) = lines.next() else { return };
        self.begin(Kind::Note, bookmark.of(), first, &title, Field::Note);
        for line in lines {
            self.build.say(Field::Note, line, NONE);
        }
    }

    /// A thing that hangs on a bookmark: what the reader wrote comes first, the role's title is only around it.
    fn begin(&mut self, kind: Kind, of: &Subject, written: &str, title: &str, field: Field) {
        self.build.doc(kind, Target::Kept(of.clone()), field, written, NONE);
        self.build.under(title);
        self.facts(of);
    }

    fn story(&mut self, story: &Story) {
        let target = Target::Story(story.slug.clone());
        self.build.doc(Kind::Story, target, Field::Title, &story.title, NONE);
        for text in [&story.metric, &story.stakes].into_iter().flatten() {
            self.build.say(Field::Story, text, NONE);
        }
        for heading in Heading::ALL {
            for line in story.part(heading).lines().map(str::trim).filter(|line| !line.is_empty()) {
                self.build.say(Field::Story, line, NONE);
            }
        }
        for probe in story.probes.iter().filter_map(|probe| Probe::of(probe)) {
            let what = match probe {
                Probe::Skill(id) => called(&self.names.skills, id).map(|place| Term::Skill(short(place))),
                Probe::Kpi(id) => called(&self.names.kpis, id).map(|place| Term::Kpi(short(place))),
                Probe::Thread(_) => None,
            };
            if let Some(what) = what {
                self.build.uses(Use { what, proficiency: 0, weight: 0, line: NONE });
            }
        }
    }
}

/// A place in a dictionary.
pub(in crate::search) fn short(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
