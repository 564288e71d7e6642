//! From the role one holds to the one one wants: ratings, evidence, and taking all of it back.

use rungs::domain::gap::{Account, Item};
use rungs::tui::model::Screen;
use rungs::tui::rehearsal::Disk;

use crate::explorer::reader::Reader;

/// I am the mid engineer and want to be the senior one.
const FROM_MID: &str = "ljghjgwgt";

fn skill(reader: &Reader, id: &str) -> Account {
    let item = Item::Skill { skill: id.parse().expect("an id") };
    reader.model.practice.as_ref().map(|practice| practice.account(&item)).unwrap_or_default()
}

/// What is rated, as it shows: `idempotency 3/5`.
fn rated(reader: &Reader) -> Vec<String> {
    let Screen::Gap(screen) = &reader.model.screen else { return Vec::new() };
    let needs = screen.gap().into_iter().flat_map(rungs::domain::gap::Gap::needs);
    needs.filter_map(|need| Some(format!("{} {}", need.item.id(), need.account.rating()?))).collect()
}

#[test]
fn a_reader_rates_skills_work_and_decisions_and_sees_what_is_missing() {
    let reader = Reader::new().types(FROM_MID).sees("Gap to Senior Payments Engineer");
    let reader = reader.sees("Not known: none of 16 rated yet").sees("from Payments Engineer").sees("(from 3/5)");
    let reader = reader.types("3").sees("Mentoring: 3/5. u to undo.").sees("meets 1 of 8 skills; 7 not rated");
    let reader = reader.types("}s").sees("Payment flows: with support.").types("}a").sees("alone. u to undo.");
    assert_eq!(rated(&reader), ["mentoring 3/5", "flows with support", "technical-design alone"]);
    reader.sees("Not yet: 1 of 16 short, 2 met, 13 not rated; first Payment flows: with support");
}

#[test]
fn what_is_rated_stays_under_the_cursor_until_the_list_is_made_anew() {
    let reader = Reader::new().types(FROM_MID).types("5");
    let under = |reader: &Reader| {
        let Screen::Gap(screen) = &reader.model.screen else { return String::new() };
        screen.need().map_or_else(String::new, |need| need.item.id().to_owned())
    };
    assert_eq!(under(&reader), "mentoring");
    let reader = reader.types("d").sees("not met").does_not_see("Mentoring");
    let reader = reader.types("dgg");
    assert_ne!(under(&reader), "mentoring", "what is met stands last");
    reader.sees("Mentoring");
}

#[test]
fn everything_said_is_undone_and_done_again() {
    let reader = Reader::new().types(FROM_MID).types("2").types("4e2026-05-01 led the drill<enter>");
    let account = skill(&reader, "mentoring");
    assert_eq!((account.ratings.len(), account.evidence.len()), (2, 1));
    let reader = reader.sees("* 2026-05-01 led the drill").sees("before: 2/5 on");
    let reader = reader.types("u").does_not_see("led the drill").types("u").sees("[##---] 2/5").does_not_see("before:");
    let reader = reader.types("u").sees("3/5, important: not rated").types("UUU").sees("* 2026-05-01 led the drill");
    assert_eq!(skill(&reader, "mentoring"), account);
    let reader = reader.types("x").sees("Evidence taken away.").does_not_see("led the drill");
    reader.types("u").sees("led the drill").types("-").sees("Mentoring: not known.").sees("before: 4/5 on");
}

#[test]
fn a_rating_on_the_scale_of_something_else_says_which_scale() {
    let reader = Reader::new().types(FROM_MID).types("a").sees("A skill is rated 0 to 5.");
    let reader = reader.types("}3").sees("This is rated n (no), s (with support), a (alone), or 0, 1, 2.");
    assert!(rated(&reader).is_empty());
    assert_eq!(rated(&reader.types("2")), ["flows alone"]);
}

#[test]
fn evidence_is_a_line_and_leaving_it_keeps_nothing() {
    let reader = Reader::new().types(FROM_MID).types("e").sees("evidence:").types("half<esc>").does_not_see("half");
    let reader = reader.types("e  <enter>").sees("Nothing was typed that could show it.");
    let reader = reader.types("e2026-05-01<enter>").sees("Nothing was typed that could show it.");
    assert!(skill(&reader, "mentoring").evidence.is_empty());
    let reader = reader.types("e").pastes("2026-13-01 no such day\u{1b}[2J").types("<enter>");
    let [evidence] = &skill(&reader, "mentoring").evidence[..] else { panic!("one piece of evidence") };
    assert_eq!((evidence.on, evidence.text.as_str()), (None, "2026-13-01 no such day^[[2J"));
}

#[test]
fn without_a_role_kept_the_screen_says_how_to_keep_one() {
    let reader = Reader::new().types("lgt").sees("No role kept yet").sees("g w: I want this").types("3e").stays();
    reader.types("<esc>").sees("2 Levels");
}

#[test]
fn ones_own_rung_is_rated_where_nothing_is_wanted_and_any_role_under_the_cursor() {
    let reader = Reader::new().types("ljghgt").sees("Gap to Payments Engineer").does_not_see("from Payments");
    let reader = reader.types("qjgr").sees("Gap to Senior Payments Engineer").sees("from Payments Engineer");
    let reader = reader.types("<enter>").reads("payments/senior").sees("3 Role");
    // From the bookmarks, and back to them.
    reader.types("bBgr").sees("Gap to Senior Payments Engineer").types("q").sees("newest first");
}

#[test]
fn a_rating_is_called_kept_once_it_is_on_disk() {
    let mut reader = Reader::new().types(FROM_MID);
    reader.world.disk = Disk::Full;
    let mut reader = reader.types("3").sees("NOT SAVED: the disk is full").does_not_see("u to undo");
    reader.world.disk = Disk::Prompt;
    reader.types("ww").sees("Mentoring: 3/5. u to undo.");
}
