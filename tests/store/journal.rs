//! The journal as such: what is written is read, by hand or by us, today's or tomorrow's.

use std::collections::HashSet;
use std::fs;

use jiff::{Timestamp, ToSpan};
use rungs::store::{Change, Findings, Journal, LONGEST_RECORD, Lock, SaveError, Stamper, Subject, lines};

use super::nook::{Dice, Nook, add, append, fold, note, role, subject};

#[test]
fn what_is_acknowledged_is_read_again() {
    let nook = Nook::new();
    let written = nook.add(0..50);
    let reading = nook.read();
    assert_eq!(reading.entries, written);
    assert_eq!(reading.findings, Findings::default());
    assert_eq!((reading.findings.notice(), reading.findings.is_read_only()), (None, false));
    assert!((0..50).all(|number| fold(&reading).contains(&role(number))));
}

#[test]
fn a_journal_that_is_not_there_is_empty_and_reading_does_not_make_it() {
    let nook = Nook::new();
    assert!(nook.read().entries.is_empty());
    assert!(nook.names().is_empty());
}

#[test]
fn an_append_is_locked_and_leaves_only_the_lock_file() {
    let nook = Nook::new();
    let mut journal = nook.journal();
    let entry = journal.entry(add(1));
    let saved = journal.append(&[entry]).unwrap();
    assert_eq!((saved.entries.len(), saved.lock, saved.caution()), (1, Lock::Held, None));
    assert_eq!(nook.names(), ["bookmarks.jsonl", "bookmarks.jsonl.lock"]);
}

#[test]
fn without_a_place_everything_reads_empty_and_nothing_is_saved() {
    let mut journal = Journal::<Change>::new(None);
    assert!(journal.read().unwrap().entries.is_empty());
    let entry = journal.entry(add(1));
    assert!(matches!(journal.append(&[entry]), Err(SaveError::Nowhere)));
    assert!(!journal.changed_elsewhere());
}

#[test]
fn a_hand_written_journal_with_windows_line_ends_is_accepted() {
    let nook = Nook::new();
    nook.write(
        "\u{feff}{\"t\":\"bookmark.add\",\"of\":\"payments/r1\"}\r\n\r\n   \n\
         { \"t\": \"bookmark.add\", \"of\": \"payments/r2\", \"why\": [1e400] }\r\n\
         {\"t\":\"bookmark.remove\",\"of\":\"payments/r1\"}",
    );
    let reading = nook.read();
    assert_eq!(reading.findings, Findings::default());
    let bookmarks = fold(&reading);
    assert!(bookmarks.contains(&role(2)));
    assert!(!bookmarks.contains(&role(1)), "without times a line is later than those above");
    nook.add([3]);
    assert!(fold(&nook.read()).contains(&role(3)), "the last line had no end, and the next was not glued to it");
}

#[test]
fn a_clock_set_back_cannot_undo_a_change() {
    let nook = Nook::new();
    nook.write("{\"id\":\"z-9\",\"at\":\"2999-01-01T00:00:00Z\",\"t\":\"bookmark.add\",\"of\":\"payments/r1\"}\n");
    let mut journal = nook.journal();
    journal.read().unwrap();
    append(&mut journal, Change::Remove { of: subject(1) });
    assert!(!fold(&nook.read()).contains(&role(1)));
}

#[test]
fn an_entry_says_when_it_was_made() {
    let before = Timestamp::now() - 1.second();
    let at = Nook::new().journal().entry(add(1)).stamp.at;
    assert!((before..=Timestamp::now()).contains(&at), "{at}");
}

#[test]
fn stamps_only_ever_grow_whatever_the_clock_does() {
    let mut stamper = Stamper::new();
    let noon: Timestamp = "2026-11-22T12:00:00.0009Z".parse().unwrap();
    let mut last = stamper.stamp(noon);
    assert_eq!(last.at, "2026-11-22T12:00:00Z".parse().unwrap());
    let clocks = [noon, noon - 5.hours(), Timestamp::UNIX_EPOCH, "-000044-03-15T12:00:00Z".parse().unwrap(), noon];
    for now in clocks {
        let next = stamper.stamp(now);
        assert!(next.at > last.at);
        assert_ne!(next.id, last.id);
        last = next;
    }
    stamper.seen(noon + 1.hour());
    assert!(stamper.stamp(noon).at > noon + 1.hour());
}

#[test]
fn times_at_the_ends_of_the_calendar_are_times_like_any_other() {
    let nook = Nook::new();
    let line = |at: &str, kind: &str| format!("{{\"at\":\"{at}\",\"t\":\"bookmark.{kind}\",\"of\":\"payments/r1\"}}\n");
    let early = line("1970-01-01T00:00:00Z", "add") + &line("-009999-01-02T03:00:00Z", "remove");
    nook.write(&early);
    assert!(fold(&nook.read()).contains(&role(1)));
    nook.write(early + &line("9999-12-30T00:00:00Z", "remove"));
    assert!(!fold(&nook.read()).contains(&role(1)));
    nook.add([1]);
    assert!(fold(&nook.read()).contains(&role(1)));
}

#[test]
fn the_same_entry_a_thousand_times_is_the_same_entry_once() {
    let nook = Nook::new();
    nook.add([1, 2]);
    let once = fold(&nook.read());
    let lines = nook.bytes();
    nook.write(lines.repeat(1000));
    assert_eq!(nook.read().entries.len(), 2000);
    assert_eq!(fold(&nook.read()), once);
}

/// A line that a later version might write, of the kind `number` makes it.
fn future_line(number: usize) -> String {
    match number % 8 {
        0 => format!(r#"{{"v":1,"id":"n-{number}","t":"bookmark.colour","of":"payments/r1","colour":"red"}}"#),
        1 => format!(r#"{{"v":99,"id":"n-{number}","t":"bookmark.remove","of":"payments/r1","x":1e400}}"#),
        2 => format!(r#"{{"t":"practice.review","n":{}}}"#, "9".repeat(40)),
        3 => format!(r#"{{"v":1,"id":"n-{number}","t":"bookmark.add","of":"payments/r1#question-{number}"}}"#),
        4 => format!(r#"{{"t":"bookmark.add","of":["payments/r1","payments/r{number}"]}}"#),
        5 => format!(r#"{{"x":{number},"x":{number},"t":"bookmark.map","t2":{{"deep":[[[{{}}]]]}}}}"#),
        6 => format!(r#"{{ "v" : 7 , "t":"{}" , "é":"\ud83d\ude00" }} "#, "long".repeat(number)),
        _ => format!(r#"{{"t":"bookmark.note","of":"payments/r1","text":{{"markdown":"{number}"}}}}"#),
    }
}

#[test]
fn records_of_the_future_stay_byte_for_byte_through_a_thousand_changes() {
    let nook = Nook::new();
    let lines: String = (0..200).map(|number| future_line(number) + "\n").collect();
    nook.write(&lines);
    let mut journal = nook.journal();
    let reading = journal.read().unwrap();
    assert_eq!(reading.findings, Findings { unknown: 200, ..Findings::default() });
    assert_eq!(reading.findings.notice(), None, "what is newer is no damage");
    let mut dice = Dice(11);
    for _ in 0..1000 {
        let number = dice.roll(20);
        let of = subject(number);
        let change = match dice.roll(4) {
            0 => Change::Add { of },
            1 => Change::Remove { of },
            2 => Change::Tags { of, tags: vec!["x".to_owned(); dice.roll(3)] },
            _ => note(number, "a note"),
        };
        append(&mut journal, change);
        if dice.roll(10) == 0 {
            journal.read().unwrap();
        }
    }
    assert!(nook.bytes().starts_with(lines.as_bytes()));
    assert_eq!(nook.read().entries.len(), 1000);
    assert_eq!((still_there(&nook, &lines), nook.read().findings.unknown), (200, 200));
    println!("figure: 200 of 200 lines, 1000 changes");

    // The control: who reads what is known and writes it all anew has dropped what is newer.
    nook.write(rungs::store::lines(&nook.read().entries).unwrap());
    let left = still_there(&nook, &lines);
    println!("figure: a control that writes anew what it knows has left {left}");
    assert_eq!((left, nook.read().entries.len()), (0, 1000));
}

/// How many of `lines` the journal still has, byte for byte.
fn still_there(nook: &Nook, lines: &str) -> usize {
    let bytes = nook.bytes();
    let there: HashSet<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    lines.split_inclusive('\n').filter(|line| there.contains(line.as_bytes())).count()
}

#[test]
fn roles_side_by_side_are_one_bookmark_in_one_line() {
    let nook = Nook::new();
    let of: Subject = "payments/r1+support/r2".parse().unwrap();
    let mut journal = nook.journal();
    append(&mut journal, Change::Add { of: of.clone() });
    append(&mut journal, Change::Note { of: of.clone(), text: "which?".to_owned(), base: Vec::new() });
    assert!(String::from_utf8(nook.bytes()).unwrap().contains(r#""t":"bookmark.add","of":"payments/r1+support/r2""#));
    let bookmarks = fold(&nook.read());
    assert_eq!(bookmarks.of(&of).and_then(|set| Some(&*set.note()?.raw)), Some("which?"));
    assert!(!bookmarks.contains(&role(1)), "a set is no bookmark of its roles");
}

#[test]
fn unknown_fields_do_not_hide_a_record() {
    let nook = Nook::new();
    nook.write("{\"v\":1,\"t\":\"bookmark.add\",\"of\":\"payments/r1\",\"new\":1e400,\"newer\":{\"a\":[null]}}\n");
    assert!(fold(&nook.read()).contains(&role(1)));
}

#[test]
fn a_journal_that_asks_for_a_newer_reader_is_shown_but_never_written() {
    let nook = Nook::new();
    nook.add([1]);
    let mut lines = nook.bytes();
    lines.extend_from_slice(b"{\"v\":2,\"min_reader\":2,\"t\":\"journal\"}\n");
    nook.write(&lines);
    let mut journal = nook.journal();
    let reading = journal.read().unwrap();
    assert!(fold(&reading).contains(&role(1)));
    assert!(reading.findings.is_read_only());
    assert!(reading.findings.notice().unwrap().contains("newer rungs"));
    let entry = journal.entry(add(2));
    let error = journal.append(&[entry]).unwrap_err();
    assert!(error.to_string().starts_with("NOT SAVED"), "{error}");
    assert_eq!(nook.bytes(), lines);
}

#[test]
fn a_journal_that_asks_for_this_very_reader_is_written() {
    let nook = Nook::new();
    nook.write("{\"v\":1,\"t\":\"bookmark.add\",\"of\":\"payments/r1\",\"min_reader\":1}\n");
    let mut journal = nook.journal();
    let findings = journal.read().unwrap().findings;
    assert_eq!((findings.min_reader, findings.is_read_only(), findings.notice()), (Some(1), false, None));
    append(&mut journal, add(2));
    assert!([1, 2].iter().all(|number| fold(&nook.read()).contains(&role(*number))));
}

#[test]
fn a_record_that_could_not_be_read_again_is_refused() {
    let nook = Nook::new();
    nook.add([1]);
    let before = nook.bytes();
    let mut journal = nook.journal();
    let entry = journal.entry(note(1, &"x".repeat(LONGEST_RECORD)));
    assert!(matches!(journal.append(&[entry]), Err(SaveError::TooLong { .. })));
    assert_eq!(nook.bytes(), before);
    let longest = journal.entry(note(1, &"\u{1}".repeat(LONGEST_RECORD / 6 - 100)));
    journal.append(std::slice::from_ref(&longest)).unwrap();
    assert_eq!(nook.read().entries.last(), Some(&longest));
}

#[test]
fn the_longest_record_is_kept_to_the_byte() {
    let nook = Nook::new();
    let mut journal = nook.journal();
    let mut entry = journal.entry(note(1, ""));
    let room = LONGEST_RECORD - lines([&entry]).unwrap().trim_end().len();
    entry.record = note(1, &"x".repeat(room + 1));
    let refused = journal.append(std::slice::from_ref(&entry));
    assert!(matches!(refused, Err(SaveError::TooLong { length, .. }) if length == LONGEST_RECORD + 1));
    entry.record = note(1, &"x".repeat(room));
    journal.append(std::slice::from_ref(&entry)).unwrap();
    assert_eq!(nook.read().entries, [entry.clone()]);
    // With a line end of Windows it is the same record; a byte more in it, and it is none.
    nook.write(format!("{}\r\n", lines([&entry]).unwrap().trim_end()));
    assert_eq!(nook.read().entries, [entry.clone()]);
    entry.record = note(1, &"x".repeat(room + 1));
    nook.write(lines([&entry]).unwrap());
    let reading = nook.read();
    assert_eq!((reading.entries.len(), reading.findings.unreadable), (0, 1));
}

#[test]
fn a_journal_was_touched_when_its_file_was_or_its_newest_line_says() {
    let nook = Nook::new();
    let mut journal = nook.journal();
    assert_eq!(journal.touched(), None);
    let before = Timestamp::now() - 1.second();
    nook.write(r#"{"t":"bookmark.add","of":"payments/r1","at":"2999-01-01T00:00:00Z"}"#);
    assert!((before..=Timestamp::now()).contains(&journal.touched().unwrap()), "not read yet");
    journal.read().unwrap();
    assert_eq!(journal.touched(), Some("2999-01-01T00:00:00Z".parse().unwrap()));
}

#[test]
fn changes_by_others_are_noticed_and_own_ones_are_not() {
    let nook = Nook::new();
    let (mut ours, mut theirs) = (nook.journal(), nook.journal());
    ours.read().unwrap();
    assert!(!ours.changed_elsewhere());
    append(&mut ours, add(1));
    append(&mut ours, add(2));
    assert!(!ours.changed_elsewhere(), "own appends");
    append(&mut theirs, add(3));
    assert!(ours.changed_elsewhere(), "an append of theirs");
    append(&mut ours, add(4));
    assert!(ours.changed_elsewhere(), "an append of theirs below one of ours");
    assert_eq!(ours.read().unwrap().entries.len(), 4);
    assert!(!ours.changed_elsewhere());

    fs::rename(nook.file(), nook.join("old")).unwrap();
    assert!(ours.changed_elsewhere(), "gone");
    fs::copy(nook.join("old"), nook.file()).unwrap();
    assert!(ours.changed_elsewhere(), "another file with the same bytes");
    ours.read().unwrap();
    let bytes = nook.bytes();
    nook.write(&bytes[..bytes.len() / 2]);
    assert!(ours.changed_elsewhere(), "cut");
}

#[test]
fn a_journal_first_made_by_somebody_else_is_noticed() {
    let nook = Nook::new();
    let mut ours = nook.journal();
    ours.read().unwrap();
    nook.add([1]);
    append(&mut ours, add(2));
    assert!(ours.changed_elsewhere());
}

#[test]
fn a_journal_deleted_meanwhile_is_made_again() {
    let nook = Nook::new();
    nook.add([1]);
    let mut journal = nook.journal();
    journal.read().unwrap();
    fs::remove_file(nook.file()).unwrap();
    append(&mut journal, add(2));
    assert!(fold(&nook.read()).contains(&role(2)));
}

#[test]
#[ignore = "a measure of time: cargo test --release --test store -- --ignored open_within"]
fn a_hundred_thousand_records_open_within_four_tenths_of_a_second() {
    let nook = Nook::on_disk();
    let mut journal = nook.journal();
    let entries: Vec<_> = (0..100_000).map(|number| journal.entry(change_of_many(number))).collect();
    journal.append(&entries).unwrap();
    let mut fastest = |records: usize| {
        let mut took = || {
            let start = std::time::Instant::now();
            let reading = journal.read().unwrap();
            let bookmarks = fold(&reading);
            assert_eq!((reading.entries.len(), bookmarks.len()), (records, records / 4));
            start.elapsed()
        };
        (0..5).map(|_| took()).min().unwrap().as_millis()
    };
    let many = fastest(100_000);
    let text = nook.bytes();
    let fewer = text.split_inclusive(|byte| *byte == b'\n').take(10_000).collect::<Vec<_>>().concat();
    nook.write(fewer);
    let few = fastest(10_000);
    println!("figure: {many} ms for 100,000 records, {few} ms for 10,000");
    assert!(many <= 400 && few <= 50, "{many} ms, {few} ms");
}

#[test]
#[ignore = "a measure of time: cargo test --release --test store -- --ignored two_hundred_saves"]
fn two_hundred_saves_take_twenty_milliseconds_nearly_always() {
    let nook = Nook::on_disk();
    let mut journal = nook.journal();
    let mut took: Vec<_> = (0..200)
        .map(|number| {
            let start = std::time::Instant::now();
            append(&mut journal, add(number));
            start.elapsed()
        })
        .collect();
    took.sort_unstable();
    let (half, most) = (took[100], took[190]);
    println!(
        "figure: a save {:.1} ms, {:.1} ms at most in 95 of 100",
        half.as_secs_f64() * 1e3,
        most.as_secs_f64() * 1e3
    );
    assert!(most.as_millis() <= 20, "{most:?}");
}

fn change_of_many(number: usize) -> Change {
    match number % 4 {
        0 => add(number),
        1 => Change::Tags { of: subject(number - 1), tags: vec!["target".to_owned(), "2027".to_owned()] },
        2 => note(number - 2, "asks for on-call across three systems; talk to Ana about it"),
        _ => Change::Remove { of: subject(number) },
    }
}
