//! What a comparison promises, whichever roles are compared: of a small catalog, where each sign was checked by hand,
//! and of the real one, pair by pair.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[path = "compare/by_hand.rs"]
mod by_hand;
#[path = "compare/pairs.rs"]
mod pairs;
#[path = "compare/properties.rs"]
mod properties;
#[path = "compare/small.rs"]
mod small;

use rungs::catalog::{Catalog, Files, load};
use rungs::domain::RoleId;
use rungs::domain::compare::{Comparison, Part, Row, Section, Side};

fn small_catalog() -> Catalog {
    load(&Files::one("small.json", include_str!("support/small.json"))).expect("a valid catalog")
}

fn side<'a>(catalog: &'a Catalog, id: &RoleId) -> Side<'a> {
    let (family, _) = catalog.rung(id).expect("a rung");
    Side { id: id.clone(), role: catalog.role(id).unwrap(), family: catalog.family(&family.id).unwrap() }
}

/// The roles `ids` side by side, judged against the one in place `base`.
fn compare(catalog: &Catalog, ids: &[RoleId], base: usize) -> Comparison {
    let sides: Vec<Side<'_>> = ids.iter().map(|id| side(catalog, id)).collect();
    Comparison::of(catalog, &sides, base).expect("two to four roles")
}

fn ids(typed: &[&str]) -> Vec<RoleId> {
    typed.iter().map(|id| id.parse().unwrap()).collect()
}

fn all_ids(catalog: &Catalog) -> Vec<RoleId> {
    catalog.rungs().map(|(family, rung)| family.role_id(rung)).collect()
}

fn section(comparison: &Comparison, part: Part) -> &Section {
    comparison.sections.iter().find(|section| section.part == part).expect("a section for each part")
}

fn row<'a>(section: &'a Section, key: &str) -> &'a Row {
    section.rows.iter().find(|row| row.key == *key).expect("a row of that key")
}
