//! What a gap promises: of a small catalog, checked by hand, and of any role of the real one with any ratings.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::Index;
use rungs::catalog::{Catalog, Files, load};
use rungs::domain::RoleId;
use rungs::domain::compare::Value;
use rungs::domain::gap::{Account, Gap, Item, Kind, Need, Rated, Rating, State};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

fn small_catalog() -> Catalog {
    load(&Files::one("small.json", include_str!("support/small.json"))).expect("a valid catalog")
}

/// The gap to `target` of somebody who says `ratings` of themselves.
fn gap(catalog: &Catalog, target: &str, from: Option<&str>, ratings: &HashMap<Item, Rating>) -> Gap {
    let side = |id: &str| catalog.side(&id.parse().unwrap()).expect("a role");
    Gap::of(catalog, &side(target), from.map(side).as_ref(), |item| Account {
        ratings: ratings.get(item).map(|rating| rated(*rating)).into_iter().collect(),
        evidence: Vec::new(),
    })
}

fn rated(rating: Rating) -> Rated {
    Rated { at: Timestamp::UNIX_EPOCH, rating: Some(rating) }
}

/// What meets the need and no more.
fn enough(need: &Need) -> Rating {
    match &need.asked {
        Value::Skill { proficiency, .. } => Rating::figure(Kind::Skill, proficiency.value()).unwrap(),
        _ => Rating::figure(need.item.kind(), 2).unwrap(),
    }
}

fn skill(id: &str) -> Item {
    Item::Skill { skill: id.parse().unwrap() }
}

/// `-2 Idempotency` for each of what is asked of `kind`.
fn lines(gap: &Gap, kind: Kind) -> Vec<String> {
    let section = gap.sections.iter().find(|section| section.kind == kind).unwrap();
    let short = |need: &Need| if let State::Short(by) = need.state() { by.to_string() } else { String::new() };
    let line = |need: &Need| format!("{}{} {}", need.state().sign(kind), short(need), need.item.id());
    section.needs.iter().map(line).collect()
}

#[test]
fn what_matters_most_stands_first() {
    let catalog = small_catalog();
    let grade = |figure| Rating::figure(Kind::Skill, figure).unwrap();
    let ratings = HashMap::from([
        // Core, two short: 6.
        (skill("idempotency"), grade(2)),
        // Important, three short: 6 too, but it weighs less.
        (skill("mentoring"), grade(0)),
        // Useful, four short: 4.
        (skill("testing"), grade(0)),
        // More than asked.
        (skill("ledgers"), grade(5)),
    ]);
    let gap = gap(&catalog, "payments/senior", Some("payments/mid"), &ratings);
    // Not rated: important before useful where the step from mid is the same.
    assert_eq!(
        lines(&gap, Kind::Skill),
        [
            "-2 idempotency",
            "-3 mentoring",
            "-4 testing",
            "? sql",
            "? incident-command",
            "? observability",
            "? api-design",
            "= ledgers"
        ]
    );
    assert_eq!(gap.sections[0].verdict, "meets 1 of 8 skills; 1 two short, 1 three short, 1 four short, 4 not rated");
    assert_eq!(gap.verdict(), "Not yet: 3 of 16 short, 1 met, 12 not rated; first Idempotency: two short");
}

#[test]
fn work_and_decisions_are_done_alone_with_support_or_not_yet() {
    let catalog = small_catalog();
    let role: RoleId = "payments/senior".parse().unwrap();
    let thread = |id: &str| Item::Thread { role: role.clone(), thread: id.parse().unwrap() };
    let decision = |id: &str| Item::Decision { role: role.clone(), topic: id.parse().unwrap() };
    let support = |figure| Rating::figure(Kind::Thread, figure).unwrap();
    let ratings = HashMap::from([
        (thread("flows"), support(2)),
        (thread("providers"), support(1)),
        (thread("teaching"), support(0)),
        (decision("hiring"), support(2)),
    ]);
    let gap = gap(&catalog, "payments/senior", None, &ratings);
    assert_eq!(lines(&gap, Kind::Thread), ["-2 teaching", "~1 providers", "? ledger", "? on-call", "= flows"]);
    assert_eq!(lines(&gap, Kind::Decision), ["? technical-design", "? production-change", "= hiring"]);
    let verdicts: Vec<&str> = gap.sections.iter().map(|section| section.verdict.as_str()).collect();
    assert_eq!(
        verdicts,
        [
            "8 skills, not rated yet",
            "does 1 of 5 areas of work alone; 1 with support, 1 not yet, 2 not rated",
            "takes 1 of 3 decisions alone; 2 not rated"
        ]
    );
}

#[test]
fn a_decision_that_others_take_asks_for_nothing() {
    let gap = gap(&small_catalog(), "payments/junior", None, &HashMap::new());
    assert_eq!(lines(&gap, Kind::Decision), ["? production-change"]);
    assert_eq!(gap.verdict(), "Not known: none of 14 rated yet");
}

#[test]
fn another_family_is_lined_up_by_the_kind_of_work() {
    let gap = gap(&CATALOG, "solutions-engineer/senior", Some("technical-account-manager/mid"), &HashMap::new());
    let with_from = |kind: Kind| {
        let needs = &gap.sections.iter().find(|section| section.kind == kind).unwrap().needs;
        (needs.iter().filter(|need| need.from.is_some()).count(), needs.len())
    };
    assert!(with_from(Kind::Thread).0 >= 3);
    assert_eq!(with_from(Kind::Decision).0, with_from(Kind::Decision).1);
}

#[test]
fn what_the_role_before_asks_is_no_rating() {
    let gap = gap(&small_catalog(), "payments/mid", Some("payments/senior"), &HashMap::new());
    assert!(gap.needs().all(|need| need.from.is_some() && need.state() == State::Unrated));
}

fn any_role() -> impl Strategy<Value = RoleId> {
    let all: Vec<RoleId> = CATALOG.rungs().map(|(family, rung)| family.role_id(rung)).collect();
    proptest::sample::select(all)
}

/// Ratings of some of what `gap` asks, each by a figure that may be too high for what it rates.
fn ratings_of(gap: &Gap, figures: &[Option<u8>]) -> HashMap<Item, Rating> {
    let figures = figures.iter().cycle();
    let ratings = gap.needs().zip(figures).filter_map(|(need, figure)| {
        let kind = need.item.kind();
        let figure = if kind == Kind::Skill { (*figure)? } else { (*figure)? % 3 };
        Some((need.item.clone(), Rating::figure(kind, figure)?))
    });
    ratings.collect()
}

fn figures() -> impl Strategy<Value = Vec<Option<u8>>> {
    prop::collection::vec(prop::option::of(0_u8..6), 1..40)
}

fn short(need: &Need) -> u8 {
    if let State::Short(by) = need.state() { by } else { 0 }
}

proptest! {
    #[test]
    fn a_better_rating_never_widens_a_gap(role in any_role(), figures in figures(), which: Index, better in 0_u8..6) {
        let nothing = gap(&CATALOG, role.as_str(), None, &HashMap::new());
        let mut ratings = ratings_of(&nothing, &figures);
        let before = gap(&CATALOG, role.as_str(), None, &ratings);
        let rated: Vec<&Need> = before.needs().filter(|need| need.account.rating().is_some()).collect();
        prop_assume!(!rated.is_empty());
        let raised = which.get(&rated);
        let rating = Rating::figure(raised.item.kind(), better).filter(|rating| Some(*rating) > raised.account.rating());
        prop_assume!(rating.is_some());
        ratings.insert(raised.item.clone(), rating.unwrap());
        let after = gap(&CATALOG, role.as_str(), None, &ratings);
        for need in after.needs() {
            let old = before.needs().find(|old| old.item == need.item).unwrap();
            prop_assert!(short(need) <= short(old), "{}", need.item);
            prop_assert!(need.item == raised.item || need == old);
        }
    }

    #[test]
    fn who_has_all_that_is_asked_has_no_gap(role in any_role()) {
        let nothing = gap(&CATALOG, role.as_str(), None, &HashMap::new());
        let ratings = nothing.needs().map(|need| (need.item.clone(), enough(need))).collect();
        let met = gap(&CATALOG, role.as_str(), None, &ratings);
        let count = met.needs().count();
        prop_assert_eq!(met.verdict().to_string(), format!("Met: all {count}"));
        prop_assert_eq!(met.only_open().needs().count(), 0);
    }

    #[test]
    fn ratings_change_the_order_and_nothing_that_is_asked(role in any_role(), from in any_role(), figures in figures()) {
        let nothing = gap(&CATALOG, role.as_str(), Some(from.as_str()), &HashMap::new());
        let ratings = ratings_of(&nothing, &figures);
        let some = gap(&CATALOG, role.as_str(), Some(from.as_str()), &ratings);
        for (before, after) in nothing.sections.iter().zip(&some.sections) {
            let asked = |needs: &[Need]| {
                let mut asked: Vec<String> = needs.iter().map(|need| format!("{} {:?} {:?}", need.item, need.asked, need.from)).collect();
                asked.sort();
                asked
            };
            prop_assert_eq!(asked(&before.needs), asked(&after.needs));
            let class = |need: &Need| match need.state() { State::Short(_) => 0, State::Unrated => 1, State::Met => 2 };
            prop_assert!(after.needs.is_sorted_by_key(class));
            let weighed = |need: &Need| match &need.asked {
                Value::Skill { weight, .. } => u32::from(short(need)) * weight.factor(),
                _ => short(need).into(),
            };
            let open: Vec<u32> = after.needs.iter().filter(|need| short(need) > 0).map(weighed).collect();
            prop_assert!(open.is_sorted_by(|a, b| a >= b), "{open:?}");
        }
    }
}
