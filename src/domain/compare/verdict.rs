//! [`Verdict`]: what a section comes to for one role against the base, in words and counts.

use std::cmp::{Ordering, Reverse};

use super::row::{Cell, Change, Row};
use super::value::{Trend, Value};
use super::{Column, Part};
use crate::domain::role::Stake;
use crate::text::SafeText;

/// How many rows a verdict names beside counting them.
const NAMED: usize = 2;

/// What a section comes to for one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The place of the role among the columns.
    pub side: usize,
    /// `5 of 12 skills raised, 2 new, 5 the same; Incident command 2->4`
    pub text: SafeText,
}

/// A verdict for each column but the base.
pub(super) fn verdicts(part: Part, rows: &[Row], columns: &[Column], base: usize) -> Vec<Verdict> {
    let Some(from) = columns.get(base) else { return Vec::new() };
    let others = columns.iter().enumerate().filter(|(side, _)| *side != base);
    let verdict = |(side, to): (usize, &Column)| {
        let pairs: Vec<Pair<'_>> = rows.iter().filter_map(|row| Pair::of(row, side, base)).collect();
        let text = match part {
            Part::StepUp => climb(from, to),
            Part::Answers if columns.iter().any(|column| column.family != from.family) => {
                "each family asks its own questions".to_owned()
            }
            _ => match named(part, &pairs, [from, to]) {
                Some(named) => format!("{}; {named}", counted(part, &pairs)),
                None => counted(part, &pairs),
            },
        };
        Verdict { side, text: SafeText::line(&text) }
    };
    others.map(verdict).collect()
}

/// A row as the base and one other role have it.
struct Pair<'a> {
    key: &'a str,
    label: &'a str,
    before: Option<&'a Value>,
    here: &'a Cell,
}

impl<'a> Pair<'a> {
    /// `None` where neither has it.
    fn of(row: &'a Row, side: usize, base: usize) -> Option<Self> {
        let (here, before) = (row.cells.get(side)?, row.cells.get(base)?.value.as_ref());
        (here.value.is_some() || before.is_some()).then_some(Self { key: &row.key, label: &row.label, before, here })
    }

    fn values(&self) -> Option<(&'a Value, &'a Value)> {
        Some((self.before?, self.here.value.as_ref()?))
    }

    /// How far it went, a skill by what it weighs as well.
    fn distance(&self) -> u32 {
        let Some((before, here)) = self.values() else { return 0 };
        let factor = if let Value::Skill { weight, .. } = here { weight.factor() } else { 1 };
        u32::from(here.distance(before)) * factor
    }

    /// What a skill counts in the one role that asks for it; nothing for all else.
    fn count(&self) -> u32 {
        match self.here.value.as_ref().or(self.before) {
            Some(Value::Skill { proficiency, weight, .. }) => u32::from(proficiency.value()) * weight.factor(),
            _ => 0,
        }
    }
}

fn climb(from: &Column, to: &Column) -> String {
    let steps = to.rank.abs_diff(from.rank);
    let levels = if steps == 1 { "level" } else { "levels" };
    let rungs = format!("{} to {}", from.level_name, to.level_name);
    let height = match to.rank.cmp(&from.rank) {
        Ordering::Greater => format!("{steps} {levels} up, {rungs}"),
        Ordering::Less => format!("{steps} {levels} down, {rungs}"),
        Ordering::Equal => format!("the same level, {}", from.level_name),
    };
    if from.family == to.family {
        format!("{height}, on one ladder")
    } else {
        format!("{height}; from {} to {}", from.family_name, to.family_name)
    }
}

/// How many of the rows went which way; the counts add up to all of them.
fn counted(part: Part, pairs: &[Pair<'_>]) -> String {
    let count = |of: &dyn Fn(&Cell) -> bool| pairs.iter().filter(|pair| of(pair.here)).count();
    let went = |trend: Trend| count(&|cell| cell.change == Change::Changed && cell.trend == trend);
    let retold = pairs.iter().filter(|pair| pair.values().is_some_and(|(before, here)| here.is_retold(before))).count();
    let words = phrases(part);
    let (one, many) = nouns(part);
    let noun = if pairs.len() == 1 { one } else { many };
    let counts = [
        (went(Trend::Up), words.up),
        (went(Trend::Mixed), words.mixed),
        (went(Trend::Level) - retold, words.other),
        (retold, RETOLD),
        (went(Trend::Down), words.down),
        (count(&|cell| cell.change == Change::Added), words.added),
        (count(&|cell| cell.change == Change::Removed), words.removed),
        (count(&|cell| cell.change == Change::Same), "the same"),
    ];
    let mut said = counts.into_iter().filter(|(count, _)| *count > 0);
    let Some((first, phrase)) = said.next() else { return format!("no {many} on either side") };
    let lead = match (first == pairs.len(), pairs.len()) {
        (true, 1) => format!("the one {noun} {phrase}"),
        (true, all) => format!("all {all} {noun} {phrase}"),
        (false, all) => format!("{first} of {all} {noun} {phrase}"),
    };
    let rest = said.map(|(count, phrase)| format!("{count} {phrase}"));
    std::iter::once(lead).chain(rest).collect::<Vec<_>>().join(", ")
}

/// What a skill is that is only told otherwise.
pub(in crate::domain) const RETOLD: &str = "in other words";

/// What it is called, by what is compared, when something went one way or another.
pub(in crate::domain) struct Phrases {
    pub(in crate::domain) up: &'static str,
    pub(in crate::domain) down: &'static str,
    pub(in crate::domain) mixed: &'static str,
    pub(in crate::domain) other: &'static str,
    added: &'static str,
    removed: &'static str,
}

pub(in crate::domain) fn phrases(part: Part) -> Phrases {
    let plain = Phrases {
        up: "raised",
        down: "lowered",
        mixed: "shifted",
        other: "changed",
        added: "new",
        removed: "no longer listed",
    };
    match part {
        Part::Scope => Phrases { up: "wider", down: "narrower", other: "as wide in other words", ..plain },
        Part::Skills => Phrases { other: "with another weight", ..plain },
        Part::Kpis => Phrases { up: "with more stake", down: "with less stake", other: "with another target", ..plain },
        Part::Decisions => Phrases { up: "with more say", down: "with less say", ..plain },
        Part::Answers => {
            Phrases { other: "judged by another line", added: "only here", removed: "only there", ..plain }
        }
        Part::StepUp | Part::Responsibilities | Part::Moves => plain,
    }
}

fn nouns(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::StepUp => ("step", "steps"),
        Part::Scope => ("axis", "axes"),
        Part::Responsibilities => ("area of work", "areas of work"),
        Part::Skills => ("skill", "skills"),
        Part::Kpis => ("KPI", "KPIs"),
        Part::Decisions => ("decision", "decisions"),
        Part::Moves => ("destination", "destinations"),
        Part::Answers => ("question", "questions"),
    }
}

/// The rows worth naming, in one phrase, `from` the base to another role.
fn named(part: Part, pairs: &[Pair<'_>], [from, to]: [&Column; 2]) -> Option<String> {
    let joined = |names: Vec<String>, between: &str| (!names.is_empty()).then(|| names.join(between));
    let steps = || joined(farthest(pairs, |_| 0).into_iter().filter_map(step).collect(), ", ");
    let listed = |words: &str, wanted: &dyn Fn(&Pair<'_>) -> bool| {
        labels(pairs, wanted).map(|labels| format!("{words} {labels}"))
    };
    let is_between = |pair: &Pair<'_>| pair.key == from.id.as_str() || pair.key == to.id.as_str();
    let adds = || listed("adds", &|pair| pair.here.change == Change::Added && !is_between(pair));
    let without = || listed("without", &|pair| pair.here.change == Change::Removed && !is_between(pair));
    let named = match part {
        Part::Scope => vec![steps()],
        Part::Skills => vec![steps(), adds(), without()],
        // A right that falls while its reach widens reads as a contradiction until it is spelt out.
        Part::Decisions => {
            let mixed_first = |pair: &Pair<'_>| u8::from(pair.here.trend == Trend::Mixed);
            vec![joined(farthest(pairs, mixed_first).into_iter().filter_map(right).collect(), "; ")]
        }
        Part::Kpis => {
            let owns = |pair: &Pair<'_>| pair.here.value.as_ref().is_some_and(owned);
            let owned = |pair: &Pair<'_>| pair.before.is_some_and(owned);
            vec![
                listed("now owns", &|pair| owns(pair) && !owned(pair)),
                listed("no longer owns", &|pair| owned(pair) && !owns(pair)),
            ]
        }
        Part::Responsibilities => vec![adds(), without()],
        Part::Moves => {
            let kind = |value: Option<&Value>| match value {
                Some(Value::Move { kind, .. }) => Some(kind.words()),
                _ => None,
            };
            let there = pairs.iter().filter(|pair| pair.key == to.id.as_str()).find_map(|pair| kind(pair.before));
            let mut to_base = pairs.iter().filter(|pair| pair.key == from.id.as_str());
            let back = to_base.find_map(|pair| kind(pair.here.value.as_ref()));
            vec![
                there.map(|kind| format!("the base leads here ({kind})")),
                back.map(|kind| format!("leads back to the base ({kind})")),
                adds(),
                without(),
            ]
        }
        Part::StepUp | Part::Answers => Vec::new(),
    };
    joined(named.into_iter().flatten().collect(), "; ")
}

/// What the first rows that `wanted` takes are called, skills that count most first, and that there are more if there
/// are.
fn labels(pairs: &[Pair<'_>], wanted: impl Fn(&Pair<'_>) -> bool) -> Option<String> {
    let mut wanted: Vec<&Pair<'_>> = pairs.iter().filter(|pair| wanted(pair)).collect();
    wanted.sort_by_key(|pair| Reverse(pair.count()));
    let labels: Vec<&str> = wanted.iter().map(|pair| pair.label).collect();
    // "Security and compliance and Direction and order of work" are two.
    let is_list = |label: &&str| label.contains(" and ") || label.contains(", ");
    let (comma, and) = if labels.iter().take(NAMED).any(is_list) { (" / ", " / ") } else { (", ", " and ") };
    match labels[..] {
        [] => None,
        [one] => Some(one.to_owned()),
        [one, other] => Some(format!("{one}{and}{other}")),
        [one, other, ..] => Some(format!("{one}{comma}{other} and {} more", labels.len() - NAMED)),
    }
}

/// The rows that went farthest, the first of equals first.
fn farthest<'p, 'a>(pairs: &'p [Pair<'a>], first: impl Fn(&Pair<'a>) -> u8) -> Vec<&'p Pair<'a>> {
    let mut moved: Vec<&Pair<'a>> = pairs.iter().filter(|pair| pair.distance() > 0).collect();
    moved.sort_by_key(|pair| Reverse((first(pair), pair.distance())));
    moved.truncate(NAMED);
    moved
}

fn step(pair: &Pair<'_>) -> Option<String> {
    match pair.values()? {
        (Value::Score(before), Value::Score(here)) => Some(format!("{} {}->{}", pair.label, before.score, here.score)),
        (Value::Skill { proficiency: before, .. }, Value::Skill { proficiency: here, .. }) => {
            Some(format!("{} {}->{}", pair.label, before.value(), here.value()))
        }
        _ => None,
    }
}

fn right(pair: &Pair<'_>) -> Option<String> {
    let (before, here) = pair.values()?;
    Some(format!("{}: {} (was {})", pair.label, here.facts()?, before.facts()?))
}

fn owned(kpi: &Value) -> bool {
    matches!(kpi, Value::Kpi { stake: Stake::Own, .. })
}
