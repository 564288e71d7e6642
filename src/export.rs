//! What leaves the program as a document, whoever asks for it: the command line today, the explorer as well. Values in,
//! text out: no files, no terminal. Knows the ladder's types and text.

mod beyond;
mod head;
pub mod near;
pub mod path;

pub use beyond::{Adds, new_skills, raised_skills, says};
pub use head::Head;
