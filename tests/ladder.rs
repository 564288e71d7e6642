//! What a ladder promises, whatever goes through the rungs of whichever family; and two ladders checked by hand.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "ladder/by_hand.rs"]
mod by_hand;
#[path = "ladder/properties.rs"]
mod properties;

use rungs::catalog::Catalog;
use rungs::domain::compare::Side;

/// The rungs of the family `id`, lowest first.
fn rungs<'a>(catalog: &'a Catalog, id: &str) -> Vec<Side<'a>> {
    catalog.ladder_of(catalog.outline(id).expect("a family"))
}
