//! Whole processes against their bars, each beside a bare ratatui program in the same run: what a person waits for
//! between Enter and the first screen, and between a key and its answer.
//!
//! `cargo bench --bench process` takes some minutes, `-- --quick` one; `-- search` measures searching, in catalogs of 72 to
//! 7,000 roles, beside `fzf` and `sk` on the same lines. Milliseconds are this machine's; ratios are taken pair by pair, so a
//! drift of the machine cancels.
#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints what it measured")]

#[path = "../support/company.rs"]
mod company;
#[path = "process/measure.rs"]
mod measure;
#[path = "process/peers.rs"]
mod peers;
#[path = "process/search.rs"]
mod search;
#[path = "process/table.rs"]
mod table;
#[path = "process/terminal.rs"]
mod terminal;

use std::env;
use std::io;
use std::process::{Command, ExitCode};

/// Where and with whom things are measured.
struct Setting {
    terminal: terminal::Terminal,
    peers: peers::Peers,
    amount: Amount,
}

/// How many processes of each kind are measured.
struct Amount {
    /// For the first frame and for plain commands.
    starts: usize,
    /// For keys; each process answers several.
    keyed: usize,
}

fn main() -> io::Result<ExitCode> {
    match env::args().nth(1).as_deref() {
        Some("empty") => return Ok(ExitCode::SUCCESS),
        Some("bare") => peers::bare()?,
        Some("session") => {
            let quick = env::args().any(|argument| argument == "--quick");
            let amount = if quick { Amount { starts: 20, keyed: 6 } } else { Amount { starts: 150, keyed: 40 } };
            let what = if env::args().any(|argument| argument == "search") { search::all } else { all };
            let holds = session(amount, what)?;
            return Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        _ if env::args().any(|argument| argument == "--bench") => {
            // A process of its own, so that it can have a terminal of its own: whoever started us keeps theirs.
            let status = Command::new(env::current_exe()?).arg("session").args(env::args().skip(1)).status()?;
            return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        // `cargo test --all-targets` builds benches and starts them too.
        _ => println!("measures nothing without --bench"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Measures something; whether all bars hold.
fn session(amount: Amount, what: fn(&Setting, &mut table::Table) -> io::Result<()>) -> io::Result<bool> {
    let setting = Setting { terminal: terminal::Terminal::take(120, 36)?, peers: peers::Peers::install()?, amount };
    let mut table = table::Table::default();
    what(&setting, &mut table)?;
    println!("{table}");
    Ok(table.holds())
}

/// Starts, keys, idling and commands.
fn all(setting: &Setting, table: &mut table::Table) -> io::Result<()> {
    measure::starts(setting, table)?;
    measure::keys(setting, table)?;
    measure::idle(setting, table)?;
    measure::commands(setting, table)?;
    measure::fzf(setting, table)
}
