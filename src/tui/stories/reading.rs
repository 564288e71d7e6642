//! One story, as it is told.

use super::{About, bank};
use crate::domain::RoleId;
use crate::domain::story::{Heading, StorySlug};
use crate::tui::practice::Page;
use crate::tui::theme::Ink;

/// How far what belongs under a heading is set in.
const INDENT: usize = 2;

/// Writes the story called `slug`.
pub(super) fn write(about: &About<'_>, role: Option<&RoleId>, slug: &StorySlug, page: &mut Page) {
    let Some(story) = about.shelf.and_then(|shelf| shelf.story(slug)) else {
        let broken = about.shelf.and_then(|shelf| shelf.wrong(slug)).map(bank::wrong);
        let words = broken.unwrap_or_else(|| format!("The story {slug} is no longer there."));
        return page.text(Ink::Wrong, 0, &words);
    };
    page.text(Ink::Strong, 0, &story.title);
    page.text(Ink::Faint, 0, &bank::facts(story, about.tellings().of(story)));
    for (name, fact) in [("when", &story.when), ("metric", &story.metric), ("stakes", &story.stakes)] {
        if let Some(fact) = fact {
            page.text(Ink::Text, 0, &format!("{name}: {fact}"));
        }
    }
    let shows = about.shows(role, story);
    if !shows.is_empty() {
        page.text(Ink::Text, 0, &format!("shows: {shows}"));
    }
    for error in story.probes.iter().filter_map(|probe| about.catalog.check_probe(probe).err()) {
        page.text(Ink::Wrong, 0, &error.to_string());
    }
    for heading in Heading::ALL {
        let part = story.part(heading);
        page.blank();
        page.heading(heading.words());
        if part.trim().is_empty() {
            page.text(Ink::Faint, INDENT, "(nothing written yet)");
        } else {
            page.text(Ink::Text, INDENT, part);
        }
    }
}
