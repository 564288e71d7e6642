//! What is drawn when things happen at once, and how much is written for it.

use std::fs;
use std::time::{Duration, Instant};

use rustix::process::Pid;

use super::home::Home;
use crate::bars::bar;
use crate::pty::{SIZE, Session, cpu};

/// Sizes that look random and are the same in every run: 1 to 300 columns, 1 to 100 rows.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u16 {
        // Knuth's multiplier; the high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((self.0 >> 33) % sides).unwrap() + 1
    }
}

/// The frames in what was written.
fn frames(written: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(written);
    text.split("\x1b[?2026h").skip(1).map(|rest| rest.split("\x1b[?2026l").next().unwrap().to_owned()).collect()
}

/// What is written for `keys`, once `shown` is on the screen.
fn written_for(session: &mut Session, keys: &str, shown: &str) -> Vec<u8> {
    let mark = session.mark();
    session.keys(keys);
    session.shows(shown);
    session.since(mark)
}

/// A number that Linux keeps of a process, in a file of lines such as `VmRSS:  1234 kB`.
#[cfg(target_os = "linux")]
fn figure(process: Pid, file: &str, name: &str) -> u64 {
    let figures = fs::read_to_string(format!("/proc/{}/{file}", process.as_raw_nonzero())).unwrap();
    let figure = figures.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).unwrap();
    figure.split_whitespace().next().unwrap().parse().unwrap()
}

#[test]
fn a_key_is_one_frame_and_nothing_is_written_outside_of_frames() {
    let home = Home::lived_in();
    let mut session = home.open();
    let written = written_for(&mut session, "j", "> 2 Associate");
    assert!(written.starts_with(b"\x1b[?2026h") && written.ends_with(b"\x1b[?2026l"));
    assert_eq!(frames(&written).len(), 1);
}

#[test]
#[cfg(target_os = "linux")]
fn a_frame_is_one_write() {
    let home = Home::lived_in();
    let mut session = home.open();
    for (keys, shown) in [("j", "> 2 Associate"), ("l", "╔ 3 Role"), ("?", "type to search")] {
        let before = figure(session.pid(), "io", "syscw");
        session.keys(keys);
        session.shows(shown);
        assert!(session.is_silent_for(Duration::from_millis(100)), "{keys:?}: more than a frame");
        assert_eq!(figure(session.pid(), "io", "syscw") - before, 1, "{keys:?}");
    }
}

#[test]
fn moving_costs_few_bytes() {
    let home = Home::lived_in();
    let mut session = home.open();
    let to_a_rung = written_for(&mut session, "j", "> 2 Associate").len();
    session.keys("?");
    session.shows("type to search");
    let mark = session.mark();
    session.keys("\x1b[B");
    session.writes("a frame", |written| frames(&written[mark..]).len() == 1 && written.ends_with(b"l"));
    let in_a_list = session.since(mark).len();
    assert!(to_a_rung < 6 << 10, "{to_a_rung} bytes to another rung");
    assert!(in_a_list < 400, "{in_a_list} bytes to another row of a list");
}

#[test]
fn of_a_hundred_keys_at_once_none_is_lost_and_few_are_frames() {
    let home = Home::lived_in();
    let mut session = home.open();
    let burst = "jk".repeat(47) + "jjjjjj";
    let frames = frames(&written_for(&mut session, &burst, "> 7 Principal")).len();
    assert!(frames <= 10, "{frames} frames for {} keys", burst.len());
    session.keys("kkk");
    session.shows("> 4 Senior");
}

/// A key and a new size at once, in both orders: each must show without another key that wakes the program.
fn assert_key_and_size_show(trials: u16) {
    let home = Home::lived_in();
    let mut session = home.open();
    let mut slowest = Duration::ZERO;
    for trial in 0..trials {
        let size = (SIZE.0 + trial % 9, SIZE.1);
        let (key, shown) = if trial % 2 == 0 { ("j", "> 2 Associate") } else { ("k", "> 1 Junior") };
        let sent = Instant::now();
        if trial % 4 < 2 {
            session.keys(key);
            session.resize(size);
        } else {
            session.resize(size);
            session.keys(key);
        }
        session.wait_until("key and size", |screen| {
            screen.contains(shown) && screen.lines().nth(1).unwrap().chars().count() == usize::from(size.0)
        });
        slowest = slowest.max(sent.elapsed());
    }
    println!("figure: {trials} of {trials}, {} ms at most", slowest.as_millis());
    assert!(slowest < bar(Duration::from_millis(100)), "{slowest:?}");
}

#[test]
fn a_key_and_a_new_size_at_once_both_show() {
    assert_key_and_size_show(60);
}

#[test]
#[ignore = "600 trials: run before a release"]
fn a_key_and_a_new_size_at_once_both_show_six_hundred_times() {
    assert_key_and_size_show(600);
}

fn assert_weathers(sizes: usize) {
    let home = Home::lived_in();
    let mut session = home.open();
    let calm = session.contents();
    #[cfg(target_os = "linux")]
    let before = figure(session.pid(), "status", "VmRSS");
    let mut dice = Dice(7);
    for step in 0..sizes {
        // From 0x0 on: a window may be folded away.
        session.resize((dice.roll(301) - 1, dice.roll(101) - 1));
        if step % 10 == 0 {
            session.keys("jk");
        }
    }
    session.resize(SIZE);
    session.wait_until("the screen from before the storm", |screen| screen == calm);
    #[cfg(target_os = "linux")]
    {
        let more = figure(session.pid(), "status", "VmRSS").saturating_sub(before) >> 10;
        println!("figure: {sizes} sizes, {more} MiB more than before");
        assert!(more <= 10, "{more} MiB more than before");
    }
    let asked = Instant::now();
    session.keys("q");
    let end = session.end();
    assert_eq!(end.code(), Some(0));
    assert!(end.at.saturating_duration_since(asked) < bar(Duration::from_secs(1)), "{end:?}");
    session.assert_given_back();
}

#[test]
fn a_storm_of_sizes_passes_without_a_trace() {
    assert_weathers(500);
}

#[test]
#[ignore = "10,000 sizes: run before a release"]
fn a_storm_of_ten_thousand_sizes_passes_without_a_trace() {
    assert_weathers(10_000);
}

#[test]
fn a_size_that_changes_while_it_starts_is_noticed() {
    for _ in 0..10 {
        let home = Home::lived_in();
        let session = Session::start(home.rungs([]), SIZE);
        session.resize((80, 24));
        session.wait_until("the new size", |screen| {
            screen.lines().count() == 24 && screen.lines().map(|line| line.chars().count()).max() == Some(80)
        });
    }
}

#[test]
fn sizes_that_no_screen_has_do_no_harm() {
    let home = Home::lived_in();
    let mut session = home.open();
    let calm = session.contents();
    for size in [(0, 0), (65_535, 65_535), (65_535, 1), (1, 65_535), (0, 40), (80, 0), (1, 1)] {
        let mark = session.mark();
        session.resize(size);
        session.writes(&format!("a frame of {size:?}"), |written| {
            !frames(&written[mark..]).is_empty() && written.ends_with(b"\x1b[?2026l")
        });
    }
    session.resize(SIZE);
    session.wait_until("the screen from before", |screen| screen == calm);
    #[cfg(target_os = "linux")]
    {
        let most = figure(session.pid(), "status", "VmHWM") >> 10;
        println!("figure: {most} MiB");
        assert!(most < 150, "{most} MiB");
    }
    session.keys("q");
    assert_eq!(session.end().code(), Some(0));
}

#[test]
#[ignore = "a minute of doing nothing: cargo test --test terminal -- --ignored sixty_seconds"]
fn sixty_seconds_of_doing_nothing_cost_nothing() {
    let home = Home::lived_in();
    let session = home.open();
    let before = cpu(session.pid()).unwrap();
    assert!(session.is_silent_for(Duration::from_mins(1)), "something is written");
    let used = cpu(session.pid()).unwrap().saturating_sub(before);
    println!("figure: {} ms of a processor, 0 bytes", used.as_millis());
    assert!(used <= Duration::from_millis(60), "{used:?} of a processor");
}
