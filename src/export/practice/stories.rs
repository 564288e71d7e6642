//! Stories as a document.

use super::Notes;
use crate::domain::story::{Heading, Story};
use crate::export::markdown::{Blocks, escaped};
use crate::text::SafeText;

/// `stories`, but for those that are retired. `named` says what a probe is called, `told` how often a story was told.
pub fn stories(
    stories: &[Story],
    named: impl Fn(&SafeText) -> SafeText,
    told: impl Fn(&Story) -> usize,
    notes: Notes,
) -> String {
    let mut blocks = Blocks::default();
    blocks.heading(1, "Stories");
    for story in stories.iter().filter(|story| !story.retired) {
        blocks.heading(2, &story.title);
        let shows: Vec<String> = story.probes.iter().map(|probe| named(probe).to_string()).collect();
        let shows = (!shows.is_empty()).then(|| SafeText::line(&shows.join(", ")));
        let facts = [
            ("When", story.when.as_ref()),
            ("Metric", story.metric.as_ref()),
            ("Stakes", story.stakes.as_ref()),
            ("Shows", shows.as_ref()),
        ];
        let fact = |(name, text): (&str, Option<&SafeText>)| Some(format!("**{name}**: {}", escaped(text?)));
        blocks.items("-", facts.into_iter().filter_map(fact));
        if notes == Notes::Shared {
            let strength = story.strength.map(|strength| format!("strength {} of 5", strength.value()));
            let failure = story.failure.then(|| "of a failure".to_owned());
            let facts = [strength, Some(format!("told {} times", told(story))), failure];
            blocks.words(&format!("Note: {}", facts.into_iter().flatten().collect::<Vec<_>>().join(", ")));
        }
        for heading in Heading::ALL {
            let part = story.part(heading);
            if !part.trim().is_empty() {
                blocks.heading(3, heading.words());
                blocks.written(part);
            }
        }
    }
    blocks.end()
}
