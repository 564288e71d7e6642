//! The roles nearest by skills: the measure by hand, what holds for any role, and whom a practitioner would expect.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use rungs::catalog::Catalog;
use rungs::domain::near::{NEAREST, Near, nearest};
use rungs::domain::{Proficiency, RoleId};

use super::{all_ids, changed, id, small_catalog};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());

fn near<'a>(catalog: &'a Catalog, to: &RoleId, most: usize) -> Vec<Near<'a>> {
    let all: Vec<_> = catalog.sides().collect();
    nearest(catalog.framework(), &catalog.side(to).unwrap(), &all, most)
}

fn listed(catalog: &Catalog, to: &str, most: usize) -> Vec<(String, u8)> {
    near(catalog, &id(to), most).iter().map(|near| (near.side.id.to_string(), near.likeness)).collect()
}

#[test]
fn the_lesser_counts_are_divided_by_the_greater() {
    // Payments: 12 + 9 + 8 + 6 + 6 + 3 + 3 + 4 = 51; reliability: 12 + 9 + 8 + 6 + 6 + 3 + 3 + 4 = 51; the lesser of each
    // come to 4 + 8 + 6 + 6 + 3 + 3 + 4 = 34, so the greater to 102 - 34 = 68.
    let catalog = small_catalog();
    assert!(listed(&catalog, "payments/senior", 9).contains(&("reliability/senior".to_owned(), 50)));
    assert!(listed(&catalog, "reliability/senior", 9).contains(&("payments/senior".to_owned(), 50)));
}

#[test]
fn what_a_near_role_would_add_is_new_or_raised_and_the_heaviest_comes_first() {
    let catalog = small_catalog();
    let all = near(&catalog, &id("payments/senior"), 9);
    let reliability = all.iter().find(|near| near.side.id == id("reliability/senior")).unwrap();
    let skills = reliability.adds.skills.iter();
    let adds: Vec<_> =
        skills.map(|more| (more.skill.as_str(), more.held.map(Proficiency::value), more.asked.value())).collect();
    assert_eq!(adds, [("observability", Some(3), 4), ("plain-writing", None, 3)]);
    // Observability weighs as core there: (4 - 3) x 3; plain writing is useful: 3 x 1.
    assert_eq!(reliability.adds.points(), 6);
    let shared = reliability.shared.iter();
    let shared: Vec<_> = shared.map(|both| (both.skill.as_str(), both.here.value(), both.there.value())).collect();
    assert_eq!(
        shared,
        [
            ("sql", 4, 4),
            ("incident-command", 3, 3),
            ("mentoring", 3, 3),
            ("idempotency", 4, 4),
            ("testing", 4, 3),
            ("observability", 3, 4),
            ("api-design", 3, 3),
        ]
    );
}

#[test]
fn the_same_list_of_skills_is_100_percent_and_no_shared_skill_is_not_near() {
    let catalog = changed(|json| {
        let skills = json["families"][0]["roles"][2]["skills"].clone();
        json["families"][1]["roles"][0]["skills"] = skills;
        let mut alone = json["families"][2]["roles"][1]["skills"][1].clone();
        assert_eq!(alone["skill"].take(), "negotiation");
        alone["skill"] = "negotiation".into();
        json["families"][2]["roles"][1]["skills"] = serde_json::json!([alone]);
    });
    assert_eq!(listed(&catalog, "payments/senior", 1), [("reliability/senior".to_owned(), 100)]);
    // Negotiation counts 9 here and 6 there, all of support/mid 34: 6 of 34 + 9 - 6.
    assert_eq!(listed(&catalog, "support/senior", 9), [("support/mid".to_owned(), 16)]);
}

#[test]
fn the_nearest_are_whom_a_practitioner_would_expect() {
    let expected: &[(&str, &[&str])] = &[
        ("payment-systems-engineer/senior", &["payment-systems-engineer/lead", "payment-systems-engineer/mid"]),
        (
            "commerce-platform-engineer/mid",
            &["commerce-platform-engineer/associate", "commerce-platform-engineer/senior"],
        ),
        ("xr-platform-engineer/mid", &["vr-platform-engineer/mid", "ar-platform-engineer/mid"]),
        (
            "ar-platform-engineer/mid",
            &["spatial-computing-engineer/mid", "xr-platform-engineer/mid", "vr-platform-engineer/mid"],
        ),
        ("sales-engineer/mid", &["solutions-engineer/senior", "solutions-engineer/mid"]),
        ("customer-success-engineer/mid", &["technical-account-manager/mid"]),
        ("escalation-engineer/senior", &["technical-support-engineer/senior"]),
        ("mobile-engineer/staff", &["web-engineer/staff"]),
        ("software-engineer/staff", &["payment-systems-engineer/staff"]),
        ("field-engineer/mid", &["field-service-engineer/mid"]),
        ("systems-engineer/mid", &["systems-engineer/staff"]),
    ];
    for (role, nearest) in expected {
        let listed: Vec<String> = listed(&CATALOG, role, nearest.len()).into_iter().map(|(id, _)| id).collect();
        assert_eq!(listed, *nearest, "{role}");
    }
}

proptest! {
    #[test]
    fn likeness_is_the_same_from_either_side(one in any::<Index>(), other in any::<Index>()) {
        let ids = all_ids(&CATALOG);
        let (one, other) = (one.get(&ids), other.get(&ids));
        prop_assume!(one != other);
        let likeness = |from: &RoleId, to: &RoleId| {
            let all = near(&CATALOG, from, usize::MAX);
            all.iter().find(|near| near.side.id == *to).map(|near| (near.likeness, near.shared.len()))
        };
        prop_assert_eq!(likeness(one, other), likeness(other, one));
    }

    #[test]
    fn the_list_is_short_ordered_and_says_what_is_shared_and_added(role in any::<Index>()) {
        let ids = all_ids(&CATALOG);
        let role = role.get(&ids);
        let mine = CATALOG.role(role).unwrap();
        let list = near(&CATALOG, role, NEAREST);
        prop_assert!(list.len() <= 20 && list.iter().all(|near| near.side.id != *role && !near.shared.is_empty()));
        let order = |near: &Near<'_>| (near.likeness, near.shared.len());
        prop_assert!(list.windows(2).all(|pair| order(&pair[0]) >= order(&pair[1])));
        let all = near(&CATALOG, role, usize::MAX);
        prop_assert!(list.iter().zip(&all).all(|(near, same)| near.side.id == same.side.id));
        prop_assert!(all.len() == list.len() || list.len() == NEAREST);
        for near in &list {
            for used in &near.side.role.skills {
                let held = mine.skills.iter().find(|known| known.skill == used.skill).map(|known| known.proficiency);
                let shared = near.shared.iter().find(|both| *both.skill == used.skill);
                let more = near.adds.skills.iter().find(|more| *more.skill == used.skill);
                prop_assert_eq!(shared.map(|both| (both.here, both.there)), held.map(|held| (held, used.proficiency)));
                prop_assert_eq!(more.is_some(), held.is_none_or(|held| held < used.proficiency));
            }
        }
    }
}
