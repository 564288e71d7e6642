//! A journal that is mounted from elsewhere, as containers and some ways to keep dotfiles do it: nothing can be renamed onto it.

use std::fs;
use std::process::Command;

use super::nook::{Nook, read};

/// Mounts the first file over the journal in the second folder and saves twice with the program that comes third.
const SAVES: &str = r#"
mount --bind "$1" "$2/bookmarks.jsonl" || exit 99
export RUNGS_CONFIG_DIR="$2" RUNGS_DATA_DIR="$2/data"
"$3" bookmark add payment-systems-engineer/staff && "$3" bookmark add payment-systems-engineer/senior
"#;

#[test]
fn a_journal_that_is_mounted_from_elsewhere_grows_there() {
    let nook = Nook::new();
    let (elsewhere, home) = (nook.join("elsewhere.jsonl"), nook.join("home"));
    fs::create_dir(&home).unwrap();
    fs::write(&elsewhere, "").unwrap();
    fs::write(home.join("bookmarks.jsonl"), "").unwrap();
    // A space of mounts of its own, which ends with it.
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", SAVES, "sh"]);
    command.arg(&elsewhere).arg(&home).arg(env!("CARGO_BIN_EXE_rungs"));
    let Ok(output) = command.output() else {
        println!("SKIPPED: no unshare here, so nothing can be mounted");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code() == Some(99) || said.starts_with("unshare:") {
        println!("SKIPPED: this machine lets nobody mount: {said}");
        return;
    }
    assert!(output.status.success(), "{said}");
    assert_eq!(read(&elsewhere).entries.len(), 2, "{said}");
    assert_eq!(fs::read(home.join("bookmarks.jsonl")).unwrap(), b"", "what was mounted over is as it was");
}
