//! What holds for everything of all families.

use rungs::catalog::Catalog;
use rungs::domain::RoleId;
use rungs::domain::compare::{Change, Side, Value};
use rungs::domain::ladder::{Grid, Item, Ladder, Standing, items};

/// Every ladder of the catalog, with the rungs it goes through.
fn every_ladder(catalog: &Catalog, mut look: impl FnMut(&[Side<'_>], &Ladder)) {
    let mut looked = 0;
    for family in catalog.families() {
        let rungs = catalog.ladder_of(family);
        for item in items(catalog, &rungs) {
            look(&rungs, &Ladder::of(catalog, &rungs, item));
            looked += 1;
        }
    }
    assert!(looked > 1000, "only {looked} ladders");
}

/// Whether the role itself lists the item, read without the code that is tested.
fn lists(catalog: &Catalog, rung: &Side<'_>, item: &Item) -> bool {
    match item {
        Item::Axis(id) => catalog.framework().scope(rung.role).any(|(axis, _)| axis.id == *id),
        Item::Thread(id) => rung.role.responsibilities.iter().any(|duty| duty.thread == *id),
        Item::Skill(id) => rung.role.skills.iter().any(|used| used.skill == *id),
        Item::Kpi(id) => rung.role.kpis.iter().any(|target| target.kpi == *id),
        Item::Topic(id) => rung.role.decisions.get(id).is_some_and(|decision| decision.right.word() != "none"),
    }
}

#[test]
fn each_rung_appears_once_and_has_the_item_if_its_role_has() {
    let catalog = Catalog::embedded().unwrap();
    every_ladder(&catalog, |rungs, ladder| {
        let shown: Vec<&RoleId> = ladder.steps.iter().map(|step| &step.role.id).collect();
        assert_eq!(shown, rungs.iter().map(|rung| &rung.id).collect::<Vec<_>>());
        for (rung, step) in rungs.iter().zip(&ladder.steps) {
            assert_eq!(step.cell.value.is_some(), lists(&catalog, rung, &ladder.item), "{} {:?}", rung.id, ladder.item);
        }
    });
}

#[test]
fn how_a_rung_stands_follows_from_what_it_and_the_rung_below_have() {
    let catalog = Catalog::embedded().unwrap();
    every_ladder(&catalog, |_, ladder| {
        for (place, step) in ladder.steps.iter().enumerate() {
            // No family of the catalog forks: the rung below is the one before.
            assert_eq!(step.below, place.checked_sub(1));
            let below = step.below.and_then(|below| ladder.steps[below].cell.value.as_ref());
            let stands = match (&step.cell.value, below) {
                (None, None) => vec![Standing::Absent],
                (None, Some(_)) => vec![Standing::Stops],
                (Some(_), None) => vec![Standing::Starts, Standing::Returns],
                (Some(here), Some(below)) if here.is_same(below) => vec![Standing::Same],
                (Some(_), Some(_)) => {
                    vec![Standing::Raised, Standing::Lowered, Standing::Shifted, Standing::Changed]
                }
            };
            assert!(stands.contains(&step.standing), "{:?} of {:?}: {:?}", ladder.item, step.role.id, step.standing);
            let rises = matches!((&step.cell.value, below), (Some(Value::Skill { proficiency: here, .. }),
                Some(Value::Skill { proficiency: below, .. })) if here > below);
            assert!(!rises || step.standing == Standing::Raised);
            assert_eq!(step.cell.change == Change::Added, step.sign() == "+");
        }
    });
}

#[test]
fn a_verdict_names_every_start_and_stop_that_the_rungs_show_and_no_other() {
    let catalog = Catalog::embedded().unwrap();
    every_ladder(&catalog, |rungs, ladder| {
        let verdict = format!("{},", ladder.verdict);
        let names = |standing: Standing, phrase: &str| {
            for (place, step) in ladder.steps.iter().enumerate() {
                // A stop is named by the last rung that had it.
                let named = match (standing, place) {
                    (Standing::Stops, 0) => continue,
                    (Standing::Stops, _) => &ladder.steps[place - 1].name,
                    _ => &step.name,
                };
                let said = [",", " ("].iter().any(|after| verdict.contains(&format!("{phrase} {named}{after}")));
                assert_eq!(said, step.standing == standing, "{phrase} {named}: {verdict}");
            }
        };
        let having = ladder.steps.iter().filter(|step| step.cell.value.is_some()).count();
        let start = verdict.split([',', '(']).next().unwrap().trim();
        match (having, rungs.len()) {
            (1, 1) => assert_eq!(start, "on the one rung"),
            (0, _) => assert!(start == "on no rung" || start == "no say on any rung"),
            (1, _) => assert!(start.ends_with(" only")),
            (2, 2) => assert_eq!(start, "on both rungs"),
            (all, rungs) if all == rungs => assert_eq!(start, format!("on all {all} rungs")),
            _ => {
                names(Standing::Starts, "starts at");
                names(Standing::Returns, "comes back at");
                names(Standing::Stops, "stops after");
            }
        }
        assert!(!ladder.verdict.is_empty() && !ladder.verdict.contains('\n'));
    });
}

#[test]
fn the_grid_has_every_skill_of_every_role_and_nothing_else() {
    let catalog = Catalog::embedded().unwrap();
    for family in catalog.families() {
        let rungs = catalog.ladder_of(family);
        let grid = Grid::of(&catalog, &rungs);
        assert_eq!(grid.columns.len(), family.rungs.len());
        for (place, rung) in rungs.iter().enumerate() {
            for row in &grid.rows {
                let used = rung.role.skills.iter().find(|used| used.skill == row.skill);
                let cell = row.cells[place];
                assert_eq!(
                    used.map(|used| (used.proficiency, used.weight)),
                    cell.map(|it| (it.proficiency, it.weight))
                );
            }
            assert!(rung.role.skills.iter().all(|used| grid.rows.iter().any(|row| row.skill == used.skill)));
        }
        let starts: Vec<_> = grid.rows.iter().map(|row| row.cells.iter().position(Option::is_some)).collect();
        assert!(starts.iter().all(Option::is_some) && starts.is_sorted(), "{}: {starts:?}", family.id);
        let mut skills: Vec<_> = grid.rows.iter().map(|row| &row.skill).collect();
        skills.sort();
        skills.dedup();
        assert_eq!(skills.len(), grid.rows.len());
    }
}

#[test]
fn a_grids_heads_fit_and_tell_the_rungs_apart() {
    let catalog = Catalog::embedded().unwrap();
    let grid = Grid::of(&catalog, &super::rungs(&catalog, "payment-systems-engineer"));
    assert_eq!(grid.heads(9)[..2], ["Junior", "Associate"]);
    assert_eq!(grid.heads(8), ["Jun", "Ass", "Mid", "Sen", "Lea", "Sta", "Pri"]);
    assert_eq!(grid.heads(2), ["1", "2", "3", "4", "5", "6", "7"]);
}
