//! The catalog room: what the embedded data holds, what the loader takes, and what it refuses with which words.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "catalog/checks.rs"]
mod checks;
#[path = "catalog/embedded.rs"]
mod embedded;
#[path = "catalog/hostile.rs"]
mod hostile;
#[path = "catalog/imported.rs"]
mod imported;
#[path = "catalog/layers.rs"]
mod layers;
#[path = "catalog/ledger.rs"]
mod ledger;
#[path = "catalog/limits.rs"]
mod limits;
#[path = "catalog/places.rs"]
mod places;
#[path = "catalog/pool.rs"]
mod pool;
#[path = "catalog/reading.rs"]
mod reading;
#[path = "catalog/shapes.rs"]
mod shapes;
#[path = "catalog/small.rs"]
mod small;
#[path = "catalog/swap.rs"]
mod swap;
#[path = "catalog/thin.rs"]
mod thin;
#[path = "catalog/watched.rs"]
mod watched;
#[path = "catalog/written.rs"]
mod written;
