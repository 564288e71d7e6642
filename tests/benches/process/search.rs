//! Searching: a whole `rungs search`, what the index of a catalog costs, and a letter typed into the search.

#[path = "search/sizes.rs"]
mod sizes;
#[path = "search/typing.rs"]
mod typing;
#[path = "search/whole.rs"]
mod whole;

use std::io;

use super::Setting;
use super::table::Table;

/// Measures it all.
pub(crate) fn all(setting: &Setting, table: &mut Table) -> io::Result<()> {
    let sizes = sizes::all()?;
    whole::commands(setting, &sizes, table)?;
    for size in &sizes {
        sizes::index(size, setting, table);
    }
    typing::letters(setting, &sizes, table)
}
