//! How a role's interview goes, under its text: folded until it is opened, and never with what a listener ticks.

use std::collections::BTreeSet;
use std::sync::Arc;

use rungs::catalog::{Catalog, Files, load};
use rungs::store::Place;
use rungs::tui::action::Pane;
use rungs::tui::document::{Document, DocumentKey, Section};
use serde_json::{Value, json};

use super::reader::Reader;
use super::screens::shot;

/// The small catalog, its family of reliability with rounds and questions to ask back.
fn catalog() -> Arc<Catalog> {
    let mut catalog: Value = serde_json::from_str(include_str!("../support/small.json")).expect("JSON");
    catalog["families"][1]["interview"] = json!({
        "mix": "engineering",
        "rounds": [
            { "name": "Incident walk-through", "minutes": 60, "about": "One outage of yours from the first alert on." },
            { "name": "Capacity at the board", "minutes": 45, "about": "A service is drawn and loaded until it gives way." }
        ]
    });
    catalog["families"][1]["roles"][0]["ask"] =
        json!(["Who was woken last week, and by what?", "Which launch did a spent budget stop last?"]);
    Arc::new(load(&Files::one("own.json", catalog.to_string())).expect("no error"))
}

/// At the heading of the interview.
fn reader(width: u16, height: u16) -> Reader {
    Reader::on(catalog(), width, height).types("jllG").sees("INTERVIEW")
}

#[test]
fn it_is_opened_and_folded_like_any_section() {
    let reader = reader(120, 36).sees(">+ INTERVIEW").does_not_see("Incident walk-through").in_pane(Pane::Detail);
    let reader = reader.types("<enter>").sees("- INTERVIEW").sees("Incident walk-through, 60 min");
    let reader = reader.types("G").sees("Which launch did a spent budget stop last?").sees("The alert nobody heard");
    reader.types("o").sees("+ INTERVIEW").does_not_see("The alert nobody heard");
}

#[test]
fn where_it_was_opened_it_is_open_again() {
    let opened = reader(120, 36).types("<enter>").place();
    Reader::reopening(opened).types("G").sees("The alert nobody heard");
    Reader::reopening(Place::default()).types("jllG").sees("+ INTERVIEW");
}

#[test]
fn a_role_nobody_is_asked_about_has_no_such_section() {
    Reader::on(catalog(), 120, 60).types("llG").reads("payments/junior").does_not_see("INTERVIEW");
}

#[test]
fn it_shows_at_every_size() {
    for (width, height) in [(120, 36), (80, 24), (60, 15), (20, 5)] {
        shot(&format!("interview-{width}x{height}"), &reader(width, height).types("<enter>jjj"));
    }
}

#[test]
fn of_every_question_of_the_catalog_the_title_shows_and_nothing_of_the_rubric() {
    let catalog = Catalog::embedded().expect("it is valid");
    let mut titles = 0;
    for (family, rung) in catalog.rungs() {
        let role = family.role_id(rung);
        let key = |folded| DocumentKey { role: role.clone(), width: 400, folded, asks: None };
        let read = |document: &Document| document.rows.iter().map(|row| row.text() + "\n").collect::<String>();
        let text = read(&Document::build(&catalog, &key(BTreeSet::new())));
        let folded = read(&Document::build(&catalog, &key(Section::folded_at_first())));
        let pool = catalog.pool(&role).expect("a pool");
        for asked in &pool.questions {
            assert!(text.contains(&*asked.question.title) && !folded.contains(&*asked.question.title), "{}", asked.id);
            titles += 1;
            let question = asked.question;
            let lines = question.levels.iter().map(|(_, line)| line);
            let rubric = question.signals.iter().map(|signal| &signal.text).chain(lines);
            for hidden in rubric.chain(question.red_flags.iter().map(|flag| &flag.text)).chain([&question.prompt]) {
                assert!(!text.contains(&**hidden), "{}: {hidden}", asked.id);
            }
        }
        assert!(pool.ask.iter().all(|ask| text.contains(&**ask)), "{role}");
    }
    assert!(titles >= 72 * 9, "{titles}");
}

/// On the first question of the role's interview, of the catalog with questions.
fn at_questions(width: u16, height: u16) -> Reader {
    let reader = Reader::interviewed(width, height).types("llG").sees(">+ INTERVIEW").types("<enter>");
    let mut reader = reader.sees("; enter asks");
    while !on_title(&reader, "The day with 212") {
        reader = reader.types("j");
        assert!(reader.story.len() < 200, "no question under the cursor\n{}", reader.screen());
    }
    reader
}

fn on_title(reader: &Reader, title: &str) -> bool {
    let screen = reader.screen();
    let under = |line: &str| line.rsplit_once('>').is_some_and(|(_, text)| text.trim_start().starts_with(title));
    screen.lines().any(under)
}

#[test]
fn enter_on_a_question_asks_exactly_that_and_closing_comes_back_to_it() {
    for (width, height) in [(120, 36), (80, 24), (60, 15)] {
        let reader = at_questions(width, height);
        let before = reader.screen();
        let reader = reader.types("<enter>").sees("06:10. Overnight").sees("0:00 / 8:00").does_not_see("EXPECT");
        let reader = reader.types("q").types("J").types("K");
        let page = |screen: &str| screen.lines().take(usize::from(height) - 2).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(page(&reader.screen()), page(&before));
        // Another one is asked in its place, and what was begun of the first waits.
        let reader = reader.types("<enter>iBegun<esc><esc>").types("j<enter>").sees("Why one ledger").types("<esc>");
        let reader =
            reader.types("k<enter>").sees("Begun").types("<enter>2<enter>S").sees("a must was missed").types("<enter>");
        reader.sees("1 answer in").types("<esc>").sees("INTERVIEW");
    }
}

#[test]
fn a_question_chosen_in_the_middle_of_practice_comes_after_the_answer_that_is_on() {
    let reader = at_questions(120, 36).types("p<enter>+++++++<enter>").sees("The day with 212");
    // Asked and not answered, it comes after the chosen one.
    let reader = reader.types("<esc>j<enter>").sees("Why one ledger").sees("more after it");
    let reader = reader.types("v<enter>2").sees("Signals").types("<esc>j<enter>").sees("Signals");
    let reader = reader.sees("this answer first, then the question you chose").types("<enter>S<enter>");
    let reader = reader.sees("The fee that nobody had agreed to").types("<esc>jj<enter>");
    // Nothing of a mock interview is left out for it.
    let reader = reader.comes_again(0).types("p").types("M1<enter><esc>").types("llG<enter>jjjj<enter>");
    reader.sees("QUESTION 1 OF 2").sees("comes to its end first");
}

#[test]
fn an_answer_taken_back_elsewhere_is_not_asked_by_a_mock_interview_that_was_left() {
    let reader = at_questions(120, 36).types("<enter>v<enter>2<enter>S").sees("a must was missed");
    let reader = reader.comes_again(0).types("p").types("M1<enter>v").sees("QUESTION 1 OF 2");
    let before = reader.screen();
    // The answer is taken back, and the interview has as many questions as it had.
    let reader = reader.types("qu").does_not_see("Nothing to undo").types("p").sees("QUESTION 1 OF 2");
    let page = |screen: &str| screen.lines().take(20).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(page(&reader.screen()), page(&before));
}
