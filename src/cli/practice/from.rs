//! `rungs practice from`: the roles a pasted job description is nearest to, why, and what to practise for it.

use std::io;
use std::path::Path;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::args::FromArgs;
use crate::cli::output::{Form, Look, Output, Prose};
use crate::cli::{Exit, Failure, Outcome, bytes};
use crate::domain::compare::Side;
use crate::domain::pool::Pool;
use crate::domain::posting::{NamedLevel, NamedSkill, Near, Posting, Vocabulary};
use crate::domain::{QuestionKind, RoleId, WholeQuestionId};
use crate::text::SafeText;

/// The name of the JSON shape of a [`Sheet`].
const SCHEMA: &str = "rungs.practice.from/1";
/// The longest text that is read, in bytes; job descriptions have a few thousand.
const LONGEST: u64 = 256 << 10;

/// `rungs.practice.from/1`: one item, or none where no role is near. Fields are added, never renamed or taken away.
///
/// `levels` are `{"level","name","words"}`, `skills` `{"skill","name","words"}` with the words by which each was found. `near` are
/// `{"role","title","level","level_name","family","family_name","titles","skills","words"}`, the nearest first: the titles and
/// skills that are named, and words that few families use. `questions` are those of the first role,
/// `{"question","title","kind","minutes"}`. `passed_over` counts sentences that do not speak of the job.
#[derive(Debug, Serialize)]
struct Sheet<'a> {
    levels: Vec<LevelField<'a>>,
    skills: Vec<SkillField<'a>>,
    near: Vec<NearField<'a>>,
    questions: Vec<QuestionField<'a>>,
    passed_over: usize,
}

#[derive(Debug, Serialize)]
struct LevelField<'a> {
    level: &'a str,
    name: &'a str,
    words: &'a str,
}

#[derive(Debug, Serialize)]
struct SkillField<'a> {
    skill: &'a str,
    name: &'a str,
    words: &'a [&'a SafeText],
}

#[derive(Debug, Serialize)]
struct NearField<'a> {
    role: &'a RoleId,
    title: &'a str,
    level: Option<&'a str>,
    level_name: Option<&'a str>,
    family: &'a str,
    family_name: &'a str,
    titles: &'a [&'a SafeText],
    skills: &'a [&'a SafeText],
    words: &'a [String],
}

#[derive(Debug, Serialize)]
struct QuestionField<'a> {
    question: &'a WholeQuestionId,
    title: &'a str,
    kind: QuestionKind,
    minutes: u8,
}

/// Says what the text is nearest to.
pub(super) fn from(args: &FromArgs, catalog: &Catalog, output: &mut Output) -> Outcome {
    let text = read(&args.file)?;
    let ladders = catalog.families().iter().map(|family| (family, catalog.ladder_of(family)));
    let ladders: Vec<(_, Vec<Side<'_>>)> = ladders.collect();
    let vocabulary = Vocabulary::of(catalog, &catalog.terms().skills, ladders);
    let mut posting = vocabulary.read(&text);
    posting.near.truncate(args.limit.into());
    let pool = posting.near.first().and_then(|near| catalog.pool(&near.role));
    match output.form() {
        Form::Json => {
            let sheets: Vec<_> = pool.iter().map(|pool| sheet(&posting, pool)).collect();
            output.json(SCHEMA, &sheets)?;
        }
        Form::Plain => plain(&posting, output)?,
        Form::Table => {
            if let Some(pool) = &pool {
                page(&posting, pool, output)?;
            }
        }
    }
    if posting.near.is_empty() {
        let hint = "paste the whole description, or name a role with `rungs list roles`";
        return Err(Failure::new(Exit::NothingFound, format!("no role of the catalog is near to that text: {hint}")));
    }
    Ok(Exit::Done)
}

/// The text in `file`, or on stdin where that is `-`.
fn read(file: &Path) -> Result<SafeText, Failure> {
    let too_long = || {
        let message = format!("{} is longer than {} KiB: that is no job description", bytes::name(file), LONGEST >> 10);
        Failure::new(Exit::Usage, message)
    };
    let bytes = bytes::read(file, LONGEST)?.ok_or_else(too_long)?;
    Ok(SafeText::lines(&String::from_utf8_lossy(&bytes)))
}

fn sheet<'a>(posting: &'a Posting<'_>, pool: &'a Pool<'a>) -> Sheet<'a> {
    let level = |named: &'a NamedLevel<'_>| LevelField {
        level: named.level.id.as_str(),
        name: &named.level.name,
        words: named.words,
    };
    let skill =
        |named: &'a NamedSkill<'_>| SkillField { skill: named.id.as_str(), name: named.name, words: &named.words };
    let near = |near: &'a Near<'_>| NearField {
        role: &near.role,
        title: near.title,
        level: near.level.map(|level| level.id.as_str()),
        level_name: near.level.map(|level| level.name.as_str()),
        family: near.family.id.as_str(),
        family_name: &near.family.name,
        titles: &near.titles,
        skills: &near.skills,
        words: &near.words,
    };
    let questions = posting.practise(pool).into_iter().map(|pooled| QuestionField {
        question: &pooled.id,
        title: &pooled.question.title,
        kind: pooled.question.kind,
        minutes: pooled.question.minutes,
    });
    Sheet {
        levels: posting.levels.iter().map(level).collect(),
        skills: posting.skills.iter().map(skill).collect(),
        near: posting.near.iter().map(near).collect(),
        questions: questions.collect(),
        passed_over: posting.passed_over,
    }
}

/// A record for each role.
fn plain(posting: &Posting<'_>, output: &mut Output) -> io::Result<()> {
    for near in &posting.near {
        let level = near.level.map_or("-", |level| level.name.as_str());
        let named = [listed(&near.titles), listed(&near.skills), near.words.join("; ")].join("\t");
        output.line(format_args!("{}\t{}\t{level}\t{named}", near.role, near.title))?;
    }
    Ok(())
}

fn page(posting: &Posting<'_>, pool: &Pool<'_>, output: &mut Output) -> io::Result<()> {
    let mut prose = Prose::new(output);
    prose.painted(0, Look::Heading, "Nearest roles")?;
    if posting.levels.is_empty() {
        prose.painted(0, Look::Faint, "no level is named; the rung is the one whose own words fit best")?;
    } else {
        let level = |named: &NamedLevel<'_>| match (named.words, &named.level.name) {
            (words, name) if words == name => name.to_string(),
            (words, name) => format!("{words} ({name})"),
        };
        let levels: Vec<String> = posting.levels.iter().map(level).collect();
        prose.words(0, &format!("Level named: {}", levels.join(", ")))?;
    }
    for near in &posting.near {
        prose.line("")?;
        prose.words(2, near.title)?;
        prose.painted(4, Look::Faint, near.role.as_str())?;
        prose.list(4, "titles", &near.titles)?;
        prose.list(4, "skills", &near.skills)?;
        prose.list(4, "words", &near.words)?;
        let is_other = posting.levels.iter().all(|named| Some(&named.level.id) != near.level.map(|level| &level.id));
        if !posting.levels.is_empty() && is_other {
            prose.words(4, "has no rung on that level; this one is nearest to it")?;
        }
    }
    prose.line("")?;
    prose.painted(0, Look::Heading, "Questions to practise")?;
    for pooled in posting.practise(pool) {
        prose.beside(&format!("{:>4} min  ", pooled.question.minutes), &pooled.question.title)?;
        prose.painted(10, Look::Faint, pooled.id.as_str())?;
    }
    if posting.passed_over > 0 {
        let s = if posting.passed_over == 1 { "" } else { "s" };
        prose.line("")?;
        let aside = format!("{} sentence{s} about benefits, applying and the like passed over", posting.passed_over);
        prose.painted(0, Look::Faint, &aside)?;
    }
    Ok(())
}

fn listed(names: &[&SafeText]) -> String {
    names.iter().map(|name| name.as_str()).collect::<Vec<_>>().join("; ")
}
