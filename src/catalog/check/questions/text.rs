//! The texts of a question, each with its place.

use super::Asked;
use crate::catalog::report::Place;

/// A text of a question.
#[derive(Debug, Clone, Copy)]
pub(in crate::catalog::check) struct Text<'a> {
    /// What it says.
    pub said: &'a str,
    /// What part of the question it is.
    pub part: Part,
    step: Step<'a>,
}

/// What part of a question a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::catalog::check) enum Part {
    Title,
    Prompt,
    Signal,
    Line,
    FollowUp,
    RedFlag,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Field(&'static str),
    Item(&'static str, usize, &'static str),
    Key(&'a str),
}

impl Text<'_> {
    /// Where it stands in the question `asked`.
    pub(in crate::catalog::check) fn place(&self, asked: &Asked<'_>) -> Place {
        match self.step {
            Step::Field(field) => asked.place.then(field),
            Step::Item(list, index, field) => asked.place.then(list).then(index).then(field),
            Step::Key(key) => asked.place.then("levels").then(key),
        }
    }
}

impl<'a> Asked<'a> {
    /// Its texts, in the order of the format.
    pub(in crate::catalog::check) fn texts(&self) -> impl Iterator<Item = Text<'a>> + use<'a> {
        let question = self.question;
        let field = |part, text: &'a str, name| Text { said: text, part, step: Step::Field(name) };
        let head = [field(Part::Title, &question.title, "title"), field(Part::Prompt, &question.prompt, "prompt")];
        let signals = question.signals.iter().enumerate().map(|(index, signal)| Text {
            said: &signal.text,
            part: Part::Signal,
            step: Step::Item("signals", index, "text"),
        });
        let lines = question.levels.iter().map(|(key, text)| Text {
            said: text,
            part: Part::Line,
            step: Step::Key(key.as_str()),
        });
        let follow_ups = question.follow_ups.iter().enumerate().flat_map(|(index, next)| {
            [("ask", &next.ask), ("listen_for", &next.listen_for)].map(|(field, text)| Text {
                said: text,
                part: Part::FollowUp,
                step: Step::Item("follow_ups", index, field),
            })
        });
        let red_flags = question.red_flags.iter().enumerate().map(|(index, flag)| Text {
            said: &flag.text,
            part: Part::RedFlag,
            step: Step::Item("red_flags", index, "text"),
        });
        head.into_iter().chain(signals).chain(lines).chain(follow_ups).chain(red_flags)
    }
}
