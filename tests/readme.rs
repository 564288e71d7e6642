//! The README's pictures of the screen are what the program draws, and its table has every command.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Command;

const README: &str = include_str!("../README.md");
const MARK: &str = "<!-- screen:";

/// The screen that `rungs screen` prints with these arguments.
fn drawn(arguments: &str) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_rungs")).arg("screen").args(arguments.split_whitespace()).output().unwrap();
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn pictures_of_the_screen_are_what_is_drawn() {
    let mut pictures = README.split(MARK).skip(1).peekable();
    assert!(pictures.peek().is_some(), "the README has no picture");
    for picture in pictures {
        let (arguments, rest) = picture.split_once("-->").unwrap();
        let shown = rest.split_once("```text\n").unwrap().1.split_once("```").unwrap().0;
        let drawn = drawn(arguments);
        assert!(shown.trim_end() == drawn.trim_end(), "below `{MARK}{arguments}-->` the README should show:\n{drawn}");
    }
}

/// The subcommands of `rungs COMMAND`, as its help lists them.
fn subcommands(command: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_rungs")).args(command).arg("-h").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let listed = help.split_once("Commands:\n").map_or("", |(_, rest)| rest.split("\n\n").next().unwrap());
    let names = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned));
    names.filter(|name| !name.is_empty() && name != "help").collect()
}

#[test]
fn the_table_of_commands_has_every_command() {
    let table = README.split_once("| Command | What it does |").unwrap().1.split("\n\n").next().unwrap();
    let commands = subcommands(&[]);
    assert!(commands.len() > 12, "{commands:?}");
    for command in commands {
        let rows: Vec<&str> = table.lines().filter(|row| row.contains(&format!("`rungs {command}"))).collect();
        assert!(!rows.is_empty(), "no row for rungs {command}");
        for below in subcommands(&[&command]) {
            assert!(rows.iter().any(|row| row.contains(&below)), "no row for rungs {command} {below}");
        }
    }
}
