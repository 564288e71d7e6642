//! Mock interviews: chosen, sat through without anything revealed, judged, looked back on, left half way and taken up again.

use std::collections::BTreeSet;

use rungs::domain::practice::{Mode, Prediction};
use rungs::tui::model::Screen;

use super::practising::{answers, page, practice};
use crate::explorer::reader::Reader;
use crate::explorer::unrevealed::{runs, words};

/// To the first question of a short one, which has two.
const BEGUN: &str = "p<enter>M1<enter>";

/// The question that is on.
fn on(reader: &Reader) -> Option<String> {
    let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
    screen.sitting.question().map(ToString::to_string)
}

/// Answers everything that is asked aloud, predicted to be close, until the interview is over.
fn answered(mut reader: Reader) -> Reader {
    for _ in 0..40 {
        let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
        if screen.sitting.interview().is_none() {
            return reader;
        }
        let keys = if reader.screen().contains("How will it do?") {
            "2"
        } else if reader.screen().contains("Say it aloud") {
            "<enter>"
        } else {
            "vsaid<enter>"
        };
        reader = reader.types(keys);
    }
    panic!("it never ends\n{}", reader.screen())
}

#[test]
fn an_interview_from_its_length_to_its_debrief() {
    let reader = Reader::interviewed(100, 40).types("p<enter>M").sees("20 minutes, 2 questions");
    let reader = reader.sees("60 minutes, 5 questions").types("1").sees("Tell me in two minutes why this role.");
    let reader = reader.sees("0:00 / 2:00").sees("20:00 left").waits(90).sees("1:30 / 2:00").sees("18:30 left");
    let reader = reader.types("<enter>").sees("QUESTION 1 OF 2").sees("0:00 / ").sees("18:30 left");
    let reader = reader.waits(60).types("vsaid<enter>").sees("How will it do?").sees("17:30 left").types("3");
    let reader = reader.sees("FOLLOW-UP 1 OF").sees("0:00 / 1:00").types("<enter>");
    let reader = answered(reader).sees("The interview is over. Now each answer beside its signals.");
    // Judged one after another, with what was foretold before.
    let reader = reader.sees("you predicted at level").types("yyyyyy<enter>").sees("Result").sees("took 1:00 of");
    let reader = reader.types("<enter>").sees("[ ]").sees("you predicted close").types("n<enter>").sees("NOT YET");
    assert_eq!(practice(&reader).sessions().len(), 0);
    let reader = reader.types("<enter>").sees("DEBRIEF").sees("2 of 2 questions answered in 2:30 of 20:00");
    let reader = reader.sees("FOR NEXT TIME").sees("1  say: ").sees("PREDICTIONS").sees("THE CURVEBALL");
    let log = practice(&reader).log();
    assert!(log.iter().all(|(_, review)| review.mode == Mode::Mock && review.cold), "{log:?}");
    let predicted: Vec<_> = log.iter().map(|(_, review)| review.predicted).collect();
    assert_eq!(predicted, [Some(Prediction::AtLevel), Some(Prediction::Close)]);
    let sessions = practice(&reader).sessions();
    let [(_, session)] = &sessions[..] else { panic!("one sitting") };
    assert_eq!((session.mode, session.minutes, session.secs, session.reviews.len()), (Mode::Mock, 20, 150, 2));
    reader.types("<enter>").sees("15 MINUTES");
}

#[test]
fn nothing_is_revealed_before_the_end_of_an_interview() {
    let catalog = std::sync::Arc::clone(&Reader::interviewed(80, 24).model.catalog);
    let pool = catalog.pool(&"payments/senior".parse().expect("an id")).expect("a role with questions");
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        // An answer from days before, so that there is a weak spot to aim at.
        let before = Reader::interviewed(width, height).types("p<enter><enter>vsaid<enter>2ny<enter>S<enter><esc>");
        let mut reader = before.comes_again(5).types("p").types("M3").types("<enter>");
        let mut asked = BTreeSet::new();
        for step in 0.. {
            let Screen::Practice(screen) = &reader.model.screen else { panic!("no practice") };
            if screen.sitting.interview().is_none() {
                break;
            }
            assert!(step < 60, "it never ends");
            let (id, place) = match &screen.sitting.stage {
                rungs::tui::practice::Stage::Question(_, turn) => {
                    let place = match turn {
                        rungs::tui::practice::Turn::FollowUp(_, asked) => Some(asked.place),
                        _ => None,
                    };
                    (turn.question().clone(), place)
                }
                _ => panic!("a question is on"),
            };
            let question = pool.question(&id).expect("a question").question;
            asked.insert(id.clone());
            // All of it but what is being asked right now, and the kind and the probes that practice shows.
            let rubric = question.signals.iter().map(|signal| signal.text.to_string());
            let rubric = rubric.chain(question.levels.iter().map(|(_, line)| line.to_string()));
            let rubric = rubric.chain(question.follow_ups.iter().map(|it| it.listen_for.to_string()));
            let rubric = rubric.chain(question.red_flags.iter().map(|flag| flag.text.to_string()));
            let later = question.follow_ups.iter().skip(place.map_or(0, |place| place + 1));
            let rubric = rubric.chain(later.map(|it| it.ask.to_string()));
            let mut shown = runs(&question.prompt);
            shown.extend(
                question.follow_ups.iter().take(place.map_or(0, |place| place + 1)).flat_map(|it| runs(&it.ask)),
            );
            let hidden: BTreeSet<String> =
                rubric.flat_map(|text| runs(&text)).filter(|run| !shown.contains(run)).collect();
            assert!(hidden.len() > 10, "{id}");
            let is_ask = place.is_none() && !reader.screen().contains("How will it do?");
            let looks: &[&str] = match (place, is_ask) {
                (Some(_), _) => &["", "G", "gg", "S", "h", "f", "y"],
                (None, true) => &["", "G", "gg", "h", "f", "isome words", "<esc>", "G", "gg"],
                (None, false) => &["", "G", "gg", "h", "f"],
            };
            for keys in looks {
                reader = reader.types(keys);
                let seen = words(&reader);
                let leaked: Vec<_> = hidden.iter().filter(|run| seen.contains(run.as_str())).collect();
                assert!(leaked.is_empty(), "{id}: {leaked:?} at {width}x{height}\n{}", reader.screen());
                for word in ["Probes", "urveball", question.kind.word()] {
                    let told = reader.screen().contains(word) && !question.prompt.contains(word);
                    assert!(!told, "{word} at {width}x{height}\n{}", reader.screen());
                }
            }
            reader = reader.types(if is_ask || place.is_some() { "<enter>" } else { "3" });
        }
        assert_eq!(asked.len(), 5);
        // Only now.
        let mut seen = words(&reader);
        for _ in 0..3 {
            reader = reader.types("<tab>G");
            seen.push_str(&words(&reader));
        }
        let first =
            pool.question(&on(&reader).and_then(|id| id.parse().ok()).expect("a question")).expect("a question");
        let revealed = first.question.signals.iter().flat_map(|signal| runs(&signal.text));
        assert!(revealed.into_iter().any(|run| seen.contains(&run)), "nothing is revealed\n{}", reader.screen());
    }
}

#[test]
fn the_question_at_the_weakest_spot_is_named_at_the_end_with_its_reason() {
    let reader = Reader::interviewed(100, 50).types("p<enter><enter>vsaid<enter>2ny<enter>S<enter><esc>");
    let reader = answered(reader.comes_again(5).types("p").types("M1<enter>"));
    let reader = reader.types("<enter><enter><enter><enter>").sees("DEBRIEF").sees("THE CURVEBALL");
    // Of three musts the first was missed, the second was there and the third was not ticked.
    reader.sees("captures too many: 2 of 3 musts were missing when you answered it last.");
}

#[test]
fn a_first_interview_has_no_curveball() {
    answered(Reader::interviewed(100, 50).types(BEGUN))
        .types("<enter><enter><enter><enter>")
        .sees("There was none: no must was missing in what you had answered before.");
}

#[test]
fn leaving_half_way_loses_nothing_and_what_was_answered_is_judged() {
    let reader = Reader::interviewed(100, 40).types("p<enter>M2<enter>").waits(30).types("vsaid<enter>3");
    let before = page(&reader);
    let reader = reader.types("<esc>").sees("Practice waits where you left it").waits(500).types("p");
    assert_eq!(page(&reader), before);
    let mut reader = reader;
    while !page(&reader).contains("QUESTION 2 OF 4") || page(&reader).contains("FOLLOW-UP") {
        reader = reader.types("<enter>");
    }
    let reader =
        reader.types("iBegun<esc>").types("F").sees("Now each answer beside its signals").types("yyyyyy<enter>");
    let reader = reader.types("<enter>").sees("1 of 4 questions answered in 0:30 of 45:00");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (1, 1));
    assert_eq!(reader.world.answers.values().collect::<Vec<_>>(), ["Begun"]);
}

#[test]
fn an_interview_without_an_answer_keeps_nothing() {
    let reader = Reader::interviewed(100, 40).types("p<enter>M1").types("F").sees("called off").sees("15 MINUTES");
    let reader = reader.types("M1<enter>F").sees("0 of 2 questions answered").sees("nothing is kept");
    assert!(practice(&reader).sessions().is_empty());
    reader.types("<enter>M<esc>").sees("15 MINUTES");
}

#[test]
fn past_its_time_an_interview_says_so_and_goes_on() {
    let reader = Reader::interviewed(100, 40).types(BEGUN).waits(1210).sees("-0:10 left");
    let reader = reader.sees("The time is up since 0:10. F ends the interview").types("vsaid<enter>2");
    answered(reader).sees("The interview is over.");
}

#[test]
fn undo_goes_back_through_what_was_asked_and_never_past_its_beginning() {
    // An answer from before must not come back in the middle of it.
    let reader = Reader::interviewed(100, 40).types("p<enter><enter>vsaid<enter>2y<enter>S<enter><enter>");
    let reader = reader.sees("Plan").types("M1<enter>");
    let first = on(&reader);
    let reader = reader.types("u").sees("Nothing to undo.").types("<ctrl-r>").sees("Nothing to do again.");
    let mut reader = reader.types("vsaid<enter>2");
    while on(&reader) == first {
        reader = reader.types("<enter>");
    }
    let reader = reader.types("u").sees("How will it do?");
    assert_eq!(on(&reader), first);
    let reader = reader.types("u").sees("QUESTION 1 OF 2").types("u").sees("Nothing to undo.");
    // Skipped, and back to it.
    let reader = reader.types("S").sees("QUESTION 2 OF 2").types("u").sees("QUESTION 1 OF 2");
    let reader = answered(reader).sees("Signals");
    assert_eq!(answers(&reader).len(), 1);
    let reader = reader.types("u").sees("Nothing to undo.").types("y<enter>").sees("Result").types("u").sees("[y]");
    let reader = reader.types("<enter><enter>").sees("Signals").types("u").sees("[y]").types("<enter><enter>n");
    let reader = reader.types("<enter><enter>").sees("DEBRIEF").sees("2 of 2 questions");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (3, 2));
    let reader = reader.types("u").sees("Signals").sees("[n]");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (2, 1));
    reader.types("<enter><enter>").sees("2 of 2 questions");
}
