//! What climbs with the rungs of a family: titles, proficiencies, the rungs themselves.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::catalog::draft::{Draft, Entry, FamilyDraft};
use crate::catalog::problem::Check;
use crate::catalog::report::Report;
use crate::domain::{Level, Proficiency, Role, SkillId};

/// Checks the rungs of every family.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for family in &draft.families {
        let rungs = rungs(family, draft);
        if !report.is_partial() {
            missing_rungs(family, &rungs, draft, report);
        }
        proficiencies(&rungs, report);
        steady_skills(family, &rungs, report);
        for role in &family.roles {
            title(role, draft, report);
            targets(role, report);
        }
    }
}

/// A role with the rank of its level.
pub(super) type RankedRole<'a> = (u8, &'a Entry<Role>);

/// The roles of `family` whose level is known, lowest rank first.
pub(super) fn rungs<'a>(family: &'a FamilyDraft, draft: &Draft) -> Vec<RankedRole<'a>> {
    let mut rungs: Vec<_> = family.roles.iter().filter_map(|role| Some((draft.rank(&role.value)?, role))).collect();
    rungs.sort_by_key(|(rank, _)| *rank);
    rungs
}

fn missing_rungs(family: &FamilyDraft, rungs: &[RankedRole<'_>], draft: &Draft, report: &mut Report) {
    let ranks: HashSet<u8> = rungs.iter().map(|(rank, _)| *rank).collect();
    let (Some((lowest, _)), Some((highest, _))) = (rungs.first(), rungs.last()) else { return };
    let missing = draft.levels.values().filter(|level| (*lowest..*highest).contains(&level.rank));
    for level in missing.filter(|level| !ranks.contains(&level.rank)) {
        let text = format_args!("has no {} between its lowest and its highest rung", level.id);
        report.add(Check::MissingRung, &family.place.then("roles"), text);
    }
}

/// A skill a role has less of than a lower rung of the same track, or of the trunk that the tracks share.
fn proficiencies(rungs: &[RankedRole<'_>], report: &mut Report) {
    let mut had: HashMap<(Option<&str>, &SkillId), (u8, Proficiency, &Role)> = HashMap::new();
    for (rank, role) in rungs {
        let track = role.value.track.as_deref();
        for (skill, index) in role.value.skills.iter().zip(0_usize..) {
            let lower = [track, None].into_iter().filter_map(|track| had.get(&(track, &skill.skill)));
            let more = lower.filter(|(lower, proficiency, _)| {
                !skill.proficiency.is_unsaid() && lower < rank && *proficiency > skill.proficiency
            });
            if let Some((_, proficiency, lower)) = more.max_by_key(|(_, proficiency, _)| *proficiency) {
                let (lower, more, less) = (&lower.level, proficiency.value(), skill.proficiency.value());
                let text = format_args!("`{}` falls from {more} at {lower} to {less}", skill.skill);
                let place = role.place.then("skills").then(index).then("proficiency");
                report.add(Check::FallingProficiency, &place, text);
            }
        }
        for skill in &role.value.skills {
            had.insert((track, &skill.skill), (*rank, skill.proficiency, &role.value));
        }
    }
}

/// A skill that so many rungs or more ask for should grow somewhere on the way.
const STEADY: usize = 4;

/// Skills that many rungs ask for, all to the same degree: what is learnt between the first and the last?
fn steady_skills(family: &FamilyDraft, rungs: &[RankedRole<'_>], report: &mut Report) {
    let mut asked: BTreeMap<&SkillId, Vec<Proficiency>> = BTreeMap::new();
    for (_, role) in rungs {
        for skill in &role.value.skills {
            asked.entry(&skill.skill).or_default().push(skill.proficiency);
        }
    }
    for (skill, proficiencies) in asked {
        if let [first, rest @ ..] = proficiencies.as_slice()
            && proficiencies.len() >= STEADY
            && !first.is_unsaid()
            && rest.iter().all(|other| other == first)
        {
            let (value, rungs) = (first.value(), proficiencies.len());
            let text = format_args!("`{skill}` is {value} on all {rungs} rungs that ask for it: where does it grow?");
            report.add(Check::SteadySkill, &family.place.then("roles"), text);
        }
    }
}

/// A title that begins with the name of a level must be on that level.
fn title(role: &Entry<Role>, draft: &Draft, report: &mut Report) {
    let title = role.value.title.to_lowercase();
    let begins = |level: &&Level| {
        let names = [level.id.as_str(), level.name.as_str()];
        names.into_iter().any(|name| title.strip_prefix(&name.to_lowercase()).is_some_and(|rest| rest.starts_with(' ')))
    };
    let named: Vec<&Level> = draft.levels.values().filter(begins).collect();
    if draft.rank(&role.value).is_some()
        && let [level, ..] = *named
        && named.iter().all(|level| level.id != role.value.level)
    {
        let text = format_args!("begins like a title of {}, but the role's level is {}", level.id, role.value.level);
        report.add(Check::TitlePrefix, &role.place.then("title"), text);
    }
}

fn targets(role: &Entry<Role>, report: &mut Report) {
    for (kpi, index) in role.value.kpis.iter().zip(0_usize..) {
        if !kpi.target.chars().any(char::is_numeric) {
            let place = role.place.then("kpis").then(index).then("target");
            report.add(
                Check::TargetWithoutFigure,
                &place,
                "has no figure: a target is a number with a base and a window",
            );
        }
    }
}
