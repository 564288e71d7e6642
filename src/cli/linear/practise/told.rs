//! Which story an answer told: picked by its number, or by a part of its title.

use super::asked::practice;
use super::judged::reviewed;
use super::{Known, Practising, Stage, Step};
use crate::cli::linear::errand::Errand;
use crate::domain::practice::Review;
use crate::domain::story::StorySlug;
use crate::search::{Matching, Ranker};
use crate::store::Remark;
use crate::text::SafeText;
use crate::tui::line_edit::LineEdit;
use crate::tui::practice::{Kept, Run};
use crate::tui::stories::{Of, Offer, PickRow, Prefers, StoryPicker};

impl Practising {
    /// Asks for the story, once they are read.
    pub(super) fn ask_story(&mut self, known: Known<'_>, run: Run, kept: Box<Kept>) -> Step {
        let told = kept.review.story.as_deref().and_then(StorySlug::named);
        let probes = self.on(known, &kept.review.question, |question| question.probes.clone()).unwrap_or_default();
        let picker = StoryPicker::new(probes, told, Prefers::There);
        self.stage = Stage::Story(run, kept, Box::new(picker));
        Step { errands: vec![Errand::Stories], ..Step::default() }
    }

    /// The stories are read: those there are to be picked.
    pub(in crate::cli::linear) fn shelved(&mut self, known: Known<'_>) -> String {
        let Stage::Story(run, kept, mut picker) = std::mem::take(&mut self.stage) else { return String::new() };
        picker.fill(known.shelf, &known.practice.tellings(), (known.catalog, &self.role));
        picker.refilter(&mut Ranker::default(), Matching::Fuzzy);
        if picker.stories() == 0 {
            let text = self.goes(known, Stage::Result(run, kept)).text;
            return format!("{}{text}", without(&picker));
        }
        self.goes(known, Stage::Story(run, kept, picker)).text
    }

    /// A line where a story is picked.
    pub(super) fn pick(
        &mut self,
        known: Known<'_>,
        run: Run,
        (kept, mut picker): (Box<Kept>, Box<StoryPicker>),
        line: &str,
    ) -> Step {
        let story = match (line.to_lowercase().as_str(), line.parse::<usize>()) {
            ("", _) => return self.goes(known, Stage::Result(run, kept)),
            ("none", _) => None,
            (_, Ok(number)) => {
                let slug = number.checked_sub(1).and_then(|place| pickable(&picker).get(place)?.of.slug().cloned());
                let Some(slug) = slug else {
                    let count = pickable(&picker).len();
                    self.stage = Stage::Story(run, kept, picker);
                    return format!("There is no {number}: the list goes from 1 to {count}.\n").into();
                };
                Some(slug)
            }
            (_, Err(_)) => {
                picker.line = LineEdit::with(line);
                picker.refilter(&mut Ranker::default(), Matching::Fuzzy);
                if pickable(&picker).is_empty() {
                    picker.line = LineEdit::default();
                    picker.refilter(&mut Ranker::default(), Matching::Fuzzy);
                    self.stage = Stage::Story(run, kept, picker);
                    return format!("No story has {}. again lists them all.\n", SafeText::line(line)).into();
                }
                return self.goes(known, Stage::Story(run, kept, picker));
            }
        };
        let story = story.map(|slug| slug.as_str().into());
        if kept.review.story == story {
            let text = if story.is_some() { "That is the story it has.\n" } else { "No story was told.\n" };
            self.stage = Stage::Result(run, kept);
            return text.into();
        }
        let remarks =
            vec![Remark::Withdraw { of: kept.entry.clone() }, reviewed(Review { story, ..kept.review.clone() })];
        self.stage = Stage::Result(run, kept);
        Step { errands: practice(remarks), ..Step::default() }
    }
}

/// What can be picked now, in the order of its numbers.
fn pickable(picker: &StoryPicker) -> Vec<&Offer> {
    let offers = picker.rows.iter().filter_map(|row| match row {
        PickRow::Offer(offer, _) if offer.of.slug().is_some() => Some(offer),
        PickRow::Offer(..) | PickRow::New | PickRow::Without => None,
    });
    offers.collect()
}

/// The stories by number, those first that show what the question probes.
pub(super) fn offers(picker: &StoryPicker) -> String {
    let mut text = "Which story did you tell?\n".to_owned();
    for (place, offer) in pickable(picker).into_iter().enumerate() {
        let fits = if matches!(offer.of, Of::Fitting(_)) { ", fits this question" } else { "" };
        let shows = if offer.shows.is_empty() { String::new() } else { format!("; shows {}", offer.shows) };
        text.extend([format!("{}. {}, {}{fits}{shows}\n", place + 1, offer.title, offer.facts)]);
    }
    text
}

/// What is said where there is none to be picked.
fn without(picker: &StoryPicker) -> String {
    let broken = picker.rows.iter().filter_map(|row| match row {
        PickRow::Offer(offer, _) => Some(format!("Not a story as it stands: {}\n", offer.title)),
        PickRow::New | PickRow::Without => None,
    });
    let broken: String = broken.collect();
    format!("{broken}There is no story to pick. One begins outside, with: rungs practice story new TITLE --edit\n")
}
