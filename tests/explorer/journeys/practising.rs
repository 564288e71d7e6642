//! Practice, from the first key to the day after: answered, ticked, kept, undone, taken up again.

use rungs::domain::practice::{Mode, Prediction, Review, Tick, Verdict};
use rungs::store::{Practice, Practised, Remark};
use rungs::tui::effect::Effect;
use rungs::tui::rehearsal::Disk;

use crate::explorer::reader::Reader;

/// To the first question.
const BEGUN: &str = "p<enter><enter>";
/// An answer aloud, a prediction, and the signals.
const REVEALED: &str = "vsaid<enter>2";

pub(super) fn practice(reader: &Reader) -> &Practice {
    reader.model.practice.as_ref().expect("practice was opened")
}

/// The answers that count, as `lost-day: thin`.
pub(super) fn answers(reader: &Reader) -> Vec<String> {
    let told = |review: &Review| format!("{}: {}", review.question.question(), review.rating);
    practice(reader).log().into_iter().map(|(_, review)| told(review)).collect()
}

/// What is on the screen but for what the program has to say.
pub(super) fn page(reader: &Reader) -> String {
    let screen = reader.screen();
    let lines: Vec<&str> = screen.lines().collect();
    lines[..lines.len() - 2].join("\n")
}

#[test]
fn from_the_first_key_to_a_question_that_comes_back_in_eight_keys() {
    let reader = Reader::interviewed(100, 30).types("p").sees("Senior Payments Engineer").sees("no date");
    let reader = reader.types("<enter>").sees("The day with 212 captures too many").sees("new");
    let reader = reader.types("<enter>").sees("06:10. Overnight").sees("0:00 / 8:00");
    let reader = reader.types("v<enter>3").sees("(said aloud)").sees("[ ] Says that a timeout leaves the capture");
    let reader = reader.types("<enter>S").sees("NOT YET").sees("comes back tomorrow, 2026-05-02");
    let [(_, review)] = &practice(&reader).log()[..] else { panic!("one answer") };
    assert_eq!((review.derived, review.rating, review.cold), (Verdict::NotYet, Verdict::NotYet, true));
    assert_eq!((review.predicted, review.said.as_deref()), (Some(Prediction::AtLevel), Some("")));
    reader.sees("Answer kept: not yet. u to undo.");
}

#[test]
fn an_answer_typed_here_is_a_file_and_ticks_decide() {
    let reader = Reader::interviewed(100, 30).types(BEGUN).types("i").waits(430);
    let reader = reader.types("Timeout is not failure.<enter>Hold <tab>").sees("How will it do?");
    let reader = reader.types("2yyyyny").types("<enter>S").sees("AT LEVEL").sees("you predicted close");
    let reader = reader.sees("took 7:10 of 8:00").sees("should: Asks for an alert on the age of unknowns");
    let [(_, review)] = &practice(&reader).log()[..] else { panic!("one answer") };
    let file = review.answer.as_deref().expect("a file");
    assert_eq!(reader.world.answers[file], "Timeout is not failure.\nHold ");
    assert_eq!(review.ticks[&"measure".parse().expect("an id")], Tick::Missed);
    // The last answer of the plan: the sitting is kept with it.
    let reader = reader.types("<enter>").sees("1 answer in 8 minutes of 15");
    let sessions = practice(&reader).sessions();
    let [(_, session)] = &sessions[..] else { panic!("one sitting") };
    assert_eq!((session.reviews.len(), session.secs, session.minutes), (1, 430, 15));
}

#[test]
fn the_editors_text_is_the_answer_and_an_empty_one_is_none() {
    let reader = Reader::interviewed(100, 30).with_editor(" \n").types(BEGUN).types("e");
    let mut reader = reader.sees("Nothing is written yet; the file waits").types("<enter>").sees("Answer first");
    reader.world.editor = Some("From the editor\n".to_owned());
    let reader = reader.types("e").sees("How will it do?").sees("From the editor").types("3").sees("From the editor");
    assert_eq!(reader.world.answers.len(), 1);
}

#[test]
fn without_an_editor_the_answer_is_given_otherwise() {
    let reader = Reader::interviewed(100, 30).types(BEGUN).types("e").sees("There is no editor in a rehearsal.");
    reader.types("ihere<tab>").sees("How will it do?");
}

#[test]
fn closing_at_every_step_loses_nothing() {
    let way = [
        "p",
        "<enter>",
        "<enter>",
        "h",
        "iSome words",
        "<esc>",
        "<tab>",
        "i<tab>",
        "2",
        "ynp",
        "<tab>",
        "<enter>",
        "<enter>",
        "S",
    ];
    let mut reader = Reader::interviewed(80, 24);
    for keys in way {
        reader = reader.types(keys);
        let typing = reader.screen().contains("esc:pause");
        let before = if typing { String::new() } else { page(&reader) };
        let keys = if typing { "<esc>i" } else { "<esc>p" };
        reader = reader.types(keys);
        if typing {
            reader = reader.sees("Some words");
        } else {
            assert_eq!(page(&reader), before, "after {}", reader.story);
        }
    }
    let reader = reader.types("<enter>").sees("DONE").types("<esc>").sees("1 Families").types("p").sees("DONE");
    assert_eq!(answers(&reader), ["lost-day: not yet"]);
}

#[test]
fn the_time_stands_still_while_practice_is_closed_and_goes_on_in_the_editor() {
    let reader = Reader::interviewed(100, 30).types(BEGUN).waits(65).sees("1:05 / 8:00 [#-------]");
    let reader = reader.types("<esc>").waits(600).types("p").sees("1:05 / 8:00").waits(500);
    let reader = reader.sees("9:25 / 8:00 +1:25 [########]").types("v<enter>").does_not_see("/ 8:00");
    let reader = reader.types("u").sees("9:25 / 8:00").types("v<enter>3<enter>").sees("0:00 / 1:00").waits(61);
    reader.sees("1:01 / 1:00 +0:01").types("S").sees("took 9:25 of 8:00");
}

#[test]
fn undo_goes_back_through_everything_and_redo_forward_again() {
    let reader = Reader::interviewed(100, 30).types("p<enter>+++");
    let reader = reader.sees("2 questions").types("<enter>").types(REVEALED).types("yyy<enter>S<enter>");
    let reader = reader.types(REVEALED).types("yp<enter>S<enter>").sees("DONE");
    let done = (answers(&reader), practice(&reader).sessions().len());
    assert_eq!((done.0.len(), done.1), (2, 1));
    // From the summary to the second answer, its ticks there; then they go one by one.
    let reader = reader.types("u").sees("[p]").sees("[y]");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (1, 0));
    let reader = reader.types("u").does_not_see("[p]").types("u").does_not_see("[y]");
    // And on to the first answer.
    let reader = reader.types("u").sees("The day").sees("[y] Says that a timeout");
    assert_eq!(answers(&reader), [""; 0]);
    let reader = reader.types("uuu").does_not_see("[y]").types("u").sees("Nothing to undo");
    // Forward again: ticks, the first answer.
    let reader = reader.types("<ctrl-r><ctrl-r><ctrl-r>").sees("[y] Corrects by new entries").types("<ctrl-r>");
    let reader = reader.sees("Result");
    assert_eq!(answers(&reader).len(), 1);
    let reader = reader.types("<enter>").sees("Question").types(REVEALED).types("<enter>S<enter>").sees("DONE");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (2, 1));
}

#[test]
fn an_answer_of_today_is_taken_back_after_a_restart_with_its_ticks_and_its_text() {
    let reader = Reader::interviewed(100, 30).types(BEGUN).types("iMy words<tab>2yyn<enter>S<enter>").sees("DONE");
    let reader = reader.comes_again(0).types("p").sees("MINUTES").types("u");
    let reader = reader.sees("[y] Says that a timeout").sees("[n] Corrects").sees("My words");
    assert_eq!((answers(&reader).len(), practice(&reader).sessions().len()), (0, 0));
    // Ticked otherwise it is kept anew; the file is still the same.
    let reader = reader.types("jjp<enter>S").sees("THIN");
    assert_eq!((answers(&reader), reader.world.answers.len()), (vec!["lost-day: thin".to_owned()], 1));
    // Redone instead, it would count as it did.
    let again = reader.comes_again(0).types("pu<ctrl-r>").sees("THIN");
    assert_eq!(answers(&again), ["lost-day: thin"]);
    // What was answered on another day stays.
    let again = again.comes_again(1).types("pu").sees("Nothing to undo");
    assert_eq!(answers(&again).len(), 1);
}

#[test]
fn a_verdict_of_ones_own_counts_and_is_undone_before_the_answer() {
    let reader = Reader::interviewed(100, 30).types(BEGUN).types(REVEALED).types("<enter>S").sees("NOT YET");
    let reader = reader.types("o").sees("YOUR OWN VERDICT").types("<esc>").does_not_see("YOUR OWN").types("o3");
    let reader = reader.sees("AT LEVEL").sees("your word; derived not yet");
    let [(_, review)] = &practice(&reader).log()[..] else { panic!("one answer") };
    assert_eq!((review.derived, review.rating), (Verdict::NotYet, Verdict::AtLevel));
    let reader = reader.types("u").sees("NOT YET").does_not_see("your word");
    let reader = reader.types("u").sees("Signals").types("<ctrl-r>").sees("NOT YET").types("<ctrl-r>").sees("AT LEVEL");
    // At the end of the sitting it is undone together with the sitting, and no further.
    let reader = reader.types("<enter>").sees("DONE").types("u").sees("NOT YET");
    assert_eq!((answers(&reader), practice(&reader).sessions().len()), (vec!["lost-day: not yet".to_owned()], 0));
}

#[test]
fn the_weakest_signal_is_said_once_more_and_moves_nothing() {
    let reader = Reader::interviewed(100, 30).types(BEGUN).types(REVEALED).types("yny<enter>S").sees("tomorrow");
    let reader = reader.types("r").sees("Stops the retries and holds payouts").sees("0:00 / 1:00").waits(20);
    let reader = reader.types("y").sees("Said once more: kept, not scheduled.").sees("NOT YET").sees("tomorrow");
    let log = practice(&reader).log();
    let (_, again) = log.last().expect("an answer");
    assert_eq!((again.mode, again.secs, again.rating), (Mode::Redo, 20, Verdict::AtLevel));
    let reader = reader.types("u").sees("NOT YET");
    assert_eq!(answers(&reader).len(), 1);
    reader.types("r<esc>").sees("NOT YET").types("r<enter>").sees("NOT YET");
}

#[test]
fn a_question_is_skipped_flagged_and_put_aside() {
    let reader = Reader::interviewed(100, 30).types("p<enter>+++<enter>").sees("212 captures");
    let reader = reader.types("fthe third is no must<enter>").sees("Flag kept. u to undo.");
    let flags = practice(&reader).flags();
    assert_eq!((flags.len(), flags[0].2.as_str()), (1, "the third is no must"));
    let reader = reader.types("f<enter>").sees("nothing is flagged").types("iBegun<esc>S").does_not_see("212 captures");
    let reader = reader.types("X").sees("Put aside: it is asked no more.").sees("1 skipped").types("<enter>");
    let reader = reader.sees("212 captures").sees("PUT ASIDE").sees("X takes it up again");
    // What was begun of the skipped one is still there.
    let reader = reader.types("<enter>").sees("Begun").types("<esc>");
    let reader = reader.comes_again(0).types("p").types("GX").sees("Taken up again.").does_not_see("PUT ASIDE");
    let reader = reader.types("u").sees("PUT ASIDE").types("uu").sees("Nothing to undo");
    assert_eq!(practice(&reader).flags().len(), 1);
}

#[test]
fn a_date_brings_everything_once_more_in_its_last_days() {
    let reader = Reader::interviewed(100, 30).types("pd").sees("interview on:").types("2026-5-1<enter>");
    let reader =
        reader.sees("no date; one is 2026-05-14").types("<ctrl-u>2026-05-10<enter>").sees("2026-05-10, in 9 days");
    let reader = reader.sees("Interview on 2026-05-10. u to undo.").types("<enter>");
    let reader = reader.sees("in 9 days: 4 of 5 fit in its last four days at 15 minutes a day").types("+");
    let reader = reader.sees("in 9 days: all 5 fit in its last four days").does_not_see("overdue");
    let reader = reader.types("---").sees("5 MINUTES").sees("4 of 5 fit in its last four days at 5 minutes a day");
    // The second time leads straight to the plan.
    let reader = reader.comes_again(3).types("p").sees("15 MINUTES").sees("in 6 days").types("d<ctrl-u><enter>");
    reader.sees("no date; d sets one").types("u").sees("in 6 days");
}

#[test]
fn the_plan_is_swapped_and_given_more_or_fewer_minutes() {
    let reader = Reader::interviewed(100, 30).types("p<enter>").sees("The day with 212").types("x");
    let reader = reader.does_not_see("The day with 212").sees("1 question");
    let reader = reader.types("xxxxxxxx").sees("1 question").types("+++++++++++").sees("5 questions").types("x");
    reader
        .sees("There is no other question for today")
        .sees("5 questions")
        .types("-----------------")
        .sees("5 MINUTES");
}

#[test]
fn the_role_one_holds_is_picked_at_the_start() {
    let reader = Reader::interviewed(100, 30).types("pc").sees("The role you hold").types("pay mid<enter>");
    reader
        .sees("Payments Engineer (c picks another)")
        .sees("You are here: Payments Engineer")
        .types("u")
        .sees("not said");
}

#[test]
fn a_changed_question_says_so_and_begins_anew() {
    let reader = Reader::interviewed(100, 30).types(BEGUN).types(REVEALED).types("<enter>S");
    let (_, review) = practice(&reader).log()[0].clone();
    let older = Review { rev: 0, ..review.clone() };
    let mut reader = Reader::interviewed(100, 30);
    let mut stamper = rungs::store::Stamper::new();
    let stamp = stamper.stamp("1969-12-31T12:00:00Z".parse().expect("a time"));
    let record = Remark::Practised(Practised::Review(Box::new(older)));
    reader.world.practice.apply(&rungs::store::Entry { stamp, record });
    reader.world.late.0.moment.day = reader.world.late.0.moment.day.plus(2);
    let reader = reader.types("p").sees("due: not yet 2 days ago").types("<enter>");
    let reader = reader.sees("Changed since your last answer: N begins anew");
    let reader = reader.types("N").does_not_see("Changed since").types("N").sees("has not changed");
    assert_eq!(practice(&reader).reviews(&review.question).count(), 0);
    let reader = reader.types("u").sees("Changed since");
    assert_eq!(practice(&reader).reviews(&review.question).count(), 1);
}

#[test]
fn what_is_not_on_disk_is_not_called_kept() {
    let mut reader = Reader::interviewed(100, 30).types(BEGUN);
    reader.world.disk = Disk::Full;
    let reader = reader.types("iwords<tab>").sees("NOT SAVED: the disk is full").sees("How will it do?");
    let mut reader = reader.types("3<enter>S").sees("NOT SAVED").does_not_see("Answer kept").sees("NOT YET");
    reader.world.disk = Disk::Prompt;
    reader.types("ww").sees("Answer kept: not yet.");
}

#[test]
fn a_role_without_questions_says_so() {
    Reader::new().types("lp").sees("Nobody has written questions for this role yet.").sees("2 Levels");
}

#[test]
fn any_screen_with_a_role_leads_to_practice_and_back() {
    for keys in ["", "c", "v", "m", "gn", "gr", "bB"] {
        let reader = Reader::interviewed(120, 36).types(keys);
        let before = page(&reader);
        let reader = reader.types("p").sees("Practice").types("q");
        assert_eq!(page(&reader), before, "{keys}");
    }
}

#[test]
fn what_is_kept_is_one_line_for_each_result() {
    let reader = Reader::interviewed(100, 30).types(BEGUN).types(REVEALED).types("yyy<enter>S<enter>");
    let said: Vec<&str> = reader.world.performed.iter().filter_map(kind).collect();
    assert_eq!(said, ["review", "session"]);
}

fn kind(effect: &Effect) -> Option<&'static str> {
    let Effect::Say(remarks, _) = effect else { return None };
    match &remarks[..] {
        [Remark::Practised(Practised::Review(_))] => Some("review"),
        [Remark::Practised(Practised::Session(_))] => Some("session"),
        _ => Some("more than one"),
    }
}
