//! `rungs man`: manual pages.

use std::fs;
use std::process::{Command, Stdio};

use super::Home;

#[test]
fn each_command_has_a_page_that_a_reader_of_pages_takes() {
    let home = Home::new();
    let folder = home.0.path().join("share/man1");
    let written = home.output(&["man", "--dir", &folder.to_string_lossy()]);
    assert_eq!((written.status.code(), written.stdout), (Some(0), Vec::new()));
    let names: Vec<String> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let told = String::from_utf8_lossy(&written.stderr).into_owned();
    assert!(told.starts_with(&format!("rungs: {} pages in ", names.len())), "{told}");
    let whole = home.stdout(&["man"]);
    assert_eq!(whole, fs::read_to_string(folder.join("rungs.1")).expect("a page"));
    let help = home.stdout(&["--help"]);
    let commands = help.split_once("Commands:\n").and_then(|(_, rest)| rest.split_once("\n\n")).expect("commands").0;
    for command in commands.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        assert!(whole.contains(&format!("rungs\\-{command}(1)")), "{command}");
        assert!(names.contains(&format!("rungs-{command}.1")), "{command} of {names:?}");
    }
    assert!(!names.iter().any(|name| name.contains("screen") || name.contains("help")), "{names:?}");
    let examples = fs::read_to_string(folder.join("rungs-show.1")).expect("a page");
    assert!(examples.contains("\n  rungs show payment:senior   "), "a line of its own: {examples}");

    let can_read = Command::new("man").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !can_read.is_ok_and(|status| status.success()) {
        eprintln!("NOT TESTED: there is no man here");
        return;
    }
    for name in ["rungs.1", "rungs-export.1", "rungs-practice-plan.1"] {
        let mut man = Command::new("man");
        let read = man.args(["-l", "--warnings"]).arg(folder.join(name)).env("MANPAGER", "cat").output().expect("man");
        let text = String::from_utf8_lossy(&read.stdout).into_owned();
        assert!(read.status.success() && text.contains("SYNOPSIS") && text.contains("Print JSON"), "{name}: {text}");
        assert_eq!(String::from_utf8_lossy(&read.stderr), "", "{name}");
    }
}
