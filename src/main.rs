//! The binary: parse, run, exit code. Knows nothing but [`rungs::cli`].

use std::process::ExitCode;

use rungs::cli::{self, Exit};

fn main() -> ExitCode {
    ExitCode::from(match cli::run(std::env::args_os()) {
        Exit::Done => 0,
        Exit::NothingFound => 1,
        Exit::Usage => 2,
        Exit::Catalog => 3,
        Exit::Config => 4,
        Exit::Unwritable => 5,
    })
}
