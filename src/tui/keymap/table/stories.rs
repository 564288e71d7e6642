//! The rows of stories.

use super::{LOOKING_BACK, row};
use crate::tui::action::Verb;
use crate::tui::keymap::Binding;
use crate::tui::keymap::Context::{Plan, Recall, Recalled, Result, Stories, Story, Told};

pub(super) const ROWS: &[Binding] = &[
    row(Verb::Story, &[Result], &["l"], Some("story"), "write the story now, or pick the one you told"),
    row(Verb::Accept, &[Told], &["enter"], Some("take"), "this is the story you told"),
    row(Verb::Open, &[Stories], &["enter"], Some("read"), "read the story; of what is probed, which questions do"),
    row(Verb::Editor, &[Stories, Story], &["e"], Some("edit"), "open the story in your editor"),
    row(Verb::Open, &[Recalled], &["enter"], Some("go on"), "the next title; after the last one, back"),
    row(
        Verb::NewStory,
        &[Stories, Story, Recalled],
        &["n"],
        Some("new"),
        "write a new story, begun with what is under the cursor",
    ),
    row(
        Verb::Recall,
        &[Stories, Story, Plan],
        &["R"],
        Some("recall"),
        "recall stories: a title, ten seconds, one of them",
    ),
    row(Verb::Open, &[Recall], &["enter"], Some("show"), "this one; show how it begins"),
    row(Verb::Skip, &[Recall], &["S"], Some("none"), "no story comes to mind"),
    row(Verb::Stories, LOOKING_BACK, &["g s"], None, "your stories, and what none of them shows"),
];
