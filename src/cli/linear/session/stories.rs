//! Stories in words: how they stand, what none of them shows, and each as it is told.

use super::{Place, Reply, Session};
use crate::cli::linear::errand::Errand;
use crate::domain::RoleId;
use crate::domain::story::{Grid, Heading, Health, Story, StorySlug};
use crate::store::Pin;
use crate::text::SafeText;
use crate::tui::stories::{facts, wrong};

/// How a story is written.
const WRITING: &str = "A new one begins with: rungs practice story new TITLE --edit\n";

impl Session<'_> {
    /// Goes to the stories, which are read first.
    pub(super) fn open_stories(&mut self) -> Reply {
        let before = std::mem::replace(&mut self.place, Place::Stories);
        if !matches!(before, Place::Stories) {
            self.back.push(before);
        }
        Reply { errands: vec![Errand::Stories], ..Reply::default() }
    }

    /// How they stand, and each by number.
    pub(super) fn stories(&self) -> String {
        let (there, tellings) = (&self.kept.shelf, self.kept.practice.tellings());
        let mut text = String::new();
        if there.stories.is_empty() {
            text.push_str("No stories yet. A story is something you did, written down so that you can tell it.\n");
        } else {
            let health = Health::of(&there.stories, |story| tellings.times(story));
            text.extend([format!("{health}.\n")]);
            text.extend(health.wants().into_iter().map(|want| format!("Missing: {want}.\n")));
        }
        text.extend(self.nothing_shows());
        for (place, story) in there.stories.iter().enumerate() {
            let shows = self.shows(story);
            let shows = if shows.is_empty() { shows } else { format!("; shows {shows}") };
            text.extend([format!("{}. {}, {}{shows}\n", place + 1, story.title, facts(story, tellings.of(story)))]);
        }
        text.extend(there.broken.iter().map(|broken| format!("Not a story as it stands: {}\n", wrong(broken))));
        text + WRITING
    }

    /// What the wanted role is asked and no story shows.
    fn nothing_shows(&self) -> Option<String> {
        let role = self.wanted()?;
        let pool = self.catalog.pool(role)?;
        let grid = Grid::of(&self.kept.shelf.stories, &pool);
        let names = grid.empty().map(|shown| self.catalog.probe_name(role.family(), shown.probe).to_string());
        let names: Vec<String> = names.collect();
        let title = self.title(role);
        (!names.is_empty()).then(|| format!("{title} is asked, and no story shows: {}.\n", names.join("; ")))
    }

    fn wanted(&self) -> Option<&RoleId> {
        self.kept.bookmarks.pinned(Pin::Want).filter(|role| self.catalog.rung(role).is_some())
    }

    fn shows(&self, story: &Story) -> String {
        let family = self.wanted().map_or("", |role| role.family());
        let names = story.probes.iter().map(|probe| self.catalog.probe_name(family, probe).to_string());
        names.collect::<Vec<_>>().join("; ")
    }

    /// One story, as it is told.
    pub(super) fn story(&self, named: &StorySlug) -> String {
        let there = &self.kept.shelf;
        let Some(story) = there.story(named) else {
            let broken = there.wrong(named).map(wrong);
            return broken.unwrap_or_else(|| format!("The story {named} is no longer there")) + "\n";
        };
        let mut text = format!("{}\n{}\n", story.title, facts(story, self.kept.practice.tellings().of(story)));
        for (name, fact) in [("When", &story.when), ("Metric", &story.metric), ("Stakes", &story.stakes)] {
            text.extend(fact.as_ref().map(|fact| format!("{name}: {fact}\n")));
        }
        let shows = self.shows(story);
        if !shows.is_empty() {
            text.extend([format!("Shows: {shows}\n")]);
        }
        for error in story.probes.iter().filter_map(|probe| self.catalog.check_probe(probe).err()) {
            text.extend([format!("{error}\n")]);
        }
        for heading in Heading::ALL {
            let part = story.part(heading).trim();
            let part = if part.is_empty() { "nothing written yet" } else { part };
            text.extend([format!("{}: {part}\n", heading.words())]);
        }
        text
    }

    /// The story whose name is `typed`, or whose title has it.
    pub(super) fn find_story(&mut self, typed: &str) -> Reply {
        if typed.is_empty() {
            return "Which story? Type story and a part of its title; stories lists them.\n".to_owned().into();
        }
        let small = typed.to_lowercase();
        let named = |story: &&Story| story.slug.as_str() == small;
        let stories = &self.kept.shelf.stories;
        let mut found: Vec<&Story> = stories.iter().filter(named).collect();
        if found.is_empty() {
            found = stories.iter().filter(|story| story.title.to_lowercase().contains(&small)).collect();
        }
        match &found[..] {
            [] => format!("No story has {} in its title; stories lists them.\n", SafeText::line(typed)).into(),
            [one] => self.story(&one.slug.clone()).into(),
            several => {
                let titles: Vec<&str> = several.iter().map(|story| story.title.as_str()).collect();
                format!("Several have it: {}. Type more of one.\n", titles.join("; ")).into()
            }
        }
    }
}
