//! The settings: each key, what is wrong with one, and files that somebody made to harm.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use rungs::domain::practice::Rollover;
use rungs::store::{
    Asked, Finding, SETTINGS, Settings, Severity, commented_out, create_settings, default_file, notice,
};
use rustix::fs::{CWD, FileType, Mode};

use super::nook::{Nook, mode};

/// The most changes of keys that are heeded.
const MOST_KEYS: usize = 2_000;
const THEMES: [&str; 3] = ["terminal", "mono", "dusk"];

/// Every key with a value that is not its default.
const ALL: &str = "theme = \"dusk\"\nmouse = false\nascii = true\neditor = \"code --wait\"\nrollover = 0\n\
                   catalogs = [\"own\", \"/srv/ladders\"]\n[practice]\nminutes = 45\n";

fn parse(text: &str) -> (Settings, Vec<Finding>) {
    Settings::parse(text, Path::new("/etc/rungs/config.toml"), &THEMES)
}

/// What is wrong with `text`, each as `line:column: what`.
fn wrong(text: &str) -> Vec<String> {
    let told = |finding: Finding| {
        assert_eq!(&*finding.file, "/etc/rungs/config.toml");
        format!("{}:{}: {}", finding.line.unwrap(), finding.column.unwrap(), finding.text)
    };
    parse(text).1.into_iter().map(told).collect()
}

#[test]
fn every_key_is_taken_and_knows_its_line() {
    let (settings, findings) = parse(ALL);
    assert_eq!(findings, []);
    assert_eq!(settings.theme.value.as_deref(), Some("dusk"));
    assert_eq!((settings.mouse.value, settings.ascii.value), (false, Some(true)));
    assert_eq!((&*settings.editor.value, settings.rollover.value), ("code --wait", Rollover::new(0).unwrap()));
    assert_eq!(settings.catalogs.value, ["/etc/rungs/own", "/srv/ladders"].map(PathBuf::from));
    assert_eq!(settings.minutes.value, 45);
    let lines: Vec<Option<usize>> = SETTINGS.iter().map(|row| row.of(&settings).1).collect();
    assert_eq!(lines, [1, 2, 3, 4, 5, 6, 8].map(Some));
    for row in SETTINGS {
        assert_ne!(row.of(&settings).0, row.of(&Settings::default()).0, "{} is not tried here", row.name);
    }
}

#[test]
fn the_example_of_the_readme_is_right() {
    let example = include_str!("../../README.md").split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let (settings, findings) = parse(example);
    assert_eq!(findings, []);
    assert_eq!((settings.mouse.value, settings.minutes.value), (false, 30));
}

#[test]
fn a_home_stands_for_itself_in_paths() {
    let home = PathBuf::from(std::env::var_os("HOME").expect("a home"));
    let (settings, _) = parse("catalogs = [\"~/ladders\", \"~\", \"a/../b\"]");
    assert_eq!(settings.catalogs.value, [home.join("ladders"), home, "/etc/rungs/a/../b".into()]);
    // The catalog inside the binary is no file beside the settings.
    assert_eq!(parse("catalogs = [\"embedded\"]").0.catalogs.value, [PathBuf::from("embedded")]);
}

#[test]
fn keys_are_taken_with_their_places_in_the_order_of_the_file() {
    let (settings, findings) = parse("[keys.role]\nback = \"b\"\n[keys.families]\nopen = [\"o\", \"ctrl-o\"]\n");
    assert_eq!(findings, []);
    let told = settings.keys.iter().map(|wish| {
        let words = [&wish.context, &wish.verb].into_iter().chain(&wish.keys);
        words.map(|word| format!("{}:{} {}", word.line, word.column, word.text)).collect::<Vec<_>>().join(", ")
    });
    let expected = ["1:7 role, 2:1 back, 2:8 b", "3:7 families, 4:1 open, 4:9 o, 4:14 ctrl-o"];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn the_printed_file_says_the_defaults_and_has_every_key() {
    let file = default_file(&THEMES);
    let (settings, findings) = parse(&file);
    assert_eq!(findings, []);
    for row in SETTINGS {
        let ((value, line), (default, _)) = (row.of(&settings), row.of(&Settings::default()));
        assert_eq!((&value, line.is_some()), (&default, true), "{}", row.name);
        let key = row.name.rsplit('.').next().unwrap();
        assert_eq!(file.lines().nth(line.unwrap() - 1), Some(&*format!("{key} = {value}")));
    }
    let comments: Vec<&str> = file.lines().filter_map(|line| line.strip_prefix("# ")).collect();
    let comments = comments.join(" ");
    assert!(SETTINGS.iter().all(|row| comments.contains(row.says)), "{comments}");
    assert_eq!(comments.matches("There are last, terminal, mono, dusk.").count(), 1, "{comments}");
    assert!(comments.matches(" terminal, mono, dusk.").count() == 1, "only the theme has a list of names: {comments}");
    let out = commented_out(&THEMES);
    assert!(out.contains("\n[practice]\n") && !out.contains("##"), "{out}");
    assert_eq!(parse(&out), (Settings::default(), Vec::new()));
    // To take the sign away is all it takes.
    let taken = commented_out(&THEMES).replace("#mouse = true", "mouse = false");
    assert!(!parse(&taken).0.mouse.value);
}

#[test]
fn what_is_wrong_is_named_with_its_place_and_what_would_be_right() {
    let table = [
        ("theme = \"dask\"", "1:9: theme takes no \"dask\": did you mean `dusk`?"),
        ("theme = \"zzz\"", "1:9: theme takes no \"zzz\": one of last, terminal, mono, dusk"),
        ("theme = 3", "1:9: theme takes one of last, terminal, mono, dusk, not 3"),
        ("\n  mouse = \"yes\"", "2:11: mouse takes true or false, not \"yes\""),
        ("[[mouse]]", "1:1: mouse takes true or false, not a list"),
        ("ascii = 1.5", "1:9: ascii takes true, false or \"auto\", not 1.5"),
        ("ascii = \"aut\"", "1:9: ascii takes true, false or \"auto\", not \"aut\""),
        ("keys = 3", "1:1: keys stand under a place: write [keys.families] and verbs below it"),
        ("[keys]\nfamilies = 3", "2:1: keys stand under a place: [keys.families] and below it families = .."),
        ("editor = 'vim \"x'", "1:10: editor is no command: missing closing quote"),
        ("editor = 2026-01-01", "1:10: editor takes a command in quotes, such as \"code --wait\", not a date"),
        ("rollover = 24", "1:12: rollover takes a whole number from 0 to 23, not 24"),
        ("rollover = -1", "1:12: rollover takes a whole number from 0 to 23, not -1"),
        ("rollover = \"4\"", "1:12: rollover takes a whole number from 0 to 23, not \"4\""),
        ("catalogs = \"a\"", "1:12: catalogs takes a list of paths, such as [\"~/ladders\"], not \"a\""),
        ("catalogs = [\"é\", 3]", "1:18: catalogs takes a list of paths, such as [\"~/ladders\"], not 3"),
        ("catalogs = [\"~ines/x\"]", "1:13: catalogs names ~ines/x: write the whole path, or ~/ for your own home"),
        ("[practice]\nminutes = 4", "2:11: practice.minutes takes a whole number from 5 to 120, not 4"),
        ("practice.minutes = true", "1:20: practice.minutes takes a whole number from 5 to 120, not true"),
        ("minutes = 30", "1:1: minutes stands under [practice]"),
        ("[practice]\nmouse = false", "2:1: mouse stands in no table: move it above the first [...]"),
        ("practice = 30", "1:1: practice is a table: write [practice] and its keys below it"),
        ("[practise]\nminutes = 30", "1:2: there is no [practise]: did you mean `practice`?"),
        ("[practice]\nminuets = 30", "2:1: there is no practice.minuets: did you mean `minutes`?"),
        ("edtor = \"vi\"", "1:1: there is no edtor: did you mean `editor`?"),
        ("mouse = flase", "1:9: mouse: invalid boolean, expected `false`"),
        ("mouse = true\nmouse = false", "2:1: duplicate key"),
        ("what is this", "1:6: key with no value, expected `=`"),
    ];
    for (text, what) in table {
        assert_eq!(wrong(text), [what], "{text}");
    }
}

#[test]
fn a_wrong_line_costs_only_itself() {
    for broken in ["theme = dusk", "rollover = \"4", "nonsense", "[practice", "= 1", "catalogs = 3", "x = [1, 2"] {
        let (settings, findings) = parse(&format!("mouse = false\nascii = true\n{broken}\n"));
        let expected = parse("mouse = false\nascii = true\n").0;
        assert_eq!(settings, expected, "{broken}");
        assert_eq!(findings.len(), 1, "{broken}: {findings:?}");
        assert_eq!(findings[0].line, Some(3), "{broken}");
    }
}

#[test]
fn one_line_tells_of_all_problems() {
    assert_eq!(notice(&[]), None);
    let (_, one) = parse("\nrollover = 24");
    let told = "config.toml:2: rollover takes a whole number from 0 to 23, not 24 (see rungs config check)";
    assert_eq!(notice(&one).as_deref(), Some(told));
    let (_, two) = parse("x = 1\ny = 2\n");
    assert!(notice(&two).unwrap().ends_with("(2 problems: see rungs config check)"));
}

#[test]
fn no_file_is_no_problem_unless_somebody_named_it() {
    let nook = Nook::new();
    let path = nook.join("config.toml");
    for absent in [path.clone(), path.join("below")] {
        assert_eq!(Settings::load(&absent, Asked::ByCustom, &THEMES), (Settings::default(), Vec::new()));
    }
    let (_, findings) = Settings::load(&path, Asked::ByName, &THEMES);
    assert!(findings[0].text.starts_with("cannot be read: No such file"), "{findings:?}");
    fs::write(&path, format!("\u{feff}{ALL}").replace('\n', "\r\n")).unwrap();
    assert_eq!(Settings::load(&path, Asked::ByCustom, &THEMES).1, []);
}

#[test]
fn whatever_a_path_leads_to_reading_ends_with_settings() {
    let nook = Nook::new();
    let pipe = nook.join("pipe");
    rustix::fs::mknodat(CWD, &pipe, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    fs::write(nook.join("large"), "x".repeat((256 << 10) + 1)).unwrap();
    fs::write(nook.join("bytes"), b"mouse = \xff").unwrap();
    fs::create_dir(nook.join("folder")).unwrap();
    let endings = [
        (pipe, "cannot be read: not a regular file"),
        (nook.join("large"), "is too large: it may have 256 KiB"),
        (nook.join("bytes"), "is not UTF-8: byte 9 begins no character"),
        (nook.join("folder"), "cannot be read: not a regular file"),
        ("/dev/zero".into(), "cannot be read: not a regular file"),
    ];
    for (path, why) in endings {
        let (settings, findings) = Settings::load(&path, Asked::ByCustom, &THEMES);
        assert_eq!(settings, Settings::default());
        assert_eq!(findings.iter().map(|finding| &*finding.text).collect::<Vec<_>>(), [why]);
    }
    let circle = nook.join("circle");
    symlink(&circle, &circle).unwrap();
    let (_, findings) = Settings::load(&circle, Asked::ByCustom, &THEMES);
    assert!(findings[0].text.starts_with("cannot be read: "), "a link that leads nowhere is there: {findings:?}");
}

#[test]
fn a_file_full_of_problems_is_told_in_part_and_soon() {
    let lines: [String; 4] = [
        (0..20_000).map(|number| format!("k{number} = 1")).collect::<Vec<_>>().join("\n"),
        "x\n".repeat(100_000),
        format!("a = {}", "[".repeat(200_000)),
        format!("{} = 1", "a.".repeat(100_000)),
    ];
    for text in lines {
        let start = Instant::now();
        let (settings, findings) = parse(&text);
        assert_eq!(settings, Settings::default());
        assert!((1..=101).contains(&findings.len()), "{}", findings.len());
        assert!(findings.iter().all(|finding| finding.text.len() <= 1200));
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }
}

#[test]
fn a_hundred_problems_are_named_and_one_more_is_only_said_to_be_there() {
    for (problems, told) in [(100, 100), (101, 101), (300, 101)] {
        // Against the alphabet: the first of the file are named and not the first by name.
        let text = (0..problems).rev().map(|number| format!("k{number:03} = 1\n")).collect::<Vec<_>>().concat();
        let findings = parse(&text).1;
        let lines: Vec<_> = findings.iter().filter_map(|finding| finding.line).collect();
        assert_eq!(lines, (1..=100).collect::<Vec<_>>());
        assert_eq!(findings.len(), told);
        let says_more = findings.last().is_some_and(|last| last.line.is_none());
        assert_eq!(says_more, problems > 100);
        let first = findings[0].to_string();
        assert!(first.starts_with("/etc/rungs/config.toml:1:1: there is no k"), "{first}");
    }
}

#[test]
fn two_thousand_changes_of_keys_are_heeded_and_that_there_are_more_is_told() {
    let with = |changes: usize| {
        let verbs = (0..changes).map(|number| format!("verb-{number:04} = [\"x\"]\n")).collect::<Vec<_>>().concat();
        let (settings, findings) = parse(&format!("[keys.role]\n{verbs}"));
        (settings.keys.len(), findings.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(with(MOST_KEYS), (MOST_KEYS, Vec::new()));
    let (heeded, told) = with(MOST_KEYS + 1);
    assert_eq!((heeded, told.len()), (MOST_KEYS, 1));
    let line = MOST_KEYS + 2;
    assert_eq!(
        told[0],
        format!("/etc/rungs/config.toml:{line}:1: is too much: {MOST_KEYS} changes of keys are heeded")
    );
    assert_eq!(
        wrong("[keys.role]\nback = [\"b\", 3]"),
        ["2:14: back takes keys, such as [\"b\", \"ctrl-b\"], or \"none\", not 3"]
    );
}

#[test]
fn what_is_as_it_is_wished_and_may_not_be_as_it_is_meant_is_called_a_warning() {
    let told = |severity, line| {
        Finding { file: "dusk.toml".into(), line, column: line, severity, text: "too pale".into() }.to_string()
    };
    assert_eq!(told(Severity::Warning, Some(2)), "dusk.toml:2:2: warning: too pale");
    assert_eq!(told(Severity::Error, None), "dusk.toml: too pale");
    assert_eq!((Severity::Warning.word(), Severity::Error.word()), ("warning", "error"));
}

#[test]
fn a_file_is_made_whole_and_private_and_never_over_another() {
    let nook = Nook::new();
    let path = nook.join("deep/config.toml");
    create_settings(&path, "mouse = false\n").unwrap();
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), mode(&path)), ("mouse = false\n", 0o600));
    create_settings(&path, "mouse = true\n").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "mouse = false\n");
    let link = nook.join("deep/link.toml");
    symlink(nook.join("elsewhere"), &link).unwrap();
    create_settings(&link, "mouse = true\n").unwrap();
    assert!(!nook.join("elsewhere").exists() && link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read_dir(nook.join("deep")).unwrap().count(), 2, "nothing else is left there");
}

proptest! {
    #[test]
    fn whatever_stands_in_the_file_there_are_settings_and_clean_words(
        text in r#"([a-z"'=\[\]{}#.,~ 0-9\n\u{1b}\u{202e}é]|mouse|theme = |rollover|practice|true|\n){0,60}"#
    ) {
        let (_, findings) = parse(&text);
        for finding in findings {
            let line = finding.line.unwrap();
            prop_assert!(line <= text.lines().count().max(1) + 1);
            let is_clean = finding.text.chars().all(|c| !c.is_control() && c != '\u{202e}');
            prop_assert!(is_clean);
        }
    }

    #[test]
    fn each_key_is_read_by_itself(wrong in prop::collection::vec(any::<bool>(), 7), order in any::<u64>()) {
        // The lines of the file that has all keys, some of them spoilt.
        let mut lines: Vec<(usize, String)> = ALL.lines().filter(|line| line.contains('=')).map(str::to_owned).enumerate().collect();
        for (place, line) in &mut lines {
            if *place == 6 {
                line.insert_str(0, "practice.");
            }
            if wrong[*place] {
                let key = line.split(" = ").next().unwrap();
                *line = format!("{key} = {{ spoilt = true }}");
            }
        }
        lines.sort_by_key(|(place, _)| crc32fast::hash(format!("{order}{place}").as_bytes()));
        let text = lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n");
        let (settings, findings) = parse(&text);
        let whole = parse(ALL).0;
        prop_assert_eq!(findings.len(), wrong.iter().filter(|wrong| **wrong).count());
        for (row, wrong) in SETTINGS.iter().zip(&wrong) {
            let expected = if *wrong { row.of(&Settings::default()).0 } else { row.of(&whole).0 };
            prop_assert_eq!(row.of(&settings).0, expected, "{}", row.name);
        }
    }
}
