//! The roles that are kept, as they are printed.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::cli::output::Record;
use crate::domain::{FamilyId, RoleId};
use crate::text::SafeText;

/// `rungs.kept/1`: the role kept as here or wanted, `{"id","title","family","family_name","missing"}`. Of a role that the
/// catalog does not hold, `missing` is true and title and family are null.
#[derive(Debug, Serialize)]
pub(super) struct Kept<'a> {
    id: &'a RoleId,
    title: Option<&'a SafeText>,
    family: Option<&'a FamilyId>,
    family_name: Option<&'a SafeText>,
    missing: bool,
}

impl<'a> Kept<'a> {
    /// The role `id`.
    pub(super) fn of(catalog: &'a Catalog, id: &'a RoleId) -> Self {
        let (family, rung) = catalog.rung(id).unzip();
        Self {
            id,
            title: rung.map(|rung| &rung.title),
            family: family.map(|family| &family.id),
            family_name: family.map(|family| &family.name),
            missing: rung.is_none(),
        }
    }
}

impl Record for Kept<'_> {
    const SCHEMA: &'static str = "rungs.kept/1";
    const COLUMNS: &'static [&'static str] = &["id", "title", "family"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        let title = self.title.map_or("(not in this catalog)", SafeText::as_str);
        vec![self.id.as_str().into(), title.into(), self.family_name.map_or("", SafeText::as_str).into()]
    }
}
