//! Paths: by hand in a small catalog, and against all shortest ways of the real one, counted in another manner.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use rungs::catalog::Catalog;
use rungs::domain::paths::{NoPath, Path, Paths, Way};
use rungs::domain::{Destination, MoveKind, RoleId};
use serde_json::{Value, json};

use super::{all_ids, changed, id, small_catalog};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

fn find<'a>(catalog: &'a Catalog, from: &RoleId, to: &RoleId) -> Result<Path<'a>, NoPath<'a>> {
    Paths::of(catalog.framework(), catalog.sides().collect()).find(from, to)
}

fn stops(path: &Path<'_>) -> Vec<(String, Way, u32)> {
    path.steps.iter().map(|step| (step.to.id.to_string(), step.way, step.gap.points())).collect()
}

fn way(catalog: &Catalog, from: &str, to: &str) -> Vec<(String, Way, u32)> {
    stops(&find(catalog, &id(from), &id(to)).expect("a path"))
}

#[test]
fn of_two_ways_with_as_many_steps_the_smaller_gap_is_taken() {
    // By way of payments/junior and payments/mid it would be 3 steps too, with a gap of 9 + 13 + 17 = 39.
    assert_eq!(
        way(&small_catalog(), "support/mid", "payments/senior"),
        [
            ("support/senior".to_owned(), Way::Move(MoveKind::Promotion), 17),
            ("reliability/senior".to_owned(), Way::Move(MoveKind::Specialise), 7),
            ("payments/senior".to_owned(), Way::Move(MoveKind::Lateral), 10),
        ]
    );
}

#[test]
fn a_step_says_what_it_takes_and_which_decisions_it_brings() {
    let catalog = small_catalog();
    let path = find(&catalog, &id("payments/junior"), &id("payments/mid")).expect("a path");
    let [step] = &path.steps[..] else { panic!("{path:?}") };
    assert!(!step.note.unwrap().is_empty());
    let skills: Vec<_> = step.gap.skills.iter().map(|more| (more.skill.as_str(), more.points())).collect();
    assert_eq!(
        skills,
        [
            ("idempotency", 3),
            ("ledgers", 3),
            ("sql", 2),
            ("incident-command", 2),
            ("observability", 1),
            ("api-design", 1),
            ("testing", 1),
        ]
    );
    let decisions: Vec<_> =
        step.gap.decisions.iter().map(|more| (more.topic.as_str(), more.before.is_some())).collect();
    assert_eq!(decisions, [("technical-design", false), ("production-change", true), ("hiring", false)]);
    // A right that falls while its reach widens is no gain: production change, from decides in a system to recommends.
    let up = find(&catalog, &id("payments/senior"), &id("payments/staff")).expect("a path");
    let gained: Vec<_> = up.steps[0].gap.decisions.iter().map(|more| more.topic.as_str()).collect();
    assert_eq!(gained, ["technical-design", "hiring"]);
}

#[test]
fn without_a_path_the_nearest_role_that_can_be_reached_is_named() {
    let catalog = small_catalog();
    let none = find(&catalog, &id("reliability/senior"), &id("support/senior")).expect_err("nobody goes there");
    let (path, likeness) = none.nearest.as_ref().expect("a role that shares a skill");
    assert_eq!((stops(path)[0].0.as_str(), path.steps.len(), *likeness), ("payments/senior", 1, 41));
    assert_eq!((none.reached, none.back), (2, Some(1)));
    let none = find(&catalog, &id("payments/mid"), &id("payments/mid")).expect_err("one role");
    assert!(none.back.is_none());
}

/// Takes away the moves of a family's roles.
fn without_moves(family: &mut Value) {
    for role in family["roles"].as_array_mut().unwrap() {
        role["moves"] = json!([]);
    }
}

#[test]
fn the_next_rung_is_a_step_though_no_move_names_it_and_the_one_below_is_not() {
    let catalog = changed(|json| without_moves(&mut json["families"][0]));
    let up = way(&catalog, "payments/junior", "payments/senior");
    let rungs: Vec<_> = up.iter().map(|(id, way, _)| (id.as_str(), *way)).collect();
    assert_eq!(rungs, [("payments/mid", Way::NextRung), ("payments/senior", Way::NextRung)]);
    assert!(find(&catalog, &id("payments/senior"), &id("payments/junior")).is_err());
}

#[test]
fn a_ladder_that_forks_is_climbed_on_one_track() {
    let catalog = changed(|json| {
        let family = &mut json["families"][0];
        without_moves(family);
        let mut manager = family["roles"][3].clone();
        family["roles"][3]["track"] = "Technical".into();
        manager["track"] = "Management".into();
        manager["slug"] = "staff-management".into();
        manager["title"] = "Payments Manager".into();
        let roles = family["roles"].as_array_mut().unwrap();
        roles[2]["track"] = "Technical".into();
        roles.push(manager);
    });
    assert_eq!(way(&catalog, "payments/mid", "payments/staff").len(), 2);
    assert!(find(&catalog, &id("payments/senior"), &id("payments/staff-management")).is_err());
}

#[test]
fn an_entry_leads_to_the_lowest_rung_of_the_family_that_names_it() {
    let catalog = changed(|json| {
        without_moves(&mut json["families"][0]);
        without_moves(&mut json["families"][2]);
    });
    let steps = way(&catalog, "support/mid", "payments/mid");
    let steps: Vec<_> = steps.iter().map(|(id, way, _)| (id.as_str(), *way)).collect();
    assert_eq!(steps, [("payments/junior", Way::Entry), ("payments/mid", Way::NextRung)]);
    assert!(find(&catalog, &id("support/senior"), &id("payments/junior")).is_err());
}

/// Which roles are a step away, worked out anew: by names of families and ranks.
fn steps(catalog: &Catalog) -> BTreeMap<RoleId, BTreeSet<RoleId>> {
    let rank = |id: &RoleId| catalog.framework().rank(&catalog.role(id).unwrap().level);
    let all = all_ids(catalog);
    let mut steps: BTreeMap<RoleId, BTreeSet<RoleId>> = all.iter().map(|id| (id.clone(), BTreeSet::new())).collect();
    for side in catalog.sides() {
        let ladder: Vec<&RoleId> = all.iter().filter(|id| id.family() == side.id.family()).collect();
        let above = ladder.iter().filter(|other| rank(other) > rank(&side.id));
        let next = above.min_by_key(|other| rank(other)).map(|id| (*id).clone());
        let named = side.role.moves.iter().filter_map(|step| match &step.to {
            Destination::Role(to) => Some(to.clone()),
            Destination::Outside(_) => None,
        });
        steps.get_mut(&side.id).unwrap().extend(named.chain(next));
        let is_lowest = ladder.iter().all(|other| rank(other) >= rank(&side.id));
        for entry in side.family.entry.iter().filter(|_| is_lowest) {
            if let Destination::Role(from) = &entry.from {
                steps.get_mut(from).unwrap().insert(side.id.clone());
            }
        }
    }
    steps
}

/// How much `to` asks beyond `from`, by the words of the help page.
fn gap(catalog: &Catalog, from: &RoleId, to: &RoleId) -> u32 {
    let (from, to) = (catalog.role(from).unwrap(), catalog.role(to).unwrap());
    let held =
        |skill| from.skills.iter().find(|known| known.skill == skill).map_or(0, |known| known.proficiency.value());
    let weight = |word: &str| ["useful", "important", "core"].iter().position(|known| *known == word).unwrap() + 1;
    let asked = to.skills.iter();
    let gap = asked.map(|used| {
        let missing = used.proficiency.value().saturating_sub(held(used.skill.clone()));
        usize::from(missing) * weight(used.weight.word())
    });
    u32::try_from(gap.sum::<usize>()).unwrap()
}

/// The gaps of all ways from `way`'s end to `to` in `left` steps or fewer.
fn all_gaps(
    catalog: &Catalog,
    steps: &BTreeMap<RoleId, BTreeSet<RoleId>>,
    here: &RoleId,
    to: &RoleId,
    left: usize,
) -> Vec<u32> {
    if here == to {
        return vec![0];
    }
    if left == 0 {
        return Vec::new();
    }
    let ways = steps[here].iter().flat_map(|next| {
        let first = gap(catalog, here, next);
        all_gaps(catalog, steps, next, to, left - 1).into_iter().map(move |rest| first + rest)
    });
    ways.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_way_has_fewer_steps_and_none_of_as_many_a_smaller_gap(from in any::<Index>(), to in any::<Index>()) {
        let ids = all_ids(&CATALOG);
        let (from, to) = (from.get(&ids), to.get(&ids));
        prop_assume!(from != to);
        let steps = steps(&CATALOG);
        let mut reached = BTreeSet::from([from.clone()]);
        loop {
            let next: BTreeSet<RoleId> = reached.iter().flat_map(|id| steps[id].clone()).collect();
            let before = reached.len();
            reached.extend(next);
            if reached.len() == before { break }
        }
        match find(&CATALOG, from, to) {
            Ok(path) => {
                let mut here = from;
                for step in &path.steps {
                    prop_assert!(steps[here].contains(&step.to.id), "{here} to {}", step.to.id);
                    prop_assert_eq!(step.gap.points(), gap(&CATALOG, here, &step.to.id));
                    here = &step.to.id;
                }
                prop_assert_eq!(here, to);
                let length = path.steps.len();
                prop_assert!(all_gaps(&CATALOG, &steps, from, to, length - 1).is_empty());
                prop_assert_eq!(Some(path.points()), all_gaps(&CATALOG, &steps, from, to, length).into_iter().min());
            }
            Err(none) => {
                prop_assert!(!reached.contains(to));
                prop_assert_eq!(none.reached, reached.len() - 1);
                if let Some((path, _)) = none.nearest {
                    prop_assert!(path.steps.iter().all(|step| reached.contains(&step.to.id)));
                }
            }
        }
    }
}
