//! Ways from role to role: paths by the steps of a catalog, and the roles nearest by skills. Figures of a small catalog
//! are worked out by hand from its file; what holds for any roles is tried on the real one.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[path = "ways/near.rs"]
mod near;
#[path = "ways/paths.rs"]
mod paths;

use rungs::catalog::{Catalog, Files, load};
use rungs::domain::RoleId;
use serde_json::Value;

const SMALL: &str = include_str!("support/small.json");

fn small_catalog() -> Catalog {
    load(&Files::one("small.json", SMALL)).expect("a valid catalog")
}

/// The small catalog after `change`.
fn changed(change: impl FnOnce(&mut Value)) -> Catalog {
    let mut json: Value = serde_json::from_str(SMALL).unwrap();
    change(&mut json);
    load(&Files::one("small.json", json.to_string())).expect("a valid catalog")
}

fn id(typed: &str) -> RoleId {
    typed.parse().unwrap()
}

fn all_ids(catalog: &Catalog) -> Vec<RoleId> {
    catalog.sides().map(|side| side.id).collect()
}
