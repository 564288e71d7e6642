//! Where the reader has been, as a browser keeps it: back, forward, and a new jump drops what was forward.

use super::action::Pane;
use super::{compare, ladder, near, term};
use crate::domain::RoleId;

/// How many places are kept each way.
const KEPT: usize = 100;

/// A place to come back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The role that was open.
    pub role: RoleId,
    /// The pane that had the focus.
    pub focus: Pane,
    /// The stop under the detail's cursor.
    pub stop: usize,
    /// What lay over it.
    pub over: Option<Over>,
}

/// A screen that can be opened again as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// A comparison.
    Compare(compare::Setting),
    /// A ladder.
    Ladder(ladder::Setting),
    /// The way to a role and the roles most like it.
    Near(near::Setting),
    /// The page of a skill or a KPI.
    Term(term::Setting),
}

/// The places before and after the present one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    back: Vec<Spot>,
    forward: Vec<Spot>,
}

impl History {
    /// A history read back from disk, oldest first each.
    pub fn of(back: Vec<Spot>, forward: Vec<Spot>) -> Self {
        Self { back, forward }
    }

    /// Remembers `from` as the place a jump leaves.
    pub fn leave(&mut self, from: Spot) {
        self.forward.clear();
        push(&mut self.back, from);
    }

    /// Goes back from `here`.
    pub fn back(&mut self, here: Spot) -> Option<Spot> {
        let spot = self.back.pop()?;
        push(&mut self.forward, here);
        Some(spot)
    }

    /// Goes forward from `here`.
    pub fn forward(&mut self, here: Spot) -> Option<Spot> {
        let spot = self.forward.pop()?;
        push(&mut self.back, here);
        Some(spot)
    }

    /// The places back and forward, oldest first each.
    pub fn spots(&self) -> (&[Spot], &[Spot]) {
        (&self.back, &self.forward)
    }
}

/// The same role twice in a row is one place.
fn push(spots: &mut Vec<Spot>, spot: Spot) {
    if spots.last().is_some_and(|last| last.role == spot.role) {
        spots.pop();
    }
    if spots.len() == KEPT {
        spots.remove(0);
    }
    spots.push(spot);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(role: &str) -> Spot {
        let role = format!("web/{role}").parse().expect("an id");
        Spot { role, focus: Pane::Levels, stop: 0, over: None }
    }

    #[test]
    fn back_and_forward_come_to_the_same_place() {
        let mut history = History::default();
        history.leave(spot("a"));
        assert_eq!(history.back(spot("b")), Some(spot("a")));
        assert_eq!(history.forward(spot("a")), Some(spot("b")));
        assert_eq!(history.forward(spot("b")), None);
    }

    #[test]
    fn a_new_jump_after_going_back_drops_the_forward_part() {
        let mut history = History::default();
        history.leave(spot("a"));
        history.back(spot("b"));
        history.leave(spot("a"));
        assert_eq!(history.forward(spot("c")), None);
    }

    #[test]
    fn duplicates_collapse_and_a_hundred_are_kept() {
        let mut history = History::default();
        for step in 0..300 {
            history.leave(spot(&(step / 2).to_string()));
        }
        assert_eq!(history.spots().0.len(), KEPT);
    }
}
