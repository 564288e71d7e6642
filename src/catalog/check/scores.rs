//! Figures on a scale: scores of scope, and the ranks of the levels.

use crate::catalog::draft::Draft;
use crate::catalog::problem::Check;
use crate::catalog::report::{Place, Report};
use crate::domain::{AxisId, ScopeScore, UniqueMap};

/// Checks the scope of levels and roles, and that the levels ascend.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let mut below = (usize::MAX, 0);
    for level in &draft.levels.entries {
        let (file, rank) = (level.place.file, level.value.rank);
        if file != below.0 {
            below = (file, 0);
        }
        if rank <= below.1 {
            let text = format_args!("rank {rank} does not ascend: levels are listed lowest first, from rank 1");
            report.add(Check::LevelOrder, &level.place.then("rank"), text);
        }
        below = (file, rank);
        scope(&level.value.scope, &level.place, report);
    }
    for role in draft.families.iter().flat_map(|family| &family.roles) {
        scope(&role.value.scope, &role.place, report);
    }
}

fn scope(scope: &UniqueMap<AxisId, ScopeScore>, place: &Place, report: &mut Report) {
    for (axis, ScopeScore { score, .. }) in scope.iter() {
        if *score > ScopeScore::HIGHEST {
            let place = place.then("scope").then(axis.as_str()).then("score");
            report.add(Check::Score, &place, format_args!("score {score} is above {}", ScopeScore::HIGHEST));
        }
    }
}
