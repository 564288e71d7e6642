//! The story an answer told, and which was told twice in one interview.

use super::{INDENT, Page};
use crate::domain::practice::{Debrief, Review, Verdict};
use crate::domain::{Question, QuestionForm};
use crate::tui::action::Verb;
use crate::tui::keymap::Context;
use crate::tui::practice::scene::Scene;
use crate::tui::theme::Ink;

/// The story that was told; where one was asked for and the answer did not do, the key that writes it.
pub(super) fn story(scene: &Scene<'_>, question: &Question, review: &Review, page: &mut Page) {
    match &review.story {
        Some(named) => {
            let times = scene.story(named).map_or(0, |story| scene.practice.tellings().times(story));
            let times = if times > 1 { format!(", told {times} times so far") } else { String::new() };
            page.text(Ink::Text, INDENT, &format!("story: {}{times}", scene.story_title(named)));
        }
        None if question.form == QuestionForm::Past && review.rating == Verdict::NotYet => {
            let row = scene.keys.bindings(Context::Result).find(|row| row.verb == Verb::Story);
            if let Some((row, key)) = row.and_then(|row| Some((row, row.keys.first()?))) {
                page.text(Ink::Strong, INDENT, &format!("{} ({key})", row.help));
            }
        }
        None => {}
    }
}

/// The stories that were told more than once.
pub(super) fn repeated(scene: &Scene<'_>, debrief: &Debrief<'_>, page: &mut Page) {
    if debrief.repeated.is_empty() {
        return;
    }
    page.blank();
    page.heading("The same story");
    for (story, times) in &debrief.repeated {
        page.text(Ink::Text, INDENT, &format!("{}: told {times} times in this interview", scene.story_title(story)));
    }
}
