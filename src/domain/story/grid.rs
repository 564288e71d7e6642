//! [`Grid`]: which story shows what a role is asked. Its empty columns are the message.

use super::Story;
use crate::domain::pool::Pool;
use crate::text::SafeText;

/// Stories by what a role's questions probe.
#[derive(Debug, Clone)]
pub struct Grid<'a> {
    /// The stories that are told, in their order: the rows.
    pub stories: Vec<&'a Story>,
    /// What is probed, in the order of the questions: the columns.
    pub columns: Vec<Shown<'a>>,
}

/// Something that is probed, with the stories that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'a> {
    /// What, as questions write it.
    pub probe: &'a SafeText,
    /// How many questions probe it.
    pub questions: usize,
    /// The places of the stories that show it.
    pub by: Vec<usize>,
}

impl<'a> Grid<'a> {
    /// The grid of `stories`, without those that are retired, by what the questions of `pool` probe.
    pub fn of(stories: &'a [Story], pool: &Pool<'a>) -> Self {
        let stories: Vec<&Story> = stories.iter().filter(|story| !story.retired).collect();
        let mut columns: Vec<Shown<'a>> = Vec::new();
        for probe in pool.questions.iter().flat_map(|pooled| &pooled.question.probes) {
            if let Some(known) = columns.iter_mut().find(|known| known.probe == probe) {
                known.questions += 1;
                continue;
            }
            let shows = stories.iter().enumerate().filter(|(_, story)| story.shows(probe));
            columns.push(Shown { probe, questions: 1, by: shows.map(|(place, _)| place).collect() });
        }
        Self { stories, columns }
    }

    /// What no story shows.
    pub fn empty(&self) -> impl Iterator<Item = &Shown<'a>> {
        self.columns.iter().filter(|shown| shown.by.is_empty())
    }
}
