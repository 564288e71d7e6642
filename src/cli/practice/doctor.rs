//! `rungs practice doctor`: what is the matter with what is kept of practice. Looks, and changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use serde::Serialize;

use crate::catalog::{Catalog, ProbeError};
use crate::cli::output::{Form, Look, Output, Prose, message};
use crate::cli::{Exit, Failure, Outcome};
use crate::domain::WholeQuestionId;
use crate::domain::practice::Review;
use crate::domain::story::StorySlug;
use crate::store::{
    Fault, Inspection, Journal, LONGEST_RECORD, Places, Practice, READER, Remark, Stories, What, inspect,
};
use crate::text::SafeText;

/// The name of the JSON shape of a [`Sheet`].
const SCHEMA: &str = "rungs.practice.doctor/1";

/// `rungs.practice.doctor/1`: one item. Fields are added, never renamed or taken away.
///
/// `file` is the journal, `lines` how many it has, `records` how many of each kind this program reads, `answers` how many
/// answers stand after all that was undone. `findings` are `{"line","what","text"}`: `what` is `unreadable`, `too-long`, `torn`,
/// `altered`, `newer`, `unknown`, `read-only`, `question-gone`, `file-gone`, `story-broken`, `story-probe` or `story-gone`; `line` is null where no line is meant.
#[derive(Debug, Serialize)]
struct Sheet {
    file: SafeText,
    lines: usize,
    records: Vec<Kind>,
    answers: usize,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Kind {
    kind: SafeText,
    count: usize,
}

#[derive(Debug, Serialize)]
struct Finding {
    line: Option<usize>,
    what: &'static str,
    text: SafeText,
}

/// Prints what is found.
pub(super) fn doctor(places: &Places, catalog: &Catalog, output: &mut Output) -> Outcome {
    let nowhere = || Failure::new(Exit::Unwritable, "nothing is kept: no data directory (set RUNGS_DATA_DIR)");
    let path = places.practice().ok_or_else(nowhere)?;
    let unreadable = |error: crate::store::ReadError| Failure::new(Exit::Unwritable, error.to_string());
    let inspection = inspect::<Remark>(&path).map_err(unreadable)?;
    let mut findings: Vec<Finding> = inspection.faults.iter().map(fault).collect();
    if let Some(needed) = inspection.min_reader.filter(|needed| *needed > READER) {
        let text = format!("a newer rungs (format {needed}) keeps this file: it is read, and nothing is written to it");
        findings.push(Finding { line: None, what: "read-only", text: SafeText::line(&text) });
    }
    let practice = practice(&path)?;
    let log = practice.log();
    findings.extend(questions_gone(log.iter().map(|(_, review)| &review.question), catalog));
    findings.extend(log.iter().filter_map(|(_, review)| answer_gone(review, places.data.as_deref()?)));
    findings.extend(stories(&practice, places, catalog)?);
    let lost = inspection.faults.iter().filter(|fault| fault.what.is_loss()).count();
    let sheet = sheet(&path, &inspection, practice.log().len(), findings);
    match output.form() {
        Form::Json => output.json(SCHEMA, &[&sheet])?,
        Form::Plain => plain(&sheet, output)?,
        Form::Table => page(&sheet, output)?,
    }
    output.flush()?;
    message(&match (lost, sheet.findings.len()) {
        (0, 0) => "practice is in order".to_owned(),
        (0, 1) => "1 thing to know, nothing is lost".to_owned(),
        (0, all) => format!("{all} things to know, nothing is lost"),
        (1, _) => "1 line cannot be read; it stays in the file".to_owned(),
        (lost, _) => format!("{lost} lines cannot be read; they stay in the file"),
    });
    Ok(if lost == 0 { Exit::Done } else { Exit::Unwritable })
}

/// What the journal comes to, read without the copy that reading makes of what it cannot read.
fn practice(path: &Path) -> Result<Practice, Failure> {
    let journal: Journal<Remark> = Journal::new(Some(path.to_owned()));
    let reading = journal.look().map_err(|error| Failure::new(Exit::Unwritable, error.to_string()))?;
    Ok(reading.entries.iter().collect())
}

fn fault(Fault { line, what }: &Fault) -> Finding {
    let text = match what {
        What::Unreadable => "is no record; it is passed over".to_owned(),
        What::TooLong => {
            format!("is longer than {} MiB, the most a record may have; it is passed over", LONGEST_RECORD >> 20)
        }
        What::Torn => "has no end; a save was cut short, or is under way".to_owned(),
        What::Altered => "was changed after it was written (checksum); it counts all the same".to_owned(),
        What::Newer(version) => format!("is of format {version}, newer than {READER}; it is left alone"),
        What::Unknown(kind) if kind.is_empty() => "names no kind of record; it is left alone".to_owned(),
        What::Unknown(kind) => format!("a `{kind}` that this version does not know; it is left alone"),
    };
    Finding { line: Some(*line), what: what.word(), text: SafeText::line(&text) }
}

/// Questions that were answered and that nobody finds, each once.
fn questions_gone<'a>(asked: impl Iterator<Item = &'a WholeQuestionId>, catalog: &Catalog) -> Vec<Finding> {
    let mut answers: BTreeMap<&WholeQuestionId, usize> = BTreeMap::new();
    for question in asked {
        *answers.entry(question).or_default() += 1;
    }
    answers.retain(|question, _| super::question(catalog, question).is_none());
    let told = |(question, count): (&WholeQuestionId, usize)| match count {
        1 => format!("{question} is not in this catalog; the answer to it is kept"),
        _ => format!("{question} is not in this catalog; the {count} answers to it are kept"),
    };
    let finding = |text: String| Finding { line: None, what: "question-gone", text: SafeText::line(&text) };
    answers.into_iter().map(told).map(finding).collect()
}

/// An answer that is no file.
fn answer_gone(review: &Review, data: &Path) -> Option<Finding> {
    let answer = review.answer.as_deref().filter(|answer| !data.join(answer).is_file())?;
    let text = SafeText::line(&format!("the answer {answer} is no file"));
    Some(Finding { line: None, what: "file-gone", text })
}

/// Files that are no story as they stand, what stories say they show and nobody knows, and stories that were told and are no
/// file. They count all the same.
fn stories(practice: &Practice, places: &Places, catalog: &Catalog) -> Result<Vec<Finding>, Failure> {
    let finding = |what, text: &str| Finding { line: None, what, text: SafeText::line(text) };
    let shelf = Stories::new(places.stories()).read()?;
    let mut found: Vec<Finding> =
        shelf.broken.iter().map(|broken| finding("story-broken", &super::story::words(broken))).collect();
    for story in &shelf.stories {
        let wrong = story.probes.iter().filter_map(|probe| catalog.check_probe(probe).err());
        let told = |error: ProbeError| finding("story-probe", &format!("the story {}: {error}", story.slug));
        found.extend(wrong.map(told));
    }
    let log = practice.log();
    let named: BTreeSet<&str> = log.iter().filter_map(|(_, review)| review.story.as_deref()).collect();
    let is_there = |name: &str| {
        StorySlug::named(name).is_some_and(|slug| {
            let is_it = |path: &Path| path.file_stem().is_some_and(|stem| *stem == *slug.as_str());
            shelf.stories.iter().any(|story| story.slug == slug) || shelf.broken.iter().any(|it| is_it(&it.path))
        })
    };
    let gone = named.into_iter().filter(|name| !is_there(name));
    found.extend(gone.map(|name| finding("story-gone", &format!("the story {name} was told and is no file"))));
    Ok(found)
}

fn sheet(path: &Path, inspection: &Inspection, answers: usize, findings: Vec<Finding>) -> Sheet {
    let kind = |(kind, count): (&str, &usize)| Kind { kind: SafeText::line(kind), count: *count };
    Sheet {
        file: SafeText::line(&path.to_string_lossy()),
        lines: inspection.lines,
        records: inspection.kinds.iter().map(|(name, count)| kind((name.as_ref(), count))).collect(),
        answers,
        findings,
    }
}

/// What it is, the line or how many, and words.
fn plain(sheet: &Sheet, output: &mut Output) -> io::Result<()> {
    output.line(format_args!("lines\t{}\t{}", sheet.lines, sheet.file))?;
    for Kind { kind, count } in &sheet.records {
        output.line(format_args!("record\t{count}\t{kind}"))?;
    }
    output.line(format_args!("answers\t{}\tthat stand", sheet.answers))?;
    for Finding { line, what, text } in &sheet.findings {
        let line = line.map_or_else(|| "-".to_owned(), |line| line.to_string());
        output.line(format_args!("{what}\t{line}\t{text}"))?;
    }
    Ok(())
}

fn page(sheet: &Sheet, output: &mut Output) -> io::Result<()> {
    let mut prose = Prose::new(output);
    prose.painted(0, Look::Heading, &sheet.file)?;
    let kinds: Vec<String> = sheet.records.iter().map(|Kind { kind, count }| format!("{count} {kind}")).collect();
    let kinds = if kinds.is_empty() { String::new() } else { format!(": {}", kinds.join(", ")) };
    prose.words(2, &format!("{} lines{kinds}", sheet.lines))?;
    prose.words(2, &format!("{} answers that stand", sheet.answers))?;
    for Finding { line, text, .. } in &sheet.findings {
        let line = line.map(|line| format!("line {line}: ")).unwrap_or_default();
        prose.beside("  ! ", &format!("{line}{text}"))?;
    }
    Ok(())
}
