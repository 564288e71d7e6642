//! What holds for any roles of the catalog, in any order, against any base.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use rungs::catalog::Catalog;
use rungs::domain::compare::{Cell, Change, Comparison, Part, Status, Trend};
use rungs::domain::{Role, RoleId};

use super::{all_ids, compare, section, side};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

/// Two to four roles, each once, in any order.
fn roles() -> impl Strategy<Value = Vec<RoleId>> {
    subsequence(all_ids(&CATALOG), 2..=4).prop_shuffle()
}

fn statuses(comparison: &Comparison) -> Vec<(Part, String, Status)> {
    let rows = comparison.sections.iter().flat_map(|section| section.rows.iter().map(|row| (section.part, row)));
    let mut all: Vec<_> = rows.map(|(part, row)| (part, row.key.to_string(), row.status())).collect();
    all.sort_by(|(part, key, _), (other, other_key, _)| (part.id(), key).cmp(&(other.id(), other_key)));
    all
}

fn mirrored(change: Change) -> Change {
    match change {
        Change::Added => Change::Removed,
        Change::Removed => Change::Added,
        same => same,
    }
}

fn mirrored_trend(trend: Trend) -> Trend {
    match trend {
        Trend::Up => Trend::Down,
        Trend::Down => Trend::Up,
        same => same,
    }
}

/// How a cell must stand to the base by nothing but what is in the two.
fn expected(here: &Cell, base: &Cell) -> Change {
    match (&here.value, &base.value) {
        (None, None) => Change::Same,
        (Some(_), None) => Change::Added,
        (None, Some(_)) => Change::Removed,
        (Some(here), Some(base)) if here.is_same(base) => Change::Same,
        (Some(_), Some(_)) => Change::Changed,
    }
}

/// The ids of `part` that `role` has.
fn listed(role: &Role, part: Part) -> Vec<String> {
    let mut keys: Vec<String> = match part {
        Part::Scope => CATALOG.framework().scope(role).map(|(axis, _)| axis.id.to_string()).collect(),
        Part::Skills => role.skills.iter().map(|used| used.skill.to_string()).collect(),
        Part::Kpis => role.kpis.iter().map(|kpi| kpi.kpi.to_string()).collect(),
        Part::Decisions => role.decisions.iter().map(|(topic, _)| topic.to_string()).collect(),
        Part::Moves => role.moves.iter().map(|step| step.to.to_string()).collect(),
        Part::StepUp | Part::Responsibilities | Part::Answers => Vec::new(),
    };
    keys.sort();
    keys
}

proptest! {
    #[test]
    fn a_role_is_the_same_as_itself(role in any::<Index>()) {
        let role = role.get(&all_ids(&CATALOG)).clone();
        let comparison = compare(&CATALOG, &[role.clone(), role], 0);
        for section in &comparison.sections {
            prop_assert!(!section.rows.is_empty());
            for row in &section.rows {
                prop_assert_eq!((row.status(), row.sign(0)), (Status::Same, Change::Same), "{}", row.key);
            }
        }
        prop_assert!(comparison.only_differences().sections.iter().all(|section| section.rows.is_empty()));
    }

    #[test]
    fn another_base_mirrors_what_is_added_and_what_is_raised(roles in roles()) {
        let (one, other) = (compare(&CATALOG, &roles[..2], 0), compare(&CATALOG, &roles[..2], 1));
        for (section, opposite) in one.sections.iter().zip(&other.sections) {
            prop_assert_eq!(section.rows.len(), opposite.rows.len());
            for (row, mirror) in section.rows.iter().zip(&opposite.rows) {
                prop_assert_eq!(&row.key, &mirror.key);
                prop_assert_eq!(row.sign(0), mirrored(mirror.sign(1)));
                prop_assert_eq!(row.cells[1].trend, mirrored_trend(mirror.cells[0].trend));
                prop_assert_eq!(row.status(), mirror.status());
            }
        }
    }

    #[test]
    fn the_order_of_columns_and_the_base_change_no_status(roles in roles(), base in any::<Index>()) {
        let straight = compare(&CATALOG, &roles, 0);
        let reversed: Vec<RoleId> = roles.iter().rev().cloned().collect();
        let turned = compare(&CATALOG, &reversed, base.index(roles.len()));
        prop_assert_eq!(statuses(&straight), statuses(&turned));
    }

    #[test]
    fn every_id_of_every_role_is_there_exactly_once(roles in roles()) {
        let comparison = compare(&CATALOG, &roles, 0);
        for part in Part::ALL {
            let section = section(&comparison, part);
            let mut keys: Vec<&str> = section.rows.iter().map(|row| row.key.as_str()).collect();
            keys.sort_unstable();
            prop_assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{part:?}: {keys:?}");
            prop_assert!(section.rows.iter().all(|row| row.cells.iter().any(|cell| cell.value.is_some())));
            for (place, id) in roles.iter().enumerate() {
                let role = side(&CATALOG, id).role;
                let filled = section.rows.iter().filter(|row| row.cells[place].value.is_some());
                let mut found: Vec<String> = filled.map(|row| row.key.to_string()).collect();
                found.sort();
                match part {
                    Part::StepUp => prop_assert_eq!(found, ["step-up"]),
                    Part::Responsibilities => {
                        let texts = section.rows.iter().filter_map(|row| row.cells[place].value.as_ref()?.prose());
                        let mut texts: Vec<&str> = texts.flat_map(|text| text.lines()).collect();
                        let mut duties: Vec<&str> = role.responsibilities.iter().map(|duty| &*duty.text).collect();
                        texts.sort_unstable();
                        duties.sort_unstable();
                        prop_assert_eq!(texts, duties);
                    }
                    Part::Answers => {
                        let one_family = roles.iter().all(|other| other.family() == id.family());
                        let bank = CATALOG.bank(&id.family().parse().unwrap()).filter(|_| one_family);
                        let asked = bank.into_iter().flat_map(|bank| &bank.questions);
                        let mut asked: Vec<&str> = asked.map(|question| question.id.as_str()).collect();
                        asked.sort_unstable();
                        prop_assert_eq!(found, asked);
                    }
                    _ => prop_assert_eq!(found, listed(role, part)),
                }
            }
        }
    }

    #[test]
    fn signs_agree_with_the_cells(roles in roles(), base in any::<Index>()) {
        let base = base.index(roles.len());
        let comparison = compare(&CATALOG, &roles, base);
        for row in comparison.sections.iter().flat_map(|section| &section.rows) {
            let reference = &row.cells[base];
            let mut changes: Vec<Change> = row.cells.iter().map(|cell| expected(cell, reference)).collect();
            prop_assert_eq!(&changes, &row.cells.iter().map(|cell| cell.change).collect::<Vec<_>>());
            changes.retain(|change| *change != Change::Same);
            changes.dedup();
            let sign = match changes[..] { [] => Change::Same, [one] => one, _ => Change::Changed };
            prop_assert_eq!(row.sign(base), sign);
            prop_assert_eq!(row.sign(base) == Change::Same, row.status() == Status::Same);
        }
    }

    #[test]
    fn only_differences_drops_the_rows_that_are_the_same_and_no_other(roles in roles(), base in any::<Index>()) {
        let base = base.index(roles.len());
        let whole = compare(&CATALOG, &roles, base);
        let differences = whole.clone().only_differences();
        for (section, kept) in whole.sections.iter().zip(&differences.sections) {
            let expected: Vec<_> = section.rows.iter().filter(|row| row.status() != Status::Same).cloned().collect();
            prop_assert_eq!(&kept.rows, &expected);
            prop_assert_eq!(&kept.verdicts, &section.verdicts);
        }
    }

    #[test]
    fn the_counts_of_a_verdict_add_up_to_its_rows(roles in roles()) {
        let comparison = compare(&CATALOG, &roles, 0);
        for section in comparison.sections.iter().filter(|section| section.part != Part::StepUp) {
            for verdict in &section.verdicts {
                let held = section.rows.iter().filter(|row| {
                    row.cells[0].value.is_some() || row.cells[verdict.side].value.is_some()
                });
                let counts = verdict.text.split(';').next().unwrap_or_default();
                // "5 of 12 skills raised, 2 new": the second figure of the first phrase is the whole.
                let figures = |text: &str| {
                    text.split(' ').filter_map(|word| word.parse::<usize>().ok()).collect::<Vec<_>>()
                };
                let firsts: Vec<usize> = counts.split(", ").filter_map(|said| figures(said).first().copied()).collect();
                let sum = if counts.starts_with("the one ") { 1 } else { firsts.iter().sum() };
                prop_assert_eq!(sum, held.count(), "{}", verdict.text);
            }
        }
    }
}
