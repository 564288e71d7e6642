//! The map: from role to role over the holes, what is kept, opening, coming back.

use rungs::store::Pin;
use rungs::tui::action::{Motion, Pane};
use rungs::tui::model::Screen;

use crate::explorer::reader::Reader;

/// Sees that the cursor of the map is on the role `id`.
#[track_caller]
fn on(reader: Reader, id: &str) -> Reader {
    let Screen::Map(map) = &reader.model.screen else { panic!("no map\n{}", reader.screen()) };
    let role = map.role(&reader.model.catalog).expect("a role");
    assert_eq!(role.as_str(), id, "\n{}", reader.screen());
    reader
}

#[test]
fn the_map_opens_where_the_reader_is_and_shows_its_title_and_headline() {
    let reader = on(Reader::new().types("ljjm"), "payments/senior");
    let headline = reader.model.catalog.rung(&"payments/senior".parse().unwrap()).unwrap().1.headline.to_string();
    let reader = reader.sees("Senior Payments Engineer  Senior").sees(&headline);
    for key in ["<esc>", "q", "m"] {
        let reader = Reader::new().types("ljjm").types(key).stays().in_pane(Pane::Levels).reads("payments/senior");
        assert!(matches!(reader.model.screen, Screen::Browse));
    }
    reader.types("<esc>").stays();
}

#[test]
fn left_and_right_skip_holes_and_stop_at_the_ends() {
    let reader = on(Reader::new().types("mll"), "payments/senior");
    let reader = on(reader.types("lll"), "payments/staff");
    let reader = on(reader.types("hhhhh"), "payments/junior");
    // Support has no Junior and no Staff.
    on(reader.types("Gh<left>l<right>l"), "support/senior");
}

#[test]
fn up_and_down_land_on_the_rung_nearest_to_the_level_one_came_from() {
    let reader = on(Reader::new().types("m"), "payments/junior");
    let reader = on(reader.types("j"), "reliability/senior");
    let reader = on(reader.types("j"), "support/mid");
    // On the way back the level is still the one that was wanted.
    let reader = on(reader.types("kk"), "payments/junior");
    let reader = on(reader.types("lll"), "payments/staff");
    let reader = on(reader.types("jj"), "support/senior");
    on(reader.types("gg"), "payments/staff");
}

#[test]
fn enter_opens_the_role_in_the_explorer_and_history_goes_back() {
    let reader = Reader::new().types("ljmG<enter>").reads("support/mid").in_pane(Pane::Detail);
    assert!(matches!(reader.model.screen, Screen::Browse));
    reader.types("H").reads("payments/mid").in_pane(Pane::Levels);
}

#[test]
fn bookmarks_and_marks_are_set_and_seen_here() {
    let reader = Reader::new().keeping(&["support/senior"]).types("mb l");
    let reader = reader.sees("c:compare 1");
    assert!(reader.keeps("payments/junior"));
    let rows: Vec<String> = reader.screen().lines().map(str::to_owned).collect();
    let row = |name: &str| {
        rows.iter().find(|row| row.contains(name)).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(row("Payments Engineer  ").contains("Payments Engineer 1* >o o o"), "{}", reader.screen());
    assert!(row("Support").contains(". o * ."), "{}", reader.screen());
    let reader = reader.types("uu");
    assert!(!reader.keeps("payments/junior") && reader.model.browse.marks.is_empty());
}

#[test]
fn the_role_held_and_the_role_wanted_are_set_and_seen_here() {
    let reader = Reader::new().types("mghllgw").sees("h       o      >w       o");
    assert_eq!(reader.model.bookmarks.pinned(Pin::Here).unwrap().as_str(), "payments/junior");
    assert_eq!(reader.model.bookmarks.pinned(Pin::Want).unwrap().as_str(), "payments/senior");
    // On the ladder too.
    let reader = Reader::new().types("vlgh");
    assert_eq!(reader.model.bookmarks.pinned(Pin::Here).unwrap().as_str(), "payments/mid");
}

#[test]
fn a_role_on_the_map_is_compared_and_its_ladder_shown() {
    let reader = Reader::new().types("mlv").sees("Skills by rungs").sees("Idempotency at Mid");
    let reader = on(reader.types("<esc>"), "payments/mid").types("c");
    assert!(matches!(reader.model.screen, Screen::Compare(_)));
    on(reader.types("<esc>"), "payments/mid");
}

#[test]
fn a_click_goes_to_a_role_and_a_second_one_opens_it() {
    let reader = Reader::new().types("mG").clicks("Senior ");
    // A head is no role.
    let reader = on(reader, "support/mid").clicks("Reliability Engineer .");
    let reader = on(reader, "reliability/senior").clicks("Reliability Engineer .").reads("reliability/senior");
    assert!(matches!(reader.model.screen, Screen::Browse));
    let reader = Reader::new().types("m").wheels(Motion::Down, "Reliability Engineer .", 2);
    on(reader, "support/mid");
}

#[test]
fn on_a_tiny_screen_the_first_line_says_which_role_it_is() {
    let reader = Reader::sized(20, 5).types("mll");
    assert!(reader.screen().lines().next().unwrap().starts_with("Senior Payments"), "{}", reader.screen());
    on(reader.types("j"), "reliability/senior");
}
