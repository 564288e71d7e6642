//! Text in, ranked hits with the matched letters out. The only room that names nucleo.
//! Knows neither ladders nor screens: what is searched and what a hit means is the caller's.

mod find;
mod rank;

pub use find::find;
pub use rank::{Matching, Ranker};
