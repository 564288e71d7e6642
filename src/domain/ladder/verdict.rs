//! What a thing through all rungs comes to, in a line: where it starts, rises, jumps and stops.

use super::{Item, Standing, Step};
use crate::domain::ScopeScore;
use crate::domain::compare::Value;

/// A rise of so many at once is a jump.
const JUMP: u8 = 2;

/// The line for `item`.
pub(super) fn verdict(item: &Item, steps: &[Step]) -> String {
    let having = steps.iter().filter(|step| step.cell.value.is_some()).count();
    let everywhere = having == steps.len();
    let mut said: Vec<String> = match (having, steps.len()) {
        (0, _) => return if matches!(item, Item::Topic(_)) { "no say on any rung" } else { "on no rung" }.to_owned(),
        (1, 1) => vec![format!("on the one rung{}", opening(steps.first()))],
        (1, _) => {
            let only = steps.iter().find(|step| step.cell.value.is_some());
            return format!("at {} only{}", only.map_or("", |step| &step.name), opening(only));
        }
        (2, 2) => vec![format!("on both rungs{}", opening(steps.first()))],
        (all, rungs) if all == rungs => vec![format!("on all {rungs} rungs{}", opening(steps.first()))],
        _ => Vec::new(),
    };
    let mut rises = rises(steps);
    for (place, step) in steps.iter().enumerate() {
        let name = &step.name;
        match step.standing {
            Standing::Starts if !everywhere => said.push(format!("starts at {name}{}", opening(Some(step)))),
            Standing::Returns => said.push(format!("comes back at {name}{}", opening(Some(step)))),
            Standing::Stops => {
                let last = step.below.and_then(|below| steps.get(below)).map_or("", |step| &step.name);
                let end = format!("stops after {last}");
                // Where a ladder forks, both branches may be without what the trunk has.
                if !said.contains(&end) {
                    said.push(end);
                }
            }
            Standing::Same if is_text(step) => said.push(format!("the same at {name}")),
            _ => {}
        }
        if let Some(rise) = rises.iter().position(|rise| rise.first == place) {
            said.push(rises.swap_remove(rise).words(steps));
        } else if let Some(word) = new_word(steps, step) {
            said.push(format!("{word} from {name}"));
        }
    }
    let is_steady = |step: &Step| matches!(step.standing, Standing::Starts | Standing::Same);
    let of_one_figure = steps.len() > 1 && steps.iter().all(is_steady) && steps.first().and_then(figure).is_some();
    if of_one_figure {
        said.push("the same on each".to_owned());
    }
    said.join(", ")
}

/// What a rung begins with, in brackets.
fn opening(step: Option<&Step>) -> String {
    let value = step.and_then(|step| step.cell.value.as_ref());
    let opening = match value {
        Some(Value::Score(scope)) => format!("{}/{}", scope.score, ScopeScore::HIGHEST),
        Some(Value::Skill { proficiency, .. }) if proficiency.is_unsaid() => return String::new(),
        Some(Value::Skill { proficiency, .. }) => proficiency.figure(),
        Some(Value::Text(text)) if text.lines().count() < 2 => return String::new(),
        _ => step.and_then(word).unwrap_or_default(),
    };
    format!(" ({opening})")
}

/// What can rise and fall by figures.
fn figure(step: &Step) -> Option<u8> {
    match step.cell.value.as_ref()? {
        Value::Score(scope) => Some(scope.score),
        Value::Skill { proficiency, .. } => Some(proficiency.value()).filter(|_| !proficiency.is_unsaid()),
        _ => None,
    }
}

/// What has a word for how much it is; work is as much as it has sentences.
fn word(step: &Step) -> Option<String> {
    match step.cell.value.as_ref()? {
        Value::Kpi { stake, .. } => Some(stake.word().to_owned()),
        Value::Decision(decision) => Some(decision.right.word().to_owned()),
        Value::Text(text) => match text.lines().count() {
            1 => Some("1 duty".to_owned()),
            duties => Some(format!("{duties} duties")),
        },
        _ => None,
    }
}

fn is_text(step: &Step) -> bool {
    matches!(step.cell.value, Some(Value::Text(_)))
}

/// Its word, where the rung below has another.
fn new_word(steps: &[Step], step: &Step) -> Option<String> {
    let below = step.below.and_then(|below| steps.get(below)).and_then(word)?;
    word(step).filter(|word| *word != below)
}

/// Rungs one above the other over which a figure only rises, or only falls.
struct Rise {
    from: u8,
    to: u8,
    /// The place of the first rung that changed it.
    first: usize,
    /// The place of the last that did.
    last: usize,
}

impl Rise {
    fn words(&self, steps: &[Step]) -> String {
        let Self { from, to, .. } = self;
        let at = steps.get(self.last).map_or("", |step| &step.name);
        let verb = match (from < to, self.is_jump()) {
            (_, true) => "jumps",
            (true, false) => "rises",
            (false, false) => "falls",
        };
        let preposition = if self.is_at_once() { "at" } else { "by" };
        format!("{verb} {from}->{to} {preposition} {at}")
    }

    fn is_at_once(&self) -> bool {
        self.first == self.last
    }

    fn is_jump(&self) -> bool {
        self.is_at_once() && self.to >= self.from + JUMP
    }
}

/// The rises and falls of a figure, a jump always on its own.
fn rises(steps: &[Step]) -> Vec<Rise> {
    let mut rises: Vec<Rise> = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        let below = step.below.and_then(|below| steps.get(below)).and_then(figure);
        let (Some(from), Some(to)) = (below, figure(step)) else { continue };
        let rise = Rise { from, to, first: place, last: place };
        if from == to {
            continue;
        }
        let goes_on = |before: &&mut Rise| {
            let is_unbroken = steps.iter().take(place).skip(before.last).all(|step| figure(step).is_some());
            let same_way = before.to == from && (before.from < before.to) == (from < to);
            is_unbroken && same_way && !before.is_jump() && !rise.is_jump()
        };
        match rises.last_mut().filter(goes_on) {
            Some(before) => (before.to, before.last) = (to, place),
            None => rises.push(rise),
        }
    }
    rises
}
