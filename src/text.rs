//! Text by display width: made safe at the door ([`SafeText`]), wrapped and cut for the cells of a terminal.
//! Knows nothing of ladders, files or terminals' escape codes.

mod lit;
mod place;
mod safe;
mod suggest;
mod width;

pub use lit::{listed, parts};
pub use place::lines_and_columns;
pub use safe::{SafeText, first_offence};
pub use suggest::{hint, nearest};
pub use width::{cut, is_plain, letters_in, pad, width, wrap};
