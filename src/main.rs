//! The binary: run, exit code, the end of a panic. Knows nothing but [`rungs::cli`].

use std::panic;
use std::process::{self, ExitCode};

use rungs::cli::{self, Exit};

fn main() -> ExitCode {
    // Release builds do not unwind, and would end a panic by a signal: 101 is how a panic ends, here as there.
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        tell(info);
        process::exit(101);
    }));
    ExitCode::from(match cli::run(std::env::args_os()) {
        Exit::Done => 0,
        Exit::NothingFound => 1,
        Exit::Usage => 2,
        Exit::Catalog => 3,
        Exit::Config => 4,
        Exit::Unwritable => 5,
    })
}
