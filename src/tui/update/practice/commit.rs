//! Answering: in the editor, by typing here, aloud. What is committed here unlocks the rest.

use super::{change, halfway};
use crate::tui::action::Verb;
use crate::tui::effect::Effect;
use crate::tui::keymap::Context;
use crate::tui::line_edit::LineEdit;
use crate::tui::model::{Model, Screen};
use crate::tui::practice::{Asked, Committed, Hint, How, Kind, Paper, Stage, Turn, Writing};
use crate::tui::text_area::TextArea;

/// Runs a verb that answers.
pub(super) fn run(model: &mut Model, verb: Verb) -> Vec<Effect> {
    if !matches!(verb, Verb::Scaffold) && asked(model).is_none() {
        // Nothing was revealed so far, so an answer that was given may be gone on with.
        super::step_back(model);
    }
    let Some(asked) = asked(model) else { return Vec::new() };
    match verb {
        Verb::Editor => return vec![Effect::EditAnswer(asked.paper.clone())],
        Verb::TypeHere => asked.writing = Writing::Here(Box::new(TextArea::with(&asked.paper.text))),
        Verb::Aloud => asked.writing = Writing::Aloud(LineEdit::default()),
        Verb::Scaffold => {
            asked.hint = if asked.hint == Hint::Hidden { Hint::Shown } else { Hint::Hidden };
        }
        _ => {}
    }
    Vec::new()
}

/// The question that waits for its answer.
fn asked(model: &mut Model) -> Option<&mut Asked> {
    match &mut model.screen {
        Screen::Practice(screen) => match &mut screen.sitting.stage {
            Stage::Question(_, Turn::Ask(asked)) => Some(asked),
            _ => None,
        },
        _ => None,
    }
}

/// Runs a verb while an answer is being typed.
pub(super) fn typed(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let Some(asked) = asked(model) else { return Vec::new() };
    match (verb, std::mem::replace(&mut asked.writing, Writing::No)) {
        (Verb::Accept, Writing::Here(area)) => {
            asked.paper.text = area.text();
            if asked.paper.is_blank() {
                asked.writing = Writing::Here(area);
                let aloud = model.keys.words(Context::Ask, Verb::Aloud, ", # answers aloud");
                model.notices.say(&format!("Nothing is written yet; one word is enough. esc leaves{aloud}."));
                return Vec::new();
            }
            let paper = asked.paper.clone();
            let mut effects = commit(model, How::Written);
            effects.push(Effect::KeepAnswer(paper));
            return effects;
        }
        (Verb::Close, Writing::Here(area)) => {
            let text = area.text();
            if text != asked.paper.text {
                asked.paper.text = text;
                return vec![Effect::KeepAnswer(asked.paper.clone())];
            }
        }
        (Verb::Accept, Writing::Aloud(line)) => return commit(model, How::Aloud(line.text().trim().to_owned())),
        (Verb::Close, _) => {}
        (_, writing) => asked.writing = writing,
    }
    Vec::new()
}

/// Takes what is written as the answer.
pub(super) fn take(model: &mut Model) -> Vec<Effect> {
    match asked(model) {
        Some(asked) if asked.paper.is_blank() => {
            let ways =
                [(Verb::Editor, "# in your editor"), (Verb::TypeHere, "# by typing here"), (Verb::Aloud, "# aloud")];
            let context = model.context_below();
            let ways = model.keys.listed(context, ": ", &ways);
            let skips = model.keys.words(context, Verb::Skip, " # skips.");
            model.notices.say(&format!("Answer first{ways}.{skips}"));
        }
        _ => return commit(model, How::Written),
    }
    Vec::new()
}

/// From here on the answer stands, and something may be revealed; in a mock interview it is kept as it was given.
fn commit(model: &mut Model, how: How) -> Vec<Effect> {
    change(model, |stage, now| match stage {
        Stage::Question(run, Turn::Ask(Asked { paper, mut timer, .. })) => {
            timer.pause(now);
            Stage::Question(run, Turn::Predict(Committed { paper, how, timer }))
        }
        stage => stage,
    });
    halfway::given(model)
}

/// The editor is done with an answer.
pub(in crate::tui::update) fn answered(model: &mut Model, paper: Paper) -> Vec<Effect> {
    let blank = paper.is_blank();
    let mut effects = written(model, paper);
    if blank {
        let how = model.keys.words(Context::Ask, Verb::Editor, ": # goes on");
        model.notices.say(&format!("Nothing is written yet; the file waits{how}."));
    } else if asked(model).is_some() {
        effects.extend(commit(model, How::Written));
    }
    effects
}

/// An answer is in its file, or came from there.
pub(in crate::tui::update) fn written(model: &mut Model, paper: Paper) -> Vec<Effect> {
    let Screen::Practice(screen) = &mut model.screen else { return Vec::new() };
    let Stage::Question(run, turn) = &mut screen.sitting.stage else { return Vec::new() };
    if let Kind::Mock(interview) = &mut run.kind
        && let Some(waits) = interview.waiting.iter_mut().find(|revealed| *revealed.question() == paper.question)
    {
        waits.committed.paper = paper;
        return Vec::new();
    }
    let here = match turn {
        Turn::Ask(asked) => &mut asked.paper,
        Turn::Predict(committed) => &mut committed.paper,
        Turn::Reveal(revealed) | Turn::FollowUp(revealed, _) => &mut revealed.committed.paper,
        Turn::Result(kept) | Turn::Redo(kept, _) => &mut kept.revealed.committed.paper,
    };
    if here.question != paper.question {
        return Vec::new();
    }
    let named = here.file.is_none() && paper.file.is_some();
    *here = paper;
    if named && matches!(turn, Turn::Predict(_)) { halfway::given(model) } else { Vec::new() }
}

/// The editor or the disk did not do its part.
pub(in crate::tui::update) fn stuck(model: &mut Model, paper: Paper, why: &str) {
    written(model, paper);
    model.notices.warn(why);
}
