//! An interviewer's sheet: questions with boxes to tick, for a colleague who asks and listens. Markdown only, as it is
//! read on paper or ticked in an editor.

use super::markdown::{escaped, escaped_line};
use crate::domain::compare::{Column, Names};
use crate::domain::pool::{Line, Lines, Pooled};
use crate::domain::{Need, Question};
use crate::text::SafeText;

/// Where something is written by hand.
const BLANK: &str = "____";

/// The sheet for an interview for `role` that asks `questions`, with what the candidate may `ask` back.
pub fn sheet(names: &impl Names, role: &Column, questions: &[&Pooled<'_>], ask: &[SafeText]) -> String {
    let minutes: u16 = questions.iter().map(|pooled| u16::from(pooled.question.minutes)).sum();
    let mut blocks = vec![
        format!("# Interview: {}", escaped(&role.title)),
        format!("Candidate {BLANK} Interviewer {BLANK} Date {BLANK}"),
        format!(
            "{}, {minutes} minutes of answers, beside a warm-up that is not scored. Read the prompt aloud as it stands and \
             start the clock. While the candidate speaks, tick what was there and put a `p` beside what was there in part. \
             Ask the follow-ups afterwards; judge by the ticks, not by the feeling.",
            if questions.len() == 1 { "One question".to_owned() } else { format!("{} questions", questions.len()) },
        ),
    ];
    for (place, pooled) in questions.iter().enumerate() {
        question(names, place + 1, pooled, &mut blocks);
    }
    if !ask.is_empty() {
        blocks.push("## Questions back".to_owned());
        blocks.push("A candidate may ask, and the answers are worth having:".to_owned());
        blocks.push(ask.iter().map(|ask| format!("- {}", escaped_line(ask))).collect::<Vec<_>>().join("\n"));
    }
    blocks.push("## Afterwards".to_owned());
    blocks.push("The candidate enters these ticks in `rungs practice`: `m` on the plan.".to_owned());
    blocks.push(format!("What to keep: {BLANK}\n\nWhat to add next time: {BLANK}"));
    blocks.join("\n\n") + "\n"
}

fn question(names: &impl Names, number: usize, pooled: &Pooled<'_>, blocks: &mut Vec<String>) {
    let question = pooled.question;
    blocks.push(format!("## {number}. {}", escaped(&question.title)));
    blocks.push(format!("{}, {} minutes. `{}`", question.kind.word(), question.minutes, pooled.id));
    blocks.push(format!("> {}", escaped_line(&question.prompt)));
    for need in [Need::Must, Need::Should, Need::Stretch] {
        signals(need, question, blocks);
    }
    let lines = lines(names, &pooled.lines);
    if !lines.is_empty() {
        blocks.push("**How an answer is judged**".to_owned());
        blocks.push(lines);
    }
    if !question.follow_ups.is_empty() {
        blocks.push("**Follow-ups**".to_owned());
        let follow_up = question.follow_ups.iter();
        let follow_up =
            follow_up.map(|it| format!("- [ ] {}  \n  listen for: {}", escaped_line(&it.ask), escaped(&it.listen_for)));
        blocks.push(follow_up.collect::<Vec<_>>().join("\n"));
    }
    if !question.red_flags.is_empty() {
        blocks.push("**Red flags**".to_owned());
        let ends = |fatal| if fatal { " **(ends it)**" } else { "" };
        let flag = question.red_flags.iter();
        let flag = flag.map(|flag| format!("- [ ] {}{}", escaped_line(&flag.text), ends(flag.fatal)));
        blocks.push(flag.collect::<Vec<_>>().join("\n"));
    }
    blocks.push(format!("Minutes taken {BLANK} of {}. Notes {BLANK}", question.minutes));
}

fn signals(need: Need, question: &Question, blocks: &mut Vec<String>) {
    let signals = question.signals.iter().filter(|signal| signal.need == need);
    let boxes: Vec<String> = signals.map(|signal| format!("- [ ] {}", escaped_line(&signal.text))).collect();
    if !boxes.is_empty() {
        let title = match need {
            Need::Must => "**Must**: an answer without one of these fails",
            Need::Should => "**Should**: an answer at this level has most of these",
            Need::Stretch => "**Stretch**: an answer above this level has these",
        };
        blocks.push(title.to_owned());
        blocks.push(boxes.join("\n"));
    }
}

/// What an answer is worth one level below, here and one level above.
fn lines(names: &impl Names, lines: &Lines<'_>) -> String {
    let line = |place: &str, line: Option<Line<'_>>| {
        let Line { level, text } = line?;
        let level = level.and_then(|level| names.framework().level(level)).map(|level| format!(" ({})", level.name));
        Some(format!("- {place}{}: {}", escaped(&level.unwrap_or_default()), escaped(text)))
    };
    let lines = [line("below", lines.below), line("at", lines.at), line("above", lines.above)];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
