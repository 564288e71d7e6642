//! No socket, ever: every command and a session of the explorer under `strace`, which sees what asks for a network.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::commands::{COMMANDS, DOCUMENTS, LADDERS};
use super::texts::Home;
use crate::pty::Session;

const TRACE: [&str; 5] = ["-f", "-qq", "-e", "trace=%network", "-o"];

/// Whether `strace` is there and may watch a process; says so loudly where it may not.
fn is_there() -> bool {
    let works = Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let is_there = works.is_ok_and(|status| status.success());
    if !is_there {
        println!("SKIPPED: no strace here, or it may not trace: nothing was shown");
    }
    is_there
}

/// The calls in a trace that have to do with sockets, a line each.
fn calls(trace: &Path) -> Vec<String> {
    let text = fs::read_to_string(trace).unwrap();
    let call = |line: &str| line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').to_owned();
    text.lines().map(call).filter(|call| !call.starts_with(['+', '-', '<'])).collect()
}

/// Whether a call stays inside the process: crossterm wakes its own read by a pair without a name that nobody else can have.
fn stays_inside(call: &str) -> bool {
    // Who writes to or reads from something else has asked for it first; where to is told by an address.
    let on_what_is_there = call.starts_with("sendto(") || call.starts_with("recvfrom(");
    let is_pair = call.starts_with("socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, ");
    is_pair || on_what_is_there && !call.contains("sa_family")
}

#[test]
fn no_command_opens_a_socket() {
    if !is_there() {
        return;
    }
    let home = Home::hostile();
    let trace = home.join("trace");
    for command in COMMANDS.iter().chain(DOCUMENTS) {
        let mut traced = Command::new("strace");
        traced.args(TRACE).arg(&trace).arg(env!("CARGO_BIN_EXE_rungs")).args([&LADDERS, *command].concat());
        traced.env_clear().envs(home.surroundings()).current_dir(home.join("here")).stdin(Stdio::null());
        traced.output().unwrap();
        assert_eq!(calls(&trace), [""; 0], "{command:?}");
    }
    println!("figure: 0 calls in {} commands", COMMANDS.len() + DOCUMENTS.len());
}

#[test]
fn the_explorer_opens_no_socket_that_leads_out_of_it() {
    if !is_there() {
        return;
    }
    let home = Home::hostile();
    let trace = home.join("trace");
    let mut command = home.for_a_terminal("strace");
    command.args(TRACE);
    command.args([trace.as_os_str(), env!("CARGO_BIN_EXE_rungs").as_ref()]);
    command.args([&LADDERS[..], &["--at", "payments/senior"]].concat());
    let mut session = Session::start(command, (120, 36));
    session.shows("?:help");
    session.keys("jbhc");
    session.shows("Compare 2");
    session.keys("ymEmqB");
    session.shows("Bookmarks");
    session.resize((100, 30));
    session.keys("stowe");
    session.shows("towe");
    session.keys("\x03");
    session.end();
    let calls = calls(&trace);
    assert!(calls.iter().all(|call| stays_inside(call)), "{calls:#?}");
    let pairs = calls.iter().filter(|call| call.starts_with("socketpair")).count();
    assert!(pairs <= 2, "{pairs} pairs: {calls:#?}");
    println!("figure: explorer: {pairs} nameless pairs of its own");
}

/// The control: a program that does ask for a socket is caught.
#[test]
fn a_program_that_opens_a_socket_is_caught() {
    if !is_there() {
        return;
    }
    let home = Home::new();
    let trace = home.join("trace");
    // bash connects by itself; that nobody answers there does not matter.
    let asks = ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"];
    Command::new("strace").args(TRACE).arg(&trace).args(asks).stderr(Stdio::null()).status().unwrap();
    let calls = calls(&trace);
    assert!(calls.iter().any(|call| !stays_inside(call) && call.starts_with("socket(AF_INET")), "{calls:#?}");
}
