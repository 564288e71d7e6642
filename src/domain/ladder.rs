//! [`Ladder`]: one thread, skill, KPI, axis of scope or decision through all rungs of a family, each rung judged against
//! the one below it. [`Grid`]: the family's skills by its rungs. Screens, text and JSON all show these values.

mod grid;
mod item;
mod verdict;

use super::compare::{Cell, Change, Column, Names, Part, RETOLD, Side, Trend, Value, phrases, rows};
use super::decision::Right;
use crate::text::SafeText;
pub use grid::{Asked, Grid, GridRow, heads};
pub use item::{Item, items};

/// One thing through all rungs of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// What it is.
    pub item: Item,
    /// What that is called.
    pub label: SafeText,
    /// One for each rung, lowest first.
    pub steps: Vec<Step>,
    /// What it comes to, in a line: `starts at Mid (2/5), jumps 2->4 at Staff, stops after Principal`.
    pub verdict: SafeText,
}

/// What one rung has of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The role on the rung.
    pub role: Column,
    /// What the rung is called among those of its family: its level, or its title where two share a level.
    pub name: SafeText,
    /// The place among the steps of the rung it is judged against; none for the lowest.
    pub below: Option<usize>,
    /// What the role has, and how that stands to the rung below.
    pub cell: Cell,
    /// How it stands to the rung below, in one word.
    pub standing: Standing,
}

/// How a rung stands to the one below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Neither has it.
    Absent,
    /// The first to have it.
    Starts,
    /// Has it again; the rung below has not.
    Returns,
    /// Has it the same way.
    Same,
    /// More is asked or allowed.
    Raised,
    /// Less is asked or allowed.
    Lowered,
    /// More in one way, less in another.
    Shifted,
    /// Another text, another figure, another weight.
    Changed,
    /// Asked for in other words, where only words say how well.
    Retold,
    /// Has it no more.
    Stops,
}

impl Standing {
    /// Its name in data.
    pub fn id(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Starts => "starts",
            Self::Returns => "returns",
            Self::Same => "same",
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::Shifted => "shifted",
            Self::Changed => "changed",
            Self::Retold => "retold",
            Self::Stops => "stops",
        }
    }

    /// The words for it, by what goes through the rungs; none where there is nothing to say.
    pub fn words(self, part: Part) -> &'static str {
        let phrases = phrases(part);
        match self {
            Self::Absent => "",
            Self::Starts => "starts",
            Self::Returns => "comes back",
            Self::Same => "the same",
            Self::Raised => phrases.up,
            Self::Lowered => phrases.down,
            Self::Shifted => phrases.mixed,
            Self::Changed => phrases.other,
            Self::Retold => RETOLD,
            Self::Stops => "stops",
        }
    }

    fn of(cell: &Cell, base: Option<&Value>, seen: bool) -> Self {
        let is_retold = || cell.value.as_ref().zip(base).is_some_and(|(here, base)| here.is_retold(base));
        match (cell.change, cell.trend) {
            (Change::Added, _) if seen => Self::Returns,
            (Change::Added, _) => Self::Starts,
            (Change::Removed, _) => Self::Stops,
            (Change::Same, _) if cell.value.is_none() => Self::Absent,
            (Change::Same, _) => Self::Same,
            (Change::Changed, Trend::Up) => Self::Raised,
            (Change::Changed, Trend::Down) => Self::Lowered,
            (Change::Changed, Trend::Mixed) => Self::Shifted,
            (Change::Changed, Trend::Level) if is_retold() => Self::Retold,
            (Change::Changed, Trend::Level) => Self::Changed,
        }
    }
}

impl Step {
    /// The sign for how it stands to the rung below; a blank where neither has anything.
    pub fn sign(&self) -> &'static str {
        if self.standing == Standing::Absent { " " } else { self.cell.change.sign() }
    }
}

impl Ladder {
    /// `item` through `rungs`, all of one family, lowest first. What no rung has is absent from each.
    pub fn of(names: &impl Names, rungs: &[Side<'_>], item: Item) -> Self {
        let found = rows(names, rungs, item.part(), 0).into_iter().find(|row| row.key.as_str() == item.key());
        let label = found.as_ref().map_or_else(|| item.name(names, rungs), |row| row.label.clone());
        let values: Vec<Option<Value>> = match found {
            Some(row) => row.cells.into_iter().map(|cell| cell.value.filter(is_something)).collect(),
            None => vec![None; rungs.len()],
        };
        let mut steps: Vec<Step> = Vec::with_capacity(rungs.len());
        for (place, (rung, value)) in rungs.iter().zip(&values).enumerate() {
            let below = below(names, rungs, place);
            let base = below.and_then(|below| values.get(below)?.as_ref());
            let cell = Cell::judged(value.clone(), base);
            let seen = steps.iter().any(|step| step.cell.value.is_some());
            let standing = Standing::of(&cell, base, seen);
            steps.push(Step {
                role: Column::of(names, rung),
                name: rung_name(names, rungs, rung),
                below,
                cell,
                standing,
            });
        }
        let verdict = SafeText::line(&verdict::verdict(&item, &steps));
        Self { item, label, steps, verdict }
    }

    /// What a rung had in a word or two, where the one above has something else there.
    pub fn was(&self, place: usize) -> Option<String> {
        let step = self.steps.get(place)?;
        step.cell.value.as_ref()?.was(self.steps.get(step.below?)?.cell.value.as_ref()?)
    }
}

/// A right to nothing is nothing: others decide and tell.
fn is_something(value: &Value) -> bool {
    !matches!(value, Value::Decision(decision) if decision.right == Right::None)
}

/// The rung that the one in `place` is judged against: the next lower level on its own track, or on the trunk that the
/// tracks share.
fn below(names: &impl Names, rungs: &[Side<'_>], place: usize) -> Option<usize> {
    let here = rungs.get(place)?.role;
    let rank = |rung: &Side<'_>| names.framework().rank(&rung.role.level);
    let is_below = |rung: &Side<'_>| {
        let track = &rung.role.track;
        names.framework().rank(&here.level) > rank(rung) && (track.is_none() || *track == here.track)
    };
    rungs.iter().take(place).rposition(is_below)
}

/// Its level where that says which rung is meant, else its title.
fn rung_name(names: &impl Names, rungs: &[Side<'_>], rung: &Side<'_>) -> SafeText {
    let same_level = rungs.iter().filter(|other| other.role.level == rung.role.level).count();
    if same_level > 1 { rung.role.title.clone() } else { Column::of(names, rung).level_name }
}
