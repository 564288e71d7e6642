//! The real program under `strace`: what it asked of the system, and what it does when the system refuses.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::nook::Nook;

/// Whether `strace` is there and may watch a process; says so loudly where it may not.
pub(super) fn is_there() -> bool {
    let works = Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let is_there = works.is_ok_and(|status| status.success());
    if !is_there {
        println!("SKIPPED: no strace here, or it may not trace: nothing was shown");
    }
    is_there
}

/// A command of the program under `strace` with `options`, whose every file is in `nook`.
pub(super) fn rungs(nook: &Nook, options: &[&str], arguments: &[&str]) -> Command {
    let mut command = program(nook, options, env!("CARGO_BIN_EXE_rungs"));
    command.args(arguments).env_clear().env("HOME", nook.join("home"));
    command
}

/// Another program under `strace`, whose arguments are to come.
pub(super) fn program(nook: &Nook, options: &[&str], program: &str) -> Command {
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-qq", "-s", "0", "-o"]).arg(trace(nook)).args(options).arg(program);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn trace(nook: &Nook) -> PathBuf {
    nook.join("trace")
}

/// The lines that `strace` wrote for the last command.
pub(super) fn calls(nook: &Nook) -> Vec<Call> {
    let text = fs::read_to_string(trace(nook)).unwrap();
    text.lines().filter_map(Call::parse).collect()
}

/// What a run said and how it ended, in a line for a message.
pub(super) fn told(output: &Output) -> String {
    format!("{:?} {:?} {:?}", output.status, text(&output.stdout), text(&output.stderr))
}

pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A call that returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    /// Its name.
    pub(super) name: String,
    /// The file it is about: of its file descriptor, else the one it names.
    pub(super) path: Option<PathBuf>,
    /// Everything between its brackets.
    pub(super) arguments: String,
    /// What it returned; less than nothing for an error.
    pub(super) result: i64,
}

impl Call {
    /// `123 openat(AT_FDCWD</a>, "/b", O_RDWR|O_CREAT, 0600) = 3</b>`
    fn parse(line: &str) -> Option<Self> {
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        let (name, rest) = line.split_once('(')?;
        let (arguments, result) = rest.rsplit_once(" = ")?;
        let opened = result.split_once('<').map(|(_, path)| path.trim_end_matches('>'));
        let figure = result.split(['<', ' ']).next()?;
        let named = arguments.split('"').nth(1).filter(|name| name.starts_with('/'));
        let held = arguments.strip_prefix("AT_FDCWD").is_none().then(|| between(arguments, '<', '>')).flatten();
        Some(Self {
            name: name.to_owned(),
            path: opened.or(held).or(named).map(PathBuf::from),
            arguments: arguments.trim_end_matches(')').trim_end().to_owned(),
            result: figure.parse().ok()?,
        })
    }

    /// Whether it is about something under `root`.
    pub(super) fn is_under(&self, root: &Path) -> bool {
        self.path.as_deref().is_some_and(|path| path.starts_with(root))
    }
}

fn between(text: &str, open: char, close: char) -> Option<&str> {
    let (_, rest) = text.split_once(open)?;
    rest.split_once(close).map(|(inner, _)| inner)
}
