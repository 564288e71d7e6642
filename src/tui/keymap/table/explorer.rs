//! The rows that open things in the explorer, with the way to help first.

use super::{EVERYWHERE, row};
use crate::tui::action::Verb;
use crate::tui::keymap::Binding;
use crate::tui::keymap::Context::{Bookmarks, Detail, Families, Levels};

pub(super) const ROWS: &[Binding] = &[
    row(Verb::Help, EVERYWHERE, &["?", ":", "f1"], Some("help"), "all keys; type to search them, enter runs one"),
    row(
        Verb::Open,
        &[Families, Levels],
        &["l", "enter", "right"],
        Some("open"),
        "into the next pane, or to the role people come from or go to",
    ),
    row(Verb::Open, &[Bookmarks], &["enter", "l", "right"], Some("open"), "open the role, or the roles side by side"),
    row(
        Verb::Open,
        &[Detail],
        &["enter", "l", "right"],
        Some("open"),
        "fold a heading, follow a move, practise a question",
    ),
];
