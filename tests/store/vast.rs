//! A record far larger than anybody makes: it is told with the limit and costs nothing else.

use std::fs::File;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rungs::store::LONGEST_RECORD;

use super::nook::{Nook, add, append, fold, role};
use crate::bars::bar;

/// How long a start may take with it.
const START: Duration = Duration::from_secs(3);

/// A command of the program whose journal is the nook's, inside so many KiB of addresses.
fn rungs(nook: &Nook, most: usize, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -v \"$0\" && exec \"$@\"", &most.to_string(), env!("CARGO_BIN_EXE_rungs")]);
    command.args(arguments).env_clear().env("RUNGS_CONFIG_DIR", nook.path()).env("RUNGS_DATA_DIR", nook.join("data"));
    command.stdin(Stdio::null());
    command
}

#[test]
fn a_record_of_sixty_four_mebibytes_is_passed_over_and_told_with_the_limit() {
    let nook = Nook::on_disk();
    nook.add([1]);
    let mut file = File::options().append(true).open(nook.file()).unwrap();
    let long = "x".repeat(64 * LONGEST_RECORD);
    writeln!(file, r#"{{"t":"bookmark.note","of":"payments/r1","text":"{long}"}}"#).unwrap();
    nook.add([2]);
    let length = nook.bytes().len();

    let findings = nook.read().findings;
    assert_eq!((findings.unreadable, findings.too_long), (1, 1));
    let said = findings.notice().unwrap();
    assert_eq!(said, "1 unreadable lines passed over and left in the file; 1 too long: a record may have 1 MiB");
    // It is never held: the program has no room for it.
    let start = Instant::now();
    let listed = rungs(&nook, 60 << 10, &["bookmark", "list"]).output().unwrap();
    let took = start.elapsed();
    let told = String::from_utf8(listed.stderr).unwrap();
    assert!(listed.status.success() && told.contains("a record may have 1 MiB"), "{told}");
    assert_eq!(String::from_utf8(listed.stdout).unwrap().lines().count(), 2);
    assert!(took < bar(START), "{took:?}");
    println!("figure: a record of 64 MiB told in {:.1} s inside 60 MiB", took.as_secs_f64());

    append(&mut nook.journal(), add(3));
    assert!([1, 2, 3].iter().all(|number| fold(&nook.read()).contains(&role(*number))));
    assert!(nook.bytes().len() > length && nook.bytes()[..length].ends_with(b"\n"));
}
