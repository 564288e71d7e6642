//! Roles compared: which are meant, and what differs.

use super::{Place, Reply, Session};
use crate::cli::linear::document::Document;
use crate::domain::RoleId;

impl Session<'_> {
    pub(super) fn compare(&mut self, rest: &str) -> Reply {
        let words: Vec<&str> = rest.split_whitespace().collect();
        let here = self.role();
        match (&words[..], here) {
            ([one, other], _) => self.with_role(one, |session, one| {
                session.with_role(other, |session, other| session.open_compared(&[one, other]))
            }),
            ([other], Some(here)) => self.with_role(other, |session, other| session.open_compared(&[here, other])),
            ([], Some(here)) => match self.beside(&here) {
                Some(pair) => self.open_compared(&pair),
                None => "It is the only level of its family: type compare and another role.\n".to_owned().into(),
            },
            _ => "Compare what? Type compare and two ids, such as payment:mid payment:senior.\n".to_owned().into(),
        }
    }

    /// The role and the next rung up, or the rung below and the highest.
    fn beside(&self, role: &RoleId) -> Option<[RoleId; 2]> {
        let (family, rung) = self.catalog.rung(role)?;
        let place = family.rungs.iter().position(|known| known.slug == rung.slug)?;
        let id = |place: usize| family.rungs.get(place).map(|rung| family.role_id(rung));
        match id(place + 1) {
            Some(above) => Some([role.clone(), above]),
            None => Some([id(place.checked_sub(1)?)?, role.clone()]),
        }
    }

    pub(super) fn open_compared(&mut self, roles: &[RoleId]) -> Reply {
        if roles.iter().enumerate().any(|(place, role)| roles.iter().take(place).any(|before| before == role)) {
            return "That is the same role twice.\n".to_owned().into();
        }
        match Document::of_compared(self.catalog, roles) {
            Some(document) => self.open(Place::Document(document)),
            None => "These roles cannot be compared.\n".to_owned().into(),
        }
    }
}
