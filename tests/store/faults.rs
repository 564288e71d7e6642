//! A system that refuses. Every call of a command fails once, each in its turn and in each way that it can, and once the
//! program is killed there: what was kept stays, what is said is true, and the next command works.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use super::nook::{Nook, fold, read};
use super::traced::{self, Call, calls, text, told};

/// Something a person has the program keep.
struct Scenario {
    name: &'static str,
    /// Whether bookmarks and ratings are there before.
    before: bool,
    arguments: &'static [&'static str],
    /// Where it is kept, below the home.
    journal: &'static str,
}

const SCENARIOS: [Scenario; 5] = [
    Scenario { name: "first start", before: false, arguments: &["bookmark", "add", KEPT], journal: BOOKMARKS },
    Scenario { name: "bookmark", before: true, arguments: &["bookmark", "add", KEPT], journal: BOOKMARKS },
    Scenario {
        name: "two at once",
        before: true,
        arguments: &["bookmark", "add", KEPT, "web-engineer/mid"],
        journal: BOOKMARKS,
    },
    Scenario {
        name: "note",
        before: true,
        arguments: &["bookmark", "add", KEPT, "--note", "asks for on-call", "--tag", "soon"],
        journal: BOOKMARKS,
    },
    Scenario {
        name: "rating",
        before: true,
        arguments: &["gap", "rate", "secure-coding", "3", "--role", KEPT],
        journal: PRACTICE,
    },
];
const KEPT: &str = "web-engineer/staff";
const THERE: [&str; 2] = ["search-engineer/staff", "software-engineer/staff"];
const BOOKMARKS: &str = ".config/rungs/bookmarks.jsonl";
const PRACTICE: &str = ".local/share/rungs/practice.jsonl";

const ERRORS: [&str; 7] = ["EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EINTR", "ENOLCK"];
/// So long a command may take when something fails: a lock is waited for two seconds.
const PATIENCE: Duration = Duration::from_secs(3);
/// The calls of an ordinary run that are about what is kept.
const SAVING: [&str; 4] = ["write", "fdatasync", "fsync", "flock"];

/// What became of the points where something failed.
#[derive(Debug, Default)]
struct Tally {
    points: usize,
    kept: usize,
    told: usize,
    killed: usize,
}

/// A home as it is before the scenario.
fn home(nook: &Nook, scenario: &Scenario) -> PathBuf {
    let home = nook.join("home");
    drop(fs::remove_dir_all(&home));
    fs::create_dir(&home).unwrap();
    if scenario.before {
        for role in THERE {
            let output = traced::rungs(nook, &[], &["bookmark", "add", role]).output().unwrap();
            assert!(output.status.success(), "{}", told(&output));
        }
        let output = traced::rungs(nook, &[], &["gap", "rate", "secure-coding", "2", "--role", KEPT]).output().unwrap();
        assert!(output.status.success(), "{}", told(&output));
    }
    home
}

/// How often the scenario makes each call about files from the first look at the home on: what stands before that is the
/// loader's. A system without memory or chance ends any program.
fn counted(nook: &Nook, scenario: &Scenario) -> Vec<(String, usize, usize)> {
    let home = home(nook, scenario);
    let output = traced::rungs(nook, &["-e", "trace=%file,%desc"], scenario.arguments).output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    let calls = calls(nook);
    let first = calls.iter().position(|call| call.is_under(&home)).unwrap();
    let count = |calls: &[Call], name: &str| calls.iter().filter(|call| call.name == name).count();
    let mut names: Vec<&str> = calls[first..].iter().map(|call| call.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let range = |name: &str| (name.to_owned(), count(&calls[..first], name) + 1, count(&calls, name));
    names.into_iter().map(range).collect()
}

/// Lets one call fail and looks at what is left.
fn failed(nook: &Nook, scenario: &Scenario, fault: &str, tally: &mut Tally) {
    let home = home(nook, scenario);
    let journal = home.join(scenario.journal);
    let before = fs::read(&journal).unwrap_or_default();
    let started = Instant::now();
    let output = traced::rungs(nook, &["-e", fault], scenario.arguments).output().unwrap();
    let took = started.elapsed();
    let what = format!("{}, {fault}: {}", scenario.name, told(&output));
    assert!(took < PATIENCE, "{took:?}: {what}");
    let said = text(&output.stderr);
    assert!(!said.contains("panicked"), "{what}");
    let after = fs::read(&journal).unwrap_or_default();
    assert!(after.starts_with(&before), "what was kept is gone: {what}");
    tally.points += 1;
    let is_kept = after.len() > before.len() && after.ends_with(b"\n");
    if output.status.success() {
        assert!(is_kept, "it says that it kept what it did not: {what}");
        tally.kept += 1;
    } else if fault.contains("signal") {
        tally.killed += 1;
    } else {
        assert!(!said.trim().is_empty(), "it says nothing: {what}");
        tally.told += 1;
    }
    // And on: the next command finds everything and keeps its own.
    let next = traced::rungs(nook, &[], scenario.arguments).output().unwrap();
    assert!(next.status.success(), "afterwards: {} after {what}", told(&next));
    let bookmarks = fold(&read(&home.join(BOOKMARKS)));
    let wanted = THERE.iter().filter(|_| scenario.before).chain(Some(&KEPT).filter(|_| scenario.journal == BOOKMARKS));
    for role in wanted {
        assert!(bookmarks.contains(&role.parse().unwrap()), "{role} is gone: {what}");
    }
}

/// Every `nth` point where one of the calls that `of` takes fails.
fn everything_fails(scenarios: &[Scenario], errors: &[&str], of: impl Fn(&str) -> bool) -> Tally {
    let mut tally = Tally::default();
    for scenario in scenarios {
        let nook = Nook::on_disk();
        for (name, from, to) in counted(&nook, scenario) {
            if !of(&name) || name == "mmap" {
                continue;
            }
            for when in from..=to {
                for error in errors {
                    failed(&nook, scenario, &format!("inject={name}:error={error}:when={when}"), &mut tally);
                }
                failed(&nook, scenario, &format!("inject={name}:signal=SIGKILL:when={when}"), &mut tally);
            }
        }
    }
    let Tally { points, kept, told, killed } = &tally;
    println!("figure: {points} points: {kept} kept all the same, {told} told, {killed} killed; 0 lost");
    tally
}

#[test]
fn a_save_whose_calls_fail_loses_nothing_and_says_so() {
    if !traced::is_there() {
        return;
    }
    let tally = everything_fails(&SCENARIOS[1..2], &["EIO", "ENOSPC"], |name| SAVING.contains(&name));
    assert!(tally.points > 15 && tally.told > 3 && tally.killed > 3, "{tally:?}");
}

#[test]
#[ignore = "some minutes: cargo test --test store -- --ignored every_call"]
fn every_call_of_every_save_may_fail_in_every_way() {
    if !traced::is_there() {
        return;
    }
    let tally = everything_fails(&SCENARIOS, &ERRORS, |_| true);
    assert!(tally.points > 1_000, "{tally:?}");
}

/// The control: a writer that truncates loses what was kept, at one of the points at least.
#[test]
fn a_writer_that_truncates_is_caught() {
    if !traced::is_there() {
        return;
    }
    let nook = Nook::on_disk();
    let kept = nook.join("kept");
    let loses = |when: &usize| {
        fs::write(&kept, "old\n").unwrap();
        let mut full = traced::program(&nook, &["-e", &format!("inject=write:error=ENOSPC:when={when}")], "sh");
        full.args(["-c", "old=$(cat \"$0\"); printf '%s\\nnew\\n' \"$old\" >\"$0\""]).arg(&kept).output().unwrap();
        !fs::read(&kept).unwrap().starts_with(b"old\n")
    };
    let lost = (1..=4).filter(loses).count();
    println!("figure: a control that truncates loses at {lost} of 4 points");
    assert!(lost > 0);
}

#[test]
fn what_is_read_while_it_is_written_is_never_half_there() {
    simultaneous(20);
}

#[test]
#[ignore = "a minute: cargo test --test store -- --ignored five_hundred"]
fn of_five_hundred_first_starts_beside_a_reader_none_loses_anything() {
    simultaneous(500);
}

/// A bookmark is added and listed at the same moment in a home that is empty, again and again.
fn simultaneous(times: usize) {
    let run = |nook: &Nook, arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
        command.args(arguments).env_clear().env("HOME", nook.path());
        command
    };
    let mut seen = 0;
    for time in 0..times {
        let nook = Nook::on_disk();
        let list = run(&nook, &["bookmark", "list"]);
        let (is_there, listed) = is_there_after(&nook, time, run(&nook, &["bookmark", "add", KEPT]), list);
        assert!(is_there, "{}", told(&listed));
        let text = text(&listed.stdout);
        assert!(text.is_empty() || text.starts_with(KEPT), "{}", told(&listed));
        seen += usize::from(!text.is_empty());
    }
    println!("figure: 0 of {times} lost; {seen} readers saw it already");
}

/// Whether the bookmark that `add` adds is there after both, one begun right after the other, now this and now that one
/// first; and what `list` said.
fn is_there_after(nook: &Nook, time: usize, add: Command, list: Command) -> (bool, Output) {
    let mut both = [add, list];
    both.rotate_left(time % 2);
    let begun = both.map(|mut command| command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
    let mut ended = begun.map(|child| child.wait_with_output().unwrap());
    ended.rotate_left(time % 2);
    let [added, listed] = ended;
    assert!(added.status.success() && listed.status.success(), "{} {}", told(&added), told(&listed));
    let file = nook.join(BOOKMARKS);
    (file.exists() && fold(&read(&file)).contains(&KEPT.parse().unwrap()), listed)
}

/// The control: a reader that makes the file it does not find, and asks nobody, sometimes makes it over what was just kept.
#[test]
fn a_reader_that_makes_the_file_it_misses_loses_a_first_save() {
    let loses = |time: &usize| {
        let nook = Nook::on_disk();
        fs::create_dir_all(nook.join(BOOKMARKS).parent().unwrap()).unwrap();
        let shell = |script: &str| {
            let mut shell = Command::new("sh");
            shell.args(["-c", script]).arg(nook.join(BOOKMARKS));
            shell
        };
        let add = shell(&format!("echo '{{\"t\":\"bookmark.add\",\"of\":\"{KEPT}\"}}' >>\"$0\""));
        // What there is, is nothing; by the time that is written something may be.
        let list = shell(
            "[ -e \"$0\" ] || { all=$(cat /dev/null; cat /dev/null; cat /dev/null); printf %s \"$all\" >\"$0\"; }",
        );
        !is_there_after(&nook, *time, add, list).0
    };
    let lost = (0..50).filter(loses).count();
    println!("figure: a control that makes the file has lost {lost} of 50");
    assert!(lost > 0 || (50..1_000).any(|time| loses(&time)), "the two never meet");
}
