//! The README's pictures of the screen are what the program draws, and its tables of commands what their help says.
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

/// What `rungs COMMAND -h` prints.
fn help(command: &[String]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_rungs")).args(command).arg("-h").env("COLUMNS", "200").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The lines below a heading of a help page.
fn section<'a>(help: &'a str, heading: &str) -> impl Iterator<Item = &'a str> {
    help.split_once(heading).map_or("", |(_, rest)| rest.split("\n\n").next().unwrap()).lines()
}

/// The subcommands that a help page lists.
fn subcommands(help: &str) -> Vec<String> {
    let names = section(help, "\nCommands:\n").filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty() && *name != "help").map(str::to_owned).collect()
}

/// A row for `rungs COMMAND` and for each command below it, from their help pages.
fn rows(command: &[String], rows: &mut String) {
    let help = help(command);
    let usage = section(&help, "Usage: ").next().unwrap().replace(" [OPTIONS]", "").replace('|', "\\|");
    if !usage.ends_with("<COMMAND>") {
        for everywhere in ["--catalog <PATH>", "--json", "--color <WHEN>", "--width <N>"] {
            assert!(help.contains(everywhere), "{usage} does not take {everywhere}");
        }
        let about = help.lines().next().unwrap();
        let own = help.split("\n\n").filter(|part| !part.starts_with("Everywhere:"));
        let own = own.flat_map(str::lines).map(str::trim_start);
        let options = own.filter(|line| line.starts_with('-')).filter_map(|line| Some(line.split_once("--")?.1));
        let names = options.map(|rest| rest.split([' ', '.']).next().unwrap());
        let names: Vec<String> =
            names.filter(|name| !["help", "version"].contains(name)).map(|name| format!("`--{name}`")).collect();
        rows.extend([format!("| `{usage}` | {about} | {} |\n", names.join(" "))]);
    }
    for below in subcommands(&help) {
        self::rows(&[command, &[below]].concat(), rows);
    }
}

#[test]
fn the_table_of_every_command_is_what_their_help_says() {
    let mut table = "| Command | What it is for | Options of its own |\n|---|---|---|\n".to_owned();
    rows(&[], &mut table);
    assert!(table.lines().count() > 40, "{table}");
    let (_, rest) = README.split_once("<!-- commands -->\n").unwrap();
    let (shown, _) = rest.split_once("<!-- /commands -->").unwrap();
    assert!(shown.trim() == table.trim(), "between the marks of commands the README should show:\n\n{table}");
}

#[test]
fn the_tour_of_commands_has_every_command() {
    let tour = README.split_once("| Command | What it does |").unwrap().1.split("\n\n").next().unwrap();
    for command in subcommands(&help(&[])) {
        let rows: Vec<&str> = tour.lines().filter(|row| row.contains(&format!("`rungs {command}"))).collect();
        assert!(!rows.is_empty(), "no row for rungs {command}");
        for below in subcommands(&help(std::slice::from_ref(&command))) {
            assert!(rows.iter().any(|row| row.contains(&below)), "no row for rungs {command} {below}");
        }
    }
}
