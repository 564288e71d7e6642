//! From what was typed to the item of a role that is meant: `idempotency`, `Production change`, `skill:hiring`.

use crate::catalog::Catalog;
use crate::cli::Failure;
use crate::cli::resolve::{self, Known};
use crate::domain::gap::{Gap, Item, Kind, Need};
use crate::text::SafeText;

/// The item of `gap`'s role that `typed` means.
pub(super) fn meant(catalog: &Catalog, gap: &Gap, typed: &str) -> Result<Item, Failure> {
    let prefixed = typed.split_once(':').and_then(|(kind, rest)| Some((of_kind(kind)?, rest)));
    let (kind, typed) = prefixed.map_or((None, typed), |(kind, rest)| (Some(kind), rest));
    let needs: Vec<&Need> = gap.needs().filter(|need| kind.is_none_or(|kind| need.item.kind() == kind)).collect();
    let known = needs.iter().map(|need| {
        let is_twice = needs.iter().filter(|other| other.item.id() == need.item.id()).count() > 1;
        let id = if is_twice { need.item.to_string() } else { need.item.id().to_owned() };
        Known::whole(need.item.clone(), &id, names(catalog, need))
    });
    resolve::meant(typed, "skill, area of work or decision of that role", known.collect())
}

/// What it is called, its bare id, and of a skill what else people type for it.
fn names<'a>(catalog: &'a Catalog, need: &'a Need) -> Vec<&'a str> {
    let aliases = match &need.item {
        Item::Skill { skill } => catalog.skill(skill).map(|skill| &skill.aliases[..]).unwrap_or_default(),
        Item::Thread { .. } | Item::Decision { .. } => &[],
    };
    [need.label.as_str(), need.item.id()].into_iter().chain(aliases.iter().map(SafeText::as_str)).collect()
}

fn of_kind(typed: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.word() == typed.trim().to_lowercase())
}

/// Why `typed` rates nothing of `kind`.
pub(super) fn no_rating(kind: Kind, typed: &str) -> String {
    let how = match kind {
        Kind::Skill => "a skill is rated 0 to 5 or none, aware, assisted, independent, advanced, expert",
        Kind::Thread => "an area of work is rated no, with-support or alone",
        Kind::Decision => "a decision is rated no, with-support or alone",
    };
    format!("{how}, or - for not known; not `{}`", SafeText::line(typed))
}
