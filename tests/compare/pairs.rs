//! Pairs of the real catalog: all of them, and one that crosses families.

use rungs::catalog::Catalog;
use rungs::domain::compare::{Change, Part};

use super::{all_ids, compare, ids, section};

#[test]
fn every_pair_of_roles_has_something_in_every_section() {
    let catalog = Catalog::embedded().unwrap();
    let all = all_ids(&catalog);
    for one in &all {
        for other in all.iter().filter(|other| *other != one) {
            let comparison = compare(&catalog, &[one.clone(), other.clone()], 0);
            for section in &comparison.sections {
                // Questions of two families are two sets.
                let is_apart = section.part == Part::Answers && one.family() != other.family();
                assert_eq!(section.rows.is_empty(), is_apart, "{one} with {other}: {:?}", section.part);
                assert_eq!(section.verdicts.len(), 1);
            }
        }
    }
}

#[test]
fn an_account_manager_and_a_solutions_engineer_have_something_to_say_in_every_section() {
    let catalog = Catalog::embedded().unwrap();
    let comparison = compare(&catalog, &ids(&["technical-account-manager/mid", "solutions-engineer/senior"]), 0);
    let shared = |part: Part| {
        let rows = section(&comparison, part).rows.iter();
        rows.filter(|row| row.cells.iter().all(|cell| cell.value.is_some())).count()
    };
    let different =
        |part: Part| section(&comparison, part).rows.iter().filter(|row| row.sign(0) != Change::Same).count();
    for part in Part::ALL.into_iter().filter(|part| *part != Part::Answers) {
        assert!(different(part) > 0, "{part:?} has no difference");
    }
    assert_eq!([Part::Scope, Part::Decisions, Part::Skills, Part::Kpis].map(shared), [6, 10, 2, 1]);
    assert!(shared(Part::Responsibilities) >= 3);
    let verdict = |part: Part| section(&comparison, part).verdicts[0].text.as_str();
    assert_eq!(
        verdict(Part::Decisions),
        "9 of 10 decisions with more say, 1 shifted; Priorities: recommends, team (was decides, own work); \
         Technical design: decides, system (was recommends, own work)"
    );
}
