//! How far a reader has come with a role's questions, and nothing of what answers them.

use rungs::tui::model::Screen;

use crate::explorer::progressed::practised;
use crate::explorer::reader::Reader;

#[test]
fn counts_are_what_was_practised() {
    let reader = practised(120, 36).types("jlgp").sees("Practised: 2 of 3 questions.");
    let reader =
        reader.sees("Musts shown cold in the latest answers: 2 of ").sees("Interview on 2026-05-09, in 8 days.");
    let reader = reader.sees("You predicted at level 3 times, it was 1; 2 of 4 answers came as predicted.");
    let reader = reader.sees("n t A t +").sees("put aside").sees("flagged").sees("1 never answered").does_not_see("%");
    reader.types("<esc>").sees("2 Levels");
}

#[test]
fn a_question_unfolds_to_its_prompt_and_kind_and_to_nothing_of_its_rubric() {
    let reader = practised(120, 36).types("jlgp}}").stands_on("The budget is gone on day 9");
    let reader = reader.does_not_see("Sales has promised").types("<enter>").sees("Sales has promised");
    let mut reader = reader.sees("situational, hypothetical, 8 min").sees("flagged: The third signal is no must");
    let catalog = std::sync::Arc::clone(&reader.model.catalog);
    let pool = catalog.pool(&"reliability/senior".parse().expect("an id")).expect("a pool");
    reader = reader.types("O");
    let mut seen = String::new();
    for _ in 0..40 {
        seen.push_str(&reader.screen());
        reader = reader.types("j");
    }
    for pooled in &pool.questions {
        assert!(seen.contains(&pooled.question.prompt[..30]), "{} is not unfolded", pooled.id);
        let question = pooled.question;
        let signals = question.signals.iter().map(|signal| &signal.text);
        let flags = question.red_flags.iter().map(|flag| &flag.text);
        let asked = question.follow_ups.iter().flat_map(|follow_up| [&follow_up.ask, &follow_up.listen_for]);
        let lines = question.levels.iter().map(|(_, line)| line);
        for secret in signals.chain(flags).chain(asked).chain(lines) {
            assert!(!seen.contains(&secret[..20]), "{secret:?} is on the screen");
        }
    }
    reader.types("O").does_not_see("Sales has promised");
}

#[test]
fn what_is_probed_unfolds_to_its_questions() {
    let reader = practised(120, 36).types("jlgp").types("}<enter>");
    let screen = reader.screen();
    assert_eq!(screen.matches("The budget is gone on day 9").count(), 2, "{screen}");
    reader.types("o").clicks("A disk that filled twice").types("<enter>").sees("The same log volume");
}

#[test]
fn the_cursor_stays_on_its_question_while_others_unfold_and_the_window_changes() {
    let reader = practised(120, 36).types("jlgpG").stands_on("The alert nobody heard");
    let reader = reader.types("O").resizes(60, 15).resizes(80, 24);
    let Screen::Progress(screen) = &reader.model.screen else { panic!("no progress") };
    let stop = format!("{:?}", screen.stop());
    assert!(stop.contains("silent-alert"), "{stop}");
}

#[test]
fn it_is_about_the_role_of_the_screen_or_else_the_one_that_is_kept() {
    let reader = practised(120, 36).types("jlgwhklgp").sees("There are no questions for this role");
    let reader = reader.types("<esc>gtgp").sees("Practised: 2 of 3");
    // One screen of progress at a time, whatever lies below.
    reader.types("gpgpgpq").sees("Gap to");
}

#[test]
fn a_reader_who_practised_nothing_is_told_so() {
    let reader =
        Reader::new().types("jlgp").sees("Nothing practised yet: p begins.").sees("Practised: 0 of 3 questions.");
    reader.sees("not practised").does_not_see("predicted");
}

#[test]
fn practice_and_progress_lead_to_each_other_and_back() {
    let reader = practised(120, 36).types("jlp").sees(" Plan ").types("gp").sees("Practised: 2 of 3");
    let reader = reader.types("p").sees(" Plan ").types("gpq").sees(" Plan ");
    // While a question is on its time goes on.
    reader.types("<enter>gp").does_not_see("Practised: 2 of 3").stays();
    let reader = practised(120, 36).types("jlgpp").sees(" Plan ").types("gp").sees("Practised: 2 of 3");
    reader.types("q").sees("2 Levels");
}
