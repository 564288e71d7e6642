//! `rungs practice plan`: what would be asked today, and why.

use std::collections::BTreeSet;
use std::io;

use serde::Serialize;

use super::Sitting;
use crate::catalog::Catalog;
use crate::cli::args::PlanArgs;
use crate::cli::home::Home;
use crate::cli::output::{Form, Look, Output, Prose};
use crate::cli::{Exit, Failure, Outcome};
use crate::domain::compare::Column;
use crate::domain::practice::{Outlook, Plan, Step, StudyDay, Why, Wish};
use crate::domain::{QuestionKind, WholeQuestionId};

/// The name of the JSON shape of a [`Sheet`].
const SCHEMA: &str = "rungs.practice.plan/1";

/// `rungs.practice.plan/1`: one item. Fields are added, never renamed or taken away.
///
/// `role` is `{"id","title","level","level_name","rank","family","family_name"}`, `today` the study day, `minutes` what was
/// asked for and `planned` what the steps take. A step is `{"question","title","kind","minutes","why","days","last","missed"}`:
/// `why` is `due`, `new`, `near` or `early`; `days` since the last answer, or until an early one would come back; `last` its
/// verdict; `missed` how many musts it missed; null where they do not apply. `interview` is null or `{"on","days","fit","all"}`;
/// `next` the day on which the next question comes back that is not in the plan.
#[derive(Debug, Serialize)]
struct Sheet<'a> {
    role: &'a Column,
    today: StudyDay,
    minutes: u16,
    planned: u16,
    steps: Vec<StepField<'a>>,
    interview: Option<Ahead>,
    next: Option<StudyDay>,
}

#[derive(Debug, Serialize)]
struct StepField<'a> {
    question: &'a WholeQuestionId,
    title: &'a str,
    kind: QuestionKind,
    minutes: u16,
    why: &'static str,
    days: Option<u16>,
    last: Option<&'static str>,
    missed: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Ahead {
    on: StudyDay,
    days: u16,
    fit: usize,
    all: usize,
}

/// Prints what would be asked.
pub(super) fn plan(args: &PlanArgs, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    let sitting = Sitting::of(args.role.as_deref(), home, catalog)?;
    let minutes = args.minutes.unwrap_or(home.settings.minutes.value);
    let plan = of(&sitting, minutes, 0);
    match output.form() {
        Form::Json => output.json(SCHEMA, &[sheet(&sitting, &plan, minutes)])?,
        Form::Plain => {
            for step in &plan.steps {
                let Step { question, minutes, why } = step;
                let line = format!("{question}\t{minutes}\t{}\t{why}\t{}", why.word(), title(&sitting, step));
                output.line(line)?;
            }
        }
        Form::Table => page(&sitting, &plan, minutes, output)?,
    }
    if plan.steps.is_empty() {
        return Err(Failure::new(Exit::NothingFound, nothing_left(&sitting, &plan)));
    }
    Ok(Exit::Done)
}

/// The plan for so many minutes and so many questions more than usual.
pub(super) fn of(sitting: &Sitting<'_>, minutes: u16, more: usize) -> Plan {
    let wish = Wish { today: sitting.clock.today(), minutes, interview: sitting.interview(), more };
    sitting.desk().plan(wish, &BTreeSet::new())
}

/// What to say where nothing is left for today.
pub(super) fn nothing_left(sitting: &Sitting<'_>, plan: &Plan) -> String {
    let next = plan.next.map(|next| format!("; the next question comes back on {next}")).unwrap_or_default();
    format!("nothing is left for {} today{next}", sitting.role)
}

fn title<'a>(sitting: &'a Sitting<'_>, step: &Step) -> &'a str {
    sitting.pool.question(&step.question).map_or("", |pooled| pooled.question.title.as_str())
}

fn sheet<'a>(sitting: &'a Sitting<'_>, plan: &'a Plan, minutes: u16) -> Sheet<'a> {
    let step = |step: &'a Step| {
        let (days, last, missed) = match step.why {
            Why::Due { days, last } => (Some(days), Some(last.words()), None),
            Why::New => (None, None, None),
            Why::Near { missed } => (None, None, Some(missed)),
            Why::Early { days } => (Some(days), None, None),
        };
        let pooled = sitting.pool.question(&step.question)?;
        let (title, kind) = (pooled.question.title.as_str(), pooled.question.kind);
        let why = step.why.word();
        Some(StepField { question: &step.question, title, kind, minutes: step.minutes, why, days, last, missed })
    };
    let ahead = plan.outlook.zip(sitting.interview());
    Sheet {
        role: &sitting.gap.target,
        today: sitting.clock.today(),
        minutes,
        planned: plan.minutes,
        steps: plan.steps.iter().filter_map(step).collect(),
        interview: ahead.map(|(Outlook { days, fit, all }, on)| Ahead { on: on.day(), days, fit, all }),
        next: plan.next,
    }
}

fn page(sitting: &Sitting<'_>, plan: &Plan, minutes: u16, output: &mut Output) -> io::Result<()> {
    let mut prose = Prose::new(output);
    prose.painted(0, Look::Heading, &format!("Practice for {}", sitting.title()))?;
    prose.painted(0, Look::Faint, sitting.role.as_str())?;
    if let (Some(outlook), Some(on)) = (plan.outlook, sitting.interview()) {
        prose.words(0, &format!("Interview on {}, {}", on.day(), outlook.words(minutes)))?;
    }
    if !plan.steps.is_empty() {
        prose.words(0, &format!("In {minutes} minutes: {}", plan.verdict()))?;
    }
    for step in &plan.steps {
        prose.line("")?;
        prose.beside(&format!("{:>3} min  ", step.minutes), title(sitting, step))?;
        prose.words(9, &step.why.to_string())?;
        prose.painted(9, Look::Faint, step.question.as_str())?;
    }
    if let (Some(next), false) = (plan.next, plan.steps.is_empty()) {
        prose.line("")?;
        prose.words(0, &format!("Next after these: {next}"))?;
    }
    Ok(())
}
