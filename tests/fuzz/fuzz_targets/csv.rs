//! Fuzzes `csv`: see `tests/support/tried.rs`.
#![no_main]

#[path = "../../support/tried.rs"]
#[expect(dead_code, reason = "each fuzzer tries one way in")]
mod tried;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tried::csv(bytes));
