//! After an answer: its text, what came of it, one signal once more, and the sum of a sitting.

use super::{INDENT, Page, away, count, pairing, told};
use crate::domain::practice::{Mode, Prediction, Review, Tick, Verdict};
use crate::domain::{Need, Question, Signal};
use crate::store::EntryId;
use crate::text::SafeText;
use crate::tui::action::Verb;
use crate::tui::cursor::Rows;
use crate::tui::document::Row;
use crate::tui::keymap::Context;
use crate::tui::practice::scene::Scene;
use crate::tui::practice::{Committed, How, Judging, Kept, Revealed, Run};
use crate::tui::theme::Ink;

/// The answer as it was given.
pub(in crate::tui::practice) fn text(committed: &Committed, width: usize) -> Rows<Row> {
    let mut page = Page::new(width);
    if let How::Aloud(line) = &committed.how {
        let line = SafeText::line(line);
        page.text(Ink::Text, 0, if line.trim().is_empty() { "(said aloud)" } else { &line });
    }
    if !committed.paper.is_blank() {
        page.text(Ink::Text, 0, &SafeText::lines(&committed.paper.text));
    }
    if page.rows.is_empty() {
        page.text(Ink::Faint, 0, "(the text is no longer there)");
    }
    page.rows
}

/// The answer, and below it what was asked.
pub(in crate::tui::practice) fn answer(scene: &Scene<'_>, revealed: &Revealed, width: usize) -> Rows<Row> {
    let mut page = Page::new(width);
    // What was said to a colleague is written nowhere.
    if revealed.mode != Mode::Pair {
        page.rows = text(&revealed.committed, width);
        page.blank();
        page.heading("The question");
    }
    scene.question(revealed.question(), |pooled| {
        page.text(Ink::Strong, 0, &pooled.question.title);
        page.text(Ink::Text, 0, &pooled.question.prompt);
    });
    page.rows
}

/// The verdict with its reason, when it comes back, and what to add.
pub(super) fn result(scene: &Scene<'_>, kept: &Kept, page: &mut Page) {
    let review = &kept.review;
    let id = &review.question;
    let today = scene.now.moment.day;
    let before = scene.history(id);
    scene.question(id, |pooled| {
        let question = pooled.question;
        page.text(Ink::Strong, 0, &question.title);
        let derived = kept.revealed.derive(question, before.is_first(review), scene.now);
        page.text(Ink::Heading, 0, &review.rating.words().to_uppercase());
        if review.rating == review.derived {
            page.text(Ink::Text, INDENT, &derived.to_string());
        } else {
            page.text(Ink::Text, INDENT, &format!("your word; derived {} ({derived})", review.derived));
        }
        if let Some(predicted) = review.predicted {
            page.text(Ink::Text, INDENT, &foreseen(predicted, review.rating));
        }
        if review.mode == Mode::Pair {
            page.text(Ink::Text, INDENT, pairing::whose(&before, review));
        } else {
            let minutes = u32::from(question.minutes) * 60;
            page.text(Ink::Text, INDENT, &format!("took {} of {}", clock(review.secs), clock(minutes)));
        }
        if let Some(due) = before.comes_back(id, scene.interview(), today) {
            page.text(Ink::Text, INDENT, &format!("comes back {}, {due}", away(today, due)));
        }
        told::story(scene, question, review, page);
        page.blank();
        add_next_time(question, review, page);
        if kept.judging == Judging::Choosing {
            page.blank();
            page.heading("Your own verdict");
            for verdict in Verdict::ALL {
                page.text(Ink::Text, INDENT, &format!("{}  {verdict}", u8::from(verdict)));
            }
        }
    });
}

/// What was missed or there in part, musts first.
fn add_next_time(question: &Question, review: &Review, page: &mut Page) {
    let short = |signal: &&Signal| signal.need != Need::Stretch && tick(review, signal) != Tick::Hit;
    let mut short: Vec<&Signal> = question.signals.iter().filter(short).collect();
    short.sort_by_key(|signal| (signal.need != Need::Must, tick(review, signal)));
    if short.is_empty() {
        return page.text(Ink::Text, 0, "Nothing is missing that the level asks.");
    }
    page.heading("Add next time");
    for signal in short {
        let part = if tick(review, signal) == Tick::Part { " (in part)" } else { "" };
        page.text(Ink::Text, INDENT, &format!("{}: {}{part}", signal.need.word(), signal.text));
    }
}

fn tick(review: &Review, signal: &Signal) -> Tick {
    review.ticks.get(&signal.id).copied().unwrap_or(Tick::Missed)
}

pub(super) fn foreseen(predicted: Prediction, rating: Verdict) -> String {
    let came = if predicted.foresaw(rating) { ", and so it was" } else { "" };
    format!("you predicted {}{came}", predicted.words())
}

/// The signal that was weakest, to be said once more.
pub fn weakest<'q>(question: &'q Question, review: &Review) -> Option<&'q Signal> {
    let short = question.signals.iter().filter(|signal| tick(review, signal) != Tick::Hit);
    short.min_by_key(|signal| (signal.need, tick(review, signal)))
}

/// One signal once more.
pub(super) fn redo(scene: &Scene<'_>, kept: &Kept, page: &mut Page) {
    scene.question(&kept.review.question, |pooled| {
        let Some(signal) = weakest(pooled.question, &kept.review) else { return };
        page.heading("Once more, aloud");
        page.text(Ink::Strong, INDENT, &signal.text);
        page.blank();
        let how = ticks(scene, Context::OnceMore, ": ");
        let words = format!("Then say how it was{how}. It does not change when the question comes back.");
        page.text(Ink::Faint, 0, &words);
    });
}

/// `y there, p in part, n missed` behind `before`, with the keys that tick in `context`.
pub(super) fn ticks(scene: &Scene<'_>, context: Context, before: &str) -> String {
    let ticks = [
        (Verb::Tick(Tick::Hit), "# there"),
        (Verb::Tick(Tick::Part), "# in part"),
        (Verb::Tick(Tick::Missed), "# missed"),
    ];
    scene.keys.listed(context, before, &ticks)
}

/// Minutes, signals gained, predictions, and what comes next.
pub(super) fn summary(scene: &Scene<'_>, run: &Run, page: &mut Page) {
    let reviews: Vec<(&EntryId, &Review)> =
        run.reviews.iter().filter_map(|id| Some((id, scene.practice.review(id)?))).collect();
    let answers: Vec<&Review> =
        reviews.iter().map(|(_, review)| *review).filter(|review| review.mode == run.mode()).collect();
    let minutes = run.timer.at(scene.now).as_secs().div_ceil(60);
    page.heading("Done");
    let skipped = if run.skipped > 0 { format!(", {} skipped", run.skipped) } else { String::new() };
    let words = format!(
        "{} in {} of {}{skipped}",
        count(answers.len(), "answer"),
        count(usize::try_from(minutes).unwrap_or(usize::MAX), "minute"),
        run.minutes
    );
    page.text(Ink::Strong, INDENT, &words);
    let mut gained = 0;
    for review in &answers {
        let history = scene.history(&review.question);
        scene.question(&review.question, |pooled| {
            page.text(Ink::Text, INDENT, &format!("{}: {}", pooled.question.title, review.rating));
            if let Some(predicted) = review.predicted {
                page.text(Ink::Faint, 2 * INDENT, &foreseen(predicted, review.rating));
            }
            gained += gain(pooled.question, &history, review, 2 * INDENT, page);
        });
    }
    if gained > 0 {
        page.text(Ink::Strong, INDENT, &format!("{} gained since last time", count(gained, "signal")));
    }
    page.blank();
    next(scene, run, page);
}

/// What comes after the sitting.
pub(super) fn next(scene: &Scene<'_>, run: &Run, page: &mut Page) {
    let today = scene.now.moment.day;
    page.heading("Next");
    let plans_on = |words| scene.keys.words(Context::Summary, Verb::Open, words);
    let next = scene.plan(run.minutes, 0, &std::collections::BTreeSet::new());
    let words = match next {
        Some(plan) if !plan.steps.is_empty() => {
            let on = plans_on(": # plans on");
            format!("{} more for today, if you like{on}", count(plan.steps.len(), "question"))
        }
        Some(plan) => match plan.next {
            Some(next) => format!("{}, {next}{}", away(today, next), plans_on("; # plans on all the same")),
            None => format!("nothing is left{}", plans_on("; # plans on all the same")),
        },
        None => String::new(),
    };
    page.text(Ink::Text, INDENT, &words);
}

/// The signals that are there now and were not the time before; how many.
pub(super) fn gain(
    question: &Question,
    history: &crate::domain::practice::History,
    review: &Review,
    indent: usize,
    page: &mut Page,
) -> usize {
    let before = history.counted().rev().find(|earlier| *earlier != review);
    let Some(before) = before else { return 0 };
    let gained = |signal: &&Signal| tick(review, signal) == Tick::Hit && tick(before, signal) != Tick::Hit;
    let gained: Vec<&Signal> = question.signals.iter().filter(gained).collect();
    for signal in &gained {
        page.text(Ink::Kept, indent, &format!("+ {}", signal.text));
    }
    gained.len()
}

/// `7:05`.
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
