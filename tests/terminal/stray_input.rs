//! What no keyboard sends, and limits that nobody works within: the program takes no harm and is used on.

use super::home::{Home, opened};
use crate::pty::Session;

/// That keys still do what they say, and the end is a good one.
fn is_used_on(mut session: Session, told: &str) {
    // Half a letter may take the key behind it along.
    session.keys("\x0cj");
    session.shows("> 2 Associate");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0), "{told}");
    session.assert_given_back();
}

#[test]
fn a_paste_of_a_mebibyte_is_cut_and_nothing_of_it_is_a_key() {
    let home = Home::lived_in();
    let mut session = home.open();
    session.keys("?");
    session.shows("type to search");
    session.keys(format!("\x1b[200~{}\x1b[201~", "x".repeat(1 << 20)));
    session.shows("xxx");
    session.keys("\x1b");
    session.lacks("xxx");
    session.keys("\x1b");
    session.lacks("type to search");
    is_used_on(session, "a paste");
    assert_eq!(home.bookmarked(), [""; 0]);
}

#[test]
fn an_end_of_a_paste_in_its_middle_ends_it() {
    let home = Home::lived_in();
    let mut session = home.open();
    session.keys("?");
    session.shows("type to search");
    session.keys("\x1b[200~scr\x1b[201~oll\x1b[201~");
    session.lacks("EVERYWHERE");
    session.shows("scroll");
    session.keys("\x1b");
    session.shows("EVERYWHERE");
    session.keys("\x1b");
    session.lacks("type to search");
    is_used_on(session, "an end in the middle");
}

#[test]
fn bytes_that_are_no_key_are_nobodys() {
    let long = format!("\x1b[{}~", "99;".repeat(3000));
    for (told, bytes) in [
        ("halves of letters", b"\xe2\x82".repeat(5000)),
        ("clicks outside of the screen", b"\x1b[<0;5000;5000M\x1b[<64;65535;1M\x1b[<65;1;65535M".to_vec()),
        ("a long sequence", long.into_bytes()),
        ("an answer that nobody asked for", b"\x1b[?62;1;6c\x1b[5;7R".to_vec()),
    ] {
        let home = Home::lived_in();
        let mut session = home.open();
        session.keys(bytes);
        is_used_on(session, told);
        assert_eq!(home.bookmarked(), [""; 0], "{told}");
    }
}

#[test]
fn within_narrow_limits_it_works_or_says_why_not() {
    for limit in ["-v 300000", "-n 20"] {
        let home = Home::lived_in();
        let mut session = opened(home.shell(&format!("ulimit {limit}; exec \"$0\"")));
        session.keys("b");
        session.shows("1 bookmarked");
        is_used_on(session, limit);
        assert_eq!(home.bookmarked().len(), 1, "{limit}");
    }
}

#[test]
fn where_no_file_may_grow_the_terminal_is_given_back_and_what_is_not_kept_is_told() {
    let home = Home::lived_in();
    // Nobody here ignores the signal that a system sends with it.
    let mut session = opened(home.shell("ulimit -f 0; exec \"$0\""));
    session.keys("b");
    session.shows("NOT SAVED");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(5));
    session.assert_given_back();
    session.shows("NOT SAVED");
}
