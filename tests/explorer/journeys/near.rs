//! The way to a role and the roles most like it: asking, reading, following one and coming back.

use rungs::domain::RoleId;
use rungs::tui::action::Pane;
use rungs::tui::model::Screen;

use crate::explorer::reader::Reader;

/// Somebody who is a Junior Payments Engineer and asks about the senior rung.
fn junior_about_senior() -> Reader {
    Reader::new().types("lghjjgn").sees("Near   Senior Payments Engineer")
}

#[test]
fn the_way_from_where_somebody_is_stands_first_step_by_step() {
    let reader = junior_about_senior().sees("THE WAY THERE FROM JUNIOR PAYMENTS ENGINEER  2 steps, gap");
    let screen = reader.screen();
    let place = |words: &str| screen.find(words).expect(words);
    assert!(place("1.  Payments Engineer") < place("promotion: Plan a whole feature yourself"));
    assert!(place("promotion: Plan a whole feature yourself") < place("2.  Senior Payments Engineer"));
    assert!(place("2.  Senior Payments Engineer") < place("ROLES MOST LIKE IT"));
    reader.sees("raised: ").sees("more say: ");
}

#[test]
fn without_being_anywhere_it_says_how_to_say_so() {
    let reader = Reader::new().types("lgn").sees("Not known from where: g h").sees("ROLES MOST LIKE IT");
    reader.types("qghgn").sees("You are here.");
}

#[test]
fn where_no_way_leads_it_names_the_nearest_that_does() {
    let reader = Reader::new().types("ljjjghkkkgn").sees("No moves of the catalog lead there.");
    reader.sees("The other way round there is one.").sees("% like it:").sees("1.  Senior Reliability Engineer");
}

#[test]
fn enter_reads_the_role_and_back_comes_to_where_it_was_left() {
    let reader = junior_about_senior().types("j<enter>").reads("payments/senior").in_pane(Pane::Detail);
    let reader = reader.types("H").sees("Near   Senior Payments Engineer");
    let Screen::Near(near) = &reader.model.screen else { panic!("{}", reader.screen()) };
    assert_eq!(near.role().map(RoleId::as_str), Some("payments/senior"));
    reader.types("<esc>").reads("payments/senior").in_pane(Pane::Levels).stays();
}

#[test]
fn the_role_under_the_cursor_is_compared_with_the_one_it_is_near_to() {
    let reader = Reader::new().types("lgnc");
    let Screen::Compare(compare) = &reader.model.screen else { panic!("{}", reader.screen()) };
    assert_eq!(compare.set.ids.iter().map(RoleId::as_str).collect::<Vec<&str>>(), ["payments/junior", "payments/mid"]);
    // Closing goes back the way it came.
    reader.types("q").sees("Near   Junior Payments Engineer").types("q").sees("1 Families");
}

#[test]
fn roles_are_bookmarked_and_marked_there_too() {
    let reader = Reader::new().types("lgnb ").sees("Marked Payments Engineer");
    assert!(reader.keeps("payments/mid"));
    assert_eq!(reader.model.browse.marks.iter().map(RoleId::as_str).collect::<Vec<&str>>(), ["payments/mid"]);
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let reader = Reader::new().types("lgn").clicks("Support Engineer  support/mid");
    reader.clicks("Support Engineer  support/mid").reads("support/mid").in_pane(Pane::Detail);
}
