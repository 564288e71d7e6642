//! Places in words: what is listed, by number.

use super::Session;
use crate::cli::linear::document::Document;
use crate::domain::{FamilyOutline, RoleId, Rung};

impl Session<'_> {
    pub(super) fn families(&self) -> String {
        let mut text = format!("{} families:\n", self.catalog.families().len());
        let framework = self.catalog.framework();
        for (place, family) in self.catalog.families().iter().enumerate() {
            let department = framework.departments.iter().find(|department| department.id == family.department);
            let department = department.map(|department| format!(", {}", department.name)).unwrap_or_default();
            let levels =
                if family.rungs.len() == 1 { "1 level".to_owned() } else { format!("{} levels", family.rungs.len()) };
            text.extend([format!("{}. {}{department}, {levels}\n", place + 1, family.name)]);
        }
        text
    }

    pub(super) fn family(&self, family: &FamilyOutline) -> String {
        let mut text = format!("{}, lowest level first:\n", family.name);
        for (place, rung) in family.rungs.iter().enumerate() {
            let level = self.level(rung);
            let kept = self.is_kept(&family.role_id(rung));
            text.extend([format!("{}. {level}: {}{kept}\n", place + 1, rung.title)]);
        }
        text
    }

    fn level(&self, rung: &Rung) -> String {
        self.catalog.framework().level(&rung.level).map(|level| level.name.to_string()).unwrap_or_default()
    }

    fn is_kept(&self, role: &RoleId) -> &'static str {
        if self.kept.bookmarks.contains(role) { ", bookmarked" } else { "" }
    }

    pub(super) fn document(&self, document: &Document) -> String {
        let kept = match &document.roles[..] {
            [role] if self.kept.bookmarks.contains(role) => "Bookmarked.\n",
            _ => "",
        };
        document.list() + kept
    }

    pub(super) fn roles(&self, roles: &[RoleId]) -> String {
        let mut text = String::new();
        for (place, role) in roles.iter().enumerate() {
            text.extend([format!("{}. {}\n", place + 1, self.title(role))]);
        }
        text
    }
}
