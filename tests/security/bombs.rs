//! Files made to eat time and memory: the real program, held to few addresses, answers soon and in a sentence.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::process::Output;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rungs::catalog::{Files, load};
use rungs::search::{Index, Matching};
use rungs::tui::action::Action;
use rungs::tui::key::Key;
use rungs::tui::rehearsal::{Rehearsal, act, open};
use rungs::tui::runtime::Frames;

use super::texts::{Home, catalog};
use crate::bars::bar;

/// What the whole of the program may take, in KiB of addresses, 150 MiB: what is in memory is less.
const MOST: &str = "153600";
/// How long it may think about any of them.
const SOON: Duration = Duration::from_secs(1);

const SMALL: &str = include_str!("../support/interviews.json");
const MIB: usize = 1 << 20;

/// The small catalog with another field at its end.
fn with_field(field: &str) -> String {
    format!("{}, {field}}}", SMALL.trim_end().strip_suffix('}').unwrap())
}

/// Files by their names.
fn bombs(home: &Home) {
    let objects = format!("[{}{{}}]", "{\"a\":0},".repeat(MIB - 1));
    let mut keys = String::from("{");
    for number in 0..1_000_000 {
        write!(keys, "\"k{number}\":0,").unwrap();
    }
    keys.push_str("\"last\":0}");
    for (name, text) in [
        ("objects-aside.json", with_field(&format!("\"x\": {objects}"))),
        ("objects.json", SMALL.replacen("\"families\": [", &format!("\"families\": {objects}, \"// old\": ["), 1)),
        ("nested.json", format!("{}{}", "[".repeat(4 * MIB), "]".repeat(4 * MIB))),
        ("nested-aside.json", with_field(&format!("\"x\": {}", "[".repeat(8 * MIB)))),
        ("maps.json", "{\"a\":".repeat(MIB)),
        ("title.json", SMALL.replacen("Payments Engineer", &"x".repeat(8 * MIB), 1)),
        ("text.json", "\"".to_owned() + &"\\u0000".repeat(MIB)),
        ("keys.json", keys.clone()),
        ("keys-aside.json", with_field(&format!("\"x\": {keys}"))),
        ("figure.json", with_field(&format!("\"x\": 1{}", "0".repeat(8 * MIB)))),
        ("blank.json", " ".repeat(8 * MIB)),
        ("zeros.json", "\0".repeat(8 * MIB)),
    ] {
        home.write(&format!("here/{name}"), &text);
    }
    let at = |name: &str| home.join("here").join(name);
    File::create(at("sparse.json")).unwrap().set_len(8 << 30).unwrap();
    symlink("/dev/zero", at("zero.json")).unwrap();
    symlink("loop.json", at("loop.json")).unwrap();
    fs::create_dir(at("folder.json")).unwrap();
    rustix::fs::mknodat(rustix::fs::CWD, at("pipe.json"), rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
}

/// Opens the catalog `name` within [`MOST`] and [`SOON`]; what was said of it, and how long that took.
#[track_caller]
fn answered(home: &Home, name: &str) -> (Option<i32>, String, Duration) {
    let (output, took) =
        limited(home, &[OsStr::new("--catalog"), OsStr::new(name), OsStr::new("list"), OsStr::new("roles")]);
    println!("{name}: {took:?}");
    assert!(took < bar(SOON), "{name} takes {took:?}");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned(), took)
}

/// The program with `arguments` inside [`MOST`], and how long it took.
pub(super) fn limited(home: &Home, arguments: &[&OsStr]) -> (Output, Duration) {
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", "ulimit -v \"$1\" && shift && exec \"$@\"", "sh", MOST, env!("CARGO_BIN_EXE_rungs")]);
    limited.args(arguments);
    limited.env_clear().envs(home.surroundings()).current_dir(home.join("here"));
    let start = Instant::now();
    let output = limited.output().unwrap();
    (output, start.elapsed())
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_made_to_eat_memory_is_answered_soon_within_little() {
    let home = Home::new();
    bombs(&home);
    let mut names: Vec<_> = fs::read_dir(home.join("here"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut slowest = Duration::ZERO;
    for name in &names {
        let (code, told, took) = answered(&home, name);
        slowest = slowest.max(took);
        // What nobody asks for is passed over; everything else is refused.
        let expected = if ["objects-aside.json", "keys-aside.json"].contains(&&**name) { 0 } else { 3 };
        assert_eq!(code, Some(expected), "{name}: {told}");
        assert!(told.len() < 64 << 10, "{name} is told in {} bytes", told.len());
        if expected == 3 {
            assert!(told.contains(name.trim_end_matches(".json")), "{name}: {told}");
        }
    }
    println!("figure: {} kinds inside 150 MiB, {:.2} s at most", names.len(), slowest.as_secs_f64());
}

/// The control: within this much a program that holds what it reads does not get far.
#[test]
#[cfg(target_os = "linux")]
fn a_program_that_holds_everything_is_stopped_by_the_limit() {
    let held = std::process::Command::new("sh")
        .args(["-c", "ulimit -v \"$1\" && head -c 300000000 /dev/zero | tail -c 299999999 | wc -c", "sh", MOST])
        .output()
        .unwrap();
    assert_ne!(String::from_utf8_lossy(&held.stdout).trim(), "299999999", "{held:?}");
}

#[test]
fn a_file_that_grows_while_it_is_read_ends() {
    let home = Home::new();
    let path = home.join("here/growing.json");
    fs::write(&path, "[").unwrap();
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = File::options().append(true).open(&path).unwrap();
            let piece = "{\"a\":0},".repeat(MIB / 8);
            // Until it is larger than any catalog may be.
            for _ in 0..80 {
                if over.load(Ordering::Relaxed) {
                    return;
                }
                file.write_all(piece.as_bytes()).unwrap();
            }
        });
        for _ in 0..5 {
            assert_eq!(answered(&home, "growing.json").0, Some(3));
        }
        over.store(true, Ordering::Relaxed);
    });
}

/// The small catalog with every text as long as it may be, and the longest words there are.
fn at_the_limit() -> String {
    let long = |limit: usize| format!("{} {} ", "x".repeat(limit / 2), "日本 e\u{301} ".repeat(limit / 32));
    let (short, long) = (long(460), long(60 << 10));
    let mut text = catalog(&[&long], 0);
    // A short text may have 512 bytes; the loader says which ones are short.
    while let Err(problems) = load(&Files::one("limit.json", text.clone())) {
        let mut ladders: serde_json::Value = serde_json::from_str(&text).unwrap();
        let before = text.len();
        for problem in &problems {
            let pointer = format!("/{}", problem.path.replace(['[', '.'], "/").replace(']', ""));
            if let Some(value) = ladders.pointer_mut(&pointer) {
                *value = format!("{short}{pointer}").into();
            }
        }
        text = ladders.to_string();
        assert!(text.len() < before, "{problems:?}");
    }
    text
}

#[test]
#[ignore = "a measure; cargo test --release --test security frame_with_every_field -- --ignored --nocapture"]
fn a_frame_with_every_field_at_its_limit_is_drawn_in_time() {
    let text = at_the_limit();
    println!("{} KiB of ladders", text.len() >> 10);
    let ladders = std::sync::Arc::new(load(&Files::one("limit.json", text)).unwrap());
    let mut model = open(ladders, 200, 60, Some(&"payments/senior".parse().unwrap()));
    let mut world = Rehearsal::default();
    let mut frames = Frames::new(model.size).unwrap();
    let mut times = Vec::new();
    for keys in
        ["jk<tab>", "jjjj<pgdn><pgdn>k", "z", "<pgdn><pgdn>k", "z<tab>jjkk", "l}}}{", "vjvc", "jj<pgdn>G", "qB", "q"]
    {
        for _ in 0..20 {
            for key in Key::parse_line(keys).unwrap() {
                let start = Instant::now();
                act(&mut model, &mut world, Action::Key(key));
                frames.compose(&model).unwrap();
                times.push((start.elapsed(), key.to_string()));
            }
        }
    }
    times.sort();
    let at = |share: usize| &times[(times.len() - 1) * share / 100];
    println!("figure: {} keys with their frames: p50 {:?}, p99 {:?}, most {:?}", times.len(), at(50), at(99), at(100));
    assert!(at(99).0 <= Duration::from_millis(16), "p99 {:?}", at(99));
}

#[test]
#[ignore = "a measure; cargo test --release --test security longest_query -- --ignored --nocapture"]
fn the_longest_query_among_twenty_thousand_roles_is_answered_in_time() {
    let mut ladders: serde_json::Value = serde_json::from_str(include_str!("../support/small.json")).unwrap();
    let mut role = ladders["families"][2]["roles"][0].clone();
    role["moves"] = serde_json::json!([]);
    let roles = (0..19_995).map(|number| {
        let mut role = role.clone();
        role["slug"] = format!("r{number}").into();
        role["title"] = format!("Support Engineer of the {number}th counter, aaaa aaaa aaaa aaab").into();
        role
    });
    ladders["families"][2]["roles"] = roles.collect();
    ladders["families"][2]["roles"][0]["slug"] = "mid".into();
    let ladders =
        load(&Files::one("many.json", ladders.to_string())).unwrap_or_else(|problems| panic!("{}", problems[0]));
    let start = Instant::now();
    let index = Index::of(&ladders);
    println!("{} roles indexed in {:?}", ladders.rungs().count(), start.elapsed());
    let (mut most, mut pasted) = (Duration::ZERO, Duration::ZERO);
    let ask = |typed: &str| {
        let start = Instant::now();
        let answer = index.answer(&index.query(typed, Matching::Fuzzy));
        (start.elapsed(), answer.hits.len())
    };
    for typed in [
        "a ".repeat(128),
        "aaaaaaaaaaaaaaa ".repeat(16),
        "s u p o r t e n g i r ".repeat(11),
        "x".repeat(256),
        "support engineer counter ".repeat(10),
    ] {
        let (whole, found) = ask(&typed);
        pasted = pasted.max(whole);
        ask("");
        let keys = (1..=typed.len()).map(|end| ask(&typed[..end]).0).max().unwrap();
        println!("{} letters, {found} found: at once {whole:?}, a key {keys:?} at most", typed.len());
        most = most.max(keys);
    }
    println!("figure: most {most:?} a key, {pasted:?} for all of it at once");
    assert!(most <= Duration::from_millis(50), "{most:?}");
}
