//! Everything at once: what is found, in what order, and what is said about a question nobody understands.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod search {
    mod asking;
    mod golden;
}
