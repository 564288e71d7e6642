//! Far more than usual on a real terminal. A company's catalog of 5,000 roles opens, scrolls, filters and searches, and no
//! key is lost; a journal of a million records opens in time.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::time::{Duration, Instant};

use rungs::store::{Change, Journal, LONGEST_RECORD, Subject, lines};

use super::home::{Home, opened};
use crate::bars::bar;
use crate::company;
use crate::pty::Session;

#[test]
fn five_thousand_roles_lose_no_key_at_full_speed() {
    let home = Home::new();
    let path = home.join("company.json");
    fs::write(&path, company::catalog(5_000)).unwrap();
    let mut session = opened(home.rungs(["--fresh", "--catalog", path.to_str().unwrap()]));
    session.shows("1/715");

    // Five hundred steps down in one go, counted by the place in the list.
    session.keys("j".repeat(500));
    session.shows("501/715");

    // A filter typed at once: the last of the copies of one ladder.
    session.keys("/payment systems\r");
    session.shows("1/239");
    session.keys("\x1b");
    session.shows("/715 ╝");

    // Search: a long query, letter by letter and none waited for, while the index is not even made.
    let typed = "level:senior reconciliation of the ledger";
    session.keys("s");
    for letter in typed.chars() {
        session.keys(letter.to_string());
    }
    session.shows(typed);
    session.shows("1/239");
    session.keys("\x1b[B\x1b[B");
    session.shows("3/239");
    session.keys("\x1b");
    session.lacks("Search everything");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
}

/// How long a start may take, whatever was kept.
const START: Duration = Duration::from_secs(3);

/// A home with a journal of so many records, a fourth of them bookmarks that are there.
fn kept(records: usize) -> Home {
    let home = Home::lived_in();
    fs::create_dir(home.join("config")).unwrap();
    let mut journal = Journal::<Change>::new(None);
    let mut file = BufWriter::new(File::create(home.join("config/bookmarks.jsonl")).unwrap());
    for number in 0..records {
        let of = |number: usize| -> Subject { format!("payments/r{number}").parse().unwrap() };
        let change = match number % 4 {
            0 => Change::Add { of: of(number) },
            1 => Change::Tags { of: of(number - 1), tags: vec!["target".to_owned(), "2027".to_owned()] },
            2 => Change::Note { of: of(number - 2), text: "asks for on-call; talk to Ana".to_owned(), base: vec![] },
            _ => Change::Remove { of: of(number) },
        };
        file.write_all(lines([&journal.entry(change)]).unwrap().as_bytes()).unwrap();
    }
    file.into_inner().unwrap();
    home
}

/// The explorer of `home`, with so many bookmarks on its first screen, and how long that took.
fn started(home: &Home, bookmarked: usize) -> (Session, Duration) {
    let start = Instant::now();
    let session = home.open();
    session.shows(&format!("{bookmarked} bookmarked"));
    let took = start.elapsed();
    assert!(took < bar(START), "{took:?}");
    (session, took)
}

fn records_open(records: usize) {
    let home = kept(records);
    let (mut session, took) = started(&home, records / 4);
    // And it keeps one more.
    session.keys("b");
    session.shows("Bookmarked Junior");
    session.shows(&format!("{} bookmarked", records / 4 + 1));
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
    println!("figure: {records} records, a first screen in {:.1} s", took.as_secs_f64());
}

#[test]
fn fifty_thousand_records_open_in_time() {
    records_open(50_000);
}

#[test]
#[ignore = "a measure of time: cargo test --test terminal -- --ignored a_million_records"]
fn a_million_records_open_in_time() {
    records_open(1_000_000);
}

#[test]
fn a_record_of_sixty_four_mebibytes_is_told_with_the_limit_and_the_others_are_there() {
    let home = kept(4);
    let mut file = File::options().append(true).open(home.join("config/bookmarks.jsonl")).unwrap();
    let long = "x".repeat(64 * LONGEST_RECORD);
    writeln!(file, r#"{{"t":"bookmark.note","of":"payments/r0","text":"{long}"}}"#).unwrap();
    writeln!(file, r#"{{"t":"bookmark.add","of":"payments/r9"}}"#).unwrap();
    let (mut session, took) = started(&home, 2);
    session.keys("gm");
    session.shows("Messages");
    session.shows("1 too long: a record may");
    session.keys("qQ");
    session.end();
    println!("figure: one of 64 MiB told, a first screen in {:.1} s", took.as_secs_f64());
}
