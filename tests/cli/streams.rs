//! Commands whatever their streams are: closed, full, left after a line, no terminal. Each judge of them is shown programs
//! that are careless there, and must catch them.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};

use super::Home;
use super::calls::CALLS;

/// A program of a line of shell.
fn shell(home: &Home, script: &str) -> Command {
    let mut shell = home.program("sh");
    shell.args(["-c", script]);
    shell
}

/// What is wrong with the end of a program that should have ended in `wanted`.
fn bad_end(output: &Output, wanted: i32) -> Option<String> {
    let said = String::from_utf8_lossy(&output.stderr);
    let is_good = output.status.code() == Some(wanted) && !said.contains("panicked");
    (!is_good).then(|| format!("{}: {said}", output.status))
}

/// What is wrong with what a program does whose reader goes away after the first line.
fn bad_beside_a_reader_of_one_line(mut command: Command) -> Option<String> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a program");
    let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
    reader.read_line(&mut String::new()).expect("a line");
    drop(reader);
    let output = child.wait_with_output().expect("an end");
    let complains = String::from_utf8_lossy(&output.stderr).to_lowercase().contains("pipe");
    bad_end(&output, 0).or_else(|| complains.then(|| String::from_utf8_lossy(&output.stderr).into_owned()))
}

/// What is wrong with what a program does that has nowhere to print.
fn bad_on_a_full_disk(mut command: Command) -> Option<String> {
    let full = File::options().write(true).open("/dev/full").expect("/dev/full");
    let output = command.stdout(full).output().expect("a program");
    let is_told = String::from_utf8_lossy(&output.stderr).starts_with("rungs: could not write the output: ");
    bad_end(&output, 5).or_else(|| (!is_told).then(|| "it is not told".to_owned()))
}

/// Whether a terminal would obey something of what a program said.
fn has_an_escape(output: Output) -> bool {
    let all = [output.stdout, output.stderr].concat();
    all.contains(&0x1b) || all.windows(2).any(|pair| pair == b"\xc2\x9b")
}

#[test]
fn a_reader_who_has_had_enough_is_a_normal_end() {
    let home = Home::new();
    for arguments in CALLS {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = home.rungs(arguments).stdout(writer).output().expect("rungs runs");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
fn a_reader_who_takes_one_line_is_a_normal_end() {
    readers_of_one_line(1);
}

#[test]
#[ignore = "half a minute: cargo test --test cli -- --ignored fifty_readers"]
fn fifty_readers_of_one_line_are_normal_ends() {
    readers_of_one_line(50);
}

/// Each command, with a reader that goes away after the first line, so many times.
fn readers_of_one_line(times: usize) {
    for _ in 0..times {
        let home = Home::new();
        for arguments in CALLS {
            assert_eq!(bad_beside_a_reader_of_one_line(home.rungs(arguments)), None, "{arguments:?}");
        }
    }
    println!("figure: {} of {0} ends normal", CALLS.len() * times);
}

/// The control.
#[test]
fn a_program_that_minds_its_reader_leaving_is_caught() {
    let home = Home::new();
    let lines = "trap '' PIPE; while echo a line; do :; done 2>&-";
    let after = |then: &str| bad_beside_a_reader_of_one_line(shell(&home, &format!("{lines}; {then}")));
    assert_eq!(after("exit 0"), None);
    let careless = ["echo 'Broken pipe' >&2", "echo \"thread 'main' panicked\" >&2", "exit 1", "kill -9 $$"];
    let caught = careless.iter().filter(|then| after(then).is_some()).count();
    println!("figure: {caught} of {} controls caught", careless.len());
    assert_eq!(caught, careless.len());
}

/// Which streams are closed, as a shell writes it.
const CLOSED: [&str; 7] = ["<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"];

#[test]
fn commands_without_stdin_stdout_or_stderr_do_their_work() {
    for closed in CLOSED {
        let home = Home::new();
        for arguments in CALLS.iter().copied().chain([&[] as &[&str]]) {
            let mut command = shell(&home, &format!("exec \"$0\" \"$@\" {closed}"));
            let output = command.arg(env!("CARGO_BIN_EXE_rungs")).args(arguments).output().expect("a shell");
            let wanted = if arguments.is_empty() { 2 } else { 0 };
            assert_eq!(bad_end(&output, wanted), None, "{arguments:?} {closed}");
        }
    }
    println!("figure: {} commands with {} sets of closed streams", CALLS.len() + 1, CLOSED.len());
}

/// The control: a program that ends badly, or says that it did, where it cannot print.
#[test]
fn a_program_that_needs_its_streams_is_caught() {
    let home = Home::new();
    let caught = |script: &str| {
        let bad = |closed: &&&str| {
            let output = shell(&home, &format!("exec sh -c '{script}' {closed}")).output().expect("a shell");
            bad_end(&output, 0).is_some()
        };
        CLOSED.iter().filter(bad).count()
    };
    assert_eq!(caught("echo a line || true"), 0);
    // Four of them close stdout, and in two of these stderr is open for it to say so.
    assert_eq!(caught("echo a line || exit 101"), 4);
    assert_eq!(caught("echo a line || echo it panicked >&2 || true"), 2);
}

#[test]
fn what_cannot_be_written_is_told_and_ends_in_5() {
    let home = Home::new();
    for arguments in CALLS {
        assert_eq!(bad_on_a_full_disk(home.rungs(arguments)), None, "{arguments:?}");
    }
}

/// The control.
#[test]
fn a_program_that_does_not_look_whether_it_could_print_is_caught() {
    let home = Home::new();
    for careless in ["echo a line; exit 0", "echo a line; exit 5", "echo a line || echo panicked >&2; exit 5"] {
        assert!(bad_on_a_full_disk(shell(&home, careless)).is_some(), "{careless}");
    }
    let careful = "echo a line 2>&- || { echo rungs: could not write the output: full >&2; exit 5; }";
    assert_eq!(bad_on_a_full_disk(shell(&home, careful)), None);
}

#[test]
fn no_escape_byte_reaches_a_pipe_unless_asked_for() {
    let home = Home::new();
    let wrong: &[&[&str]] = &[&[], &["lst"], &["show", "\u{1b}[31mred"], &["list", "--family", "\u{9b}2J"]];
    for arguments in CALLS.iter().chain(wrong) {
        let output = home.rungs(arguments).env("TERM", "xterm-256color").output().expect("rungs runs");
        assert!(!has_an_escape(output), "{arguments:?}");
    }
    assert!(home.stdout(&["--color", "always", "show", "payment:senior"]).contains("\u{1b}[1m"));
    assert!(home.stdout(&["--color=always", "--help"]).contains("\u{1b}["));
}

/// The control.
#[test]
fn a_program_that_colours_whatever_it_prints_to_is_caught() {
    let home = Home::new();
    let has = |script: &str| has_an_escape(shell(&home, script).output().expect("a shell"));
    assert!(!has("echo a line; echo a line >&2"));
    assert!(has(r"printf '\033[31mred'") && has(r"printf '\033[31mred' >&2") && has(r"printf '\302\2332J'"));
}
