//! What an index is filled with: everything a catalog holds that may be read before a question is answered, and everything
//! a reader keeps. The only place of this room that knows the catalog and the store.

mod catalog;
mod kept;

pub(super) use catalog::{catalog, names};
pub use kept::Kept;
pub(super) use kept::kept;
