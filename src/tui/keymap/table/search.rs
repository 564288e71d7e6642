//! The rows of the search over everything, and of what it opens.

use super::{SEARCHED, row};
use crate::tui::action::{Motion, Verb};
use crate::tui::keymap::Binding;
use crate::tui::keymap::Context::{Gap, Search, Term};

pub(super) const ROWS: &[Binding] = &[
    row(
        Verb::Search,
        SEARCHED,
        &["s", "g /"],
        Some("search"),
        "search everything: roles, skills, KPIs, questions, notes",
    ),
    row(Verb::Search, &[Gap], &["g /"], None, "search everything"),
    row(Verb::Accept, &[Search], &["enter"], Some("open"), "open it at the line that matched"),
    row(Verb::Mark, &[Search], &["tab"], Some("mark"), "mark the role for comparing, and stay"),
    row(
        Verb::Complete,
        &[Search],
        &["right"],
        Some("complete"),
        "take the rest of the word that shows; else a letter on",
    ),
    row(Verb::Move(Motion::Down), &[Search], &["down", "ctrl-n"], None, "to the next hit"),
    row(Verb::Move(Motion::Up), &[Search], &["up", "ctrl-p"], None, "to the hit before"),
    row(Verb::Move(Motion::PageDown), &[Search], &["pgdn"], None, "a page down in the hits"),
    row(Verb::Move(Motion::PageUp), &[Search], &["pgup"], None, "a page up in the hits"),
    row(Verb::Matching, &[Search], &["ctrl-t"], Some("fuzzy/exact"), "match fuzzy or exact letters"),
    row(Verb::Close, &[Search], &["esc"], Some("close"), "close; the search is there again next time"),
    row(Verb::Suspend, &[Search], &["ctrl-z"], None, "stop, back to the shell; fg comes back"),
    row(Verb::Open, &[Term], &["enter"], Some("open"), "open the role at this line"),
];
