//! The outline, told from families and roles. The embedded catalog keeps it written down, so that start-up need not
//! read every family; everywhere else it is made here.

use std::collections::{HashMap, HashSet};

use super::Catalog;
use super::draft::FamilyDraft;
use crate::domain::{Destination, FamilyOutline, Framework, MoveKind, Outline, Passage, Role, RoleId, Rung};

/// The outline of `catalog` as `data/outline.json` holds it: a family a line, nothing to skip when it is read.
///
/// # Errors
///
/// Never for a catalog that was loaded; serialisation just cannot promise it.
pub fn outline_json(catalog: &Catalog) -> serde_json::Result<String> {
    let families: Vec<String> = catalog.families().iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    Ok(format!("{{\"families\":[\n{}\n]}}\n", families.join(",\n")))
}

/// Puts families into the order of departments and names, and roles into the order of ranks.
pub(super) fn sort(families: &mut [FamilyDraft], framework: &Framework) {
    let department =
        |family: &FamilyDraft| framework.departments.iter().position(|known| known.id == family.department);
    families
        .sort_by_cached_key(|family| (department(family), family.family.name.to_lowercase(), family.family.id.clone()));
    for family in families {
        family.sort_roles_by_key(|role| framework.rank(&role.level));
    }
}

/// The outline of sorted families.
pub(super) fn derive(families: &[FamilyDraft]) -> Outline {
    let lowest: HashSet<RoleId> = families.iter().flat_map(lowest).collect();
    let mut arriving: HashMap<&str, Vec<Passage>> = HashMap::new();
    for (family, role) in families.iter().flat_map(|family| family.roles.iter().map(move |role| (family, &role.value)))
    {
        for step in &role.moves {
            if let Destination::Role(to) = &step.to
                && to.family() != family.family.id.as_str()
                && lowest.contains(to)
            {
                let from = Destination::Role(family.role_id(role));
                arriving.entry(to.family()).or_default().push(Passage { role: from, kind: Some(step.kind) });
            }
        }
    }
    let families = families
        .iter()
        .map(|family| outline(family, arriving.remove(family.family.id.as_str()).unwrap_or_default()))
        .collect();
    Outline { families }
}

/// The roles on the lowest level of a sorted family: where people come in. Steps to higher rungs are moves of single
/// roles, and shown with those.
fn lowest(draft: &FamilyDraft) -> impl Iterator<Item = RoleId> {
    let level = draft.roles.first().map(|role| &role.value.level);
    let roles = draft.roles.iter().map(|role| &role.value).filter(move |role| Some(&role.level) == level);
    roles.map(|role| draft.role_id(role))
}

fn outline(draft: &FamilyDraft, arriving: Vec<Passage>) -> FamilyOutline {
    let FamilyDraft { family, department, aliases, roles, .. } = draft;
    let entries = family.entry.iter().map(|entry| Passage { role: entry.from.clone(), kind: None });
    FamilyOutline {
        id: family.id.clone(),
        name: family.name.clone(),
        aliases: aliases.clone().into(),
        department: department.clone(),
        rungs: roles.iter().map(|role| rung(&role.value)).collect(),
        from: once_each(entries.chain(arriving)).into(),
        to: once_each(leaving(draft)).into(),
    }
}

fn rung(role: &Role) -> Rung {
    Rung {
        slug: role.slug(),
        level: role.level.clone(),
        track: role.track.clone(),
        title: role.title.clone(),
        aliases: role.aliases.clone().into(),
        origin: role.origin,
        headline: role.headline.clone().into(),
    }
}

/// Where people go from the highest level of the family: steps out of it that are no promotion.
fn leaving(draft: &FamilyDraft) -> impl Iterator<Item = Passage> {
    let highest = draft.roles.last().map(|role| &role.value.level);
    let roles = draft.roles.iter().map(|role| &role.value).filter(move |role| Some(&role.level) == highest);
    let outward = |step: &&crate::domain::Move| {
        let inside = matches!(&step.to, Destination::Role(to) if to.family() == draft.family.id.as_str());
        step.kind != MoveKind::Promotion && !inside
    };
    let steps = roles.flat_map(|role| &role.moves).filter(outward);
    steps.map(|step| Passage { role: step.to.clone(), kind: Some(step.kind) })
}

/// The first passage to or from each role.
fn once_each(passages: impl Iterator<Item = Passage>) -> Vec<Passage> {
    let mut seen = HashSet::new();
    passages.filter(|passage| seen.insert(passage.role.clone())).collect()
}
