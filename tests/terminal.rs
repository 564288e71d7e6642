//! The real program in a real terminal: what it leaves behind on every way out, what it does when things happen at
//! once, and what it costs when nothing happens.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "a test tells its figure")]

#[path = "support/bars.rs"]
mod bars;
#[path = "support/company.rs"]
#[expect(dead_code, reason = "only one of the sizes is opened in a terminal")]
mod company;
#[path = "support/pty.rs"]
mod pty;

mod terminal {
    mod bytes;
    mod children;
    mod controls;
    mod editor;
    mod failing;
    mod frames;
    mod hang_up;
    mod home;
    mod jobs;
    mod keeping;
    mod large;
    mod odd_editors;
    mod own;
    mod practice;
    mod reader;
    mod settings;
    mod stories;
    mod stray_input;
    mod taking;
    mod three_days;
    mod ways_out;
    mod windows;
}
