//! Which story an answer told: picked from those there are, or written now.

use super::kept::reviewed;
use super::{look, say};
use crate::domain::practice::{Review, Verdict};
use crate::domain::story::StorySlug;
use crate::store::{Remark, blank_story};
use crate::tui::action::Verb;
use crate::tui::effect::Effect;
use crate::tui::line_edit::LineEdit;
use crate::tui::model::{Model, Overlay, Screen};
use crate::tui::practice::{Kept, Stage, Turn};
use crate::tui::stories::{Draft, Of, PickRow, Prefers, StoryFile, StoryPicker, Why};
use crate::tui::update::settle::pick_height;

/// Opens the picker of stories for the answer whose result shows.
pub(in crate::tui::update) fn ask(model: &mut Model) -> Vec<Effect> {
    let made = look(model, |scene, sitting| {
        let Stage::Question(_, Turn::Result(kept)) = &sitting.stage else { return None };
        let told = kept.review.story.as_deref().and_then(StorySlug::named);
        // What did not do is rarely a story that is written already.
        let new = told.is_none() && kept.review.rating == Verdict::NotYet;
        let prefers = if new { Prefers::New } else { Prefers::There };
        scene.question(&kept.review.question, |pooled| StoryPicker::new(pooled.question.probes.clone(), told, prefers))
    });
    let Some(picker) = made else { return Vec::new() };
    model.overlay = Some(Overlay::Told(Box::new(picker)));
    refill(model);
    vec![Effect::ReadStories]
}

/// Offers the stories as they are now.
pub(in crate::tui::update) fn refill(model: &mut Model) {
    let Model { overlay: Some(Overlay::Told(picker)), screen: Screen::Practice(screen), .. } = model else { return };
    let tellings = model.practice.as_ref().map(crate::store::Practice::tellings).unwrap_or_default();
    if let Some(shelf) = &model.stories {
        picker.fill(shelf, &tellings, (&model.catalog, &screen.sitting.role));
    }
    picker.refilter(&mut model.ranker, model.matching);
}

/// Runs a verb in the picker.
pub(in crate::tui::update) fn pick(model: &mut Model, verb: Verb) -> Vec<Effect> {
    let height = pick_height(model);
    let Model { overlay: Some(Overlay::Told(picker)), ranker, matching, .. } = model else { return Vec::new() };
    match verb {
        Verb::Move(motion) => picker.cursor.travel(motion, &picker.rows, height),
        Verb::Accept => {
            let row = picker.row().cloned();
            model.overlay = None;
            return match row {
                Some(PickRow::New) => write(model),
                Some(PickRow::Without) => tell(model, None),
                Some(PickRow::Offer(offer, _)) => match offer.of {
                    Of::Fitting(slug) | Of::Other(slug) | Of::Retired(slug) => tell(model, Some(slug)),
                    Of::Broken(path) => {
                        vec![Effect::EditStory(Draft { file: StoryFile::Broken(path), why: Why::Told })]
                    }
                },
                None => Vec::new(),
            };
        }
        Verb::Close if !picker.line.text().is_empty() => {
            picker.line = LineEdit::default();
            picker.refilter(ranker, *matching);
        }
        Verb::Close | Verb::Quit => model.overlay = None,
        _ => {}
    }
    Vec::new()
}

/// Keeps which story the answer told; it takes the place of the answer as it was kept.
pub(in crate::tui::update) fn tell(model: &mut Model, slug: Option<StorySlug>) -> Vec<Effect> {
    let Screen::Practice(screen) = &model.screen else { return Vec::new() };
    let Stage::Question(_, Turn::Result(Kept { entry, review, .. })) = &screen.sitting.stage else { return Vec::new() };
    let story = slug.map(|slug| slug.as_str().into());
    if review.story == story {
        model.notices.say("That is the story it has.");
        return Vec::new();
    }
    let (of, review) = (entry.clone(), Review { story, ..review.clone() });
    say(vec![Remark::Withdraw { of }, reviewed(review)])
}

/// Opens the editor on a new story, begun with what the question asks for.
fn write(model: &Model) -> Vec<Effect> {
    let draft = look(model, |scene, sitting| {
        let Stage::Question(_, Turn::Result(kept)) = &sitting.stage else { return None };
        let asked = scene.catalog.asked(scene.role);
        scene.question(&kept.review.question, |pooled| {
            let question = pooled.question;
            let text = blank_story(&question.title, &question.probes, &asked);
            Draft { file: StoryFile::New { title: question.title.to_string(), text }, why: Why::Told }
        })
    });
    draft.map(|draft| vec![Effect::EditStory(draft)]).unwrap_or_default()
}
