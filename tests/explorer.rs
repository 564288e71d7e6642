//! The explorer without a terminal: keys, clicks and sizes in, screens out.
#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "a test tells its figure")]

#[path = "support/ways_in.rs"]
mod ways_in;

mod explorer {
    mod compared;
    mod gaps;
    mod interviews;
    mod journeys;
    mod keys;
    mod ladders;
    mod monkey;
    mod named;
    mod practised;
    mod progressed;
    mod reader;
    mod rebound;
    mod screens;
    mod searched;
    mod sizes;
    mod storied;
    mod unrevealed;
}
