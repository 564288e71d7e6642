//! The rules of the house, read off the sources: which room may know which, how long a file may get, that each file
//! says what it holds, that no test sleeps in the dark. See the README's "How the code is laid out".
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The longest a source file may get, in lines.
const LONGEST: usize = 400;

/// For each room (the start of a path under `src/`) the words that must not stand in its code.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "text",
        &[
            "crate::domain",
            "crate::catalog",
            "crate::store",
            "crate::search",
            "crate::export",
            "crate::cli",
            "crate::tui",
        ],
    ),
    (
        "domain",
        &[
            "crate::catalog",
            "crate::store",
            "crate::search",
            "crate::export",
            "crate::cli",
            "crate::tui",
            "std::fs",
            "Instant",
        ],
    ),
    ("catalog", &["crate::store", "crate::search", "crate::export", "crate::cli", "crate::tui"]),
    ("store", &["crate::catalog", "crate::search", "crate::export", "crate::cli", "crate::tui"]),
    ("search", &["crate::export", "crate::cli", "crate::tui"]),
    ("export", &["crate::catalog", "crate::store", "crate::search", "crate::cli", "crate::tui", "std::fs", "std::env"]),
    ("tui", &["crate::cli", "clap::"]),
    ("tui/view", &["tui::update", "super::update", "&mut Model"]),
    ("tui/update", &["tui::view", "super::view", "std::fs", "std::env", "Instant", "SystemTime", "Timestamp::now"]),
    ("main", &["crate::", "ratatui", "crossterm", "serde"]),
];

/// Crates that only one room may name.
const ONE_ROOM: &[(&str, &str)] = &[
    ("nucleo::", "search"),
    ("ratatui::", "tui"),
    ("crossterm::", "tui"),
    ("clap::", "cli"),
    ("csv::Reader", "catalog"),
    ("csv::Writer", "export"),
    ("signal_hook::", "tui"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under a folder of the project, by its path from there without the ending.
fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let top = root().join(folder);
    let mut found = Vec::new();
    walk(&top, &mut found);
    assert!(!found.is_empty(), "{folder} has no Rust file");
    let name = |path: &Path| path.strip_prefix(&top).unwrap().with_extension("").to_str().unwrap().to_owned();
    found.into_iter().map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

fn is_in(room: &str, name: &str) -> bool {
    name.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The lines of code, without comments, each with its number.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Where a word stands in code, as `path:line`.
fn places(name: &str, text: &str, word: &str) -> Vec<String> {
    code(text)
        .filter(|(_, line)| line.contains(word))
        .map(|(number, _)| format!("src/{name}.rs:{number}: {word}"))
        .collect()
}

fn assert_none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn no_room_names_one_it_must_not_know() {
    let mut found = Vec::new();
    for (name, text) in files("src") {
        for (_, words) in FORBIDDEN.iter().filter(|(room, _)| is_in(room, &name)) {
            found.extend(words.iter().flat_map(|word| places(&name, &text, word)));
        }
        for (word, _) in ONE_ROOM.iter().filter(|(_, room)| !is_in(room, &name)) {
            found.extend(places(&name, &text, word));
        }
    }
    assert_none(&found, "rooms that know too much");
}

#[test]
fn nothing_here_speaks_to_a_network() {
    let words = ["std::net", "TcpStream", "TcpListener", "UdpSocket", "rustix::net", "ToSocketAddrs"];
    let found = files("src")
        .into_iter()
        .flat_map(|(name, text)| words.iter().flat_map(|word| places(&name, &text, word)).collect::<Vec<_>>());
    assert_none(&found.collect::<Vec<_>>(), "code for a network");
}

#[test]
fn every_room_has_its_rules() {
    let rooms: Vec<String> = fs::read_dir(root().join("src"))
        .unwrap()
        .filter_map(|entry| {
            let name = entry.unwrap().path().with_extension("").file_name().unwrap().to_str().unwrap().to_owned();
            (name != "lib" && name != "cli").then_some(name)
        })
        .collect();
    for room in rooms {
        assert!(FORBIDDEN.iter().any(|(known, _)| *known == room), "src/{room} has no rule: give it one");
    }
}

#[test]
fn no_file_is_longer_than_one_idea() {
    let long = files("src").into_iter().chain(files("tests"));
    let long = long.filter(|(_, text)| text.lines().count() > LONGEST).map(|(name, _)| name);
    assert_none(&long.collect::<Vec<_>>(), "files over 400 lines");
}

#[test]
fn every_file_says_what_it_holds() {
    let silent = files("src").into_iter().chain(files("tests")).filter(|(_, text)| !text.starts_with("//! "));
    assert_none(&silent.map(|(name, _)| name).collect::<Vec<_>>(), "files without a `//!` line");
}

#[test]
fn a_test_that_is_ignored_says_why() {
    let silent = files("src").into_iter().chain(files("tests")).filter(|(name, _)| name != "rules");
    let bare = silent.flat_map(|(name, text)| {
        let lines = code(&text).filter(|(_, line)| line.trim() == "#[ignore]").map(|(number, _)| number);
        lines.map(|number| format!("{name}.rs:{number}")).collect::<Vec<_>>()
    });
    assert_none(&bare.collect::<Vec<_>>(), "ignored without a reason");
}

#[test]
fn no_mod_rs_and_no_names_that_say_nothing() {
    let vague = ["Manager", "Handler", "Helper", "Utils", "Common"];
    for (name, text) in files("src") {
        assert!(!name.ends_with("/mod"), "src/{name}.rs: use `foo.rs` beside `foo/`");
        for word in vague {
            for kind in ["struct", "enum", "trait", "mod", "type"] {
                let named = code(&text).find(|(_, line)| {
                    let after = line.split_once(&format!("{kind} ")).map(|(_, after)| after);
                    after.is_some_and(|after| {
                        after.split(|c: char| !c.is_alphanumeric()).next().unwrap().ends_with(word)
                    })
                });
                if let Some((number, _)) = named {
                    panic!("src/{name}.rs:{number}: a name with `{word}` says nothing");
                }
            }
        }
    }
}

#[test]
fn what_is_compiled_in_is_in_the_package() {
    let mut command = std::process::Command::new(env!("CARGO"));
    command.args(["package", "--list", "--allow-dirty", "--offline"]).current_dir(root());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let packed = String::from_utf8(output.stdout).unwrap();
    let packed: Vec<&str> = packed.lines().collect();
    let mut included = 0;
    for (name, text) in files("src") {
        for (_, rest) in text.match_indices("include_str!(\"").map(|(at, sign)| (at, &text[at + sign.len()..])) {
            let path = root().join("src").join(&name).parent().unwrap().join(rest.split('"').next().unwrap());
            let path = path.canonicalize().unwrap_or_else(|_| panic!("src/{name}.rs includes {rest:.40}"));
            let path = path.strip_prefix(root().canonicalize().unwrap()).unwrap().to_string_lossy().into_owned();
            assert!(packed.contains(&&*path), "{path} is compiled in and not packed");
            included += 1;
        }
    }
    for entry in fs::read_dir(root().join("data/families")).unwrap() {
        let path = format!("data/families/{}", entry.unwrap().file_name().to_string_lossy());
        assert!(packed.contains(&&*path), "{path} is not packed");
    }
    assert!(included > 5 && packed.contains(&"README.md") && !packed.iter().any(|path| path.starts_with(".ci")));
}

#[test]
fn the_top_level_shows_nothing_but_what_a_visitor_needs() {
    let allowed = ["Cargo.toml", "Cargo.lock", "README.md", "CHANGELOG.md", "data", "src", "tests", "target"];
    for entry in fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let fits = name.starts_with('.') || name.starts_with("LICENSE") || allowed.contains(&&*name);
        assert!(fits, "{name} does not belong at the top level");
    }
}
