//! `rungs practice ask`: questions as they are asked, with what they are judged by only where that is wanted.

use std::io;

use serde::Serialize;

use super::{Sitting, plan};
use crate::catalog::Catalog;
use crate::cli::args::AskArgs;
use crate::cli::home::Home;
use crate::cli::output::{Form, Look, Output, Prose};
use crate::cli::{Exit, Failure, Outcome, resolve, typed_ids};
use crate::domain::pool::{Line, Lines, Pooled};
use crate::domain::{FollowUp, Question, QuestionForm, QuestionKind, RedFlag, Signal, WholeQuestionId};
use crate::text::{SafeText, pad};

/// The name of the JSON shape of an [`Asked`].
const SCHEMA: &str = "rungs.practice.question/1";
/// Minutes that no plan runs out of, where a number of questions is asked for.
const PLENTY: u16 = u16::MAX;
/// Room for how much a signal is needed.
const NEED: usize = 7;

/// `rungs.practice.question/1`: a question. Fields are added, never renamed or taken away.
///
/// `probes` are `{"probe","name"}`. `rubric` is there only where it was asked for: `signals`, each `{"id","need","text"}`, `levels`,
/// each `{"level","text"}`, `follow_ups`, each `{"ask","listen_for"}`, and `red_flags`, each `{"text","fatal"}`.
#[derive(Debug, Serialize)]
struct Asked<'a> {
    id: WholeQuestionId,
    title: &'a str,
    kind: QuestionKind,
    form: QuestionForm,
    minutes: u8,
    probes: Vec<Probed<'a>>,
    prompt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rubric: Option<Rubric<'a>>,
}

#[derive(Debug, Serialize)]
struct Probed<'a> {
    probe: &'a str,
    name: SafeText,
}

/// What an answer is judged by.
#[derive(Debug, Serialize)]
struct Rubric<'a> {
    signals: &'a [Signal],
    levels: Vec<LevelLine<'a>>,
    follow_ups: &'a [FollowUp],
    red_flags: &'a [RedFlag],
}

#[derive(Debug, Serialize)]
struct LevelLine<'a> {
    level: String,
    text: &'a str,
}

impl<'a> Asked<'a> {
    /// A question as `role` is asked it.
    fn of_role(catalog: &'a Catalog, pooled: &Pooled<'a>) -> Self {
        let Lines { below, at, above } = pooled.lines;
        let lines = [("below", below), ("at", at), ("above", above)];
        let line = |(place, line): (&str, Option<Line<'a>>)| {
            let Line { level, text } = line?;
            let name = level.and_then(|level| catalog.framework().level(level)).map(|level| &level.name);
            Some(LevelLine { level: name.map_or_else(|| place.to_owned(), |name| format!("{place}: {name}")), text })
        };
        Self::of(catalog, pooled.id.clone(), pooled.question, lines.into_iter().filter_map(line).collect())
    }

    /// A question of a family's bank, with its lines for all levels.
    fn of_bank(catalog: &'a Catalog, id: WholeQuestionId, question: &'a Question) -> Self {
        let name = |key: &str| key.parse().ok().and_then(|id| catalog.framework().level(&id)).map(|level| &level.name);
        let lines = question.levels.iter();
        let line =
            |(key, text): (&SafeText, &'a SafeText)| LevelLine { level: name(key).unwrap_or(key).to_string(), text };
        Self::of(catalog, id, question, lines.map(line).collect())
    }

    fn of(catalog: &'a Catalog, id: WholeQuestionId, question: &'a Question, levels: Vec<LevelLine<'a>>) -> Self {
        let Question { title, kind, form, minutes, probes, prompt, signals, follow_ups, red_flags, .. } = question;
        let named = |probe: &'a SafeText| Probed { probe, name: catalog.probe_name(id.family(), probe) };
        let probes = probes.iter().map(named).collect();
        let rubric = Some(Rubric { signals, levels, follow_ups, red_flags });
        Self { title, kind: *kind, form: *form, minutes: *minutes, probes, prompt, rubric, id }
    }
}

/// Prints questions.
pub(super) fn ask(args: &AskArgs, home: &Home, catalog: &Catalog, output: &mut Output) -> Outcome {
    let typed = if args.ids.is_empty() { Vec::new() } else { typed_ids::expanded(&args.ids)? };
    let mut exit = Exit::Done;
    let mut asked = Vec::new();
    if typed.iter().any(|typed| typed.contains('#')) {
        for typed in &typed {
            match named(catalog, typed) {
                Ok(named) => asked.push(named),
                Err(failure) => exit = failure.tell(),
            }
        }
    } else {
        if typed.len() > 1 {
            return Err(Failure::new(Exit::Usage, format!("ask takes one role, not {}", typed.len())));
        }
        let sitting = Sitting::of(typed.first().map(String::as_str), home, catalog)?;
        let number = usize::from(args.number);
        let plan = plan::of(&sitting, PLENTY, number);
        let planned = plan.steps.iter().take(number).filter_map(|step| sitting.pool.question(&step.question));
        asked.extend(planned.map(|pooled| Asked::of_role(catalog, pooled)));
        if asked.is_empty() {
            return Err(Failure::new(Exit::NothingFound, plan::nothing_left(&sitting, &plan)));
        }
    }
    if !args.rubric {
        for asked in &mut asked {
            asked.rubric = None;
        }
    }
    if output.form() == Form::Json {
        output.json(SCHEMA, &asked)?;
        return Ok(exit);
    }
    for (place, asked) in asked.iter().enumerate() {
        if place > 0 {
            output.line("")?;
        }
        page(asked, output)?;
    }
    Ok(exit)
}

/// The question meant by `typed`: its whole id, or a role or family typed loosely before the sign.
fn named<'a>(catalog: &'a Catalog, typed: &str) -> Result<Asked<'a>, Failure> {
    let (owner, question) = typed.split_once('#').unwrap_or((typed, ""));
    let unreadable = || Failure::new(Exit::Catalog, "the questions of that role cannot be read");
    let of_a_role = owner.contains(['/', ':']);
    if of_a_role {
        let role = resolve::role(catalog, owner)?;
        let pool = catalog.pool(&role).ok_or_else(unreadable)?;
        let known = pool.questions.iter().map(|pooled| (pooled, pooled.question));
        return Ok(Asked::of_role(catalog, one_of(question, known)?));
    }
    let family = resolve::family(catalog, owner)?;
    let bank = catalog.bank(&family.id).ok_or_else(unreadable)?;
    let question = one_of(question, bank.questions.iter().map(|question| (question, question)))?;
    Ok(Asked::of_bank(catalog, WholeQuestionId::of_bank(&family.id, &question.id), question))
}

/// The one of `known` whose question `typed` means, by its id, the start of it, or its title.
fn one_of<'a, T: 'a>(typed: &str, known: impl Iterator<Item = (T, &'a Question)>) -> Result<T, Failure> {
    let known = known.map(|(what, question)| (what, question.id.as_str(), vec![question.title.as_str()]));
    resolve::one_of(typed, "question there", known)
}

fn page(asked: &Asked<'_>, output: &mut Output) -> io::Result<()> {
    let mut prose = Prose::new(output);
    prose.painted(0, Look::Heading, asked.title)?;
    prose.painted(0, Look::Faint, asked.id.as_str())?;
    let probes: Vec<&str> = asked.probes.iter().map(|probe| probe.name.as_str()).collect();
    let facts =
        format!("{}, {}, {} min; probes {}", asked.kind.word(), asked.form.word(), asked.minutes, probes.join(", "));
    prose.words(0, &facts)?;
    prose.line("")?;
    prose.words(2, asked.prompt)?;
    let Some(rubric) = &asked.rubric else { return Ok(()) };
    heading(&mut prose, "Signals")?;
    for Signal { need, text, .. } in rubric.signals {
        prose.beside(&format!("  {}  ", pad(need.word(), NEED)), text)?;
    }
    heading(&mut prose, "How an answer is judged")?;
    for LevelLine { level, text } in &rubric.levels {
        prose.words(2, level)?;
        prose.words(4, text)?;
    }
    heading(&mut prose, "Follow-ups")?;
    for FollowUp { ask, listen_for } in rubric.follow_ups {
        prose.beside("  - ", ask)?;
        prose.words(4, &format!("listen for: {listen_for}"))?;
    }
    heading(&mut prose, "Red flags")?;
    for RedFlag { text, fatal } in rubric.red_flags {
        let ends = if *fatal { " (ends it)" } else { "" };
        prose.beside("  ! ", &format!("{text}{ends}"))?;
    }
    Ok(())
}

fn heading(prose: &mut Prose<'_>, text: &str) -> io::Result<()> {
    prose.line("")?;
    prose.painted(0, Look::Heading, &text.to_uppercase())
}
