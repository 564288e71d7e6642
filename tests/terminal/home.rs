//! A home of its own for each test, and the program opened in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use portable_pty::CommandBuilder;
use serde_json::Value;
use tempfile::TempDir;

use crate::pty::{SIZE, Session};

/// The binary under test.
pub(super) const RUNGS: &str = env!("CARGO_BIN_EXE_rungs");

/// Directories that go with the test.
pub(super) struct Home(TempDir);

impl Home {
    /// Nobody was here yet.
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The reader left on the lowest of seven rungs, with the focus on the rungs.
    pub(super) fn lived_in() -> Self {
        let home = Self::new();
        fs::create_dir(home.join("data")).unwrap();
        fs::write(home.join("data/place.json"), r#"{"at":"payment-systems-engineer/junior","pane":"levels"}"#).unwrap();
        home
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn join(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// What a program needs to know to be in this home and in no other surroundings.
    fn surroundings(&self) -> [(&str, PathBuf); 6] {
        [
            ("RUNGS_CONFIG_DIR", self.join("config")),
            ("RUNGS_DATA_DIR", self.join("data")),
            ("HOME", self.path().to_owned()),
            ("PATH", std::env::var_os("PATH").unwrap().into()),
            ("TERM", "xterm-256color".into()),
            ("LANG", "C.UTF-8".into()),
        ]
    }

    /// `program` with `arguments`, for a terminal.
    pub(super) fn command<'a>(&self, program: &str, arguments: impl IntoIterator<Item = &'a str>) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in self.surroundings() {
            command.env(name, value);
        }
        command.cwd(self.path());
        command
    }

    /// The explorer with `arguments`, not started yet.
    pub(super) fn rungs<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> CommandBuilder {
        self.command(RUNGS, arguments)
    }

    /// A shell that does `script`, where `$0` is the program.
    pub(super) fn shell(&self, script: &str) -> CommandBuilder {
        self.command("sh", ["-c", script, RUNGS])
    }

    /// The explorer, open and drawn.
    pub(super) fn open(&self) -> Session {
        opened(self.rungs([]))
    }

    /// A plain command, not run yet.
    pub(super) fn plain(&self, arguments: &[&str]) -> Command {
        self.plain_program(RUNGS, arguments)
    }

    /// Another program in the same surroundings, not run yet.
    pub(super) fn plain_program(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).env_clear().envs(self.surroundings()).stdin(Stdio::null());
        command
    }

    /// A plain command, run to its end.
    pub(super) fn run(&self, arguments: &[&str]) -> Output {
        self.plain(arguments).output().unwrap()
    }

    /// The ids of the roles that are bookmarked on disk, the latest first.
    pub(super) fn bookmarked(&self) -> Vec<String> {
        let printed = self.run(&["bookmark", "list"]).stdout;
        let printed = String::from_utf8(printed).unwrap();
        printed.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
    }

    /// The role that is kept as the last one open.
    pub(super) fn last_role(&self) -> Option<String> {
        let place: Value = serde_json::from_slice(&fs::read(self.join("data/place.json")).ok()?).unwrap();
        place["at"].as_str().map(str::to_owned)
    }

    /// A program of a few lines of shell, to be the editor or something else that can be started.
    pub(super) fn script(&self, name: &str, lines: &str) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = self.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }
}

/// The program that `command` starts, once its first frame stands.
pub(super) fn opened(command: CommandBuilder) -> Session {
    let session = Session::start(command, SIZE);
    session.shows("?:help");
    session
}
