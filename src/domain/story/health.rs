//! [`Health`]: whether somebody has stories enough, good ones, one of a failure, and tells none too often.

use std::fmt;

use super::Story;

/// How many stories there should be.
const ENOUGH: std::ops::RangeInclusive<usize> = 8..=12;
/// How many of them should be strong.
const STRONG: usize = 5;
/// From which strength on a story is strong.
const STRENGTH: u8 = 4;
/// How often a story may have been told.
const OFTEN: usize = 3;

/// How the stories of somebody stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health<'a> {
    /// How many are told.
    pub stories: usize,
    /// How many of them are of strength 4 or 5.
    pub strong: usize,
    /// How many tell of a failure.
    pub failures: usize,
    /// Those told more than three times, with how often.
    pub worn: Vec<(&'a Story, usize)>,
}

/// How many there are, how many of them good ones, and how many of a failure.
impl fmt::Display for Health<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stories, strong, failures, .. } = self;
        let ies = if *stories == 1 { "y" } else { "ies" };
        write!(f, "{stories} stor{ies}, {strong} of strength {STRENGTH} or 5, {failures} of a failure")
    }
}

impl<'a> Health<'a> {
    /// How `stories` stand; `used` says how often each was told.
    pub fn of(stories: &'a [Story], used: impl Fn(&Story) -> usize) -> Self {
        let told: Vec<&Story> = stories.iter().filter(|story| !story.retired).collect();
        let is_strong = |story: &&&Story| story.strength.is_some_and(|strength| strength.value() >= STRENGTH);
        let worn = told.iter().map(|story| (*story, used(story))).filter(|(_, times)| *times > OFTEN);
        Self {
            stories: told.len(),
            strong: told.iter().filter(is_strong).count(),
            failures: told.iter().filter(|story| story.failure).count(),
            worn: worn.collect(),
        }
    }

    /// What is missing, in words; nothing where all is well.
    pub fn wants(&self) -> Vec<String> {
        let mut wants = Vec::new();
        if self.stories < *ENOUGH.start() {
            let s = if self.stories == 1 { "y" } else { "ies" };
            wants.push(format!("{} stor{s}, {} to {} are good to have", self.stories, ENOUGH.start(), ENOUGH.end()));
        } else if self.stories > *ENOUGH.end() {
            wants.push(format!("{} stories, more than {} are hard to keep", self.stories, ENOUGH.end()));
        }
        if self.strong < STRONG {
            wants.push(format!("{} of strength {STRENGTH} or 5, {STRONG} are good to have", self.strong));
        }
        if self.failures == 0 {
            wants.push("none of a failure; one is nearly always asked for (failure = true)".to_owned());
        }
        wants.extend(self.worn.iter().map(|(story, times)| format!("{} was told {times} times", story.title)));
        wants
    }
}
