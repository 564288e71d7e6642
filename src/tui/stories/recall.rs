//! Recalling: the title of a question, ten seconds, the story that answers it; at its end the titles that met no story.

use super::{About, Stop, names};
use crate::catalog::Catalog;
use crate::domain::story::{Heading, RECALL_SECONDS, Story, StorySlug};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::Shelf;
use crate::text::SafeText;
use crate::tui::action::Verb;
use crate::tui::keymap::Context;
use crate::tui::practice::{Heard, Now, Page, Timer};
use crate::tui::theme::Ink;

/// How far what belongs under a heading is set in.
const INDENT: usize = 2;

/// Stories being recalled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recall {
    /// The questions whose titles are shown, in their order.
    questions: Vec<WholeQuestionId>,
    /// What came of those so far.
    pub met: Vec<Met>,
    /// Whether what was picked last shows, or the next title waits.
    pub heard: Heard,
    /// The time since the title showed.
    pub timer: Timer,
}

/// What a title met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The question.
    pub question: WholeQuestionId,
    /// The story that was picked; none where none came to mind.
    pub story: Option<StorySlug>,
    /// The seconds it took.
    pub secs: u32,
}

impl Recall {
    /// Through `questions`, from the first.
    pub fn new(questions: Vec<WholeQuestionId>, now: Now) -> Self {
        Self { questions, met: Vec::new(), heard: Heard::Waiting, timer: Timer::start(now) }
    }

    /// The question whose title shows; none at the end.
    pub fn on(&self) -> Option<&WholeQuestionId> {
        match self.heard {
            Heard::Waiting => self.questions.get(self.met.len()),
            Heard::Shown => self.met.last().map(|met| &met.question),
        }
    }

    /// Whether a title waits for its story.
    pub fn waits(&self) -> bool {
        self.heard == Heard::Waiting && self.on().is_some()
    }

    /// `story` was picked, or none came to mind.
    pub fn pick(&mut self, story: Option<StorySlug>, now: Now) {
        let Some(question) = self.on().filter(|_| self.waits()).cloned() else { return };
        self.timer.pause(now);
        self.met.push(Met { question, story, secs: self.timer.seconds(now) });
        self.heard = Heard::Shown;
    }

    /// Goes on to the next title, or to the end.
    pub fn go_on(&mut self, now: Now) {
        self.heard = Heard::Waiting;
        self.timer = if self.on().is_some() { Timer::start(now) } else { Timer::stopped(0) };
    }

    /// The titles that no story came for.
    pub fn unmet(&self) -> impl Iterator<Item = &WholeQuestionId> {
        self.met.iter().filter(|met| met.story.is_none()).map(|met| &met.question)
    }

    /// The title that shows.
    pub(super) fn title(&self, catalog: &Catalog, role: Option<&RoleId>) -> Option<String> {
        Some(title(catalog, role?, self.on()?))
    }
}

fn title(catalog: &Catalog, role: &RoleId, question: &WholeQuestionId) -> String {
    let pool = catalog.pool(role);
    let found = pool.as_ref().and_then(|pool| pool.question(question));
    found.map_or_else(|| question.to_string(), |pooled| pooled.question.title.to_string())
}

/// What the question `id` of `role` probes.
fn probes<'a>(catalog: &'a Catalog, role: Option<&RoleId>, id: &WholeQuestionId) -> &'a [SafeText] {
    let pool = role.and_then(|role| catalog.pool(role));
    let pooled = pool.into_iter().flat_map(|pool| pool.questions).find(|pooled| pooled.id == *id);
    pooled.map_or(&[], |pooled| &pooled.question.probes)
}

/// Writes what there is to pick, what was picked, or how all went; what each stop is.
pub(super) fn write(about: &About<'_>, role: Option<&RoleId>, recall: &Recall, page: &mut Page) -> Vec<Stop> {
    match (recall.on(), recall.heard) {
        (None, _) => over(about, role, recall, page),
        (Some(_), Heard::Waiting) => stories(about, page),
        (Some(question), Heard::Shown) => {
            shown(about, role, (recall, question), page);
            Vec::new()
        }
    }
}

/// The stories by title, and nothing of what they say.
fn stories(about: &About<'_>, page: &mut Page) -> Vec<Stop> {
    let told = about.stories().iter().filter(|story| !story.retired);
    let mut stops = Vec::new();
    for story in told {
        let rows = page.wrapped(Ink::Text, 0, &story.title);
        page.rows.push_stop(rows);
        stops.push(Stop::Story(story.slug.clone()));
    }
    stops
}

/// The headline of the story that was picked, and whether it shows what the question probes.
fn shown(about: &About<'_>, role: Option<&RoleId>, (recall, question): (&Recall, &WholeQuestionId), page: &mut Page) {
    let Some(met) = recall.met.last() else { return };
    let probed = probes(about.catalog, role, question);
    let named = |probes: &[&SafeText]| names(probes.iter().map(|probe| about.probe(role, probe)));
    if let Some(title) = recall.title(about.catalog, role) {
        page.text(Ink::Faint, 0, &title);
    }
    let after = if met.secs <= RECALL_SECONDS { "" } else { ", late" };
    if let Some(story) = met.story.as_ref().and_then(|slug| about.shelf?.story(slug)) {
        page.text(Ink::Strong, 0, &format!("{} (after {} s{after})", story.title, met.secs));
        page.blank();
        page.heading("It begins");
        page.text(Ink::Text, INDENT, beginning(story));
        page.blank();
        let (shows, not): (Vec<&SafeText>, Vec<&SafeText>) = probed.iter().partition(|probe| story.shows(probe));
        if !shows.is_empty() {
            page.text(Ink::Text, 0, &format!("It shows {}, which is probed here.", named(&shows)));
        }
        if !not.is_empty() {
            page.text(Ink::Changed, 0, &format!("Probed here, and not shown by it: {}.", named(&not)));
        }
    } else {
        page.text(Ink::Strong, 0, "No story came to mind.");
        let all: Vec<&SafeText> = probed.iter().collect();
        page.text(Ink::Text, 0, &format!("Probed here: {}.", named(&all)));
    }
    let fits = |story: &&Story| {
        !story.retired && Some(&story.slug) != met.story.as_ref() && probed.iter().any(|probe| story.shows(probe))
    };
    let others: Vec<&str> = about.stories().iter().filter(fits).map(|story| story.title.as_str()).collect();
    if !others.is_empty() {
        page.text(Ink::Text, 0, &format!("It could have been: {}.", others.join("; ")));
    }
}

/// The headline of a story, else the first line of what it has.
fn beginning(story: &Story) -> &str {
    let parts = Heading::ALL.into_iter().map(|heading| story.part(heading).trim());
    parts
        .into_iter()
        .find(|part| !part.is_empty())
        .map_or("(nothing is written in it yet)", |part| part.lines().next().unwrap_or_default())
}

/// How many titles met a story in time, and those that met none: a stop each.
fn over(about: &About<'_>, role: Option<&RoleId>, recall: &Recall, page: &mut Page) -> Vec<Stop> {
    let (all, unmet) = (recall.met.len(), recall.unmet().count());
    let in_time = recall.met.iter().filter(|met| met.story.is_some() && met.secs <= RECALL_SECONDS).count();
    let words = format!("{} of {all} titles met a story, {in_time} within {RECALL_SECONDS} seconds", all - unmet);
    page.passed(Ink::Strong, 0, &words);
    for (title, times) in picked(about.shelf, recall) {
        page.passed(Ink::Text, 0, &format!("picked {times} times: {title}"));
    }
    if unmet == 0 {
        page.passed(Ink::Text, 0, "Every title met one.");
        return Vec::new();
    }
    page.passed_heading("No story for", about.keys.words(Context::Recalled, Verb::NewStory, "  # writes one"));
    let mut stops = Vec::new();
    for question in recall.unmet() {
        let title = role.map_or_else(|| question.to_string(), |role| title(about.catalog, role, question));
        let rows = page.wrapped(Ink::Text, 0, &title);
        page.rows.push_stop(rows);
        stops.push(Stop::Question(question.clone()));
    }
    stops
}

/// The stories that were picked more than once.
fn picked(shelf: Option<&Shelf>, recall: &Recall) -> Vec<(String, usize)> {
    let stories = shelf.map_or(&[][..], |shelf| &shelf.stories);
    let times = |story: &Story| recall.met.iter().filter(|met| met.story.as_ref() == Some(&story.slug)).count();
    let picked = stories.iter().map(|story| (story.title.to_string(), times(story)));
    picked.filter(|(_, times)| *times > 1).collect()
}
