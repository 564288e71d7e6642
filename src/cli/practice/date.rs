//! `rungs practice date`: when the interview is.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::args::{DateArgs, Interview};
use crate::cli::home::Home;
use crate::cli::output::{Header, Output, Record, message};
use crate::cli::{Exit, Failure, Outcome, journals};
use crate::domain::RoleId;
use crate::domain::compare::Names;
use crate::domain::practice::{InterviewDay, StudyDay, Wall};
use crate::store::{Clock, Journal, Practice, Practised, Remark};
use crate::text::SafeText;

/// `rungs.practice.date/1`: an interview, `{"role","title","on","days"}`; `title` is null for a role that the catalog does
/// not hold, `days` those until then, negative when it is over.
#[derive(Debug, Serialize)]
struct Dated<'a> {
    role: &'a RoleId,
    title: Option<&'a SafeText>,
    on: StudyDay,
    days: i32,
}

impl<'a> Dated<'a> {
    fn of(catalog: &'a Catalog, role: &'a RoleId, interview: InterviewDay, today: StudyDay) -> Self {
        Self { role, title: catalog.title(role), on: interview.day(), days: interview.days_from(today) }
    }
}

impl Record for Dated<'_> {
    const SCHEMA: &'static str = "rungs.practice.date/1";
    const COLUMNS: &'static [&'static str] = &["role", "title", "on", "days"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let title = self.title.map_or("(not in this catalog)", SafeText::as_str);
        vec![self.role.as_str().into(), title.into(), self.on.to_string().into(), self.days.to_string().into()]
    }
}

/// Warns of a clock that can hardly be right: what is written by it stays.
fn doubt(journal: &Journal<Remark>, practice: &Practice, clock: &Clock) {
    let today = clock.today();
    match Wall::of(today, practice.last_day(), journal.touched().map(|at| clock.day_of(at))) {
        Wall::Plausible => {}
        Wall::SetBack { last } => {
            message(&format!("warning: the clock says {today}, before the last practice on {last}"));
        }
        Wall::FarAhead { last } => {
            message(&format!("warning: the clock says {today}, more than a year after the last practice on {last}"));
        }
    }
}

/// Sets, takes away or prints dates.
pub(super) fn date(args: &DateArgs, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    let (mut journal, mut practice) = journals::practice(&home.places)?;
    let clock = home.clock();
    let today = clock.today();
    let Some(typed) = &args.role else {
        let all = practice.interviews();
        let all: Vec<_> = all.into_iter().map(|(role, on)| Dated::of(catalog, role, on, today)).collect();
        output.records(&all, Header::Aligned)?;
        if all.is_empty() {
            let message = "no interview is set; `rungs practice date ROLE 2026-12-02` sets one";
            return Err(Failure::new(Exit::NothingFound, message));
        }
        return Ok(Exit::Done);
    };
    let (_, bookmarks) = journals::bookmarks(&home.places)?;
    let role = super::role(Some(typed), &bookmarks, catalog)?;
    let before = practice.interview(&role);
    let wanted = match args.date {
        None => before,
        Some(Interview::None) => None,
        Some(Interview::On(date)) if StudyDay::from(date) < today => {
            return Err(Failure::new(Exit::Usage, format!("{date} is over; today is {today}")));
        }
        Some(Interview::On(date)) => Some(InterviewDay::on(date)),
    };
    if wanted != before {
        doubt(&journal, &practice, &clock);
        let on = wanted.map(|interview| interview.day().date());
        let remark = Remark::Practised(Practised::Interview { role: role.clone(), on });
        let entry = journals::keep(&mut journal, remark)?;
        practice.apply(&entry);
    }
    match practice.interview(&role) {
        Some(on) => output.records(&[Dated::of(catalog, &role, on, today)], Header::Aligned)?,
        None if args.date.is_some() => {}
        None => {
            let message = format!("no interview is set for {role}; `rungs practice date {role} 2026-12-02` sets one");
            return Err(Failure::new(Exit::NothingFound, message));
        }
    }
    Ok(Exit::Done)
}
