//! Folders with far too many files, and files whose names harm: the limit is told, and no name as it is written.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::ops::Range;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::symlink;
use std::time::Duration;

use super::bombs::limited;
use super::judge::{Way, assert_harmless, judge};
use super::texts::Home;
use crate::bars::bar;
use crate::pty::Session;

/// How long the program may think about it.
const SOON: Duration = Duration::from_secs(1);

/// Names that a file may have and no message may hold as they are.
fn names() -> Vec<OsString> {
    let names: [&[u8]; 7] = [
        b"\x1b]0;pwn\x07",
        b"\x1b[2Jred",
        b"one\nrungs: two",
        b"\xff\xfe",
        b"\xc2\x9b2J",
        "\u{202e}nosj".as_bytes(),
        b" -rf",
    ];
    let longest = [b'x'; 250];
    names.into_iter().chain([&longest[..]]).map(|name| OsString::from_vec([name, b".json"].concat())).collect()
}

/// What the program says of a crowd: its code, its lines on stderr, and how long it took.
fn told(home: &Home, arguments: &[&OsStr]) -> (Option<i32>, Vec<String>, Duration) {
    let (output, took) = limited(home, arguments);
    println!("{arguments:?}: {took:?}");
    let text = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), text.lines().map(str::to_owned).collect(), took)
}

#[test]
#[cfg(target_os = "linux")]
fn two_thousand_files_are_answered_soon_within_little_and_with_the_limit() {
    crowd(2_000);
}

#[test]
#[cfg(target_os = "linux")]
#[ignore = "half a minute to make them: cargo test --test security -- --ignored ten_thousand_files"]
fn ten_thousand_files_are_answered_soon_within_little_and_with_the_limit() {
    crowd(10_000);
}

fn crowd(count: usize) {
    let home = Home::new();
    let list = ["list", "roles"].map(OsStr::new);
    let write = |numbers: Range<usize>, text: &str| {
        numbers.for_each(|number| home.write(&format!("config/catalogs/{number:05}.json"), text));
    };
    // In the folder for catalogs they are left out.
    write(0..count, "{\"version\":1}");
    let (code, lines, good) = told(&home, &list);
    let too_many = format!("config/catalogs: holds {count} catalogs: the first 20 by name are read");
    assert_eq!((code, lines.len()), (Some(0), 1), "{lines:?}");
    assert!(lines[0].starts_with("rungs: a catalog is left out: ") && lines[0].ends_with(&too_many), "{lines:?}");
    // Bad ones as well, each with its reason.
    write(0..40, "{");
    let (code, lines, bad) = told(&home, &list);
    assert_eq!((code, lines.len()), (Some(0), 21), "{lines:?}");
    assert!(lines[20].ends_with(&too_many), "{lines:?}");
    // A catalog that has them for its families is refused.
    fs::create_dir(home.join("here/crowd")).unwrap();
    symlink(home.join("config/catalogs"), home.join("here/crowd/families")).unwrap();
    let (code, lines, families) = told(&home, &[&["--catalog", "crowd"].map(OsStr::new)[..], &list].concat());
    assert_eq!((code, lines.len()), (Some(3), 2), "{lines:?}");
    assert_eq!(lines[1].trim(), format!("crowd/families: holds {count} files: at most 1000"));

    let slowest = good.max(bad).max(families);
    assert!(slowest < bar(SOON), "{slowest:?}");
    println!("figure: 3 folders of {count} files inside 150 MiB, {:.2} s at most", slowest.as_secs_f64());
}

#[test]
fn no_name_of_a_file_is_said_as_it_is_written() {
    let home = Home::new();
    for name in names() {
        for folder in ["config/catalogs", "here/ours/families"] {
            fs::create_dir_all(home.join(folder)).unwrap();
            fs::write(home.join(folder).join(&name), "{").unwrap();
        }
        fs::write(home.join("here").join(&name), "{").unwrap();
    }
    let commands: [&[&str]; 8] = [
        &["list"],
        &["catalog", "list"],
        &["catalog", "list", "--json"],
        &["doctor"],
        &["--catalog", "ours", "list"],
        &["--catalog", "ours", "doctor"],
        &["catalog", "check", "ours"],
        &["catalog", "check", "ours", "--json"],
    ];
    let by_name = names();
    let named = by_name.iter().flat_map(|name| {
        let name = name.as_os_str();
        [["--catalog".as_ref(), name, "list".as_ref()], ["catalog".as_ref(), "check".as_ref(), name]]
    });
    let mut judged = 0;
    let mut harmless = |arguments: &[&OsStr]| {
        let output = home.command(&[]).args(arguments).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        assert_harmless(Way::Plain, &said, &format!("{arguments:?}"));
        judged += 1;
        String::from_utf8(said).unwrap()
    };
    for command in commands {
        let command: Vec<&OsStr> = command.iter().map(OsStr::new).collect();
        let said = harmless(&command);
        assert!(said.contains("^["), "{command:?}: {said}");
        // A refusal names the first few.
        let names_all = command.contains(&"check".as_ref()) || !command.contains(&"ours".as_ref());
        let has_all = ["^[]0;pwn^G", "\u{fffd}", &"x".repeat(250)].iter().all(|name| said.contains(name));
        assert!(has_all || !names_all, "{command:?}: {said}");
    }
    for arguments in named {
        assert!(harmless(&arguments).contains(".json"), "{arguments:?}");
    }
    println!("figure: {} names in {judged} runs, 0 as they are written", by_name.len());

    let mut session = Session::start(home.for_a_terminal(env!("CARGO_BIN_EXE_rungs")), (120, 36));
    session.shows("?:help");
    session.keys("gm");
    session.shows("Messages");
    session.shows("^[]0;pwn^G");
    session.keys("qQ");
    session.end();
    assert_harmless(Way::Screen, &session.since(0), "the explorer");
}

/// The control.
#[test]
fn a_program_that_says_names_as_they_are_written_is_caught() {
    let home = Home::new();
    for name in names() {
        let folder = home.join("here/each").join(&name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(&name), "").unwrap();
        let listed = std::process::Command::new("ls").arg(folder).output().unwrap().stdout;
        // A break and a dash are told by nothing but the lines they forge.
        let is_plain = name.as_bytes().iter().all(|byte| byte.is_ascii() && *byte != 0x1b && *byte != 0x07);
        assert_eq!(judge(Way::Plain, &listed).offences.is_empty(), is_plain, "{name:?}");
    }
}
