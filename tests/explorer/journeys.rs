//! What people do at the explorer, a line of keys each.

mod finding;
mod keeping;
mod moving;
mod pointing;
mod returning;
