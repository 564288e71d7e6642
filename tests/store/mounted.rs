//! Mounts: a journal that comes from elsewhere, as containers and some ways to keep dotfiles do it, and nothing can be renamed
//! onto it; a disk so small that it is full.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::nook::{Nook, read};

/// Mounts the first file over the journal in the second folder and saves twice with the program that comes third.
const SAVES: &str = r#"
mount --bind "$1" "$2/bookmarks.jsonl" || exit 99
export RUNGS_CONFIG_DIR="$2" RUNGS_DATA_DIR="$2/data"
"$3" bookmark add payment-systems-engineer/staff && "$3" bookmark add payment-systems-engineer/senior
"#;

/// What `script`, which may mount, says; its last argument is the program. Nothing, and loudly, where nobody may mount.
#[track_caller]
fn mounting(script: &str, paths: &[&Path]) -> Option<String> {
    // A space of mounts of its own, which ends with it.
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", script, "sh"]);
    let Ok(output) = command.args(paths).arg(env!("CARGO_BIN_EXE_rungs")).output() else {
        println!("SKIPPED: no unshare here, so nothing can be mounted");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code() == Some(99) || said.starts_with("unshare:") {
        println!("SKIPPED: this machine lets nobody mount: {said}");
        return None;
    }
    assert!(output.status.success(), "{:?}: {said}", output.status);
    Some(said)
}

/// Mounts a disk of 64 KiB, keeps a bookmark there, fills the disk, has a note refused that does not fit, makes room and keeps it.
const FILLS: &str = r#"
mount -t tmpfs -o size=64k none "$1" || exit 99
export RUNGS_CONFIG_DIR="$1" RUNGS_DATA_DIR="$1/data"
long=$(head -c 9000 /dev/zero | tr '\0' x)
"$2" bookmark add payment-systems-engineer/staff || exit 1
before=$(cat "$1/bookmarks.jsonl")
head -c 100000 /dev/zero >"$1/filler" 2>/dev/null
"$2" bookmark add payment-systems-engineer/senior --note "$long"
test $? = 5 || exit 2
test "$before" = "$(cat "$1/bookmarks.jsonl")" || exit 3
rm "$1/filler"
"$2" bookmark add payment-systems-engineer/senior --note "$long" || exit 4
test "$("$2" bookmark list | wc -l)" = 2 || exit 5
"#;

#[test]
fn a_disk_that_is_full_keeps_what_was_there_and_says_what_it_refused() {
    let nook = Nook::new();
    let home = nook.join("home");
    fs::create_dir(&home).unwrap();
    let Some(said) = mounting(FILLS, &[&home]) else { return };
    assert!(said.contains("NOT SAVED") && said.contains("bookmarks.jsonl"), "{said}");
}

#[test]
fn a_journal_that_is_mounted_from_elsewhere_grows_there() {
    let nook = Nook::new();
    let (elsewhere, home) = (nook.join("elsewhere.jsonl"), nook.join("home"));
    fs::create_dir(&home).unwrap();
    fs::write(&elsewhere, "").unwrap();
    fs::write(home.join("bookmarks.jsonl"), "").unwrap();
    let Some(said) = mounting(SAVES, &[&elsewhere, &home]) else { return };
    assert_eq!(read(&elsewhere).entries.len(), 2, "{said}");
    assert_eq!(fs::read(home.join("bookmarks.jsonl")).unwrap(), b"", "what was mounted over is as it was");
}
