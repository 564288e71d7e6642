//! The next start: where the reader left, and the very first one.

use rungs::store::Place;
use rungs::tui::action::Pane;
use rungs::tui::theme::Theme;

use crate::explorer::reader::Reader;

#[test]
fn reopening_lands_where_the_reader_left() {
    let left = Reader::new().types("ljjlO<ctrl-t>T").reads("payments/senior").place();
    let back = Reader::reopening(left.clone()).reads("payments/senior").in_pane(Pane::Detail).sees("+ SUMMARY");
    assert_eq!(back.model.theme, Theme::MONO);
    assert_eq!(back.place(), left);
}

#[test]
fn the_way_back_and_forward_is_kept() {
    let left = Reader::new().types("ljjlGk<enter>").reads("reliability/senior").place();
    let back = Reader::reopening(left).types("H").reads("payments/senior").place();
    Reader::reopening(back).types("L").reads("reliability/senior");
}

#[test]
fn a_place_survives_its_file() {
    let left = Reader::new().types("ljjlGk<enter>HO").place();
    let nook = tempfile::tempdir().expect("a directory");
    left.save(&nook.path().join("place.json")).expect("it is kept");
    assert_eq!(Place::load(&nook.path().join("place.json")), left);
}

#[test]
fn a_place_that_is_gone_is_the_start() {
    let role = |id: &str| id.parse().expect("an id");
    let gone = Place { at: Some(role("treasury/lead")), back: vec![role("treasury/mid")], ..Place::default() };
    let reader = Reader::reopening(Place { pane: "kitchen".to_owned(), folded: Some(vec!["roof".to_owned()]), ..gone });
    reader.reads("payments/junior").in_pane(Pane::Families).types("H").sees("Nothing to go back to");
}

#[test]
fn the_first_start_says_where_to_begin_until_the_first_key() {
    Reader::new().welcomed().sees("New here?").types("j").does_not_see("New here?");
}
