//! Nothing gets out through text, and nothing out of its folder: catalogs of strangers, files of others, what is typed.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "a measure tells its figure")]

#[path = "support/bars.rs"]
mod bars;
#[path = "support/pty.rs"]
#[expect(dead_code, reason = "other tests ask a terminal for more")]
mod pty;
#[path = "support/tried.rs"]
mod tried;
#[path = "support/ways_in.rs"]
mod ways_in;

mod security {
    mod bombs;
    mod commands;
    mod crowds;
    mod editors;
    mod folders;
    mod judge;
    mod sanitiser;
    mod screens;
    mod seeds;
    mod sockets;
    mod supply;
    mod texts;
}
