//! [`Scene`]: what the pages of practice are written from, and where plans are made.

use std::collections::BTreeSet;

use super::revealed::Revealed;
use super::timer::Now;
use crate::catalog::Catalog;
use crate::domain::Probe;
use crate::domain::compare::Names;
use crate::domain::gap::Gap;
use crate::domain::pool::Pooled;
use crate::domain::practice::{Desk, History, InterviewDay, Mode, Plan, Review, Scheduler, Wish};
use crate::domain::story::{Story, StorySlug};
use crate::domain::{RoleId, WholeQuestionId};
use crate::store::{EntryId, Practice, Shelf, Waiting};
use crate::text::SafeText;
use crate::tui::action::Verb;
use crate::tui::keymap::{Context, Keymap, sentence};

/// What the pages of practice are written from.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The ladders with their questions.
    pub catalog: &'a Catalog,
    /// What was practised so far.
    pub practice: &'a Practice,
    /// The reader's stories, once they are read.
    pub stories: Option<&'a Shelf>,
    /// The role that is practised for.
    pub role: &'a RoleId,
    /// The role the reader holds.
    pub here: Option<&'a RoleId>,
    /// What keys do.
    pub keys: Keymap,
    /// The time.
    pub now: Now,
}

impl Scene<'_> {
    /// A sentence that begins with the key of `verb`, as [`Keymap::words`]: a key with a name begins with a capital.
    pub fn begins(&self, context: Context, verb: Verb, words: &str) -> String {
        sentence(&self.keys.words(context, verb, words))
    }

    /// What the role is called.
    pub fn title(&self, role: &RoleId) -> String {
        self.catalog.title(role).map_or_else(|| role.to_string(), ToString::to_string)
    }

    /// The story that an answer names, where it is there.
    pub fn story(&self, named: &str) -> Option<&Story> {
        self.stories?.story(&StorySlug::named(named)?)
    }

    /// What the story that an answer names is called.
    pub fn story_title(&self, named: &str) -> SafeText {
        self.story(named).map_or_else(|| SafeText::line(named), |story| story.title.clone())
    }

    /// The interview for the role.
    pub fn interview(&self) -> Option<InterviewDay> {
        self.practice.interview(self.role)
    }

    /// How `question` was answered so far.
    pub fn history(&self, question: &WholeQuestionId) -> History {
        self.practice.history(question, &Scheduler::default())
    }

    /// Whether no answer comes before `revealed`.
    pub fn is_first(&self, revealed: &Revealed) -> bool {
        let history = self.history(revealed.question());
        match revealed.mode {
            Mode::Pair => history.attempts().iter().all(|attempt| attempt.review.moment.day == self.now.moment.day),
            _ => history.is_new(),
        }
    }

    /// What a colleague ticked today of `question`, with the entry it is kept as.
    pub fn paired(&self, question: &WholeQuestionId) -> Option<(&EntryId, &Review)> {
        let today = self.practice.reviews(question).filter(|(_, review)| review.moment.day == self.now.moment.day);
        today.filter(|(_, review)| review.mode == Mode::Pair && review.role == *self.role).last()
    }

    /// The mock interview that was left half way; one whose questions the catalog does not have any more cannot be gone on
    /// with.
    pub fn waiting(&self) -> Option<Waiting<'_>> {
        let pool = self.catalog.pool(self.role)?;
        let waiting = self.practice.waiting(self.role)?;
        waiting.last.questions.iter().all(|id| pool.question(id).is_some()).then_some(waiting)
    }

    /// Looks at a question as this role is asked it.
    pub fn question<T>(&self, id: &WholeQuestionId, look: impl FnOnce(&Pooled<'_>) -> T) -> Option<T> {
        self.catalog.pool(self.role)?.question(id).map(look)
    }

    /// Looks at all questions with what was answered to them.
    pub fn desk<T>(&self, look: impl FnOnce(&Desk<'_>) -> T) -> Option<T> {
        let pool = self.catalog.pool(self.role)?;
        let scheduler = Scheduler::default();
        let target = self.catalog.side(self.role);
        let here = self.here.filter(|here| *here != self.role).and_then(|here| self.catalog.side(here));
        let account = |item: &_| self.practice.account(item);
        let gap = target.map(|target| Gap::of(self.catalog, &target, here.as_ref(), account));
        let history = |id: &WholeQuestionId| self.practice.history(id, &scheduler);
        let desk = Desk::of(&pool, history, |id| self.practice.is_suspended(id), gap.as_ref());
        Some(look(&desk))
    }

    /// The plan for so many minutes and so many questions more, without some.
    pub fn plan(&self, minutes: u16, more: usize, without: &BTreeSet<WholeQuestionId>) -> Option<Plan> {
        let wish = Wish { today: self.now.moment.day, minutes, interview: self.interview(), more };
        self.desk(|desk| desk.plan(wish, without))
    }

    /// What a question probes, as a reader calls it.
    pub fn probe(&self, written: &str) -> String {
        let name = match Probe::of(written) {
            Some(Probe::Skill(id)) => id.parse().ok().and_then(|id| self.catalog.skill_name(&id)),
            Some(Probe::Kpi(id)) => id.parse().ok().and_then(|id| self.catalog.kpi_name(&id)),
            Some(Probe::Thread(id)) => {
                let family = self.catalog.side(self.role).map(|side| side.family);
                let threads = family.map_or(&[][..], |family| &family.threads);
                threads.iter().find(|thread| thread.id.as_str() == id).map(|thread| &thread.name)
            }
            None => None,
        };
        name.map_or_else(|| written.to_owned(), ToString::to_string)
    }
}
