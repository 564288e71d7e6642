//! Where people go: promotions climb within the family and end, and no step leads to where it starts.

use std::collections::HashMap;

use crate::catalog::draft::{Draft, FamilyDraft};
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::domain::{Destination, MoveKind, RoleId};

/// Checks the moves and entries of every family.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for family in &draft.families {
        entries(family, report);
        let promotions = promotions(family, draft, report);
        circles(&promotions, report);
    }
}

fn entries(family: &FamilyDraft, report: &mut Report) {
    for (entry, index) in family.family.entry.iter().zip(0_usize..) {
        if matches!(&entry.from, Destination::Role(role) if role.family() == family.family.id.as_str()) {
            let place = family.place.then("entry").then(index).then("from");
            report.add(Check::SelfReference, &place, "is a rung of the family itself: an entry comes from outside");
        }
    }
}

/// A promotion from one of a family's roles to another, both by their numbers.
struct Promotion {
    to: usize,
    place: Place,
}

/// The promotions that neither fall nor leave the family, by the number of the role they start from.
fn promotions(family: &FamilyDraft, draft: &Draft, report: &mut Report) -> Vec<Vec<Promotion>> {
    let numbers: HashMap<RoleId, usize> =
        family.roles.iter().map(|role| family.role_id(&role.value)).zip(0..).collect();
    let mut promotions: Vec<Vec<Promotion>> = Vec::new();
    for (role, number) in family.roles.iter().zip(0..) {
        let mut climbing = Vec::new();
        for (step, index) in role.value.moves.iter().zip(0_usize..) {
            let Destination::Role(to) = &step.to else { continue };
            let place = || role.place.then("moves").then(index).then("to");
            let target = numbers.get(to).copied();
            if target == Some(number) {
                report.add(Check::SelfReference, &place(), "leads to the role itself");
            } else if step.kind == MoveKind::Promotion {
                if to.family() != family.family.id.as_str() {
                    let text = "is a promotion to another family: that is a lateral move, or one to specialise";
                    report.add(Check::PromotionOutside, &place(), text);
                } else if let Some((target, higher)) = target.and_then(|to| Some((to, family.roles.get(to)?))) {
                    // A level that does not parse has no rank, and a problem of its own.
                    if draft.rank(&higher.value).is_some_and(|rank| Some(rank) < draft.rank(&role.value)) {
                        let (from, to) = (&role.value.level, &higher.value.level);
                        let text = format_args!("is a promotion from {from} down to {to}");
                        report.add(Check::PromotionDown, &place(), text);
                    } else {
                        climbing.push(Promotion { to: target, place: place() });
                    }
                }
            }
        }
        promotions.push(climbing);
    }
    promotions
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Not,
    Under,
    Done,
}

/// Notes each promotion that leads back to a role it was reached from. Without recursion: a ladder may be long.
fn circles(promotions: &[Vec<Promotion>], report: &mut Report) {
    let mut visits = vec![Visit::Not; promotions.len()];
    for start in 0..promotions.len() {
        let mut way = vec![(start, 0)];
        while let Some((role, next)) = way.last_mut() {
            let (Some(visit), Some(steps)) = (visits.get_mut(*role), promotions.get(*role)) else { break };
            if *visit == Visit::Done {
                way.pop();
                continue;
            }
            *visit = Visit::Under;
            let Some(step) = steps.get(*next) else {
                *visit = Visit::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match visits.get(step.to) {
                Some(Visit::Not) => way.push((step.to, 0)),
                Some(Visit::Under) => {
                    report.add(Check::PromotionCircle, &step.place, "leads back to where these promotions began");
                }
                Some(Visit::Done) | None => {}
            }
        }
    }
}
