//! A mock interview while it asks. Nothing here says what a question probes, is held against or is aimed at.

use super::{INDENT, Page, count, question};
use crate::domain::practice::Length;
use crate::tui::action::Verb;
use crate::tui::keymap::Context;
use crate::tui::practice::scene::Scene;
use crate::tui::practice::{Asked, FollowUp, Revealed, Run, clock};
use crate::tui::theme::Ink;

/// How long is it to be? A stop for each length.
pub(super) fn lengths(scene: &Scene<'_>, page: &mut Page) {
    page.passed_heading("A mock interview", "");
    let words = "It begins with a question that is not scored. Nothing is revealed before its end: no signals, no levels, no \
                 verdicts; then all answers are judged one after another.";
    page.passed(Ink::Text, INDENT, words);
    page.passed_heading("How long", "");
    for (number, length) in Length::ALL.into_iter().enumerate() {
        let asked = scene.desk(|desk| desk.mock(length).questions.len()).unwrap_or_default();
        let fewer = if asked < length.questions() { "; more are not there" } else { "" };
        let words = format!("{} minutes, {}{fewer}", length.minutes(), count(asked, "question"));
        let rows = page.beside(&format!("{}", number + 1), Ink::Text, &words);
        page.rows.push_stop(rows);
    }
}

/// What it begins with.
pub(super) fn warm_up(scene: &Scene<'_>, run: &Run, page: &mut Page) {
    page.text(Ink::Strong, 0, "Tell me in two minutes why this role.");
    page.text(Ink::Text, INDENT, &scene.title(scene.role));
    page.blank();
    let on = scene.keys.words(Context::WarmUp, Verb::Open, "; # goes on to the first question");
    page.text(Ink::Faint, 0, &format!("Say it aloud. It is not scored{on}."));
    let words = format!("{} minutes have begun, {} to come.", run.minutes, count(run.rest.len(), "question"));
    page.text(Ink::Faint, 0, &words);
}

/// A question, waiting for its answer.
pub(super) fn ask(scene: &Scene<'_>, run: &Run, asked: &Asked, page: &mut Page) {
    let id = &asked.paper.question;
    heading(scene, run, id, "", page);
    scene.question(id, |pooled| {
        page.text(Ink::Strong, 0, &pooled.question.title);
        page.text(Ink::Text, 0, &pooled.question.prompt);
    });
    question::so_far(scene, asked, Context::Interview, page);
}

/// One more thing. What to listen for shows at the end.
pub(super) fn follow_up(scene: &Scene<'_>, run: &Run, revealed: &Revealed, asked: &FollowUp, page: &mut Page) {
    let id = revealed.question();
    scene.question(id, |pooled| {
        let all = &pooled.question.follow_ups;
        let Some(follow_up) = all.get(asked.place) else { return };
        heading(scene, run, id, &format!(", follow-up {} of {}", asked.place + 1, all.len()), page);
        page.text(Ink::Strong, 0, &follow_up.ask);
        page.blank();
        let on = scene.keys.words(Context::Further, Verb::Open, "; # goes on");
        page.text(Ink::Faint, 0, &format!("Say it aloud{on}."));
    });
}

/// `QUESTION 2 OF 4`, and whether the time is up.
fn heading(scene: &Scene<'_>, run: &Run, id: &crate::domain::WholeQuestionId, more: &str, page: &mut Page) {
    let Some(interview) = run.interview() else { return };
    let place = interview.place(id).map_or(0, |place| place + 1);
    page.heading(&format!("Question {place} of {}{more}", interview.questions.len()));
    let over = run.seconds(scene.now).saturating_sub(u32::from(run.minutes) * 60);
    if over > 0 {
        let ends = "# ends the interview; what was answered is judged.";
        let ends = scene.keys.words(Context::Interview, Verb::Finish, ends);
        let words = format!("The time is up since {}. {ends}", clock(over));
        page.text(Ink::Changed, 0, words.trim_end());
    }
}
