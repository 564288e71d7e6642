//! Saving on a thread: nothing waits, nothing is forgotten, and what failed can be tried again.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::time::{Duration, Instant};

use rungs::store::{Change, Journal, LONGEST_RECORD, Saver, rescue};

use super::nook::{Nook, add, append, fold, mode, note, read, role};

/// Far more than any save takes.
const PATIENCE: Duration = Duration::from_secs(30);

fn wait_until(seen: impl Fn() -> bool) {
    let start = Instant::now();
    while !seen() {
        assert!(start.elapsed() < PATIENCE);
        std::thread::yield_now();
    }
}

#[test]
fn what_is_kept_is_on_disk_when_the_report_says_so() {
    let nook = Nook::new();
    let mut saver = Saver::new(nook.journal());
    saver.read().unwrap();
    assert_eq!((saver.pending(), saver.report().is_none()), (0, true));
    let kept: Vec<_> = (0..30).map(|number| saver.keep(add(number))).collect();
    let reports = saver.finish(PATIENCE);
    assert_eq!((saver.pending(), saver.unsaved().len()), (0, 0));
    assert_eq!(reports.iter().map(|report| report.as_ref().unwrap().entries.len()).sum::<usize>(), 30);
    assert_eq!(nook.read().entries, kept, "in the order they were made");
    assert!(!saver.changed_elsewhere());
}

#[test]
fn a_save_under_way_does_not_look_like_somebody_else() {
    let nook = Nook::new();
    let mut saver = Saver::new(nook.journal());
    saver.read().unwrap();
    for number in 0..20 {
        let kept = saver.keep(add(number));
        wait_until(|| nook.read().entries.contains(&kept));
        assert_eq!(saver.pending(), 1);
        assert!(!saver.changed_elsewhere(), "on disk, but not reported yet");
        assert!(saver.finish(PATIENCE)[0].is_ok());
        assert!(!saver.changed_elsewhere());
    }
    append(&mut nook.journal(), add(100));
    assert!(saver.changed_elsewhere());
}

#[test]
fn what_is_under_way_is_waited_for_from_elsewhere_but_not_for_ever() {
    let nook = Nook::new();
    let mut saver = Saver::new(nook.journal());
    let under_way = saver.under_way();
    let start = Instant::now();
    under_way.wait(PATIENCE);
    assert!(start.elapsed() < PATIENCE, "nothing is");
    let lock = File::create(nook.join("bookmarks.jsonl.lock")).unwrap();
    lock.lock().unwrap();
    saver.keep(add(1));
    let start = Instant::now();
    let patience = Duration::from_millis(20);
    under_way.wait(patience);
    assert!(start.elapsed() >= patience, "the lock is another's");
    drop(lock);
    under_way.wait(PATIENCE);
    assert!(start.elapsed() < PATIENCE);
    assert_eq!(nook.read().entries.len(), 1, "though nobody asked for a report");
}

#[test]
fn what_could_not_be_saved_comes_back_and_can_be_tried_again() {
    let nook = Nook::new();
    fs::write(nook.join("config"), "in the way of the directory").unwrap();
    let path = nook.join("config/bookmarks.jsonl");
    let mut saver = Saver::new(Journal::new(Some(path.clone())));
    let kept = saver.keep(add(1));
    let not_saved = saver.finish(PATIENCE).remove(0).unwrap_err();
    assert!(not_saved.error.to_string().starts_with("NOT SAVED"), "{}", not_saved.error);
    assert_eq!(not_saved.entries, std::slice::from_ref(&kept));
    assert_eq!(saver.pending(), 0);

    fs::remove_file(nook.join("config")).unwrap();
    saver.save_again();
    assert_eq!(saver.pending(), 1);
    assert!(saver.finish(PATIENCE).remove(0).is_ok());
    assert_eq!(read(&path).entries, [kept]);
}

#[test]
fn what_could_not_be_saved_can_be_put_elsewhere_as_the_lines_it_would_have_been() {
    let nook = Nook::new();
    fs::write(nook.join("config"), "in the way of the directory").unwrap();
    let mut saver = Saver::new(Journal::new(Some(nook.join("config/bookmarks.jsonl"))));
    let kept = [saver.keep(add(1)), saver.keep(note(1, "ask Mara\nabout it"))];
    saver.finish(PATIENCE);
    assert!(saver.unsaved().eq(&kept));

    let (occupied, refuge) = (nook.join("config"), nook.join("not/there/yet"));
    let path = rescue(saver.unsaved(), &[&occupied, &refuge]).unwrap();
    assert_eq!((path.parent(), mode(&path)), (Some(refuge.as_path()), 0o600));
    assert_eq!(read(&path).entries, kept);
    let error = rescue(saver.unsaved(), &[&occupied]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotADirectory), "{error}");
}

#[test]
fn one_record_too_long_does_not_keep_its_neighbours_from_the_disk() {
    let nook = Nook::new();
    let mut saver = Saver::new(nook.journal());
    let kept = [saver.keep(add(1)), saver.keep(note(1, &"x".repeat(LONGEST_RECORD))), saver.keep(add(2))];
    let reports = saver.finish(PATIENCE);
    let failed: Vec<_> = reports.into_iter().filter_map(Result::err).flat_map(|not_saved| not_saved.entries).collect();
    assert_eq!(failed, [kept[1].clone()]);
    assert_eq!(nook.read().entries, [kept[0].clone(), kept[2].clone()]);
}

#[test]
fn without_a_place_or_with_a_newer_journal_every_change_is_refused_at_once() {
    let nook = Nook::new();
    nook.write("{\"min_reader\":9,\"t\":\"journal\"}\n");
    for journal in [Journal::<Change>::new(None), nook.journal()] {
        let mut saver = Saver::new(journal);
        saver.read().unwrap();
        saver.keep(add(1));
        assert_eq!(saver.pending(), 1);
        let not_saved = saver.report().unwrap().unwrap_err();
        assert_eq!((not_saved.entries.len(), saver.pending()), (1, 0));
        saver.save_again();
        assert!(saver.finish(PATIENCE)[0].is_err());
    }
    assert_eq!(nook.names(), ["bookmarks.jsonl"]);
}

#[test]
fn finishing_waits_no_longer_than_it_was_told() {
    let nook = Nook::new();
    nook.add([1]);
    let lock = fs::File::open(nook.join("bookmarks.jsonl.lock")).unwrap();
    lock.lock().unwrap();
    let mut saver = Saver::new(nook.journal());
    let start = Instant::now();
    saver.keep(add(2));
    assert!(start.elapsed() < Duration::from_millis(500), "keeping waits for nobody");
    assert!(saver.finish(Duration::from_millis(50)).is_empty());
    assert!(start.elapsed() < Duration::from_secs(1));
    assert_eq!(saver.pending(), 1);
    drop(lock);
    assert!(saver.finish(PATIENCE)[0].is_ok());
    assert!(fold(&nook.read()).contains(&role(2)));
}

#[test]
fn a_saver_that_is_dropped_still_saves_what_it_was_given() {
    let nook = Nook::new();
    let mut saver = Saver::new(nook.journal());
    let kept: Vec<_> = (0..5).map(|number| saver.keep(add(number))).collect();
    drop(saver);
    wait_until(|| nook.read().entries == kept);
}

#[test]
fn a_saver_tells_where_its_journal_is_and_when_it_was_touched_last() {
    let nook = Nook::new();
    let mut saver = Saver::new(nook.journal());
    assert_eq!((saver.path(), saver.touched()), (Some(&*nook.file()), None));
    let entry = saver.keep(add(1));
    assert!(saver.touched() >= Some(entry.stamp.at), "{:?}", saver.touched());
}
