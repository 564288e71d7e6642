//! [`Sheet`]: a gap as it is printed as JSON, and the roles that are kept.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::output::Record;
use crate::domain::compare::{Column, Value};
use crate::domain::gap::{Evidence, Gap, Need, Rated, Rating, Section, State};
use crate::domain::{FamilyId, LevelId, Reach, Right, RoleId, Weight};
use crate::text::SafeText;

/// The name of the JSON shape of a [`Sheet`].
pub(super) const SCHEMA: &str = "rungs.gap/1";
/// The name of the JSON shape of a [`NeedItem`] alone.
pub(super) const ITEM_SCHEMA: &str = "rungs.gap-item/1";

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
pub(super) struct Sheet<'a> {
    role: Head<'a>,
    from: Option<Head<'a>>,
    verdict: SafeText,
    sections: Vec<Part<'a>>,
}

#[derive(Debug, Serialize)]
struct Head<'a> {
    id: &'a RoleId,
    title: &'a str,
    level: &'a LevelId,
    level_name: &'a str,
    rank: u8,
    family: &'a FamilyId,
    family_name: &'a str,
}

#[derive(Debug, Serialize)]
struct Part<'a> {
    id: &'static str,
    title: &'static str,
    verdict: &'a str,
    items: Vec<NeedItem<'a>>,
}

/// `rungs.gap-item/1`: an item of `rungs.gap/1`.
#[derive(Debug, Serialize)]
pub(super) struct NeedItem<'a> {
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
    pub(super) fn of(gap: &'a Gap) -> Self {
        Self {
            role: Head::of(&gap.target),
            from: gap.from.as_ref().map(Head::of),
            verdict: gap.verdict(),
            sections: gap.sections.iter().map(Part::of).collect(),
        }
    }
}

impl<'a> Head<'a> {
    fn of(column: &'a Column) -> Self {
        let Column { id, title, level, level_name, rank, family, family_name } = column;
        Self { id, title, level, level_name, rank: *rank, family, family_name }
    }
}

impl<'a> Part<'a> {
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
    pub(super) fn of(need: &'a Need) -> Self {
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

/// `rungs.kept/1`: the role kept as here or wanted, `{"id","title","family","family_name","missing"}`. Of a role that the
/// catalog does not hold, `missing` is true and title and family are null.
#[derive(Debug, Serialize)]
pub(super) struct Kept<'a> {
    id: &'a RoleId,
    title: Option<&'a SafeText>,
    family: Option<&'a FamilyId>,
    family_name: Option<&'a SafeText>,
    missing: bool,
}

impl<'a> Kept<'a> {
    /// The role `id`.
    pub(super) fn of(catalog: &'a Catalog, id: &'a RoleId) -> Self {
        let (family, rung) = catalog.rung(id).unzip();
        Self {
            id,
            title: rung.map(|rung| &rung.title),
            family: family.map(|family| &family.id),
            family_name: family.map(|family| &family.name),
            missing: rung.is_none(),
        }
    }
}

impl Record for Kept<'_> {
    const SCHEMA: &'static str = "rungs.kept/1";
    const COLUMNS: &'static [&'static str] = &["id", "title", "family"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let title = self.title.map_or("(not in this catalog)", SafeText::as_str);
        vec![self.id.as_str().into(), title.into(), self.family_name.map_or("", SafeText::as_str).into()]
    }
}
