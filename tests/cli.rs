//! The command line as its users meet it: the real binary, run in a home of its own. Transcripts in `cmd/` show each
//! command; here is what holds for all of them.

#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says where it cannot run and what it measured"
)]

#[path = "cli/bookmark.rs"]
mod bookmark;
#[path = "cli/calls.rs"]
mod calls;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/completions.rs"]
mod completions;
#[path = "cli/config.rs"]
mod config;
#[path = "cli/diff.rs"]
mod diff;
#[path = "cli/doctor.rs"]
mod doctor;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/gap.rs"]
mod gap;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/kept.rs"]
mod kept;
#[path = "cli/ladder.rs"]
mod ladder;
#[path = "cli/ledger.rs"]
mod ledger;
#[path = "cli/made.rs"]
mod made;
#[path = "cli/man.rs"]
mod man;
#[path = "cli/own.rs"]
mod own;
#[path = "cli/pager.rs"]
mod pager;
#[path = "cli/practice.rs"]
mod practice;
#[path = "cli/search.rs"]
mod search;
#[path = "cli/show.rs"]
mod show;
#[path = "cli/streams.rs"]
mod streams;
#[path = "cli/ways.rs"]
mod ways;

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use serde_json::Value;
use tempfile::TempDir;

/// A home of its own for the binary, gone afterwards.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(TempDir::new().expect("a home"))
    }

    /// `rungs` with `arguments`, in this home and in no other surroundings.
    fn rungs(&self, arguments: &[&str]) -> Command {
        let mut command = self.program(env!("CARGO_BIN_EXE_rungs"));
        command.args(arguments);
        command
    }

    /// Another program in the same surroundings.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.env_clear().stdin(Stdio::null());
        command.env("RUNGS_CONFIG_DIR", self.0.path().join("config")).env("RUNGS_DATA_DIR", self.0.path().join("data"));
        command
    }

    fn write_bookmarks(&self, journal: &str) {
        std::fs::create_dir_all(self.0.path().join("config")).expect("a directory");
        std::fs::write(self.0.path().join("config/bookmarks.jsonl"), journal).expect("a journal");
    }

    fn output(&self, arguments: &[&str]) -> Output {
        self.rungs(arguments).output().expect("rungs runs")
    }

    fn stdout(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.stdout(arguments)).expect("JSON")
    }

    /// What a terminal of `columns` columns is sent.
    fn on_a_terminal(&self, columns: u16, arguments: &[&str], variables: &[(&str, &str)]) -> String {
        let size = PtySize { rows: 40, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rungs"));
        command.args(arguments);
        command.env_clear();
        command.env("RUNGS_CONFIG_DIR", self.0.path().join("config"));
        command.env("RUNGS_DATA_DIR", self.0.path().join("data"));
        // A pager would wait for somebody.
        command.env("RUNGS_PAGER", "cat");
        for (name, value) in variables {
            command.env(name, value);
        }
        let mut child = pty.slave.spawn_command(command).expect("rungs runs");
        drop(pty.slave);
        let mut sent = Vec::new();
        // On Linux the end of a terminal is an error.
        let _ = pty.master.try_clone_reader().expect("a reader").read_to_end(&mut sent);
        assert!(child.wait().expect("an end").success(), "{arguments:?}");
        String::from_utf8(sent).expect("UTF-8")
    }
}

/// Runs the program in a folder of its own; the exit code, stdout and stderr.
fn run(home: &Home, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = home.rungs(arguments);
    let Output { status, stdout, stderr } = command.current_dir(home.0.path()).output().expect("a run");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (status.code(), text(stdout), text(stderr))
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Runs the transcripts in `path` with a home of their own.
fn run_transcripts(path: &str) {
    let home = Home::new();
    transcripts_in(&home).case(path).run();
}

/// A runner of transcripts in `home`.
fn transcripts_in(home: &Home) -> trycmd::TestCases {
    let cases = trycmd::TestCases::new();
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        cases.env(variable, "");
    }
    for (variable, directory) in [("RUNGS_CONFIG_DIR", "config"), ("RUNGS_DATA_DIR", "data")] {
        cases.env(variable, home.0.path().join(directory).to_string_lossy());
    }
    cases.insert_var("[HOME]", home.0.path().to_string_lossy().into_owned()).expect("a variable");
    cases
}

#[test]
fn transcripts() {
    run_transcripts("tests/cmd/*.md");
}

#[test]
fn transcripts_of_the_readme() {
    run_transcripts("README.md");
}

#[test]
fn what_no_file_may_grow_for_is_told_and_ends_in_5() {
    let home = Home::new();
    let added = || {
        let mut shell = home.program("sh");
        // Nobody here ignores the signal that a system sends with it.
        shell.args(["-c", "ulimit -f 0; exec \"$0\" bookmark add payment:senior", env!("CARGO_BIN_EXE_rungs")]);
        shell.stdout(Stdio::piped()).stderr(Stdio::piped()).output().expect("a shell")
    };
    let refused = added();
    let told = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(5), "{told}");
    assert!(told.contains("NOT SAVED") && told.contains("bookmarks.jsonl"), "{told}");
    assert_eq!(std::fs::read(home.0.path().join("config/bookmarks.jsonl")).expect("a journal"), b"");
    assert!(home.output(&["bookmark", "add", "payment:senior"]).status.success());
}

#[test]
fn plain_lists_have_one_record_a_line_and_as_many_cells_in_each() {
    let home = Home::new();
    for (what, columns) in [("families", 4), ("levels", 5), ("roles", 4), ("skills", 5)] {
        let plain = home.stdout(&["list", what, "--width", "20"]);
        let items = home.json(&["list", what, "--json"]);
        let items = items["items"].as_array().unwrap();
        assert_eq!(plain.lines().count(), items.len(), "{what}");
        for (line, item) in plain.lines().zip(items) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!((cells.len(), cells[0]), (columns, item["id"].as_str().unwrap()), "{what}");
        }
        let with_header = home.stdout(&["list", what, "--header"]);
        assert_eq!(with_header.split_once('\n').unwrap().1, plain, "{what}");
    }
}

#[test]
fn listed_items_have_the_documented_fields() {
    let home = Home::new();
    let shapes: &[(&str, &str, &[&str])] = &[
        ("families", "rungs.families/1", &["aliases", "department", "department_name", "id", "name", "roles"]),
        ("levels", "rungs.levels/1", &["aliases", "id", "meaning", "name", "rank", "roles"]),
        (
            "roles",
            "rungs.list/1",
            &["department", "family", "family_name", "headline", "id", "level", "origin", "rank", "title", "track"],
        ),
        ("skills", "rungs.skills/1", &["aliases", "id", "kind", "meaning", "name", "roles"]),
    ];
    for (what, schema, fields) in shapes {
        let document = home.json(&["list", what, "--json"]);
        assert_eq!(document["schema"], *schema);
        assert_eq!(keys(&document), ["items", "schema"]);
        for item in document["items"].as_array().unwrap() {
            assert_eq!(keys(item), *fields, "{what}");
        }
    }
}

#[test]
fn what_list_prints_can_be_piped_into_show() {
    let home = Home::new();
    let listed = home.stdout(&["list", "--family", "payment"]);
    let mut child =
        home.rungs(&["show", "-", "--json"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("rungs runs");
    child.stdin.take().unwrap().write_all(listed.as_bytes()).unwrap();
    let shown: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).expect("JSON");
    let ids: Vec<&str> = shown["items"].as_array().unwrap().iter().map(|role| role["id"].as_str().unwrap()).collect();
    assert_eq!(ids, listed.lines().map(|line| line.split('\t').next().unwrap()).collect::<Vec<_>>());
}

#[test]
fn roles_that_are_found_are_shown_beside_one_that_is_not() {
    let output = Home::new().output(&["show", "payment:senior", "no-such-role", "payment:staff", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("rungs: no role `no-such-role`; the nearest:\n"));
    let shown: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(shown["items"].as_array().unwrap().len(), 2);
}

#[test]
fn a_broken_catalog_is_told_with_place_and_ends_in_3() {
    let home = Home::new();
    let path = home.0.path().join("ladder.json");
    std::fs::write(&path, "{\n  \"version\": 1,\n  \"name\": 7\n}\n").unwrap();
    let path = path.to_string_lossy();
    let output = home.output(&["catalog", "check", &path, "--json"]);
    assert_eq!(output.status.code(), Some(3));
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["schema"], "rungs.problem/1");
    let problem = &document["items"][0];
    assert_eq!(keys(problem), ["check", "column", "file", "line", "path", "severity", "text"]);
    assert_eq!((problem["severity"].as_str(), problem["file"].as_str()), (Some("error"), Some(&*path)));
    assert_eq!(problem["line"], 3);

    let plain = home.output(&["catalog", "check", &path]);
    assert_eq!(plain.status.code(), Some(3));
    let plain = String::from_utf8(plain.stdout).unwrap();
    assert_eq!(plain.lines().count(), document["items"].as_array().unwrap().len());
    assert!(plain.lines().all(|line| line.split('\t').count() == 7), "{plain}");

    let outline = home.output(&["catalog", "outline", &path]);
    assert_eq!((outline.status.code(), &outline.stdout[..]), (Some(3), &b""[..]));
}

#[test]
fn the_outline_in_the_binary_is_the_one_made_from_its_families() {
    let home = Home::new();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let made = home.stdout(&["catalog", "outline"]);
    assert_eq!(made, std::fs::read_to_string(format!("{data}/outline.json")).unwrap());
    assert_eq!(made, home.stdout(&["catalog", "outline", data]));
}

#[test]
fn text_keeps_to_the_width() {
    let home = Home::new();
    for (columns, widest) in [("20", 20), ("64", 64), ("500", 100)] {
        let text = home.stdout(&["show", "payment:senior", "--width", columns]);
        let longest = text.lines().map(rungs::text::width).max().unwrap();
        assert!(longest <= widest, "{longest} cells at {columns}");
    }
}

#[test]
fn a_terminal_gets_an_aligned_table_cut_to_its_width() {
    let home = Home::new();
    let sent = home.on_a_terminal(72, &["list", "roles", "--family", "payment"], &[("TERM", "xterm")]);
    let lines: Vec<&str> = sent.lines().map(str::trim_end).collect();
    assert!(lines[0].starts_with("\u{1b}[1mID ") && lines[0].contains(" LEVEL "), "{}", lines[0]);
    let column = rungs::text::width(lines[1].split_once(" junior ").unwrap().0);
    assert!(lines[1..].iter().all(|line| line.as_bytes()[column] == b' ' && line.as_bytes()[column + 1] != b' '));
    assert!(lines[1..].iter().all(|line| rungs::text::width(line) <= 72 && !line.contains('\t')));
    assert!(lines[1..].iter().any(|line| line.ends_with('~')));
}

#[test]
fn a_terminal_gets_no_colour_where_somebody_speaks_against_it() {
    let home = Home::new();
    for variables in [&[("TERM", "xterm"), ("NO_COLOR", "1")], &[("TERM", "dumb"), ("NO_COLOR", "")]] {
        assert!(!home.on_a_terminal(100, &["show", "payment:senior"], variables).contains('\u{1b}'), "{variables:?}");
    }
}
