//! A reader's day: open, browse, keep, leave, come back.

use super::home::{Home, opened};

#[test]
fn a_bookmark_and_the_place_are_there_the_next_time() {
    let home = Home::new();
    let mut session = home.open();
    session.shows("New here?");
    session.keys("/payment systems\rljj");
    session.shows("> 3 Mid");
    session.keys("b");
    session.shows("1 bookmarked");
    session.keys("q");
    assert_eq!(session.end().code(), Some(0));
    assert_eq!(home.bookmarked(), ["payment-systems-engineer/mid"]);

    let mut session = home.open();
    session.shows("> 3 Mid");
    session.shows("1 bookmarked");
    session.shows("╔ 2 Levels");
    assert!(!session.contents().contains("New here?"));
    session.keys("B");
    session.shows("1 saved");
    session.keys("Q");
    assert_eq!(session.end().code(), Some(0));
}

#[test]
fn it_opens_at_a_role_or_at_the_start_when_told_to() {
    let home = Home::new();
    let mut session = opened(home.rungs(["--at", "payment:senior"]));
    session.shows("> 4 Senior");
    session.shows("╔ 3 Role");
    session.keys("q");
    session.end();
    assert_eq!(home.last_role().as_deref(), Some("payment-systems-engineer/senior"));

    let mut session = opened(home.rungs(["--fresh"]));
    session.shows("╔ 1 Families");
    assert!(!session.contents().contains("> 4 Senior"));
    session.keys("q");
    assert_eq!(session.end().code(), Some(0));
}
