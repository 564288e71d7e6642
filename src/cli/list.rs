//! `rungs list`: families, levels, roles or skills, of all roles or of chosen ones.

mod items;

use super::args::{ListArgs, Listed};
use super::output::{Header, Output, Record};
use super::{Exit, Failure, Outcome, resolve};
use crate::catalog::Catalog;
use crate::domain::{FamilyOutline, Role, Rung};
use items::{FamilyItem, LevelItem, RoleItem, SkillItem};

/// Lists what `args` ask for.
pub(super) fn list(args: &ListArgs, catalog: &Catalog, output: &mut Output) -> Outcome {
    let family = args.family.as_deref().map(|typed| resolve::family(catalog, typed)).transpose()?;
    let level = args.level.as_deref().map(|typed| resolve::level(catalog, typed)).transpose()?;
    let all = family.is_none() && level.is_none();
    let chosen: Vec<(&FamilyOutline, &Rung)> = catalog
        .rungs()
        .filter(|(of, _)| family.is_none_or(|family| family.id == of.id))
        .filter(|(_, rung)| level.is_none_or(|level| level.id == rung.level))
        .collect();
    let count = |of: &dyn Fn(&FamilyOutline, &Rung) -> bool| chosen.iter().filter(|(f, rung)| of(f, rung)).count();
    let header = if args.header { Header::Always } else { Header::Aligned };

    match args.what.unwrap_or(if all { Listed::Families } else { Listed::Roles }) {
        Listed::Families => {
            let items = catalog.families().iter().map(|family| {
                let roles = count(&|of, _| of.id == family.id);
                FamilyItem::new(catalog, family, roles)
            });
            print(&items.filter(|item| all || item.roles > 0).collect::<Vec<_>>(), header, output)
        }
        Listed::Levels => {
            let items = catalog.framework().levels.iter().map(|level| {
                let roles = count(&|_, rung| rung.level == level.id);
                LevelItem::new(level, roles)
            });
            print(&items.filter(|item| all || item.roles > 0).collect::<Vec<_>>(), header, output)
        }
        Listed::Roles => {
            let items = chosen.iter().map(|(family, rung)| RoleItem::new(catalog, family, rung));
            print(&items.collect::<Vec<_>>(), header, output)
        }
        Listed::Skills => {
            let roles: Vec<&Role> =
                chosen.iter().filter_map(|(family, rung)| catalog.role(&family.role_id(rung))).collect();
            let items = catalog.terms().skills.iter().map(|skill| {
                let uses = |role: &&&Role| role.skills.iter().any(|used| used.skill == skill.id);
                SkillItem::new(skill, roles.iter().filter(uses).count())
            });
            print(&items.filter(|item| all || item.roles > 0).collect::<Vec<_>>(), header, output)
        }
    }
}

fn print<R: Record>(items: &[R], header: Header, output: &mut Output) -> Outcome {
    if items.is_empty() {
        if output.form() == super::output::Form::Json {
            output.records(items, header)?;
        }
        return Err(Failure::new(Exit::NothingFound, "no role is in that family and on that level"));
    }
    output.records(items, header)?;
    Ok(Exit::Done)
}
