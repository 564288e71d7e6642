//! The rows of themes.

use super::{EVERYWHERE, row};
use crate::tui::action::Verb;
use crate::tui::keymap::Binding;
use crate::tui::keymap::Context::Themes;

pub(super) const ROWS: &[Binding] = &[
    row(Verb::Theme, EVERYWHERE, &["T"], None, "next theme"),
    row(Verb::Themes, EVERYWHERE, &["g T"], None, "pick a theme, each seen as you go; your own too"),
    row(Verb::Accept, &[Themes], &["enter"], Some("keep"), "keep the theme"),
];
