//! A panic: the terminal is given back first, then the message is printed, with a report beside the reader's data.

use std::backtrace::Backtrace;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::panic::{self, PanicHookInfo};
use std::path::PathBuf;

use super::signals::{LastWords, claim_the_end};
use super::terminal;
use crate::text::SafeText;

/// The exit code of a panic, as Rust's own.
const EXIT: i32 = 101;

/// From here on a panic in any thread ends the program in good order.
pub fn prepare(reports: Option<PathBuf>, last_words: LastWords) {
    panic::set_hook(Box::new(move |info| {
        claim_the_end();
        terminal::leave();
        last_words();
        let report = reports.as_ref().and_then(|directory| write_report(directory, info));
        let mut stderr = std::io::stderr();
        // Not `eprintln!`: on a terminal that is gone it panics once more.
        // A panic may quote the text it stumbled over.
        let told = SafeText::lines(&info.to_string());
        let _ = writeln!(stderr, "rungs has a bug and had to stop: {told}");
        if let Some(report) = report {
            let report = SafeText::line(&report.to_string_lossy());
            let _ = writeln!(stderr, "A report is in {report}. What you kept is on disk.");
        }
        std::process::exit(EXIT);
    }));
}

fn write_report(directory: &PathBuf, info: &PanicHookInfo<'_>) -> Option<PathBuf> {
    let path = directory.join(format!("crash-{}.txt", std::process::id()));
    fs::create_dir_all(directory).ok()?;
    let trace = Backtrace::force_capture();
    // A link that lies there is not followed, and what is quoted is nobody else's business.
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).ok()?;
    file.write_all(format!("rungs {}\n{info}\n{trace}\n", env!("CARGO_PKG_VERSION")).as_bytes()).ok()?;
    Some(path)
}
