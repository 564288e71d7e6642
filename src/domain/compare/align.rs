//! From roles to rows: one row for each id that any of them has, in an order that depends on no base.

use super::row::Row;
use super::value::Value;
use super::{Names, Part, Side};
use crate::domain::role::{Destination, Responsibility};
use crate::text::SafeText;

/// The rows of `part`.
pub(in crate::domain) fn rows(names: &impl Names, sides: &[Side<'_>], part: Part, base: usize) -> Vec<Row> {
    let mut grid = Grid { base, sides: sides.len(), rows: Vec::new() };
    match part {
        Part::StepUp => fill(&mut grid, sides, |side| {
            let said = Some(&side.role.step_up).filter(|said| !said.is_empty());
            said.map(|said| (part.id(), SafeText::from(part.title()), Value::Text(said.clone())))
        }),
        Part::Scope => {
            grid.order(names.framework().axes.iter().map(|axis| (axis.id.as_str(), &axis.name)));
            fill(&mut grid, sides, |side| {
                let scope = names.framework().scope(side.role);
                scope.map(|(axis, score)| (axis.id.as_str(), axis.name.clone(), Value::Score(score.clone())))
            });
        }
        Part::Responsibilities => responsibilities(&mut grid, names, sides),
        Part::Skills => fill(&mut grid, sides, |side| {
            side.role.skills.iter().map(|used| {
                let value =
                    Value::Skill { proficiency: used.proficiency, weight: used.weight, in_use: used.in_use.clone() };
                (used.skill.as_str(), called(names.skill_name(&used.skill), used.skill.as_str()), value)
            })
        }),
        Part::Kpis => fill(&mut grid, sides, |side| {
            side.role.kpis.iter().map(|kpi| {
                let value = Value::Kpi { stake: kpi.stake, target: kpi.target.clone() };
                (kpi.kpi.as_str(), called(names.kpi_name(&kpi.kpi), kpi.kpi.as_str()), value)
            })
        }),
        Part::Decisions => {
            grid.order(names.framework().topics.iter().map(|topic| (topic.id.as_str(), &topic.name)));
            fill(&mut grid, sides, |side| {
                let decisions = side.role.decisions.iter();
                decisions.map(|(topic, right)| (topic.as_str(), topic.as_str().into(), Value::Decision(*right)))
            });
        }
        Part::Moves => fill(&mut grid, sides, |side| {
            side.role.moves.iter().map(|step| {
                let (key, title) = match &step.to {
                    Destination::Role(id) => (id.as_str(), called(names.title(id), id.as_str())),
                    Destination::Outside(title) => (title.as_str(), title.clone()),
                };
                (key, title, Value::Move { kind: step.kind, note: step.note.clone() })
            })
        }),
        // Questions of two families are two sets: there is nothing to line up.
        Part::Answers if !one_family(sides) => {}
        Part::Answers => fill(&mut grid, sides, |side| {
            let questions = names.bank(&side.family.id).into_iter().flat_map(|bank| &bank.questions);
            questions.filter_map(|question| {
                let line = question.line(side.role.level.as_str())?;
                Some((question.id.as_str(), question.title.clone(), Value::Text(line.clone())))
            })
        }),
    }
    grid.judged()
}

/// By thread where all roles stand on one ladder, by strand where they do not: threads belong to a family.
fn responsibilities<'a>(grid: &mut Grid<'a>, names: &'a impl Names, sides: &'a [Side<'a>]) {
    let one_family = one_family(sides);
    let threads = || sides.iter().flat_map(|side| &side.family.threads);
    if one_family {
        grid.order(threads().map(|thread| (thread.id.as_str(), &thread.name)));
    } else {
        grid.order(names.framework().strands.iter().map(|strand| (strand.id.as_str(), &strand.name)));
    }
    for (place, side) in sides.iter().enumerate() {
        let strand = |duty: &'a Responsibility| {
            let thread = side.family.threads.iter().find(|thread| thread.id == duty.thread);
            thread.map_or(duty.thread.as_str(), |thread| thread.strand.as_str())
        };
        let key = |duty: &'a Responsibility| if one_family { duty.thread.as_str() } else { strand(duty) };
        let mut keys: Vec<&str> = side.role.responsibilities.iter().map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        for wanted in keys {
            let texts = side.role.responsibilities.iter().filter(|duty| key(duty) == wanted);
            let text = texts.map(|duty| duty.text.as_str()).collect::<Vec<_>>().join("\n");
            grid.put(place, wanted, wanted.into(), Value::Text(SafeText::lines(&text)));
        }
    }
}

/// Whether all roles stand on one ladder.
pub(super) fn one_family(sides: &[Side<'_>]) -> bool {
    sides.windows(2).all(|pair| pair[0].family.id == pair[1].family.id)
}

fn fill<'a, I>(grid: &mut Grid<'a>, sides: &'a [Side<'a>], items: impl Fn(&'a Side<'a>) -> I)
where
    I: IntoIterator<Item = (&'a str, SafeText, Value)>,
{
    for (place, side) in sides.iter().enumerate() {
        for (key, label, value) in items(side) {
            grid.put(place, key, label, value);
        }
    }
}

fn called(name: Option<&SafeText>, id: &str) -> SafeText {
    name.cloned().unwrap_or_else(|| SafeText::line(id))
}

/// Rows that are being filled, side by side.
struct Grid<'a> {
    base: usize,
    sides: usize,
    rows: Vec<(&'a str, SafeText, Vec<Option<Value>>)>,
}

impl<'a> Grid<'a> {
    /// Says in which order rows stand and what they are called; those that nobody fills fall away.
    fn order<'n>(&mut self, rows: impl Iterator<Item = (&'a str, &'n SafeText)>) {
        for (key, label) in rows {
            if !self.rows.iter().any(|(known, ..)| *known == key) {
                self.rows.push((key, label.clone(), vec![None; self.sides]));
            }
        }
    }

    /// Fills the cell of `side` in the row `key`. A second one of the same side (two ways to one role) gets a row of
    /// its own, so that nothing is lost.
    fn put(&mut self, side: usize, key: &'a str, label: SafeText, value: Value) {
        let free = |(known, _, cells): &&mut (&str, SafeText, Vec<Option<Value>>)| {
            *known == key && cells.get(side).is_some_and(Option::is_none)
        };
        if let Some(cell) = self.rows.iter_mut().find(free).and_then(|(_, _, cells)| cells.get_mut(side)) {
            *cell = Some(value);
            return;
        }
        let mut cells = vec![None; self.sides];
        if let Some(cell) = cells.get_mut(side) {
            *cell = Some(value);
        }
        self.rows.push((key, label, cells));
    }

    fn judged(self) -> Vec<Row> {
        let filled = self.rows.into_iter().filter(|(_, _, cells)| cells.iter().any(Option::is_some));
        filled.map(|(key, label, cells)| Row::judged(SafeText::line(key), label, cells, self.base)).collect()
    }
}
