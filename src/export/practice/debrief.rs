//! The debrief of a mock interview as a document.

use super::clock;
use crate::domain::Question;
use crate::domain::compare::Column;
use crate::domain::practice::{Change, Debrief, Review};
use crate::export::markdown::{Blocks, escaped};

/// The `debrief` of a mock interview for `role`, of so many `minutes`, that ended at `ended` by the wall. `titled` says what
/// the story of a file is called.
pub fn debrief(
    role: &Column,
    ended: &str,
    (minutes, secs): (u16, u32),
    debrief: &Debrief<'_>,
    titled: impl Fn(&str) -> String,
) -> String {
    let mut blocks = Blocks::default();
    blocks.heading(1, &format!("Debrief: {}", role.title));
    blocks.words(&format!("Mock interview of {minutes} minutes, ended {ended} after {}.", clock(secs)));
    let title = |review: &Review, question: Option<&Question>| {
        question.map_or_else(|| review.question.to_string(), |question| question.title.to_string())
    };
    let row = |(review, question): &(&Review, Option<&Question>)| {
        let allowed = question.map_or_else(|| "-".to_owned(), |question| format!("{}:00", question.minutes));
        let predicted = review.predicted.map_or("-", |predicted| predicted.words());
        let story = review.story.as_deref().map_or_else(|| "-".to_owned(), &titled);
        let cells =
            [&title(review, *question), &clock(review.secs), &allowed, review.rating.words(), predicted, &story];
        format!("| {} |", cells.map(escaped).join(" | "))
    };
    let head = ["| Question | Time | Of | Verdict | Predicted | Story |", "| --- | --- | --- | --- | --- | --- |"];
    let rows = head.into_iter().map(ToOwned::to_owned).chain(debrief.answers.iter().map(row));
    blocks.markdown(rows.collect::<Vec<_>>().join("\n"));
    let repeated =
        debrief.repeated.iter().map(|(story, times)| format!("{} was told {times} times", escaped(&titled(story))));
    blocks.items("-", repeated);
    blocks.heading(2, "To change next time");
    if debrief.changes.is_empty() {
        blocks.words("Nothing that the ticks would show.");
    }
    blocks.items("1.", debrief.changes.iter().map(|told| change(told, &titled)));
    blocks.end()
}

fn change(change: &Change<'_>, titled: impl Fn(&str) -> String) -> String {
    let of = |question: &Question| escaped(&question.title);
    match change {
        Change::LeaveOut { question, flag } => format!("{}: leave out what was heard: {}", of(question), escaped(flag)),
        Change::Say { question, signal } => format!("{}: {}", of(question), escaped(signal)),
        Change::OtherStory { story, times } => {
            format!("Tell another story than {}, which was told {times} times", escaped(&titled(story)))
        }
        Change::Shorter { question, secs } => {
            format!("{}: come to an end in {} minutes; it took {}", of(question), question.minutes, clock(*secs))
        }
    }
}
