//! `rungs practice`: plans, questions, sheets and the record of practice, for whoever is not in the explorer.

mod ask;
mod date;
mod doctor;
mod export;
mod flags;
mod from;
mod log;
mod plan;
mod progress;
mod sheet;
mod story;

use super::args::{Cli, PracticeCommand};
use super::home::Home;
use super::output::Output;
use super::{Exit, Failure, Outcome, explore, journals, pins, resolve, typed_ids};
use crate::catalog::Catalog;
use crate::domain::gap::Gap;
use crate::domain::pool::Pool;
use crate::domain::practice::{Desk, InterviewDay, Scheduler};
use crate::domain::{Question, RoleId, WholeQuestionId};
use crate::store::{Bookmarks, Clock, Pin, Practice};

/// Does what `command` asks.
pub(super) fn practice(command: &PracticeCommand, cli: &Cli, catalog: &Catalog, output: &mut Output) -> Outcome {
    let home = || Home::of(cli);
    match command {
        PracticeCommand::Mock(args) => explore::rehearse(cli, args),
        PracticeCommand::Plan(args) => plan::plan(args, &home(), catalog, output),
        PracticeCommand::Ask(args) => ask::ask(args, &home(), catalog, output),
        PracticeCommand::Sheet(args) => sheet::sheet(args, &home(), catalog, output),
        PracticeCommand::From(args) => from::from(args, catalog, output),
        PracticeCommand::Date(args) => date::date(args, &home(), catalog, output),
        PracticeCommand::Progress(args) => progress::progress(args, &home(), catalog, output),
        PracticeCommand::Story(command) => story::story(command, &home(), catalog, output),
        PracticeCommand::Export(args) => export::export(args, &home(), catalog, output),
        PracticeCommand::Log(args) => log::log(args, &home().places, catalog, output),
        PracticeCommand::Flags => flags::flags(&home().places, catalog, output),
        PracticeCommand::Doctor => doctor::doctor(&home().places, catalog, output),
    }
}

/// What practice for one role is made from.
struct Sitting<'a> {
    catalog: &'a Catalog,
    role: RoleId,
    pool: Pool<'a>,
    practice: Practice,
    scheduler: Scheduler,
    gap: Gap,
    clock: Clock,
}

impl<'a> Sitting<'a> {
    /// Practice for the role meant by `typed`, or else for the wanted one.
    fn of(typed: Option<&str>, home: &Home, catalog: &'a Catalog) -> Result<Self, Failure> {
        let (_, bookmarks) = journals::bookmarks(&home.places)?;
        let role = role(typed, &bookmarks, catalog)?;
        Self::for_role(role, &bookmarks, home, catalog)
    }

    fn for_role(role: RoleId, bookmarks: &Bookmarks, home: &Home, catalog: &'a Catalog) -> Result<Self, Failure> {
        let (_, practice) = journals::practice(&home.places)?;
        let here = pins::here(bookmarks, catalog);
        let gap = pins::gap(catalog, &role, here.as_ref(), &practice)?;
        let unreadable = || Failure::new(Exit::Catalog, "the questions of that role cannot be read");
        let pool = catalog.pool(&role).ok_or_else(unreadable)?;
        if pool.questions.is_empty() {
            return Err(Failure::new(Exit::NothingFound, format!("no question is written for {role} yet")));
        }
        let (scheduler, clock) = (Scheduler::default(), home.clock());
        Ok(Self { catalog, role, pool, practice, scheduler, gap, clock })
    }

    /// The role's questions with everything that was answered to them.
    fn desk(&self) -> Desk<'_> {
        let history = |id: &_| self.practice.history(id, &self.scheduler);
        Desk::of(&self.pool, history, |id| self.practice.is_suspended(id), Some(&self.gap))
    }

    fn interview(&self) -> Option<InterviewDay> {
        self.practice.interview(&self.role)
    }

    /// What the role is called.
    fn title(&self) -> &str {
        self.gap.target.title.as_str()
    }
}

/// The role meant by `typed`, a `-` standing for the one on stdin; without it the one kept as wanted.
fn role(typed: Option<&str>, bookmarks: &Bookmarks, catalog: &Catalog) -> Result<RoleId, Failure> {
    let Some(typed) = typed else {
        if bookmarks.pinned(Pin::Want).is_none() {
            let how = "give one, such as payment:senior, or keep one with `rungs gap want ID`";
            return Err(Failure::new(Exit::Usage, format!("for which role? No role is kept as wanted: {how}")));
        }
        return pins::wanted(bookmarks, catalog);
    };
    match &typed_ids::expanded(&[typed.to_owned()])?[..] {
        [one] => resolve::role(catalog, one),
        several => Err(Failure::new(Exit::Usage, format!("practice is for one role, not for {}", several.len()))),
    }
}

/// The question `id`, whoever asks it.
fn question<'a>(catalog: &'a Catalog, id: &WholeQuestionId) -> Option<&'a Question> {
    let questions = match id.role() {
        Some(role) => &catalog.questions(&role)?.questions,
        None => &catalog.bank(&id.family().parse().ok()?)?.questions,
    };
    questions.iter().find(|question| question.id.as_str() == id.question())
}
