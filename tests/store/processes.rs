//! Several processes at once, and processes that end in the middle of it.

use std::collections::HashSet;
use std::fs;
use std::hint;
use std::ops::Range;
use std::path::Path;
use std::time::{Duration, Instant};

use rungs::store::{Findings, Journal, Lock, Remark, Saver};
use rustix::process::{Pid, Signal, kill_process};

use super::children::{Running, child};
use super::nook::{Dice, Nook, add, fold, mode, role};

fn all_present(processes: usize, name: &str, each: usize) {
    let nook = Nook::on_disk();
    let children: Vec<_> = (0..processes).map(|number| Running::start(child(name, nook.path(), number))).collect();
    for mut running in children {
        while running.next_word().is_some() {}
        assert!(running.child.wait().unwrap().success());
    }
    let reading = nook.read();
    assert_eq!(reading.entries.len(), processes * each);
    assert_eq!(reading.findings, Findings::default());
    let bookmarks = fold(&reading);
    println!("figure: {} of {} there", reading.entries.len(), processes * each);
    assert!((0..processes * each).all(|number| bookmarks.contains(&role(number))));
}

#[test]
fn sixty_four_processes_add_ten_bookmarks_each_and_all_are_there() {
    all_present(64, "adds_ten", 10);
}

#[test]
#[ignore = "takes a minute or two on a disk: cargo test --test store -- --ignored sixty_four"]
fn sixty_four_processes_add_two_hundred_bookmarks_each_and_all_are_there() {
    all_present(64, "adds_two_hundred", 200);
}

/// Lets `name` work, kills it at some moment, and again; returns all it said was kept.
fn killed(name: &str, directory: &Path, kills: Range<usize>, dice: &mut Dice) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for number in kills {
        let mut running = Running::start(child(name, directory, number));
        // Whoever cannot open what the last one left behind does not come so far.
        running.wait_for("open");
        for _ in 0..dice.roll(12) {
            acknowledged.extend(running.next_word());
        }
        // Somewhere within the next save or two, whatever its steps take.
        let moment = Instant::now() + Duration::from_micros(dice.roll(6000) as u64);
        while Instant::now() < moment {
            hint::spin_loop();
        }
        running.child.kill().unwrap();
        acknowledged.extend(std::iter::from_fn(|| running.next_word()));
        running.child.wait().unwrap();
    }
    acknowledged
}

fn nothing_acknowledged_is_lost(kills: usize) {
    let nook = Nook::on_disk();
    let acknowledged = killed("keeps_for_ever", nook.path(), 0..kills, &mut Dice(7));
    let reading = nook.read();
    let practised = Journal::<Remark>::new(Some(nook.join("practice.jsonl"))).read().unwrap();
    let kept = reading.entries.iter().map(|entry| entry.stamp.id.as_str());
    let there: HashSet<_> = kept.chain(practised.entries.iter().map(|entry| entry.stamp.id.as_str())).collect();
    assert!(acknowledged.len() > kills, "the children did hardly anything");
    let lost = acknowledged.iter().filter(|id| !there.contains(id.as_str())).count();
    println!("figure: {kills} kills, {} acknowledged, {lost} lost, {kills} starts", acknowledged.len());
    assert_eq!(lost, 0);
    assert_eq!(practised.findings.altered, 0);
    assert_eq!(reading.findings.altered, 0);
    nook.add([0]);
    assert_eq!(nook.read().entries.len(), reading.entries.len() + 1);
}

#[test]
fn what_was_acknowledged_outlives_twenty_kills_that_a_rewritten_file_does_not() {
    nothing_acknowledged_is_lost(20);
    a_rewritten_file_loses(1000);
}

#[test]
#[ignore = "some minutes: cargo test --test store -- --ignored ten_thousand_kills"]
fn what_was_acknowledged_outlives_ten_thousand_kills_that_a_rewritten_file_does_not() {
    nothing_acknowledged_is_lost(10_000);
    a_rewritten_file_loses_more_than_half(1000);
}

/// The same treatment of a file that is truncated and rewritten must lose something, or the kills prove nothing.
fn a_rewritten_file_loses(kills: usize) {
    let nook = Nook::on_disk();
    let mut dice = Dice(7);
    let mut acknowledged = Vec::new();
    for number in 0..kills {
        acknowledged.extend(killed("rewrites_for_ever", nook.path(), number..number + 1, &mut dice));
        if lost_of(&nook, &acknowledged) > 0 {
            return;
        }
    }
    unreachable!("{kills} kills lost nothing of a file that is rewritten in place: the kills are too gentle");
}

fn a_rewritten_file_loses_more_than_half(kills: usize) {
    let nook = Nook::on_disk();
    let acknowledged = killed("rewrites_for_ever", nook.path(), 0..kills, &mut Dice(7));
    let lost = lost_of(&nook, &acknowledged);
    println!("figure: the control has lost {lost} of {} in {kills} kills", acknowledged.len());
    assert!(lost * 2 > acknowledged.len(), "the kills are too gentle");
}

/// How many of the words are not in the file that is rewritten.
fn lost_of(nook: &Nook, acknowledged: &[String]) -> usize {
    let text = fs::read_to_string(nook.join("control.txt")).unwrap_or_default();
    let there: HashSet<_> = text.lines().collect();
    acknowledged.iter().filter(|word| !there.contains(word.as_str())).count()
}

/// The control: without a lock and a journal most of what so many write is not there.
#[test]
fn sixty_four_processes_that_rewrite_a_file_lose_most_of_it() {
    let nook = Nook::on_disk();
    let children: Vec<_> = (0..64).map(|number| Running::start(child("rewrites_ten", nook.path(), number))).collect();
    let mut written = Vec::new();
    for mut running in children {
        written.extend(std::iter::from_fn(|| running.next_word()).filter(|word| word != "ready"));
        assert!(running.child.wait().unwrap().success());
    }
    let lost = lost_of(&nook, &written);
    println!("figure: a control without a lock has lost {lost} of {}", written.len());
    assert!(written.len() == 640 && lost > 64, "{lost} lost of {}", written.len());
}

#[test]
fn sixteen_processes_that_change_the_same_few_bookmarks_are_all_heard() {
    let nook = Nook::new();
    let children: Vec<_> =
        (0..16).map(|number| Running::start(child("mixes_two_hundred", nook.path(), number))).collect();
    let mut slowest = Duration::ZERO;
    for mut running in children {
        while running.next_word().is_some() {}
        // Somebody who reads meanwhile.
        let start = Instant::now();
        assert_eq!(nook.read().findings.unreadable, 0);
        slowest = slowest.max(start.elapsed());
        assert!(running.child.wait().unwrap().success());
    }
    let reading = nook.read();
    assert_eq!((reading.entries.len(), reading.findings), (16 * 200, Findings::default()));
    println!("figure: {} of 3200 mixed, slowest reader {} ms", reading.entries.len(), slowest.as_millis());
}

#[test]
fn a_lock_that_is_never_given_back_costs_two_seconds_on_the_thread_and_none_here() {
    let nook = Nook::new();
    let mut holder = Running::start(child("holds_the_lock", nook.path(), 0));
    holder.wait_for("held");
    // It does not even run.
    let pid = Pid::from_child(&holder.child);
    kill_process(pid, Signal::STOP).unwrap();
    let mut saver = Saver::new(nook.journal());
    let start = Instant::now();
    let kept: Vec<_> = (0..5).map(|number| saver.keep(add(number))).collect();
    assert!(saver.report().is_none() && !saver.changed_elsewhere());
    assert!(start.elapsed() < Duration::from_millis(500), "keeping and asking wait for nobody");
    let reports = saver.finish(Duration::from_secs(20));
    let took = start.elapsed();
    assert!(took >= Duration::from_secs(2), "{took:?}");
    assert!(took < Duration::from_secs(6), "{took:?}");
    for report in reports {
        let outcome = report.unwrap();
        assert_eq!(outcome.lock, Lock::TimedOut);
        assert!(outcome.caution().unwrap().contains("another process"));
    }
    assert_eq!(nook.read().entries, kept);
    kill_process(pid, Signal::CONT).unwrap();
    drop(holder.child.stdin.take());
    assert!(holder.child.wait().unwrap().success());
}

#[test]
fn whatever_the_umask_nothing_is_readable_by_others() {
    for umask in [0o000, 0o022, 0o077] {
        let nook = Nook::new();
        let mut running = Running::start(child("creates_everything_under_a_umask", nook.path(), umask));
        while running.next_word().is_some() {}
        assert!(running.child.wait().unwrap().success());
        let mut found = 0;
        open_to_none(&nook.join("config"), &mut found);
        open_to_none(&nook.join("data"), &mut found);
        assert_eq!(found, 10, "two directories of two levels, drafts, and five files");
        println!("figure: 0 of {found} readable, umask {umask:03o}");
    }
}

/// The control.
#[test]
#[should_panic(expected = "careless")]
fn a_file_that_others_may_read_is_caught() {
    let nook = Nook::new();
    let mut running = Running::start(child("creates_something_as_it_comes", nook.path(), 0));
    while running.next_word().is_some() {}
    running.child.wait().unwrap();
    open_to_none(&nook.join("careless"), &mut 0);
}

fn open_to_none(path: &Path, found: &mut usize) {
    *found += 1;
    assert_eq!(mode(path) & 0o077, 0, "{}", path.display());
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            open_to_none(&entry.unwrap().path(), found);
        }
    }
}

#[test]
fn a_disk_with_any_number_of_bytes_left_loses_nothing() {
    let nook = Nook::new();
    let mut running = Running::start(child("fills_the_disk", nook.path(), 0));
    let told: Vec<String> = std::iter::from_fn(|| running.next_word()).collect();
    assert!(running.child.wait().unwrap().success());
    assert_eq!(told.last().map(String::as_str), Some("done"));
    println!("figure: {}", told[1]);
}
