//! The question that is on: asked, answered and waiting for a prediction, followed up. Nothing here names a signal, a level
//! line or what to listen for before an answer is committed.

use super::{INDENT, Page, answered};
use crate::domain::QuestionForm;
use crate::domain::practice::Prediction;
use crate::tui::action::Verb;
use crate::tui::keymap::Context;
use crate::tui::practice::scene::Scene;
use crate::tui::practice::{Asked, Committed, FollowUp, Heard, Hint, Revealed, Run};
use crate::tui::theme::Ink;

/// What belongs in an answer of a form, in its order.
pub fn scaffold(form: QuestionForm) -> &'static [&'static str] {
    match form {
        QuestionForm::Past => &[
            "headline: how it ended, in a sentence",
            "situation: where, when, what was at stake",
            "task: what was yours",
            "action: what you did yourself, more than half of the time",
            "result: figures with base and window",
            "what you would do otherwise today",
        ],
        QuestionForm::Hypothetical => &[
            "clarify: what you would find out first",
            "options: at least two, with what each costs",
            "decision: which one, and by when",
            "risk: what could go wrong, and what would change your mind",
            "measure: how you would know that it worked",
        ],
        QuestionForm::Explain => &[
            "claim: the answer in a sentence",
            "mechanism: how it works",
            "limit: where it stops being true",
            "example: one you have seen",
        ],
        QuestionForm::Design => &[
            "goals and limits: what it must do, and what it need not",
            "numbers: load, size, time",
            "sketch: the parts and what passes between them",
            "trade-offs: what you gave up for what",
            "failure: what breaks first, and what happens then",
            "rollout: how it goes live and how it comes back",
        ],
    }
}

/// The question, waiting for its answer.
pub(super) fn ask(scene: &Scene<'_>, run: &Run, asked: &Asked, page: &mut Page) {
    let id = &asked.paper.question;
    let history = scene.history(id);
    scene.question(id, |pooled| {
        let question = pooled.question;
        page.text(Ink::Strong, 0, &question.title);
        page.text(Ink::Text, 0, &question.prompt);
        page.blank();
        let probes: Vec<String> = question.probes.iter().map(|probe| scene.probe(probe)).collect();
        page.text(Ink::Faint, 0, &format!("Probes {}.", probes.join(", ")));
        let left = run.rest.len();
        let left = if left == 0 { "the last one".to_owned() } else { format!("{left} more after it") };
        page.text(Ink::Faint, 0, &format!("{} minutes; {left}.", question.minutes));
        if history.is_outdated(question) {
            let anew = ": # begins anew, without your earlier answers";
            let anew = scene.keys.words(Context::Ask, Verb::Fresh, anew);
            page.text(Ink::Changed, 0, &format!("Changed since your last answer{anew}."));
        }
        if asked.hint == Hint::Shown {
            page.blank();
            page.heading("In such an answer");
            for line in scaffold(question.form) {
                page.text(Ink::Text, INDENT, line);
            }
        }
    });
    so_far(scene, asked, Context::Ask, page);
}

/// What is written of the answer.
pub(super) fn so_far(scene: &Scene<'_>, asked: &Asked, context: Context, page: &mut Page) {
    if !asked.paper.is_blank() {
        page.blank();
        page.heading("Your answer so far");
        page.text(Ink::Text, INDENT, &crate::text::SafeText::lines(&asked.paper.text));
        page.text(Ink::Strong, 0, &scene.begins(context, Verb::Open, "# takes it as your answer."));
    }
}

/// The answer is given: how will it do?
pub(super) fn predict(scene: &Scene<'_>, committed: &Committed, page: &mut Page) {
    page.text(Ink::Strong, 0, "How will it do?");
    for prediction in Prediction::ALL {
        page.text(Ink::Text, INDENT, &format!("{}  {}", u8::from(prediction), prediction.words()));
    }
    page.blank();
    scene.question(&committed.paper.question, |pooled| {
        page.heading("The question");
        page.text(Ink::Text, INDENT, &pooled.question.prompt);
    });
    page.blank();
    page.heading("Your answer");
    for row in answered::text(committed, page.width.saturating_sub(INDENT)).iter() {
        let mut row = row.clone();
        row.0.insert(0, crate::tui::document::Piece::blanks(INDENT));
        page.rows.push_stop([row]);
    }
}

/// One more thing, and when it was answered what to listen for.
pub(super) fn follow_up(scene: &Scene<'_>, revealed: &Revealed, follow_up: &FollowUp, page: &mut Page) {
    scene.question(revealed.question(), |pooled| {
        let all = &pooled.question.follow_ups;
        let Some(asked) = all.get(follow_up.place) else { return };
        page.heading(&format!("Follow-up {} of {}", follow_up.place + 1, all.len()));
        page.text(Ink::Strong, INDENT, &asked.ask);
        page.blank();
        if follow_up.heard == Heard::Shown {
            page.heading("Listen for");
            page.text(Ink::Text, INDENT, &asked.listen_for);
        } else {
            let how = [(Verb::Open, "# shows what to listen for"), (Verb::Skip, "# skips what is left of these")];
            page.text(Ink::Faint, 0, &format!("Say it aloud{}.", scene.keys.listed(Context::FollowUp, "; ", &how)));
        }
    });
}
