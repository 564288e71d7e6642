//! `rungs catalog import`: a spreadsheet becomes a catalog, or is shown as what it would become.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::place::{self, Place};
use crate::catalog::{Catalog, Column, Encoding, Form as Layout, Import, Remark, Said, Topic, decode, import as make};
use crate::cli::args::{ImportArgs, SheetForm};
use crate::cli::output::{Form, Header, Look, Output, Prose, Record, message};
use crate::cli::{Exit, Failure, Outcome, bytes};
use crate::text::{SafeText, pad, width};

/// The most bytes of a sheet.
const LONGEST: u64 = 64 << 20;
/// The most rows that are told when a catalog is written; a preview tells all.
const TOLD: usize = 20;

/// Makes a catalog of what `args` name, and writes or shows it.
pub(in crate::cli) fn import(args: &ImportArgs, output: &mut Output) -> Outcome {
    let (text, encoding) = read(&args.file)?;
    let scale = Catalog::embedded().map_err(|error| Failure::new(Exit::Catalog, format!("the catalog: {error}")))?;
    let shown = bytes::name(&args.file);
    let refused = |error: crate::catalog::ImportError| Failure::new(Exit::Catalog, format!("{shown}: {error}"));
    let made = make(&text, &said(args), scale.framework()).map_err(refused)?;
    if encoding != Encoding::Utf8 {
        message(&format!("{shown} is {}: read as that", encoding.name()));
    }
    match args.output.as_deref().filter(|_| !args.preview) {
        None => preview(&made, output)?,
        Some(path) => {
            let place = Place::of(path);
            place.check(args.force)?;
            let written = place::write(&place, &made.catalog)?;
            tell(&made, &written);
        }
    }
    Ok(Exit::Done)
}

/// The text of `file`, or of stdin where that is `-`.
fn read(file: &Path) -> Result<(String, Encoding), Failure> {
    let too_large = || Failure::new(Exit::Usage, format!("{} is larger than {} MiB", bytes::name(file), LONGEST >> 20));
    let bytes = bytes::read(file, LONGEST)?.ok_or_else(too_large)?;
    Ok(decode(&bytes))
}

fn said(args: &ImportArgs) -> Said {
    let columns = &args.columns;
    let typed = [
        (Column::Department, &columns.department),
        (Column::Family, &columns.family),
        (Column::AboutFamily, &columns.about_family),
        (Column::Level, &columns.level),
        (Column::Title, &columns.role),
        (Column::AboutRole, &columns.about_role),
        (Column::Track, &columns.track),
        (Column::Skill, &columns.skill),
        (Column::AboutSkill, &columns.about_skill),
        (Column::Kind, &columns.kind),
        (Column::Degree, &columns.proficiency),
        (Column::InUse, &columns.in_use),
        (Column::Weight, &columns.weight),
    ];
    let stem =
        args.file.file_stem().filter(|stem| *stem != "-").map(|stem| stem.to_string_lossy().replace(['_', '-'], " "));
    let trimmed = |words: &[String]| {
        words.iter().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect::<Vec<_>>()
    };
    Said {
        name: args.name.clone().or(stem).unwrap_or_default(),
        delimiter: args.delimiter,
        form: args.form.map(|form| match form {
            SheetForm::Long => Layout::Long,
            SheetForm::Matrix => Layout::Matrix,
        }),
        columns: typed.into_iter().filter_map(|(column, header)| Some((column, header.clone()?))).collect(),
        levels: trimmed(&args.level_order),
        degrees: trimmed(&args.proficiency_order),
    }
}

/// Says on stderr what was written, and what of the sheet is not as it stands there.
fn tell(made: &Import, written: &str) {
    let rows = || made.remarks.iter().filter(|remark| matches!(remark.topic, Topic::Row | Topic::Unused));
    for remark in rows().take(TOLD) {
        message(&told(remark));
    }
    if let Some(more) = rows().count().checked_sub(TOLD).filter(|more| *more > 0) {
        message(&format!("and {more} more: --preview tells all"));
    }
    message(&format!("{} in {written}", place::counted(&made.catalog)));
}

/// A remark in a sentence.
fn told(remark: &Remark) -> String {
    let Remark { topic, line, written, note, .. } = remark;
    match (topic, line) {
        (Topic::Unused, _) => format!("column \"{written}\": {note}"),
        (_, Some(line)) => format!("line {line}: {written}: {note}"),
        (_, None) => format!("{written}: {note}"),
    }
}

fn preview(made: &Import, output: &mut Output) -> io::Result<()> {
    if output.form() != Form::Table {
        return output.records(&made.remarks.iter().map(Item).collect::<Vec<_>>(), Header::Aligned);
    }
    let mut page = Prose::new(output);
    page.painted(0, Look::Heading, &place::counted(&made.catalog))?;
    let of = |topic: Topic| made.remarks.iter().filter(move |remark| remark.topic == topic);
    let sections = [
        ("Columns", vec![Topic::Sheet, Topic::Column, Topic::Unused]),
        ("Levels, lowest first", vec![Topic::Level]),
        ("How well a skill is asked for", vec![Topic::Degree]),
        ("Families", vec![Topic::Family]),
        ("Roles", vec![Topic::Role]),
        ("Skills", vec![Topic::Skill]),
        ("Rows that were not read as they stand", vec![Topic::Row]),
    ];
    for (heading, topics) in sections {
        let remarks: Vec<&Remark> = topics.into_iter().flat_map(of).collect();
        if remarks.is_empty() {
            continue;
        }
        page.line("")?;
        page.painted(0, Look::Heading, heading)?;
        let widest = remarks.iter().map(|remark| width(&remark.written)).max().unwrap_or(0).min(40);
        for remark in remarks {
            let Remark { topic, line, written, became, note } = remark;
            if *topic == Topic::Row {
                page.beside("  ", &told(remark))?;
                continue;
            }
            let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
            let rest = if became.is_empty() { format!("{note}{line}") } else { format!("{became} ({note}{line})") };
            page.beside(&format!("  {}  ", pad(written, widest)), &rest)?;
        }
    }
    page.line("")?;
    page.words(0, "Nothing is written: -o ladder.json writes it.")
}

/// `rungs.import/1`: `{"about","line","written","became","note"}`. `about` is one of sheet, column, unused, level, degree,
/// family, role, skill and row; `line` counts the lines of the file from 1, and is null where it is about none.
#[derive(Debug)]
struct Item<'a>(&'a Remark);

impl Serialize for Item<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            about: &'a str,
            line: Option<u64>,
            written: &'a SafeText,
            became: &'a SafeText,
            note: &'a SafeText,
        }
        let Remark { topic, line, written, became, note } = self.0;
        Fields { about: topic.word(), line: *line, written, became, note }.serialize(serializer)
    }
}

impl Record for Item<'_> {
    const SCHEMA: &'static str = "rungs.import/1";
    const COLUMNS: &'static [&'static str] = &["about", "line", "written", "became", "note"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let Remark { topic, line, written, became, note } = self.0;
        let line = line.map(|line| line.to_string()).unwrap_or_default();
        vec![topic.word().into(), line.into(), written.as_str().into(), became.as_str().into(), note.as_str().into()]
    }
}
