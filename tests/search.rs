//! Everything at once: what is found, in what order, and what is said about a question nobody understands.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it measured"
)]

mod search {
    #[path = "../support/company.rs"]
    mod company;

    mod asking;
    mod golden;
    mod large;
    mod properties;
}
