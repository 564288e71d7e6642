//! An editor's line: a program with arguments, that would be a command in a shell.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use portable_pty::CommandBuilder;

use super::folders::tree;
use super::texts::Home;
use crate::pty::Session;

/// What an editor's line is, and the arguments it then has before the file; none where no editor starts.
const EDITORS: &[(&str, Option<&[&str]>)] = &[
    ("@", Some(&[])),
    ("@ --wait", Some(&["--wait"])),
    ("'@' -f", Some(&["-f"])),
    ("\"@\" \"two words\" ''", Some(&["two words", ""])),
    ("@ --", Some(&["--"])),
    ("@ -", Some(&["-"])),
    ("@   \t -a   -b  ", Some(&["-a", "-b"])),
    ("@ $(touch canary)", Some(&["$(touch", "canary)"])),
    ("@ `touch canary`", Some(&["`touch", "canary`"])),
    ("@ ; touch canary", Some(&[";", "touch", "canary"])),
    ("@ && touch canary", Some(&["&&", "touch", "canary"])),
    ("@ | touch canary", Some(&["|", "touch", "canary"])),
    ("@ > canary", Some(&[">", "canary"])),
    ("@\ntouch canary", Some(&["touch", "canary"])),
    ("@ $HOME ~ *", Some(&["$HOME", "~", "*"])),
    ("@; touch canary", None),
    ("$(touch canary)", None),
    ("`touch canary`", None),
    ("touch\\ canary", None),
    ("'@", None),
    ("/", None),
    ("-", None),
    ("no-such-editor", None),
];

#[test]
fn an_editors_line_is_a_program_with_arguments_and_never_a_command_of_a_shell() {
    for (line, expected) in EDITORS {
        let home = Home::new();
        let editor = home.join("editor");
        home.write("editor", "#!/bin/sh\nfor argument; do printf '%s\\0' \"$argument\"; done >\"$HOME/given\"\n");
        fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rungs"));
        command.env_clear();
        for (name, value) in home.surroundings() {
            command.env(name, value);
        }
        command.env("EDITOR", line.replace('@', editor.to_str().unwrap()));
        command.cwd(home.join("here"));
        let mut session = Session::start(command, (120, 30));
        session.shows("?:help");
        session.keys("e");
        let told = if expected.is_some() { "The note is as it was." } else { "EDITOR" };
        session.shows(told);
        session.keys("Q");
        session.end();
        let given = fs::read_to_string(home.join("given")).ok();
        let given = given.as_ref().map(|given| given.split_terminator('\0').collect::<Vec<_>>());
        let given = given.map(|mut given| (given.pop(), given));
        match (given, expected) {
            (None, None) => {}
            (Some((Some(draft), arguments)), Some(expected)) => {
                assert_eq!(arguments, *expected, "{line:?}");
                assert!(Path::new(draft).starts_with(home.join("data/drafts")), "{line:?}: {draft}");
            }
            (given, _) => panic!("{line:?}: {given:?}"),
        }
        let canaries = tree(home.path()).into_keys().filter(|path| path.ends_with("canary")).count();
        assert_eq!(canaries, 0, "{line:?} made a canary");
    }
    println!("figure: 0 canaries in {} editor's lines", EDITORS.len());
}

/// The control: a shell makes canaries of these very lines.
#[test]
fn a_shell_that_gets_an_editors_line_makes_canaries() {
    let makes = |line: &str| {
        let home = Home::new();
        let mut shell = std::process::Command::new("sh");
        let shell = shell.args(["-c", &line.replace('@', "true")]).current_dir(home.path());
        shell.output().unwrap();
        home.join("canary").exists()
    };
    let made = EDITORS.iter().filter(|(line, _)| makes(line)).count();
    assert!(made >= 8, "only {made} lines would have done harm");
}
