//! A gap as a document: what is not yet, and what is shown, each with what shows it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::{Cell, Column as Heading, Para, Part, Report};
use crate::domain::compare::Column;
use crate::domain::compare::Value;
use crate::domain::gap::{Evidence, Gap, Need, Rated, Rating, Section, State};
use crate::domain::{Reach, Right, Weight};
use crate::text::SafeText;

/// The name of the JSON shape of a [`Sheet`].
pub const SCHEMA: &str = "rungs.gap/1";
/// The name of the JSON shape of a [`NeedItem`] alone.
pub const ITEM_SCHEMA: &str = "rungs.gap-item/1";

/// `rungs.gap/1`: one item, `{"role","from","verdict","sections"}`. Fields are added, never renamed or taken away.
///
/// `role` is the one to reach and `from` the one somebody comes from or null, each
/// `{"id","title","level","level_name","rank","family","family_name"}`. `sections` are `skills`, `responsibilities` and
/// `decisions`, each `{"id","title","verdict","items"}`, what matters most first.
///
/// An item is `{"id","name","state","short","rated","asked","from","evidence","history"}`. `state` is `short`, `unrated` or
/// `met`, and `short` by how much. `rated` is null, 0 to 5, or one of `no`, `with-support`, `alone`. `asked`, and `from` where
/// that role asks the same, have of `proficiency`, `weight`, `right`, `reach` and `texts` those that fit. `evidence` is a list
/// of `{"text","on","noted"}`, `history` all ratings with the latest last: `{"at","rated"}`; times are in UTC.
#[derive(Debug, Serialize)]
pub struct Sheet<'a> {
    role: Column,
    from: Option<Column>,
    verdict: SafeText,
    sections: Vec<PartField<'a>>,
}

#[derive(Debug, Serialize)]
struct PartField<'a> {
    id: &'static str,
    title: &'static str,
    verdict: &'a str,
    items: Vec<NeedItem<'a>>,
}

/// `rungs.gap-item/1`: an item of `rungs.gap/1`.
#[derive(Debug, Serialize)]
pub struct NeedItem<'a> {
    id: String,
    name: &'a str,
    state: &'static str,
    short: u8,
    rated: Option<Rating>,
    asked: Held<'a>,
    from: Option<Held<'a>>,
    evidence: Vec<Shown<'a>>,
    history: Vec<Judged>,
}

/// The fields that what is asked may have; those it has not are left out.
#[derive(Debug, Default, Serialize)]
struct Held<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    proficiency: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<Weight>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<Right>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reach: Option<Reach>,
    #[serde(skip_serializing_if = "Option::is_none")]
    texts: Option<Vec<&'a str>>,
}

#[derive(Debug, Serialize)]
struct Shown<'a> {
    text: &'a str,
    on: Option<Date>,
    noted: Timestamp,
}

#[derive(Debug, Serialize)]
struct Judged {
    at: Timestamp,
    rated: Option<Rating>,
}

impl<'a> Sheet<'a> {
    /// The sheet of `gap`.
    pub fn of(gap: &'a Gap) -> Self {
        Self {
            role: gap.target.clone(),
            from: gap.from.clone(),
            verdict: gap.verdict(),
            sections: gap.sections.iter().map(PartField::of).collect(),
        }
    }
}

impl<'a> PartField<'a> {
    fn of(section: &'a Section) -> Self {
        Self {
            id: section.part().id(),
            title: section.part().title(),
            verdict: &section.verdict,
            items: section.needs.iter().map(NeedItem::of).collect(),
        }
    }
}

impl<'a> NeedItem<'a> {
    /// The item of `need`.
    pub fn of(need: &'a Need) -> Self {
        let (state, short) = match need.state() {
            State::Short(by) => ("short", by),
            State::Unrated => ("unrated", 0),
            State::Met => ("met", 0),
        };
        let shown = |Evidence { text, on, noted }: &'a Evidence| Shown { text, on: *on, noted: *noted };
        let judged = |Rated { at, rating }: &Rated| Judged { at: *at, rated: *rating };
        Self {
            id: need.item.to_string(),
            name: &need.label,
            state,
            short,
            rated: need.account.rating(),
            asked: Held::of(&need.asked),
            from: need.from.as_ref().map(Held::of),
            evidence: need.account.evidence.iter().map(shown).collect(),
            history: need.account.ratings.iter().map(judged).collect(),
        }
    }
}

impl<'a> Held<'a> {
    fn of(value: &'a Value) -> Self {
        let held = Self { texts: value.prose().map(|prose| prose.lines().collect()), ..Self::default() };
        match value {
            Value::Skill { proficiency, weight, .. } => {
                Self { proficiency: Some(proficiency.value()), weight: Some(*weight), ..held }
            }
            Value::Decision(decision) => Self { right: Some(decision.right), reach: Some(decision.reach), ..held },
            Value::Text(_) | Value::Score(_) | Value::Kpi { .. } | Value::Move { .. } => held,
        }
    }
}

/// `gap` as a document with two parts: what is not yet so, and what is. `day` says which day it was where the reader lives.
pub fn report(gap: &Gap, day: impl Fn(Timestamp) -> Date) -> Report {
    let from = gap.from.as_ref().map(|from| format!("From {} ({}).", from.title, from.id));
    let verdicts = gap.sections.iter().map(|section| Para::of(section.part().title(), &section.verdict));
    let about = [format!("{}. {}.", gap.target.id, gap.verdict())].into_iter().chain(from).map(Para::from);
    let part = |key: &str, title: &str, met: bool| Part {
        key: key.to_owned(),
        title: title.to_owned(),
        about: Vec::new(),
        rows: gap.needs().filter(|need| (need.state() == State::Met) == met).map(|need| row(need, &day)).collect(),
    };
    Report {
        title: format!("Gap to {}", gap.target.title),
        about: about.chain(verdicts).collect(),
        columns: vec![
            Heading::new("kind", "Kind"),
            Heading::new("what", "What"),
            Heading::new("asked", "Asked"),
            Heading::new("state", "State"),
            Heading::new("rated", "Rated"),
            Heading::new("evidence", "Evidence"),
            Heading::new("before", "Before"),
        ],
        parts: vec![part("not-yet", "Not yet", false), part("shown", "Shown", true)],
    }
}

fn row(need: &Need, day: &impl Fn(Timestamp) -> Date) -> Vec<Cell> {
    let rated = need.account.ratings.last().filter(|rated| rated.rating.is_some());
    vec![
        Cell::text(need.item.kind().word()),
        Cell::Head(need.label.to_string()),
        match &need.asked {
            Value::Text(text) => Cell::Text(Para::sentences(text, &[])),
            _ => Cell::text(need.asked_words()),
        },
        Cell::text(need.state_words()),
        Cell::text(rated.map(|rated| rated.words(day)).unwrap_or_default()),
        paragraphs(need.account.evidence.iter().map(ToString::to_string)),
        paragraphs(need.account.earlier().map(|rated| rated.words(day))),
    ]
}

fn paragraphs(texts: impl Iterator<Item = String>) -> Cell {
    let paras: Vec<Para> = texts.map(Para::from).collect();
    if paras.is_empty() { Cell::Empty } else { Cell::Text(paras) }
}
