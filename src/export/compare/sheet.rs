//! [`Sheet`]: a comparison as it is printed as JSON.

use std::ops::Range;

use serde::Serialize;

use crate::domain::compare::Column;
use crate::domain::compare::{self, Cell, Comparison, Row, Section, Value};
use crate::domain::{MoveKind, Reach, Right, RoleId, Stake, Weight};
use crate::text::SafeText;

/// The name of the JSON shape of a [`Sheet`].
pub const SCHEMA: &str = "rungs.compare/1";

/// `rungs.compare/1`: one item, `{"base","roles","sections"}`. Fields are added, never renamed or taken away.
///
/// `base` is the id of the role that the others are judged against. `roles` stand in the order of the columns, each
/// `{"id","title","level","level_name","rank","family","family_name"}`. `sections` are `step-up`, `scope`,
/// `responsibilities`, `skills`, `kpis`, `decisions` and `moves`, each `{"id","title","verdict","rows"}`; `verdict` has
/// `{"role","text"}` for each role but the base. A row is `{"id","label","status","sign","cells"}`: `status` is `same`,
/// `changed` or `only` (absent from some) whichever the base; `sign` is `=`, `~`, `+` or `-` against it.
///
/// `cells` has one for each role: `{"role","mark","trend","value","words_new","words_gone"}`. `mark` is the sign of that
/// cell against the base and `trend` is `level`, `up`, `down` or `mixed`. `value` is null where the role has nothing,
/// else it has of these fields those that fit its section: `score`, `proficiency`, `weight`, `stake`, `right`,
/// `reach`, `kind`, and `texts`, a list of sentences. `words_new` are the words the base has not, `words_gone` those only
/// the base has.
#[derive(Debug, Serialize)]
pub struct Sheet<'a> {
    base: &'a RoleId,
    roles: &'a [Column],
    sections: Vec<Part<'a>>,
}

#[derive(Debug, Serialize)]
struct Part<'a> {
    id: &'static str,
    title: &'static str,
    verdict: Vec<Verdict<'a>>,
    rows: Vec<Line<'a>>,
}

#[derive(Debug, Serialize)]
struct Verdict<'a> {
    role: &'a RoleId,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    id: &'a str,
    label: &'a str,
    status: &'static str,
    sign: &'static str,
    cells: Vec<Field<'a>>,
}

#[derive(Debug, Serialize)]
struct Field<'a> {
    role: &'a RoleId,
    mark: &'static str,
    trend: &'static str,
    value: Option<Held<'a>>,
    words_new: Vec<&'a str>,
    words_gone: Vec<&'a str>,
}

/// The fields that a value may have; those it has not are left out.
#[derive(Debug, Default, Serialize)]
pub(in crate::export) struct Held<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proficiency: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<Weight>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stake: Option<Stake>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<Right>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reach: Option<Reach>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<MoveKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    texts: Option<Vec<&'a str>>,
}

impl<'a> Sheet<'a> {
    /// The sheet of `comparison`.
    pub fn of(comparison: &'a Comparison) -> Self {
        let columns = &comparison.columns;
        Self {
            base: &columns[comparison.base].id,
            roles: columns,
            sections: comparison.sections.iter().map(|section| Part::of(section, comparison)).collect(),
        }
    }
}

impl<'a> Part<'a> {
    fn of(section: &'a Section, comparison: &'a Comparison) -> Self {
        let columns = &comparison.columns;
        let verdict = |verdict: &'a compare::Verdict| Verdict { role: &columns[verdict.side].id, text: &verdict.text };
        Self {
            id: section.part.id(),
            title: section.part.title(),
            verdict: section.verdicts.iter().map(verdict).collect(),
            rows: section.rows.iter().map(|row| Line::of(row, comparison)).collect(),
        }
    }
}

impl<'a> Line<'a> {
    fn of(row: &'a Row, comparison: &'a Comparison) -> Self {
        let base = row.cells.get(comparison.base).and_then(|cell| cell.value.as_ref());
        let cells = row.cells.iter().zip(&comparison.columns);
        Self {
            id: &row.key,
            label: &row.label,
            status: row.status().word(),
            sign: row.sign(comparison.base).sign(),
            cells: cells.map(|(cell, column)| Field::of(cell, &column.id, base)).collect(),
        }
    }
}

impl<'a> Field<'a> {
    fn of(cell: &'a Cell, role: &'a RoleId, base: Option<&'a Value>) -> Self {
        let words = |value: Option<&'a Value>, ranges: &[Range<usize>]| {
            let text = value.and_then(Value::prose).map(SafeText::as_str).unwrap_or_default();
            ranges.iter().filter_map(|range| text.get(range.clone())).collect()
        };
        Self {
            role,
            mark: cell.change.sign(),
            trend: cell.trend.word(),
            value: cell.value.as_ref().map(Held::of),
            words_new: words(cell.value.as_ref(), &cell.words.new),
            words_gone: words(base, &cell.words.gone),
        }
    }
}

impl<'a> Held<'a> {
    /// The fields of `value`.
    pub(in crate::export) fn of(value: &'a Value) -> Self {
        let texts = value.prose().map(|prose| prose.lines().collect());
        let held = Self { texts, ..Self::default() };
        match value {
            Value::Text(_) => held,
            Value::Score(scope) => Self { score: Some(scope.score), ..held },
            Value::Skill { proficiency, weight, .. } => {
                Self { proficiency: Some(proficiency.value()), weight: Some(*weight), ..held }
            }
            Value::Kpi { stake, .. } => Self { stake: Some(*stake), ..held },
            Value::Decision(decision) => Self { right: Some(decision.right), reach: Some(decision.reach), ..held },
            Value::Move { kind, .. } => Self { kind: Some(*kind), ..held },
        }
    }
}
