//! [`Tellings`]: how often each story was told, and when last, by the answers that stand.

use std::collections::HashMap;

use super::Practice;
use crate::domain::practice::StudyDay;
use crate::domain::story::{Story, StorySlug};

/// How often each story was told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tellings(HashMap<StorySlug, Told>);

/// How often one story was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// In how many answers.
    pub times: usize,
    /// The latest day of them.
    pub last: StudyDay,
}

impl Tellings {
    /// How often `story` was told, and when last; `None` where it never was.
    pub fn of(&self, story: &Story) -> Option<Told> {
        self.0.get(&story.slug).copied()
    }

    /// In how many answers `story` was told.
    pub fn times(&self, story: &Story) -> usize {
        self.of(story).map_or(0, |told| told.times)
    }
}

impl Practice {
    /// How often each story was told, by its name in answers that were not undone.
    pub fn tellings(&self) -> Tellings {
        let mut told: HashMap<StorySlug, Told> = HashMap::new();
        for (_, review) in self.log() {
            let Some(slug) = review.story.as_deref().and_then(StorySlug::named) else { continue };
            let day = review.moment.day;
            let known = told.entry(slug).or_insert(Told { times: 0, last: day });
            *known = Told { times: known.times + 1, last: known.last.max(day) };
        }
        Tellings(told)
    }
}
