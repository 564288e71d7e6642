//! A company's catalog of 5,000 roles on a real terminal: it opens, scrolls, filters and searches, and no key is lost.

use std::fs;

use super::home::{Home, opened};
use crate::company;

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
