//! Texts of one rung that are nearly those of the rung below: three words in a row, again and again, or all but the
//! words of degree.

use std::collections::HashMap;

use super::degrees::differ_in_degree;
use super::ladder::{RankedRole, rungs};
use super::prose::words;
use super::shingles::{Shared, shingles};
use crate::catalog::draft::{Draft, Entry};
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::domain::Role;

/// Texts that share more than so many in a hundred of their shingles are twins.
const TWINS: usize = 50;
/// Longer texts have a problem already.
const LONGEST: usize = 4_096;
/// The most responsibilities of one thread that are compared.
const PER_THREAD: usize = 4;

/// Checks each rung of each family against the one below it.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for family in &draft.families {
        for (below, above) in neighbours(&rungs(family, draft)) {
            compare(below, above, report);
        }
    }
}

/// Each role with the one below it: the last before it on its own track or on the trunk that the tracks share.
fn neighbours<'a>(rungs: &[RankedRole<'a>]) -> Vec<(&'a Entry<Role>, &'a Entry<Role>)> {
    let mut last: HashMap<Option<&str>, (usize, &Entry<Role>)> = HashMap::new();
    let mut pairs = Vec::new();
    for (number, (_, role)) in rungs.iter().enumerate() {
        let track = role.value.track.as_deref();
        let below = [last.get(&track), last.get(&None)].into_iter().flatten().max_by_key(|(number, _)| *number);
        pairs.extend(below.map(|(_, below)| (*below, *role)));
        last.insert(track, (number, role));
    }
    pairs
}

fn compare(below: &Entry<Role>, above: &Entry<Role>, report: &mut Report) {
    let (lower, upper, place) = (&below.value, &above.value, &above.place);
    let mut twins = |one: &str, other: &str, place: &dyn Fn() -> Place| {
        if one.is_empty() || other.is_empty() {
            // What neither or only one of them says is no twin.
        } else if near_twins(one, other) {
            let text =
                format_args!("is nearly what {} says: a reader could not tell the two rungs apart", lower.slug());
            report.add(Check::NearTwin, &place(), text);
        } else if differ_in_degree(one, other) {
            let text = format_args!("differs from what {} says in words of degree only", lower.slug());
            report.add(Check::OnlyDegree, &place(), text);
        }
    };
    twins(&lower.headline, &upper.headline, &|| place.then("headline"));
    twins(&lower.step_up, &upper.step_up, &|| place.then("step_up"));
    twins(&lower.summary, &upper.summary, &|| place.then("summary"));
    for (text, index) in upper.responsibilities.iter().zip(0_usize..) {
        let same_thread = lower.responsibilities.iter().filter(|other| other.thread == text.thread);
        for other in same_thread.take(PER_THREAD) {
            twins(&other.text, &text.text, &|| place.then("responsibilities").then(index).then("text"));
        }
    }
    for (skill, index) in upper.skills.iter().zip(0_usize..) {
        if let Some(other) = lower.skills.iter().find(|other| other.skill == skill.skill) {
            twins(&other.in_use, &skill.in_use, &|| place.then("skills").then(index).then("use"));
        }
    }
}

/// Whether two texts share more than half of all their shingles.
fn near_twins(one: &str, other: &str) -> bool {
    if one.len().max(other.len()) > LONGEST {
        return false;
    }
    // Copied rungs are taken for what they are without looking at their words.
    if one == other {
        return true;
    }
    Shared::of(&shingles(&words(one)), &shingles(&words(other))).is_more_than(TWINS)
}
