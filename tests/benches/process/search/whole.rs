//! A whole `rungs search`, beside `fzf --filter` and `sk --filter` on the same lines in a file.

use std::fs::File;
use std::io;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::sizes::{Size, TYPED};
use crate::Setting;
use crate::peers::alone;
use crate::table::{Pairs, Table};
use crate::terminal::milliseconds;

/// The peers, each with what makes it filter.
const FILTERS: [&str; 2] = ["fzf", "sk"];
/// The most that the embedded catalog's search may take, as a part of a peer's time.
const BAR: f64 = 0.7;

/// Whether there is such a program.
pub(crate) fn is_there(program: &str) -> bool {
    let there = Command::new(program).arg("--version").stdout(Stdio::null()).status().is_ok();
    if !there {
        println!("no {program} on the PATH: not compared");
    }
    there
}

/// Each query, on the embedded catalog and on the largest.
pub(crate) fn commands(setting: &Setting, sizes: &[Size], table: &mut Table) -> io::Result<()> {
    let home = tempfile::tempdir()?;
    for peer in FILTERS.into_iter().filter(|peer| is_there(peer)) {
        for size in sizes.iter().filter(|size| size.catalog.is_none()) {
            for query in [TYPED, "reconciliation", "idemp"] {
                let pairs: io::Result<Pairs> = (0..setting.amount.starts)
                    .map(|_| {
                        let mut ours = setting.peers.ours(home.path(), &size.arguments(&["search", query]));
                        let mut theirs = alone(Command::new(peer));
                        theirs.args(["--filter", query]).stdin(File::open(&size.texts)?);
                        Ok((whole(ours.stdin(Stdio::null()))?, whole(&mut theirs)?))
                    })
                    .collect();
                let what = format!("rungs search '{query}', beside {peer} --filter, {}", size.name());
                table.ratio(&what, "ms", &pairs?, Some(BAR));
            }
        }
    }
    Ok(())
}

fn whole(command: &mut Command) -> io::Result<f64> {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    command.spawn()?.wait()?;
    Ok(milliseconds(started.elapsed()))
}
