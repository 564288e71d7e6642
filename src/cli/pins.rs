//! The roles that are kept, the reader's own and the wanted one, and what lies between somebody and a role.

use super::output::message;
use super::{Exit, Failure};
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::domain::gap::Gap;
use crate::store::{Bookmarks, Pin, Practice};

/// The role kept as wanted.
pub(super) fn wanted(bookmarks: &Bookmarks, catalog: &Catalog) -> Result<RoleId, Failure> {
    let id = bookmarks.pinned(Pin::Want).ok_or_else(|| Failure::new(Exit::Usage, none_kept(Pin::Want)))?;
    if catalog.rung(id).is_none() {
        return Err(Failure::new(Exit::NothingFound, format!("{id}, kept as wanted, is not in this catalog")));
    }
    Ok(id.clone())
}

/// The role kept as the reader's own, as far as the catalog has it.
pub(super) fn here(bookmarks: &Bookmarks, catalog: &Catalog) -> Option<RoleId> {
    let id = bookmarks.pinned(Pin::Here)?;
    if catalog.rung(id).is_none() {
        message(&format!("{id}, kept as yours, is not in this catalog"));
        return None;
    }
    Some(id.clone())
}

/// What to say where no role has the pin.
pub(super) fn none_kept(pin: Pin) -> &'static str {
    match pin {
        Pin::Here => "no role is kept as yours; `rungs gap here ID` keeps one",
        Pin::Want => "no role is kept as wanted; `rungs gap want ID` keeps one",
    }
}

/// What lies between somebody who comes `from` a role and `target`.
pub(super) fn gap(
    catalog: &Catalog,
    target: &RoleId,
    from: Option<&RoleId>,
    practice: &Practice,
) -> Result<Gap, Failure> {
    let side = |id: &RoleId| {
        catalog.side(id).ok_or_else(|| Failure::new(Exit::Catalog, "a role of the catalog cannot be read"))
    };
    // Who comes from the very role has nothing to compare it with.
    let from = from.filter(|from| *from != target).map(side).transpose()?;
    Ok(Gap::of(catalog, &side(target)?, from.as_ref(), |item| practice.account(item)))
}
