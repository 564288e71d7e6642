//! What leaves practice as Markdown: answers, stories, the packet for a promotion, the debrief of a mock interview. What
//! somebody wrote is text in them, never a sign of Markdown. Notes for oneself are left out unless they are asked for.

mod answers;
mod debrief;
mod packet;
mod stories;

pub use answers::{Answer, Answered, answers};
pub use debrief::debrief;
pub use packet::{Packet, packet};
pub use stories::stories;

/// Whether notes that somebody wrote for themselves stand in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notes {
    /// They do not.
    Private,
    /// They do.
    Shared,
}

/// Seconds as minutes on a clock: `7:12`.
fn clock(secs: u32) -> String {
    format!("{}:{:02}", secs / 60, secs % 60)
}
