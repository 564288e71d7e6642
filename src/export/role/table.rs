//! Roles as one table: a row for each field of each role, so that a spreadsheet can filter and sum them.

use super::asked::{Asked, Judged};
use super::sheet::Sheet;
use crate::domain::{Direction, RoleId};
use crate::export::{Cell, Column, Part, Report};

/// The columns: which role, which of its fields, and what that is. `value` is a number (a score, a proficiency, minutes),
/// `detail` a few words, `text` a sentence.
const COLUMNS: [&str; 10] = ["role", "title", "family", "level", "section", "id", "item", "value", "detail", "text"];

/// A field: where it belongs, its id and its name, a number, a few words, a sentence.
#[derive(Default)]
struct Field<'a> {
    section: &'static str,
    id: &'a str,
    item: &'a str,
    value: Option<u16>,
    detail: String,
    text: &'a str,
}

/// All fields of `sheets`.
pub(super) fn report(sheets: &[Sheet<'_>]) -> Report {
    let rows = sheets.iter().flat_map(|sheet| fields(sheet).into_iter().map(|field| row(sheet, field)));
    let part = Part { key: "roles".to_owned(), title: String::new(), about: Vec::new(), rows: rows.collect() };
    let columns = COLUMNS.iter().map(|name| Column::new(name, name)).collect();
    Report { title: "Roles".to_owned(), about: Vec::new(), columns, parts: vec![part] }
}

fn row(sheet: &Sheet<'_>, field: Field<'_>) -> Vec<Cell> {
    let Field { section, id, item, value, detail, text } = field;
    let value = value.map(|value| value.to_string()).unwrap_or_default();
    let role = [sheet.id.as_str(), sheet.title, sheet.family_name, sheet.level_name];
    role.into_iter().chain([section, id, item, &value, &detail, text]).map(Cell::text).collect()
}

fn fields<'a>(sheet: &'a Sheet<'_>) -> Vec<Field<'a>> {
    let text = |section: &'static str, text: &'a str| Field { section, text, ..Field::default() };
    let texts = [("headline", sheet.headline), ("step-up", sheet.step_up), ("summary", sheet.summary)];
    let mut fields: Vec<Field<'a>> = sheet.aliases.iter().map(|alias| text("alias", alias)).collect();
    fields.extend(texts.into_iter().filter(|(_, said)| !said.is_empty()).map(|(section, said)| text(section, said)));
    fields.extend(sheet.scope.iter().map(|scope| Field {
        section: "scope",
        id: scope.axis.as_str(),
        item: scope.axis_name,
        value: Some(scope.score.into()),
        text: scope.text,
        ..Field::default()
    }));
    fields.extend(sheet.responsibilities.iter().map(|duty| Field {
        section: "responsibilities",
        id: duty.thread.as_str(),
        item: duty.thread_name,
        detail: duty.strand_name.unwrap_or_default().to_owned(),
        text: duty.text,
        ..Field::default()
    }));
    fields.extend(sheet.skills.iter().map(|skill| Field {
        section: "skills",
        id: skill.skill.as_str(),
        item: skill.skill_name,
        value: (!skill.proficiency.is_unsaid()).then(|| skill.proficiency.value().into()),
        detail: skill.weight.word().to_owned(),
        text: skill.in_use,
    }));
    fields.extend(sheet.kpis.iter().map(|kpi| {
        let about = kpi.unit.map(AsRef::as_ref).into_iter().chain(kpi.direction.map(Direction::words));
        Field {
            section: "kpis",
            id: kpi.kpi.as_str(),
            item: kpi.kpi_name,
            value: None,
            detail: [kpi.stake.word()].into_iter().chain(about).collect::<Vec<_>>().join(", "),
            text: kpi.target,
        }
    }));
    fields.extend(sheet.decisions.iter().map(|say| Field {
        section: "decisions",
        id: say.topic.as_str(),
        item: say.topic_name,
        detail: format!("{}, {}", say.right.word(), say.reach.words()),
        ..Field::default()
    }));
    fields.extend(sheet.moves.iter().map(|step| Field {
        section: "moves",
        id: step.to.map(RoleId::as_str).unwrap_or_default(),
        item: step.title,
        value: None,
        detail: step.kind.words().to_owned(),
        text: step.note,
    }));
    fields.extend(sheet.interview.iter().flat_map(|interview| &interview.rounds).map(|round| Field {
        section: "interview",
        item: &round.name,
        value: Some(round.minutes),
        text: &round.about,
        ..Field::default()
    }));
    fields.extend(sheet.questions.iter().flat_map(asked));
    fields.extend(sheet.ask.iter().map(|ask| text("ask", ask)));
    fields
}

/// A question; where it was asked for, what is asked and how answers are judged below it.
fn asked<'a>(asked: &'a Asked<'_>) -> Vec<Field<'a>> {
    let (id, item) = (asked.id.as_str(), asked.title.as_str());
    let question = Field {
        section: "questions",
        id,
        item,
        value: Some(asked.minutes.into()),
        detail: asked.kind.word().to_owned(),
        text: if asked.rubric.is_some() { asked.prompt } else { "" },
    };
    let line = |(detail, text): (&str, &'a str)| Field {
        section: "rubric",
        id,
        item,
        value: None,
        detail: detail.to_owned(),
        text,
    };
    let judged = asked.rubric.iter().flat_map(judged).map(line);
    std::iter::once(question).chain(judged).collect()
}

fn judged<'a>(judged: &'a Judged<'_>) -> Vec<(&'static str, &'a str)> {
    let signals = judged.signals.iter().map(|signal| (signal.need.word(), signal.text.as_str()));
    let lines = [("below", judged.levels.below), ("at", judged.levels.at), ("above", judged.levels.above)];
    let lines = lines.into_iter().filter_map(|(name, line)| Some((name, line?.as_str())));
    let then =
        judged.follow_ups.iter().flat_map(|next| [("then", next.ask.as_str()), ("hear", next.listen_for.as_str())]);
    let flags = judged.red_flags.iter().map(|flag| (if flag.fatal { "fatal" } else { "flag" }, flag.text.as_str()));
    signals.chain(lines).chain(then).chain(flags).collect()
}
