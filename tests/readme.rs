//! The README's pictures of the screen are what the program draws.
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
