//! What a mock interview came to: each answer with its time and verdict, what to do otherwise, and what was aimed where.

use super::{INDENT, Page, answered, clock, count, told};
use crate::domain::pool::{Pool, Pooled};
use crate::domain::practice::{Change, Debrief, History, Prediction, Review, Verdict};
use crate::tui::document::Row;
use crate::tui::practice::scene::Scene;
use crate::tui::practice::{Interview, Run};
use crate::tui::theme::Ink;

/// A width that no line of it reaches.
const UNWRAPPED: usize = 4_000;

/// The debrief, and what comes next.
pub(super) fn debrief(scene: &Scene<'_>, run: &Run, interview: &Interview, page: &mut Page) {
    write(scene, run, interview, page);
    page.blank();
    answered::next(scene, run, page);
}

/// The debrief of `run` in plain lines, none of them wrapped; none where it was no mock interview.
pub fn lines(scene: &Scene<'_>, run: &Run) -> Vec<String> {
    let mut page = Page::new(UNWRAPPED);
    if let Some(interview) = run.interview() {
        write(scene, run, interview, &mut page);
    }
    let line = |row: &Row| {
        let text = row.text();
        let heading = row.0.iter().any(|piece| piece.ink == Ink::Heading);
        // What stands out by its letters on a screen does so by its end here.
        if heading { format!("{}:", capitalised(&text)) } else { text.trim_start().to_owned() }
    };
    page.rows.iter().filter(|row| !row.0.is_empty()).map(line).collect()
}

fn capitalised(heading: &str) -> String {
    let mut letters = heading.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

fn write(scene: &Scene<'_>, run: &Run, interview: &Interview, page: &mut Page) {
    let Some(pool) = scene.catalog.pool(scene.role) else { return };
    let answers = answers(scene, run, &pool);
    page.heading("Debrief");
    let took = interview.timer.seconds(scene.now);
    let all = interview.questions.len().max(answers.len());
    let words = format!(
        "{} of {} answered in {} of {}",
        answers.len(),
        count(all, "question"),
        clock(took),
        clock(u32::from(run.minutes) * 60)
    );
    page.text(Ink::Strong, INDENT, &words);
    page.blank();
    page.heading("Answers");
    for (number, (pooled, history, review)) in answers.iter().enumerate() {
        answer(scene, number, (pooled, history, review), page);
    }
    if answers.is_empty() {
        page.text(Ink::Text, INDENT, "No question was answered, and nothing is kept.");
    }
    let debrief = Debrief::of(answers.iter().map(|(pooled, _, review)| (*review, Some(pooled.question))).collect());
    told::repeated(scene, &debrief, page);
    changes(scene, &debrief, page);
    foreseen(&debrief, page);
    curveball(&pool, interview, page);
}

/// The answers that count, each with its question and all answers to that.
fn answers<'a>(scene: &Scene<'a>, run: &Run, pool: &'a Pool<'a>) -> Vec<(&'a Pooled<'a>, History, &'a Review)> {
    let reviews = run.reviews.iter().filter_map(|id| scene.practice.review(id));
    let answers = reviews.filter(|review| review.mode == run.mode());
    answers
        .filter_map(|review| Some((pool.question(&review.question)?, scene.history(&review.question), review)))
        .collect()
}

/// One answer: its time against its box, its verdict with the reason, and what was predicted.
fn answer(
    scene: &Scene<'_>,
    number: usize,
    (pooled, history, review): (&Pooled<'_>, &History, &Review),
    page: &mut Page,
) {
    let question = pooled.question;
    page.text(Ink::Strong, INDENT, &format!("{}  {}", number + 1, question.title));
    let minutes = u32::from(question.minutes) * 60;
    let over = review.secs.checked_sub(minutes).filter(|over| *over > 0);
    let over = over.map(|over| format!(", {} over", clock(over))).unwrap_or_default();
    page.text(Ink::Text, 2 * INDENT, &format!("took {} of {}{over}", clock(review.secs), clock(minutes)));
    let first = history.attempts().first().is_some_and(|attempt| attempt.review == *review);
    let derived = review.derive(question, first);
    let own = if review.rating == review.derived { "" } else { "your word; derived: " };
    page.text(Ink::Text, 2 * INDENT, &format!("{}: {own}{derived}", review.rating));
    if let Some(predicted) = review.predicted {
        page.text(Ink::Text, 2 * INDENT, &answered::foreseen(predicted, review.rating));
    }
    if let Some(story) = &review.story {
        page.text(Ink::Text, 2 * INDENT, &format!("story: {}", scene.story_title(story)));
    }
}

/// What to do otherwise, what matters most first.
fn changes(scene: &Scene<'_>, debrief: &Debrief<'_>, page: &mut Page) {
    if debrief.answers.is_empty() {
        return;
    }
    page.blank();
    page.heading("For next time");
    if debrief.changes.is_empty() {
        page.text(Ink::Text, INDENT, "Nothing is missing that the level asks.");
    }
    for (number, change) in debrief.changes.iter().enumerate() {
        let (words, of) = match change {
            Change::LeaveOut { question, flag } => (format!("leave out: {flag}"), Some(question)),
            Change::Say { question, signal } => (format!("say: {signal}"), Some(question)),
            Change::OtherStory { story, times } => {
                (format!("another story than {}, told {times} times", scene.story_title(story)), None)
            }
            Change::Shorter { question, secs } => {
                let minutes = u32::from(question.minutes) * 60;
                (format!("come to an end: {} of {}", clock(*secs), clock(minutes)), Some(question))
            }
        };
        page.text(Ink::Text, INDENT, &format!("{}  {words}", number + 1));
        if let Some(question) = of {
            page.text(Ink::Faint, 2 * INDENT, &question.title);
        }
    }
}

/// How many answers came as predicted.
fn foreseen(debrief: &Debrief<'_>, page: &mut Page) {
    let predicted = debrief.answers.iter().filter_map(|(review, _)| Some((review.predicted?, review.rating)));
    let predicted: Vec<(Prediction, Verdict)> = predicted.collect();
    if predicted.is_empty() {
        return;
    }
    page.blank();
    page.heading("Predictions");
    let came = predicted.iter().filter(|(predicted, rating)| predicted.foresaw(*rating)).count();
    page.text(Ink::Text, INDENT, &format!("{came} of {} came as predicted", predicted.len()));
}

/// Which question was aimed at the weakest spot, and why there.
fn curveball(pool: &Pool<'_>, interview: &Interview, page: &mut Page) {
    page.blank();
    page.heading("The curveball");
    let words = match &interview.curveball {
        Some(curveball) => {
            let title = pool.question(&curveball.question).map_or("", |pooled| &*pooled.question.title);
            let (missed, musts) = curveball.missed;
            format!("{title}: {missed} of {} were missing when you answered it last.", count(musts, "must"))
        }
        None => "There was none: no must was missing in what you had answered before.".to_owned(),
    };
    page.text(Ink::Text, INDENT, &words);
}
