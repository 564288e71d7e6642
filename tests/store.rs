//! What a person keeps stays kept: the promises of `rungs::store`, each tried against real files.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "a test tells its figure")]

#[path = "support/bars.rs"]
mod bars;

mod store {
    mod answers;
    mod bookmarks;
    mod children;
    mod damage;
    mod faults;
    mod files;
    mod inspected;
    mod journal;
    mod mounted;
    mod nook;
    mod places;
    mod power;
    mod practice;
    mod processes;
    mod saver;
    mod settings;
    mod sittings;
    mod stories;
    mod traced;
    mod vast;
}
