//! Picking one of all roles by typing a part of what it is called. A screen that wants a role opens the picker and says
//! what for; what is picked comes back to it.

use super::action::Verb;
use super::browse::names_of;
use super::cursor::{Cursor, Rows};
use super::keymap::{Context, Keymap};
use super::line_edit::LineEdit;
use crate::catalog::Catalog;
use crate::domain::RoleId;
use crate::search::{Matching, Ranker};

/// What a role is picked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Another column of the comparison.
    Column,
    /// The role the reader holds.
    Here,
}

impl Wanted {
    /// What the picker is called.
    pub fn title(self, keys: Keymap) -> String {
        let (name, accept) = match self {
            Self::Column => ("Compare with", ", # adds"),
            Self::Here => ("The role you hold", ", # takes"),
        };
        format!("{name}: type to filter{}, esc closes", keys.words(Context::Pick, Verb::Accept, accept))
    }
}

/// The open picker.
#[derive(Debug)]
pub struct Picker {
    /// What the role is picked for.
    pub wanted: Wanted,
    /// What is typed.
    pub line: LineEdit,
    /// The roles that match, best first; without a text all, as the catalog has them.
    pub rows: Rows<PickRow>,
    /// Its cursor.
    pub cursor: Cursor,
    /// Roles that are not to be picked again.
    taken: Vec<RoleId>,
    /// Where the cursor is while nothing is typed: on the ladder of this role.
    near: Option<RoleId>,
}

/// A role that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickRow {
    /// Its id.
    pub id: RoleId,
    /// The letters of its title that matched.
    pub letters: Vec<u32>,
}

impl Picker {
    /// All roles but those `taken`, the cursor on the ladder of `near`.
    pub fn new(catalog: &Catalog, wanted: Wanted, taken: Vec<RoleId>, near: Option<RoleId>) -> Self {
        let (line, rows, cursor) = (LineEdit::default(), Rows::default(), Cursor::default());
        let mut picker = Self { wanted, line, rows, cursor, taken, near };
        picker.list_all(catalog);
        picker
    }

    /// The role under the cursor.
    pub fn role(&self) -> Option<&RoleId> {
        self.rows.get(self.cursor.stop).map(|row| &row.id)
    }

    /// Lists the roles that match what is typed: by title, other names, level and family.
    pub fn refilter(&mut self, catalog: &Catalog, ranker: &mut Ranker, matching: Matching) {
        let query = self.line.text().trim();
        if query.is_empty() {
            return self.list_all(catalog);
        }
        let rungs = catalog.rungs().map(|(family, rung)| (family, rung, family.role_id(rung)));
        let free: Vec<_> = rungs.filter(|(.., id)| !self.taken.contains(id)).collect();
        let framework = catalog.framework();
        let list =
            free.iter().map(|(family, rung, _)| names_of(framework, rung).chain([family.name.as_str()])).collect();
        self.rows = Rows::default();
        for hit in ranker.rank(query, matching, &list) {
            if let Some((_, rung, id)) = free.get(hit) {
                self.rows.push_stop([PickRow { id: id.clone(), letters: ranker.light(query, matching, &rung.title) }]);
            }
        }
        self.cursor = Cursor::default();
    }

    fn list_all(&mut self, catalog: &Catalog) {
        let ids = catalog.rungs().map(|(family, rung)| family.role_id(rung));
        let free: Vec<RoleId> = ids.filter(|id| !self.taken.contains(id)).collect();
        let near = self.near.as_ref().map(RoleId::family);
        let stop = free.iter().position(|id| near == Some(id.family())).unwrap_or(0);
        self.rows = Rows::default();
        for id in free {
            self.rows.push_stop([PickRow { id, letters: Vec::new() }]);
        }
        self.cursor = Cursor { stop, offset: stop };
    }
}
