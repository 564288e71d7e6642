//! [`Whole`]: a role with all that belongs to it.

use super::compare::Side;
use super::family::FamilyOutline;
use super::pool::Pool;

/// A role, its place on its ladder, and what it can be asked.
#[derive(Debug, Clone)]
pub struct Whole<'a> {
    /// The ladder as lists show it, with its department and all its rungs.
    pub outline: &'a FamilyOutline,
    /// The role with its family.
    pub side: Side<'a>,
    /// What it can be asked.
    pub pool: Pool<'a>,
}
