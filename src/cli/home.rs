//! [`Home`]: where things are kept and what the reader wishes, as a command has them.

use std::path::PathBuf;

use super::args::{Cli, Global};
use super::output::message;
use super::places;
use crate::store::{Asked, Clock, Finding, Places, Settings, notice};
use crate::text::SafeText;
use crate::tui::keymap::Keymap;
use crate::tui::theme::{Theme, Themes};

/// Where things are kept, and what the reader wishes.
pub(super) struct Home {
    pub places: Places,
    pub settings: Settings,
}

impl Home {
    /// The home of this process. What is wrong with the settings is told on stderr, in a line.
    pub(super) fn of(cli: &Cli) -> Self {
        let places = places(&cli.global);
        let Wished { settings, findings, .. } = settings(&cli.global, &places);
        if let Some(notice) = notice(&findings) {
            message(&notice);
        }
        Self { places, settings }
    }

    /// The clock on this wall.
    pub(super) fn clock(&self) -> Clock {
        Clock::of_this_process().with_rollover(self.settings.rollover.value)
    }
}

/// What the settings come to.
#[derive(Debug, Default)]
pub(super) struct Wished {
    pub settings: Settings,
    pub keys: Keymap,
    /// What is wrong with them, in the order of the file.
    pub findings: Vec<Finding>,
}

/// The file of the settings, and who says so; none where there is to be none.
pub(super) fn file(global: &Global, places: &Places) -> Option<(PathBuf, Asked)> {
    match &global.config {
        _ if global.no_config => None,
        Some(file) => Some((file.clone(), Asked::ByName)),
        None => Some((places.settings()?, Asked::ByCustom)),
    }
}

/// Where the reader's own themes are: beside the file of the settings.
pub(super) fn themes(global: &Global, places: &Places) -> Themes {
    let beside = file(global, places).and_then(|(file, _)| Some(file.parent()?.join("themes")));
    Themes { directory: beside.or_else(|| places.themes()) }
}

/// The settings, and what is wrong with them.
pub(super) fn settings(global: &Global, places: &Places) -> Wished {
    let Some((file, asked)) = file(global, places) else { return Wished::default() };
    let (settings, mut findings) = Settings::load(&file, asked, &Theme::names());
    let (keys, complaints) = Keymap::with(&settings.keys);
    let file = SafeText::line(&file.to_string_lossy());
    findings.extend(complaints.iter().map(|complaint| Finding::of_word(&file, &complaint.at, &complaint.text)));
    findings.sort_by_key(|finding| (finding.line.is_none(), finding.line, finding.column));
    Wished { settings, keys, findings }
}
