//! What is promised, with the bar of each promise and the tests that hold it. One command runs them all, the long ones
//! too, and prints the table that stands in `tests/README.md`:
//!
//! ```sh
//! cargo test --test promises -- --ignored --nocapture                  # an hour
//! PROMISES=A cargo test --test promises -- --ignored --nocapture       # those whose short name begins so
//! ```
//!
//! A test tells its figure in a line that has `figure: ` in it. Nothing here measures anything itself.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "it prints a table")]

#[path = "promises/table.rs"]
mod table;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use table::{PROMISES, Promise};

/// What stands before a figure in what a test prints.
const FIGURE: &str = "figure: ";

/// How a promise fared.
struct Held {
    figures: Vec<String>,
    /// What could not be tried here, and why.
    skipped: Vec<String>,
    passed: usize,
    failed: usize,
    seconds: u64,
}

impl Held {
    /// What the tests of `promise` show today.
    fn of(promise: &Promise) -> Self {
        let started = Instant::now();
        let mut command = Command::new(env!("CARGO"));
        command.args(["test", "--quiet", "--test", promise.target, "--"]).args(promise.tests);
        command.args(["--include-ignored", "--nocapture", "--test-threads=1"]);
        // Where time is what is promised, it counts here.
        command.env("PROMISES_MEASURED", "1");
        let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let count = |what: &str| {
            let results = said.lines().filter(|line| line.starts_with("test result:"));
            results.filter_map(|line| line.split(what).next()?.split_whitespace().last()?.parse::<usize>().ok()).sum()
        };
        let figures = said.lines().filter_map(|line| line.split_once(FIGURE)).map(|(_, figure)| figure.to_owned());
        let skipped =
            said.lines().filter_map(|line| line.split_once("SKIPPED: ")).map(|(_, why)| format!("skipped: {why}"));
        Self {
            figures: figures.collect(),
            skipped: skipped.collect(),
            passed: count(" passed"),
            failed: count(" failed") + usize::from(!output.status.success() && !said.contains("test result:")),
            seconds: started.elapsed().as_secs(),
        }
    }

    fn row(&self, promise: &Promise) -> String {
        // A test that was skipped passes, and shows nothing.
        let verdict = match (self.passed, self.failed, self.skipped.is_empty()) {
            (1.., 0, true) => "yes",
            (1.., 0, false) => "not all shown",
            _ => "**NO**",
        };
        let mut figures = [&self.figures[..], &self.skipped].concat();
        figures.push(format!("{} of {} tests", self.passed, self.passed + self.failed));
        let Promise { id, what, bar, .. } = promise;
        format!("| {id} | {what} | {bar} | {} | {verdict} | {} s |", figures.join("; "), self.seconds)
    }
}

#[test]
#[ignore = "an hour: cargo test --test promises -- --ignored --nocapture"]
fn every_promise_holds() {
    println!("| | Promise | Bar | Figure | Held | Took |\n|---|---|---|---|---|---|");
    let mut broken = Vec::new();
    let those = std::env::var("PROMISES").unwrap_or_default();
    for promise in PROMISES.iter().filter(|promise| promise.id.starts_with(&those)) {
        let held = Held::of(promise);
        println!("{}", held.row(promise));
        if held.failed > 0 || held.passed == 0 {
            broken.push(promise.id);
        }
    }
    assert!(broken.is_empty(), "not held: {broken:?}");
}

#[test]
fn every_promise_names_tests_that_are_there() {
    for promise in PROMISES {
        let sources = sources(promise.target);
        for wanted in promise.tests {
            let (file, name) = wanted.rsplit_once("::").unwrap_or(("", wanted));
            let of_file = |path: &&PathBuf| {
                file.is_empty() || path.file_stem().is_some_and(|stem| file.ends_with(&*stem.to_string_lossy()))
            };
            let has = |path: &PathBuf| fs::read_to_string(path).unwrap().contains(&format!("fn {name}"));
            assert!(sources.iter().filter(of_file).any(has), "{}: no test {wanted} in {}", promise.id, promise.target);
        }
    }
}

#[test]
fn the_table_for_readers_has_every_promise() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/README.md")).unwrap();
    let told: BTreeSet<(&str, &str)> = readme
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix("| ")?.split(" | ");
            Some((cells.next()?, cells.next()?))
        })
        .collect();
    for Promise { id, what, .. } in PROMISES {
        assert!(told.contains(&(id, what)), "tests/README.md lacks | {id} | {what} |");
    }
}

/// The files of a test target: the library's own tests are in `src/`.
fn sources(target: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut found = vec![root.join(target).with_extension("rs")];
    let mut folders = vec![root.join(target)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    found
}
